"""The product's own pages, asked by an officer of the test township at the moment the town's clock shows."""

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from tests.people import Town
from xiangyin.organization.models import Account, Officer
from xiangyin.shared.clock.reading import turned_to

BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass
class SignedIn:
    """One officer at a browser without scripts."""

    town: Town
    client: Client

    def get(self, url: str) -> HttpResponse:
        with turned_to(self.town.now):
            return self.client.get(url)

    def post(self, url: str, **answers: Any) -> HttpResponse:
        """Post a form; the command is new each time."""
        with turned_to(self.town.now):
            return self.client.post(url, {"command": str(uuid4()), **answers})


def signed_in(town: Town, name: str) -> SignedIn:
    """Sign the named officer in; the account is made at the first time."""
    officer = town.officers[name]
    account = Officer.objects.get(pk=officer.pk).account
    if account is None:
        account = Account.objects.create(login=f"of-{officer.pk}")
        Officer.objects.filter(pk=officer.pk).update(account=account)
    client = Client()
    client.force_login(account, backend=BACKEND)
    return SignedIn(town, client)


def visitor(town: Town) -> SignedIn:
    """Somebody who is not signed in."""
    return SignedIn(town, Client())
