"""Bytes read as a table, for the tests: small pieces, so that nothing lives on having the file whole."""

from collections.abc import Iterator

from xiangyin.adapters.tables.reader import FileTables
from xiangyin.monitoring.ports import Layout, Record
from xiangyin.monitoring.rules.columns import is_header


def in_pieces(content: bytes, length: int = 7):
    def pieces() -> Iterator[bytes]:
        return (content[at : at + length] for at in range(0, len(content), length))

    return pieces


def look(content: bytes, length: int = 7) -> Layout:
    return FileTables().look(in_pieces(content, length), is_header=is_header)


def records(content: bytes, length: int = 7) -> list[Record]:
    return list(FileTables().records(in_pieces(content, length), look(content, length)))
