"""Datelines: "CIUDAD DE MÉXICO, 16 ene (EFE) -", "LONDON (Reuters) - ", "Bogotá. El presidente …".

A dateline is a place, a date and an agency, each optional, before a dash.  It is taken apart piece by piece rather than by
one pattern: what is left after the date and the agency must be nothing but names.  Where the signs are weak (a place and a
dash, a place and a full stop) the line must open the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.ingest.cues import Cues, fold
from briefing.ingest.dates import WrittenDate, find_dates
from briefing.model import Span
from briefing.model.letters import UPPER

Parts = tuple[WrittenDate | None, str | None]
"""The date and the agency of a dateline."""
DATELINE_CHARS = 140
NAME_WORDS = 8
NAME_LETTERS = 5
"""A shorter word in capitals may be an organization's: `OPEC - The group …`."""
LONG_DASH = "—"
BYLINE = "byline_before_the_lead"

_PART_SIGNS = re.compile(r"[.,:()\[\]|/—–-]+")
_DASH = re.compile(r"(?:[—–]|--|(?<=[\s.)])-)(?:\s+(?=\S)|(?=\S)|$)")
_AGENCY = re.compile(r"\s*[(\[](?P<name>[^()\[\]\n]{2,60})[)\]]")
_SIGNED_BEHIND = re.compile(r"\s*[(\[/](?P<name>[^()\[\]/\n]{2,60})[)\]/]$")
_SLASHED_BEHIND = re.compile(r"\s/([^/\n]{2,40})/$")
_DATE_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{0,20}\d[^()\[\]\n]{0,20})[)\]]")
_SIGNED = re.compile(rf"(?P<name>[{UPPER}][^\n()–—.;:-]{{1,50}}?)\s+(?:[—–]|--|-)\s+")
_DATED_BEHIND = re.compile(r"(?P<date>[^\n()–—;:-]{5,30}?\d)(?:\s+(?:[—–]|--|-)|\.)\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"”»’')\]]*\s+")
_BEHIND_DATE = re.compile(
    r"(?:\)(?=:))?\.?\s*(?:/(?P<slashed>[^/\n]{2,40})/|[(\[](?P<bracketed>[^()\[\]\n]{2,60})[)\]]"
    rf"|,\s*(?P<capitals>[{UPPER}][{UPPER} .]{{2,40}}))?[.:]\s+(?=[\"“«¿¡]?[{UPPER}])"
)
_BRACKETED_AGENCY = re.compile(rf"\.?\s*[(\[](?P<name>[{UPPER}]{{2,6}})[)\]]:?\s+(?=[\"“«¿¡]?[{UPPER}])")
_DAY_ALONE = re.compile(r"^(?P<place>[^\n()0-9]{2,40}), (?P<day>\d{1,2}) \((?P<name>[^()\n]{2,40})\)", re.MULTILINE)
_NAMED_AGENCY = re.compile(rf"\.?\s*[(\[](?P<name>[^()\[\]\n]{{2,40}})[)\]]:?\s+(?=[\"“«¿¡]?[{UPPER}])")
_AGENCY_AND_DATE = re.compile(
    rf"\s*\((?P<name>[^()\n]{{2,40}}?)\s+[-–—]\s+(?P<date>[^()\n]{{6,30}})\)\s+(?=[\"“«¿¡]?[{UPPER}])"
)
_ELIDED = re.compile(rf"[a-z]{{1,2}}['’][{UPPER}]")
"""`La Roche d'Andelle`"""
_BARE_PLACE = re.compile(
    rf"(?P<place>[{UPPER}][^\n.,;:()\"“«0-9]{{2,40}}(?:, [{UPPER}][\w ]{{1,20}})?)\.\s+(?=[\"“«¿¡]?[{UPPER}])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """`span` covers the dateline with its dash, up to the first word of the prose."""

    span: Span
    rule: str
    date: WrittenDate | None = None
    agency: str | None = None


def opening_dateline(text: str, start: int, cues: Cues, *, first: bool) -> Dateline | None:
    """The dateline at the start of a line; `first` where the line opens the article and weaker signs are enough.

    `Redacción. The mayor of Arica confirmed …` tells who writes, and no place.
    """
    found = _opening(text, start, cues, first=first)
    return replace(found, rule=BYLINE) if found and _only_signs(found.span.of(text), cues) else found


def _only_signs(words: str, cues: Cues) -> bool:
    """Whether all that is said before the prose is a newsroom, with or without an agency or a date; an agency alone signs a
    place and day that it leaves out."""
    parts = [part for part in map(str.strip, _PART_SIGNS.split(words)) if part and not part[0].isdigit()]
    newsrooms = [cue.regex for cue in cues.lines if cue.kind == "byline" and cue.shape == "whole"]
    signed = [any(regex.match(part) for regex in newsrooms) for part in parts]
    agencies = [fold(part) in cues.agencies for part in parts]
    own = any(one and not agency for one, agency in zip(signed, agencies, strict=True))
    return own and all(one or agency for one, agency in zip(signed, agencies, strict=True))


def _opening(text: str, start: int, cues: Cues, *, first: bool) -> Dateline | None:
    head = text[start : start + DATELINE_CHARS].split("\n", 1)[0]
    for match in _DASH.finditer(head):
        dash = LONG_DASH if _is_spaced_hyphen(head, match) else match[0]
        if found := _take_apart(head[: match.start()], dash, cues, weak=first):
            return _signed(text, start, start + match.end(), found, "dateline", cues)
    if dashless := _dashless(head, start, cues) or _agency_and_date(head, start, cues):
        return dashless
    return (_dated_place(head, start, cues) or _bare_place(head, start, cues)) if first else None


def dateline_of_a_day_alone(text: str, cues: Cues) -> WrittenDate | None:
    """ "MADRID, 12 (EUROPA PRESS)": the day of an agency, known or in capitals as the place, that leaves month and year out."""
    found = (m for m in _DAY_ALONE.finditer(text) if is_names(m["place"], cues) and _is_sure_agency(m, cues))
    match = next(found, None)
    return WrittenDate(span=Span(*match.span("day")), year=None, month=None, day=int(match["day"])) if match else None


def _is_sure_agency(match: re.Match[str], cues: Cues) -> bool:
    shouted = match["place"].isupper() and match["name"].isupper()
    return shouted or _is_agency(match["name"], cues, known=True)


def _is_spaced_hyphen(head: str, dash: re.Match[str]) -> bool:
    """`ISLAMABAD - The prime minister …`: a hyphen does for a dash behind a long name, before a sentence."""
    return dash.start() > NAME_LETTERS and head[: dash.start()].isupper() and head[dash.end() :].lstrip('"“«¿¡')[:1].isupper()


def inner_datelines(text: str, span: Span, cues: Cues) -> list[Dateline]:
    """Datelines behind the start of a paragraph, which only a text with its sentences out of order has."""
    found: list[Dateline] = []
    for match in _DASH.finditer(text, span.start, span.stop):
        window = max(span.start, match.start() - DATELINE_CHARS)
        ends = list(_SENTENCE_END.finditer(text, window, match.start()))
        parts = _take_apart(text[ends[-1].end() : match.start()], match[0], cues, weak=False) if ends else None
        if parts and (not found or match.start() >= found[-1].span.stop):
            found.append(_signed(text, ends[-1].end(), match.end(), parts, "dateline_inside_paragraph", cues))
    return found


def closing_dateline(line: str, start: int, cues: Cues, *, yearless: bool = False) -> Dateline | None:
    """A line of its own of names and a date: "Brasilia, 3 de marzo de 2025.", "Ana Ruiz, Quito. 03/05/2025 (EFE)".

    "Published in The Lake Herald, May 5, 2025" and "ANA 03/05/2025 13:20" are of this kind.  `yearless`: "ABUJA, JUNE 4" is one
    too; the year is found later, as of a day that an agency signs: "Rabat, 5 mar. (EFE)".
    """
    if len(line) > DATELINE_CHARS:
        return None
    text = cues.clock.sub("", cues.date_label.sub("", line)).rstrip(". ")
    signed = _SIGNED_BEHIND.search(text)
    agency = signed["name"].strip() if signed and _is_agency(signed["name"], cues, known=False) else None
    text = text[: signed.start()].rstrip(". ") if signed and agency else text
    found = find_dates(text, cues, _ordered(cues))
    open_year = yearless or agency is not None
    dates = [date for date in found if (date.edtf or (open_year and date.year is None)) and date.span.stop == len(text)]
    if not dates or not is_names(text[: dates[0].span.start], cues):
        return None
    return Dateline(span=Span(start, start + len(line)), rule="closing_dateline", date=dates[0], agency=agency)


def _take_apart(words: str, dash: str, cues: Cues, *, weak: bool) -> Parts | None:
    """The date and the agency of the words before a dash, if they and names are all there is."""
    words = _SLASHED_BEHIND.sub(r" (\1)", _DATE_IN_BRACKETS.sub(r" \1 ", words.rstrip()))
    stopped = words.rstrip().endswith(".")
    agencies = list(_AGENCY.finditer(words))
    agency = agencies[-1]["name"].strip() if agencies else None
    if agency and not (stopped and weak and agency.isalpha()) and not _is_agency(agency, cues, known=not weak):
        return None
    before = words[: agencies[-1].start()].strip() if agencies else ""
    region = bool(before) and not any(map(str.isdigit, before))
    rest = _AGENCY.sub(" ", words.rstrip().removesuffix("."))
    dates = find_dates(rest, cues, _ordered(cues)) if any(map(str.isdigit, rest)) else []
    for date in reversed(dates):
        rest = rest[: date.span.start] + " " + rest[date.span.stop :]
    if not is_names(rest, cues):
        return None
    place = bool(rest.strip(" ,./"))
    city = rest.partition(",")[0].strip()  # `OTTAWA, Ontario —`
    capitals = city.upper() == city and len(city) > 2 and dash.strip() != "-"
    if ((place or weak) and (agency or dates)) or (weak and place and (capitals or stopped)):
        return (dates[0] if dates else None), (None if region and not _sounds_like_agency(agency, cues) else agency)
    return None


def _ordered(cues: Cues) -> str | None:
    """A language that writes dates in figures in a known order; whether it is the article's own is asked later."""
    return next((code for code, order in cues.numeric_order.items() if order), None)


def _signed(text: str, start: int, stop: int, parts: Parts, rule: str, cues: Cues) -> Dateline:
    """Add what stands behind the dash: "Quito, 3 May 2025 - Andean News Agency - ANA - …", "QUITO (ANA) -- 3 May 2025 -- …"."""
    date, agency = parts
    if not date and (match := _DATED_BEHIND.match(text, stop, stop + 60)) and (dates := find_dates(match["date"], cues)):
        whole = dates[0].span == Span(0, len(match["date"]))
        date, stop = (dates[0], match.end()) if whole else (None, stop)
    names: list[str] = []
    while len(names) < 2 and (match := _SIGNED.match(text, stop, stop + 70)) and _capitalized(match["name"]):
        names.append(match["name"])
        stop = match.end()
    if names and not agency:
        agency = names[0] if len(names) == 1 else f"{names[0]} ({names[1]})"
    return Dateline(span=Span(start, stop), rule=rule, date=date, agency=agency)


def _dashless(head: str, start: int, cues: Cues) -> Dateline | None:
    """ "Quito, Mar 5 (ANA) Twelve sailors …": a place, a day and an agency's letters, right before the prose."""
    dates = find_dates(head, cues)
    stop = dates[0].span.stop if dates else 0
    match = (_BRACKETED_AGENCY.match(head, stop) or _known_agency(head, stop, cues)) if dates else None
    place = head[: dates[0].span.start].rstrip() if dates else ""
    if match is None or not place.endswith(",") or not is_names(place, cues):
        return None
    return Dateline(span=Span(start, start + match.end()), rule="dateline", date=dates[0], agency=match["name"])


def _agency_and_date(head: str, start: int, cues: Cues) -> Dateline | None:
    """ "QUITO/LIMA (Andes Wire - 2nd June, 2025) Twelve sailors …": both in the brackets behind the place."""
    match = _AGENCY_AND_DATE.search(head)
    if not match or not match.start() or not is_names(head[: match.start()], cues):
        return None
    dates = find_dates(match["date"], cues)
    if not dates or dates[0].span != Span(0, len(match["date"])):
        return None
    return Dateline(span=Span(start, start + match.end()), rule="dateline", date=dates[0], agency=match["name"])


def _known_agency(head: str, start: int, cues: Cues) -> re.Match[str] | None:
    """ "Quito, 5 mar (Agencia Altiplano) Doce marineros …": an agency that everybody knows, or that calls itself one."""
    match = _NAMED_AGENCY.match(head, start)
    return match if match and _sounds_like_agency(match["name"], cues) else None


def _dated_place(head: str, start: int, cues: Cues) -> Dateline | None:
    """ "KYIV, 9 December. The …", "YEREVAN, September 22, 2026. /Ararat News/. The …", "LIMA (May 3): …"."""
    dates = find_dates(head, cues)
    if not dates or not dates[0].span.start or not is_names(head[: dates[0].span.start], cues):
        return None
    match = _BEHIND_DATE.match(head, dates[0].span.stop)
    place = head[: dates[0].span.start]
    if not match or not place.strip(" ,./(") or place.count("(") != match[0].startswith(")"):
        return None
    agency = next((name.strip() for name in match.groups() if name), None)
    return Dateline(span=Span(start, start + match.end()), rule="dateline_of_a_day", date=dates[0], agency=agency)


def _bare_place(head: str, start: int, cues: Cues) -> Dateline | None:
    match = _BARE_PLACE.match(head)
    if not match or not is_names(match["place"], cues) or len(match["place"].split()) > 5:
        return None
    last = match["place"].split()[-1]
    if len(last) < 3 or fold(last) in cues.person_titles:  # an initial or "Gen.": the sentence goes on
        return None
    return Dateline(span=Span(start, start + match.end()), rule="dateline_of_a_place")


def _is_agency(name: str, cues: Cues, *, known: bool) -> bool:
    parts = [part.strip() for part in re.split(r"[/,]", name)]
    return any(fold(part) in cues.agencies for part in parts) or (not known and all(map(_capitalized, parts)))


def _sounds_like_agency(name: str | None, cues: Cues) -> bool:
    """Whether a name behind a place is an agency's: `LONDON (Lake News)`; `Mercedes (Soriano)` says where the place lies."""
    words = re.findall(r"[^\W\d_][\w&'’]*", name or "")
    known = any(fold(part.strip()) in cues.agencies for part in re.split(r"[/,]", name or ""))
    return known or any(fold(word) in cues.outlet_words or (len(word) > 1 and word.isupper()) for word in words)


def _capitalized(name: str) -> bool:
    """A name, or an abbreviation with what is said of it: `VNE en español`."""
    words = re.findall(r"[^\W\d_][\w.&'’-]*", name)
    return 0 < len(words) <= 6 and words[0][0].isupper() and (words[-1][0].isupper() or _is_abbreviation(words[0]))


def _is_abbreviation(word: str) -> bool:
    return 2 < len(word) <= 6 and word.isupper()


def is_names(words: str, cues: Cues) -> bool:
    """Whether nothing but capitalized names and what joins them is said; nothing at all counts too."""
    tokens = re.findall(r"[^\W_][\w.'’&-]*", words)
    names = [token for token in tokens if token.casefold() not in cues.particles]
    return (
        len(tokens) <= NAME_WORDS
        and all(t[0].isupper() or _ELIDED.match(t) for t in names)
        and not re.search(r"[;:?!\"“”«»]", words)
    )


__all__ = [
    "BYLINE",
    "Dateline",
    "closing_dateline",
    "dateline_of_a_day_alone",
    "inner_datelines",
    "is_names",
    "opening_dateline",
]
