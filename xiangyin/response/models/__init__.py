from xiangyin.response.models.plan import PlanVersion
from xiangyin.response.models.response import Response

__all__ = ["PlanVersion", "Response"]
