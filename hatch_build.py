"""Compiles the message catalogs (`briefing.po` -> `briefing.mo`) into the wheel, with Babel, which the build asks for.

From a working tree nothing has to be compiled: `briefing.localize.catalogs` reads the `.po` itself.  Its code is run by path
here, because the package's other dependencies are not there while a wheel is built.
"""

from __future__ import annotations

import runpy
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's custom build hook: it looks for one subclass of `BuildHookInterface` in this file."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._made = tempfile.TemporaryDirectory(prefix="briefing-catalogs-")
        if version == "editable":
            return
        compile_po = runpy.run_path(str(Path(self.root, "briefing", "localize", "catalogs.py")))["compile_po"]
        for source in sorted(Path(self.root, "briefing", "locale").glob("*/LC_MESSAGES/*.po")):
            inside = source.relative_to(self.root).with_suffix(".mo")
            target = Path(self._made.name, inside)
            target.parent.mkdir(parents=True)
            target.write_bytes(compile_po(source.read_bytes()))
            build_data["force_include"][str(target)] = inside.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self._made.cleanup()
