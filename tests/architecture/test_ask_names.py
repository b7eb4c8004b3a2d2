"""Names of answers become names of inputs: one that a form itself has hides it from every script on the page."""

import pytest

from xiangyin.shared.steps import registry

OF_A_FORM = {"form", "action", "method", "target", "elements", "name", "id", "submit", "reset", "length", "command"}
HARMLESS = {"name"}  # enrolling a person; nothing on a page asks a form for its own name


@pytest.mark.parametrize("kind", [table.kind for table in registry.tables()])
def test_no_answer_is_named_like_a_part_of_its_form(kind):
    asked = {ask.name for row in registry.table(kind).rows for ask in row.asks}

    assert asked & (OF_A_FORM - HARMLESS) == set()
