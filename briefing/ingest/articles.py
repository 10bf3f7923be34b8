"""Files to articles: the order of the stage, and the decisions that need all articles at once (dates, copies, origins)."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ArticleError
from briefing.ingest.cleaning import Cleaned, clean, prose
from briefing.ingest.cues import Cues, fold, load_cues
from briefing.ingest.datelines import dateline_of_a_day_alone
from briefing.ingest.dates import (
    WrittenDate,
    date_in_name,
    date_of_note,
    days_of,
    find_dates,
    has_timestamp,
    read_date,
    two_readings,
    yearless_date,
)
from briefing.ingest.duplicates import Copy, assign_origins, find_copies
from briefing.ingest.files import Input, find_files, read_bytes
from briefing.ingest.head_days import day_of_a_line, weekday_of_a_line
from briefing.ingest.language import UNKNOWN, identify_language
from briefing.ingest.outlets import issuer_of_title, outlet_beside_dates, spelled
from briefing.ingest.published import (
    Candidate,
    Published,
    Window,
    choose,
    date_of_title,
    infer,
    latest_trusted,
    on_its_weekday,
    today_in_text,
    window_of,
)
from briefing.ingest.readers import read_source
from briefing.ingest.refusals import left_out, refused
from briefing.ingest.source import Source
from briefing.model import Article, Language, PublishedBasis, Skipped

NOTE_LINES = 3
"""The last lines, among which one may say when the article was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An article before its neighbours are known."""

    file: str
    sha256: str
    source: Source
    cleaned: Cleaned
    prose: str
    language: Language
    candidates: tuple[Candidate, ...]

    def field(self, name: str) -> str | None:
        return self.source.fields.get(name) or self.cleaned.fields.get(name)

    def agency(self) -> str | None:
        """The agency that the dateline names, by its usual name."""
        name = next((line.agency for line in self.cleaned.datelines if line.agency), None)
        return load_cues().agencies.get(fold(name), name) if name else self.paper_of_dateline()

    def paper_of_dateline(self) -> str | None:
        """The paper or office that stands among the names of a dateline: `LAKE DISPATCH, KISUMU, 15 OCTOBER 2026 —`."""
        cues = load_cues()
        found = (outlet_beside_dates(line.span.of(self.source.text), cues) for line in self.cleaned.datelines)
        name = next((name for name in found if name), None)
        return spelled(name, cues) if name else None

    def issuer(self) -> str | None:
        """The office that the article's own title says it is by."""
        return issuer_of_title(self.field("title") or "", load_cues())


def read_articles(paths: Sequence[Path], *, as_of: str | None = None) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Read files and folders as articles.

    `as_of` is the brief's own day (ISO): later publication dates are not trusted.  Articles are sorted by file name and
    called a1, a2, …; everything that was left out, wholly or in part, is among the `Skipped` with one line that says why.
    """
    inputs, skipped = find_files([Path(path) for path in paths])
    drafts: list[_Draft] = []
    seen: dict[str, str] = {}
    for entry in inputs:
        try:
            draft = _read(entry)
            if twin := seen.get(draft.source.text.strip()):
                raise refused("same_text", file=twin)
        except ArticleError as error:
            skipped.append(left_out(entry.name, error))
            continue
        seen[draft.source.text.strip()] = entry.name
        drafts.append(draft)
        skipped += [left_out(entry.name, fault) for fault in draft.source.faults]
    return _finish(drafts, as_of), tuple(sorted(skipped, key=lambda entry: (entry.file, entry.reason)))


def _read(entry: Input) -> _Draft:
    data = read_bytes(entry.path)
    source = read_source(data, entry.path.suffix)
    cleaned = clean(source)
    own_words = prose(source.text, (mark for mark in cleaned.marks if mark.kind != "question"))
    language = _language(own_words, source.fields.get("language") or cleaned.fields.get("language"))
    return _Draft(
        file=entry.name,
        sha256=hashlib.sha256(data).hexdigest(),
        source=source,
        cleaned=cleaned,
        prose=own_words,
        language=language,
        candidates=tuple(_candidates(entry.path.name, source, cleaned, own_words, language)),
    )


def _language(text: str, declared: str | None) -> Language:
    """The language of the text.  Raises ArticleError where it is none that is read."""
    read = load_cues().languages
    found = identify_language(text)
    if found == UNKNOWN and declared and (code := declared.strip().casefold()[:2]) in read:
        return code
    if found == UNKNOWN:
        raise refused("too_little_text")
    if found not in read:
        raise refused("other_language", language=found, read=", ".join(read))
    return found


def _candidates(name: str, source: Source, cleaned: Cleaned, text: str, language: Language) -> list[Candidate]:
    """Every date that says when the article was published, the most trusted first; where none does, that of its last change."""
    published = [*_dates_of_publication(name, source, cleaned, text, language)]
    changed = cleaned.fields.get("updated") or source.fields.get("updated")
    if not published and changed and (date := read_date(changed, load_cues(), language)):
        published.append(Candidate(date=date, basis="stated", where="the line of its last change"))
    return published


def _dates_of_publication(name: str, source: Source, cleaned: Cleaned, text: str, language: Language) -> Iterator[Candidate]:
    cues = load_cues()
    stated: tuple[tuple[str, PublishedBasis, str | None], ...] = (
        ("the date line", "stated", cleaned.fields.get("date")),
        ("the metadata", "metadata", source.fields.get("date")),
    )
    for where, basis, value in stated:
        if value and (date := read_date(value, cues, language)):
            yield Candidate(date=date, basis=basis, where=where, zoned=has_timestamp(value))
        elif value and basis == "stated" and (date := yearless_date(value, cues)):
            yield Candidate(date=date, basis=basis, where=where)
        elif value and (both := two_readings(value, cues)):
            yield Candidate(date=both[0], other=both[1], basis=basis, where=where)
    if day := date_in_name(name):
        yield Candidate(date=day, basis="filename", where="the file name")
    for line in cleaned.datelines:
        if line.date and is_of_language(line.date, line.span.of(source.text), language):
            yield Candidate(date=line.date, basis="dateline", where="the dateline")
        elif line.date and (both := two_readings(line.span.of(source.text), cues)):
            yield Candidate(date=both[0], other=both[1], basis="dateline", where="the dateline")
    for note in source.text.rstrip().split("\n")[-NOTE_LINES:]:
        if cues.self_names.match(note) and (noted := date_of_note(note, cues, language)):
            yield Candidate(date=noted, basis="stated", where="the note at its end")
    if alone := dateline_of_a_day_alone(source.text, cues):
        yield Candidate(date=alone, basis="dateline", where="the dateline")
    if date := date_of_title(source.fields.get("title") or cleaned.fields.get("title") or "", cues, language):
        yield Candidate(date=date, basis="stated", where="the title")
    if edge := day_of_a_line(source.text, cues, language):
        yield Candidate(date=edge, basis="dateline", where="a line of its head or foot", only_near=True)
    if today := today_in_text(text, cues):
        yield Candidate(date=today, basis="inferred", where="the text's “today”")


def is_of_language(date: WrittenDate, words: str, language: Language) -> bool:
    """Whether the article's language reads a date so: `3/5/2026` is in March or in May."""
    read = find_dates(words, load_cues(), language)
    return any((one.year, one.month, one.day) == (date.year, date.month, date.day) for one in read)


def _finish(drafts: list[_Draft], as_of: str | None) -> tuple[Article, ...]:
    published = _publish(drafts, as_of)
    agencies = [_agencies(draft) for draft in drafts]
    copies = find_copies([draft.prose for draft in drafts], agencies)
    outlets = [draft.field("outlet") or draft.agency() or draft.issuer() for draft in drafts]
    origins = assign_origins(len(drafts), copies, outlets)
    notes = _copy_notes(drafts, copies)
    return tuple(
        Article(
            id=f"a{index + 1}",
            file=draft.file,
            sha256=draft.sha256,
            text=draft.source.text,
            language=draft.language,
            title=draft.field("title"),
            outlet=outlets[index],
            url=draft.field("url"),
            published=published[index].value,
            published_basis=published[index].basis,
            marks=draft.cleaned.marks,
            notes=(*draft.cleaned.notes, *draft.source.notes, *published[index].notes, *notes[index]),
            origin=origins[index],
        )
        for index, draft in enumerate(drafts)
    )


def _publish(drafts: list[_Draft], as_of: str | None) -> list[Published]:
    cues = load_cues()
    explicit = [choose(draft.candidates, as_of, None, None) for draft in drafts]
    days = days_of(p.value for p in explicit if p.value)
    near = dt.date.fromisoformat(as_of) if as_of else days[len(days) // 2] if days else None
    latest = None if as_of else latest_trusted(p.value for p in explicit if p.value)
    chosen = [choose(draft.candidates, as_of, near, latest) for draft in drafts]
    window = window_of(p.value for p in chosen if p.value)
    return [_or_infer(draft, found, cues, window, as_of) for draft, found in zip(drafts, chosen, strict=True)]


def _or_infer(draft: _Draft, found: Published, cues: Cues, window: Window | None, as_of: str | None) -> Published:
    # A date that was not trusted is no reason to guess another: the article may well be of a later week.
    if found.value or found.notes:
        return found
    return on_its_weekday(infer(draft.prose, cues, window, as_of), weekday_of_a_line(draft.source.text, cues))


def _agencies(draft: _Draft) -> frozenset[str]:
    """The news agencies that the article's dateline and credits name."""
    known = load_cues().agencies
    names = [line.agency for line in draft.cleaned.datelines if line.agency] + draft.cleaned.credits
    return frozenset(known.get(fold(name.strip()), fold(name)) for name in names)


def _copy_notes(drafts: list[_Draft], copies: Sequence[Copy]) -> list[list[str]]:
    notes: list[list[str]] = [[] for _ in drafts]
    for copy in copies:
        words = f"{round(100 * min(copy.overlap, 1))} % of the shorter text in common"
        through = f", both from {copy.agency}" if copy.agency else ""
        for one, other in ((copy.earlier, copy.later), (copy.later, copy.earlier)):
            if len(notes[one]) < 3:
                notes[one].append(f"near-duplicate: of {drafts[other].file} ({words}{through})")
    return notes


__all__ = ["read_articles"]
