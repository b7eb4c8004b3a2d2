"""Help, drawn from the rule tables themselves: who may do what from where, and by when."""

from django.http import HttpResponse
from django.shortcuts import render

from xiangyin.board.queries.rules import rule_tables
from xiangyin.shared.web.requests import OfficerRequest
from xiangyin.shared.web.style_page import style_page_context


def tables(request: OfficerRequest) -> HttpResponse:
    """Every rule table as people read it."""
    return render(request, "board/help.html", {"tables": rule_tables()})


def style(request: OfficerRequest) -> HttpResponse:
    """The style page: every part of the interface in all its states."""
    return render(request, "web/style_page.html", style_page_context())
