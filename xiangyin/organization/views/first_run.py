"""The first page of an empty installation, opened by the code that the terminal printed."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from xiangyin.organization.forms import FirstRunForm
from xiangyin.organization.operations.first_run import Founded, found, is_the_code
from xiangyin.shared.clock.reading import now

BACKEND = "django.contrib.auth.backends.ModelBackend"


@login_not_required
def first_run(request: HttpRequest, code: str) -> HttpResponse:
    """Set the township up; then show the two invitations, once."""
    if not is_the_code(code):
        raise Http404
    form = FirstRunForm(request.POST or None)
    if not form.is_valid():
        status = 422 if request.POST else 200
        return render(request, "organization/first_run.html", {"form": form}, status=status)
    founded = found(form.township(), form.founders(), now=now())
    login(request, founded.account, backend=BACKEND)
    return render(request, "organization/founded.html", {"founded": founded, "links": _links(request, founded)})


def _links(request: HttpRequest, founded: Founded) -> list[str]:
    codes = (founded.security_code, founded.audit_code)
    return [request.build_absolute_uri(reverse("organization:invitation", args=[code])) for code in codes]
