"""A brief put into words: for each item and language the best rung of the ladder that is true.

`RUNGS` is the ladder: a source's own sentence, a sentence from the structure, actor and act and topics, the original words.
A rung that closes says by which gate; both the rung and the gates are kept among the item's rules (`realize:en:native:…`), so
that `briefing explain` can tell why a line reads as it does.  What a person has edited stays.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from briefing.knowledge import LANGUAGES, Knowledge
from briefing.model import Brief, Conflict, Doc, Evidence, Fact, Item, Language, Meeting, Position
from briefing.model.marks import ANSWERED, QUALIFIED_BY_THE_SENTENCE_BEHIND, REALIZE, SUSPENDED
from briefing.realize.disagreements import conflict_line
from briefing.realize.edition import Edition, make_editions
from briefing.realize.notes.neighbours import BETTER
from briefing.realize.notes.surroundings import surrounded
from briefing.realize.notes.unsaid import opens_a_list
from briefing.realize.rows.agendas import matter_of
from briefing.realize.rows.beside_rows import filled_elsewhere, shown_piece, told_against
from briefing.realize.rows.row_names import with_name
from briefing.realize.rungs.abstaining import (
    is_sure,
    is_thin,
    meets_in_our_words,
    not_as_rows,
    safer,
    with_the_sentence_before,
    withheld,
)
from briefing.realize.rungs.decided import one_ends
from briefing.realize.rungs.frames import is_suspended
from briefing.realize.rungs.ladder import BESIDE, RUNGS, ItemKind, climb, put_into_words
from briefing.realize.rungs.originals import BARE, LEANS, LOOSE, POINTS
from briefing.realize.rungs.passages import Passages
from briefing.realize.top.causes import causes_first
from briefing.realize.top.headlines import bottom_line, title
from briefing.realize.unprinted_amounts import without_flags

BETWEEN_SENTENCES = 3
"""Characters: a blank, a closing mark, the end of a paragraph."""
_IN_BRACKETS = re.compile(r" \[[^\[\]]*\]")


def realize(brief: Brief, docs: Mapping[str, Doc] | Passages, knowledge: Knowledge) -> Brief:
    """The brief with everything that is said in words, in every language.

    `docs` are the articles by id, or their sentences as `sources.read_sources` has read them.
    """
    editions = make_editions(LANGUAGES, docs, knowledge, brief.as_of, brief)
    found = brief
    brief = dataclasses.replace(brief, meetings=tuple(meeting for meeting in brief.meetings if is_sure(meeting)))
    own = [without_flags(fact, brief.conflicts) for fact in _worded(brief.facts, editions, _remember)]
    told = not_as_rows(own, brief.meetings)
    facts = causes_first(leaning_later(behind_their_neighbours(told, editions)), brief, editions)
    positions = _leaning_last(safer(_with_context(_worded(brief.positions, editions), editions, brief), brief.as_of), facts)
    worded = dataclasses.replace(
        brief,
        facts=_with_context(facts, editions, brief),
        positions=positions,
        meetings=_with_context(
            [_row(meeting, editions, brief) for meeting in _worded(brief.meetings, editions)], editions, brief, facts
        ),
    )
    conflicts = tuple(
        dataclasses.replace(c, text={code: conflict_line(c, worded, edition) for code, edition in editions.items()})
        for c in about_what_is_told(worded)
    )
    return dataclasses.replace(
        worded,
        conflicts=conflicts,
        title={code: title(worded, edition) for code, edition in editions.items()},
        bottom_line=bottom_line(worded, editions),
        coverage=dataclasses.replace(
            brief.coverage, quoted_only=len(_quoted_only(worded)), unsure=len(withheld(found, worded))
        ),
    )


def about_what_is_told(brief: Brief) -> Iterator[Conflict]:
    """The conflicts without the items that were left out for a better line."""
    told = {item.id for items in (brief.facts, brief.positions, brief.meetings) for item in items}
    flags = {fact.id: fact.conflicts for fact in brief.facts}
    for conflict in brief.conflicts:
        own = (name for name in conflict.about if name in told and conflict.id in flags.get(name, (conflict.id,)))
        yield dataclasses.replace(conflict, about=tuple(own))


SHOWN = 12
"""So many facts a memo has room for."""
IN_RESERVE = 1
"""So many more that explain themselves stand next: once the sources are counted, two facts may be found to be one."""
FEWEST = 6
"""So many facts a week of few articles keeps, even such as lean on what is not printed."""


def leaning_later(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts whose words only their article explains stand behind those that explain themselves.

    Where a memo has room for all of those and more, they are not told at all, unless the sources differ about them alone.
    """
    lines = [Line.of(fact) for fact in facts if fact.conflicts or not _opens_a_list(fact)]
    lines = [line for n, line in enumerate(lines) if line.item.conflicts or not _is_told_above(line, lines[:n])]
    lines = [line for line in lines if line.item.conflicts or not _is_within_another(line, lines)]
    limited = [line.item for line in lines if _is_limited(line.item)]
    told = list({fact.id: fact for fact in (_or_its_pair(line.item, limited) for line in lines)}.values())
    leaning = {fact.id for fact in told if _leans(fact) or with_the_sentence_before(fact) or is_thin(fact)}
    disputed = {conflict for fact in told if fact.id not in leaning for conflict in fact.conflicts}
    plain = [fact for fact in told if fact.id not in leaning or not disputed.issuperset(fact.conflicts)][: SHOWN + IN_RESERVE]
    first = {fact.id for fact in plain}
    rest = [fact for fact in told if fact.id not in first and not one_ends(fact.rules, f":{BARE}")]
    return (*plain, *(rest if len(plain) >= SHOWN else rest[: max(0, FEWEST - len(plain))]))


def _or_its_pair(fact: Fact, limited: Sequence[Fact]) -> Fact:
    """The fact, or in its place the one whose line prints both."""
    pair = next((other for other in limited if _prints_its_pair(other, fact)), None)
    return pair if pair is not None and not fact.conflicts else fact


@dataclass(frozen=True, slots=True)
class Line(Generic[ItemKind]):
    """An item with what its editions print of it, without what stands in brackets."""

    item: ItemKind
    words: Mapping[Language, str]
    paired: bool
    """With the sentence before it."""

    @classmethod
    def of(cls, item: ItemKind) -> Line[ItemKind]:
        return cls(item, {code: _IN_BRACKETS.sub("", text) for code, text in item.text.items()}, _pairs(item))


def behind_their_neighbours(facts: Sequence[Fact], editions: Mapping[Language, Edition]) -> list[Fact]:
    """Facts in their order, but one whose neighbour is a fact of its own right behind that one, and printed without it."""
    ordered = list(facts)
    for fact in facts[:SHOWN]:
        better = [code for code in fact.text if f"{REALIZE}{code}:{fact.basis.get(code)}:{BETTER}" in fact.rules]
        wanted = with_the_sentence_before(fact)
        likely = facts[:SHOWN] if wanted or better else ()
        before = next((one for one in likely if _is_printed_beside(one, fact, better, wanted=wanted)), None)
        if before is None:
            continue
        for edition in editions.values():
            edition.alone.update(_places(fact))
            edition.above.update(_places(before))
        ordered = [one for one in ordered if one.id not in {fact.id, before.id}]
        at = min(facts.index(fact), facts.index(before), len(ordered))
        ordered[at:at] = [before, put_into_words(fact, editions, dict.fromkeys(editions, ()))]
    return ordered


def _is_printed_beside(one: Fact, fact: Fact, better: Sequence[Language], *, wanted: bool) -> bool:
    """Whether a fact by itself is the sentence that another is printed with, be it wanted or only better read so."""
    beside = wanted and any(_is_next(left, right) for left in one.evidence for right in fact.evidence)
    return (beside and _stands_by_itself(one)) or (bool(better) and _is_neighbour(one, fact, better))


def _stands_by_itself(fact: Item) -> bool:
    return not (_leans(fact) or with_the_sentence_before(fact))


def _places(item: Item) -> list[tuple[str, int]]:
    return [(piece.article, piece.start) for piece in item.evidence]


def _is_neighbour(one: Fact, fact: Fact, better: Iterable[Language]) -> bool:
    """Whether a fact's words stand in another's, in each edition where that one is only better read with them."""
    line, other = Line.of(one), Line.of(fact)
    pairs = [dataclasses.replace(line, words={code: line.words.get(code, "")}) for code in better]
    return not _leans(one) and not line.paired and all(_is_part_of(pair, other, all) for pair in pairs)


def _is_told_above(line: Line[Fact], above: Iterable[Line[Fact]]) -> bool:
    """Whether it is printed with the sentence before it, and that one stands above by itself."""
    return line.paired and any(_is_part_of(other, line, any) for other in above)


def _pairs(fact: Item) -> bool:
    """Whether all editions print it with the sentence, or the question, before it."""
    rules = {rule.removeprefix(REALIZE) for rule in fact.rules}
    return all(any(f"{code}:{fact.basis.get(code, 'verbatim')}:{rule}" in rules for rule in BESIDE) for code in fact.text)


def _is_within_another(line: Line[Fact], lines: Sequence[Line[Fact]]) -> bool:
    """Whether another prints its words: in all editions, or in one where the other prints two sentences as they stand."""
    parts = [(code, words.rstrip(".")) for code, words in line.words.items()]
    others = [other for other in lines for code, part in parts if part in other.words.get(code, "")]
    return any(_is_part_of(line, other, any if other.paired else all) for other in others)


def _is_part_of(line: Line[Fact], other: Line[Fact], editions: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether all or any editions print the words of a fact within those of another, which gives the sentence before it too."""
    if line.item.id == other.item.id:
        return False
    pairs = [(words.rstrip("."), other.words.get(code, "")) for code, words in line.words.items()]
    return editions([part in whole and len(part) < len(whole) - 1 for part, whole in pairs])


def _leaning_last(positions: Sequence[Position], facts: Sequence[Fact]) -> tuple[Position, ...]:
    """Positions whose words only their article explains stand last, and behind them what is plainly answered; those that say
    nothing of what or whom, nowhere.

    A sentence that stands among the facts is a position by its place there; one whose note quotes what it points at is told.
    """
    printed = {fact.evidence[0].at for fact in facts[:SHOWN]}
    told = [one for one in positions if one.conflicts or one.evidence[0].at in printed or _says_of_what(one)]
    limited = [one for one in told if _is_limited(one)]
    told = [one for one in told if one.conflicts or not any(_is_told_beside(other, one) for other in limited)]
    return tuple(sorted(told, key=lambda one: (ANSWERED in one.rules, _leans(one))))


UNSAID = (f":{POINTS}", f":{LOOSE}", f":{BARE}")
"""The endings of the rules on lines that say nothing of what or whom."""


def _says_of_what(position: Position) -> bool:
    """Whether a line tells of what and of whom, or in every edition its note or a bracket does (`Este [Raúl Soto]`), and no
    list follows that is not printed."""
    lacks = {rule.rpartition(":")[2] for rule in position.rules if rule.endswith(UNSAID)}
    explained = all(position.context.get(code) or "[" in text for code, text in position.text.items())
    return not _opens_a_list(position) and (not lacks or (len(lacks) == 1 and explained))


def _opens_a_list(item: Item) -> bool:
    """`These are the main facts of the week:`, in some edition: what it tells is not in the line."""
    return any(map(opens_a_list, item.text.values()))


def _is_told_beside(other: Position, one: Position) -> bool:
    return other.government == one.government and _prints_its_pair(other, one)


def _prints_its_pair(other: Item, one: Item) -> bool:
    """Whether the sentence with which another is printed is this one, printed with the one before."""
    return _pairs(one) and any(_is_next(left, right) for left in other.evidence for right in one.evidence)


def _is_limited(item: Item) -> bool:
    """Whether it is printed with the sentence that limits it."""
    return one_ends(item.rules, QUALIFIED_BY_THE_SENTENCE_BEHIND)


def _is_next(left: Evidence, right: Evidence) -> bool:
    """Whether one sentence stands right behind another."""
    return left.article == right.article and 0 <= right.start - left.stop <= BETWEEN_SENTENCES


def _leans(item: Item) -> bool:
    return one_ends(item.rules, f":{LEANS}")


def _remember(fact: Item, editions: Mapping[Language, Edition]) -> None:
    """What a key fact tells is known to whoever reads on, in whichever language it stands."""
    if not _leans(fact):
        for edition in editions.values():
            edition.lines.extend(text.lower() for text in fact.text.values())
            if _stands_by_itself(fact) and not meets_in_our_words(fact):
                edition.above.update(_places(fact))


def _worded(
    items: Sequence[ItemKind],
    editions: Mapping[Language, Edition],
    told: Callable[[Item, Mapping[Language, Edition]], None] = lambda item, editions: None,
) -> tuple[ItemKind, ...]:
    taken: dict[Language, set[str]] = {language: set() for language in editions}
    result: list[ItemKind] = []
    for item in items:
        worded = put_into_words(item, editions, taken)
        for language, text in worded.text.items():
            taken.setdefault(language, set()).add(text)
        if len(result) < SHOWN:
            told(worded, editions)
        result.append(worded)
    return tuple(result)


def _with_context(
    items: Sequence[ItemKind], editions: Mapping[Language, Edition], brief: Brief, above: Sequence[Fact] = ()
) -> tuple[ItemKind, ...]:
    """The items with the sentences that their notes quote beside their own words; the facts `above` explain their own."""
    introduced = introduced_in(brief)
    found: list[ItemKind] = []
    for item in items:
        told = any(fact.text == item.text for fact in above)
        quoted = {code: surrounded(item, edition, introduced, told=told) for code, edition in editions.items()}
        every = {code: pieces or _of_the_other(item, code, quoted, editions) for code, pieces in quoted.items()}
        context = {code: pieces for code, pieces in every.items() if pieces}
        found.append(item if context == item.context else dataclasses.replace(item, context=context))
    return tuple(found)


def _of_the_other(
    item: Item, code: Language, quoted: Mapping[Language, tuple[Evidence, ...]], editions: Mapping[Language, Edition]
) -> tuple[Evidence, ...]:
    """What explains the sentence of a line told anew in one edition is what explains it in the other: `the vessel`."""
    if item.basis.get(code) != "frame" or isinstance(item, Meeting):
        return ()
    own = shown_piece(item, editions[code])
    alike = (pieces for other, pieces in quoted.items() if shown_piece(item, editions[other]) == own)
    return next((pieces for pieces in alike if pieces), ())


def introduced_in(brief: Brief) -> frozenset[str]:
    """The names of the people whose office the memo gives."""
    return frozenset(name for person in brief.people if person.role for name in (person.name, *person.forms))


def _row(meeting: Meeting, editions: Mapping[Language, Edition], brief: Brief) -> Meeting:
    """A meeting with what it is about, and with what articles that its row does not show have for its empty cells."""
    meeting, introduced = with_name(_with_matter(meeting, editions), editions), introduced_in(brief)
    found = [
        piece
        for edition in editions.values()
        for piece in (*told_against(meeting, edition), *filled_elsewhere(meeting, edition, introduced))
    ]
    rules = (*meeting.rules, SUSPENDED) if is_suspended(meeting) else meeting.rules
    return dataclasses.replace(meeting, further=tuple(dict.fromkeys((*meeting.further, *found))), rules=rules)


def _with_matter(meeting: Meeting, editions: Mapping[Language, Edition]) -> Meeting:
    """The meeting with what it is about, in every language or in none; what a person has edited stays."""
    own = {code: edition for code, edition in editions.items() if meeting.matter_basis.get(code) != "edited"}
    found = {code: matter for code, edition in own.items() if (matter := matter_of(meeting, edition))}
    rules = (f"{REALIZE}{code}:matter:{m.rung}{m.gate and ':closed:'}{m.gate}" for code, m in found.items())
    return dataclasses.replace(
        meeting,
        matter={**meeting.matter, **{code: matter.text for code, matter in found.items()}},
        matter_basis={**meeting.matter_basis, **{code: matter.rung for code, matter in found.items()}},
        rules=(*meeting.rules, *rules),
    )


def _quoted_only(brief: Brief) -> set[tuple[str, int]]:
    """The sentences that some edition carries only in their original words."""
    found: set[tuple[str, int]] = set()
    said: set[tuple[str, int]] = set()
    for items in (brief.facts, brief.positions, brief.meetings):
        for item in items:
            places = {piece.at for piece in item.evidence}
            (found if "verbatim" in item.basis.values() else said).update(places)
    return found - said


__all__ = ["RUNGS", "climb", "realize"]
