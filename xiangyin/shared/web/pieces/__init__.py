"""The values that the parts under templates/web/parts/ are given. Frozen; made by views from what queries answer."""

from xiangyin.shared.web.pieces.acts import LedgerLine, Reason, StepOffer
from xiangyin.shared.web.pieces.frame import AccountMenu, Band, Link, NavigationEntry, Notice
from xiangyin.shared.web.pieces.lists import Cell, Column, Fact, Figure, Page, Row, Stat
from xiangyin.shared.web.pieces.papers import Correction, Paper, Signature, Statement

__all__ = [
    "AccountMenu",
    "Band",
    "Cell",
    "Column",
    "Correction",
    "Fact",
    "Figure",
    "LedgerLine",
    "Link",
    "NavigationEntry",
    "Notice",
    "Page",
    "Paper",
    "Reason",
    "Row",
    "Signature",
    "Stat",
    "Statement",
    "StepOffer",
]
