import os

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path


def page(_: HttpRequest) -> HttpResponse:
    """Who serves it, who asked the database, and how often it has been told so."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        user = cursor.fetchone()[0]
    return HttpResponse(f"{os.getpid()} {user} {'DATABASE_OWNER_URL' in os.environ}")


urlpatterns = [path("", page)]
