"""Files as they are handed in, for the tests."""

from pathlib import Path

from xiangyin.monitoring.models import Upload
from xiangyin.monitoring.operations.intake.by_machine import import_now
from xiangyin.monitoring.operations.intake.receive import Handed


def handed(content: bytes, name: str = "热线.csv") -> Handed:
    """The bytes in small pieces, so that no test lives on having them whole."""
    return Handed(name=name, pieces=(content[at : at + 37] for at in range(0, len(content), 37)))


def import_bytes(town, content: bytes, name: str = "热线.csv", **more) -> Upload:
    return import_now(handed(content, name), jurisdiction_id=town.place.id, clock=lambda: town.now, **more)


def import_text(town, text: str, name: str = "热线.csv", **more) -> Upload:
    return import_bytes(town, text.encode(), name, **more)


def import_file(town, path: Path) -> Upload:
    return import_bytes(town, path.read_bytes(), path.name)
