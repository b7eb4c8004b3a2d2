"""`xiangyin mask`: personal data out of texts, line by line."""

import argparse
from collections.abc import Mapping
from typing import Any

from xiangyin.engine.masking.mask import mask
from xiangyin.launch.filters.lines import LineRefused, add_ends, each


def configure(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.description = "从每行 {id, text} 中遮盖电话、证件号、银行卡、邮箱、车牌和住址"
    add_ends(parser)


def run(arguments: argparse.Namespace) -> int:
    """Mask every line; return 0, or 3 if a line could not be read."""
    return each(arguments, masked)


def masked(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answer to one line's object.

    :raises LineRefused: `text` is not text.
    """
    if not isinstance(said["text"], str):
        raise LineRefused("字段 text 应为文字")
    found = mask(said["text"])
    spans = [{"kind": s.kind, "start": s.start, "end": s.end} for s in found.spans]
    return {"id": said["id"], "masked_text": found.text, "spans": spans}
