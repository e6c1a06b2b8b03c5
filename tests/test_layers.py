"""Who may import whom: unioncms ← people ← events ← articles; parsing stands on nothing but itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["unioncms", "people", "events", "articles"]
FILES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
# What works with no settings loaded, beside the standard library.
PARSING_STANDS_ON = {"markdown_it", "unioncms.parsing", "unioncms.words"}
FOREIGN_TO_PARSING = {
    "django",
    "taggit",
    "ckeditor",
    "environ",
    "axes",
    "csp",
    "people",
    "events",
    "articles",
}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of each thing imported, wherever the import stands."""
    module = module_name(path)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(), str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                parts = package.split(".")
                source = ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [source])])
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def offences(paths, is_forbidden) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in paths
        for line, name in imports(path)
        if is_forbidden(name)
    ]


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_those_below_it(layer):
    above = LAYERS[LAYERS.index(layer) + 1 :]
    paths = [path for path in FILES if path.is_relative_to(ROOT / layer)]
    assert offences(paths, lambda name: any(is_within(name, app) for app in above)) == []


def test_parsing_needs_no_django_and_none_of_the_apps():
    paths = [path for path in FILES if path.is_relative_to(ROOT / "unioncms" / "parsing")]
    assert paths

    def is_forbidden(name: str) -> bool:
        if is_within(name, "unioncms"):
            return not any(is_within(name, allowed) for allowed in PARSING_STANDS_ON)
        return name.split(".")[0] in FOREIGN_TO_PARSING

    assert offences(paths, is_forbidden) == []


@pytest.mark.parametrize(
    ("package", "others"),
    [
        ("lexicon", ["reading", "credits", "reflow", "segmenting", "naming", "mentions"]),
        ("reading", ["credits", "reflow", "segmenting", "naming", "mentions"]),
        ("credits", ["reading", "reflow", "segmenting", "naming", "mentions"]),
        ("reflow", ["reading", "segmenting", "naming", "mentions"]),
        ("segmenting", ["reading", "naming", "mentions"]),
        ("naming", ["reading", "reflow", "segmenting", "mentions"]),
        ("mentions", ["reading", "credits", "reflow", "segmenting"]),
    ],
)
def test_a_part_of_the_parser_imports_only_those_below_it(package, others):
    parsing = ROOT / "unioncms" / "parsing"
    paths = [path for path in FILES if path.is_relative_to(parsing / package)]
    above = [f"unioncms.parsing.{name}" for name in (*others, "pipeline")]
    assert paths
    assert offences(paths, lambda name: any(is_within(name, part) for part in above)) == []


NAMING = {
    "places": [],
    "passages": ["places"],
    "dates": [],
    "names": ["places", "passages"],
    "bodies": ["places", "passages"],
    "wholes": ["places", "passages", "bodies"],
    "posts": ["places", "passages", "names", "bodies", "wholes"],
    "events": ["passages", "dates", "names", "bodies", "wholes"],
}


@pytest.mark.parametrize("part", NAMING)
def test_a_part_of_naming_imports_only_those_below_it(part):
    naming = ROOT / "unioncms" / "parsing" / "naming"
    paths = [path for path in FILES if path.is_relative_to(naming / part) or path == naming / f"{part}.py"]
    above = [f"unioncms.parsing.naming.{name}" for name in NAMING if name not in (part, *NAMING[part])]
    assert paths
    assert offences(paths, lambda name: any(is_within(name, each) for each in above)) == []


def test_words_needs_no_django():
    assert offences([ROOT / "unioncms" / "words.py"], lambda name: is_within(name, "django")) == []


@pytest.mark.parametrize("package", ["jieba", "rjieba"])
def test_one_module_loads_a_dictionary(package):
    paths = [path for path in FILES if module_name(path) != "unioncms.words"]
    assert offences(paths, lambda name: is_within(name, package)) == []


def test_one_module_knows_the_editor():
    paths = [path for path in FILES if not module_name(path).startswith("unioncms.richtext")]
    assert offences(paths, lambda name: is_within(name, "ckeditor")) == []


def test_no_module_is_named_utils():
    assert [str(path.relative_to(ROOT)) for path in FILES if path.stem in {"utils", "helpers", "misc"}] == []


def test_the_rule_sees_imports_inside_functions_and_relative_ones(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    path = tmp_path / "people" / "views.py"
    path.parent.mkdir()
    path.write_text("from . import models\n\n\ndef show():\n    from articles.models import Article\n")
    assert list(imports(path)) == [(1, "people.models"), (5, "articles.models.Article")]
