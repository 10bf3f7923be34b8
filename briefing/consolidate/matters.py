"""A number or a day with what a sentence says around it: what tells that two articles measure, count or date one thing.

Unlike a `Telling`, which is a clause word by word, a matter is loose: the deed that governs the number or day, what is
measured, and all that the sentence names, with the sentence before where it names little.  Whether two matters are one is for
`rival_values` to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefing.consolidate.borne import borne, classes_of, counted_names, deed_classes, estimated_noun, verbs_of
from briefing.consolidate.bridges import dictionary
from briefing.consolidate.counts import UNITS_IN, is_day_of_telling, is_part, unit_of_words
from briefing.consolidate.estimates import TELLING
from briefing.consolidate.governors import PRICED, antecedents, bearers, costs_of, stands_under, verbs_around, with_governors
from briefing.consolidate.people import fold
from briefing.consolidate.scopes import firms, is_scoped, purposes
from briefing.consolidate.sentences import (
    NOUNS,
    Words,
    above,
    below,
    countries_at,
    dates_in,
    doers_of,
    index_of,
    is_town,
    load_words,
    quantities_in,
    says,
    senses_of,
    verb_over,
)
from briefing.consolidate.standings import paces_of, standings_of, states_of
from briefing.consolidate.tellings import (
    Alternatives,
    Mood,
    alternatives,
    called_in,
    clause_of,
    deeds_of,
    is_of_others,
    mood_of,
)
from briefing.consolidate.told_deeds import is_denied
from briefing.consolidate.valued import LESSEN, RISE, is_estimating, is_timeless, is_valued, words_of_change
from briefing.consolidate.week import SentenceKey, Week, is_country
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Quantity, Sentence, Span, Statement

FINE = 10
"""Characters of a date that names a day."""
FEW_NAMES = 2
"""A sentence that names fewer countries and people leans on the one before it."""
KILLED, DEAD = "deed:kill", "unit:dead"
PEOPLE = frozenset({"concept:people", "person"})
THE_DEAD = frozenset({"concept:fatalities", "concept:deaths", "concept:dead", "concept:victims"})
AIMS = frozenset({"deed:sign"})
"""Classes of what one travels for, on the day itself: a meeting may follow the journey by a day."""
BEGUN = "deed:begin"
START_BEFORE = 3
"""Words before a day among which it is said that something begins: `a partir del 1`."""
PLEDGED = "deed:pledge"
"""The class of verbs by which something is promised, approved or agreed that is still to come."""
WANTING = frozenset({"proposes", "offers", "demands", "requests", "rejects", "threatens"})
"""Stances of what is wanted: what two governments want are two amounts, not one amount told in two ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One number or day: `core` are the nouns that it is said of; `near`, `beside`: names and countries in its own clause.

    `kinds`: what a counted thing is of, `trucks of onions`; `borne`: the nouns just before or behind it that say what has this
    value, `the contract, put at 90 million`.
    """

    key: SentenceKey
    quantity: Quantity | None
    unit: Alternatives
    day: str | None
    deeds: Alternatives
    core: Alternatives
    subjects: Alternatives
    own: tuple[Alternatives, ...]
    kinds: Alternatives
    borne: Alternatives
    things: tuple[Alternatives, ...]
    names: frozenset[str]
    near: frozenset[str]
    countries: frozenset[str]
    beside: frozenset[str]
    doers: frozenset[str]
    owners: frozenset[str]
    numbers: frozenset[float]
    days: frozenset[str]
    periods: frozenset[str]
    wanting: frozenset[str]
    mood: Mood
    denied: bool
    of_others: bool
    updated: bool
    growing: bool
    published: str | None
    around: frozenset[str]
    proposed: bool = False
    forecast: bool = False
    standings: frozenset[str] = frozenset()
    states: frozenset[int] = frozenset()
    paces: frozenset[str] = frozenset()
    scoped: bool = False
    purposes: Alternatives = frozenset()
    firms: frozenset[str] = frozenset()

    @property
    def others(self) -> frozenset[float]:
        """The other numbers of its clause."""
        return self.numbers - ({float(self.quantity.value)} if self.quantity else set())

    @property
    def said(self) -> Alternatives:
        return frozenset().union(*self.things)


def matters_of(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Matter]:
    """The numbers with a unit, and the days of deeds, of a sentence."""
    doc = week.docs[key[0]]
    around = Around(week, key, sentence)
    for quantity in quantities_in(doc, sentence.span):
        index = index_of(sentence, quantity.span)
        if quantity.unit is None and quantity.kind == "number":
            index = estimated_noun(doc.article.language, sentence, quantity.span)
            quantity = quantity if index is None else replace(quantity, unit=sentence.tokens[index].lemma.lower())
        plain = quantity.kind in TELLING and quantity.from_value is None and quantity.high is None and quantity.unit
        part = quantity.kind != "percent" and is_part(doc, quantity, no_parts(quantity, load_words(doc.article.language)))
        if plain and index is not None and not part and not is_of_others(doc, quantity):
            yield around.of_number(quantity, index)
    for date in dates_in(doc, sentence.span):
        index = index_of(sentence, date.span)
        verb = verb_over(sentence, index) if index is not None else None
        fine = len(date.value or "") == FINE and date.basis != "vague" and not date.interval
        if verb is not None and fine and not is_day_of_telling(doc, sentence, date.span):
            matter = around.of_day(date.value or "", verb)
            yield replace(matter, deeds=matter.deeds | {BEGUN}) if is_start(doc, sentence, date.span) else matter


def no_parts(quantity: Quantity, words: Words) -> Collection[str]:
    """What stands beside a number and makes it no part: its time, `granted this year 900 visas`; of a price what it is of,
    `90 dollars for each tonne`."""
    return (*words.timed, *words.apiece) if quantity.kind == "currency" else words.timed


def is_start(doc: Doc, sentence: Sentence, day: Span) -> bool:
    """`open around the clock from April 1`: the day on which something begins; not `from May 1 to May 4`."""
    near = [t for t in sentence.tokens if t.span.stop <= day.start][-START_BEFORE:]
    last = max((n for n, token in enumerate(near) if token.upos in NOUNS), default=-1)  # `crossed from Zambia on Saturday`
    before = [token.form.lower() for token in near[last + 1 :]]
    behind = [t.form.lower() for t in sentence.tokens if t.span.start >= day.stop][:1]
    words = load_language("compare", "words")
    opens, ends = (words[name][doc.article.language] for name in ("starting", "ending"))
    return any(word in opens for word in before) and not any(word in ends for word in behind)


class Around:
    """What a sentence, and where it names little the one before it, says around its numbers and days."""

    def __init__(self, week: Week, key: SentenceKey, sentence: Sentence) -> None:
        self.week, self.key, self.sentence = week, key, sentence
        self.doc = week.docs[key[0]]
        self.language: Language = self.doc.article.language
        self.called = called_in(week, self.doc, sentence)
        names, countries = names_among(self.doc, sentence, self.called), self.countries_of(sentence, self.called)
        things = things_among(self.doc, sentence, self.called)
        if len(names) + len(countries) < FEW_NAMES and key[1] > 0 and self.doc.sentences[key[1] - 1].kind == "body":
            before = self.doc.sentences[key[1] - 1]
            called = called_in(week, self.doc, before)
            names |= names_among(self.doc, before, called)
            countries |= self.countries_of(before, called)
            things = (*things, *things_among(self.doc, before, called))
        persons = [form for actor in self.doc.actors.values() if actor.kind == "person" for form in actor.forms]
        self.people = frozenset(fold(word) for form in persons for word in form.split())
        self.around = frozenset(code for actor in self.doc.actors.values() if (code := actor.country))
        self.names, self.countries, self.things = names, countries, things

    def countries_of(self, sentence: Sentence, called: Sequence[Alternatives]) -> frozenset[str]:
        """The countries of who and what is named, also by an adjective: `Moldovan wine`."""
        peoples = {name for names in called for name in names if is_country(name, self.week.knowledge)}
        return countries_at(self.doc, range(len(sentence.tokens)), sentence) | peoples

    def of_number(self, quantity: Quantity, index: int) -> Matter:
        tokens = self.sentence.tokens
        verbs = verbs_around(self.language, self.sentence, index)
        core = [i for i in list(above(self.sentence, index))[:3] if tokens[i].upos in NOUNS]
        unit = self.called[index] | {unit_of_words(self.language, quantity).partition("/")[0]} | self.alike(quantity)
        modifiers = below(self.sentence, index, "amod", "nmod", "compound")
        owners = countries_at(self.doc, modifiers, self.sentence)
        owners |= {name for i in modifiers for name in self.called[i] if is_country(name, self.week.knowledge)}
        matter = self.matter(verbs, index, core, quantity=quantity, unit=unit | self.dead(unit, verbs), owners=owners)
        forecast = stands_under(self.language, self.sentence, index, "forecasting")
        proposed = stands_under(self.language, self.sentence, index, "proposing")
        return replace(
            matter,
            proposed=proposed,
            forecast=forecast,
            standings=standings_of(self.language, self.sentence, index),
            states=states_of(self.language, self.sentence, index),
            paces=paces_of(self.sentence, quantity.span, self.doc.article.text),
            scoped=is_scoped(self.doc, self.sentence, quantity),
            purposes=purposes(self.language, self.sentence, self.called, (index, *verbs)),
            firms=firms(self.doc, self.sentence, verbs),
        )

    def alike(self, quantity: Quantity) -> Alternatives:
        """The rows of words that may count one thing; a known unit has an English name in every language."""
        unit = (quantity.unit or "").partition("/")[0].lower()
        return frozenset().union(*(counted_names().get((one, unit), frozenset()) for one in (self.language, UNITS_IN)))

    def dead(self, unit: Alternatives, verbs: Sequence[int]) -> Alternatives:
        """`killed 27 people`, `27 dead`."""
        classes = {name for verb in verbs for name in classes_of(self.language, self.sentence.tokens[verb])}
        people = KILLED in classes and bool(unit & PEOPLE)
        return frozenset({DEAD}) if people or unit & THE_DEAD else frozenset()

    def of_day(self, day: str, verb: int) -> Matter:
        verbs = with_governors(self.sentence, verb)
        core = [i for one in verbs for i in below(self.sentence, one, "nsubj", "obj")]
        core += antecedents(self.sentence, verb)
        matter = self.matter(verbs, verb, core, day=day)
        counted = (counted_names().get((self.language, self.sentence.tokens[i].lemma.lower()), frozenset()) for i in core)
        matter = replace(matter, core=matter.core.union(*counted))
        planned = self.planned(verb)
        mood = "ahead" if planned else mood_of_day(matter.mood, day, self.doc.article.published)
        return replace(matter, deeds=matter.deeds | planned | self.aims(verb), mood=mood)

    def aims(self, verb: int) -> Alternatives:
        """What one comes for: `travels for the signing on Monday`."""
        nouns = [i for i in below(self.sentence, verb, "obl", "nmod") if self.sentence.tokens[i].upos == "NOUN"]
        return frozenset().union(*(classes_of(self.language, self.sentence.tokens[i]) & AIMS for i in nouns))

    def planned(self, verb: int) -> Alternatives:
        """The deed of a noun that is scheduled: `the signing is set for May 4`."""
        tokens = self.sentence.tokens
        scheduling = load_language("compare", "words")["scheduling"][self.language]
        past = any(tokens[i].feat("Tense") in {"Past", "Imp"} for i in below(self.sentence, verb, "aux", "cop"))
        lemmas = {tokens[verb].lemma.lower(), *verbs_of(self.language, tokens[verb])}
        if past or lemmas.isdisjoint(scheduling):
            return frozenset()
        held = [*below(self.sentence, verb, "nsubj"), *antecedents(self.sentence, verb)]
        return frozenset().union(*(classes_of(self.language, tokens[i]) for i in held))

    def matter(
        self,
        verbs: Sequence[int],
        index: int,
        core: Sequence[int],
        *,
        quantity: Quantity | None = None,
        unit: Alternatives = frozenset(),
        owners: frozenset[str] = frozenset(),
        day: str | None = None,
    ) -> Matter:
        doc, sentence, words = self.doc, self.sentence, load_words(self.language)
        deeds = frozenset().union(*(alike_deeds(self.week, doc, sentence, verb) for verb in verbs))
        costs = costs_of(self.language, sentence, verbs)
        estimating = [verb for verb in verbs if is_estimating(self.language, sentence.tokens[verb])]
        deeds |= {PRICED} if costs else frozenset()
        inside = {i for verb in verbs for i in clause_of(doc, sentence, verb)} or {index, *below(sentence, index)}
        inside |= self.predicated(index)
        within = [d for d in dates_in(doc, sentence.span) if index_of(sentence, d.span) in inside]
        dates = [d for d in within if not is_day_of_telling(doc, sentence, d.span)]
        money = quantity is not None and quantity.kind == "currency"
        text = words_of_change(doc, sentence, index, core, totals=money)
        claims = self.week.by_sentence.get(self.key, ())
        return Matter(
            key=self.key,
            quantity=quantity,
            unit=unit,
            day=day,
            deeds=deeds,
            core=frozenset().union(*(self.called[i] | classes_of(self.language, sentence.tokens[i]) for i in core)),
            subjects=frozenset().union(*(self.called[i] for i in bearers(sentence, verbs, costs))) or self.meant(verbs),
            own=tuple(c for i in self.measured(index, core, verbs) if (c := self.with_classes(i)) and not c & unit),
            kinds=frozenset().union(
                *(self.called[i] for i in below(sentence, index, "nmod", "compound") if self.is_plain_noun(i))
                if quantity
                else ()
            ),
            borne=borne(self.language, sentence, self.called, quantity.span) if quantity else frozenset(),
            things=tuple(t for t in self.things if not t & unit and not t & deeds),
            names=self.names,
            near=self.places(inside),
            countries=self.countries,
            beside=countries_at(doc, sorted(inside), sentence)
            | {name for i in inside for name in self.called[i] if is_country(name, self.week.knowledge)},
            doers=frozenset(code for verb in verbs if verb not in estimating for code in doers_of(doc, sentence, verb)),
            owners=owners,
            numbers=frozenset(
                float(q.value) for q in quantities_in(doc, sentence.span) if index_of(sentence, q.span) in inside
            ),
            days=frozenset(d.value or "" for d in dates if len(d.value or "") == FINE),
            periods=frozenset(d.value or "" for d in dates if len(d.value or "") != FINE),
            wanting=frozenset(c.government for c in claims if isinstance(c, Statement) and c.stance in WANTING),
            mood=self.mood(verbs, deeds),
            denied=any(is_denied(doc, sentence, verb) for verb in verbs),
            of_others=any(sentence.tokens[i].form.lower() in words.parts for i in inside),
            updated=says(text, words.updated) or says(text, words.moved),
            growing=bool(deeds & (senses_of(self.language, words.growing) | {KILLED})),
            published=doc.article.published,
            around=self.around,
        )

    def predicated(self, index: int) -> set[int]:
        """What is said of a noun by its number: `the lorries were 43 since May`."""
        over = self.sentence.tokens[index].head
        if over < 0 or not below(self.sentence, over, "cop") or not self.sentence.tokens[index].deprel.startswith("nsubj"):
            return set()
        return {over, *below(self.sentence, over, "nmod", "obl")}

    def meant(self, verbs: Sequence[int]) -> Alternatives:
        """Of a verb without a noun as its subject: that of the verb which it is joined to, or of the sentence before."""
        tokens, before = self.sentence.tokens, self.key[1] - 1
        joined = [tokens[verb].head for verb in verbs if tokens[verb].deprel == "conj"]
        found = frozenset().union(*(self.called[i] for head in joined for i in below(self.sentence, head, "nsubj")))
        pronouns = any(tokens[i].upos == "PRON" for verb in verbs for i in below(self.sentence, verb, "nsubj"))
        if found or not pronouns or before < 0:
            return found
        sentence = self.doc.sentences[before]
        if sentence.kind != "body" or sentence.paragraph != self.sentence.paragraph:
            return found
        roots = [i for i, token in enumerate(sentence.tokens) if token.deprel == "nsubj" and token.upos == "NOUN"]
        return alternatives(self.week, self.doc, sentence, roots[0]) if len(roots) == 1 else found

    def with_classes(self, index: int) -> Alternatives:
        """What a noun may be called, and the class of what changes: `subida`, `increase`."""
        called = self.called[index]
        return called | (classes_of(self.language, self.sentence.tokens[index]) & {RISE, LESSEN}) if called else called

    def places(self, inside: Collection[int]) -> frozenset[str]:
        """The names in a clause that are not of people."""
        people = [m.span for m in self.doc.mentions if self.doc.actors[m.actor].kind == "person"]
        tokens = self.sentence.tokens
        kept = [i in inside and not any(span.contains(tokens[i].span) for span in people) for i in range(len(tokens))]
        kept = [keep and fold(t.form) not in self.people for keep, t in zip(kept, tokens, strict=True)]
        named = [names if keep else frozenset() for keep, names in zip(kept, self.called, strict=True)]
        return names_among(self.doc, self.sentence, named)

    def measured(self, index: int, core: Sequence[int], verbs: Sequence[int]) -> Iterator[int]:
        """The nouns that say what is measured: beside the number, its noun, or what the deed is done for or to."""
        tokens, words = self.sentence.tokens, load_words(self.language)
        waiting = [index, *core]
        for verb in verbs:
            for child in below(self.sentence, verb, "obj", "obl"):
                cases = [tokens[i].form.lower() for i in below(self.sentence, child, "case")]
                waiting += [child] if not cases or cases[0] in words.aimed else []
        seen: set[int] = set()
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += below(self.sentence, one, "nmod", "compound")
        yield from (i for i in sorted(seen) if self.is_plain_noun(i))

    def is_plain_noun(self, index: int) -> bool:
        """A noun that is no name, nor the word of a day or of who holds an office."""
        token, doc = self.sentence.tokens[index], self.doc
        taken = [*(m.span for m in doc.mentions), *(d.span for d in doc.dates)]
        return token.upos == "NOUN" and not any(span.contains(token.span) for span in taken)

    def mood(self, verbs: Sequence[int], deeds: Alternatives) -> Mood:
        """What was promised or approved is to come, and what `sending` or `to send` tells may be either."""
        if not verbs or PLEDGED in deeds:
            return "now"
        tokens = self.sentence.tokens
        loose = any(is_timeless(tokens[verb]) for verb in {verbs[0], verbs[-1]})
        words = load_words(self.language)
        valued = is_valued(self.language, tokens[verbs[0]])
        telling = tokens[verbs[-1]].lemma.lower() in words.saying
        return "now" if loose or valued or telling or tokens[verbs[-1]].upos == "NOUN" else self.mood_of(verbs[-1])

    def mood_of(self, verb: int) -> Mood:
        return mood_of(self.doc, self.sentence, verb)


def mood_of_day(mood: Mood, day: str, published: str | None) -> Mood:
    """What is told of a day to come is ahead, whatever its tense: `arrives on Monday`, `followed by trade on the 23rd`.

    `will meet on Thursday`, said on a Thursday, may be of a week later.
    """
    last, first = bounds(published)[1] if published else None, bounds(day)[0]
    if mood == "ahead" and last and first == last:
        return "now"
    return "ahead" if mood in {"now", "done"} and last and first and first > last else mood


@cache
def vague_names() -> frozenset[str]:
    """Things of which any may be meant, also a program or a service that has just been told of."""
    names = load_language("compare", "words")["vague_things"]
    senses = {dictionary().get((UNITS_IN, name.removesuffix("s"))) for name in names}
    return frozenset(f"concept:{name}" for name in names) | frozenset(sense for sense in senses if sense)


def names_among(doc: Doc, sentence: Sentence, called: Sequence[Alternatives]) -> frozenset[str]:
    """The names of people and places, not those of countries and their offices."""
    found: set[str] = set()
    for token, names in zip(sentence.tokens, called, strict=True):
        mention = next((m for m in doc.mentions if m.span.contains(token.span)), None)
        actor = doc.actors.get(mention.actor) if mention else None
        if mention is None and token.upos == "PROPN":
            found |= {name for name in names if ":" not in name and "~" not in name}
        elif actor and mention and (actor.kind == "person" or (mention.place and is_town(doc, mention))):
            found |= {name for name in names if name.islower()}
            found |= {f"place:{actor.country}"} if mention.place and actor.country else set()
    return frozenset(found)


def is_people(names: Alternatives) -> bool:
    """Whether a word is called by a country only: `Moldovan`."""
    return all(name.isupper() for name in names)


def things_among(doc: Doc, sentence: Sentence, called: Sequence[Alternatives]) -> tuple[Alternatives, ...]:
    """What the other words may be called: nouns, adjectives and verbs that are no names."""
    taken = [*(m.span for m in doc.mentions), *(d.span for d in doc.dates)]
    return tuple(
        names
        for token, names in zip(sentence.tokens, called, strict=True)
        if names and token.upos != "PROPN" and not any(span.contains(token.span) for span in taken) and not is_people(names)
    )


# ------------------------------------------------------------------ deeds that are counted as one


def alike_deeds(week: Week, doc: Doc, sentence: Sentence, verb: int) -> Alternatives:
    """The deed of a verb, and the class of those that a count or day does not tell apart: `seized`, `detained`, `held`."""
    language, token = doc.article.language, sentence.tokens[verb]
    beside = {*below(sentence, verb, "advmod", "compound"), min(verb + 1, len(sentence.tokens) - 1)}
    phrases = [f"{token.lemma.lower()} {sentence.tokens[i].form.lower()}" for i in sorted(beside)]
    phrased = frozenset().union(*(deed_classes().get((language, phrase), frozenset()) for phrase in phrases))
    return deeds_of(week, doc, sentence, verb) | classes_of(language, token) | phrased


def by_unit(told: Sequence[Matter]) -> Mapping[tuple[str, str], Sequence[Matter]]:
    """The matters of each article by their unit."""
    found: dict[tuple[str, str], list[Matter]] = {}
    for matter in told:
        for unit in matter.unit:
            found.setdefault((matter.key[0], unit), []).append(matter)
    return found


__all__ = ["DEAD", "LESSEN", "PEOPLE", "PRICED", "RISE", "Matter", "matters_of", "vague_names"]
