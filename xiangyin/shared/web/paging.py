"""A page of a long list, as parts/pager.html shows it."""

from typing import Any

from django.core.paginator import Page

from xiangyin.shared.web import pieces


def page_piece(page: Page[Any], *, query: str = "") -> pieces.Page:
    """`query` is what else stands in the address, e.g. `q=停水&`."""
    return pieces.Page(
        number=page.number, pages=page.paginator.num_pages, rows=page.paginator.count,
        previous_url=f"?{query}page={page.previous_page_number()}" if page.has_previous() else "",
        next_url=f"?{query}page={page.next_page_number()}" if page.has_next() else "",
    )  # fmt: skip
