from xiangyin.response.models.command_post import CommandPost
from xiangyin.response.models.plan import PlanVersion
from xiangyin.response.models.response import Response

__all__ = ["CommandPost", "PlanVersion", "Response"]
