from xiangyin.readiness.models.drill import Drill
from xiangyin.readiness.models.finding import Finding
from xiangyin.readiness.models.inject import Expectation, Inject
from xiangyin.readiness.models.scenario import Scenario
from xiangyin.readiness.models.training_session import TrainingSession
from xiangyin.readiness.models.year_plan import YearPlan

__all__ = ["Drill", "Expectation", "Finding", "Inject", "Scenario", "TrainingSession", "YearPlan"]
