"""Who came and who did not.

`attended by the governor`, `the governor did not travel to Vientiane`; `met the minister, together with the governor`, `the
governor was that day in Hanoi`: one article has it so and another not so, of the same person, or the same office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.scenes import (
    LONG_NAME,
    MEETING,
    Scene,
    are_other_places,
    is_first_person,
    is_negative,
    names_of,
    nouns_of,
    phrase_of,
    places_in,
    scene_around,
    speaker_names,
    subject_of,
)
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.people import fold, persons_of
from briefing.consolidate.sentences import NOUNS, below, bodies, claim_at, countries_at, is_ahead, is_verb, says
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence
from briefing.model.marks import MATTER

AROUND = 2
"""Sentences before one in which the talk is named that it tells of."""
NAMED = ("nmod", "appos", "flat", "compound")
"""Relations of the words that name who holds an office."""
LISTED_BEHIND = 4
"""Words from a verb on among which its delegation may stand: `did not figure in the delegation`."""
NEXT = len("his ")
"""Letters that may stand between `instead of` and the name."""
SPELLED = 5
"""Letters with which a word of who came begins in both languages."""
LEAST_OFFICE = 2
"""Words of an office that two articles have in common: `labour ministers`, `ministro de Trabajo`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Whether somebody was there: `names` and `nouns` say who; `nobody`: nobody of the kind was; `own` is the verb's scene;
    `body`: all words of who was there, or of what sent nobody."""

    key: SentenceKey
    names: frozenset[str]
    nouns: frozenset[str]
    scene: Scene
    own: Scene
    countries: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    denied: bool = False
    nobody: bool = False
    ahead: bool = False
    body: frozenset[str] = frozenset()
    sent_nobody: bool = False


def presence_differences(week: Week) -> Iterator[Difference]:
    """Each denial with the first telling of another article that it contradicts."""
    told = [one for key, sentence in bodies(week) for one in presences(week, key, sentence)]
    for denial in (one for one in told if one.denied):
        first = next((one for one in told if not one.denied and contradicts(denial, one)), None)
        if first:
            sides = {"affirmed": [claim_at(week, first.key)], "denied": [claim_at(week, denial.key)]}
            yield Difference((), "account", sides, "came_or_not", frozenset({f"{MATTER}attend"}))


def contradicts(denial: Presence, one: Presence) -> bool:
    """The same person, or the same office, and something in common that says which talk it was."""
    if denial.key[0] == one.key[0] or denial.ahead != one.ahead or not denial.scene.touches(one.scene):
        return False
    if denial.own.is_apart(one.own) or (denial.away and not are_other_places(denial.away, one.own.places)):
        return False
    if denial.names & one.names:
        return True
    if denial.sent_nobody:
        return len(denial.body) >= LEAST_OFFICE and denial.body <= one.body
    least = 1 if denial.nobody else LEAST_OFFICE
    apart = denial.countries and one.countries and not denial.countries & one.countries
    return not apart and len(denial.nouns & one.nouns) >= least


def presences(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Presence]:
    doc = week.docs[key[0]]
    for index in range(len(sentence.tokens)):
        for one in (coming(doc, key, sentence, index), being_away(doc, key, sentence, index)):
            yield from [one] if one else []
        yield from company(doc, key, sentence, index)
        yield from sending_nobody(doc, key, sentence, index)
        yield from represented(doc, key, sentence, index)
    yield from replaced(doc, key, sentence)


def coming(doc: Doc, key: SentenceKey, sentence: Sentence, verb: int) -> Presence | None:
    """`was attended by the ministers`, `the company took part`, `the governor did not travel`, `was not in the room`."""
    language, token = doc.article.language, sentence.tokens[verb]
    denied = is_denied(doc, sentence, verb)
    listed = is_listed(doc, sentence, verb)
    is_coming = (
        bool(listed)
        or is_attending(doc, sentence, verb)
        or (denied and (is_going(doc, sentence, verb) or is_at(doc, sentence, verb)))
    )
    if not is_coming or (token.feat("VerbForm") in {"Inf", "Ger"} and not denied):
        return None
    subject = [] if listed == "including" else subject_of(sentence, verb)
    who = subject or phrase_of(sentence, below(sentence, verb, "obj"), verb)  # `no asistió ninguna empresa`
    names, nouns = names_of(doc, sentence, who), nouns_of(doc, sentence, who)
    names -= frozenset().union(*replaced_names(doc, sentence))
    if is_first_person(sentence, verb):
        names |= speaker_names(doc, sentence, verb)
    elif denied and nouns and not names:
        names = named_before(doc, key[1], who, sentence)
    elif denied and not names:
        names = names_of(doc, sentence, teller_of_himself(sentence, verb))
    if not names and not nouns:
        return None
    return Presence(
        key=key,
        names=names,
        nouns=nouns,
        scene=scene_around(doc, key[1], AROUND if denied and not is_spoken(doc, sentence, verb) else key[1]),
        own=own_scene(doc, sentence, verb),
        countries=frozenset() if len(people_among(doc, sentence, who)) > 1 else countries_at(doc, who, sentence),
        body=words_of(doc, sentence, who),
        denied=denied,
        nobody=any(is_negative(doc, sentence, i) for i in who),
        ahead=is_ahead(sentence, verb, language),
    )


def people_among(doc: Doc, sentence: Sentence, who: Sequence[int]) -> list[int]:
    """The offices that are joined to each other: `the fisheries secretary and Peru's ambassador`."""
    return [i for i in who if sentence.tokens[i].upos in NOUNS and (below(sentence, i, "cc") or below(sentence, i, "conj"))]


def words_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[str]:
    """The first letters of words, alike in both languages: `European Commission`, `comisaria europea`."""
    plain = (fold(sentence.tokens[i].form) for i in who if sentence.tokens[i].upos in NOUNS | {"ADJ"})
    return frozenset(word.replace("mm", "m")[:SPELLED] for word in plain if len(word) >= LONG_NAME)


def represented(doc: Doc, key: SentenceKey, sentence: Sentence, verb: int) -> Iterator[Presence]:
    """`was represented by its director`, who came; of a person, also that he himself did not; `was not represented`."""
    tokens, words = sentence.tokens, load_language("compare", "words")["representing"][doc.article.language]
    if tokens[verb].lemma.lower() not in words or not any(tokens[i].deprel == "aux:pass" for i in below(sentence, verb)):
        return
    by = [i for i in below(sentence, verb, "obl") if tokens[i].deprel == "obl:agent"]
    heads = below(sentence, verb, "nsubj") or below(sentence, tokens[verb].head, "nsubj")
    whose, denied = phrase_of(sentence, heads, verb), is_denied(doc, sentence, verb)
    scene, ahead = scene_around(doc, key[1], AROUND), is_ahead(sentence, verb, doc.article.language)
    told = Presence(key=key, names=frozenset(), nouns=frozenset(), scene=scene, own=own_scene(doc, sentence, verb), ahead=ahead)
    if denied and not by:
        yield replace(told, body=words_of(doc, sentence, whose), denied=True, sent_nobody=True)
    elif by and not denied:
        sent = with_their_mentions(doc, sentence, phrase_of(sentence, by, verb))
        yield replace(told, names=names_of(doc, sentence, sent) - names_of(doc, sentence, whose))
        if names := names_of(doc, sentence, with_their_mentions(doc, sentence, whose)) & persons_of(doc):
            yield replace(told, names=names, denied=True)


def sending_nobody(doc: Doc, key: SentenceKey, sentence: Sentence, verb: int) -> Iterator[Presence]:
    """`The Commission did not send anyone to the ceremony`, `no envió a ningún representante`."""
    rows, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    sent = [i for i in below(sentence, verb, "obj") if tokens[i].lemma.lower() in rows["anybody"][language]]
    if sent and tokens[verb].lemma.lower() in rows["sending_people"][language] and is_denied(doc, sentence, verb):
        scene, whose = scene_around(doc, key[1], AROUND), phrase_of(sentence, below(sentence, verb, "nsubj"), verb)
        told = Presence(key=key, names=frozenset(), nouns=frozenset(), scene=scene, own=own_scene(doc, sentence, verb))
        yield replace(told, body=words_of(doc, sentence, whose), denied=True, sent_nobody=True)


def teller_of_himself(sentence: Sentence, verb: int) -> list[int]:
    """`Weber said that he had not taken part`: who says so, where a pronoun alone takes part."""
    tokens, over = sentence.tokens, sentence.tokens[verb].head
    bare = [i for i in below(sentence, verb, "nsubj") if tokens[i].upos == "PRON"]
    if tokens[verb].deprel != "ccomp" or over < 0 or (below(sentence, verb, "nsubj") and not bare):
        return []
    return subject_of(sentence, over)


def is_spoken(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """In an interview the talk is named long before."""
    return any(q.kind == "direct" and q.content.contains(sentence.tokens[verb].span) for q in doc.quotes)


def own_scene(doc: Doc, sentence: Sentence, verb: int) -> Scene:
    """The days and places that hang on a verb."""
    inside = phrase_of(sentence, below(sentence, verb, "obl", "obj"), verb)
    beside = [i for i in inside if sentence.tokens[i].upos in NOUNS | {"NUM"}]
    days = [d.value for d in doc.dates if d.value and any(d.span.overlaps(sentence.tokens[i].span) for i in beside)]
    return Scene(days=frozenset(day for day in days if len(day) == len("2026-03-01")), places=places_in(doc, sentence, beside))


def is_attending(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`attended`, `took part`, `will be part of`, `was with us`."""
    words, token = load_language("compare", "words"), sentence.tokens[verb]
    language = doc.article.language
    if is_with_us(doc, sentence, verb):
        return True
    if is_verb(token) and token.lemma.lower() in words["attending"][language]:
        return True
    parts = [
        i for i in (verb, *below(sentence, verb, "obj")) if sentence.tokens[i].lemma.lower() in words["part_taken"][language]
    ]
    taking = token.lemma.lower() in words["taking"][language] or bool(below(sentence, verb, "cop"))
    return bool(parts) and taking


def is_with_us(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`The Minister was with us all day`, `estuvo con nosotros`."""
    words, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    verbal = tokens[index].lemma.lower() in words["being_at"][language]
    there = below(sentence, index, "obl") if verbal else [index] if below(sentence, index, "cop") else []
    us = [
        i for i in there if tokens[i].upos == "PRON" and tokens[i].feat("Person") == "1" and tokens[i].feat("Number") == "Plur"
    ]
    return any(tokens[c].form.lower() in words["beside_whom"][language] for i in us for c in below(sentence, i, "case"))


def is_listed(doc: Doc, sentence: Sentence, verb: int) -> str | None:
    """`in the delegation he did not figure`, `the delegation did not include him`: the row of the verb, where it is of one."""
    words, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    told = tokens[: verb + LISTED_BEHIND]
    if not is_verb(tokens[verb]) or not any(t.lemma.lower() in words["delegations"][language] for t in told):
        return None
    return next((row for row in ("listed", "including") if tokens[verb].lemma.lower() in words[row][language]), None)


def is_going(doc: Doc, sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    return is_verb(token) and token.lemma.lower() in load_language("compare", "words")["travelling"][doc.article.language]


def is_at(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`was not in the room`, `no estaba en la sala`: of a room or a place, not of a mood or a state."""
    words, language = load_language("compare", "words"), doc.article.language
    verbal = sentence.tokens[index].lemma.lower() in words["being_at"][language]
    where = below(sentence, index, "obl") if verbal else [index] if below(sentence, index, "cop") else []
    placed = [
        i
        for i in where
        if {sentence.tokens[c].form.lower() for c in below(sentence, i, "case")} & {*words["placing"][language]}
    ]
    return any(sentence.tokens[i].lemma.lower() in words["rooms"][language] or places_in(doc, sentence, [i]) for i in placed)


def being_away(doc: Doc, key: SentenceKey, sentence: Sentence, index: int) -> Presence | None:
    """`was that day in Baghdad`, `se encontraba ese día en Bagdad`."""
    words, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    verbal = tokens[index].lemma.lower() in words["being_at"][language] and is_verb(tokens[index])
    if not (verbal or below(sentence, index, "cop")) or is_denied(doc, sentence, index):
        return None
    where = [*below(sentence, index, "obl"), *([] if verbal else [index])]
    away = places_in(doc, sentence, where) or unknown_places(doc, sentence, where)
    who = subject_of(sentence, index)
    names = names_of(doc, sentence, who)
    behind = sentence.span.of(doc.article.text)
    if not away or not names or not says(behind, words["that_day"][language]):
        return None
    scene = scene_around(doc, key[1], AROUND)
    return Presence(key=key, names=names, nouns=frozenset(), scene=scene, own=Scene(), away=away, denied=True, ahead=False)


def unknown_places(doc: Doc, sentence: Sentence, indexes: Sequence[int]) -> frozenset[str]:
    """`in Ventspils` that a tagger takes for a common noun: it has a capital behind `in`."""
    placing, tokens = load_language("compare", "words")["placing"][doc.article.language], sentence.tokens
    named = (i for i in indexes if i and tokens[i].upos == "NOUN" and tokens[i].form[:1].isupper())
    return frozenset(fold(tokens[i].form) for i in named if tokens[i - 1].form.lower() in placing)


def company(doc: Doc, key: SentenceKey, sentence: Sentence, verb: int) -> Iterator[Presence]:
    """`met Lebanon's minister, and the governor`, `acudirá acompañado por el gobernador`: those with whom one is."""
    language, token = doc.article.language, sentence.tokens[verb]
    words = load_language("compare", "words")
    received = token.lemma.lower() in words["receiving_people"][language]
    meets = is_verb(token) and (MEETING in classes_of(language, token) or received)
    accompanied = token.lemma.lower() in words["accompanied"][language]
    if not (meets or accompanied) or is_denied(doc, sentence, verb) or token.feat("VerbForm") in {"Inf", "Ger"}:
        return
    who = phrase_of(sentence, list(with_whom(doc, sentence, verb)), verb)
    names = names_of(doc, sentence, with_their_mentions(doc, sentence, who))
    if names:
        over = sentence.tokens[verb].head if accompanied else verb
        yield Presence(
            key=key,
            names=names,
            nouns=frozenset(),
            scene=scene_around(doc, key[1], key[1]),
            own=Scene(days=frozenset(), places=own_scene(doc, sentence, verb).places),
            ahead=is_ahead(sentence, max(over, 0), language) or is_ahead(sentence, verb, language),
        )


def replaced(doc: Doc, key: SentenceKey, sentence: Sentence) -> Iterator[Presence]:
    """`The envoy took part instead of Minister Weber`, `en lugar del ministro Weber`: of whom another took the place."""
    attended = any(is_attending(doc, sentence, i) for i in range(len(sentence.tokens)))
    for names in replaced_names(doc, sentence) if attended else ():
        scene = scene_around(doc, key[1], AROUND)
        yield Presence(key=key, names=names, nouns=frozenset(), scene=scene, own=scene, denied=True, ahead=False)


def replaced_names(doc: Doc, sentence: Sentence) -> Iterator[frozenset[str]]:
    """The names right behind `instead of`, of each who has one."""
    text = sentence.span.of(doc.article.text).lower()
    phrases = load_language("compare", "words")["in_place_of"][doc.article.language]
    ends = [found.end() + sentence.span.start for p in phrases for found in re.finditer(rf"\b{re.escape(p)} ", text)]
    for mention in (m for m in doc.mentions if any(0 <= m.span.start - end <= NEXT for end in ends)):
        covered = [i for i, token in enumerate(sentence.tokens) if mention.span.overlaps(token.span)]
        if names := names_of(doc, sentence, covered):
            yield names


def with_their_mentions(doc: Doc, sentence: Sentence, who: Sequence[int]) -> list[int]:
    """`the energy minister, Rita Soglo`: with her name, wherever a parser hangs it."""
    spans = [m.span for m in doc.mentions if any(m.span.overlaps(sentence.tokens[i].span) for i in who)]
    named = [i for i, token in enumerate(sentence.tokens) if any(span.overlaps(token.span) for span in spans)]
    return sorted({*who, *named})


def with_whom(doc: Doc, sentence: Sentence, verb: int) -> Iterator[int]:
    """The objects of a verb and what stands behind `with`, `together with`, `acompañado por`."""
    tokens, words = sentence.tokens, load_language("compare", "words")["beside_whom"][doc.article.language]
    yield from below(sentence, verb, "obj")
    for one in (verb, *below(sentence, verb, "advmod", "advcl", "acl", "amod")):
        for i in below(sentence, one, "obl", "nmod"):
            cases = {tokens[c].form.lower() for c in below(sentence, i, "case")}
            if cases & {*words} or tokens[i].deprel == "obl:agent":
                yield i


def named_before(doc: Doc, number: int, who: Sequence[int], sentence: Sentence) -> frozenset[str]:
    """`The governor will not attend`: as whom the last sentence that names one introduced him."""
    lemmas = {sentence.tokens[i].lemma.lower() for i in who if sentence.tokens[i].upos == "NOUN"}
    for before in reversed(doc.sentences[:number]):
        for index, token in enumerate(before.tokens):
            if token.upos == "NOUN" and token.lemma.lower() in lemmas:
                names = names_of(doc, before, phrase_of(before, [index], -1, NAMED))
                if names:
                    return names
    return frozenset()


__all__ = ["presence_differences"]
