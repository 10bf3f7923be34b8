"""The positions as a matrix of issue × government, in as many tables as the page's width asks for.

What has no issue of its own stands in the last row, `Other matters`.  An article's headline names no row: an article turns to
other matters than it is headed by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from briefing.edtf import bounds
from briefing.model import Brief, Position
from briefing.model.letters import capital
from briefing.render.desk import Desk, Fields
from briefing.render.pieces import Jump, Styled
from briefing.render.sections.answers import AGREED, answered_row, answers_another, is_other_side
from briefing.render.sections.items import position_fields
from briefing.render.sections.row_topics import calls_by_name, headed_by, names_topic, topics_of
from briefing.render.sections.told import same_line

Row = list[Position]
Topics = Mapping[str, tuple[str, ...]]
"""What each position's row may be called by, by the position's id."""
MOST_HEADS = 2
"""Issues of its first position that a row is called by."""


def matrix_fields(positions: Sequence[Position], desk: Desk) -> list[Fields]:
    """One table for each group of governments that fits the page: `governments`, and `rows` of `issue` and `cells`."""
    governments = _columns(positions, desk.brief.governments)
    width = max(desk.audience.limits.columns, 1)
    groups = [governments[start : start + width] for start in range(0, len(governments), width)]
    return [_table(positions, group, desk) for group in groups]


def issue_rows(positions: Sequence[Position], topics: Topics) -> list[Row]:
    """Positions about the same issue, in the order of the first of each; those without an issue come last.

    What two governments agreed in one line stands in one row, and answers nothing.

    A position joins the row where the same sentence stands as another one of its government, else the first row that is about
    one of its issues, or about something broader; without any, that of its topic, or the main one; else the row of the other
    side that tells of its topic, or that it answers.
    """
    rows: list[Row] = []
    rest: Row = []
    for position in sorted(positions, key=lambda one: (not one.issue, not topics[one.id])):
        row = next((row for row in rows if _has_its_sentence(row, position) or any(_is_shared(position, r) for r in row)), None)
        row = row or next((row for row in rows if position.issue and _same_issue(row, position)), None)
        row = row or next((row for row in rows if _heads(row, topics) & {*topics[position.id]}), None)
        row = row or next((row for row in rows[:1] if _speaks_of(row, position, topics)), None)
        row = row or next((row for row in rows if _tells_its_topic(row, position, topics)), None)
        agreed = any(_is_shared(position, one) for one in positions)
        row = row or (None if topics[position.id] or agreed else answered_row(rows, position))
        if row is not None:
            row.append(position)
        elif topics[position.id]:
            rows.append([position])
        else:
            rest.append(position)
    return [*rows, rest] if rest else rows


def _speaks_of(row: Row, position: Position, topics: Topics) -> bool:
    """A line without an issue, in the main row, of what it speaks of, where its government has none: `—` would read as none."""
    silent = all(one.government != position.government for one in row)
    return silent and not position.issue and bool(_heads(row, topics) & {*position.concepts})


def _tells_its_topic(row: Row, position: Position, topics: Topics) -> bool:
    """`Ports: Kenya will not pay the fee` and `Tanzania defends the fee`: one matter, whatever the row is called."""
    told = {concept for one in row for concept in one.concepts}
    return is_other_side(row, position) and bool({*topics[position.id]} & told)


def _heads(row: Row, topics: Topics) -> set[str]:
    return {*topics[row[0].id][:MOST_HEADS]}


def _has_its_sentence(row: Row, position: Position) -> bool:
    """`offered to cut the flow, but ruled out a payment`: one line of one government, under two labels."""

    def place(one: Position) -> tuple[str, str, int]:
        return one.government, one.evidence[0].article, one.evidence[0].start

    return any(place(one) == place(position) for one in row)


def _is_shared(position: Position, other: Position) -> bool:
    """`Togo and Benin agreed to raise the quota`, as the line of another government."""
    both = position.government != other.government and position.stance == other.stance and position.stance in AGREED
    return both and position.evidence[0].at == other.evidence[0].at


def _same_issue(row: Row, position: Position) -> bool:
    """It names what the row's head prints, or a kind of it (`concepts` has the broader ones of every issue)."""
    return bool({*row[0].issue[:MOST_HEADS]} & {*position.issue, *position.concepts})


def _columns(positions: Sequence[Position], order: Sequence[str]) -> list[str]:
    present = list(dict.fromkeys(position.government for position in positions))
    return [code for code in order if code in present] + [code for code in present if code not in order]


def _table(positions: Sequence[Position], governments: Sequence[str], desk: Desk) -> Fields:
    inside = [position for position in positions if position.government in governments]
    topics = {position.id: topics_of(position, desk) for position in inside}
    rows = issue_rows(inside, topics)
    named = [list(row) for row in rows if topics[row[0].id]]
    others = [list(row) for row in rows if not topics[row[0].id]]
    return {
        "governments": [{"name": capital(desk.words.government_head(code))} for code in governments],
        "rows": [fields for row in with_their_topic(named, others, topics, desk) for fields in _rows(row, governments, desk)],
    }


def with_their_topic(named: Sequence[Row], others: Sequence[Row], topics: Topics, desk: Desk) -> list[Row]:
    """The rows; a line without a topic in the row of the matter that its headline is about and that it names itself.

    An article may turn to another matter, so that its headline alone is not enough: `cannot tell a judge what to do`.
    """
    heads = {topic: row for row in reversed(named) for topic in _heads(row, topics)}
    whole: list[Row] = []
    for told in others:
        homes = {one.id: _home(one, heads, desk) or _silent(one, heads, desk) for one in told}
        for one in told:
            heads.get(homes[one.id], []).append(one)
        rest = [one for one in told if not homes[one.id]]
        whole += [rest] if rest else []
    return [*named, *whole]


def _home(position: Position, heads: Mapping[str, Row], desk: Desk) -> str:
    """The matter of a row that a line's headline is about and which the line names."""
    topic = headed_by(position, heads, desk)
    if topic is None or answers_another(position, heads[topic]):
        return ""
    return topic if names_topic(position, topic, desk) else ""


def _silent(position: Position, heads: Mapping[str, Row], desk: Desk) -> str:
    """The one matter of a row that a line names though its headline does not: its government has said nothing there so far."""
    named = [topic for topic in heads if is_other_side(heads[topic], position) and calls_by_name(position, topic, desk)]
    return named[0] if len(named) == 1 else ""


def _rows(row: Row, governments: Sequence[str], desk: Desk) -> list[Fields]:
    """An issue's rows, one position of each government in each: rows do not split, so they must not grow tall."""
    told = in_their_order(row, desk.brief)
    columns = [_column([position for position in told if position.government == code], desk) for code in governments]
    columns = _told_once(columns, governments, desk)
    return [
        {
            "issue": _issue(row, desk) if not level else "",
            "first": not level,
            "cells": [{"positions": column[level : level + 1], "empty": not column and not level} for column in columns],
        }
        for level in range(max(map(len, columns)))
    ]


def in_their_order(positions: Sequence[Position], brief: Brief) -> list[Position]:
    """By the day on which they were told, the earliest first: a cell ends with how things stand."""
    told = {article.id: article.published for article in brief.articles}
    return sorted(positions, key=lambda one: last_day(told.get(one.evidence[0].article), brief.as_of))


def last_day(published: str | None, as_of: str) -> date:
    return (bounds(published)[1] if published else None) or bounds(as_of)[1] or date.max


def _column(positions: Sequence[Position], desk: Desk) -> list[Fields]:
    """A government's positions on an issue; two in the same words, or told in one place, are one: `Rejects and criticizes`."""
    found: list[tuple[Position, Fields]] = []
    for position in positions:
        one = position_fields(position, desk)
        place = desk.ledger.words(one["where"])  # two links to one place differ in their marks
        same = next((f for p, f in found if same_line(p, position) or (place and place == desk.ledger.words(f["where"]))), None)
        if same is None:
            found.append((position, one))
            continue
        both = desk.words.list([same["stance_word"], one["stance_word"].lower()])
        same |= {
            "stance_word": both,
            "stance": desk.ledger.mark(Styled(both, f"Stance {same['leaning'].title()}", strong=True)),
        }
    return in_one_pointer(found, desk)


def in_one_pointer(found: Sequence[tuple[Position, Fields]], desk: Desk) -> list[Fields]:
    """A column's lines; where several of one stance and speaker only point to facts, one behind the other, they are one line.

    `States: fact 2`, `States: fact 4` -> `States: facts 2 and 4`
    """
    lines: list[tuple[Fields, list[int]]] = []
    for position, one in found:
        number = desk.same_fact(position) if one["text"] == one["where"] and not one["note"] + one["change"] else None
        before, numbers = lines[-1] if lines else ({}, [])
        if number and numbers and all(before[name] == one[name] for name in ("stance_word", "said", "doubt", "voice")):
            numbers.append(number)
        else:
            lines.append((one, [number] if number else []))
    return [one | _pointing(numbers, desk) if len(numbers) > 1 else one for one, numbers in lines]


def _pointing(numbers: Sequence[int], desk: Desk) -> Fields:
    links = [desk.ledger.mark(Jump(f"fact_{number}", desk.words.number(number))) for number in sorted(numbers)]
    where = desk.words.pgettext("in a cell", "facts %(numbers)s", numbers=desk.words.list(links))
    return {"text": where, "where": where}


def _told_once(columns: Sequence[list[Fields]], governments: Sequence[str], desk: Desk) -> list[list[Fields]]:
    """A sentence that two governments share stands in the first one's column, and where it is in full in the others.

    `Same as Peru` only where that line of Peru stands beside it: opposite another it would read as that one.
    """
    first: dict[str, tuple[str, int]] = {}
    for code, column in zip(governments, columns, strict=True):
        for level, one in enumerate(column):
            owner, place = first.setdefault(desk.ledger.words(one["text"]), (code, level))
            if owner != code and one["where"]:
                one |= {"text": one["where"], "said": one["voice"]}
            elif owner != code and place == level:
                name = desk.words.government(owner)
                one |= {
                    "text": desk.words.pgettext("in a cell", "same as %(government)s", government=name),
                    "original": "",
                    "quote": "",
                }
    return list(columns)


def _issue(row: Row, desk: Desk) -> str:
    """The row's name: the first two issues of its first position that have a word, without what its other lines do not name.

    `Retaliation`, which one side denies to speak of a suspension, is no name for what the other says of the suspension.
    """
    heads = [name for name in topics_of(row[0], desk) if desk.words.label(name)][:MOST_HEADS]
    shared = [name for name in heads if all(_names(one, name) for one in row)]
    labels = [desk.words.label(name) for name in shared or _named_by_all_sides(row, heads, desk) or heads[:1]]
    words = desk.words.list(dict.fromkeys(labels)) or desk.words.gettext("other matters")
    return desk.words.punctuate(capital(words))


def _named_by_all_sides(row: Row, heads: Sequence[str], desk: Desk) -> list[str]:
    """What lines of every government of a row name, the first one's own issue before the topics of the others."""
    topics = (name for one in row for name in topics_of(one, desk) if desk.words.label(name))
    sides = {code: [one for one in row if one.government == code] for code in dict.fromkeys(one.government for one in row)}
    every = [name for name in (*heads, *topics) if all(any(_names(one, name) for one in own) for own in sides.values())]
    return every[:1]


def _names(position: Position, concept: str) -> bool:
    return concept in position.issue or concept in position.concepts
