"""The names under which the other PCs of the office may call this one."""

import socket
from ipaddress import IPv4Address, ip_address

import psutil

ALWAYS = ("localhost", "127.0.0.1")


def office_names() -> list[str]:
    """Host name, localhost, and the IPv4 addresses of this machine, each once, sorted."""
    return sorted({*ALWAYS, *_host_name(), *_addresses()})


def _host_name() -> set[str]:
    """Leave out a name that is not ASCII: it cannot stand in a certificate, nor be typed on most keyboards."""
    name = socket.gethostname()
    return {name} if name.isascii() and name else set()


def _addresses() -> set[str]:
    found = (entry.address for entries in psutil.net_if_addrs().values() for entry in entries)
    return {text for text in found if _is_ipv4(text)}


def _is_ipv4(text: str) -> bool:
    try:
        return isinstance(ip_address(text), IPv4Address)
    except ValueError:
        return False
