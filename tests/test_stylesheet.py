"""The one style sheet of the site, and the contrast of its colours."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from unioncms.stylesheet import NAME, STYLES, join_parts, parts

LIGHT, DARK = 0, 1
AA_TEXT, AA_MARK, AAA_TEXT = 4.5, 3, 7


def colours(selector: str) -> dict[str, tuple[str, str]]:
    """The colours that the rule of `selector` sets: light and dark."""
    sheet = (STYLES / "tokens.css").read_text()
    rule = sheet[sheet.index(f"{selector} {{") :].partition("}")[0]
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", rule)
    return {name: (light, dark) for name, light, dark in found}


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("paper", ["paper", "paper-raised", "reading"])
@pytest.mark.parametrize(
    ("selector", "text"), [(":root", AA_TEXT), (':root[data-contrast="high"]', AAA_TEXT)]
)
def test_text_and_lines_stand_out_from_every_paper(selector, text, paper, scheme):
    palette = colours(selector)
    ground = palette[paper][scheme]
    inks = ["ink"] if paper == "reading" else ["ink", "ink-quiet", "accent"]
    for name in inks:
        assert contrast(palette[name][scheme], ground) >= text, name
    for name in ("focus", "accent-rule") if paper == "paper" else ():
        assert contrast(palette[name][scheme], ground) >= AA_MARK, name


def test_browsers_that_ask_for_contrast_get_what_a_reader_can_choose():
    chosen, asked = colours(':root[data-contrast="high"]'), colours(":root:not([data-contrast])")
    assert asked
    assert chosen | asked == chosen


def test_browsers_without_two_schemes_get_the_light_one():
    sheet = (STYLES / "tokens.css").read_text()
    fallback = dict(re.findall(r"--([\w-]+): (#\w+);", sheet.partition("@supports not")[2]))
    assert fallback == {name: pair[LIGHT] for name, pair in colours(":root").items()}


def test_every_file_is_part_of_the_sheet_once_with_paper_last():
    names = [part.name for part in parts()]
    assert sorted(parts()) == sorted(STYLES.rglob("*.css"))
    assert names[:3] == ["tokens.css", "base.css", "layout.css"]
    assert names[-1] == "print.css"


def test_comments_stay_at_home_and_every_rule_goes_along():
    sheet = join_parts()
    assert "/*" not in sheet
    assert sheet.count("{") == sum(part.read_text().count("{") for part in parts())


def test_collectstatic_and_a_server_at_work_find_the_joined_sheet():
    found = finders.find(NAME)
    collected = [path for finder in finders.get_finders() for path, _ in finder.list([])]
    assert Path(found).read_text() == join_parts()
    assert collected.count(NAME) == 1
    assert finders.find(NAME, find_all=True) == [found]


def test_components_take_colours_and_sizes_of_type_from_the_tokens():
    rules = "".join(path.read_text() for path in (STYLES / "components").glob("*.css"))
    assert re.findall(r"#(?!fff;)[0-9a-f]{3,6}\b|rgba?\(|font-size: [\d.]+(?:px|rem)", rules) == []
