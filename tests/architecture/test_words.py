"""One word for one thing: records, states, clocks and settings are where a newcomer looks them up."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from django.apps import apps
from django.db import models

import xiangyin
from xiangyin.board.queries.rules import NAMES
from xiangyin.launch.table import COMMANDS
from xiangyin.organization.terms import Post
from xiangyin.shared.steps import registry
from xiangyin.shared.steps.step import Owed

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "operations" / "settings.md").read_text(encoding="utf-8")
# Each of these four asks the machine's own time and says why where it does; all others ask `shared.clock`.
OWN_TIME = {
    "shared/clock/reading.py", "shared/ledger/append.py", "launch/https/self_made.py", "launch/backup/dump.py",
}  # fmt: skip


def _records() -> Iterator[type[models.Model]]:
    return (model for model in apps.get_models() if model.__module__.startswith("xiangyin."))


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(xiangyin.__path__, "xiangyin."):
        if found.name.rpartition(".")[2] not in ("__main__", "wsgi") and ".migrations" not in found.name:
            yield importlib.import_module(found.name)


def _clocks() -> set[str]:
    constants = {each.kind for module in _modules() for _, each in inspect.getmembers(module) if isinstance(each, Owed)}
    return constants | {owed.kind for table in registry.tables() for step in table.rows for owed in step.starts}


def _row_of(model: type[models.Model]) -> str:
    """The line of the glossary that lists a record's states."""
    return next((line for line in GLOSSARY.splitlines() if line.startswith(f"| `{model.__name__}` state |")), "")


def test_every_record_is_in_the_glossary():
    assert [model.__name__ for model in _records() if f"\n| `{model.__name__}` |" not in GLOSSARY] == []


def test_every_state_is_in_the_glossary_in_both_languages():
    missing = [
        (model.__name__, value)
        for model in _records()
        for field in model._meta.fields
        if field.name == "state" and field.choices
        for value, label in field.choices
        if f"`{value}` {label}" not in _row_of(model)
    ]

    assert missing == []


def test_every_post_is_in_the_glossary():
    assert [post for post in Post if f"| `{post.value}` | {post.label} |" not in GLOSSARY] == []


def test_every_clock_is_in_the_glossary():
    clocks = _clocks()

    assert len(clocks) > 40
    assert [kind for kind in sorted(clocks) if f"| `{kind}` |" not in GLOSSARY] == []


def test_the_glossary_names_no_record_that_is_gone():
    names = {model.__name__ for model in _records()}

    assert set(re.findall(r"^\| `([A-Z]\w+)`", GLOSSARY, re.MULTILINE)) <= names


def test_the_help_page_has_a_name_for_every_rule_table():
    assert [table.kind for table in registry.tables() if table.kind not in NAMES] == []


def test_every_setting_that_is_read_is_documented():
    reads = re.compile(
        r"""(?:text|secret|database|choice|environment\.get|environ\.get|told\.get)\(\s*"([A-Z_]{3,})\""""
    )
    read = {name for path in (ROOT / "xiangyin").rglob("*.py") for name in reads.findall(path.read_text("utf-8"))}

    assert {"PORT", "HTTPS", "SECRET_KEY", "XIANGYIN_ADDRESS", "FEED_HOSTS"} <= read
    assert sorted(name for name in read if f"`{name}`" not in SETTINGS) == []


def test_every_command_for_people_is_documented():
    commands = {name for name, row in COMMANDS.items() if row.summary}

    assert "run" in commands
    assert sorted(name for name in commands if f"`{name}" not in SETTINGS) == []


def test_only_the_clock_asks_what_time_it_is():
    asks = re.compile(r"datetime\.now\(|timezone\.now\(|utcnow\(|date\.today\(")
    files = {path for path in (ROOT / "xiangyin").rglob("*.py") if asks.search(path.read_text("utf-8"))}

    assert {path.relative_to(ROOT / "xiangyin").as_posix() for path in files} == OWN_TIME


def test_a_decision_can_be_read_in_a_minute():
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(path.name[:4]) for path in records]

    assert numbers == list(range(1, len(numbers) + 1))
    assert [path.name for path in records if len(path.read_text("utf-8").splitlines()) > 15] == []
