"""Who came and who did not; what was told in a talk and what was not.

`attended by the governor`, `the governor did not travel to Vientiane`; `told her that it would go to court by May 10`, `had
given no date`: one article has it so and another not so, of the same person, or the same office, and the same talk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.consolidate.accounts import Difference
from briefing.consolidate.borne import classes_of
from briefing.consolidate.governors import antecedents
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import NOUNS, below, bodies, dates_in, is_ahead, is_verb, load_words, quote, sense_of
from briefing.consolidate.told_deeds import is_denied
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Sentence

AROUND = 2
"""Sentences before one in which the talk is named that it tells of."""
LEAST_OFFICE = 2
"""Words of an office that two articles have in common: `labour ministers`, `ministro de Trabajo`."""
LONG_NAME = 4
"""Letters from which on a name says who it is."""
MEETING = "deed:meet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Whether somebody was there, or told a day: `names` and `nouns` say who; `nobody`: nobody of the kind was."""

    key: SentenceKey
    told: str
    names: frozenset[str]
    nouns: frozenset[str]
    occasion: frozenset[str]
    denied: bool
    nobody: bool


def presence_differences(week: Week) -> Iterator[Difference]:
    """Each denial with the first telling of another article that it contradicts."""
    told = [one for key, sentence in bodies(week) for one in (*comings(week, key, sentence), *days_told(week, key, sentence))]
    for denial in (one for one in told if one.denied):
        first = next((one for one in told if not one.denied and contradicts(denial, one)), None)
        if first:
            sides = {"affirmed": [claim_of(week, first.key)], "denied": [claim_of(week, denial.key)]}
            yield Difference((), "account", sides, f"{denial.told}_or_not")


def contradicts(denial: Presence, one: Presence) -> bool:
    """The same person, or the same office, and something in common that says which talk it was."""
    if denial.told != one.told or denial.key[0] == one.key[0] or not denial.occasion & one.occasion:
        return False
    least = 1 if denial.nobody else LEAST_OFFICE
    return bool(denial.names & one.names) or (denial.told == "came" and len(denial.nouns & one.nouns) >= least)


def claim_of(week: Week, key: SentenceKey) -> Claim:
    doc = week.docs[key[0]]
    return Claim(evidence=quote(doc.article, doc.sentences[key[1]].span), sentence=key[1])


def comings(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Presence]:
    """`was attended by the ministers`, `the company took part`, `the governor did not travel`."""
    doc = week.docs[key[0]]
    words = load_language("compare", "words")
    came, went = words["attending"][doc.article.language], words["travelling"][doc.article.language]
    for verb, token in enumerate(sentence.tokens):
        denied = is_verb(token) and is_denied(doc, sentence, verb)
        if (
            not is_verb(token)
            or token.lemma.lower() not in (*came, *(went if denied else ()))
            or is_ahead(sentence, verb, doc.article.language)
        ):
            continue
        who = list(subject_of(sentence, verb))
        names, nouns = names_of(doc, sentence, who), nouns_of(doc, sentence, who)
        if names or nouns:
            nobody = any(is_negative(doc, sentence, i) for i in who)
            occasion = occasion_of(week, key, AROUND if denied else key[1])
            yield Presence(key=key, told="came", names=names, nouns=nouns, occasion=occasion, denied=denied, nobody=nobody)


def days_told(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Presence]:
    """`told her that it would open by December 12`, `had given no date`, `no deadline was mentioned`."""
    doc = week.docs[key[0]]
    words = load_language("compare", "words")
    language, tokens = doc.article.language, sentence.tokens
    for verb, token in enumerate(tokens):
        lemma = token.lemma.lower()
        telling = lemma in words["telling_somebody"][language] and any(
            tokens[i].deprel in {"iobj", "obj"} and tokens[i].upos in {"PRON", "PROPN"}
            for i in below(sentence, verb, "iobj", "obj")
        )
        unsaid = lemma in words["naming_a_day"][language] and any(
            tokens[i].lemma.lower() in words["days_named"][language]
            and (is_negative(doc, sentence, i) or is_denied(doc, sentence, verb))
            for i in below(sentence, verb, "obj", "nsubj")
        )
        dated = telling and any(d.span.start > token.span.start for d in dates_in(doc, sentence.span))
        names = names_of(doc, sentence, list(subject_of(sentence, verb)))
        if dated and not names:
            names = names_of(doc, sentence, [i for i in range(verb) if tokens[i].deprel.startswith("nsubj")])
        if (dated or unsaid) and names:
            yield Presence(
                key=key,
                told="day_told",
                names=names,
                nouns=frozenset(),
                occasion=frozenset(o for o in occasion_of(week, key, AROUND) if o[:1].isdigit()),
                denied=unsaid,
                nobody=False,
            )


def subject_of(sentence: Sentence, verb: int) -> Iterator[int]:
    """The words of a verb's subject, by whom it is done, or of that of the verb to which it is joined."""
    tokens = sentence.tokens
    passive = [i for i in below(sentence, verb, "obl") if tokens[i].deprel == "obl:agent"]
    heads = passive or below(sentence, verb, "nsubj")
    if heads and all(tokens[i].upos == "PRON" for i in heads):
        heads = antecedents(sentence, verb)
    if not heads and tokens[verb].deprel == "conj":
        heads = below(sentence, tokens[verb].head, "nsubj")
    waiting, seen = list(heads), set[int]()
    while waiting:
        one = waiting.pop()
        if one not in seen and one != verb:
            seen.add(one)
            waiting += below(sentence, one, "amod", "nmod", "compound", "appos", "flat", "conj")
    yield from sorted(seen)


def names_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[str]:
    """The names of people among words; not those of countries."""
    states = [m.span for m in doc.mentions if doc.actors[m.actor].kind != "person"]
    tokens = [sentence.tokens[i] for i in who if sentence.tokens[i].upos == "PROPN"]
    named = [t for t in tokens if len(t.form) >= LONG_NAME and not any(s.overlaps(t.span) for s in states)]
    return frozenset(fold(t.form) for t in named)


def nouns_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[str]:
    language = doc.article.language
    return frozenset(sense_of(language, sentence.tokens[i]) for i in who if sentence.tokens[i].upos in NOUNS)


def is_negative(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`no date`, `ninguna empresa`."""
    negations = load_words(doc.article.language).negations
    return any(sentence.tokens[i].form.lower() in negations for i in below(sentence, index, "det", "advmod"))


def occasion_of(week: Week, key: SentenceKey, before: int) -> frozenset[str]:
    """Days, places and that somebody met, in a sentence and so many before it."""
    doc, found = week.docs[key[0]], set[str]()
    for number in range(max(0, key[1] - before), key[1] + 1):
        sentence = doc.sentences[number]
        if sentence.kind == "body":
            found |= {d.value for d in dates_in(doc, sentence.span) if d.value}
            found |= {fold(m.span.of(doc.article.text)) for m in doc.mentions if m.place and sentence.span.contains(m.span)}
            found |= {MEETING for t in sentence.tokens if t.upos == "NOUN" and MEETING in classes_of(doc.article.language, t)}
    return frozenset(found)


__all__ = ["presence_differences"]
