"""What the strict content policy and the page budget ask of the sources themselves."""

import re
from pathlib import Path

import pytest

import xiangyin.shared.web
from xiangyin.shared.web.renderer import Renderer

WEB = Path(xiangyin.shared.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SHEETS = sorted((WEB / "static/web/css").glob("*.css"))
SCRIPTS = sorted((WEB / "static/web/js").glob("*.js"))
INLINE = re.compile(r"""\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*\ssrc=)|javascript:|hx-on|hx-vals=["']js:""")
BUDGET_BYTES = 60_000


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_short_says_its_context_and_holds_no_inline_code(template: Path) -> None:
    text = template.read_text()

    assert len(text.splitlines()) <= 80
    assert "context" in text.lower()
    assert INLINE.findall(text) == []


def test_the_pages_own_styles_and_scripts_stay_within_the_budget() -> None:
    assert sum(path.stat().st_size for path in (*SHEETS, *SCRIPTS)) < BUDGET_BYTES


def test_each_style_sheet_is_short_linked_once_and_in_a_layer() -> None:
    linked = re.findall(r"web/css/([\w.]+)'", (WEB / "templates/web/parts/styles.html").read_text())

    assert sorted(linked) == [path.name for path in SHEETS]
    for sheet in SHEETS:
        text = sheet.read_text()
        assert len(text.splitlines()) <= 200
        assert "@layer" in text
        assert "url(" not in text


def test_every_part_is_shown_on_the_style_page() -> None:
    roots = ["web/style_page.html", "web/public_base.html", Renderer.form_template_name, Renderer.field_template_name]
    seen: set[str] = set()
    while roots:
        name = roots.pop()
        if name not in seen:
            seen.add(name)
            roots += re.findall(r"""{% (?:include|extends) "(web/[^"]+)""", (WEB / "templates" / name).read_text())

    assert {f"web/parts/{path.name}" for path in (WEB / "templates/web/parts").glob("*.html")} - seen == set()


def test_colours_are_named_in_one_place() -> None:
    elsewhere = {sheet.name for sheet in SHEETS if re.search(r"#[0-9a-f]{6}", sheet.read_text())}

    assert elsewhere == {"tokens.css", "document.css", "print.css"}


def test_every_class_of_a_template_is_known_to_a_style_sheet() -> None:
    styles = "".join(path.read_text() for path in SHEETS)
    bare = [re.sub(r"{%.*?%}|{{.*?}}", " ", path.read_text()) for path in TEMPLATES]
    used = {name for text in bare for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}

    assert {name for name in used if not name.endswith("-") and f".{name}" not in styles} == set()


def test_no_script_imports_another_or_evaluates_text() -> None:
    for script in SCRIPTS:
        text = script.read_text()
        assert not re.search(r"^import |\bimport\(|\beval\(|new Function", text, re.MULTILINE)
