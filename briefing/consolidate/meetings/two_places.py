"""One meeting to come that two articles put in two places, or spell its place in two ways, where nobody is named.

`su reunión con el ministro ghanés, el martes 16, será en Lomé` and `the Minister will host his colleague in Accra on 16 June`:
two articles, one day, and who meets has the same name in both.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product

from briefing.consolidate.dating import days
from briefing.consolidate.meetings.convened import Body
from briefing.consolidate.meetings.occasion_places import capital_words, names_house, other_place, words
from briefing.consolidate.meetings.occasions import SIGNING, unrelated
from briefing.consolidate.meetings.outcomes import status_of
from briefing.consolidate.meetings.overtaken import person_keys
from briefing.consolidate.people import fold
from briefing.consolidate.reasons import Veto, vetoes_between
from briefing.consolidate.sentences import below, sense_of, sentence_before
from briefing.consolidate.week import SentenceKey, Week, place_key
from briefing.knowledge import load_language
from briefing.model import Doc, Event, Language, Sentence

Kinds = Sequence[Mapping[Language, Sequence[str]]]
"""Rows of nouns that name one kind of people in each language."""
TWO_PLACES = " / "
"""Between the places of one row."""
SPELLED_ALIKE = 0.75
"""How alike two spellings of one place are."""


def is_but_for_place(week: Week, one: Event, other: Event, vetoes: Sequence[str]) -> bool:
    """Whether nothing but the place speaks against two announcements of one day being one, and both say alike who meets."""
    if not {*vetoes} <= {other_place.__name__, unrelated.__name__} or not one.place or not other.place:
        return False
    if not one.date or one.date != other.date or days(one.date) or one.evidence.article == other.evidence.article:
        return False
    if person_keys(week, one) or person_keys(week, other) or {status_of(week, [e]) for e in (one, other)} != {"upcoming"}:
        return False
    alike = meet_alike(week, one, other) or sign_alike(one, other)
    return is_spelled_alike(one, other) or (may_differ(week, one, other) and alike)


def join_places(week: Week, groups: Sequence[list[Event]], vetoes: Sequence[Veto]) -> list[list[Event]]:
    """The groups, those joined that are one but for the place."""
    kept: list[list[Event]] = []
    for group in groups:
        fitting = [k for k in kept if are_one(week, k, group, vetoes)]
        if len(fitting) == 1:
            fitting[0][:] = sorted((*fitting[0], *group), key=lambda event: place_key(week, event))
        else:
            kept.append([*group])
    return kept


def are_one(week: Week, one: Sequence[Event], other: Sequence[Event], vetoes: Sequence[Veto]) -> bool:
    if not all(event.place for event in (*one, *other)):
        return False  # most rows of a long week: before the vetoes are asked of every two of their events
    against = vetoes_between(week, one, other, vetoes)
    return all(is_but_for_place(week, a, b, against) for a, b in product(one, other))


def are_placed_apart(week: Week, one: Event, other: Event) -> bool:
    """Whether two articles of one row to come put it in two places, on one day, and not each for another office.

    Names of two languages that begin with one letter may be one town's where nothing else says alike who meets: `Amberes`,
    `Antwerp`.
    """
    if is_but_for_place(week, one, other, ()) and not is_spelled_alike(one, other):
        return True
    if are_of_other_offices(week, (one.evidence.article, one.sentence), (other.evidence.article, other.sentence)):
        return False
    if not one.date or one.date != other.date or days(one.date):
        return False
    alone = one.evidence.article != other.evidence.article
    to_come = {status_of(week, [event]) for event in (one, other)} == {"upcoming"}
    if not (one.place and other.place and alone and to_come) or is_spelled_alike(one, other):
        return False
    languages = {week.docs[event.evidence.article].article.language for event in (one, other)}
    exonyms = len(languages) > 1 and fold(one.place)[:1] == fold(other.place)[:1]
    return not exonyms and may_differ(week, one, other)


def is_spelled_alike(one: Event, other: Event) -> bool:
    """`Gyumri`, `Guiumri`."""
    here, there = fold(one.place or ""), fold(other.place or "")
    return here[:1] == there[:1] and SequenceMatcher(None, here, there).ratio() >= SPELLED_ALIKE


def may_differ(week: Week, one: Event, other: Event) -> bool:
    """Two capitals, or two names of which neither article has the other's: the one may lie in the other, as a house does."""
    if words(one.place or "") & words(other.place or "") or names_house(one) or names_house(other):
        return False
    capitals = capital_words(week, one), capital_words(week, other)
    if all(capitals):
        return not capitals[0] & capitals[1]
    return not any(
        fold(b.place or "") in fold(week.docs[a.evidence.article].article.text) for a, b in ((one, other), (other, one))
    )


def meet_alike(week: Week, one: Event, other: Event) -> bool:
    """`the commission`, `la comisión`: of one kind, and not each for another matter."""
    return share_one(who_meets(week, one), who_meets(week, other))


def sign_alike(one: Event, other: Event) -> bool:
    """Two governments sign once on a day, whoever tells of it."""
    signed = SIGNING in one.rules and SIGNING in other.rules
    return signed and {*one.actors} == {*other.actors} and len({*one.actors}) > 1


def share_one(mine: Collection[Body], theirs: Collection[Body]) -> bool:
    return any(kind == k and (not a or not b or a & b) for kind, a in mine for k, b in theirs)


def are_of_other_offices(week: Week, one: SentenceKey, other: SentenceKey) -> bool:
    """`the ministers of health`, `los ministros de Defensa`: each office is for another matter."""
    kinds = load_language("compare", "words")["officials_alike"]
    docs = (week.docs[one[0]], week.docs[other[0]])
    mine, theirs = (named_alike(doc, doc.sentences[key[1]], kinds) for doc, key in zip(docs, (one, other), strict=True))
    return bool(mine and theirs) and not share_one(mine, theirs)


def who_meets(week: Week, event: Event) -> set[Body]:
    """The kinds of bodies, or if none of officials, that its sentence or the question before it names, and their matters."""
    doc = week.docs[event.evidence.article]
    before = sentence_before(doc, event.sentence)
    asked = [doc.sentences[n] for n in (before,) if n is not None and doc.sentences[n].kind == "question"]
    near = [doc.sentences[event.sentence], *asked]
    names = load_language("compare", "words")
    rows = (names["bodies_alike"], names["officials_alike"])
    found = [{named for sentence in near for named in named_alike(doc, sentence, kinds)} for kinds in rows]
    return found[0] or {(len(rows[0]) + kind, matters) for kind, matters in found[1]}


def named_alike(doc: Doc, sentence: Sentence, kinds: Kinds) -> set[Body]:
    language = doc.article.language
    rows = [frozenset(row[language]) for row in kinds]
    heads = [(i, n) for i, t in enumerate(sentence.tokens) for n, row in enumerate(rows) if t.lemma.lower() in row]
    return {(kind, matters_of(doc, sentence, index)) for index, kind in heads}


def matters_of(doc: Doc, sentence: Sentence, index: int) -> frozenset[str]:
    """`the Minister for Energy`, `el grupo de pesca`: what it is for, and no country of it."""
    language = doc.article.language
    plain = {*load_language("compare", "words")["of_any_body"][language]}
    countries = [m.span for m in doc.mentions if m.place or doc.actors[m.actor].kind == "country"]
    own = [sentence.tokens[i] for i in below(sentence, index, "nmod", "compound")]
    told = [t for t in own if t.form.lower() not in plain and not any(span.overlaps(t.span) for span in countries)]
    return frozenset(sense_of(language, token) for token in told)


__all__ = ["TWO_PLACES", "are_of_other_offices", "are_placed_apart", "join_places"]
