"""Figures that training measured on data it had kept aside; the benchmark prints them again."""

import json

from bench.shared import ROOT

FILE = ROOT / "bench" / "held_out.json"


def note(name: str, figures: dict[str, float]) -> None:
    """Keep the figures of one model and print them."""
    known = noted()
    known[name] = {key: round(value, 4) for key, value in figures.items()}
    FILE.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(name, known[name])


def noted() -> dict[str, dict[str, float]]:
    """Return all figures kept."""
    return json.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
