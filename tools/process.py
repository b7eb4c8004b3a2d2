"""docs/process: the tables on its pages are copied from the rule tables, so that they cannot say something else.

`python -m tools.process` brings them up to date; `--check` tells whether they are.
"""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

PAGES = Path("docs/process")
TABLE = re.compile(r"<!-- table: ([a-z.]+) -->\n.*?<!-- end -->", re.DOTALL)
HEAD = "| Step | From → to | Who | Needs | Clock |\n| --- | --- | --- | --- | --- |"


def main(words: list[str]) -> int:
    """Write the tables, or with `--check` compare them; 1 if one of them is out of date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xiangyin.config.settings")
    django.setup()
    stale = [page for page in sorted(PAGES.glob("*.md")) if (text := page.read_text(encoding="utf-8")) != fresh(text)]
    for page in stale:
        if "--check" in words:
            print(f"{page}: not what the rule tables say; run python -m tools.process")
        else:
            page.write_text(fresh(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 1 if stale and "--check" in words else 0


def fresh(text: str) -> str:
    """A page with its tables as the rule tables are now."""
    return TABLE.sub(lambda found: f"<!-- table: {found[1]} -->\n{table_text(found[1])}\n<!-- end -->", text)


def table_text(kind: str) -> str:
    """One rule table as Markdown."""
    from xiangyin.shared.steps import registry

    return "\n".join([HEAD, *(_row(step) for step in registry.table(kind).rows)])


def _row(step: Any) -> str:
    cells = (f"`{step.action}` {step.label}", _way(step), _who(step), _needs(step), _clock(step))
    return f"| {' | '.join(cells)} |"


def _way(step: Any) -> str:
    return f"{', '.join(sorted(step.sources)) or '–'} → {step.target or 'stays'}"


def _who(step: Any) -> str:
    """The posts, where they do not depend on the record."""
    try:
        seats = {seat.post for seat in step.posts(None)}
    except AttributeError:
        return "by the record"
    return "by name" if "anyone" in seats else ", ".join(sorted(seats))


def _needs(step: Any) -> str:
    asked = ", ".join(ask.name if ask.required else f"({ask.name})" for ask in step.asks)
    others = ", ".join(sorted(step.not_by))
    same = ", ".join(sorted(step.only_by))
    barred = "; ".join(_sentence(each) for each in (*step.hides, *step.refuses))
    parts = (
        asked,
        f"≠ who did {others}" if others else "",
        f"= who did {same}" if same else "",
        f"unless {barred}" if barred else "",
    )
    return "; ".join(filter(None, parts)) or "–"


def _sentence(objection: Callable[..., str]) -> str:
    return objection.__name__.strip("_").replace("_", " ")


def _clock(step: Any) -> str:
    starts = ", ".join(f"`{owed.kind}`" for owed in step.starts)
    ends = ", ".join(f"`{kind}`" for kind in sorted(step.stops))
    voids = ", ".join(f"`{kind}`" for kind in sorted(step.voids))
    parts = (f"starts {starts}" if starts else "", f"ends {ends}" if ends else "", f"voids {voids}" if voids else "")
    return "; ".join(filter(None, parts)) or "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
