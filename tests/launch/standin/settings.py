"""A Django project of one page, so that the tests of the launcher do not depend on the product's pages."""

import os

from psycopg.conninfo import conninfo_to_dict


def database(address: str) -> dict[str, object]:
    told = conninfo_to_dict(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": told["dbname"],
        "USER": told["user"],
        "PASSWORD": told["password"],
        "HOST": told["host"],
        "PORT": told["port"],
    }


SECRET_KEY = "stand-in"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.launch.standin.pages"
INSTALLED_APPS = ["tests.launch.standin"]
USE_TZ = True
DATABASES = {
    alias: database(os.environ[name])
    for alias, name in (("default", "DATABASE_URL"), ("owner", "DATABASE_OWNER_URL"))
    if name in os.environ
}
