"""A command post does not outlive its response (4.1.3)."""

from django.utils.translation import gettext as _

from xiangyin.response.queries.command_posts import open_post
from xiangyin.response.rules.command_post import COMMAND_POST_STEPS
from xiangyin.shared.steps.take import take
from xiangyin.shared.steps.taken import Taken


def close_post(taken: Taken) -> None:
    """Close the post that is still open when its response ends."""
    post = open_post(taken.subject.event_id)
    if post is not None:
        command = taken.consequence("post", reason=_("响应已终止"))
        take(COMMAND_POST_STEPS, post.id, "close", actor=taken.machine, command=command, now=taken.now)
