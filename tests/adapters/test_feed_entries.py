import csv
import sys
import tarfile
from datetime import UTC

import pytest

from tests.conftest import shared_data
from xiangyin.adapters.feeds.entries import NotAFeedError, entries_of

ITEM = "<item><title>{title}</title><guid>1</guid><pubDate>{date}</pubDate></item>"


def rss(title: str, date: str) -> str:
    return f'<rss version="2.0"><channel><title>x</title>{ITEM.format(title=title, date=date)}</channel></rss>'


class TestEntries:
    def test_a_feed_in_gbk_is_read(self):
        body = '<?xml version="1.0" encoding="gbk"?>' + rss("停水", "Tue, 24 Nov 2026 03:05:00 GMT")

        assert entries_of(body.encode("gbk"))[0].title == "停水"

    def test_atom_with_content_and_author(self):
        body = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>tag:1</id><title>停水</title>
        <link href="http://news.example/1"/><author><name>张三</name></author><updated>2026-11-24T03:05:00+08:00</updated>
        <summary>短</summary><content type="html">&lt;p&gt;长得多的正文&lt;/p&gt;</content></entry></feed>"""
        entry = entries_of(body.encode())[0]

        assert (entry.guid, entry.link, entry.author) == ("tag:1", "http://news.example/1", "张三")
        assert "长得多的正文" in entry.text
        assert entry.published_at.isoformat() == "2026-11-23T19:05:00+00:00"

    def test_json_feed(self):
        body = """{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": [{"id": "1", "url": "http://news.example/1",
        "title": "停水", "content_text": "停水三天", "date_published": "2026-11-24T03:05:00+08:00"}]}"""
        entry = entries_of(body.encode())[0]

        assert (entry.guid, entry.title, entry.text) == ("1", "停水", "停水三天")

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ("2026-11-24 11:05:00", "2026-11-24T03:05:00+00:00"),
            ("Tue, 24 Nov 2026 11:05:00", "2026-11-24T03:05:00+00:00"),
            ("Tue, 24 Nov 2026 11:05:00 GMT", "2026-11-24T11:05:00+00:00"),
            ("2026-11-24T11:05:00+09:00", "2026-11-24T02:05:00+00:00"),
        ],
    )
    def test_a_time_without_a_zone_is_the_offices(self, written, told):
        at = entries_of(rss("停水", written).encode())[0].published_at

        assert at.astimezone(UTC).isoformat() == told

    def test_a_bare_ampersand_is_kept_by_one_parser_or_the_other(self):
        assert "甲" in entries_of(rss("甲 & 乙", "Tue, 24 Nov 2026 03:05:00 GMT").encode())[0].title

    @pytest.mark.parametrize("body", [b"", b"<html><p>x</p></html>", b"\x00\xff"])
    def test_what_is_no_feed_is_said_so(self, body):
        with pytest.raises(NotAFeedError):
            entries_of(body)

    def test_an_answer_that_is_an_address_or_a_files_name_is_not_opened(self, httpserver, tmp_path):
        httpserver.expect_request("/rss.xml").respond_with_data(rss("停水", "Tue, 24 Nov 2026 03:05:00 GMT"))
        (tmp_path / "rss.xml").write_text(rss("停水", "Tue, 24 Nov 2026 03:05:00 GMT"), encoding="utf-8")

        for body in (httpserver.url_for("/rss.xml"), str(tmp_path / "rss.xml")):
            with pytest.raises(NotAFeedError):
                entries_of(body.encode())
        assert httpserver.log == []

    def test_a_bomb_of_entities_does_not_go_off(self):
        levels = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 9))
        body = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY b0 "ha">{levels}]>' + rss(
            "&b8;", "Tue, 24 Nov 2026 03:05:00 GMT"
        )
        try:
            told = entries_of(body.encode())
        except NotAFeedError:
            return
        assert all(len(each.title) < 100_000 for each in told)


@pytest.mark.shared_data
def test_the_feeds_of_a_parsers_own_tests_are_told_from_what_is_none(capsys):
    read, well_formed, with_entries = 0, 0, 0
    with shared_data("feeds/dev.feeds.tar.gz") as path, (path.parent / "index.csv").open(encoding="utf-8") as index:
        kinds = {row["path"]: row["kind"] for row in csv.DictReader(index)}
        with tarfile.open(path) as packed:
            for member in filter(tarfile.TarInfo.isfile, packed):
                body = packed.extractfile(member).read()
                try:
                    entries = entries_of(body)
                except NotAFeedError:
                    entries = None
                if kinds.get(member.name) == "wellformed":
                    well_formed += 1
                    read += entries is not None
                    with_entries += bool(entries)
    with capsys.disabled():
        sys.stdout.write(
            f"\nfeeds: {read} of {well_formed} well-formed ones read, {with_entries} with entries that have words\n"
        )
    assert read >= 0.99 * well_formed
    assert with_entries >= 0.45 * well_formed  # the others speak of the channel only
