from xiangyin.organization.models.account import Account
from xiangyin.organization.models.figures import FigureChange, FigureSet
from xiangyin.organization.models.invitation import Invitation
from xiangyin.organization.models.jurisdiction import Jurisdiction
from xiangyin.organization.models.officer import Officer, Tenure
from xiangyin.organization.models.shift import Shift
from xiangyin.organization.models.task import Task
from xiangyin.organization.models.unit import Unit
from xiangyin.organization.models.village import Village

__all__ = [
    "Account", "FigureChange", "FigureSet", "Invitation", "Jurisdiction", "Officer", "Shift", "Task", "Tenure", "Unit", "Village",
]  # fmt: skip
