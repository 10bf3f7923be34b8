"""What each verb of the week tells, word by word: the features by which two tellings of one matter are found.

Every verb of every sentence is read, whether or not it became an item; a noun of which an amount of money is said counts as
one too.  A word is all that it may be called in either language: its sense, its concept, its name, its country.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from briefing.consolidate.accounts.told_deeds import is_denied, is_of_intent, is_supposed, whens_of_verbs
from briefing.consolidate.bridges import act_lemmas
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import (
    above,
    below,
    countries_of,
    index_of,
    is_participle,
    is_verb,
    load_words,
    quantities_in,
    says,
    sense_of,
    senses_of,
)
from briefing.consolidate.values.counts import words_beside
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.knowledge.peoples import demonyms
from briefing.model import Doc, Mention, Quantity, Sentence, Token

FINE = 10
"""Characters of a date that names a day."""
AROUND = 12
"""Characters before and behind a number in which it is said to be one of a part."""
SHORT = 3
"""A clause of so few words may leave to the sentence before what its subject is."""
POSTING = "act:posting"
"""The deed of all verbs that say where forces are: `deployed 600 soldiers`, `600 soldiers guard`."""
TELLING_UPOS = frozenset({"NOUN", "ADJ", "VERB", "PROPN"})
BESIDE = frozenset({"parataxis", "advcl", "ccomp", "acl"})
"""Relations of clauses that say something of their own."""
Mood = Literal["done", "ahead", "open", "now"]
Alternatives = frozenset[str]
"""All that one word may be called: its sense, its concept, its name, its country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A verb, or a noun with an amount, and what its clause says word by word.

    `deeds` are the head's own alternatives; `mood` is `done`, `ahead`, `open` or `now`; `tellers` are who is named in the
    sentence outside the clause.
    """

    key: SentenceKey
    deeds: Alternatives
    words: tuple[Alternatives, ...]
    doers: Alternatives
    countries: frozenset[str]
    named: tuple[Alternatives, ...]
    tellers: frozenset[str]
    around: frozenset[str]
    day: str | None
    days: frozenset[str]
    periods: frozenset[str]
    denied: bool
    mood: Mood
    before: bool
    published: str | None
    features: frozenset[str] = field(init=False, compare=False, repr=False)
    """All that any of the words may be called."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "features", frozenset().union(*self.words))


def tellings_of(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Telling]:
    doc = week.docs[key[0]]
    whens, called = whens_of_verbs(week, doc, key, sentence), called_in(week, doc, sentence)
    for index in heads_of(doc, sentence):
        deeds = deeds_of(week, doc, sentence, index)
        if deeds:
            yield telling_of(week, key, sentence, called, index, deeds, whens.get(index))
    for index in sorted(set(priced_nouns(doc, sentence))):
        named = tuple(frozenset({code}) for code in sorted(countries_of(doc, [sentence.span])))
        deeds = frozenset(f"of:{name}" for name in called[index])
        telling = telling_of(week, key, sentence, called, index, deeds, None)
        yield replace(telling, words=(*telling.words, *named), denied=False, mood="now")


def priced_nouns(doc: Doc, sentence: Sentence) -> Iterator[int]:
    """`a compensation of 4 million dollars`: nouns of which an amount of money is said."""
    for quantity in quantities_in(doc, sentence.span):
        index = index_of(sentence, quantity.span)
        head = sentence.tokens[index].head if index is not None else -1
        if quantity.kind == "currency" and head >= 0 and sentence.tokens[head].upos == "NOUN" and head < (index or 0):
            yield head


def heads_of(doc: Doc, sentence: Sentence) -> Iterator[int]:
    """The verbs, and the adjectives with a copula, that tell something; not under `if`, nor verbs of saying."""
    words, tokens = load_words(doc.article.language), sentence.tokens
    for index, token in enumerate(tokens):
        helper = token.upos == "AUX" and token.deprel.split(":")[0] in {"aux", "cop"}
        predicate = token.upos == "ADJ" and bool(below(sentence, index, "cop"))
        if helper or not (is_verb(token) or is_participle(token) or predicate) or token.lemma.lower() in words.saying:
            continue
        if is_of_intent(doc, sentence, index):
            continue
        marks = {tokens[i].form.lower() for i in below(sentence, index, "mark")}
        if not marks & words.conditions or mood_of(doc, sentence, index) == "open":
            yield index


def clause_of(doc: Doc, sentence: Sentence, head: int) -> list[int]:
    """The words of a clause, without clauses beside it and who tells it."""
    words, tokens = load_words(doc.article.language), sentence.tokens
    found, waiting = [], [head]
    while waiting:
        one = waiting.pop()
        found.append(one)
        for child in below(sentence, one):
            relation = tokens[child].deprel.split(":")[0]
            own = tokens[child].feat("VerbForm") != "Inf" or below(sentence, child, "aux")  # `porque debe resolver`
            beside = (relation in BESIDE and bool(own)) or (relation == "conj" and is_verb(tokens[child]))
            cases = [tokens[i].form.lower() for i in below(sentence, child, "case")]
            if not beside and not (cases and cases[0] in words.opening_sources):
                waiting.append(child)
    return sorted(found)


def deeds_of(week: Week, doc: Doc, sentence: Sentence, verb: int) -> Alternatives:
    """The sense of a verb and the acts that it may name; of a verb that says little those of its object's noun."""
    language, token = doc.article.language, sentence.tokens[verb]
    words = load_words(language)
    empty = senses_of(language, words.light | words.saying)
    heads = [verb]
    if sense_of(language, token) in empty or (token.upos == "AUX" and token.lemma.lower() in words.supposing):
        heads = [i for i in below(sentence, verb, "obj", "xcomp") if sentence.tokens[i].upos in {"NOUN", "ADJ", "VERB"}]
    acts = act_lemmas(week.knowledge, language)
    found = {sense_of(language, sentence.tokens[i]) for i in heads} - empty
    posting = {POSTING} if token.lemma.lower() in words.posting else set()
    return frozenset(found | posting | {f"act:{act}" for i in heads for act in acts.get(sentence.tokens[i].lemma.lower(), ())})


def telling_of(
    week: Week,
    key: SentenceKey,
    sentence: Sentence,
    words_called: Sequence[Alternatives],
    head: int,
    deeds: Alternatives,
    when: str | None,
) -> Telling:
    doc = week.docs[key[0]]
    language, tokens = doc.article.language, sentence.tokens
    inside = clause_of(doc, sentence, head)
    spans = [tokens[i].span for i in inside]
    words = load_words(language)
    dates = [d for d in doc.dates if d.value and d.type in {"DATE", "TIME"} and any(d.span.overlaps(s) for s in spans)]
    called = {i: words_called[i] for i in inside}
    doing = [i for i in inside if tokens[i].head == head and tokens[i].deprel in {"nsubj", "obl:agent"}]
    phrases = [j for i in doing for j in (i, *below(sentence, i, "flat", "compound", "amod", "nmod", "appos"))]
    doers = frozenset(f for i in phrases for f in called.get(i, ()))
    said = tuple(names | deeds if i == head else names for i, names in called.items() if names or i == head)
    said += before(week, key, doers) if len(said) <= SHORT else ()
    said += who_decides(week, doc, sentence, head) if mood_of(doc, sentence, head) == "open" else ()
    countries = countries_of(doc, spans) | {f for names in called.values() for f in names if f in week.knowledge.actors}
    return Telling(
        key=key,
        deeds=deeds,
        words=said,
        doers=doers,
        countries=countries,
        named=tuple(names for i, names in called.items() if names and (tokens[i].upos == "PROPN" or names & countries)),
        tellers=frozenset(
            m.actor for m in doc.mentions if sentence.span.contains(m.span) and not any(m.span.overlaps(s) for s in spans)
        ),
        around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
        day=when if when and len(when) == FINE else None,
        days=frozenset(d.value or "" for d in dates if len(d.value or "") == FINE),
        periods=frozenset(d.value or "" for d in dates if len(d.value or "") != FINE),
        denied=is_denied(doc, sentence, head),
        mood=mood_of(doc, sentence, head),
        before=any(tokens[i].form.lower() in words.pluperfect for i in below(sentence, head, "aux")),
        published=doc.article.published,
    )


def before(week: Week, key: SentenceKey, doers: Alternatives) -> tuple[Alternatives, ...]:
    """`The mission will arrive on Monday`: what the sentence before says that the mission is."""
    doc, number = week.docs[key[0]], key[1] - 1
    if number < 0 or not doers or doc.sentences[number].paragraph != doc.sentences[number + 1].paragraph:
        return ()
    sentence = doc.sentences[number]
    called = called_in(week, doc, sentence)
    same = [i for i, names in enumerate(called) if names & doers]
    beside = [j for i in same[:1] for j in below(sentence, i, "amod", "nmod", "compound")]
    return tuple(called[j] for j in beside if called[j] and not called[j] & doers)


def who_decides(week: Week, doc: Doc, sentence: Sentence, head: int) -> tuple[Alternatives, ...]:
    """`Mora has not decided whether she will travel`: of whom the decision is awaited."""
    over = next((i for i in above(sentence, head) if is_verb(sentence.tokens[i])), head)
    return tuple(names for i in below(sentence, over, "nsubj") if (names := alternatives(week, doc, sentence, i)))


def alternatives(week: Week, doc: Doc, sentence: Sentence, index: int) -> Alternatives:
    """What a word may be called in either language; nothing for words that say nothing, numbers and days."""
    return Called(week, doc, sentence).at(index)


def called_in(week: Week, doc: Doc, sentence: Sentence) -> list[Alternatives]:
    """What every word of a sentence may be called."""
    called = Called(week, doc, sentence)
    return [called.at(index) for index in range(len(sentence.tokens))]


class Called:
    """What the words of one sentence may be called, by what is marked in it."""

    def __init__(self, week: Week, doc: Doc, sentence: Sentence) -> None:
        self.doc, self.tokens, self.language = doc, sentence.tokens, doc.article.language
        self.countries, self.words = demonyms(week.knowledge, self.language), load_words(self.language)
        span = sentence.span
        self.mentions = [m for m in doc.mentions if m.span.overlaps(span)]
        self.concepts = [m for m in doc.concepts if m.span.overlaps(span)]
        marked = (*(d.span for d in doc.dates), *(q.span for q in doc.quantities if q.kind != "number"))
        self.taken = [one for one in marked if one.overlaps(span)]

    def at(self, index: int) -> Alternatives:
        token = self.tokens[index]
        mention = next((m for m in self.mentions if m.span.contains(token.span)), None)
        if mention is not None:
            first = not any(mention.span.contains(t.span) for t in self.tokens[:index])
            return names_of(self.doc, mention) if first else frozenset()
        if country := self.countries.get(token.form.lower()):
            return frozenset({country})
        if self.is_silent(token) or any(span.overlaps(token.span) for span in self.taken):
            return frozenset()
        concept = next((m.concept for m in self.concepts if m.span.contains(token.span)), None)
        named = {fold(token.form)} if token.upos == "PROPN" else set()
        alike_to = (f"concept:{alike().get(concept, concept)}",) if concept else ()
        return frozenset({sense_of(self.language, token), *named, *alike_to})

    def is_silent(self, token: Token) -> bool:
        """Whether a word by itself says nothing."""
        words, lemma = self.words, token.lemma.lower()
        empty = lemma in words.light or lemma in words.saying or lemma in words.supposing
        return empty or token.upos not in TELLING_UPOS


@functools.cache
def alike() -> Mapping[str, str]:
    """Concepts that news use for one thing, each with the first of them."""
    groups = load_language("compare", "words")["concepts_alike"]
    return {name: group[0] for group in groups for name in group}


def names_of(doc: Doc, mention: Mention) -> Alternatives:
    """An actor by its country, a person by his names, a town by its own."""
    actor = doc.actors[mention.actor]
    words = {fold(word) for form in actor.forms for word in form.split()} if actor.kind == "person" else set()
    town = {fold(mention.span.of(doc.article.text))} if mention.place else set()
    return frozenset(words | town | ({actor.country or actor.id} if actor.kind != "person" else set()))


def is_of_others(doc: Doc, quantity: Quantity) -> bool:
    """`another 12 fishermen`, `12 more`, `doce de ellos`."""
    words = load_words(doc.article.language)
    around = words_beside(quantity.span, doc.article.text, AROUND, AROUND).lower()
    for hedge in words.hedges:
        around = around.replace(hedge, " ")
    return says(around, words.parts)


def mood_of(doc: Doc, sentence: Sentence, verb: int) -> Mood:
    """`done` in the past, `ahead` in the future, `open` where it is said not to be decided; else `now`."""
    words, tokens = load_words(doc.article.language), sentence.tokens
    over = next((i for i in above(sentence, verb) if is_verb(tokens[i])), None)
    if over is not None and tokens[over].lemma.lower() in words.deciding and is_denied(doc, sentence, over):
        return "open"
    helpers = [tokens[i] for i in (verb, *below(sentence, verb, "aux"))]
    ahead = any(t.feat("Tense") == "Fut" or t.form.lower() in words.ahead for t in helpers)
    if ahead or is_destined(doc, sentence, verb) or is_to_be_done(sentence, verb):
        return "ahead"
    return "now" if is_supposed(doc, sentence, verb) and tokens[verb].upos != "ADJ" else "done"


def is_to_be_done(sentence: Sentence, verb: int) -> bool:
    """`a clinic to be staffed by nurses`: the infinitive of a passive that says what a thing is for."""
    helpers = [sentence.tokens[i] for i in below(sentence, verb, "aux")]
    infinitive = any(t.feat("VerbForm") == "Inf" for t in helpers)
    return infinitive and sentence.tokens[verb].deprel.split(":")[0] == "acl" and bool(below(sentence, verb, "mark"))


def is_destined(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`is to open`: a form of `be` in the present before the infinitive."""
    words = load_words(doc.article.language).destined
    before = sentence.tokens[max(0, verb - len(words)) : verb]
    told = bool(before) and before[0].feat("Tense") == "Pres"
    return told and tuple(word for t in before for word in {t.lemma.lower(), t.form.lower()} if word in words) == words


__all__ = ["POSTING", "Alternatives", "Telling", "called_in", "tellings_of"]
