import socket

import httpcore
import pytest

from xiangyin.adapters.network.guard import AddressRefusedError, GuardedBackend, is_public

INSIDE = [  # 0.0.0.0 is an address to refuse here
    "127.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1",  # noqa: S104
    "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.8", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "255.255.255.255",
]  # fmt: skip


class TestTheGuard:
    @pytest.mark.parametrize("address", INSIDE)
    def test_no_address_of_the_inside_network_counts_as_public(self, address):
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["114.114.114.114", "2400:3200::1", "::ffff:114.114.114.114"])
    def test_addresses_of_the_open_network_do(self, address):
        assert is_public(address)

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.1.2.3", "[::1]", "2130706433", "0x7f.1"])
    def test_no_spelling_of_this_machine_is_connected_to(self, host):
        with pytest.raises((AddressRefusedError, httpcore.ConnectError)):
            GuardedBackend(()).connect_tcp(host.strip("[]"), 9, timeout=1)

    def test_the_address_that_was_judged_is_the_one_that_is_used(self, monkeypatch):
        """A name that first points outside and then inside (rebinding) is looked up once."""
        asked: list[str] = []

        def look_up(host, port, **_):
            asked.append(host)
            address = "203.0.113.1" if len(asked) > 1 else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        with pytest.raises(AddressRefusedError):
            GuardedBackend(()).connect_tcp("rebinding.example", 80, timeout=1)

        assert asked == ["rebinding.example"]

    def test_a_name_with_one_inside_address_among_public_ones_is_refused(self, monkeypatch):
        both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("114.114.114.114", "10.0.0.1")]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)

        with pytest.raises(AddressRefusedError):
            GuardedBackend(()).connect_tcp("mixed.example", 80, timeout=1)
