from xiangyin.warning.models.early_warning import EarlyWarning
from xiangyin.warning.models.grading import Grading

__all__ = ["EarlyWarning", "Grading"]
