from xiangyin.accountability.models.case import Case
from xiangyin.accountability.models.ledger_fact import LedgerFact

__all__ = ["Case", "LedgerFact"]
