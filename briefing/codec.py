"""`brief.yaml` to `Brief` and back: every fault at once, each with line and path.

A person edits this file, so reading is strict (an unknown field is a fault, not a silent loss) and writing is plain: fields
that hold their default are left out, lists of plain values stand on one line, nothing depends on the order of a set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain

from briefing.edtf import is_edtf
from briefing.errors import BriefError
from briefing.model import EDITIONS, Brief, Conflict, Evidence, Item
from briefing.structure import Lines, Plain, load_yaml, structure, unstructure

SCHEMA = 1
LINE_WIDTH = 120

Fault = tuple[str, str]
"""The path of a fault and what is wrong there."""


def write_brief(brief: Brief) -> str:
    """The brief as YAML, the same bytes for the same brief."""
    import yaml

    plain = {"schema": brief.schema, **unstructure(brief)}
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(plain, Dumper=dumper, sort_keys=False, allow_unicode=True, width=LINE_WIDTH, default_flow_style=None)
    return str(text)


def read_brief(text: str, *, file: str = "brief.yaml") -> Brief:
    """Read a brief.  Raises BriefError with one line for each fault: file, line, path, what is wrong."""
    try:
        data, lines = load_yaml(text)
    except ValueError as error:
        raise BriefError([f"{file}: {error}"]) from error
    try:
        brief = structure(_about_as_list(data), lines, Brief, file=file)
    except ValueError as error:
        raise BriefError(list(error.args)) from error
    faults = [f"{file}:{_line(path, lines)}: {path}: {what}" for path, what in find_faults(brief)]
    if faults:
        raise BriefError(faults)
    return brief


def find_faults(brief: Brief) -> Iterator[Fault]:
    """What types cannot see: double ids, references to nothing, evidence that is not its words, dates that are none."""
    for check in CHECKS:
        yield from check(brief)


def _about_as_list(data: Plain) -> Plain:
    """`about: m-1` may be written for `about: [m-1]`."""
    if isinstance(data, dict) and isinstance(data.get("conflicts"), list):
        for conflict in data["conflicts"]:
            if isinstance(conflict, dict) and isinstance(conflict.get("about"), str):
                conflict["about"] = [conflict["about"]]
    return data


def _line(path: str, lines: Lines) -> int:
    while path not in lines and path != "$":
        path = path[: max(path.rfind("."), path.rfind("["))]
    return lines.get(path, 1)


def items_with_paths(brief: Brief) -> Iterator[tuple[str, Item]]:
    """Every fact, position and meeting with its path in the file."""
    for name in ("facts", "positions", "meetings"):
        for number, item in enumerate(getattr(brief, name)):
            yield f"$.{name}[{number}]", item


def _evidence_with_paths(brief: Brief) -> Iterator[tuple[str, Evidence]]:
    for path, item in items_with_paths(brief):
        for number, evidence in enumerate(item.evidence):
            yield f"{path}.evidence[{number}]", evidence
        for language, pieces in item.context.items():
            for number, evidence in enumerate(pieces):
                yield f"{path}.context.{language}[{number}]", evidence
    for number, meeting in enumerate(brief.meetings):
        for name in ("further", "agenda", "body"):
            for count, evidence in enumerate(getattr(meeting, name)):
                yield f"$.meetings[{number}].{name}[{count}]", evidence
    for number, conflict in enumerate(brief.conflicts):
        for side, value in enumerate(conflict.values):
            for count, evidence in enumerate(value.evidence):
                yield f"$.conflicts[{number}].values[{side}].evidence[{count}]", evidence


def schema_is_known(brief: Brief) -> Iterator[Fault]:
    if brief.schema != SCHEMA:
        yield "$.schema", f"schema {brief.schema} is not read; this program writes and reads schema {SCHEMA}"


def ids_are_unique(brief: Brief) -> Iterator[Fault]:
    named = [(f"$.articles[{n}]", article.id) for n, article in enumerate(brief.articles)]
    named += [(path, item.id) for path, item in items_with_paths(brief)]
    named += [(f"$.conflicts[{n}]", conflict.id) for n, conflict in enumerate(brief.conflicts)]
    counts = Counter(name for _, name in named)
    seen: set[str] = set()
    for path, name in named:
        if counts[name] > 1 and name in seen:
            yield f"{path}.id", f"'{name}' stands twice; give each entry its own id"
        seen.add(name)


def references_resolve(brief: Brief) -> Iterator[Fault]:
    articles = {article.id for article in brief.articles}
    items = {item.id for _, item in items_with_paths(brief)}
    conflicts = {conflict.id for conflict in brief.conflicts}
    for path, evidence in _evidence_with_paths(brief):
        if evidence.article not in articles:
            yield f"{path}.article", f"there is no article '{evidence.article}'"
    for path, item in items_with_paths(brief):
        for number, name in enumerate(item.conflicts):
            if name not in conflicts:
                yield f"{path}.conflicts[{number}]", f"there is no conflict '{name}'"
    for number, conflict in enumerate(brief.conflicts):
        for count, name in enumerate(conflict.about):
            if name not in items:
                yield f"$.conflicts[{number}].about[{count}]", f"there is no item '{name}'"


def evidence_is_verbatim(brief: Brief) -> Iterator[Fault]:
    for path, item in items_with_paths(brief):
        if not item.evidence:
            yield path, "an item without evidence does not exist; quote the words that it rests on or delete it"
    for path, evidence in _evidence_with_paths(brief):
        if not evidence.text.strip():
            yield f"{path}.text", "evidence without words"
        elif evidence.stop - evidence.start != len(evidence.text):
            spanned = evidence.stop - evidence.start
            yield f"{path}.text", f"start and stop span {spanned} characters, the text has {len(evidence.text)}"


def told_evidence_exists(brief: Brief) -> Iterator[Fault]:
    for path, item in items_with_paths(brief):
        for language, number in item.told_from.items():
            if not 0 <= number < len(item.evidence):
                yield f"{path}.told_from.{language}", f"there is no evidence {number}; the first is 0"
        for number in item.beside:
            if not 0 <= number < len(item.evidence):
                yield f"{path}.beside", f"there is no evidence {number}; the first is 0"


def translations_name_their_engine(brief: Brief) -> Iterator[Fault]:
    for path, item in items_with_paths(brief):
        for language, rung in item.basis.items():
            if rung == "translated" and not item.translated_by.get(language, "").strip():
                yield f"{path}.translated_by", f"the {language} text is a translation; say whose, or make its basis 'edited'"


def dates_are_edtf(brief: Brief) -> Iterator[Fault]:
    dates = [("$.as_of", brief.as_of), ("$.window", brief.window)]
    dates += [("$.previous", brief.previous)] if brief.previous else []
    dates += [
        (f"$.articles[{n}].published", article.published) for n, article in enumerate(brief.articles) if article.published
    ]
    dates += [(f"{path}.date", item.date) for path, item in items_with_paths(brief) if item.date]
    dates += [(f"$.meetings[{n}].moved_from", m.moved_from) for n, m in enumerate(brief.meetings) if m.moved_from]
    for path, date in dates:
        if not is_edtf(date):
            yield path, f"'{date}' is not a date; write 2026-01-17, 2026-01, 2026 or 2026-01-12/2026-01-17"


def texts_are_in_every_language(brief: Brief) -> Iterator[Fault]:
    """Two editions, one brief: what one memo says, the other says too.

    Items stand in one list and their flags in one place, so order and flags cannot differ; only words could be missing.
    """
    texts = [(f"{path}.text", item.text) for path, item in items_with_paths(brief)]
    texts += [(f"$.meetings[{number}].matter", meeting.matter) for number, meeting in enumerate(brief.meetings)]
    texts += [(f"$.conflicts[{number}].text", conflict.text) for number, conflict in enumerate(brief.conflicts)]
    texts += [("$.title", brief.title), ("$.bottom_line", brief.bottom_line)]
    for path, text in texts:
        missing = [language for language in EDITIONS if not text.get(language, "").strip()]
        if text and missing:
            yield path, f"no text in {', '.join(missing)}; both editions carry every item"


def rungs_are_known_in_every_language(brief: Brief) -> Iterator[Fault]:
    """A line that is shown says how it was made, in both editions."""
    for path, item in items_with_paths(brief):
        missing = [language for language in EDITIONS if item.basis and language not in item.basis]
        if item.text and missing:
            yield f"{path}.basis", f"no basis in {', '.join(missing)}; write 'edited' for words of your own"
    for number, meeting in enumerate(brief.meetings):
        missing = [language for language in meeting.matter if language not in meeting.matter_basis]
        if missing:
            yield (
                f"$.meetings[{number}].matter_basis",
                f"no basis in {', '.join(missing)}; write 'edited' for words of your own",
            )


def conflicts_have_two_sides(brief: Brief) -> Iterator[Fault]:
    for number, conflict in enumerate(brief.conflicts):
        if len(conflict.values) < 2:
            yield f"$.conflicts[{number}].values", "a conflict names at least two values"


CHECKS: tuple[Callable[[Brief], Iterator[Fault]], ...] = (
    schema_is_known,
    ids_are_unique,
    references_resolve,
    evidence_is_verbatim,
    told_evidence_exists,
    translations_name_their_engine,
    dates_are_edtf,
    texts_are_in_every_language,
    rungs_are_known_in_every_language,
    conflicts_have_two_sides,
)


def all_items(brief: Brief) -> Iterator[Item]:
    """Every fact, position and meeting, in the order of the brief."""
    return chain(brief.facts, brief.positions, brief.meetings)


def find_item(brief: Brief, name: str) -> Item | Conflict | None:
    """The item or conflict with this id, or None."""
    entries: Iterator[Item | Conflict] = chain(all_items(brief), brief.conflicts)
    return next((entry for entry in entries if entry.id == name), None)
