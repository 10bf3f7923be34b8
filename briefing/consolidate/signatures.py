"""What a sentence is about, as a set of weighted features that can be compared, also across languages.

Concepts, actors, numbers and dates have the same ids in every language; lemmas only compare within one.  A feature weighs by
its rarity in the week (inverse document frequency), so that what every article says tells little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.consolidate.bridges import bridge_features
from briefing.consolidate.people import PersonOf
from briefing.knowledge import Knowledge
from briefing.model import Doc, Sentence

Feature = tuple[str, str]
"""A kind (`concept`, `actor`, `number`, `date`, `lemma:es`) and a value."""

VAGUE = "vague"
"""The rule of `hundreds of`: a quantity that identifies nothing."""
NEARLY_THE_SAME = 0.6
LEAST_SHARED = 4.5
"""Weight of shared concepts, people, numbers, dates and acts, about two uncommon ones."""
CONTENT_UPOS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
KIND_WEIGHTS: Mapping[str, float] = {
    "concept": 1.0,
    "person": 1.5,
    "actor": 0.6,
    "number": 2.0,
    "date": 1.2,
    "act": 0.8,
    "lemma": 0.8,
    "name": 1.2,
    "sense": 0.7,
    "cognate": 0.6,
}
"""Numbers and people identify a fact; a country that the whole week is about does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The features of one sentence.  `neutral` ones compare across languages; so do `bridges`, where languages differ."""

    language: str
    neutral: frozenset[Feature]
    lexical: frozenset[Feature]
    bridges: frozenset[Feature] = frozenset()

    @property
    def features(self) -> frozenset[Feature]:
        return self.neutral | self.lexical

    @property
    def everything(self) -> frozenset[Feature]:
        return self.features | self.bridges

    @property
    def compared(self) -> frozenset[Feature]:
        """What is compared with a sentence of another language."""
        return frozenset(f for f in self.neutral | self.bridges if identifies(f))


def sign(doc: Doc, sentence: Sentence, acts: Iterable[str], people: PersonOf, knowledge: Knowledge) -> Signature:
    """The signature of a sentence; `acts` are the ids of the acts that were extracted from it."""
    span = sentence.span
    neutral = {("act", act) for act in acts}
    neutral |= {("concept", m.concept) for m in doc.concepts if span.contains(m.span) and not is_generic(m.concept, knowledge)}
    neutral |= {actor_feature(doc, m.actor, people) for m in doc.mentions if span.contains(m.span)}
    neutral |= {("number", f"{q.value:g}") for q in doc.quantities if span.contains(q.span) and q.rule != VAGUE}
    neutral |= {("date", d.value) for d in doc.dates if d.value and len(d.value) >= 7 and span.contains(d.span)}
    kind = f"lemma:{doc.article.language}"
    lexical = {(kind, t.lemma.lower()) for t in sentence.tokens if t.upos in CONTENT_UPOS}
    return Signature(
        language=doc.article.language,
        neutral=frozenset(neutral),
        lexical=frozenset(lexical),
        bridges=bridge_features(doc, sentence, knowledge),
    )


def is_generic(concept: str, knowledge: Knowledge) -> bool:
    row = knowledge.concepts.get(concept)
    return row is None or row.generic


def actor_feature(doc: Doc, actor_id: str, people: PersonOf) -> Feature:
    """A person under the week's key, everybody else by country."""
    person = people.get((doc.article.id, actor_id))
    if person:
        return ("person", person.key)
    actor = doc.actors.get(actor_id)
    return ("actor", actor.country or actor.id if actor else actor_id)


def rarity(signatures: Sequence[Signature]) -> Mapping[Feature, float]:
    """The weight of every feature of the week: its kind's weight times its inverse document frequency."""
    counts = Counter(feature for signature in signatures for feature in signature.everything)
    total = len(signatures)
    return {f: KIND_WEIGHTS[f[0].partition(":")[0]] * math.log(1 + total / count) for f, count in counts.items()}


SPANNED = frozenset({"person", "act"})
"""Kinds of features that bridges tell again: names by their words, acts by the sense of their verb."""
COGNATE = "cognate"
SMALLEST_NUMBER = 4
"""`both`, `two governments`, `tres años`: numbers that any two sentences may have."""


def identifies(feature: Feature) -> bool:
    """Whether a feature is compared across languages."""
    kind, value = feature
    return kind not in SPANNED and not (kind == "number" and abs(float(value)) < SMALLEST_NUMBER)


def shared_features(left: Signature, right: Signature) -> frozenset[Feature]:
    """What two sentences are alike in."""
    if left.language == right.language:
        return left.features & right.features
    return left.compared & right.compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A signature with the weights of a week: what is asked of it for every sentence that it is compared with.

    `norm` is the sum of squares of its features; `squares` are those of what compares across languages, without cognates: words
    that begin unlike may still translate each other, so a long word without its like tells nothing.
    """

    language: str
    neutral: frozenset[Feature]
    features: frozenset[Feature]
    compared: frozenset[Feature]
    norm: float
    squares: tuple[float, ...]


def weigh(signature: Signature, weights: Mapping[Feature, float]) -> Weighed:
    features, compared = signature.features, signature.compared
    return Weighed(
        language=signature.language,
        neutral=signature.neutral,
        features=features,
        compared=compared,
        norm=math.fsum(weights[f] ** 2 for f in features),
        squares=tuple(weights[f] ** 2 for f in compared if f[0] != COGNATE),
    )


def similarity(left: Weighed, right: Weighed, weights: Mapping[Feature, float], *, least: float = LEAST_SHARED) -> float:
    """Weighted cosine of two sentences, 0 to 1; on the neutral features and bridges where the languages differ.

    Two sentences that share less than `least` of concepts, people, numbers, dates and acts are not compared: 0.  Where nearly
    all words are the same half of it is enough: in a week of few articles nothing is rare.  (`fsum` is the same in any order.)
    """
    same_language = left.language == right.language
    common = left.neutral & right.neutral if same_language else left.compared & right.compared
    told = math.fsum(weights[f] for f in common if f[0] != "actor")
    if told < least / 2:
        return 0.0
    if same_language:
        shared, norms = left.features & right.features, left.norm * right.norm
    else:
        cognates = [weights[f] ** 2 for f in common if f[0] == COGNATE]
        shared, norms = common, math.fsum([*left.squares, *cognates]) * math.fsum([*right.squares, *cognates])
    alike = math.fsum(weights[f] ** 2 for f in shared) / math.sqrt(norms) if norms else 0.0
    return alike if told >= (least if alike < NEARLY_THE_SAME else least / 2) else 0.0
