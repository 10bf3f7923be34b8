"""What stands before the prose of an article: date lines, labels, time stamps, sections, bylines, the title and its deck.

The lines are read one by one until the first that is none of these.  Each kind of line is one predicate; `read_head` only
says in which order they are asked.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.ingest.agendas import opens_agenda
from briefing.ingest.cues import Cues, fold
from briefing.ingest.dated_lines import (
    META_CHARS,
    dated_place,
    is_byline,
    is_date_line,
    is_head_line,
    is_place_and_date,
    is_printed_date,
)
from briefing.ingest.datelines import Dateline, closing_dateline, is_names, opening_dateline
from briefing.ingest.dates import find_dates, has_timestamp
from briefing.ingest.head_days import ends_with_a_day
from briefing.ingest.head_so_far import Head, is_dated_title, is_office_with_genre
from briefing.ingest.line_cues import DECK_CHARS, credited_agency, is_summary_line, match_line
from briefing.ingest.lines import ends_with_stop, is_prose, looks_like_title
from briefing.ingest.outlets import (
    headed,
    is_genre,
    is_genre_title,
    is_office,
    is_outlet,
    names_state,
    opens_turn,
    opens_with_genre,
    outlet_line,
    outlet_of_parts,
    parts_of,
    spelled,
    title_below,
)
from briefing.ingest.source import Line
from briefing.model import Mark, Span

HEAD_LINES = 14
DATE_LINE_REACH = 4
"""A date line or byline among the next four lines makes those above it title and deck."""
DECK_REACH = 2
MASTHEAD_WORDS = 6
LONG_WORD = 4
"""Letters from which on a word of a paper's name has a capital."""


def read_head(text: str, lines: list[Line], given: tuple[Mark, ...], cues: Cues) -> Head:
    """Read the head of an article.  `given` are the marks of the format: front matter, headings, the title of a page."""
    head = Head(body=list(lines))
    _skip_given(head, given, cues)
    for _ in range(HEAD_LINES):
        if not head.body or opens_agenda(head.body, cues):
            break
        if not (_date_line(head, cues) or _other_line(text, head, cues) or _title_or_deck(text, head, cues)):
            break
        _skip_given(head, given, cues)
    if state := head.fields.pop("state", None):  # `KINGDOM OF …` signs where no office below it does
        head.fields.setdefault("outlet", state)
    return head


def _skip_given(head: Head, given: tuple[Mark, ...], cues: Cues) -> None:
    """Pass over lines that the format has marked; a first heading is the title, if not only `Press release`."""
    while head.body:
        line = head.body[0]
        mark = next((m for m in given if m.span.overlaps(line.span)), None)
        if mark and mark.kind == "heading" and _stands_below_an_office(head, cues):
            head.fields.setdefault("outlet", spelled(head.fields["title"], cues))
            del head.fields["title"]
        if not mark or (mark.kind == "heading" and ("title" in head.fields or len(head.body) == 1)):
            return
        if mark.kind == "heading" and is_genre(line, cues) and title_below(head.body[1:], cues):
            head.mark(line.span, "section_label", "genre_line")
        elif mark.kind != "metadata":
            head.fields.setdefault("title", line.text)
            head.mark(line.span, "title", mark.rule)
        del head.body[0]


def _stands_below_an_office(head: Head, cues: Cues) -> bool:
    """`# Ministry of Trade of Chad` / `## Transcript of the press conference`: the second heading is the title."""
    title = head.fields.get("title", "")
    return len(head.body) > 1 and is_office(Line(Span(0, len(title)), title), cues)


def _date_line(head: Head, cues: Cues) -> bool:
    """`date 2026-01-16`, alone or with the text behind it."""
    line = head.body[0]
    match = cues.date_prefix.match(line.text)
    if not match:
        return False
    stop = line.span.start + len(match[0].rstrip())
    head.fields.setdefault("date", match["date"])
    head.mark(Span(line.span.start, stop), "metadata", "date_line")
    rest = line.text[match.end() :]
    head.body[:1] = [Line(Span(line.span.start + match.end(), line.span.stop), rest)] if rest else []
    return True


def _other_line(text: str, head: Head, cues: Cues) -> bool:
    line = head.body[0]
    if any(rule(head, line, cues) for rule in OWN_LINES):
        del head.body[0]
        return True
    cue = match_line(line, cues, before_prose=True, after_prose=False)
    if not cue or cue.shape == "list" or is_summary_line(line, cues):
        return False
    head.mark(line.span, cue.kind, cue.rule)
    head.credits += [name] if (name := credited_agency(line, cue)) else []
    if cue.kind == "byline":
        head.take_publisher(line, cues)
    del head.body[0]
    return True


def _label_line(head: Head, line: Line, cues: Cues) -> bool:
    """`Title: …`, `Fecha: …`, `Fuente: …`."""
    match = cues.label_line.fullmatch(line.text)
    if not match or len(line.text) > DECK_CHARS or (is_prose(line) and len(line.text) > META_CHARS):
        return False
    name = cues.labels[fold(" ".join(match["label"].split()))]
    if name == "author" and is_printed_date(line, cues):  # `Por: Agencias | Miércoles, 14/10/2026`
        return False
    name = "url" if name == "outlet" and match["value"].startswith(("http://", "https://")) else name
    start = line.span.start + match.start("value")
    head.fields.setdefault(name, match["value"])
    if name == "title":
        head.mark(Span(line.span.start, start), "metadata", "label_of_title")
        head.mark(Span(start, line.span.stop), "title", "labelled_title")
    else:
        head.mark(line.span, "metadata", "label_line")
    return True


def _dated_title(head: Head, line: Line, cues: Cues) -> bool:
    if len(line.text) > META_CHARS or not is_dated_title(head, line, cues):
        return False
    head.fields.setdefault("date", line.text)
    head.fields["title"] = line.text
    head.mark(line.span, "title", "dated_title")
    return True


def _printed_date(head: Head, line: Line, cues: Cues) -> bool:
    if not is_printed_date(line, cues):
        return False
    head.fields.setdefault("date", line.text)
    head.take_publisher(line, cues)
    head.mark(line.span, "metadata", "timestamp_line" if has_timestamp(line.text) else "printed_date_line")
    return True


def _outlet_line(head: Head, line: Line, cues: Cues) -> bool:
    """A line below the title such as "The Lake Courier, 5 October 2026"; above it only with a date."""
    found = outlet_line(line, cues)
    if found is None or not (found.date or "title" in head.fields):
        return False
    head.take_outlet(found, line)
    return True


def _masthead_and_date(head: Head, line: Line, cues: Cues) -> bool:
    """`Caspian in English, 24 April 2026` below the title: a name that no word betrays as a paper's, and the day."""
    dates = find_dates(line.text, cues)
    day = dates[0].span if "title" in head.fields and len(dates) == 1 and dates[0].year is not None else None
    if day is None or line.text[day.stop :].strip(" .") or not line.text[: day.start].rstrip().endswith(","):
        return False
    words = line.text[: day.start].rstrip(", ").split()
    named = all(word[0].isupper() for word in words if len(word) >= LONG_WORD)
    if len(words) > MASTHEAD_WORDS or not named or is_place_and_date(line, cues):
        return False
    head.fields.setdefault("date", line.text[day.start : day.stop])
    head.mark(line.span, "metadata", "printed_date_line")
    return True


def _office_line(head: Head, line: Line, cues: Cues) -> bool:
    """The office that issues a text, above or below the line that says what kind of text it is."""
    titled = "title" in head.fields
    if is_genre(line, cues) and not titled:
        below = title_below(head.body[1:], cues)
        head.mark(line.span, "section_label" if below else "title", "genre_line")
        head.fields |= {} if below else {"title": line.text}
        return True
    if (
        not (is_office(line, cues) or is_office_with_genre(line, cues) or is_above_a_genre(head, cues))
        or is_place_and_date(line, cues)
        or not (is_genre_title(head.fields["title"], cues) if titled else headed(head.body[1:], cues))
    ):
        return False
    office = parts_of(line.text, commas=False)[0] if is_office_with_genre(line, cues) else line.text
    name = outlet_of_parts(office, cues) or spelled(office, cues)
    head.fields.setdefault("state" if names_state(line, cues) else "outlet", name)
    head.mark(line.span, "heading", "office_line")
    return True


def is_above_a_genre(head: Head, cues: Cues) -> bool:
    """`Lake Provinces Office` above `News story`: nothing but names on the first line, and what kind of text it is below."""
    line, *below = head.body
    named = len(line.text.split()) <= MASTHEAD_WORDS and is_names(line.text.replace(",", " "), cues)
    return named and "title" not in head.fields and bool(below) and opens_with_genre(below[0], cues)


def _place_and_date(head: Head, line: Line, cues: Cues) -> bool:
    """A line of its own such as "Sofía, 3 de marzo de 2025", or the end of one that says what the text is of."""
    found = dated_place(line, cues) or _at_the_end(line, cues)
    if not found:
        return False
    head.datelines.append(found)
    head.take_publisher(line, cues)
    head.mark(found.span, "dateline", "dateline_line")
    return True


def _at_the_end(line: Line, cues: Cues) -> Dateline | None:
    """`Comparecencia de la ministra. Sofía, 3 de marzo de 2025. Por Ana Rey`: what comes before says who speaks, and stays."""
    whole = line.text.rstrip(". ")
    above, stop, last = whole.rpartition(". ")
    if stop and is_byline(Line(line.span, last), cues):
        whole = above
    before, stop, last = whole.rpartition(". ")
    start = line.span.start + len(before) + len(stop)
    part = Line(Span(start, start + len(last)), last)
    short = stop and len(line.text) <= 2 * META_CHARS
    return closing_dateline(last, start, cues) if short and is_place_and_date(part, cues) else None


def _day_line(head: Head, line: Line, cues: Cues) -> bool:
    """`La Ribera — noticias del norte — jueves 16/7/26`, `Punta Roja, viernes 13`: above or below a title, and none itself."""
    titled = "title" in head.fields
    if not ends_with_a_day(line.text, cues, titled=titled) or not (titled or title_below(head.body[1:], cues)):
        return False
    head.take_publisher(line, cues)
    head.mark(line.span, "metadata", "day_line")
    return True


def _section_line(head: Head, line: Line, cues: Cues) -> bool:
    """`Internacional`, `World > Americas`."""
    if not cues.sections.fullmatch(line.text.strip("#*_[] ")):
        return False
    head.mark(line.span, "section_label", "section_line")
    return True


OWN_LINES: tuple[Callable[[Head, Line, Cues], bool], ...] = (
    _label_line,
    _dated_title,
    _printed_date,
    _outlet_line,
    _masthead_and_date,
    _office_line,
    _place_and_date,
    _day_line,
    _section_line,
)
"""The lines of a head that are known by their own words, in the order in which they are asked."""


def _title_or_deck(text: str, head: Head, cues: Cues) -> bool:
    line = head.body[0]
    if is_summary_line(line, cues) or len(head.body) == 1 or opens_turn(line, cues):
        return False
    before_date = len(line.text) <= DECK_CHARS and _head_line_ahead(head, is_date_line, DATE_LINE_REACH, cues)
    behind = any(map(is_prose, head.body[2:])) and not ends_with_stop(line)
    above_date = len(line.text) <= DECK_CHARS and behind and is_place_and_date(head.body[1], cues)
    if _is_masthead(head, line, cues):
        name, head.fields["title"] = head.fields["title"], line.text
        if is_outlet(name, cues) or name.split()[0].casefold() in cues.particles:
            head.fields.setdefault("outlet", name)
        head.mark(line.span, "title", "title_below_masthead")
        del head.body[0]
        return True
    titled = "title" in head.fields
    opened = opening_dateline(text, line.span.start, cues, first=True)
    if not titled and (above_date or ((before_date or looks_like_title(line)) and not opened)):
        line = head.body[0] = _unbroken(text, head.body, cues)
        head.fields["title"] = line.text
        head.mark(line.span, "title", "title_line")
    elif titled and not opened and (before_date or _is_deck(head, cues)):
        head.mark(line.span, "heading", "deck_line")
    else:
        return False
    del head.body[0]
    return True


def _unbroken(text: str, lines: list[Line], cues: Cues) -> Line:
    """A title with the lines below that go on with it in small letters: `Peru asks Bolivia for the return` / `of its boats`."""
    title = lines[0]
    while len(lines) > 2 and lines[1].text[0].islower() and not lines[1].after_gap and not _says_more(lines[1], cues):
        span = Span(title.span.start, lines.pop(1).span.stop)
        title = Line(span, " ".join(span.of(text).split()), title.after_gap)
    return title


def _says_more(line: Line, cues: Cues) -> bool:
    known = match_line(line, cues, before_prose=True, after_prose=False) or cues.label_line.fullmatch(line.text)
    return is_prose(line) or is_head_line(line, cues) or known is not None


def _is_masthead(head: Head, line: Line, cues: Cues) -> bool:
    """Whether the first line, taken for the title, is a paper's name: nothing but names, with a title in other words below."""
    name = head.fields.get("title", "")
    other = looks_like_title(line) and not is_names(line.text, cues) and not is_prose(line)
    named = 0 < len(name.split()) <= MASTHEAD_WORDS and is_names(name, cues) and not is_genre_title(name, cues)
    return named and other and any(map(is_prose, head.body[1:]))


def _is_deck(head: Head, cues: Cues) -> bool:
    """A line between the title and a byline or a date; a whole sentence only right before it."""
    line = head.body[0]
    reach = DECK_REACH if is_prose(line) else DATE_LINE_REACH
    return len(line.text) <= DECK_CHARS and _head_line_ahead(head, is_head_line, reach, cues)


def _head_line_ahead(head: Head, wanted: Callable[[Line, Cues], bool], reach: int, cues: Cues) -> bool:
    """Whether such a line follows soon, with the article's prose, more than stands above it, still behind it."""
    found = (i for i, line in enumerate(head.body[1 : 1 + reach], 1) if wanted(line, cues))
    return "date" not in head.fields and any(_prose(head.body[:i]) < _prose(head.body[i + 1 :]) for i in found)


def _prose(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines if is_prose(line))


__all__ = ["read_head"]
