"""`xiangyin import FILE`: the operator at the machine hands a file in; the same way as on the page, without a worker."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home
from xiangyin.launch.refusal import Refusal

if TYPE_CHECKING:
    from xiangyin.monitoring.models import Upload
    from xiangyin.organization.models import Jurisdiction

PIECE_BYTES = 1 << 20
SOME_REJECTED = 3


def configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="CSV、XLSX、XLS 或 JSONL 文件 (the file)")
    parser.add_argument("--township", metavar="CODE", default="", help="乡镇代码，只有一个乡镇时可不写 (its code)")
    parser.add_argument(
        "--mapping", metavar="NAME", default="", help="以前记住的列对应方案 (a remembered column mapping)"
    )
    parser.add_argument(
        "--rejects", metavar="FILE", type=Path, help="把退回的行写到这里 (write the rejected rows here)"
    )
    parser.add_argument("--history", action="store_true", help="历史数据，不启动时限 (history: starts no clock)")


def run(arguments: Namespace) -> int:
    """Exit status 0 when every row was taken or known, 3 when some were rejected."""
    if not arguments.file.is_file():
        raise Refusal(f"没有这个文件：{arguments.file}", f"No such file: {arguments.file}")
    with django_on_database(Home.of()):
        place = _township(arguments.township)
        upload = _imported(place, arguments)
        _tell(upload)
        if arguments.rejects and upload.rejected:
            _write_rejects(upload, arguments.rejects)
    return SOME_REJECTED if upload.rejected or upload.problem else 0


def _township(code: str) -> "Jurisdiction":
    from xiangyin.organization.models import Jurisdiction

    places = list(Jurisdiction.objects.order_by("code"))
    chosen = [place for place in places if code in ("", place.code)]
    if len(chosen) == 1:
        return chosen[0]
    listed = "、".join(f"{place.code} {place.name}" for place in places) or "—"
    raise Refusal(
        f"请用 --township 写明乡镇代码。现有：{listed}", f"Name the township with --township. There are: {listed}"
    )


def _imported(place: "Jurisdiction", arguments: Namespace) -> "Upload":
    from xiangyin.monitoring.operations.intake.by_machine import import_now
    from xiangyin.monitoring.operations.intake.mapping import MappingUnknownError
    from xiangyin.monitoring.operations.intake.receive import Handed
    from xiangyin.monitoring.ports import FileUnreadableError
    from xiangyin.shared.clock.reading import now
    from xiangyin.shared.steps.refusals import AnswersInvalidError

    handed = Handed(name=arguments.file.name, pieces=_pieces(arguments.file))
    try:
        return import_now(
            handed, jurisdiction_id=place.id, mapping=arguments.mapping, is_history=arguments.history, clock=now,
            heard=_progress,
        )  # fmt: skip
    except AnswersInvalidError as invalid:
        why = "；".join(dict.fromkeys(invalid.errors.values()))
        raise Refusal(f"认不出各列：{why}请先在网页“收件”里对应一次，再用 --mapping。", str(invalid)) from invalid
    except (FileUnreadableError, MappingUnknownError) as error:
        raise Refusal(str(error), "The file was not imported.") from error


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE_BYTES):
            yield piece


def _progress(rows: int) -> None:
    if sys.stderr.isatty():
        print(f"\r已读 {rows:,} 行 ", end="", file=sys.stderr, flush=True)


def _tell(upload: "Upload") -> None:
    from xiangyin.monitoring.terms import ADVICE, RowFault

    print(
        f"{upload}：{upload.rows:,} 行。收下 {upload.taken:,}，已经有 {upload.known:,}，退回 {upload.rejected:,}。\n"
        f"  {upload.rows} rows: {upload.taken} taken, {upload.known} known, {upload.rejected} rejected."
    )
    for fault, number in sorted(upload.faults.items()):
        print(f"  {number:,} 行：{RowFault(fault).label}。{ADVICE[RowFault(fault)]}")
    if upload.problem:
        print(f"没有读完：{upload.problem}")


def _write_rejects(upload: "Upload", path: Path) -> None:
    from xiangyin.monitoring.operations.intake.rejects import rejects_file
    from xiangyin.shared.access.tenancy import within

    with within(upload.jurisdiction_id), path.open("wb") as file:
        file.writelines(rejects_file(upload))
    print(f"退回的行和原因写在 {path}")
