"""What a template can print: plain dicts, lists, texts and numbers, made from the brief for one audience and language.

`FIELDS` describes every field; `briefing templates fields` prints it with sample values, and the checker names the nearest one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from briefing import edtf
from briefing.localize import LOCALES, Localizer
from briefing.model import Brief, BriefArticle, Fact, Item, Language, Meeting, Position
from briefing.render.audience import Audience, Limits, Section
from briefing.render.desk import Desk, Fields
from briefing.render.layout.fit import Edition, fit
from briefing.render.named import name_people
from briefing.render.naming import naming_of
from briefing.render.pieces import Ledger
from briefing.render.sections import source_list
from briefing.render.sections.brackets import close_brackets
from briefing.render.sections.disagreements import conflict_fields
from briefing.render.sections.evidence import Sources, confidence_of
from briefing.render.sections.items import fact_fields, quote_fields
from briefing.render.sections.matrix import matrix_fields
from briefing.render.sections.meetings import is_called_off, meeting_list
from briefing.render.sections.timeline import timeline_fields
from briefing.render.sections.told import cited_bottom_line, in_bottom_line, not_told
from briefing.render.words import Words

ItemT = TypeVar("ItemT", bound=Item)
LEVELS = ("low", "moderate", "high")
DAYS_OF_NEWS = 14
"""From the day of a meeting that was called off to the memo: longer ago it is no news of the week."""


def memo_context(brief: Brief, audience: Audience, localizer: Localizer, ledger: Ledger) -> Fields:
    """All fields of a memo, with as many items as its pages hold.  Sections that the audience does not have are empty."""
    edition = _edition(brief, audience, localizer, ledger)
    if audience.limits.pages is None:
        return edition.compose(audience.limits)
    others = [Localizer(locale, localizer.labels) for locale in _other_locales(brief, localizer.language)]
    return fit(audience.limits, edition, [_edition(brief, audience, other, Ledger()) for other in others])


def _other_locales(brief: Brief, language: Language) -> list[str]:
    """The usual locale of each other language that the brief is written in."""
    usual = {locale.partition("_")[0]: locale for locale in reversed(LOCALES)}
    return [usual[other] for other in sorted(brief.title) if other != language and other in usual]


def _edition(brief: Brief, audience: Audience, localizer: Localizer, ledger: Ledger) -> Edition:
    words = Words(localizer, audience.labels.get(localizer.language, {}))

    def compose(limits: Limits) -> Fields:
        sources = Sources(brief, words, ledger, style=audience.citations, quotes=audience.limits.quotes)
        facts = _printed(brief.facts, audience, None)
        facts = _fresh(facts, brief, audience)[: limits.facts]
        return _fields(facts, limits, Desk(brief, audience, words, sources, ledger, facts, naming_of(brief.people, words)))

    return Edition(compose, ledger.words)


def _fields(facts: Sequence[Fact], limits: Limits, desk: Desk) -> Fields:
    brief, audience, words = desk.brief, desk.audience, desk.words
    positions = _untold_first(_printed(brief.positions, audience, None), limits.positions, desk)
    meetings = _printed(brief.meetings, audience, None)
    ahead = [meeting for meeting in meetings if not is_past(meeting, brief.as_of)]
    # what will not take place is nothing to prepare for; a memo without the other table has no better place for it
    off = [meeting for meeting in meetings if "held" in audience.sections and is_called_off(meeting, desk)]
    off = [meeting for meeting in off if meeting in ahead or is_of_late(meeting, brief.as_of)]
    upcoming = _by_date([meeting for meeting in ahead if meeting not in off])[: limits.meetings]
    held = _by_date([meeting for meeting in meetings if meeting in off or was_due(meeting, brief)])[: limits.meetings]
    shown = {"facts": facts, "positions": positions, "upcoming": upcoming, "held": held}
    listed = [item for name, group in shown.items() if name in audience.sections for item in group]
    printed = {item.id for item in (*listed, *_in_bottom_line(desk))}
    cited = {piece.article for group in shown.values() for item in group for piece in desk.named_beside(item)}
    made: Mapping[Section, Callable[[], Any]] = {
        "bottom_line": lambda: _bottom_line(desk),
        "timeline": lambda: timeline_fields(facts, meetings, desk),
        "facts": lambda: [fact_fields(fact, desk) for fact in facts],
        "quotes": lambda: quote_fields(_printed(brief.positions, audience, None), desk),
        "positions": lambda: matrix_fields(positions, desk),
        "upcoming": lambda: meeting_list(upcoming, desk),
        "held": lambda: meeting_list(held, desk),
        "conflicts": lambda: conflict_fields(desk, printed)[: limits.conflicts],
        "sources": lambda: source_list.source_fields(desk, cited),
        "left_out": lambda: source_list.skipped_fields(brief.skipped, words),
    }
    # In the order in which they are printed: what has been quoted is not quoted again.
    sections: dict[str, Any] = {name: _made(made[name], desk) for name in audience.sections}
    sections |= {name: "" if name == "bottom_line" else [] for name in made if name not in sections}
    named = name_people(sections, audience.sections, desk.naming, desk.ledger.words)
    languages = {article.language for article in brief.articles}
    return named | {
        "positions": close_brackets(named["positions"], languages, words, desk.ledger),
        "memo": _head(brief, audience, words),
        "label": dict(audience.labels.get(words.language, {})),
        "sources_overview": source_list.overview(brief.articles, words),
        "coverage": source_list.coverage_note(desk, listed),
        "compared": _compared(brief, positions, words) if "positions" in audience.sections else "",
        "shortened": _shortened(brief, audience, len(printed), words),
        "legend": audience.doubt.legend,
        "language": words.language,
        "language_tag": words.tag,
        "sections": list(audience.sections),
        "shown": sorted(printed),
    }


def _made(make: Callable[[], Any], desk: Desk) -> Any:
    desk.sources.begin_section()
    return make()


def _fresh(items: list[ItemT], brief: Brief, audience: Audience) -> list[ItemT]:
    """What the bottom line does not tell, for an audience that has nothing twice; everything where it tells all."""
    if audience.repeats or "bottom_line" not in audience.sections:
        return items
    return not_told(items, brief) or items


def _in_bottom_line(desk: Desk) -> list[Item]:
    """What the bottom line alone tells, where the audience has nothing twice."""
    if desk.audience.repeats or "bottom_line" not in desk.audience.sections:
        return []
    items: list[Item] = [*desk.brief.facts, *desk.brief.positions]
    return [item for item in items if not item.omit and in_bottom_line(item, desk.brief)]


def _bottom_line(desk: Desk) -> str:
    """Its sentences; where the audience has nothing twice, with the sources of each, which no list of facts repeats."""
    own = desk.audience.repeats or "bottom_line" not in desk.audience.sections
    items: list[Item] = [] if own else [*desk.brief.facts, *desk.brief.positions]
    return cited_bottom_line(desk.brief, [item for item in items if not item.omit], desk.words, desk.sources)


def _compared(brief: Brief, positions: Sequence[Position], words: Words) -> str:
    """What the marks of change stand for, where there are any."""
    if brief.previous is None or not any(position.change for position in positions):
        return ""
    date = words.date(brief.previous, year=brief.as_of[:4])
    return words.gettext("New, moved, unchanged: against the brief of %(date)s.", date=date)


def _printed(items: Sequence[ItemT], audience: Audience, most: int | None) -> list[ItemT]:
    least = LEVELS.index(audience.doubt.least)
    return [item for item in items if not item.omit and LEVELS.index(confidence_of(item)) >= least][:most]


def balanced(positions: Sequence[Position], most: int | None) -> list[Position]:
    """The first of each government, then the second of each …, as many as there is room for, in the order of rank.

    What one sentence tells of a government is one line: `accepts it, but demands …` stands under both labels or not at all.
    """
    if most is None:
        return list(positions)
    lines: dict[tuple[str, str, int], list[int]] = {}
    for rank, position in enumerate(positions):
        lines.setdefault((position.government, position.evidence[0].article, position.evidence[0].start), []).append(rank)
    turns: dict[str, int] = {}
    ranked = []
    for (government, *_), ranks in lines.items():
        turns[government] = turns.get(government, 0) + 1
        ranked.append((turns[government], ranks))
    return [positions[rank] for rank in sorted(rank for _, ranks in sorted(ranked)[:most] for rank in ranks)]


def _untold_first(positions: Sequence[Position], most: int | None, desk: Desk) -> list[Position]:
    """As many as there is room for, in the order of rank; what the bottom line tells gives way to what it does not."""
    told = {item.id for item in _in_bottom_line(desk)}
    ordered = sorted(positions, key=lambda position: position.id in told)
    return sorted(balanced(ordered, most), key=positions.index)


def _by_date(meetings: Sequence[Meeting]) -> list[Meeting]:
    """In the order of the calendar; those without a date last, and rank decides between equals."""
    return sorted(meetings, key=lambda meeting: str(edtf.bounds(meeting.date)[0] or "") if meeting.date else "9999")


def is_past(meeting: Meeting, as_of: str) -> bool:
    """Held, or called off or left open for a day before the memo's own: nothing to prepare for."""
    if meeting.status not in {"cancelled", "unconfirmed"} or not meeting.date:
        return meeting.status == "held"
    last, today = edtf.bounds(meeting.date)[1], edtf.bounds(as_of)[0]
    return bool(last and today and last < today)


def is_of_late(meeting: Meeting, as_of: str) -> bool:
    """`The meeting set for May 4 was cancelled`, told in the week of May 8: news of that week, as a meeting held then is."""
    first, today = edtf.bounds(meeting.date)[0] if meeting.date else None, edtf.bounds(as_of)[0]
    return bool(first and today and (today - first).days <= DAYS_OF_NEWS)


def was_due(meeting: Meeting, brief: Brief) -> bool:
    """Held, or announced for a day gone by without a word on whether it took place."""
    planned = meeting.status == "unconfirmed" and meeting.kind != "deadline" and meeting.date is not None
    return meeting.status == "held" or (
        planned and is_past(meeting, brief.as_of) and is_after_its_articles(meeting, {a.id: a for a in brief.articles})
    )


def is_after_its_articles(meeting: Meeting, articles: Mapping[str, BriefArticle]) -> bool:
    """Whether its day is not before those of the articles that announce it: else one of the two was misread."""
    told = [articles[piece.article].published for piece in meeting.evidence if piece.article in articles]
    first = edtf.bounds(meeting.date)[0] if meeting.date else None
    starts = [edtf.bounds(day)[0] if day else None for day in told]
    return first is not None and all(start is not None and first >= start for start in starts)


def _shortened(brief: Brief, audience: Audience, shown: int, words: Words) -> str:
    """How many items this audience's memo leaves to the full one."""
    held = [meeting for meeting in brief.meetings if was_due(meeting, brief)]
    ahead = [meeting for meeting in brief.meetings if not was_due(meeting, brief)]
    sections = {"facts": brief.facts, "positions": brief.positions, "upcoming": ahead, "held": held}
    groups: list[Sequence[Item]] = [group for name, group in sections.items() if name in audience.sections]
    left = sum(not item.omit for group in groups for item in group) - shown
    if left <= 0:
        return ""
    return words.ngettext(
        "%(n)s further item of the brief is not shown.",
        "%(n)s further items of the brief are not shown.",
        left,
        n=words.count(left),
    )


def _head(brief: Brief, audience: Audience, words: Words) -> Fields:
    governments = "–".join(words.government(code) for code in brief.governments)
    subject = words.text(brief.title) or governments or words.gettext("The week's news")
    return {
        "kind": words.gettext("MEMORANDUM"),
        "to": audience.words("to", words.language),
        "from": audience.words("from", words.language),
        "cc": audience.words("cc", words.language),
        "number": audience.words("number", words.language),
        "classification": audience.words("classification", words.language),
        "subject": subject,
        "governments": words.list(words.government(code) for code in brief.governments),
        "date": words.date(brief.as_of),
        "date_iso": brief.as_of,
        "period": words.date(brief.window),
    }
