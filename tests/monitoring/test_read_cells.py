from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiangyin.monitoring.operations.intake.channels import read_channel
from xiangyin.monitoring.operations.intake.counts import read_count
from xiangyin.monitoring.operations.intake.moments import read_moment
from xiangyin.monitoring.operations.intake.plain_text import plain_text
from xiangyin.monitoring.operations.intake.row import web_address
from xiangyin.monitoring.rules.columns import guess

EXACT, DAY = "2019-02-28T11:25:05+08:00", "2019-02-28T00:00:00+08:00"


class TestMoments:
    @pytest.mark.parametrize(
        "cell",
        [
            "2019/2/28 11:25:05", "2019-02-28 11:25:05", "2019-2-28  11:25:05", "2019.2.28 11:25:05", "2019年2月28日 11时25分05秒",
            "２０１９/２/２８ １１：２５：０５", "2019-02-28T11:25:05+08:00", "2019-02-28T03:25:05Z", "2019-02-28T11:25:05.000",
            "20190228112505", "1551324305", "1551324305000", 1551324305, 1551324305000.0, 20190228112505.0,
            "Thu, 28 Feb 2019 03:25:05 GMT", "2019/2/28 上午 11:25:05", "2019年2月28日 星期四 11:25:05",
            datetime(2019, 2, 28, 11, 25, 5), datetime(2019, 2, 28, 3, 25, 5, tzinfo=UTC),  # noqa: DTZ001 - a spreadsheet's
        ],
    )  # fmt: skip
    def test_one_moment_in_the_ways_people_and_programs_write_it(self, cell):
        assert read_moment(cell).timestamp() == datetime.fromisoformat(EXACT).timestamp()

    @pytest.mark.parametrize(
        "cell", ["2019/2/28", "2019-02-28", "2019年2月28日", "20190228", 43524, "43524", date(2019, 2, 28)]
    )
    def test_a_day_alone_is_its_beginning_in_the_office(self, cell):
        assert read_moment(cell).isoformat() == DAY

    def test_the_afternoon_is_the_afternoon(self):
        assert read_moment("2019/2/28 下午 3:05").hour == 15
        assert read_moment("2019/2/28 12:05 ").hour == 12

    @pytest.mark.parametrize(
        "cell", ["", "明天", "2019-2-30", "2019-13-1", "2019-2-28 25:00", "2/28", None, True, -1, 10**400, "9" * 15]
    )
    def test_what_cannot_be_told_is_not_guessed(self, cell):
        assert read_moment(cell) is None

    @given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.none(), st.booleans()))
    def test_any_cell_gives_a_moment_with_a_zone_or_nothing(self, cell):
        moment = read_moment(cell)

        assert moment is None or moment.tzinfo is not None


class TestText:
    @pytest.mark.parametrize(
        ("raw", "told"),
        [
            ("<p>停水</p><p>三天</p>", "停水\n三天"),
            ("停\u200b水\ufeff三\u2060天\u00ad", "停水三天"),
            ("温度 < 5 且 > 3", "温度 < 5 且 > 3"),
            ("a &amp; b&nbsp;c", "a & b c"),
            ("<style>x{}</style><b>好</b><script>alert(1)</script>", "好"),
            ("<![foo <b>好</b>", "<![foo 好"),
            ("自來水", "自來水"),
            ("\x00\x07响\ud800", "响?"),
            ("一\r\n\r\n\r\n二　　三", "一\n二 三"),
        ],
    )
    def test_words_stay_and_everything_else_goes(self, raw, told):
        assert plain_text(raw) == told

    @given(st.text(alphabet=st.sampled_from("<>!-[]/&;#x a停\u200b\n\"'=?"), max_size=60))
    def test_any_markup_is_survived_and_can_be_stored(self, raw):
        told = plain_text(raw)

        assert "\x00" not in told
        assert "\u200b" not in told
        assert told.encode().decode() == told


class TestOtherCells:
    @pytest.mark.parametrize(
        ("cell", "count"),
        [
            ("1.2万", 12000),
            ("10万+", 100000),
            ("3,456", 3456),
            (7.0, 7),
            ("5k", 5000),
            ("很多", None),
            ("", None),
            (None, None),
            ("-3", None),
        ],
    )
    def test_counts(self, cell, count):
        assert read_count(cell) == count

    @pytest.mark.parametrize(
        ("word", "channel"),
        [("新浪微博", "weibo"), ("微信公众号", "wechat"), ("抖音短视频", "video"), ("12345热线", "hotline"), ("网媒", "news"),
         ("上级交办", "superior"), ("百度贴吧", "forum"), ("weibo", "weibo"), ("", "radio"), ("??", "other")],
    )  # fmt: skip
    def test_channels(self, word, channel):
        assert read_channel(word, otherwise="radio") == channel

    @pytest.mark.parametrize(
        "written", ["javascript:alert(1)", "www.example.com", "http://a b", "x" * 600, "http://" + "x" * 600, ""]
    )
    def test_what_is_no_web_address_is_left_out(self, written):
        assert web_address(written) == ""


class TestColumns:
    @pytest.mark.parametrize(
        ("columns", "told"),
        [
            (["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "反对数", "点赞数"],
             {"id": "留言编号", "author": "留言用户",
              "title": "留言主题", "time": "留言时间", "text": "留言详情", "likes": "点赞数"}),
            (["id", "published_at", "channel", "source", "title", "text", "engagement.likes", "event"],
             {"id": "id", "time": "published_at", "channel": "channel", "source": "source", "title": "title", "text": "text",
              "likes": "engagement.likes"}),
            (["序号", "工单编号（必填）", "群众反映内容", "来电时间", "诉求渠道"],
             {"id": "工单编号（必填）", "text": "群众反映内容", "time": "来电时间", "channel": "诉求渠道"}),
            (["Title", "URL", "Publish Time", "Site Name", "Content", "Author"],
             {"title": "Title", "url": "URL", "time": "Publish Time", "source": "Site Name", "text": "Content",
              "author": "Author"}),
        ],
    )  # fmt: skip
    def test_usual_exports_are_understood(self, columns, told):
        assert guess(columns) == told
