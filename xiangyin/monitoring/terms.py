"""The words of clause 3.1: channels, states of events and demands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

ERASED = _("（内容已到期删除）")


class Channel(TextChoices):
    """Where an item came from; the values are those of the engine's contract."""

    NEWS = "news", _("新闻")
    WEIBO = "weibo", _("微博")
    WECHAT = "wechat", _("微信公众号")
    VIDEO = "video", _("短视频")
    FORUM = "forum", _("论坛")
    HOTLINE = "hotline", _("热线")
    VISIT = "visit", _("来访")
    PHONE = "phone", _("电话")
    RADIO = "radio", _("广播电视")
    PRINT = "print", _("报刊")
    SUPERIOR = "superior", _("上级转来")
    OTHER = "other", _("其他")


class EventState(TextChoices):
    """The states that monitoring owns; what follows a warning belongs to later chapters."""

    LOGGED = "logged", _("已登记")
    VERIFYING = "verifying", _("核实处置中")
    DISMISSED = "dismissed", _("已排除")
    MERGED = "merged", _("已并入")
    CANCELLED = "cancelled", _("已撤销")
    CLOSED = "closed", _("已办结")


class DismissedAs(TextChoices):
    FALSE_ALARM = "false_alarm", _("不属实")
    OUT_OF_SCOPE = "out_of_scope", _("不在本辖区")
    ORDINARY = "ordinary", _("普通诉求，按诉求或任务办理")


class DemandKind(TextChoices):
    """The legal kinds; the kind decides the clock (law.md 2.3, 2.4)."""

    CONSULTATION = "consultation", _("咨询")
    HELP = "help", _("求助")
    COMPLAINT = "complaint", _("投诉")
    REPORT = "report", _("举报")
    SUGGESTION = "suggestion", _("建议")
    PETITION = "petition", _("信访")
    INFORMATION = "information", _("政府信息公开申请")
    EMERGENCY = "emergency", _("紧急求助")


class DemandState(TextChoices):
    REGISTERED = "registered", _("已登记")
    DISPATCHED = "dispatched", _("已派单")
    DISPUTED = "disputed", _("派单有异议")
    DOING = "doing", _("办理中")
    ANSWERED = "answered", _("已答复")
    CONFIRMED = "confirmed", _("诉求人已确认")
    REOPENED = "reopened", _("重新办理")
    JOINED = "joined", _("并单办理")
    TRANSFERRED = "transferred", _("已转出")


ANSWERED = (DemandState.ANSWERED, DemandState.CONFIRMED)


class UploadState(TextChoices):
    """A file on its way: laid down, read by the machine, read; or put away unread."""

    RECEIVED = "received", _("等待对应列")
    IMPORTING = "importing", _("正在导入")
    IMPORTED = "imported", _("已导入")
    DISCARDED = "discarded", _("已销毁原件")


class FileFormat(TextChoices):
    CSV = "csv", _("文本表格（CSV）")
    SHEET = "sheet", _("电子表格（Excel）")
    JSONL = "jsonl", _("JSON 行文件")


class RowFault(TextChoices):
    """Why a row of a file was not taken. What to do about it stands in `ADVICE`."""

    BROKEN_QUOTES = "broken_quotes", _("引号没有成对，分不清各列")
    TOO_MANY_CELLS = "too_many_cells", _("列数比表头多")
    LINE_TOO_LONG = "line_too_long", _("一行超过一百万字")
    NOT_JSON = "not_json", _("不是一个 JSON 对象")
    NO_TEXT = "no_text", _("没有正文，也没有标题")
    TEXT_TOO_LONG = "text_too_long", _("正文超过十万字")
    NO_TIME = "no_time", _("没有时间")
    TIME_UNREADABLE = "time_unreadable", _("时间读不懂")
    TIME_IMPLAUSIBLE = "time_implausible", _("时间在 1990 年以前或在将来")
    DUPLICATE_ID = "duplicate_id", _("编号与本文件前面一行相同，内容不同")
    STATE_SECRET = "state_secret", _("带有国家秘密标志，不能进入本系统")


ADVICE = {
    RowFault.BROKEN_QUOTES: _("请检查这一行的英文双引号：有逗号或换行的内容，前后各要一个。"),
    RowFault.TOO_MANY_CELLS: _("内容里有分隔符时，请把整格放进英文双引号。"),
    RowFault.LINE_TOO_LONG: _("请确认文件没有损坏，再把这一行拆开。"),
    RowFault.NOT_JSON: _("请每行写一个完整的 JSON 对象。"),
    RowFault.NO_TEXT: _("请补上正文或标题。"),
    RowFault.TEXT_TOO_LONG: _("请分成几条。"),
    RowFault.NO_TIME: _("请补上时间，例如 2019/2/28 11:25:05。"),
    RowFault.TIME_UNREADABLE: _("请写成 2019/2/28 11:25:05、2019-2-28 或 2019年2月28日 11时25分。"),
    RowFault.TIME_IMPLAUSIBLE: _("请核对年份。"),
    RowFault.DUPLICATE_ID: _("请核对编号；确是两条，请改用不同的编号。"),
    RowFault.STATE_SECRET: _("请立即报告保密员，并按保密规定处理原件；这一行没有保存。"),
}


class SourceKind(TextChoices):
    FEED = "feed", _("订阅源（RSS、Atom、JSON Feed）")


class SourceState(TextChoices):
    ADDED = "added", _("已登记")
    ACTIVE = "active", _("收集中")
    PAUSED = "paused", _("已暂停")
    REMOVED = "removed", _("已移除")


class Health(TextChoices):
    """How a source fares. Words and shape say it; the four warning colours mean levels and nothing else."""

    GREEN = "green", _("正常")
    YELLOW = "yellow", _("留意")
    RED = "red", _("故障")


class FeedProblem(TextChoices):
    """Why a feed gave nothing. What to do about it stands in `REMEDY`."""

    UNREACHABLE = "unreachable", _("连不上")
    TIMEOUT = "timeout", _("太久没有回应")
    REFUSED = "refused", _("地址在内网或本机，不能收集")
    ROBOTS = "robots", _("网站声明不许收集")
    STATUS = "status", _("网站回答出错")
    GONE = "gone", _("网址已失效")
    TOO_LARGE = "too_large", _("内容超过 5 MB")
    NOT_A_FEED = "not_a_feed", _("网址给出的不是订阅源")
    REDIRECTS = "redirects", _("转来转去没有结果")


REMEDY = {
    FeedProblem.UNREACHABLE: _("请在浏览器里打开这个网址；打得开，请检查本机能否上网。"),
    FeedProblem.TIMEOUT: _("多半是对方忙，会自动再试。"),
    FeedProblem.REFUSED: _("确要收集内网来源，请在设置 FEED_HOSTS 里写上主机名。"),
    FeedProblem.ROBOTS: _("不能收集。请与网站商量，或改为人工登记。"),
    FeedProblem.STATUS: _("多半是对方故障，会自动再试。"),
    FeedProblem.GONE: _("请找到新的网址后修改，或移除这个来源。"),
    FeedProblem.TOO_LARGE: _("请换一个条目较少的订阅网址。"),
    FeedProblem.NOT_A_FEED: _("请核对网址：应打开一份 XML 或 JSON，而不是普通网页。"),
    FeedProblem.REDIRECTS: _("请在浏览器里打开，把最后的网址填到这里。"),
}


class MatterState(TextChoices):
    """A matter has one state only: how it grows is the machine's own, and people's acts on it change no state."""

    KNOWN = "known", _("机器归并")


class Emotion(TextChoices):
    HAPPY = "happy", _("高兴")
    ANGRY = "angry", _("愤怒")
    NEUTRAL = "neutral", _("平静")
    SAD = "sad", _("悲伤")
    FEAR = "fear", _("害怕")
    SURPRISE = "surprise", _("惊讶")


class Stance(TextChoices):
    """What an item does: tell, ask, complain, deny, speak for an office."""

    REPORT = "report", _("陈述")
    QUESTION = "question", _("询问")
    COMPLAINT = "complaint", _("投诉")
    DENIAL = "denial", _("否认")
    OFFICIAL = "official", _("官方")
