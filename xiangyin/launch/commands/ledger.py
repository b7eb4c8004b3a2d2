"""`xiangyin ledger verify`: proving that no entry was changed, removed or put in."""

from argparse import ArgumentParser, Namespace
from uuid import UUID

from xiangyin.launch.database import django_on_database
from xiangyin.launch.home import Home


def configure(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=["verify"], help="verify：逐条重算摘要，检查整条链 (hash the whole chain again)"
    )


def run(_: Namespace) -> int:
    """Exit status 0 when every chain holds, 1 when one is broken."""
    with django_on_database(Home.of()):
        from xiangyin.organization.models import Jurisdiction

        return max((_verify(place.id, place.name) for place in Jurisdiction.objects.order_by("code")), default=0)


def _verify(jurisdiction_id: UUID, name: str) -> int:
    from xiangyin.shared.access.tenancy import within
    from xiangyin.shared.ledger.verify import verify

    with within(jurisdiction_id):
        verdict = verify(jurisdiction_id)
    if verdict.broken_at is None:
        print(f"{name}：{verdict.entries} 条，首尾相连，没有改动。{verdict.last_hash}")
        return 0
    print(f"{name}：第 {verdict.broken_at} 条对不上。Entry {verdict.broken_at}: {verdict.why}.")
    return 1
