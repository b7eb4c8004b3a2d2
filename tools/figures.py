"""The figures of style: how large files, functions and templates are. The tail is what counts (docs/style.md)."""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
MOST_LINES, MOST_FUNCTION, MOST_TEMPLATE = 300, 40, 80


def main() -> int:
    """Print median, 95th percentile and maximum of each kind; 1 if a maximum is exceeded."""
    code = [path for path in _tracked("*.py") if "migrations" not in path.parts]
    templates = _tracked("*.html")
    rows = [
        _row("file", code, _lines, MOST_LINES),
        _row("function", [each for path in code for each in _functions(path)], attrgetter("lines"), MOST_FUNCTION),
        _row("template", templates, _lines, MOST_TEMPLATE),
    ]
    return 0 if all(rows) else 1


def _row(kind: str, things: Iterable[T], measure: Callable[[T], int], most: int) -> bool:
    sizes = sorted((measure(thing), str(thing)) for thing in things)
    if not sizes:
        return True
    figures = [sizes[int((len(sizes) - 1) * share)][0] for share in (0.5, 0.95, 1)]
    print(f"{kind}s: {len(sizes)}, median {figures[0]}, p95 {figures[1]}, largest {figures[2]} ({sizes[-1][1]})")
    for size, name in sizes:
        if size > most:
            print(f"  {name}: {size} lines, more than {most}")
    return figures[2] <= most


def _tracked(pattern: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", pattern], capture_output=True, text=True, check=True
    )
    return [path for line in listed.stdout.splitlines() if (path := Path(line)).exists()]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@dataclass(frozen=True, slots=True)
class Function:
    place: str
    lines: int

    def __str__(self) -> str:
        return self.place


def _functions(path: Path) -> list[Function]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [_measured(path, node) for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _measured(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    return Function(f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)


if __name__ == "__main__":
    sys.exit(main())
