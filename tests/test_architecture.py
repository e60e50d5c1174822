"""The arrows between apps go one way, and the house keeps its habits."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ["config", "datasets", "timeline", "incidents", "actors", "sources", "ledger", "dates"]
MODULES = [
    path
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
PURE = [
    "actors/countries.py",
    "actors/names.py",
    "datasets/formats",
    "datasets/matching/scoring",
    "datasets/reading",
    "dates/edtf.py",
    "dates/partial.py",
    "dates/reading.py",
    "dates/wording.py",
    "dates/overlap.py",
    "incidents/counts",
    "incidents/documents.py",
    "incidents/origins.py",
    "incidents/statuses",
    "incidents/tolls",
    "ledger/wording.py",
    "sources/documents.py",
    "sources/footnotes.py",
    "timeline/standing.py",
]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> list[tuple[str, ast.stmt]]:
    """List the packages that a module imports from, with the statement."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found += [(alias.name, node) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.append((node.module or "", node))
    return found


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kinds)]


def test_no_module_imports_from_a_higher_app():
    wrong = [
        f"{name(path)} imports {module}"
        for path in MODULES
        for module, _ in imports(path)
        if module.split(".")[0] in APPS[: APPS.index(path.relative_to(ROOT).parts[0])]
    ]
    assert not wrong


def test_no_function_hides_an_import():
    hidden = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not hidden


@pytest.mark.parametrize("place", PURE)
def test_what_is_called_pure_imports_nothing_of_django(place):
    path = ROOT / place
    modules = sorted(path.rglob("*.py")) if path.is_dir() else [path]
    for module in modules:
        assert not [one for one, _ in imports(module) if one.split(".")[0] == "django"]


def test_no_file_is_longer_than_can_be_read_at_once():
    assert not [name(path) for path in MODULES if len(path.read_text().splitlines()) > 400]


def test_no_function_is_longer_than_forty_lines():
    """Functions of a few statements may be longer: they declare a document or a table."""
    long = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in functions(path)
        if node.end_lineno - node.lineno >= 40 and len(node.body) > 4
    ]
    assert not long


def test_no_app_wires_itself_by_signals():
    assert not [name(path) for path in MODULES if "django.dispatch" in path.read_text()]


def test_every_template_is_short():
    long = [
        f"{name(path)} ({len(path.read_text().splitlines())})"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if len(path.read_text().splitlines()) > 80
    ]
    assert not long


def test_no_text_is_marked_safe():
    wrong = [
        name(path)
        for path in [*MODULES, *(ROOT / "templates").rglob("*.html")]
        if "mark_safe" in path.read_text() or "|safe" in path.read_text().replace(" ", "")
    ]
    assert not wrong
