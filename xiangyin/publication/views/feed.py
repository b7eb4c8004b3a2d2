"""The Atom feed of a township's statements."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from xiangyin.organization.models import Jurisdiction
from xiangyin.publication.queries.published import Published


def atom(request: HttpRequest, place: Jurisdiction, shown: list[Published]) -> str:
    """The feed as text. Ids are `urn:uuid:` of the paper and never change."""
    home = reverse("publication:statements", args=[place.code])
    feed = Atom1Feed(
        title=_("%(place)s 情况通报") % {"place": place.name},
        link=request.build_absolute_uri(home),
        description="",
        feed_url=request.build_absolute_uri(),
        language="zh-Hans",
    )
    for paper in shown:
        address = reverse("publication:statement", args=[place.code, paper.id])
        feed.add_item(
            title=_("（已撤回）%(title)s") % {"title": paper.title} if paper.withdrawn_at else paper.title,
            link=request.build_absolute_uri(address),
            description=_("这份通报已撤回，内容不再有效。") if paper.withdrawn_at else paper.text,
            unique_id=f"urn:uuid:{paper.id}",
            author_name=place.name,
            pubdate=paper.issued_at,
            updateddate=paper.updated_at,
        )
    return str(feed.writeString("utf-8"))
