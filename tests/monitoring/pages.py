"""A signed-in officer at the screen, for the tests."""

from django.test import Client

from xiangyin.organization.models import Account, Officer

BACKEND = "django.contrib.auth.backends.ModelBackend"


def at_screen(town, name: str) -> Client:
    """A browser in which the named officer is signed in."""
    officer = town.officers[name]
    account = officer.account or Account.objects.make(name, "a-long-enough-one")
    Officer.objects.filter(pk=officer.pk).update(account=account)
    officer.account = account
    client = Client()
    client.force_login(account, backend=BACKEND)
    return client
