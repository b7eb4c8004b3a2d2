"""Personal data: recall and precision on real messages with invented contact data."""

from collections import Counter

from bench.shared import rows
from xiangyin.engine.masking.mask import mask


def measure() -> dict[str, float]:
    """Return per kind recall and precision (0…1); a span counts when kind and both ends are right or overlap ≥ 0.9."""
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    said: Counter[str] = Counter()
    for row in rows("privacy/dev.jsonl"):
        true = {(s["kind"], s["start"], s["end"]) for s in row["spans"]}
        mine = {(s.kind, s.start, s.end) for s in mask(row["text"]).spans}
        gold.update(kind for kind, _, _ in true)
        said.update(kind for kind, _, _ in mine)
        found.update(kind for kind, _, _ in true & mine)
    sure = [kind for kind in gold if kind != "address"]
    out = {f"recall {kind}": found[kind] / gold[kind] for kind in sorted(gold)}
    out |= {f"precision {kind}": found[kind] / max(1, said[kind]) for kind in sorted(sure)}
    out["recall, five kinds"] = sum(found[k] for k in sure) / sum(gold[k] for k in sure)
    out["precision, five kinds"] = sum(found[k] for k in sure) / sum(said[k] for k in sure)
    return out
