"""The words that reading looks for, from `knowledge/languages/ingest/*.yaml`, compiled once.

The tables of all languages are used together: an English article on a Spanish site still says "Publicidad", and what
stands at the head of a text is read before its language is known.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast, get_args

from briefing.errors import KnowledgeError
from briefing.model import MarkKind
from briefing.model.letters import UPPER

FOLDER = "languages/ingest"
AGENCY_LINE = "agency_line"
"""The rule for a line that is nothing but an agency's name."""
Where = Literal["any", "head", "tail"]
Shape = Literal["whole", "begins", "pattern", "list"]
_ISO_DATE = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?:T\d\d:\d\d\S*)?"
SHAPES: tuple[Shape, ...] = ("whole", "list", "pattern", "begins")
"""The ways in which a row matches a line, the strictest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCue:
    """One rule of the data: lines that match `regex` are marked as `kind`.  `list`: the short lines below belong to it."""

    rule: str
    kind: MarkKind
    where: Where
    shape: Shape
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Everything that the data files of reading say, in the form in which the rules use it."""

    function_words: Mapping[str, str]  # by language, those that are not read included
    languages: tuple[str, ...]  # those that are read
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numeric_order: Mapping[str, str]
    dates: tuple[re.Pattern[str], ...]
    clock: re.Pattern[str]  # a time of day
    hour: re.Pattern[str]  # one in figures with a colon or a point: `12:30 hrs`
    day_at_end: re.Pattern[str]  # the day with which a title ends
    today: re.Pattern[str]
    ahead: re.Pattern[str]
    labels: Mapping[str, str]  # folded label -> field
    date_prefix: re.Pattern[str]
    date_label: re.Pattern[str]  # `Published in …`, before a name and a date
    self_names: re.Pattern[str]  # `this story`, at the start of a line about the article itself
    dated_behind: re.Pattern[str]  # the same label right before a date
    label_line: re.Pattern[str]
    label_words: re.Pattern[str]
    sections: re.Pattern[str]
    particles: frozenset[str]
    contracting: frozenset[str]
    person_titles: frozenset[str]  # folded, without the stop
    lines: tuple[LineCue, ...]
    machine_summary: re.Pattern[str]
    key_points: re.Pattern[str]
    questioners: re.Pattern[str]  # the label of a reporter's turn
    answers: re.Pattern[str]  # the label of a turn that says no more than that it answers
    briefings: re.Pattern[str]  # what a ministry calls its questions and answers
    source_list: re.Pattern[str]
    beside_dates: re.Pattern[str]  # what a page counts and offers in the line of its date
    inline_credits: re.Pattern[str]  # who wrote and edited, at the end of a paragraph
    closings: re.Pattern[str]  # a line that closes the article on its page
    end_signs: re.Pattern[str]  # a line that ends an official text
    teaser_ends: re.Pattern[str]  # the end of another article's first words
    opinion: re.Pattern[str]
    agencies: Mapping[str, str]  # any form, folded -> name
    papers: Mapping[str, str]  # the same of papers whose names say nothing of a paper
    outlet_words: frozenset[str]  # folded
    asking_houses: frozenset[str]  # folded
    reporters: frozenset[str]  # folded: the words that say that someone writes for a paper
    offices: re.Pattern[str]  # how the line of an office begins that issues a text
    states: re.Pattern[str]  # how the line begins that names the state above it
    issued_by: re.Pattern[str]  # a title that says whose text it is
    genre_lines: re.Pattern[str]  # a line that says what kind of official text it heads


def fold(text: str) -> str:
    """Lower case without accents: how labels and names are compared.

    >>> fold("Última Hora")
    'ultima hora'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def phrase(words: str) -> str:
    """A pattern for a phrase that minds neither accents nor the width of its spaces.

    >>> bool(re.fullmatch(phrase("lee también"), "Lee  tambien", re.I))
    True
    """
    return r"\s+".join("".join(map(_letter, word)) for word in words.split())


def _letter(letter: str) -> str:
    plain = fold(letter)
    return f"[{letter}{plain}]" if plain != letter and len(plain) == 1 and letter not in "ñç" else re.escape(letter)


def any_phrase(phrases: Iterable[str]) -> str:
    """One alternative for all phrases, the longest first."""
    return "(?:" + "|".join(phrase(p) for p in sorted(set(phrases), key=lambda p: (-len(p), p))) + ")"


@functools.cache
def load_cues() -> Cues:
    """Read and compile the data.  Raises KnowledgeError where a row is at fault."""
    files = _read_files()
    tongues = [data for data in files.values() if "lines" in data]
    months = _merge(tongues, "months")
    weekdays = _merge(tongues, "weekdays")
    agencies = files["agencies.yaml"]["agencies"]
    particles = frozenset(word for data in tongues for word in data["name_particles"])
    labels = {word: field for data in tongues for field, words in data["labels"].items() for word in words}
    return Cues(
        function_words=_function_words(files),
        languages=tuple(sorted(data["language"] for data in tongues)),
        months={fold(name): number for name, number in months.items()},
        weekdays={fold(name): number for name, number in weekdays.items()},
        numeric_order={data["language"]: data["numeric_order"] for data in tongues},
        dates=tuple(_date_pattern(p, months, weekdays) for data in tongues for p in data["dates"]),
        clock=_compile(_clock_pattern(_all(tongues, "clock"), _all(tongues, "clock_openers"))),
        hour=_compile(rf"\d{{1,2}}[:.]\d{{2}}(?:\s*{any_phrase(_all(tongues, 'hours'))}(?!\w)\.?)?"),
        day_at_end=_compile(_day_at_end(_all(tongues, "date_leads"), _all(tongues, "date_links"))),
        today=_compile(rf"\b{any_phrase(_all(tongues, 'today'))},?\s+"),
        ahead=_compile("|".join(rf"\b(?:{p})" for p in _all(tongues, "ahead"))),
        labels={fold(word): field for word, field in labels.items()},
        date_prefix=_compile(rf"{any_phrase(_date_labels(tongues))}\s*:?\s*(?P<date>{_ISO_DATE})(?:\s+|$)"),
        date_label=_compile(
            rf"^\W{{0,4}}{any_phrase(_date_labels(tongues))}\b\s*:?\s*(?:{any_phrase(_all(tongues, 'label_joins'))}\s+)?"
        ),
        self_names=_compile(rf"\W{{0,4}}{any_phrase(_all(tongues, 'self_names'))}\b"),
        dated_behind=_compile(rf"\b{any_phrase(_date_labels(tongues))}\W*$"),
        label_line=_compile(rf"\W{{0,4}}(?P<label>{any_phrase(labels)})\W{{0,2}}\s*:\s*[*_]*(?P<value>\S.*)"),
        label_words=_compile(rf"\b{any_phrase([*labels, *weekdays])}\b:?"),
        sections=_compile(rf"(?:{any_phrase(_all(tongues, 'sections'))}(?:\s*[>|/·•»,–-]\s*|\s+|$)){{1,5}}"),
        particles=particles,
        contracting=frozenset(pair for data in tongues for pair in data["contracting"]),
        person_titles=frozenset(map(fold, _all(tongues, "person_titles"))),
        lines=_line_cues([*tongues, {"lines": [_agency_row(agencies)]}], particles),
        machine_summary=_compile("|".join(f"(?:{p})" for p in _all(tongues, "machine_summary"))),
        key_points=_compile(rf"\W{{0,4}}{any_phrase(_all(tongues, 'key_points'))}\W{{0,4}}"),
        questioners=re.compile(rf"{_turn_label(_all(tongues, 'questioners'))}|Q\s+(?=\S)"),
        answers=re.compile(_turn_label(_all(tongues, "answers"))),
        briefings=_compile(rf"\b{any_phrase(_all(tongues, 'house_briefings'))}\b"),
        source_list=_compile(rf"(?:^|(?<=[.!?\"”»)]\s)){any_phrase(_all(tongues, 'source_list'))}\s*:\s+(?=\S)"),
        beside_dates=_compile("|".join(rf"(?<!\w)(?:{p})(?!\w)" for p in _all(tongues, "beside_dates"))),
        inline_credits=_compile(_credits_pattern(_all(tongues, "inline_credits"), agencies)),
        closings=_compile("|".join(rf"\W{{0,4}}(?:{p})\W{{0,4}}" for p in _all(tongues, "closings"))),
        end_signs=_compile("|".join(f"(?:{p})" for p in _all(tongues, "end_signs"))),
        teaser_ends=_compile(rf"(?:{any_phrase(_all(tongues, 'teaser_ends'))}|…|\.\.\.|\[[….]+\])\W{{0,3}}$"),
        opinion=_compile(rf"\W{{0,4}}{any_phrase(_all(tongues, 'opinion'))}\W{{0,4}}(?:$|[|:·•–—-]\s*\S.*)"),
        agencies={fold(form): forms[0] for forms in agencies for form in forms},
        papers={fold(form): forms[0] for forms in files["agencies.yaml"]["papers"] for form in forms},
        outlet_words=frozenset(map(fold, _all(tongues, "outlet_words"))),
        asking_houses=frozenset(map(fold, _all(tongues, "asking_houses"))),
        reporters=frozenset(map(fold, _all(tongues, "reporters"))),
        offices=_compile(rf"{any_phrase(_all(tongues, 'offices'))}\b"),
        states=_compile(rf"{any_phrase(_all(tongues, 'states'))}\b"),
        issued_by=_compile(_issued_pattern(tongues)),
        genre_lines=_compile(
            rf"{any_phrase(_all(tongues, 'genre_lines'))}(?:\W*{any_phrase(_all(tongues, 'numbering'))}?[\W\d]*[\d/.-]*)?"
            r"(?:\s*\([^()]{1,40}\))?"
        ),
    )


def _read_files() -> dict[str, Any]:
    from briefing.structure import load_plain  # yaml is not wanted at start-up

    folder = resources.files("briefing.knowledge").joinpath(FOLDER)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {name: load_plain(folder.joinpath(name).read_text("utf-8")) for name in names}


def _merge(tongues: list[dict[str, Any]], field: str) -> dict[str, int]:
    return {name: int(number) for data in tongues for name, number in data[field].items()}


def _all(tongues: list[dict[str, Any]], field: str) -> list[str]:
    return [value for data in tongues for value in data[field]]


def _issued_pattern(tongues: list[dict[str, Any]]) -> str:
    """`Statement by the Ministry of Trade of Chad on …`: the office, up to the word that says what the text is about."""
    genres, openers = (any_phrase(_all(tongues, name)) for name in ("genre_lines", "issued_by"))
    offices, topics = (any_phrase(_all(tongues, name)) for name in ("offices", "title_topics"))
    return rf"{genres}\s+{openers}\s+(?P<office>{offices}\b[^:;.()]{{0,90}}?)(?=\s+{topics}\b|\s*[:;.()]|\s*$)"


def _turn_label(labels: list[str]) -> str:
    """`QUESTION (Radio Uno):`, `PREGUNTA.-`, `P. –`, `Q.`."""
    return rf"(?:{any_phrase(labels)})(?:\s*\([^()\n]{{1,60}}\))?\s*\.?[:.]\s?[-–—]*(?=\s|$)\s*"


def _clock_pattern(hours: list[str], openers: list[str]) -> str:
    figures = (
        rf"\b\d{{1,2}}[:.h]\d{{2}}(?:\s*(?:{any_phrase(hours)}|(?-i:[A-Z]{{2,4}})\b))?|\b\d{{1,2}}\s*{any_phrase(hours)}(?!\w)"
    )
    return rf"(?:\b{any_phrase(openers)}\s+)?(?:{figures})"


def _day_at_end(leads: list[str], links: list[str]) -> str:
    """`Transcript: press conference of the minister, Cairo, 4 September 2025`, `Regular Press Conference on May 6, 2026`."""
    link = rf"(?:{any_phrase(links)} )?"
    day = rf"\d{{1,2}} {link}[^\W\d_]+,? {link}\d{{4}}|[^\W\d_]+ \d{{1,2}}, \d{{4}}"
    return rf"(?:,| {any_phrase(leads)})\s+({day})\.?$"


def _credits_pattern(openers: list[str], agencies: list[list[str]]) -> str:
    """`(Reporting by Ana Rey; Editing by Jo Hall)`, or an agency's own sign behind the last stop: `… on Monday. PTI AR`."""
    stop = r"(?<=[.!?\"”»)])"
    every = sorted((form for forms in agencies for form in forms), key=len, reverse=True)
    names, known = ("|".join(map(re.escape, forms)) for forms in ((f for f in every if f.isupper()), every))
    said = rf"\s*[(\[]{any_phrase(openers)}\s[^()\[\]\n]{{2,300}}[)\]]|\s+{any_phrase(openers)}\s[^.\n]{{2,200}}\.?"
    said = rf"{said}|\s*[—–-]{{1,2}}\s*(?:{known})|\s*[(\[](?:{known})(?:[/-][\w ]+)?[)\]]"
    return rf"{stop}(?:{said}|\s*=?\s*(?-i:(?:{names})(?:[ /][A-Z]{{2,5}}){{0,4}}|=\s*[A-Z]{{2,6}}|/[A-Z][\w.]{{2,30}}/))\s*$"


def _date_labels(tongues: list[dict[str, Any]]) -> list[str]:
    return [word for data in tongues for word in data["labels"]["date"]]


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _function_words(files: Mapping[str, Any]) -> dict[str, str]:
    read = {data["language"]: data["function_words"] for data in files.values() if "function_words" in data}
    return dict(sorted((read | files["others.yaml"]).items()))


def _date_pattern(pattern: str, months: Iterable[str], weekdays: Iterable[str]) -> re.Pattern[str]:
    macros = {
        "{month}": f"(?P<month>{any_phrase(months)})",
        "{weekday}": f"(?P<weekday>{any_phrase(weekdays)})",
        "{day}": r"(?P<day>(?:[12]\d|3[01]|0?[1-9]))",
        "{year}": r"(?P<year>(?:19|20)\d\d)",
    }
    for macro, meaning in macros.items():
        pattern = pattern.replace(macro, meaning)
    return _compile(rf"(?<![\w/.,-]){pattern}\b(?![/-]\d)")


def _agency_row(agencies: list[list[str]]) -> dict[str, Any]:
    return {"rule": AGENCY_LINE, "kind": "byline", "whole": [form for forms in agencies for form in forms]}


def _line_cues(tongues: list[dict[str, Any]], particles: frozenset[str]) -> tuple[LineCue, ...]:
    cues = [_line_cue(row, shape, particles) for data in tongues for row in data["lines"] for shape in SHAPES if shape in row]
    return tuple(sorted(cues, key=lambda cue: SHAPES.index(cue.shape)))


def _line_cue(row: Mapping[str, Any], shape: Shape, particles: frozenset[str]) -> LineCue:
    if row["kind"] not in get_args(MarkKind) or row.get("where", "any") not in get_args(Where):
        raise KnowledgeError([f"{FOLDER}: rule {row['rule']}: unknown kind or where"])
    return LineCue(
        rule=row["rule"],
        kind=cast(MarkKind, row["kind"]),
        where=cast(Where, row.get("where", "any")),
        shape=shape,
        regex=re.compile(_line_pattern(row[shape], shape, particles)),
    )


def _line_pattern(value: Any, shape: Shape, particles: frozenset[str]) -> str:
    if shape == "pattern":
        name = rf"(?-i:[{UPPER}][\w.'’-]*(?:\s+(?:(?:PARTICLES)\s+)*[{UPPER}][\w.'’-]*){{0,5}})"
        return f"(?i:{value.replace('{name}', name.replace('PARTICLES', '|'.join(sorted(particles))))})$"
    edge = r"[\s\W]{0,6}"
    if shape == "begins":
        return rf"(?i:[^\w(\[]{{0,6}}{any_phrase(value)}(?!\w))"
    return f"(?i:{edge}{any_phrase(value)}{edge})$"


__all__ = ["AGENCY_LINE", "Cues", "LineCue", "any_phrase", "fold", "load_cues", "phrase"]
