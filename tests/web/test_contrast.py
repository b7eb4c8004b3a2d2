"""Contrast by the formula of WCAG 2.2 (1.4.3, 1.4.11), which GB/T 37668-2019 follows, over both themes."""

import re
from pathlib import Path

import pytest

import xiangyin.shared.web

TOKENS = (Path(xiangyin.shared.web.__file__).parent / "static/web/css/tokens.css").read_text()
LIGHT, DARK = TOKENS.split("prefers-color-scheme: dark")
THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("paper", "sheet", "sunk")
COLOURS = ("red", "orange", "yellow", "blue")
TEXTS = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent") for ground in GROUNDS),
    *((ink, "accent-wash") for ink in ("ink", "ink-2", "accent")),
    *((f"{colour}-ink", f"{colour}-wash") for colour in COLOURS),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-hover"),
    ("strong-ink", "strong"),
    ("strong-ink", "ink-2"),
]
EDGES = [
    *((edge, ground) for edge in ("line-strong", "focus") for ground in GROUNDS),
    *((f"{colour}-ink", "sheet") for colour in COLOURS),
]


def token(theme: str, name: str) -> str:
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", THEMES[theme])
    assert found, name
    return found[1]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(theme: str, ink: str, ground: str) -> None:
    assert contrast(token(theme, ink), token(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_what_can_be_used_can_be_seen(theme: str, edge: str, ground: str) -> None:
    assert contrast(token(theme, edge), token(theme, ground)) >= 3
