"""How far a number reaches: what is counted in or left out, what so many are for, and which one firm did it.

`lacks 80,000 workers, counting public housing`, `needs 70,000 workers for the works of the airport`, `the firm brought in
110,000 tonnes` beside `the country imported 200,000`: a number with a scope that the other lacks is no rival of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.conflicts.tellings import Alternatives
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import below, bodies, is_verb, load_words, quantities_in, says
from briefing.consolidate.values.governors import antecedents
from briefing.consolidate.values.parts_and_rests import wholes_and_rests
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Quantity, Sentence, Span

OPENING = 3
"""Words at the beginning of a sentence among which what is counted in may be told."""


def is_scoped(doc: Doc, sentence: Sentence, quantity: Quantity) -> bool:
    """`counting public housing`, behind the number or opening the sentence; not `including 19 children`, a part."""
    text = doc.article.text
    opening = " ".join(sentence.span.of(text).split()[:OPENING])
    behind = re.split(r"[;:]", text[quantity.span.stop : sentence.span.stop])[0]
    return is_outside(behind, doc.article.language) or any(found_in(part, doc.article.language) for part in (opening, behind))


def is_outside(text: str, language: Language) -> bool:
    """`800 troops outside the mission of the African Union`: others than those under it; `outside the town` is a place."""
    rows = load_language("compare", "words")
    leads, wholes = ("|".join(map(re.escape, rows[row][language])) for row in ("outside", "outside_what"))
    return bool(re.search(rf"\b(?:{leads}) (?:\w+ ){{0,{OPENING}}}(?:{wholes})\b", text.lower()))


def found_in(text: str, language: Language) -> bool:
    cues = "|".join(map(re.escape, load_language("compare", "words")["counting_in"][language]))
    return bool(re.search(rf"\b(?:{cues})\b(?!\W+(?:\w+\W+)?\d)", text.lower()))


def purposes(language: Language, sentence: Sentence, called: Sequence[Alternatives], over: Sequence[int]) -> Alternatives:
    """What so many are for, with what that is of: `70,000 workers for the works of the new airport`."""
    tokens, words = sentence.tokens, load_language("compare", "words")["purpose"][language]
    nouns = [i for one in over for i in below(sentence, one, "nmod", "obl") if tokens[i].upos == "NOUN"]
    heads = [i for i in nouns if any(tokens[c].form.lower() in words for c in below(sentence, i, "case"))]
    return frozenset().union(*(called[i] for head in heads for i in (head, *below(sentence, head, "nmod", "compound"))))


def firms(doc: Doc, sentence: Sentence, verbs: Sequence[int]) -> frozenset[str]:
    """Who is named and of no country does it: `Nordfjord Ltd, which brought in 110,000 tonnes`; not who counts or says it."""
    language, tokens = doc.article.language, sentence.tokens
    words = load_language("compare", "words")
    telling = {*words["estimating"][language], *words["counting"][language], *load_words(language).saying}
    doing = [verb for verb in verbs if is_verb(tokens[verb]) and tokens[verb].lemma.lower() not in telling]
    named = [i for verb in doing for i in doers_named(sentence, verb)]
    states = [m.span for m in doc.mentions if doc.actors[m.actor].country]
    return frozenset(fold(tokens[i].form) for i in named if not any(span.overlaps(tokens[i].span) for span in states))


def doers_named(sentence: Sentence, verb: int) -> Iterator[int]:
    """The names that are the subject of a verb, or what its `which` stands for."""
    subjects = below(sentence, verb, "nsubj")
    relative = all(sentence.tokens[i].upos == "PRON" for i in subjects)
    heads = antecedents(sentence, verb) if subjects and relative else subjects
    yield from (i for i in heads if sentence.tokens[i].upos == "PROPN")


Pair = frozenset[float]


def given_together(week: Week) -> frozenset[Pair]:
    """The pairs of amounts that an article gives in one breath, as of two things, `fell 15% in December and 22% in January`, or
    as a whole and its rest."""
    told = [(week.docs[key[0]], sentence) for key, sentence in bodies(week)]
    return frozenset(pair for one in told for pair in (*pairs_in(*one), *wholes_and_rests(*one)))


def pairs_in(doc: Doc, sentence: Sentence) -> Iterator[Pair]:
    """Two numbers of one unit without a verb or a source between them."""
    told = sorted(quantities_in(doc, sentence.span), key=lambda q: q.span.start)
    for one, other in combinations(told, 2):
        alike = one.unit == other.unit and float(one.value) != float(other.value)
        if alike and not is_contrast(doc, sentence, one, other):
            yield frozenset({float(one.value), float(other.value)})


def is_told_together(found: Difference, together: Set[Pair]) -> bool:
    """Whether the two amounts of a difference are among them."""
    if found.field != "amount" or any(" " in value for value in found.values):
        return False
    return any(frozenset(pair) in together for pair in combinations({float(value) for value in found.values}, 2))


def is_contrast(doc: Doc, sentence: Sentence, one: Quantity, other: Quantity) -> bool:
    """`25% according to the ministry and 28% according to the firm`, `said 25% and the firm said 28%`, `25%, not 28%`."""
    words, between = load_words(doc.article.language), Span(one.span.stop, other.span.start)
    behind = Span(other.span.stop, sentence.span.stop).of(doc.article.text)
    text = between.of(doc.article.text)
    verbs = any(is_verb(t) for t in sentence.tokens if between.contains(t.span))
    either = says(text, (*words.sources, *words.negations, *load_language("compare", "words")["either"][doc.article.language]))
    return verbs or either or says(behind, words.sources)


__all__ = ["firms", "given_together", "is_scoped", "is_told_together", "purposes"]
