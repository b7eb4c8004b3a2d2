"""docs/regulation.md names for every clause what there is: each path, test, address and label on it is real."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.urls import resolve

from xiangyin.shared.steps import registry

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "regulation.md"
CLAUSES = [
    "1.1", "1.2", "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5",
    "2.1", "2.2.1", "2.2.2", "2.2.3",
    "3.1.1", "3.1.2", "3.1.3", "3.2", "3.3.1", "3.3.2", "3.3.3", "3.3.4",
    "4.1.1", "4.1.2", "4.1.3", "4.2.1", "4.2.2", "4.2.3", "4.2.4", "4.3",
    "5.1.1", "5.1.2", "5.2.1", "5.2.2", "5.3.1", "5.3.2",
    "6.1", "6.2",
    "7.1",
]  # fmt: skip
COLUMNS = ("clause", "asks", "code", "test", "screen", "status")
SAMPLES = {"<id>": "01900000-0000-7000-8000-000000000000", "<code>": "990101"}
NOTHING = "–"


def rows() -> list[dict[str, str]]:
    """Every row that begins with the code of a clause, by the names of its columns."""
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if re.match(r"\| \d+(\.\d+)+ \|", line)]
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells]


ROWS = rows()
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["clause"])


def linked(cell: str) -> list[tuple[str, str, list[str]]]:
    """The links of a cell: the words, the address, and the tests named behind each before the next."""
    parts = re.findall(r"\[([^\]]+)\]\(([^)]+)\)([^\[]*)", cell)
    return [(words, address, re.findall(r"`(test_\w+)`", behind)) for words, address, behind in parts]


def offered_labels() -> set[str]:
    """Labels of the steps that a page can offer: those of a record, and births for which a page stands."""
    tables = registry.tables()
    return {str(step.label) for table in tables for step in table.rows if step.sources or table.born_of}


def test_every_clause_has_one_row_in_the_order_of_the_regulation():
    assert [row["clause"] for row in ROWS] == CLAUSES


@each_row
def test_every_path_exists_and_stands_in_its_column(row):
    for column, folder in (("code", "xiangyin/"), ("test", "tests/")):
        assert bool(linked(row[column])) is (row[column] != NOTHING), "a path is named without a link"
        for words, address, _names in linked(row[column]):
            assert address == f"../{words}"
            assert words.startswith(folder)
            assert (PAGE.parent / address).is_file(), words


@each_row
def test_every_test_named_is_in_the_file_it_is_linked_with(row):
    named = [name for _words, _address, names in linked(row["test"]) for name in names]

    assert named == re.findall(r"\btest_\w+(?=`)", row["test"]), "a test is named without a file before it"
    for words, _address, names in linked(row["test"]):
        text = (ROOT / words).read_text("utf-8")
        assert [name for name in names if not re.search(rf"def {name}\(", text)] == []


@each_row
def test_every_screen_has_an_address_that_resolves_and_labels_that_a_page_offers(row):
    addresses = re.findall(r"`([^`]+)`", row["screen"])

    assert bool(addresses) is (row["screen"] != NOTHING)
    for address in addresses:
        assert resolve(re.sub("<[^>]*>", lambda mark: SAMPLES[mark.group()], address))
    assert set(re.findall(r"「([^」]+)」", row["screen"])) <= offered_labels()


@each_row
def test_every_status_is_one_of_three_words_with_a_sentence(row):
    assert re.fullmatch(r"(works|thin|missing): [A-Z].*\.", row["status"])


@each_row
def test_nothing_works_without_code_test_and_screen(row):
    if row["status"].startswith("works"):
        assert linked(row["code"])
        assert [names for _words, _address, names in linked(row["test"]) if names]
        assert re.search(r"`/[^`]*`", row["screen"])


def test_the_counts_above_the_tables_are_those_of_the_rows():
    count = Counter(row["status"].split(":")[0] for row in ROWS)
    told = re.search(r"Of (\d+) clauses (\d+) work, (\d+) are thin, (\d+) (?:is|are) missing", PAGE.read_text("utf-8"))

    assert told is not None
    assert [int(number) for number in told.groups()] == [
        len(ROWS),
        *(count[word] for word in ("works", "thin", "missing")),
    ]
