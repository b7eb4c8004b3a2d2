"""Inviting an officer, and the invited officer's first page."""

from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from xiangyin.organization.forms import AccountForm
from xiangyin.organization.operations import invite as operations
from xiangyin.organization.queries.officers import serving
from xiangyin.organization.queries.service import jurisdiction_of_code
from xiangyin.organization.terms import Post
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.web.requests import OfficerRequest

BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_POST
def invite(request: OfficerRequest, pk: UUID) -> HttpResponse:
    """Make a code and show it this once."""
    person = serving().filter(pk=pk, account=None).first()
    if person is None or Post.SECURITY_ADMIN not in request.actor.posts:
        raise Http404
    code = operations.invite(person, actor=request.actor, now=request.now)
    link = request.build_absolute_uri(reverse("organization:invitation", args=[code]))
    return render(request, "organization/invited.html", {"person": person, "link": link})


@login_not_required
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """The invited officer chooses login and password, and is signed in."""
    with within(jurisdiction_of_code(code)):
        try:
            invitation = operations.find(code, now=request.now)  # type: ignore[attr-defined]
        except operations.InvitationInvalidError as invalid:
            return render(request, "organization/invitation.html", {"invalid": str(invalid)}, status=404)
        form = AccountForm(request.POST or None)
        if not form.is_valid():
            status = 422 if request.POST else 200
            return render(
                request, "organization/invitation.html", {"form": form, "person": invitation.officer}, status=status
            )
        account = operations.accept(
            invitation, login=form.cleaned_data["login"], password=form.cleaned_data["password"], now=request.now  # type: ignore[attr-defined]
        )  # fmt: skip
    login(request, account, backend=BACKEND)
    return redirect("/")
