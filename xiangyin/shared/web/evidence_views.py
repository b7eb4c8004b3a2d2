"""The one door to files that were sealed with steps: open to whoever may see the record, each look logged (rights.md 8)."""

from collections.abc import Iterator
from uuid import UUID

from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from xiangyin.shared.access.actor import Actor
from xiangyin.shared.access.tenancy import within
from xiangyin.shared.ledger.models import LedgerEntry
from xiangyin.shared.ledger.queries import entry as find
from xiangyin.shared.ports.outside import outside
from xiangyin.shared.sealed.models import SealedObject
from xiangyin.shared.sealed.store import OF_PEOPLE, open_sealed, piece_of
from xiangyin.shared.steps import registry
from xiangyin.shared.web.file_kinds import shown_as
from xiangyin.shared.web.requests import OfficerRequest

WITHOUT_PAGE = frozenset({"shared.notice", "shared.confirmation"})
# No script, no form, no frame, nothing fetched, an origin of its own. Chromium's PDF viewer works in it (tried with 156).
STRICT = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox"
)
MOST_REASON_CHARS = 200
GONE, INVALID = 410, 422


@require_http_methods(["GET", "POST"])
def evidence(request: OfficerRequest, entry_id: UUID, sealed_id: UUID) -> HttpResponseBase:
    """Give the file. One that tells of persons is given to who says why."""
    kept = _kept(entry_id, sealed_id, request.actor)
    if kept.key.destroyed_at is not None:
        return render(request, "web/evidence.html", {"kept": kept}, status=GONE)
    why = _why(request, kept)
    if not why:
        status = INVALID if request.method == "POST" else 200
        return render(request, "web/evidence.html", {"kept": kept, "asked_again": status == INVALID}, status=status)
    media_type = shown_as(piece_of(kept, 0) or b"")
    pieces = open_sealed(kept, actor=request.actor, why=why, now=request.now)
    return _response(kept, pieces, media_type)


def _kept(entry_id: UUID, sealed_id: UUID, actor: Actor) -> SealedObject:
    entry = find(entry_id)
    if entry is None or str(sealed_id) not in [each["sealed"] for each in entry.evidence] or not _sees(entry, actor):
        raise Http404
    found = SealedObject.objects.filter(pk=sealed_id).select_related("key").first()
    if found is None:
        raise Http404
    return found


def _sees(entry: LedgerEntry, actor: Actor) -> bool:
    """Whoever may see the record may see what was handed in with its steps; what has no page shows nothing."""
    if entry.subject_kind in WITHOUT_PAGE:
        return False
    table = registry.table(entry.subject_kind)
    record = table.model._default_manager.filter(pk=entry.subject_id).first()
    return record is not None and table.visible(record, actor)


def _why(request: OfficerRequest, kept: SealedObject) -> str:
    if kept.key.purpose not in OF_PEOPLE:
        return _("查看材料：%(name)s") % {"name": kept.name}
    return outside().mask(request.POST.get("why", "").strip()[:MOST_REASON_CHARS])


def _response(kept: SealedObject, pieces: Iterator[bytes], media_type: str) -> StreamingHttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(not media_type, kept.name) or "attachment",
        "Content-Length": str(kept.size),
        "Content-Security-Policy": STRICT,
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-store",
    }
    content_type = media_type or "application/octet-stream"
    return StreamingHttpResponse(_streamed(kept, pieces), content_type=content_type, headers=headers)


def _streamed(kept: SealedObject, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """A stream is read after the request's own transaction, so it brings one."""
    with within(kept.jurisdiction_id):
        yield from pieces
