"""Where an article tells the deed that a noun sums up: `the request`, of the one sentence in which somebody has asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Language, Sentence, Stance
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage

FAMILIES: tuple[frozenset[Stance], ...] = (
    frozenset({"requests", "demands", "proposes"}),
    frozenset({"offers", "promises", "proposes"}),
    frozenset({"accuses", "criticizes"}),
)
"""Stances of which one word may sum up another: a demand is called a request, a proposal an offer.

They overlap, and are no families of `consolidate.families`, which part what one government holds.
"""
SHARED = 5
"""Letters that a verb and the noun of its deed share."""
TELLING = frozenset({"VERB", "NOUN"})


@lru_cache(maxsize=512)
def words_of_deed(knowledge: Knowledge, language: Language, noun: str) -> frozenset[str]:
    """The verbs of the acts that a noun names, and of those alike (`request`: ask, demand, want); none of an act unknown."""
    rows = [(act, act.forms.get(language, ())) for act in knowledge.acts.values()]
    named = {act.id: act.stance for act, forms in rows if any(one.kind == "noun" and one.lemma == noun for one in forms)}
    alike = {stance for family in FAMILIES if family & {*named.values()} for stance in family}
    told = (forms for act, forms in rows if act.id in named or (named and act.stance in alike))
    verbs = (one for forms in told for one in forms if one.kind == "verb")
    return frozenset(one.lemma for one in verbs if not (one.object or one.particle or one.reflexive))


def tells_deed(sentence: Sentence, noun: str, language: Language, knowledge: Knowledge) -> bool | None:
    """Whether a sentence has the noun, or a verb of its act; None where the noun is of no act, and may sum up anything."""
    verbs = words_of_deed(knowledge, language, noun)
    words = {token.lemma.casefold() for token in sentence.tokens if token.upos in TELLING}
    if any(word[:SHARED] == noun[:SHARED] for word in words if len(word) >= SHARED):  # `reduced`: the reduction
        return True
    if not verbs or noun in grammar_of(language).any_deeds:
        return None
    return bool(words & verbs)


def tells_a_sum(passage: Passage, sentence: Sentence) -> bool:
    """`a cable for 800 million euros`: of what `the rest` may be."""
    amounts = grammar_of(passage.language).amounts
    sums = passage.whole.quantities.overlapping(sentence.span) if passage.whole else ()
    return any(one.kind == "currency" for one in sums) or any(token.lemma.casefold() in amounts for token in sentence.tokens)


def sum_sentences(passage: Passage, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Those that tell a sum of money: `a debt of 8 million euros`, of what a payment may be; else those that tell any."""
    quantities = passage.whole.quantities if passage.whole else None
    money = [one for one in sentences if quantities and any(q.kind == "currency" for q in quantities.overlapping(one.span))]
    return money or [one for one in sentences if tells_a_sum(passage, one)]


def sum_sentence(passage: Passage) -> Sentence | None:
    """The only earlier sentence that tells a sum."""
    told = [s for s in _body(passage) if s.span.stop <= passage.span.start and tells_a_sum(passage, s)]
    return told[0] if len(told) == 1 else None


def deed_sentence(passage: Passage, noun: str, knowledge: Knowledge, *, owned: bool) -> Sentence | None:
    """The only earlier sentence that tells it; by somebody else than who acts in this one, or by him where it is his own.

    `Chile asked for a ban. … Peru refused the request`; Peru's own request is another one, and so is `its request` of Chile.
    """
    before = [one for one in _body(passage) if one.span.stop <= passage.span.start]
    told = [one for one in before if tells_deed(one, noun, passage.language, knowledge)]
    if len(told) != 1:
        return None
    return told[0] if is_by(passage, told[0], noun, knowledge, owned=owned) else None


def is_by(passage: Passage, told: Sentence, noun: str, knowledge: Knowledge, *, owned: bool) -> bool:
    """Whether another has done it than who acts in the passage, or he himself where it is his own."""
    verbs = words_of_deed(knowledge, passage.language, noun)
    other = next((_subject(passage, told, i) for i, t in enumerate(told.tokens) if t.lemma.casefold() in verbs), None)
    own = _subject(passage, passage.sentence, passage.root) if passage.sentence and passage.root is not None else None
    return own is not None and own == other if owned else own is None or own != other


def _body(passage: Passage) -> list[Sentence]:
    return [one for one in (passage.doc.sentences if passage.doc else ()) if one.kind == "body"]


def _subject(passage: Passage, sentence: Sentence, verb: int) -> str | None:
    """The country, or else the name, of who acts by a verb."""
    tokens, doc = sentence.tokens, passage.doc
    spans = [t.span for t in tokens if t.head == verb and t.deprel.startswith("nsubj")]
    found = (m.actor for m in (doc.mentions if doc else ()) if any(m.span.overlaps(span) for span in spans))
    actor = next((doc.actors[one] for one in found if doc and one in doc.actors), None)
    return (actor.country or actor.id) if actor else None
