"""Accounts come by invitation: a one-time code from the security administrator, used by the officer."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from xiangyin.organization.models import Account, Invitation, Officer
from xiangyin.organization.terms import OfficerState
from xiangyin.shared.access.actor import Actor
from xiangyin.shared.ledger.append import Act, append, lock_head
from xiangyin.shared.ledger.models import Mode, Way
from xiangyin.shared.ledger.stateful import kind_of

VALID_FOR = timedelta(days=7)


class InvitationInvalidError(Exception):
    """The code is unknown, used or too old."""


@transaction.atomic
def invite(officer: Officer, *, actor: Actor, now: datetime) -> str:
    """Make a new code for an officer; earlier ones lose their force. Only the hash is kept: show the code now or never."""
    head = lock_head(officer.jurisdiction_id)
    Invitation.objects.filter(officer=officer, used_at=None).update(expires_at=now)
    code = secrets.token_urlsafe(18)
    made = Invitation.objects.create(
        jurisdiction_id=officer.jurisdiction_id, officer=officer, code_sha256=_hashed(code), made_at=now,
        expires_at=now + VALID_FOR,
    )  # fmt: skip
    post = min(actor.posts, default="")
    act = Act(
        at=now, mode=Mode.ACTUAL, way=Way.IN_PERSON if actor.officer_id else Way.MACHINE, officer_id=actor.officer_id,
        officer_name=actor.name, post=post, subject_kind=kind_of(officer), subject_id=officer.id, action="invite",
        clause="1.3.5", command_id=made.id,
    )  # fmt: skip
    append(head, act)
    return code


def find(code: str, *, now: datetime) -> Invitation:
    """The invitation of a code.

    :raises InvitationInvalidError: unknown, used or too old.
    """
    found = Invitation.objects.filter(code_sha256=_hashed(code), used_at=None, expires_at__gt=now)
    found = found.filter(officer__state=OfficerState.SERVING)  # who left meanwhile comes in no more
    invitation = found.select_related("officer").first()
    if invitation is None:
        raise InvitationInvalidError(_("邀请码无效或已过期，请向安全管理员重新索取。"))
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, login: str, password: str, now: datetime) -> Account:
    """Make the account and bind it to the officer."""
    account = Account.objects.make(login, password)
    Officer.objects.filter(pk=invitation.officer_id, account=None).update(account=account)
    Invitation.objects.filter(pk=invitation.pk).update(used_at=now)
    return account


def _hashed(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
