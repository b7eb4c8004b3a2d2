"""The very first page: whoever started the program holds a one-time code, and sets the township up with it."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from xiangyin.organization.models import Account, Jurisdiction, Officer
from xiangyin.organization.operations.invite import invite
from xiangyin.organization.operations.set_up import Township, appoint, enrol, set_up
from xiangyin.organization.terms import Post
from xiangyin.shared.access.actor import machine
from xiangyin.shared.access.tenancy import within


@dataclass(frozen=True, slots=True, kw_only=True)
class Founders:
    """The three administrators: the first makes the account at once, the others get an invitation each."""

    system: str
    security: str
    audit: str
    login: str
    password: str


@dataclass(frozen=True, slots=True)
class Founded:
    """The new township, and the codes to hand to the two other administrators, shown once."""

    place: Jurisdiction
    account: Account
    security_code: str
    audit_code: str


def new_code() -> str:
    """Make the one-time code; only its hash is kept, in a file of the data folder. An earlier code loses its force."""
    code = secrets.token_urlsafe(9)
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(_hashed(code), encoding="ascii")
    return code


def is_the_code(code: str) -> bool:
    """Whether this is the code, and nothing has been set up with it yet."""
    path = _file()
    return path.exists() and secrets.compare_digest(path.read_text(encoding="ascii"), _hashed(code))


@transaction.atomic
def found(township: Township, founders: Founders, *, now: datetime) -> Founded:
    """Create the township and its three administrators; the code is used up."""
    place = set_up(township, is_demonstration=False, now=now)
    basis = _("首次设置")
    with within(place.id):
        system = _administrator(place, founders.system, Post.SYSTEM_ADMIN, basis, now)
        security = _administrator(place, founders.security, Post.SECURITY_ADMIN, basis, now)
        audit = _administrator(place, founders.audit, Post.AUDIT_ADMIN, basis, now)
        account = Account.objects.make(founders.login, founders.password)
        Officer.objects.filter(pk=system.pk).update(account=account)
        actor = machine(place.id, at=now)
        codes = [invite(officer, actor=actor, now=now) for officer in (security, audit)]
    transaction.on_commit(lambda: _file().unlink(missing_ok=True))
    return Founded(place, account, *codes)


def _administrator(place: Jurisdiction, name: str, post: Post, basis: str, now: datetime) -> Officer:
    officer = enrol(place, name, now=now)
    appoint(officer, post, basis=basis, now=now)
    return officer


def _file() -> Path:
    return Path(settings.HOME) / "run" / "first-run.sha256"


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
