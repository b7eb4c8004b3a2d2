import errno
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from xiangyin.launch.home import Home
from xiangyin.launch.https.certificate import Certificate
from xiangyin.launch.https.find import find_certificate
from xiangyin.launch.https.names import ALWAYS, office_names
from xiangyin.launch.refusal import Refusal

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - only with HTTPS, or when HOST says so
HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Website:
    """Where the pages are served. Without HTTPS only to this machine, unless HOST says otherwise."""

    host: str
    port: int
    certificate: Certificate | None

    @classmethod
    def of(cls, environment: Mapping[str, str], home: Home) -> "Website":
        """Read PORT (8000), HOST, and HTTPS or HTTPS_CERT with HTTPS_KEY.

        :raises Refusal: one of them cannot be used.
        """
        certificate = find_certificate(environment, home)
        host = environment.get("HOST") or (EVERYWHERE if certificate else LOOPBACK)
        return cls(host, _port(environment.get("PORT") or "8000"), certificate)

    @property
    def address(self) -> str:
        """For a browser on this machine."""
        return self.under("localhost" if self.host in {LOOPBACK, EVERYWHERE} else self.host)

    def under(self, name: str) -> str:
        """The address under one of this machine's names."""
        return f"{'https' if self.certificate else 'http'}://{name}:{self.port}/"

    def for_others(self) -> list[str]:
        """The addresses for the other PCs of the office, where they are served."""
        names = office_names() if self.host == EVERYWHERE else []
        return [self.under(name) for name in names if name not in ALWAYS]

    def require_free_port(self) -> None:
        """Look whether the port can be had.

        :raises Refusal: another program listens there, or the host is not ours.
        """
        with socket.socket() as probe:
            if os.name == "posix":  # else connections just closed would look like a listener
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except OSError as error:
                raise _refusal(self, error) from error


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= HIGHEST_PORT:
        raise Refusal(f"PORT 应是 1 到 {HIGHEST_PORT} 的数，现在是 {text}。", "PORT is not a port number.")
    return int(text)


def _refusal(site: Website, error: OSError) -> Refusal:
    if error.errno == errno.EADDRINUSE:
        other = f"端口 {site.port} 已被别的程序占用。请换一个，例如：PORT={site.port % HIGHEST_PORT + 1} make run。"
        return Refusal(other, f"Port {site.port} is in use; choose another with PORT.")
    return Refusal(f"不能在 {site.host}:{site.port} 上提供网页：{error.strerror}。", "Cannot listen there.")
