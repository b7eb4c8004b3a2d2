"""Fetching a public page politely: named, slow, small, within the site's rules."""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpcore
import httpx

from xiangyin.adapters.network.failure import FetchFailedError
from xiangyin.adapters.network.guard import AddressRefusedError, GuardedTransport
from xiangyin.adapters.network.manners import Manners
from xiangyin.monitoring.terms import FeedProblem

AGENT = "Xiangyin/0.1 (township public-opinion office; feed reader)"
TIMEOUT = httpx.Timeout(15, connect=8)
WHOLE_S = 40.0
MOST_BYTES = 5 << 20
MOST_HOPS = 5
MOST_WAIT_S = 24 * 3600
REDIRECTED, GONE = frozenset({301, 302, 303, 307, 308}), frozenset({404, 410})
TOO_MANY, CLIENT_ERROR, SERVER_ERROR, NOT_MODIFIED, OK = 429, 400, 500, 304, 200


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is 200 or 304; the body is whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Keeps connections and manners for one process."""

    def __init__(self, *, allowed_hosts: Collection[str] = ()) -> None:
        self._client = httpx.Client(
            transport=GuardedTransport(allowed_hosts), timeout=TIMEOUT, headers={"User-Agent": AGENT}, trust_env=False
        )
        self._manners = Manners(self._robots)

    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Fetch one address, following redirects, each judged anew.

        :raises FetchFailedError: nothing came.
        """
        return self._follow(url, headers, before=self._manners.before)

    def _follow(self, url: str, headers: Mapping[str, str], *, before: Callable[[str], None]) -> Answer:
        until = time.monotonic() + WHOLE_S
        for _ in range(MOST_HOPS + 1):
            before(url)
            answer, onward = self._once(url, headers, until=until)
            if not onward:
                return answer
            url = urljoin(url, onward)
            if not url.startswith(("http://", "https://")):
                raise FetchFailedError(FeedProblem.REFUSED, url)
        raise FetchFailedError(FeedProblem.REDIRECTS)

    def close(self) -> None:
        self._client.close()

    def _once(self, url: str, headers: Mapping[str, str], *, until: float) -> tuple[Answer, str]:
        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                _judge(response)
                onward = response.headers.get("location", "") if response.status_code in REDIRECTED else ""
                body = b"" if onward else _body(response, until=until)
                return Answer(response.status_code, response.headers, body), onward
        except AddressRefusedError as error:
            raise FetchFailedError(FeedProblem.REFUSED, str(error)) from error
        except (httpx.TimeoutException, httpcore.TimeoutException) as error:
            raise FetchFailedError(FeedProblem.TIMEOUT) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise FetchFailedError(FeedProblem.UNREACHABLE, str(error)[:200]) from error

    def _robots(self, url: str) -> str:
        """A site's rules. RFC 9309: none to be found (4xx) means that all is allowed; trouble (5xx), that nothing is."""
        try:
            return self._follow(url, {}, before=lambda _: None).body.decode("utf-8", "replace")
        except FetchFailedError as failed:
            if not CLIENT_ERROR <= failed.status < SERVER_ERROR or failed.status == TOO_MANY:
                raise
            return ""


def _judge(response: httpx.Response) -> None:
    status = response.status_code
    if status in GONE:
        raise FetchFailedError(FeedProblem.GONE, status=status)
    if status in (OK, NOT_MODIFIED) or (status in REDIRECTED and "location" in response.headers):
        return
    asked = response.headers.get("retry-after", "")
    raise FetchFailedError(FeedProblem.STATUS, status=status, wait_s=_wait_s(asked))


def _wait_s(asked: str) -> int:
    """Seconds of a Retry-After header: a number or a date; at most a day."""
    if asked.isdigit():
        return min(int(asked), MOST_WAIT_S)
    try:
        return max(0, min(round(parsedate_to_datetime(asked).timestamp() - time.time()), MOST_WAIT_S))
    except ValueError:
        return 0


def _body(response: httpx.Response, *, until: float) -> bytes:
    body = bytearray()
    for piece in response.iter_bytes(chunk_size=1 << 16):
        body += piece
        if len(body) > MOST_BYTES:
            raise FetchFailedError(FeedProblem.TOO_LARGE)
        if time.monotonic() > until:  # a site that sends a byte now and then must not hold the worker
            raise FetchFailedError(FeedProblem.TIMEOUT)
    return bytes(body)
