"""A signed-in officer at the screen, for the tests."""

from django.test import Client

from xiangyin.organization.models import Account

BACKEND = "django.contrib.auth.backends.ModelBackend"


def at_screen(town, name: str) -> Client:
    """A browser in which the named officer is signed in."""
    officer = town.officers[name]
    if officer.account is None:
        officer.account = Account.objects.create(login=f"login-{officer.pk}")
        officer.save(update_fields=["account"])
    client = Client()
    client.force_login(officer.account, backend=BACKEND)
    return client
