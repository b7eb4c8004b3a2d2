from xiangyin.readiness.models.training_session import TrainingSession
from xiangyin.readiness.models.year_plan import YearPlan

__all__ = ["TrainingSession", "YearPlan"]
