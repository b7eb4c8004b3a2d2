"""JSON Lines in and out; what cannot be read is set aside with its number and the reason, and the run goes on."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any

ALL_READ, SOME_REJECTED = 0, 3


class LineRefused(Exception):  # noqa: N818  # named after what happened to the line
    """A line cannot be used; the message says why, for the person who sent it."""


class Rejects:
    """Where refused lines are noted; `count` tells how many there were."""

    def __init__(self, where: Path | None) -> None:
        self.count = 0
        self._file = where.open("w", encoding="utf-8") if where else None

    def add(self, line: int, reason: str) -> None:
        """Note one refused line by its number (from 1)."""
        self.count += 1
        if self._file:
            self._file.write(json.dumps({"line": line, "reason": reason}, ensure_ascii=False) + "\n")

    def close(self) -> int:
        """Close the file and return the run's exit status."""
        if self._file:
            self._file.close()
        return SOME_REJECTED if self.count else ALL_READ


def add_rejects(parser: argparse.ArgumentParser) -> None:
    """Add the option that all filters share."""
    parser.add_argument("--rejects", type=Path, metavar="FILE", help="无法读取的行（行号和原因）写入此文件")


def add_ends(parser: argparse.ArgumentParser) -> None:
    """Add the input and the output of a simple filter."""
    parser.add_argument("input", nargs="?", default="-", help="JSON Lines 文件，- 为标准输入")
    parser.add_argument("--out", default="-", metavar="FILE", help="输出文件，- 为标准输出")
    add_rejects(parser)


def objects(source: str, rejects: Rejects) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield each line's object with its number; empty lines are passed over."""
    with _reading(source) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                said = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except (ValueError, RecursionError) as wrong:
                rejects.add(number, f"不是 UTF-8 编码的 JSON：{wrong}"[:200])
                continue
            if isinstance(said, dict):
                yield number, said
            else:
                rejects.add(number, "这一行不是 JSON 对象")


def _reading(source: str) -> AbstractContextManager[IO[bytes]]:
    return nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb")  # closed by the caller


def writing(target: str) -> AbstractContextManager[IO[str]]:
    """Open an output; half characters are written as escapes, which is still JSON."""
    if target == "-":
        return nullcontext(sys.stdout)
    return Path(target).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def line_of(said: Mapping[str, Any]) -> str:
    """Return an object as one line of JSON."""
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def each(arguments: argparse.Namespace, answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> int:
    """Answer every line of the input by itself; return the exit status."""
    rejects = Rejects(arguments.rejects)
    with writing(arguments.out) as out:
        for number, said in objects(arguments.input, rejects):
            try:
                out.write(line_of(answer(said)))
            except (LineRefused, KeyError, TypeError, ValueError, OverflowError) as wrong:
                rejects.add(number, _why(wrong))
    return rejects.close()


def _why(wrong: Exception) -> str:
    return f"缺少字段 {wrong.args[0]}" if isinstance(wrong, KeyError) else str(wrong)
