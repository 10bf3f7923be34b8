"""Who reads the memo, and what that changes: one folder for each audience, in layers that people may lay over ours.

A folder holds `audience.yaml`, `memo.docx`, `memo.md.j2`.  An audience may extend another; the same audience may stand in
several places (command line, project, user, package).  Settings merge key by key, parents before children, the package's
before the user's; lists replace.  Files are looked up child before parent, and in each the nearest place first, so that a
desk's own `base/memo.docx` does not displace the one-page layout that the package has for ministers.  In each folder
`memo.es-MX.docx` goes before `memo.es.docx` before `memo.docx`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from briefing.errors import TemplateError
from briefing.model import Language, Text
from briefing.render.suggest import did_you_mean
from briefing.structure import load_yaml, structure

Section = Literal[
    "bottom_line", "timeline", "facts", "quotes", "positions", "upcoming", "held", "conflicts", "sources", "left_out"
]
CitationStyle = Literal["footnote", "bracket", "attribution", "none"]
Level = Literal["low", "moderate", "high"]

NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}")
SETTINGS = "audience.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is printed; None where everything is.  `pages` is kept by leaving out the last of the ranked items."""

    pages: int | None = None
    facts: int | None = None
    positions: int | None = None
    meetings: int | None = None
    conflicts: int | None = None
    columns: int = 4
    quotes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """How confidence is carried: shown behind each item, explained in a legend, and below which level an item is left out."""

    show: bool = False
    legend: bool = False
    least: Level = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """The settings of one audience.  `labels` gives other fixed words, `grades` the office's grade of an outlet.

    `repeats`: whether the list of facts has those again that the bottom line tells already.
    """

    name: str = ""
    chain: tuple[str, ...] = ()
    extends: str | None = None
    title: Text = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    limits: Limits = Limits()
    citations: CitationStyle = "footnote"
    conflicts: Literal["all", "printed", "none"] = "all"
    doubt: Doubt = Doubt()
    comments: bool = False
    repeats: bool = True
    address: Mapping[str, Text] = field(default_factory=dict)
    labels: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    grades: Mapping[str, str] = field(default_factory=dict)

    def words(self, part: str, language: Language) -> str:
        """What the audience's heading says: `to`, `from`, `cc`, `number`, `classification` …"""
        return self.address.get(part, {}).get(language, "")


def builtin_templates() -> Path:
    """The package's own templates: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_data" / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def template_places(dirs: Sequence[Path]) -> tuple[Path, ...]:
    """The places where audiences are looked up, the nearest first, each once."""
    package = builtin_templates()
    return (*(folder for folder in dict.fromkeys(dirs) if folder.resolve() != package.resolve()), package)


def load_audience(name: str, dirs: Sequence[Path] = ()) -> Audience:
    """The settings of an audience, merged over its layers.  Raises TemplateError with every fault."""
    places = template_places(dirs)
    chain = _chain(name, places)
    merged: dict[str, Any] = {}
    for parent in reversed(chain):
        for place in reversed(places):
            merged = _merge(merged, _settings(place / parent / SETTINGS))
    try:
        return structure(merged | {"name": name, "chain": list(chain)}, {}, Audience, file=f"{name}/{SETTINGS}")
    except ValueError as error:
        raise TemplateError([_path_only(fault) for fault in error.args]) from error


def audience_names(dirs: Sequence[Path] = ()) -> tuple[str, ...]:
    """Every audience that some place has, in alphabetical order."""
    found = {path.parent.name for place in template_places(dirs) for path in place.glob(f"*/{SETTINGS}")}
    return tuple(sorted(name for name in found if NAME.fullmatch(name)))


def candidates(chain: Sequence[str], dirs: Sequence[Path], stem: str, suffix: str, tag: str) -> tuple[Path, ...]:
    """Every template that would do, the best first.  Raises TemplateError where there is none."""
    names = dict.fromkeys(f"{stem}{part}.{suffix}" for part in (f".{tag}", f".{tag.partition('-')[0]}", ""))
    paths = [place / name / file for name in chain for place in template_places(dirs) for file in names]
    found = tuple(path for path in paths if path.is_file())
    if not found:
        places = ", ".join(str(place) for place in template_places(dirs))
        raise TemplateError([f"audience {chain[0]}: no {stem}.{suffix} in {places}"])
    return found


def _chain(name: str, places: Sequence[Path]) -> tuple[str, ...]:
    chain: list[str] = []
    current: str | None = name
    while current is not None:
        if current in chain:
            raise TemplateError([f"audience {name}: extends itself ({' → '.join([*chain, current])})"])
        if not NAME.fullmatch(current) or not any((place / current / SETTINGS).is_file() for place in places):
            known = audience_names(places)
            raise TemplateError([f"audience {current}: not found{did_you_mean(current, known)}; there are: {', '.join(known)}"])
        chain.append(current)
        current = _parent(current, places)
    return tuple(chain)


def _parent(name: str, places: Sequence[Path]) -> str | None:
    for place in places:
        settings = _settings(place / name / SETTINGS)
        if "extends" in settings:
            value = settings["extends"]
            # A user's folder may hold only changes to an audience of ours: it then extends it by having its name.
            return None if value in (None, name) else str(value)
    return None


def _settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        data, lines = load_yaml(path.read_text("utf-8-sig"))
        structure(data or {}, lines, Audience, file=str(path))
    except UnicodeDecodeError as error:
        raise TemplateError([f"{path}: is not UTF-8 text; save it as UTF-8"]) from error
    except ValueError as error:
        raise TemplateError(
            [fault if fault.startswith(str(path)) else f"{path}: {fault}" for fault in map(str, error.args)]
        ) from error
    return data or {}


def _merge(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merge(merged[key], value) if both else value
    return merged


def _path_only(fault: str) -> str:
    return re.sub(r":1: ", ": ", fault, count=1)
