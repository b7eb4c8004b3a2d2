import gzip
import time

import pytest
from werkzeug import Response

from xiangyin.adapters.feeds.reader import Feeds
from xiangyin.adapters.network import fetch

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>县政府</title>
<item><title>停水公告</title><link>http://news.example/1</link><guid>g1</guid><description>&lt;p&gt;停水三天&lt;/p&gt;</description>
<pubDate>Tue, 24 Nov 2026 03:05:00 GMT</pubDate></item></channel></rss>"""


@pytest.fixture
def feeds(httpserver):
    return Feeds(allowed_hosts={httpserver.host})


@pytest.fixture
def site(httpserver):
    """A site without rules of its own."""
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    return httpserver


def read(feeds, site, path="/rss.xml", etag="", last_modified=""):
    return feeds.read(site.url_for(path), etag=etag, last_modified=last_modified)


class TestFetching:
    def test_a_feed_comes_with_its_entries_and_what_makes_the_next_question_cheap(self, feeds, site):
        site.expect_request("/rss.xml").respond_with_data(RSS, headers={"ETag": '"a1"', "Last-Modified": "yesterday"})

        answer = read(feeds, site)

        assert (answer.problem, answer.etag, answer.last_modified) == ("", '"a1"', "yesterday")
        assert [(each.guid, each.title, each.published_at.isoformat()) for each in answer.entries] == [
            ("g1", "停水公告", "2026-11-24T03:05:00+00:00")
        ]

    def test_the_second_time_only_news_is_asked_for(self, feeds, site):
        asked = {"If-None-Match": '"a1"', "If-Modified-Since": "yesterday"}
        site.expect_request("/rss.xml", headers=asked).respond_with_data("", status=304)

        answer = read(feeds, site, etag='"a1"', last_modified="yesterday")

        assert (answer.unchanged, answer.problem, answer.etag) == (True, "", '"a1"')

    def test_it_says_who_is_asking(self, feeds, site):
        site.expect_request("/rss.xml").respond_with_data(RSS)
        read(feeds, site)

        assert "Xiangyin" in site.log[-1][0].headers["User-Agent"]

    @pytest.mark.parametrize(
        ("status", "problem"), [(404, "gone"), (410, "gone"), (403, "status"), (500, "status"), (503, "status")]
    )
    def test_each_way_to_fail_has_its_word(self, feeds, site, status, problem):
        site.expect_request("/rss.xml").respond_with_data("", status=status)

        assert read(feeds, site).problem == problem

    def test_a_site_that_asks_for_time_is_given_it(self, feeds, site):
        site.expect_request("/rss.xml").respond_with_data("", status=429, headers={"Retry-After": "7200"})

        assert read(feeds, site).wait_s == 7200

    def test_a_web_page_is_no_feed(self, feeds, site):
        site.expect_request("/rss.xml").respond_with_data(
            "<html><body><h1>404</h1></body></html>", content_type="text/html"
        )

        assert read(feeds, site).problem == "not_a_feed"

    def test_five_megabytes_are_enough_packed_or_not(self, feeds, site):
        site.expect_request("/plain.xml").respond_with_data(b"x" * (fetch.MOST_BYTES + 1))
        packed = gzip.compress(b"x" * (fetch.MOST_BYTES + 1))
        site.expect_request("/packed.xml").respond_with_data(packed, headers={"Content-Encoding": "gzip"})

        assert read(feeds, site, "/plain.xml").problem == "too_large"
        assert read(feeds, site, "/packed.xml").problem == "too_large"

    def test_a_site_that_answers_by_drops_is_left(self, feeds, site, monkeypatch):
        monkeypatch.setattr(fetch, "WHOLE_S", 0.3)

        def drops(_request):
            return Response((time.sleep(0.1) or b"<" * 100_000 for _ in range(20)), content_type="text/xml")

        site.expect_request("/rss.xml").respond_with_handler(drops)

        assert read(feeds, site).problem == "timeout"

    def test_nobody_there_is_unreachable(self, feeds):
        assert feeds.read("http://no-such-host.invalid/rss.xml", etag="", last_modified="").problem == "unreachable"


class TestRedirects:
    def test_a_redirect_within_the_rules_is_followed(self, feeds, site):
        site.expect_request("/old.xml").respond_with_data("", status=301, headers={"Location": "/rss.xml"})
        site.expect_request("/rss.xml").respond_with_data(RSS)

        assert len(read(feeds, site, "/old.xml").entries) == 1

    @pytest.mark.parametrize("inside", ["http://127.0.0.2:9/x", "http://169.254.169.254/latest/", "file:///etc/passwd"])
    def test_a_redirect_into_the_inside_network_is_not(self, feeds, site, inside):
        site.expect_request("/rss.xml").respond_with_data("", status=302, headers={"Location": inside})

        assert read(feeds, site).problem == "refused"

    def test_a_circle_ends(self, feeds, site, monkeypatch):
        monkeypatch.setattr("xiangyin.adapters.network.manners.PAUSE_S", 0.01)
        site.expect_request("/rss.xml").respond_with_data("", status=302, headers={"Location": "/rss.xml"})

        assert read(feeds, site).problem == "redirects"


class TestManners:
    def test_what_robots_txt_forbids_is_not_fetched(self, feeds, httpserver):
        httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /private/")
        httpserver.expect_request("/open/rss.xml").respond_with_data(RSS)

        assert read(feeds, httpserver, "/private/rss.xml").problem == "robots"
        assert read(feeds, httpserver, "/open/rss.xml").problem == ""
        assert [each[0].path for each in httpserver.log] == ["/robots.txt", "/open/rss.xml"]

    def test_a_site_whose_rules_cannot_be_had_is_left_alone(self, feeds, httpserver):
        httpserver.expect_request("/robots.txt").respond_with_data("", status=503)

        assert read(feeds, httpserver).problem == "status"
        assert [each[0].path for each in httpserver.log] == ["/robots.txt"]

    def test_nobody_is_asked_twice_in_a_breath(self, feeds, httpserver):
        httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nCrawl-delay: 0.4")
        httpserver.expect_request("/rss.xml").respond_with_data(RSS)
        read(feeds, httpserver)
        began = time.monotonic()

        read(feeds, httpserver)

        assert time.monotonic() - began > 0.3


class TestWithoutLeave:
    def test_this_machine_is_not_read_unless_the_office_has_named_it(self, site):
        answer = Feeds().read(site.url_for("/rss.xml"), etag="", last_modified="")

        assert answer.problem == "refused"
        assert site.log == []
