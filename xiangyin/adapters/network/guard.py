"""No request of ours may reach the inside network: names are resolved here, judged, and the judged address is used."""

import ipaddress
import socket
from collections.abc import Collection, Iterable, Iterator

import httpcore
import httpx

NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressRefusedError(Exception):
    """The name leads into the inside network, or to this machine."""


class GuardedBackend(httpcore.NetworkBackend):
    """Connects only to public addresses, or to hosts that the office has named."""

    def __init__(self, allowed_hosts: Collection[str]) -> None:
        self._sockets = httpcore.SyncBackend()
        self._allowed = frozenset(host.lower() for host in allowed_hosts)

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        address = self._judged(host, port)  # connecting to what was judged: a second look-up could answer otherwise
        return self._sockets.connect_tcp(address, port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_: object, **__: object) -> httpcore.NetworkStream:
        raise AddressRefusedError

    def _judged(self, host: str, port: int) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        addresses = [str(each[4][0]) for each in found]
        if host.lower() not in self._allowed and not all(map(is_public, addresses)):
            raise AddressRefusedError(host)
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an address lies in the open network, also where it hides in an IPv6 one.

    >>> is_public("10.0.0.8"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::a00:1"), is_public("114.114.114.114")
    (False, False, False, True)
    """
    inner = _inner(ipaddress.ip_address(address.partition("%")[0]))
    return inner.is_global and not inner.is_multicast


def _inner(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


class GuardedTransport(httpx.BaseTransport):
    """httpx over connections of the guarded kind; redirects go the same way."""

    def __init__(self, allowed_hosts: Collection[str]) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=GuardedBackend(allowed_hosts), max_connections=8,
            max_keepalive_connections=0,
        )  # fmt: skip

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
