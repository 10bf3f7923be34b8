"""Data goes one way: no module imports from a layer above its own, no stage imports another stage."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "briefing"
LAYERS = (
    "model errors",
    "structure edtf",
    "codec knowledge localize",
    "ingest annotate extract consolidate realize render",
    "pipeline translate",
    "cli",
    "__main__",
)
RANK = {name: level for level, names in enumerate(LAYERS) for name in names.split()}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: relative import"
            module = node.module or ""
            names = [f"{module}.{alias.name}" if module == "briefing" else module for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found += [(node.lineno, name.split(".")[1]) for name in names if name.startswith("briefing.")]
        assert "briefing" not in names, f"{path.name}:{node.lineno}: imports the package root"
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    home = part_of(path)
    for line, part in imported_parts(path):
        assert part == home or RANK[part] < RANK[home], f"{path.name}:{line}: {home} imports {part}"


def test_every_part_has_a_layer() -> None:
    assert {part_of(path) for path in MODULES} <= RANK.keys()


MOST_IN_A_FOLDER = 40
"""More modules than this nobody finds his way in by their names."""


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_folder_is_a_heap(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= MOST_IN_A_FOLDER
