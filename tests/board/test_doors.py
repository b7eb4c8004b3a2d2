"""Every step that a page offers to anybody: its own page opens, and an empty form is answered in words, never by a failure."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.accountability.opened import opened
from tests.papers import drafted
from tests.readiness.playing import planned
from tests.readiness.test_training import planned as planned_training
from tests.recovery.after import stood_down
from tests.response.test_chain import activated
from tests.signed_in import signed_in
from xiangyin.monitoring.models import Demand
from xiangyin.monitoring.rules.demand import DEMAND_STEPS
from xiangyin.recovery.rules.relief import RELIEF_STEPS, of_event
from xiangyin.shared.ledger.stateful import kind_of
from xiangyin.shared.steps import registry
from xiangyin.shared.web.step_offers import offers_for

ANSWERS = {200, 302, 409, 422}
AT_LEAST = 50  # different steps that some page offers in this town


@pytest.fixture
def busy(town):
    """A town in which something of every kind is going on."""
    event, _response = activated(town)
    drafted(town, event)
    town.open(DEMAND_STEPS, "register", Demand(event=event), "李值班", kind="help", asked="请派医生")
    after = stood_down(town)
    town.open(RELIEF_STEPS, "register", of_event(after.event), "李值班", kind="relief", for_whom="5 户", what="安置")
    town.proposed(3)
    planned(town)
    planned_training(town)
    opened(town, after.event)
    return town


def offered(town) -> Iterator[tuple[str, str]]:
    """The name of somebody to whom it is offered, and the address of the step; each kind of step once."""
    parents = [town.place, *(record for table in registry.tables() for record in table.model._default_manager.all())]
    seen = set()
    for name in town.officers:
        actor = town.who(name)
        for parent in parents:
            for piece in offers_for(parent, actor):
                key = (kind_of(parent), parent.state if hasattr(parent, "state") else "", piece.action)
                if key not in seen:
                    seen.add(key)
                    yield name, piece.url


def test_each_opens_and_answers_an_empty_form(busy):
    steps = list(offered(busy))
    assert len({url.rstrip("/").rpartition("/")[2] for _name, url in steps}) >= AT_LEAST

    for name, url in steps:
        assert signed_in(busy, name).get(url).status_code == 200, (name, url)
        with transaction.atomic():
            said = signed_in(busy, name).post(url).status_code
            assert said in ANSWERS, (name, url, said)
            transaction.set_rollback(True)
