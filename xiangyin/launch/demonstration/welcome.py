"""What the terminal says after the start: the demonstration's accounts, or the way to the first page."""

import os

from xiangyin.launch.demonstration.people import PASSWORD, told
from xiangyin.organization.models import Jurisdiction
from xiangyin.organization.operations.first_run import new_code
from xiangyin.organization.terms import Post


def lines() -> list[str]:
    """Nothing to say once a township of one's own is set up."""
    if not Jurisdiction.objects.exists():
        address = os.environ.get("XIANGYIN_ADDRESS", "")
        return [f"首次设置：{address}/first-run/{new_code()}/", "  Open this address once to set up the township."]
    if not Jurisdiction.objects.filter(code=told("township")["code"], is_demonstration=True).exists():
        return []
    return [f"演示账号（密码都是 {PASSWORD}）：", *(_line(person) for person in told("township")["officers"])]


def _line(person: dict[str, object]) -> str:
    posts = "、".join(str(Post(post).label) for post in person["posts"])  # type: ignore[attr-defined]
    return f"  {person['login']:<10} {person['name']}　{posts}"
