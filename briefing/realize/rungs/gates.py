"""What forbids a meeting's own sentence: words of its sources that it would not carry.

A frame is made of kind, sides, place and date.  Where the sources say `could meet`, `will meet if …`, or tell beforehand what
the calendar takes for held, those words are the news, and the sentence that has them is printed instead.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from briefing.edtf import bounds
from briefing.knowledge import LANGUAGES, Knowledge
from briefing.knowledge.entries import Act
from briefing.model import Date, Evidence, Language, Meeting, Token
from briefing.model.trees import governor_of
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, negations_of, one_of
from briefing.realize.rungs.passages import Passage
from briefing.realize.topics import body_name
from briefing.realize.wording.contents import is_conditional
from briefing.realize.wording.transfer import Transfer, base
from briefing.realize.wording.verbs import rules_of

_CONTENTS = frozenset({"xcomp", "ccomp", "csubj", "obj", "advcl"})
"""Places of what a verb asks for, offers or expects."""
_NEAR = 4
"""Words between `since` and its date: `since its inaugural meeting in 1994`."""
DAYS_BEHIND_MONDAY = 6
"""From the first day of a week to its last."""
UNNAMED = frozenset({"sides:offices", "sides:unknown"})
"""The rules on a meeting whose sides are officials or bodies that nobody names, or a name that nobody introduces."""
Gate = Callable[[Meeting, Edition], bool]


def not_asserted(meeting: Meeting, edition: Edition) -> bool:
    """`could meet`, `se reunirían`, `is expected to meet`: in no source is it said plainly."""
    told = list(_tellings(meeting, edition))
    expected = (_is_hedged(t, i, grammar_of(t.passage.language).expecting) for t, i in told)
    return is_left_open(meeting, edition) or (bool(told) and all(expected))


def is_left_open(meeting: Meeting, edition: Edition) -> bool:
    """`could meet`, `offered to meet`: in every source it depends on something.  What is expected is more than that."""
    told = list(_tellings(meeting, edition))
    return meeting.certainty in {"conditional", "denied"} or (bool(told) and not any(_is_plain(t, i) for t, i in told))


def not_between_governments(meeting: Meeting, edition: Edition) -> bool:
    return any(edition.knowledge.is_medium(code) for code in meeting.participants)


def on_a_condition(meeting: Meeting, edition: Edition) -> bool:
    """`will meet provided that …`: in one source is enough."""
    return any(passage.language and is_conditional(passage) for passage in passages_of(meeting, edition))


def told_beforehand(meeting: Meeting, edition: Edition) -> bool:
    """`will visit Oslo from March 9 to 10` is no report that anybody did, whatever the day of the brief."""
    told = list(_tellings(meeting, edition))
    return meeting.status == "held" and bool(told) and all(is_to_come(t, index) for t, index in told)


def is_of_the_plan(meeting: Meeting, evidence: Evidence, edition: Edition) -> bool:
    """`will meet in Oslo on Wednesday`, where another article tells that they met: no sentence of what was held."""
    several = meeting.status == "held" and len(meeting.evidence) > 1
    own = _are_to_come(edition.passages.of(evidence), edition) if several else ()
    ahead = bool(own) and all(own)
    return ahead and not all(all(_are_to_come(passage, edition)) for passage in passages_of(meeting, edition))


def _are_to_come(passage: Passage, edition: Edition) -> tuple[bool, ...]:
    """Of each word of a sentence that names an act of those who meet, whether it is to come: asked once for all rows."""

    def found() -> tuple[bool, ...]:
        t, lemmas = Transfer(passage=passage, edition=edition), _lemmas_of_meetings(edition.knowledge, passage.language)
        return tuple([is_to_come(t, index) for index in passage.places_of(lemmas) if passage.tree.lemmas[index] in lemmas])

    return edition.made("to_come", passage.evidence, found) if passage.tokens else ()


def not_said_to_be_unconfirmed(meeting: Meeting, edition: Edition) -> bool:
    """A meeting without a date is not unconfirmed: somebody has to say so."""
    if meeting.status != "unconfirmed":
        return False
    if "status:upcoming" in meeting.rules:
        return True  # planned for a day that has passed: whether it was held, nobody says
    told = (piece for piece in meeting.evidence if piece.language in LANGUAGES)
    return not any(
        re.search(rf"\b{one_of(grammar_of(piece.language).confirming)}", piece.text, re.IGNORECASE)
        for piece in told
        if piece.language
    )


def act_of_another_kind(meeting: Meeting, edition: Edition) -> bool:
    """Two who `spoke on Monday` need not have met: what their act is not, the sentence would add."""
    act = edition.knowledge.acts.get(meeting.act or "")
    return act is not None and act.kind != "meeting" and meeting.kind not in {"talks", "deadline"}


def told_in_passing(meeting: Meeting, edition: Edition) -> bool:
    """`the first talks since 2018`, `not since its meeting in 1994`: only how long ago that one was is told."""
    found = [passage for passage in passages_of(meeting, edition) if passage.language]
    return meeting.status == "held" and bool(found) and all(_is_since(passage, meeting) for passage in found)


def _is_since(passage: Passage, meeting: Meeting) -> bool:
    since = rf"\b{one_of(grammar_of(passage.language).since_words)}(?:\s+\S+){{0,{_NEAR}}}\s*$"
    starts = [date.span.start for date in (passage.doc.dates if passage.doc else ()) if date.value == meeting.date]
    before = [passage.source[passage.span.start - passage.offset : start - passage.offset] for start in starts]
    return any(re.search(since, words, re.IGNORECASE) for words in before)


def told_by_those_who_meet(meeting: Meeting, edition: Edition) -> bool:
    """`According to Ruiz, Ruiz is to visit Oslo`: who told it was read out of who meets, and not out of words of telling."""
    return bool(meeting.attribution) and {*meeting.people} == {*meeting.attribution}


def told_by_who_was_silent(meeting: Meeting, edition: Edition) -> bool:
    """`The Vatican has not commented, but the cardinal is expected …`: who says nothing is not who tells it."""
    told = [(grammar_of(e.language), e.text) for e in meeting.evidence if e.language in LANGUAGES and e.language]
    return bool(meeting.attribution) and any(
        re.search(rf"\b{one_of(grammar.silent)}\b", text, re.IGNORECASE) for grammar, text in told
    )


def seen_and_not_only_heard(meeting: Meeting, edition: Edition) -> bool:
    """`conversará por videoconferencia`: the sentence of a call says `by telephone`."""
    told = [(grammar_of(e.language), e.text) for e in meeting.evidence if e.language in LANGUAGES and e.language]
    return meeting.kind == "call" and any(
        re.search(rf"\b{one_of(grammar.by_video)}", text, re.IGNORECASE) for grammar, text in told
    )


def of_sides_not_named(meeting: Meeting, edition: Edition) -> bool:
    """`their technical teams met`, `Ruiz met the Lithuanian envoy Kalnius`: more, or less, than the governments did.

    Of a body's own meeting (`the Joint Committee will meet in Oslo`) the sentence names the body, and no side.
    """
    return bool(UNNAMED & {*meeting.rules}) and body_name(meeting, edition) is None


def of_an_organization(meeting: Meeting, edition: Edition) -> bool:
    """Two who `will attend the Mercosur summit` hold no summit of their own."""
    codes = [edition.knowledge.actors.get(code) for code in meeting.participants]
    return meeting.kind == "summit" and any(entry is not None and entry.kind == "organization" for entry in codes)


def on_some_day_of_a_week(meeting: Meeting, edition: Edition) -> bool:
    """`met last week`: on a day of it, and not from its Monday to its Sunday."""
    first, last = bounds(meeting.date) if meeting.date else (None, None)
    whole = bool(first and last and (last - first).days == DAYS_BEHIND_MONDAY and first.isoweekday() == 1)
    return whole and meeting.kind not in {"deadline"}


def days_of_a_wider_place(meeting: Meeting, edition: Edition) -> bool:
    """`will visit China from July 27 to 30. … will hold talks with him in Chengdu`: the days are not those of the town."""
    place = (meeting.place or "").partition(",")[0].casefold()
    if meeting.kind != "visit" or not place or "/" not in (meeting.date or ""):
        return False
    days = [p for p in passages_of(meeting, edition) if any(meeting.date in {d.value, d.interval} for d in p.dates)]
    own = [p.source[p.span.start - p.offset : p.span.stop - p.offset].casefold() for p in days]
    return bool(own) and len(place) > 2 and not any(place in words for words in own)


GATES: tuple[Gate, ...] = (
    days_of_a_wider_place,
    on_some_day_of_a_week,
    of_an_organization,
    of_sides_not_named,
    told_by_those_who_meet,
    told_by_who_was_silent,
    seen_and_not_only_heard,
    not_asserted,
    not_between_governments,
    on_a_condition,
    told_beforehand,
    act_of_another_kind,
    told_in_passing,
    not_said_to_be_unconfirmed,
)


def closed_by(meeting: Meeting, edition: Edition) -> str | None:
    """The name of the first gate that closes."""
    return next((gate.__name__ for gate in GATES if gate(meeting, edition)), None)


# ------------------------------------------------------------------ what the sources say


def passages_of(meeting: Meeting, edition: Edition) -> Iterator[Passage]:
    """The sentences behind a meeting that have a tree."""
    for piece in meeting.evidence:
        passage = edition.passages.of(piece)
        if passage.tokens:
            yield passage


def _tellings(meeting: Meeting, edition: Edition) -> Iterator[tuple[Transfer, int]]:
    """The words of the sources that name the meeting's act."""
    act = edition.knowledge.acts.get(meeting.act or "")
    for passage in passages_of(meeting, edition) if act else ():
        t = Transfer(passage=passage, edition=edition)
        lemmas = lemmas_of(edition.knowledge, passage.language, act)
        yield from ((t, index) for index in passage.places_of(lemmas) if passage.tree.lemmas[index] in lemmas)


def lemmas_of(knowledge: Knowledge, language: Language, act: Act | None) -> frozenset[str]:
    """The words of an act in a language."""
    return _lemmas_of_acts(knowledge, language)[act.id] if act else frozenset()


@lru_cache(maxsize=8)
def _lemmas_of_acts(knowledge: Knowledge, language: Language) -> Mapping[str, frozenset[str]]:
    return {id: frozenset(form.lemma for form in act.forms.get(language, ())) for id, act in knowledge.acts.items()}


@lru_cache(maxsize=8)
def _lemmas_of_meetings(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """The words of every act of those who meet."""
    acts = (act for act in knowledge.acts.values() if act.meeting)
    return frozenset[str]().union(*(lemmas_of(knowledge, language, act) for act in acts))


def _verb_over(t: Transfer, index: int) -> list[Token]:
    """The verb that carries a word, with its auxiliaries: its own, or that on which it hangs."""
    while t.tokens[index].head >= 0 and not _has_tense(t, index):
        index = t.tokens[index].head
    return [t.tokens[i] for i in (index, *t.below(index, "aux", "cop"))]


def _has_tense(t: Transfer, index: int) -> bool:
    return any(t.tokens[i].feat("VerbForm") == "Fin" for i in (index, *t.below(index, "aux", "cop")))


def _is_plain(t: Transfer, index: int) -> bool:
    group, grammar = _verb_over(t, index), grammar_of(t.passage.language)
    forms = {token.form.casefold() for token in group}
    denied = {t.tokens[i].form.casefold() for i in t.below(index)} & negations_of(t.passage.language)
    conditional = any(token.feat("Mood") == "Cnd" for token in group)
    return not (forms & grammar.moods or denied or conditional or _is_hedged(t, index, grammar.hedges))


def _is_hedged(t: Transfer, index: int, hedges: tuple[str, ...]) -> bool:
    """`offered to host`, `is expected to visit`, `pidió una reunión`: the verb over it leaves open whether it takes place."""
    while t.tokens[index].head >= 0 and (t.relations[index] in _CONTENTS or t.tokens[index].feat("VerbForm") == "Inf"):
        index = t.tokens[index].head
        if t.tokens[index].lemma.casefold() in hedges:
            return True
    return False


def is_to_come(t: Transfer, index: int) -> bool:
    """In the future, or in an infinitive (`plans to meet`), which tells no past."""
    group = _verb_over(t, index)
    future = {token.form.casefold() for token in group} & set(grammar_of(t.passage.language).future_words)
    bare = t.tokens[index].feat("VerbForm") == "Inf" and not _has_tense(t, index)
    return bool(future) or bare or any(token.feat("Tense") == "Fut" or token.feat("Mood") == "Cnd" for token in group)


def time_of(meeting: Meeting, edition: Edition) -> str | None:
    """The meeting's date, as a range where a source gives one: `from March 6 to 8`, `May 8 and 9`."""
    for passage in passages_of(meeting, edition):
        dates = [d for d in passage.dates if d.value and passage.span.contains(d.span)]
        ranges = [date.interval for date in dates if date.value == meeting.date and date.interval]
        pairs = [_two_days(passage, *pair) for pair in pairwise(dates) if pair[0].value == meeting.date]
        told = [*ranges, *(pair for pair in pairs if pair)]
        if told:
            return told[0]
    return meeting.date


def part_of_its_month(meeting: Meeting, edition: Edition) -> str:
    """` in mid-June`, where a source says so: June alone would be less."""
    dates = [d for passage in passages_of(meeting, edition) for d in passage.dates if passage.span.contains(d.span)]
    own = next((d for d in dates if d.value and d.value == meeting.date and d.modifier), None)
    pattern = rules_of(edition.language)["parts_of_periods"].get(own.modifier) if own else None
    day = own.value if own and own.value else ""
    return f" {pattern.format(date=edition.localizer.date(day, year=edition.year))}" if pattern else ""


def _two_days(passage: Passage, first: Date, second: Date) -> str | None:
    """`May 8 and 9`, as a range."""
    joined = passage.source[first.span.stop - passage.offset : second.span.start - passage.offset]
    coordinated = re.fullmatch(rf"\s+{one_of(grammar_of(passage.language).and_words)}\s+", joined)
    return f"{first.value}/{second.value}" if coordinated and _is_next_day(first.value, second.value) else None


def _is_next_day(first: str | None, second: str | None) -> bool:
    if not first or not second or not len(first) == len(second) == len("2026-05-08"):
        return False
    return dt.date.fromisoformat(second) - dt.date.fromisoformat(first) == dt.timedelta(days=1)


# ------------------------------------------------------------------ what it is about


def is_about(concept: str, meeting: Meeting, edition: Edition) -> bool:
    """Whether a source says that the meeting is about a concept: `on fishing`, `discussed fishing`, `the fishing talks`.

    What a sentence names besides (why they meet, who is hurt) is no topic.  Without a tree nothing is known against it.
    """
    act = edition.knowledge.acts.get(meeting.act or "")
    found = list(passages_of(meeting, edition))
    return not found or any(
        _is_topic(Transfer(passage=passage, edition=edition), index, act)
        for passage in found
        for index in _heads_of(passage, concept)
    )


def _heads_of(passage: Passage, concept: str) -> Iterator[int]:
    """The head of each mention of a concept; of a coordinated one the first."""
    for mention in (m for m in passage.concepts if m.concept == concept and passage.span.contains(m.span)):
        head = governor_of(passage.tokens, passage.tree.covered_by(mention.span))
        if head is None:
            continue
        while base(passage.tokens[head]) == "conj" and passage.tokens[head].head >= 0:
            head = passage.tokens[head].head
        yield head


def _is_topic(t: Transfer, index: int, act: Act | None) -> bool:
    grammar, token = grammar_of(t.passage.language), t.tokens[index]
    cases = {t.tokens[i].form.casefold() for i in t.below(index, "case")}
    above = t.tokens[token.head] if token.head >= 0 else token
    discussed = base(token) == "obj" and above.lemma.casefold() in grammar.discussing
    lemmas = lemmas_of(t.edition.knowledge, t.passage.language, act)
    part_of_name = _names(t, token.head, lemmas) and base(token) in {"compound", "amod", "nmod"}
    whole_name = _names(t, index, lemmas)  # `the meeting of the Fishing Commission`
    return bool(cases & set(grammar.about_cases)) or discussed or part_of_name or whole_name


def _names(t: Transfer, index: int, lemmas: frozenset[str]) -> bool:
    return index in t.passage.kept and t.passage.tree.lemmas[index] in lemmas
