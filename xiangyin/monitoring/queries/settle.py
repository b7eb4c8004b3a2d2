"""Telling the database what many new items changed: until it knows, it searches the wrong way (0.9 s instead of 0.1 s)."""

from django.db import connection, transaction


@transaction.atomic
def settle_items() -> None:
    """Empty the index's list of what is pending and count the words anew. About 3 s over 100,000 items."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT settle_items()")
