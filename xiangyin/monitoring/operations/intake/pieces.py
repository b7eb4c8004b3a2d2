"""A sealed file from its beginning, piece by piece, over as many transactions as the work takes."""

from collections.abc import Iterator

from xiangyin.monitoring.ports import Pieces
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.sealed.models import SealedObject
from xiangyin.shared.sealed.store import piece_of


def pieces_of(sealed: SealedObject) -> Pieces:
    """The file's bytes for a reader that may begin several times; one piece lies in memory, one query each.

    :raises SealBrokenError: when read, if the key was destroyed.
    """

    def pieces() -> Iterator[bytes]:
        number = 0
        while True:
            with within(sealed.jurisdiction_id):
                piece = piece_of(sealed, number)
            if piece is None:
                return
            yield piece
            number += 1

    return pieces
