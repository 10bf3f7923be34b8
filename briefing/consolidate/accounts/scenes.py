"""Who does what a verb tells, and the scene of it: the days, places and people that a sentence and those before it name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.consolidate.people import fold
from briefing.consolidate.sentences import NOUNS, above, below, dates_in, is_verb, load_words, sense_of
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.values.governors import antecedents
from briefing.knowledge import load_language
from briefing.model import Doc, Mention, Sentence, Token

LONG_NAME = 4
"""Letters from which on a name says who it is."""
FINE = 10
"""Characters of a date that names a day."""
PROSE = frozenset({"body", "question"})
"""Kinds of sentences that name what one talks of."""
ALIKE = 3
"""Letters with which the names of one place begin in every language."""
MEETING = "deed:meet"
WITHIN = ("amod", "nmod", "compound", "appos", "flat", "conj")
"""Relations of the words that say more of who it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The days and places that are named, and whether somebody met."""

    days: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    met: bool = False

    def touches(self, other: Scene) -> bool:
        return bool(
            self.days & other.days or self.places & other.places or (self.met and other.met and not self.is_apart(other))
        )

    def is_apart(self, other: Scene) -> bool:
        """Each names days, or places that a language cannot spell otherwise, and none of them is the other's."""
        days = bool(self.days and other.days and not self.days & other.days)
        return days or are_other_places(self.places, other.places)


def are_other_places(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right) and not any(is_one_place(a, b) for a in left for b in right)


def is_one_place(left: str, right: str) -> bool:
    """The same, or spelled by another language: `cotonou`, `cotonu`; a place of a country may be any that is not known."""
    known = left.startswith("place:"), right.startswith("place:")
    return left == right or known[0] != known[1] or (not any(known) and left[:ALIKE] == right[:ALIKE])


def scene_of(doc: Doc, sentence: Sentence) -> Scene:
    """What one sentence names."""
    language = doc.article.language
    met = any(t.upos == "NOUN" and MEETING in classes_of(language, t) for t in sentence.tokens)
    days = frozenset(d.value for d in dates_in(doc, sentence.span) if d.value and len(d.value) == FINE)
    return Scene(days=days, places=places_in(doc, sentence, range(len(sentence.tokens))), met=met)


def scene_around(doc: Doc, number: int, before: int) -> Scene:
    """What a sentence names, with those of prose before it, so many."""
    scenes = [scene_of(doc, s) for s in doc.sentences[max(0, number - before) : number + 1] if s.kind in PROSE]
    return Scene(
        days=frozenset().union(*(one.days for one in scenes)),
        places=frozenset().union(*(one.places for one in scenes)),
        met=any(one.met for one in scenes),
    )


def places_in(doc: Doc, sentence: Sentence, indexes: Sequence[int]) -> frozenset[str]:
    """The places among words: a known one by its country, since every language spells it in its own way; others as spelled."""
    tokens, prepositions = sentence.tokens, load_language("compare", "words")["placing"][doc.article.language]
    found: set[str] = set()
    for index in indexes:
        mention = mention_at(doc, tokens[index])
        if mention and mention.place:
            found.add(f"place:{mention.actor}")
        elif mention is None and tokens[index].upos == "PROPN":
            cases = {tokens[i].form.lower() for i in below(sentence, index, "case")}
            found |= {fold(tokens[index].form)} if cases & {*prepositions} else set()
    return frozenset(found)


def mention_at(doc: Doc, token: Token) -> Mention | None:
    return next((m for m in doc.mentions if m.span.overlaps(token.span)), None)


# ------------------------------------------------------------------ who does it


def phrase_of(sentence: Sentence, heads: Sequence[int], verb: int, relations: Sequence[str] = WITHIN) -> list[int]:
    """Some words with all that says who they are, up to a semicolon."""
    waiting, seen = list(heads), set[int]()
    while waiting:
        one = waiting.pop()
        if one not in seen and one != verb:
            seen.add(one)
            waiting += [i for i in below(sentence, one, *relations) if not is_cut(sentence, one, i)]
    return sorted(seen)


def is_cut(sentence: Sentence, one: int, other: int) -> bool:
    return any(sentence.tokens[i].form == ";" for i in range(min(one, other), max(one, other)))


def subject_of(sentence: Sentence, verb: int) -> list[int]:
    """The words of a verb's subject, by whom it is done, or of that of the verb to which it is joined or which governs it."""
    return phrase_of(sentence, list(subject_heads(sentence, verb)), verb)


def subject_heads(sentence: Sentence, verb: int) -> Sequence[int]:
    tokens = sentence.tokens
    for one in (verb, *above(sentence, verb)):
        passive = [i for i in below(sentence, one, "obl") if tokens[i].deprel == "obl:agent"]
        heads = passive or below(sentence, one, "nsubj")
        if heads and all(tokens[i].upos == "PRON" and tokens[i].feat("PronType") != "Prs" for i in heads):
            return antecedents(sentence, one) or heads  # `quien`, `which`
        if heads:
            return heads
        inherits = tokens[one].deprel.split(":")[0] == "conj" or not tokens[one].feat("Person")
        if not (is_verb(tokens[one]) and inherits and tokens[one].deprel.split(":")[0] in {"conj", "xcomp", "ccomp"}):
            return antecedents(sentence, one)
    return ()


def is_first_person(sentence: Sentence, verb: int) -> bool:
    """`I took part`, `recibimos`: whoever speaks."""
    tokens = sentence.tokens
    subjects = below(sentence, verb, "nsubj")
    said = [tokens[i] for i in (*subjects, verb, *below(sentence, verb, "aux"))]
    return any(t.feat("Person") == "1" for t in said) and all(tokens[i].upos == "PRON" for i in subjects)


def speaker_names(doc: Doc, sentence: Sentence, index: int) -> frozenset[str]:
    """The names of who speaks the words that a token is of."""
    spoken = [
        q.speaker for q in doc.quotes if q.speaker and q.kind != "indirect" and q.content.contains(sentence.tokens[index].span)
    ]
    words = [word.strip(",.;:()\"'*") for span in spoken for word in span.of(doc.article.text).split()]
    return frozenset(fold(word) for word in words if word[:1].isupper() and len(word) >= LONG_NAME)


def names_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[str]:
    """The names of people among words; not those of countries, nor of offices or what they are for: `Defence Minister`,
    `ministro de Trabajo`."""
    titles = {word for actor in doc.actors.values() for word in (actor.role_words or "").lower().split()}
    states = [m.span for m in doc.mentions if doc.actors[m.actor].kind != "person"]
    tokens = [sentence.tokens[i] for i in who if sentence.tokens[i].upos == "PROPN" and not is_of_something(sentence, i)]
    named = [t for t in tokens if len(t.form) >= LONG_NAME and not any(s.overlaps(t.span) for s in states)]
    return frozenset(fold(t.form) for t in named if t.form.lower() not in titles)


def is_of_something(sentence: Sentence, index: int) -> bool:
    """Whether a name, or the one that it is part of, stands behind a preposition as what a noun is of."""
    tokens, one = sentence.tokens, index
    while tokens[one].deprel.split(":")[0] in {"flat", "conj", "compound"} and tokens[tokens[one].head].upos == "PROPN":
        one = tokens[one].head
    return tokens[one].deprel.split(":")[0] in {"nmod", "conj"} and (
        one != index
        or bool(below(sentence, one, "case"))
        or (tokens[one].deprel == "conj" and tokens[tokens[one].head].upos == "NOUN")
    )


def nouns_of(doc: Doc, sentence: Sentence, who: Sequence[int]) -> frozenset[str]:
    """The senses of nouns among words; the field of an office has one in all languages: `labour`, `Trabajo`."""
    language, offices = doc.article.language, load_language("compare", "words")["offices_alike"]
    nouns = [sentence.tokens[i] for i in who if sentence.tokens[i].upos in NOUNS]
    fields = {f"office:{n}" for n, row in enumerate(offices) if any(t.form.lower() in row[language] for t in nouns)}
    return frozenset(fields | {sense_of(language, token) for token in nouns})


def is_negative(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`no date`, `ninguna empresa`, `plazo alguno`."""
    negations = load_words(doc.article.language).negations
    return any(sentence.tokens[i].form.lower() in negations for i in below(sentence, index, "det", "advmod"))


__all__ = [
    "Scene",
    "is_first_person",
    "is_negative",
    "names_of",
    "nouns_of",
    "phrase_of",
    "places_in",
    "scene_around",
    "scene_of",
    "speaker_names",
    "subject_of",
]
