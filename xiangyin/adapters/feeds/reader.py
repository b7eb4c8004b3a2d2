"""The port `FeedReader`: RSS, Atom and JSON Feed over the network."""

from collections.abc import Collection

from xiangyin.adapters.feeds.entries import NotAFeedError, entries_of
from xiangyin.adapters.network.failure import FetchFailedError
from xiangyin.adapters.network.fetch import NOT_MODIFIED, Answer, Fetcher
from xiangyin.monitoring.ports import FeedAnswer
from xiangyin.monitoring.terms import FeedProblem

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


class Feeds:
    """Keeps one fetcher for the process; it is made at the first use."""

    def __init__(self, *, allowed_hosts: Collection[str] = ()) -> None:
        self._allowed = allowed_hosts
        self._fetcher: Fetcher | None = None

    def read(self, url: str, *, etag: str, last_modified: str) -> FeedAnswer:
        self._fetcher = self._fetcher or Fetcher(allowed_hosts=self._allowed)
        asked = {"Accept": ACCEPT, "If-None-Match": etag, "If-Modified-Since": last_modified}
        try:
            answer = self._fetcher.get(url, {name: value for name, value in asked.items() if value})
        except FetchFailedError as failed:
            return FeedAnswer(problem=failed.problem, detail=failed.detail, wait_s=failed.wait_s)
        if answer.status == NOT_MODIFIED:
            return FeedAnswer(unchanged=True, etag=etag, last_modified=last_modified)
        return _parsed(answer)


def _parsed(answer: Answer) -> FeedAnswer:
    try:
        entries = entries_of(answer.body, answer.headers.get("content-type", ""))
    except NotAFeedError as error:
        return FeedAnswer(problem=FeedProblem.NOT_A_FEED, detail=str(error)[:200])
    return FeedAnswer(
        entries=entries, etag=answer.headers.get("etag", "")[:300],
        last_modified=answer.headers.get("last-modified", "")[:100],
    )  # fmt: skip
