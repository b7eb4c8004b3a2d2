"""No score, no ranking of persons: nothing in the product counts, sums or orders by officer (7.1, rights.md 4)."""

import ast
import re
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import xiangyin
from tests.accountability.opened import SUPERVISOR, told
from tests.signed_in import signed_in

ROOT = Path(xiangyin.__file__).parent
GATHERING = {"annotate", "aggregate", "alias"}
COUNTERS = {"Counter", "Window", "Rank", "DenseRank", "groupby"}
PERSON = re.compile(r"officer|recipient|decider|taken_by|caseworker|controller|evaluator|investigator|commander")


def gathers_by_person(source: str) -> list[str]:
    """Calls that gather rows under a person: `.values("officer").annotate(…)`."""
    chains = [ast.unparse(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [chain for chain in chains if _gathers(chain) and _named_in_values(chain)]


def _gathers(chain: str) -> bool:
    return any(f".{name}(" in chain for name in GATHERING)


def _named_in_values(chain: str) -> bool:
    return any(PERSON.search(values) for values in re.findall(r"\.values(?:_list)?\(([^)]*)\)", chain))


def counters(source: str) -> list[str]:
    names = [node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)]
    return [name for name in names if name in COUNTERS]


def sources(*folders: str) -> list[Path]:
    return [
        path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in path.parts
    ]


def test_no_query_of_the_product_gathers_by_person():
    found = {
        str(path): found for path in sources(".") if (found := gathers_by_person(path.read_text(encoding="utf-8")))
    }

    assert found == {}


@pytest.mark.parametrize(
    "code",
    [
        'LedgerEntry.objects.values("officer_id").annotate(n=Count("id"))',
        'rows.filter(late_min__gt=0).values_list("officer__name").annotate(Avg("late_min")).order_by("-n")',
    ],
)
def test_such_a_query_would_be_found(code):
    assert gathers_by_person(code)


def test_chapters_six_and_seven_gather_nothing_at_all():
    for path in sources("accountability", "readiness"):
        source = path.read_text(encoding="utf-8")
        assert not counters(source), path
        assert not [name for name in GATHERING if f".{name}(" in source], path


def test_no_page_of_the_cases_makes_the_database_group_by_anything(town):
    case = told(town)
    browser = signed_in(town, SUPERVISOR)

    with CaptureQueriesContext(connection) as asked:
        for url in ("/accountability/", case.get_absolute_url(), "/readiness/"):
            assert browser.get(url).status_code == 200
    sql = [query["sql"] for query in asked.captured_queries]
    assert len(sql) > 10
    assert not [each for each in sql if re.search(r"GROUP BY|OVER \(|RANK\(", each)]
