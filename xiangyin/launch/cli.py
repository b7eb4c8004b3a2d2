"""`python -m xiangyin COMMAND`."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from xiangyin.launch.processes.parent import end_with_supervisor
from xiangyin.launch.refusal import Refusal
from xiangyin.launch.table import COMMANDS, Row

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 2 for a refusal, 130 for Ctrl-C, else the command's own."""
    given = list(sys.argv[1:] if words is None else words)
    _speak_plainly()
    end_with_supervisor()
    arguments = _parser(given).parse_args(given)
    try:
        return int(arguments.run(arguments))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.status
    except PermissionError as error:
        print(f"没有权限：{error.filename or error}。\n  Permission denied.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m xiangyin", description="乡音：乡镇舆情应急管理 (Xiangyin)")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, row in COMMANDS.items():
        if name in words[:1]:
            _configure(commands.add_parser(name, help=row.summary, description=row.summary), row)
        elif row.summary:
            commands.add_parser(name, help=row.summary)
    return parser


def _configure(parser: argparse.ArgumentParser, row: Row) -> None:
    module = import_module(row.module)
    module.configure(parser)
    parser.set_defaults(run=module.run)


def _speak_plainly() -> None:
    """Never fail over a sentence: an old terminal that cannot show a character shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
