"""The week as consolidation sees it: every document, every claim, and what they share."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from itertools import accumulate

from briefing.consolidate.meetings.called_off import leaves_alone
from briefing.consolidate.origins import count_origins, media_cited, origin_of
from briefing.consolidate.people import Person, PersonOf, name_tokens, resolve_people
from briefing.consolidate.signatures import (
    LEAST_SHARED,
    Feature,
    Signature,
    Weighed,
    is_generic,
    rarity,
    shared_features,
    sign,
    similarity,
    weigh,
)
from briefing.edtf import bounds
from briefing.knowledge import Knowledge, load_grammar, load_language
from briefing.knowledge.peoples import demonyms
from briefing.model import FULL_NAME, SURNAME, Account, Claim, Doc, Evidence, Language, Revision, Sentence, Statement, Token

LEAST_TOLD = 6.0
"""Weight of what a sentence talks about, about three concepts, from which its share in the other articles is counted."""
HEAD_SENTENCES = 2
"""Of an article's prose, beside its title, what tells what it is about."""
SAME_MATTER = 4.0
"""Weight of what two sentences name in common, besides countries and people, that are about one thing."""
DECIDED = frozenset({"announces", "agrees"})
"""Stances of what is decided; who asks that a duty be lifted, or refuses to lift it, has not lifted it."""
SENTENCE_WORDS = 9
"""A line of fewer words is a by-line or a place."""
ROUNDED = 1e-6
QUOTES = "“”«»\"'‘’ -"
SentenceKey = tuple[str, int]
"""An article's id and the number of a sentence in it."""


@dataclass(frozen=True, kw_only=True)
class Week:
    """Documents by article id and the claims of each; `as_of` is the brief's own date (ISO).

    `accounts` and `revisions` are kept apart from the claims: they are compared, and make no items.
    """

    docs: Mapping[str, Doc]
    claims: Mapping[str, tuple[Claim, ...]]
    knowledge: Knowledge = dataclasses.field(repr=False)
    as_of: str
    accounts: Mapping[str, tuple[Account, ...]] = dataclasses.field(default_factory=dict)
    revisions: tuple[Revision, ...] = ()
    named: dict[SentenceKey, frozenset[str]] = dataclasses.field(default_factory=dict, init=False, compare=False, repr=False)
    """The countries of the sentences that were asked for them."""

    @cached_property
    def people(self) -> PersonOf:
        return resolve_people([self.docs[name] for name in sorted(self.docs)], self.knowledge)

    @cached_property
    def cited(self) -> Mapping[str, frozenset[str]]:
        return {name: media_cited(claims, self.knowledge) for name, claims in self.claims.items()}

    @cached_property
    def by_sentence(self) -> Mapping[SentenceKey, tuple[Claim, ...]]:
        """The claims of every sentence that has any."""
        found: dict[SentenceKey, list[Claim]] = {}
        for name in sorted(self.claims):
            for claim in self.claims[name]:
                found.setdefault((name, claim.sentence), []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def signatures(self) -> Mapping[SentenceKey, Signature]:
        return {key: self.signature_of(key, claims) for key, claims in self.by_sentence.items()}

    @cached_property
    def weights(self) -> Mapping[Feature, float]:
        return rarity([self.signatures[key] for key in sorted(self.signatures)])

    @cached_property
    def weighed(self) -> Mapping[SentenceKey, Weighed]:
        return {key: weigh(signature, self.weights) for key, signature in self.signatures.items()}

    def likeness(self, left: SentenceKey, right: SentenceKey, *, least: float = LEAST_SHARED) -> float:
        """How alike two sentences are that items tell of, 0 to 1."""
        return similarity(self.weighed[left], self.weighed[right], self.weights, least=least)

    @cached_property
    def negated(self) -> frozenset[SentenceKey]:
        return frozenset(key for key in self.by_sentence if self.is_negated(key))

    def is_negated(self, key: SentenceKey) -> bool:
        """Whether the main verb of a sentence is denied: `no corresponde`, `has not been signed`."""
        doc = self.docs[key[0]]
        words, tokens = load_grammar(doc.article.language)["negation"], doc.sentences[key[1]].tokens
        roots = {index for index, token in enumerate(tokens) if token.head < 0}
        subjects = {i for i, t in enumerate(tokens) if t.head in roots and t.deprel.startswith("nsubj")}
        adverbs = {i for i, t in enumerate(tokens) if t.head in roots and t.deprel.startswith("advmod")}
        of_subjects = {i for i, t in enumerate(tokens) if t.head in subjects and t.deprel.startswith("det")}
        denying = [tokens[i] for i in sorted(subjects | adverbs | of_subjects)]
        return any(token.lemma.lower() in words or token.form.lower() in words for token in denying)

    @cached_property
    def words(self) -> Mapping[SentenceKey, str]:
        """The words of every sentence that has claims, with single spaces."""
        found = ((key, self.docs[key[0]]) for key in self.by_sentence)
        return {key: " ".join(doc.sentences[key[1]].span.of(doc.article.text).split()) for key, doc in found}

    def signature_at(self, article: str, number: int) -> Signature:
        """The signature of any sentence, also one of which no item tells."""
        return self.signatures.get((article, number)) or self.signature_of((article, number), ())

    def names_of(self, article: str, number: int) -> frozenset[str]:
        """What a sentence names, whatever its language: people, countries, places."""
        signature = self.signature_at(article, number)
        known = {value for kind, value in signature.neutral if kind in {"person", "actor"}}
        return frozenset(known) if known else frozenset(value for kind, value in signature.bridges if kind == "name")

    def signature_of(self, key: SentenceKey, claims: Sequence[Claim]) -> Signature:
        doc = self.docs[key[0]]
        acts = {claim.act for claim in claims if claim.act}
        return sign(doc, doc.sentences[key[1]], acts, self.people, self.knowledge)

    @cached_property
    def first_sentences(self) -> Mapping[str, int]:
        """The number of the first sentence of prose of each article."""
        return {
            name: next((n for n, sentence in enumerate(doc.sentences) if sentence.kind == "body"), 0)
            for name, doc in self.docs.items()
        }

    @cached_property
    def leads(self) -> Mapping[str, int]:
        """The number of the sentence that each article opens with: the first of prose that is no by-line."""
        found: dict[str, int] = {}
        for name, number in sorted(self.by_sentence):
            sentence = self.docs[name].sentences[number]
            if sentence.kind == "body" and len(sentence.tokens) >= SENTENCE_WORDS:
                found.setdefault(name, number)
        return found

    def is_talk(self, name: str) -> bool:
        """Whether an article is an interview or a talk before the press."""
        return any(sentence.kind == "question" for sentence in self.docs[name].sentences)

    @cached_property
    def undoing(self) -> frozenset[SentenceKey]:
        """The sentences that tell of something lifted, put off or taken back; not those that it will not be."""
        found = (key for key in self.by_sentence if key not in self.negated and key[0] in self.recency)
        bodies = (key for key in found if self.docs[key[0]].sentences[key[1]].kind == "body")
        return frozenset(key for key in bodies if self.has_undoing_verb(key))

    def has_undoing_verb(self, key: SentenceKey) -> bool:
        doc = self.docs[key[0]]
        if any(isinstance(claim, Statement) and claim.stance not in DECIDED for claim in self.by_sentence[key]):
            return False
        verbs = undoing_verbs(doc.article.language)
        tokens = doc.sentences[key[1]].tokens
        open_ones = {t.head for t in tokens if leaves_open(t, doc.article.language)}
        return any(t.upos == "VERB" and t.lemma.casefold() in verbs and n not in open_ones for n, t in enumerate(tokens))

    def is_overtaken(self, told: Sequence[SentenceKey]) -> bool:
        """Whether a later article than all of these tells that what they tell was undone."""
        days = [self.recency.get(name) for name, _ in told]
        latest = max((day for day in days if day is not None), default=None)
        if latest is None or None in days:
            return False
        near = (key for feature in self.heaviest(told[0]) for key in self.undoing_by_feature.get(feature, ()))
        near = (key for key in near if not leaves_alone(self.by_sentence[key], self.by_sentence.get(told[0], ())))
        return any(self.recency[key[0]] > latest and self.share_a_matter(key, told[0]) for key in near)

    def undone_by(self, key: SentenceKey) -> bool:
        """Whether a sentence undoes what an earlier article told."""
        if key not in self.undoing:
            return False
        near = (other for feature in self.heaviest(key) for other in self.by_heaviest.get(feature, ()))
        return any(self.recency.get(o[0], 1.0) < self.recency[key[0]] and self.share_a_matter(key, o) for o in near)

    @cached_property
    def by_heaviest(self) -> Mapping[Feature, Sequence[SentenceKey]]:
        """The sentences with items by those features of which two that share a matter share one."""
        return postings((key, self.heaviest(key)) for key in self.by_sentence)

    @cached_property
    def undoing_by_feature(self) -> Mapping[Feature, Sequence[SentenceKey]]:
        return postings((key, self.heaviest(key)) for key in sorted(self.undoing))

    def heaviest(self, key: SentenceKey) -> Sequence[Feature]:
        """What a sentence names, the rarest first, without those that all together weigh too little to be one matter.

        Of two sets whose common part weighs enough the heaviest feature in common is here in both (prefix filtering, Chaudhuri
        et al. 2006).
        """
        named = [f for f in self.signatures[key].everything if f[0] not in {"actor", "person"}]
        named.sort(key=lambda feature: (-self.weights[feature], feature))
        rest = accumulate(self.weights[feature] for feature in reversed(named))
        return named[: len(named) - sum(weight < SAME_MATTER - ROUNDED for weight in rest)]

    def share_a_matter(self, left: SentenceKey, right: SentenceKey) -> bool:
        """Whether two sentences name enough of the same besides the countries: `the duty on tea`, `the crossing of Tambo`."""
        return self.shared_weight(left, right) >= SAME_MATTER

    def shared_weight(self, left: SentenceKey, right: SentenceKey) -> float:
        """What two sentences name in common besides countries and people."""
        shared = shared_features(self.signatures[left], self.signatures[right])
        return math.fsum(sorted(self.weights[f] for f in shared if f[0] not in {"actor", "person"}))

    @cached_property
    def negated_anywhere(self) -> frozenset[SentenceKey]:
        """The sentences with a word of denial: `said that it will not take part`."""
        return frozenset(key for key in self.by_sentence if self.has_denial(key))

    def has_denial(self, key: SentenceKey) -> bool:
        doc = self.docs[key[0]]
        words = load_grammar(doc.article.language)["negation"]
        return any(token.form.lower() in words for token in doc.sentences[key[1]].tokens)

    @cached_property
    def totals(self) -> Mapping[Feature, int]:
        """In how many articles each feature occurs."""
        seen = {(key[0], feature) for key, signature in self.signatures.items() for feature in signature.features}
        return Counter(feature for _, feature in seen)

    @cached_property
    def spoken_of(self) -> Mapping[str, int]:
        """In how many sentences of the week each concept is named."""
        return Counter(c for doc in self.docs.values() for s in doc.sentences for c in concepts_in(doc, s))

    @cached_property
    def leading(self) -> tuple[str, ...]:
        """The two countries that most sentences of most articles name: whom the week is about.

        Of two named as often the one that acts: not whose capital a gathering is to be held in.
        """
        named = [(key[0], code) for key in sorted(self.by_sentence) for code in self.countries(key)]
        articles, sentences = Counter(code for _, code in {*named}), Counter(code for _, code in named)
        acting = Counter(doc.actors[m.actor].country for doc in self.docs.values() for m in doc.mentions if not m.place)
        return tuple(sorted(sentences, key=lambda code: (-articles[code], -sentences[code], -acting[code], code))[:2])

    def countries(self, key: SentenceKey) -> frozenset[str]:
        """The countries that a sentence names, by themselves, their people or their institutions."""
        if key not in self.named:
            self.named[key] = self.countries_in(key)
        return self.named[key]

    def countries_in(self, key: SentenceKey) -> frozenset[str]:
        doc, claims = self.docs[key[0]], self.by_sentence.get(key, ())
        span = doc.sentences[key[1]].span
        actors = [doc.actors[m.actor] for m in doc.mentions if span.contains(m.span) and m.actor in doc.actors]
        named = {code for actor in actors for code in ([actor.country] if actor.country else actor.id.split("+"))}
        named |= {claim.government for claim in claims if isinstance(claim, Statement)}
        peoples = demonyms(self.knowledge, doc.article.language)
        named |= {peoples[word] for token in doc.sentences[key[1]].tokens if (word := token.form.casefold()) in peoples}
        return frozenset(code for code in named if is_country(code, self.knowledge))

    @cached_property
    def matters(self) -> Mapping[str, float]:
        """How much each concept is what the articles are about, 0 to 1: the share whose title or first sentences have it."""
        telling = {concept: count for concept, count in self.headed.items() if not is_generic(concept, self.knowledge)}
        return {concept: count / len(self.docs) for concept, count in telling.items() if count > 1}

    @cached_property
    def headed(self) -> Counter[str]:
        """In how many articles' titles or first sentences each concept is named."""
        return Counter(concept for name in self.docs for concept in self.heading(name))

    def heading(self, name: str) -> tuple[str, ...]:
        """The concepts that an article's title and first sentences name, in their order."""
        doc, first = self.docs[name], self.first_sentences[name]
        heads = [s.span for n, s in enumerate(doc.sentences) if s.kind == "title" or first <= n < first + HEAD_SENTENCES]
        return tuple(dict.fromkeys(m.concept for m in doc.concepts if any(span.contains(m.span) for span in heads)))

    def is_spoken_aside(self, key: SentenceKey) -> bool:
        """Whether a sentence begins as people go on talking: `No, but …`, `Es decir, …`."""
        doc = self.docs[key[0]]
        opening = doc.sentences[key[1]].span.of(doc.article.text).lstrip(QUOTES).casefold()
        return opening.startswith(spoken_openings(doc.article.language))

    @cached_property
    def recency(self) -> Mapping[str, float]:
        """How late in the week each article was published, 0 to 1, at the earliest; nothing of those that do not say when."""
        published = {name: doc.article.published for name, doc in self.docs.items()}
        days = {name: day for name, value in published.items() if value and (day := bounds(value)[0])}
        first, latest = (min(days.values()), max(days.values())) if days else (None, None)
        if first is None or latest is None or first == latest:
            return {}
        return {name: (day - first).days / (latest - first).days for name, day in days.items()}

    def centrality(self, group: Sequence[SentenceKey]) -> float:
        """How much of what some sentences talk about is talked about in the other articles, 0 to 1; one word tells little."""
        features = {f for key in group for f in self.signatures[key].neutral}
        weight = max(LEAST_TOLD, math.fsum(sorted(self.weights[f] for f in features)))
        widely = math.fsum(sorted(self.weights[f] * (self.totals[f] - 1) for f in features))
        return widely / (weight * max(1, len(self.docs) - 1))

    def person(self, article: str, actor: str) -> Person | None:
        """The person of the week that an actor is, or one that a bare name can only be."""
        if not actor.startswith((FULL_NAME, SURNAME)):
            return self.people.get((article, actor))
        name = actor.partition(":")[2]
        known = [person for person in self.everybody if name_tokens(name) <= set(person.key.split())]
        if len(known) == 1:
            return known[0]
        unknown = actor.startswith(FULL_NAME) and not known
        return Person(key=" ".join(sorted(name_tokens(name))), name=name, country=None) if unknown else None

    @cached_property
    def everybody(self) -> tuple[Person, ...]:
        """The persons of the week whose articles introduce them, each once."""
        return tuple(dict.fromkeys(self.people[key] for key in sorted(self.people)))


def postings(entries: Iterable[tuple[SentenceKey, Iterable[Feature]]]) -> Mapping[Feature, Sequence[SentenceKey]]:
    found: dict[Feature, list[SentenceKey]] = {}
    for key, features in entries:
        for feature in features:
            found.setdefault(feature, []).append(key)
    return found


def concepts_in(doc: Doc, sentence: Sentence) -> frozenset[str]:
    return frozenset(mention.concept for mention in doc.concepts if sentence.span.contains(mention.span))


@cache
def spoken_openings(language: Language) -> tuple[str, ...]:
    return tuple(words.casefold() for words in load_language("compare", language)["spoken"])


def leaves_open(token: Token, language: Language) -> bool:
    """Whether a word says that its verb need not be what happens: `not lift`, `could lift`; `se retiró` is to leave."""
    word = token.form.casefold()
    reflexive = token.deprel.startswith("expl")
    return reflexive or word in load_grammar(language)["negation"] or word in load_language("compare", language)["doubting"]


@cache
def undoing_verbs(language: Language) -> frozenset[str]:
    return frozenset(load_language("compare", language)["undoing"])


def is_country(code: str, knowledge: Knowledge) -> bool:
    entry = knowledge.actors.get(code)
    return entry is not None and entry.kind == "country"


def place_key(week: Week, claim: Claim) -> str:
    """Where a claim stands, independent of the order in which articles were given: file name, then offset."""
    return f"{week.docs[claim.evidence.article].article.file}\0{claim.evidence.start:09d}\0{claim.act or ''}"


def make_id(prefix: str, *parts: object) -> str:
    """A short id that stays the same while the words that it is made from do.

    >>> make_id("f", "event", "las mismas palabras") == make_id("f", "event", "las mismas palabras")
    True
    """
    return f"{prefix}-{sha256(repr(parts).encode()).hexdigest()[:6]}"


def unique_evidence(week: Week, claims: Sequence[Claim], *, context: bool = False) -> tuple[Evidence, ...]:
    """The words of all claims, each once, in the order of files and offsets; behind them what else they rest on."""
    own = {claim.evidence for claim in claims}
    beside = {evidence for claim in claims for evidence in claim.context} - own if context else set()
    return (*in_order(week, own), *in_order(week, beside))


def in_order(week: Week, evidence: Iterable[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda e: (week.docs[e.article].article.file, e.start, e.stop))


def counts(week: Week, claims: Sequence[Claim]) -> dict[str, int]:
    """How many articles and how many independent origins carry some claims."""
    return {
        "sources": len({claim.evidence.article for claim in claims}),
        "origins": count_origins(claims, week.docs, week.cited, week.knowledge),
    }


def retold_medium(week: Week, claims: Sequence[Claim]) -> str | None:
    """The medium whose report all articles of some claims retell, where they are several."""
    media = set(media_cited(claims, week.knowledge))
    origins = {origin_of(claim, media, week.docs, week.cited) for claim in claims}
    only = next(iter(origins)) if len(origins) == 1 else None
    several = len({claim.evidence.article for claim in claims}) > 1
    return only if only and several and week.knowledge.is_medium(only) else None
