"""The catalogue of messages: extracted with Babel (GNU gettext is not on a bare machine), compiled at set-up.

`python -m tools.translations` brings xiangyin/locale/en up to date; `--check` tells whether it is.
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path("xiangyin")
LANGUAGES = ("en",)
TEXT = re.compile(r"""u?'(?:[^'\\\\]|\\\\.)*'|u?"(?:[^"\\\\]|\\\\.)*\"""")
CALL = re.compile(rf"gettext\((?:\s*(?:{TEXT.pattern})\s*,?)+")
KEYWORDS = DEFAULT_KEYWORDS | {"gettext_lazy": None, "gettext_noop": None, "ngettext_lazy": (1, 2)}


def main(words: list[str]) -> int:
    """Write the catalogues, or with `--check` compare them; 1 if a message is missing there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xiangyin.config.settings")
    django.setup()
    messages = dict(_messages())
    results = [
        _check(language, messages) if "--check" in words else _write(language, messages) for language in LANGUAGES
    ]
    return max(results)


def _messages() -> Iterator[tuple[Any, str]]:
    for path in sorted(ROOT.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from ((found[1], str(path)) for found in extract_from_file("python", path, keywords=KEYWORDS))
    for path in sorted(ROOT.rglob("*.html")):
        yield from ((found, str(path)) for found in _of_template(path))


def _of_template(path: Path) -> list[Any]:
    """Django turns a template into something like C for GNU gettext; the calls in it are all that is needed."""
    calls = CALL.findall(templatize(path.read_text(encoding="utf-8")))
    texts = [tuple(ast.literal_eval(text) for text in TEXT.findall(call)) for call in calls]
    return [each[0] if len(each) == 1 else each[:2] for each in texts]


def _po(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def _read(language: str) -> Catalog:
    if not _po(language).exists():
        return Catalog(locale=language)
    with _po(language).open("rb") as file:
        return read_po(file, locale=language)


def _check(language: str, messages: dict[Any, str]) -> int:
    catalog = _read(language)
    missing = [message for message in messages if message not in catalog]
    for message in missing[:20]:
        print(f"{language}: not in the catalogue: {message!r} ({messages[message]})")
    return 1 if missing else 0


def _write(language: str, messages: dict[Any, str]) -> int:
    before, after = _read(language), Catalog(locale=language, project="xiangyin", fuzzy=False)
    for message, place in sorted(messages.items(), key=lambda pair: (pair[1], str(pair[0]))):
        kept = before.get(message if isinstance(message, str) else message[0])
        after.add(message, string=kept.string if kept else None, locations=[(place, 0)])
    _po(language).parent.mkdir(parents=True, exist_ok=True)
    with _po(language).open("wb") as file:
        write_po(file, after, omit_header=False, sort_output=False, include_lineno=False)
    with _po(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, after)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
