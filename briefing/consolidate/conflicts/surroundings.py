"""What a sentence, and where it names little the one before it, says around its numbers and days."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefing.consolidate.accounts.scenes import is_first_person, speaker_names
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.counted_as import KILLED, alike, belonging, coins, dead
from briefing.consolidate.conflicts.named import names_among, things_among
from briefing.consolidate.conflicts.starts import held_nouns, mood_of_day
from briefing.consolidate.conflicts.tellings import (
    Alternatives,
    Mood,
    alternatives,
    called_in,
    clause_of,
    deeds_of,
    mood_of,
)
from briefing.consolidate.people import fold, persons_of
from briefing.consolidate.sentences import (
    NOUNS,
    above,
    below,
    countries_at,
    dates_in,
    doers_of,
    index_of,
    load_words,
    quantities_in,
    says,
    senses_of,
    sentence_before,
    verb_over,
)
from briefing.consolidate.values.borne import borne, classes_of, counted_names, deed_classes, is_put_at, phrases, verbs_of
from briefing.consolidate.values.counts import is_day_of_telling, unit_of_words
from briefing.consolidate.values.governors import (
    PRICED,
    antecedents,
    bearers,
    costs_of,
    is_lasting,
    stands_under,
    verbs_around,
    with_governors,
)
from briefing.consolidate.values.left_dead import is_left_dead
from briefing.consolidate.values.matters import Matter, names_of_works
from briefing.consolidate.values.ordinals import nth_of_its_kind, ordinals_of
from briefing.consolidate.values.outlays import is_outlay
from briefing.consolidate.values.scopes import firms, is_scoped, purposes
from briefing.consolidate.values.standings import is_condition, is_told_as, paces_of, standings_of, states_of
from briefing.consolidate.values.valued import LESSEN, RISE, is_estimating, is_valued, words_of_change
from briefing.consolidate.week import SentenceKey, Week, is_country
from briefing.knowledge import load_language
from briefing.model import Date, Doc, Language, Quantity, Sentence, Statement
from briefing.model.trees import is_present_participle

FINE = 10
"""Characters of a date that names a day."""
PROSE = frozenset({"body", "question"})
"""Kinds of sentences that a short one leans on."""
BARE = 4
"""Words of an answer that is no more than a number: `Costa: Seven.`"""
FEW_NAMES = 2
"""A sentence that names fewer countries and people leans on the one before it."""
AIMS = frozenset({"deed:sign"})
"""Classes of what one travels for, on the day itself: a meeting may follow the journey by a day."""
IN_FORCE = "deed:in_force"
"""The class of what an agreement does from its day on."""
PLEDGED = "deed:pledge"
"""The class of verbs by which something is promised, approved or agreed that is still to come."""
GOES = "deed:travel"
"""The class of being in a place on a day."""
WANTING = frozenset({"proposes", "offers", "demands", "requests", "rejects", "threatens"})
"""Stances of what is wanted: what two governments want are two amounts, not one amount told in two ways."""


class Around:
    """What a sentence, and where it names little the one before it, says around its numbers and days."""

    def __init__(self, week: Week, key: SentenceKey, sentence: Sentence) -> None:
        self.week, self.key, self.sentence = week, key, sentence
        self.doc = week.docs[key[0]]
        self.language: Language = self.doc.article.language
        self.called = called_in(week, self.doc, sentence)
        names, countries = names_among(self.doc, sentence, self.called), self.countries_of(sentence, self.called)
        things = things_among(self.doc, sentence, self.called)
        self.told, self.times, self.asked = self.told_in(sentence), self.times_in(sentence), frozenset[str]()
        number = sentence_before(self.doc, key[1])
        before = self.doc.sentences[number] if number is not None else None
        short = len(names) + len(countries) < FEW_NAMES or len(sentence.tokens) <= BARE
        if before is not None and short and before.kind in PROSE:
            called = called_in(week, self.doc, before)
            names |= names_among(self.doc, before, called)
            countries |= self.countries_of(before, called)
            things = (*things, *things_among(self.doc, before, called))
            self.asked = self.asked_in(before)
        self.people = persons_of(self.doc)
        self.around = frozenset(code for actor in self.doc.actors.values() if (code := actor.country))
        self.names, self.countries, self.things = names, countries, things

    def countries_of(self, sentence: Sentence, called: Sequence[Alternatives]) -> frozenset[str]:
        """The countries of who and what is named, also by an adjective: `Moldovan wine`."""
        peoples = {name for names in called for name in names if is_country(name, self.week.knowledge)}
        return countries_at(self.doc, range(len(sentence.tokens)), sentence) | peoples

    def told_in(self, sentence: Sentence) -> Alternatives:
        """The classes of all that a sentence says was or will be done."""
        return frozenset().union(*(classes_of(self.language, token) for token in sentence.tokens))

    def asked_in(self, question: Sentence) -> Alternatives:
        """`How much will it cost? – The engineers speak of 24 million`: what a number answers."""
        asks = load_language("compare", "words")["how_many"][self.language]
        asked = question.span.of(self.doc.article.text).rstrip().endswith("?") and any(
            token.form.lower() in asks for token in question.tokens
        )
        return self.told_in(question) if asked else frozenset()

    def times_in(self, sentence: Sentence) -> frozenset[str]:
        """The days, months and years of a sentence, whatever they hang on; not those on which somebody says it."""
        named = [d for d in dates_in(self.doc, sentence.span) if not is_day_of_telling(self.doc, sentence, d.span)]
        return frozenset(d.value or "" for d in named)

    def of_number(self, quantity: Quantity, index: int) -> Matter:
        tokens = self.sentence.tokens
        verbs = verbs_around(self.language, self.sentence, index)
        core = [i for i in list(above(self.sentence, index))[:3] if tokens[i].upos in NOUNS]
        unit = self.called[index] | {unit_of_words(self.language, quantity).partition("/")[0]} | alike(self.language, quantity)
        unit |= coins(self.language, self.sentence, quantity)
        modifiers = below(self.sentence, index, "amod", "nmod", "compound")
        unit |= belonging(self.language, tokens, index, modifiers)
        owners = countries_at(self.doc, modifiers, self.sentence)
        owners |= {name for i in modifiers for name in self.called[i] if is_country(name, self.week.knowledge)}
        unit |= dead(self.language, self.sentence, unit, verbs, index)
        matter = self.matter(verbs, index, core, quantity=quantity, unit=unit, owners=owners)
        forecast = stands_under(self.language, self.sentence, index, "forecasting")
        outlay = is_outlay(self.doc, self.sentence, index, verbs)
        return replace(
            matter,
            deeds=matter.deeds | ({PRICED} if outlay else frozenset()),
            proposed=not outlay and stands_under(self.language, self.sentence, index, "proposing"),
            condition=is_condition(self.language, self.doc.article.text[self.sentence.span.start : quantity.span.start]),
            forecast=forecast,
            standings=frozenset() if outlay else standings_of(self.language, self.sentence, index),
            states=states_of(self.language, self.sentence, index),
            remaining=is_told_as(self.language, self.sentence, index, "remaining"),
            removed=is_told_as(self.language, self.sentence, index, "removing"),
            paces=paces_of(self.sentence, quantity.span, self.doc.article.text),
            scoped=is_scoped(self.doc, self.sentence, quantity),
            purposes=purposes(self.language, self.sentence, self.called, (index, *verbs)),
            firms=firms(self.doc, self.sentence, verbs),
            works=self.works(matter.borne | ({PRICED} | matter.subjects if outlay else frozenset())),
        )

    def of_day(self, day: str, verb: int) -> Matter:
        verbs = with_governors(self.sentence, verb)
        phrased = IN_FORCE in alike_deeds(self.week, self.doc, self.sentence, verb)  # `takes effect`: no effect is taken
        core = [i for one in verbs for i in below(self.sentence, one, "nsubj", *(() if phrased else ("obj",)))]
        core += antecedents(self.sentence, verb)
        held = held_nouns(
            self.doc, self.sentence, verb
        )  # of `the signing of the protocol will take place` the protocol is signed
        holding = [i for i in core if i not in held]  # `the committee will hold its first meeting`
        core = [of for noun in held for of in below(self.sentence, noun, "nmod")] or holding if held else core
        gone = self.goes(verb)
        matter = self.matter(verbs, verb, [*core, verb] if gone else core, day=day)
        counted = (counted_names().get((self.language, self.sentence.tokens[i].lemma.lower()), frozenset()) for i in core)
        matter = replace(matter, core=matter.core.union(*counted))
        planned = self.planned(verb)
        mood = "ahead" if planned else mood_of_day(matter.mood, day, self.doc.article.published)
        told = frozenset().union(*(classes_of(self.language, self.sentence.tokens[i]) for i in held)) | gone
        deeds = frozenset() if held else matter.deeds  # `take place` begins nothing
        spoken = speaker_names(self.doc, self.sentence, verb) if is_first_person(self.sentence, verb) else frozenset()
        names = matter.names | (spoken & self.people)
        return replace(matter, deeds=deeds | planned | told | self.aims(verb), mood=mood, names=names)

    def goes(self, verb: int) -> Alternatives:
        """`I will be in Riga on May 4`, `estará en Riga el 4`: who is in a place has come there."""
        tokens = self.sentence.tokens
        placing = load_language("compare", "words")["placing"][self.language]
        cases = {tokens[i].form.lower() for i in below(self.sentence, verb, "case")}
        place = tokens[verb].upos == "PROPN" and bool(cases & {*placing}) and bool(below(self.sentence, verb, "cop"))
        return frozenset({GOES}) if place else frozenset()

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
        costs = costs_of(self.language, sentence, verbs)
        estimating = [verb for verb in verbs if is_estimating(self.language, sentence.tokens[verb])]
        deeds = self.deeds(verbs, index, quantity) | ({PRICED} if costs else frozenset())
        inside = {i for verb in verbs for i in clause_of(doc, sentence, verb)} or {index, *below(sentence, index)}
        inside |= self.predicated(index) | self.closed(verbs)
        dates = self.dates(inside)
        money = quantity is not None and quantity.kind == "currency"
        text = words_of_change(doc, sentence, index, core, totals=money)
        revised = load_language("compare", "words")["day_revised"][self.language]
        claims = self.week.by_sentence.get(self.key, ())
        heads = {*core, *(bearers(sentence, verbs, ()) if quantity else ())}  # `a first ferry will take 60 pilgrims`
        return Matter(
            key=self.key,
            quantity=quantity,
            unit=unit,
            day=day,
            deeds=deeds,
            core=frozenset().union(*(self.called[i] | classes_of(self.language, sentence.tokens[i]) for i in core)),
            subjects=self.subjects(verbs, costs) if not (quantity and self.asked) else frozenset(),
            own=tuple(c for i in self.measured(index, core, verbs) if (c := self.with_classes(i)) and not c & unit),
            kinds=frozenset().union(*(self.called[i] for i in self.modifiers(quantity, index, verbs))),
            borne=borne(self.language, sentence, self.called, quantity) if quantity else frozenset(),
            things=tuple(t for t in self.things if not t & unit and not t & deeds),
            names=self.names,
            near=self.places(inside),
            countries=self.countries,
            beside=countries_at(doc, sorted(inside), sentence)
            | {name for i in inside for name in self.called[i] if is_country(name, self.week.knowledge)},
            doers=frozenset(code for verb in verbs if verb not in estimating for code in doers_of(doc, sentence, verb)),
            owners=owners,
            numbers=self.numbers(inside),
            days=frozenset(d.value or "" for d in dates if len(d.value or "") == FINE),
            periods=frozenset(d.value or "" for d in dates if len(d.value or "") != FINE),
            wanting=frozenset(c.government for c in claims if isinstance(c, Statement) and c.stance in WANTING),
            mood=self.mood(verbs, deeds),
            denied=any(is_denied(doc, sentence, verb) for verb in verbs),
            of_others=any(sentence.tokens[i].form.lower() in words.parts for i in inside),
            updated=says(text, revised if day else words.updated) or says(text, words.moved),
            growing=bool(deeds & (senses_of(self.language, words.growing) | {KILLED})),
            published=doc.article.published,
            around=self.around,
            language=self.language,
            told=self.told,
            times=self.times,
            nth=nth_of_its_kind(self.language, sentence, {i for i, t in enumerate(sentence.tokens) if t.head in heads}),
            ordinals=ordinals_of(self.language, sentence),
            estimated=money and quantity is not None and is_put_at(self.language, sentence, quantity.span),
        )

    def deeds(self, verbs: Sequence[int], index: int, quantity: Quantity | None) -> Alternatives:
        """What the verbs tell, `left 14 dead` as a killing; of a number also what is asked for."""
        if quantity and is_left_dead(self.language, self.sentence, verbs, index):
            return frozenset({KILLED}) | self.asked
        told = frozenset().union(*(alike_deeds(self.week, self.doc, self.sentence, verb) for verb in verbs))
        return told | self.asked if quantity else told

    def dates(self, inside: set[int]) -> list[Date]:
        """The dates among some words, without the day on which they are told."""
        within = [d for d in dates_in(self.doc, self.sentence.span) if index_of(self.sentence, d.span) in inside]
        return [d for d in within if not is_day_of_telling(self.doc, self.sentence, d.span)]

    def numbers(self, inside: set[int]) -> frozenset[float]:
        told = quantities_in(self.doc, self.sentence.span)
        return frozenset(float(q.value) for q in told if index_of(self.sentence, q.span) in inside)

    def works(self, borne: Alternatives) -> Alternatives:
        """Of `the cost of the works`: what the article named before, of which one is meant."""
        if PRICED not in borne or borne.isdisjoint(names_of_works()):
            return frozenset()
        before = self.doc.sentences[: self.key[1]]
        named = (things_among(self.doc, one, called_in(self.week, self.doc, one)) for one in before)
        return frozenset().union(*(thing for things in named for thing in things))

    def modifiers(self, quantity: Quantity | None, index: int, verbs: Sequence[int]) -> list[int]:
        """The nouns of what is counted, `trucks of onions`; of a percentage, of what has it: `banana exports rose 4 %`."""
        if quantity is None:
            return []
        held = bearers(self.sentence, verbs, ()) if quantity.kind == "percent" else [index]
        of = [i for one in held for i in below(self.sentence, one, "nmod", "compound")]
        marked = [m.span for m in self.doc.mentions]
        capital = [i for i in of if not any(span.overlaps(self.sentence.tokens[i].span) for span in marked)]
        return [i for i in of if self.is_plain_noun(i)] if quantity.kind != "percent" else capital

    def predicated(self, index: int) -> set[int]:
        """What is said of a noun by its number: `the lorries were 43 since May`."""
        over = self.sentence.tokens[index].head
        if over < 0 or not below(self.sentence, over, "cop") or not self.sentence.tokens[index].deprel.startswith("nsubj"):
            return set()
        return {over, *below(self.sentence, over, "nmod", "obl")}

    def closed(self, verbs: Sequence[int]) -> set[int]:
        """Of `the crossing of Pisiga reopened after 20 hours of closure`: the clause in which stands what was closed."""
        over = (verb_over(self.sentence, i) for i in verbs if is_lasting(self.language, self.sentence.tokens[i]))
        return {i for verb in over if verb is not None for i in clause_of(self.doc, self.sentence, verb)}

    def subjects(self, verbs: Sequence[int], costs: Sequence[int]) -> Alternatives:
        return frozenset().union(*(self.called[i] for i in bearers(self.sentence, verbs, costs))) or self.meant(verbs)

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
        loose = any(is_present_participle(tokens[verb]) for verb in {verbs[0], verbs[-1]})
        words = load_words(self.language)
        valued = is_valued(self.language, tokens[verbs[0]])
        telling = tokens[verbs[-1]].lemma.lower() in words.saying
        return "now" if loose or valued or telling or tokens[verbs[-1]].upos == "NOUN" else self.mood_of(verbs[-1])

    def mood_of(self, verb: int) -> Mood:
        return mood_of(self.doc, self.sentence, verb)


def alike_deeds(week: Week, doc: Doc, sentence: Sentence, verb: int) -> Alternatives:
    """The deed of a verb, and the class of those that a count or day does not tell apart: `seized`, `detained`, `held`."""
    language, token = doc.article.language, sentence.tokens[verb]
    phrased = frozenset().union(*(deed_classes().get((language, phrase), frozenset()) for phrase in phrases(sentence, verb)))
    return deeds_of(week, doc, sentence, verb) | classes_of(language, token) | phrased


__all__ = ["Around"]
