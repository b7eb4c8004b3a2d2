"""`python -m bench`: speed of each stage, and quality on the shared data beside naive baselines in the same run."""

import argparse
from collections.abc import Callable
from time import perf_counter

from bench import casualties, duplicates, grading, groups, learned, linking, places, privacy, speed
from bench.shared import ROOT, DataMissing

BENCHES: dict[str, Callable[[], dict[str, float]]] = {
    "messages": groups.measure_messages,
    "news": groups.measure_news,
    "duplicates": duplicates.measure,
    "topics": learned.measure_topics,
    "appeals": learned.measure_appeals,
    "places": places.measure,
    "linking": linking.measure,
    "casualties": casualties.measure,
    "emotion": learned.measure_emotion,
    "heat": learned.measure_heat,
    "spread": learned.measure_spread,
    "privacy": privacy.measure,
    "grading": grading.measure,
    "speed": speed.stages,
    "growth": speed.measure_growth,
}
LONG: dict[str, Callable[[], dict[str, float]]] = {"growth-million": speed.measure_million}
REPORT = ROOT / "bench" / "REPORT.md"
_HEAD = """# Benchmark of the engine

Written by `python -m bench`. “Held out”: by models that never saw the judged data. Other figures of learned parts would
flatter; they are left out or say so. Shared data: see docs/engine.md.
"""


def main() -> None:
    """Run all benchmarks, or one, and print a table; a full run writes the report."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="速度与质量基准")
    parser.add_argument("--only", choices=sorted({**BENCHES, **LONG}), help="只运行一项")
    only = parser.parse_args().only
    chosen = {only: (BENCHES | LONG)[only]} if only else BENCHES
    parts = [section(name, measure) for name, measure in chosen.items()]
    if not only:
        REPORT.write_text("\n".join([_HEAD, *parts]), encoding="utf-8")


def section(name: str, measure: Callable[[], dict[str, float]]) -> str:
    """Run one benchmark; print and return its part of the report."""
    began = perf_counter()
    try:
        lines = [f"| {key} | {_figure(value)} |" for key, value in measure().items()]
    except DataMissing as missing:
        lines = [f"| not run: {missing} | |"]
    text = "\n".join([f"## {name}", "| figure | value |", "| --- | ---: |", *lines, ""])
    print(text, f"({perf_counter() - began:.0f} s)\n", flush=True)
    return text


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 50 else f"{value:.4f}"


if __name__ == "__main__":
    main()
