"""The actors' grammar of one language (`languages/actors/<language>.yaml`), typed."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.knowledge import load_grammar, load_language
from briefing.model import Language
from briefing.model.letters import LOWER
from briefing.structure import Plain

PIECE = re.compile(rf"[^\W_]{{2,}}(?:['’][{LOWER}]{{3,}}(?!\w))?|[^\W_]|[^\w\s]|_")
"""A piece is a run of letters and digits, or one mark: finer than any tokenizer, so that forms match whatever it does."""

Gender = str
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What the rules ask of a language.  Words are keys (`key_of`); a phrase is a tuple of them."""

    language: Language
    of: frozenset[str]
    links: tuple[Keys, ...]
    link_to_country: frozenset[str]
    states: tuple[Keys, ...]
    articles: frozenset[str]
    indefinite: frozenset[str]
    genders: Mapping[str, Gender]
    definite: frozenset[str]
    joiners: frozenset[str]
    possessives: tuple[Keys, ...]
    possessive_pronouns: frozenset[str]
    country_before: bool
    head_last: bool
    former: tuple[Keys, ...]
    former_prefix: tuple[str, ...]
    before_title: tuple[Keys, ...]
    behind_title: tuple[Keys, ...]
    deputies: frozenset[str]
    asked_for: frozenset[str]
    facing: tuple[Keys, ...]
    body_adjectives: frozenset[str]
    particles: frozenset[str]
    led_by: tuple[Keys, ...]
    leading: frozenset[str]
    owners: Mapping[str, Gender]
    companions: tuple[Keys, ...]
    who: frozenset[str]
    appointing: frozenset[str]
    apposition: tuple[Keys, ...]
    place_prepositions: frozenset[str]
    towards: frozenset[str]
    dealing: frozenset[str]
    motion: frozenset[str]
    awaited: frozenset[str]
    returning: frozenset[str]
    place_nouns: frozenset[str]
    bodies: Mapping[str, str]
    not_names: frozenset[str]
    hyphen_words: frozenset[str]
    replying: frozenset[str]
    mutual: frozenset[str]
    federal: frozenset[str]
    colleagues: frozenset[str]
    close_ones: frozenset[str]
    conveying: frozenset[str]
    feelings: frozenset[str]
    governments: frozenset[str]
    sides: frozenset[str]
    siding: tuple[Keys, ...]
    siding_with: tuple[Keys, ...]
    teams: frozenset[str]
    composing: tuple[Keys, ...]


def key_of(form: str) -> str:
    """How a word is looked up: its case and the shape of its apostrophes do not count.

    >>> key_of("D’Affaires")
    "d'affaires"
    """
    return form.casefold().replace("’", "'").replace("‘", "'")


def keys_of(phrase: str) -> Keys:
    """The keys of a phrase's pieces.

    >>> keys_of("EE. UU.")
    ('ee', '.', 'uu', '.')
    """
    return tuple(PIECE.findall(key_of(phrase)))


@functools.cache
def load_actor_grammar(language: Language) -> Grammar:
    """The grammar of a language; raises KnowledgeError where the language has none."""
    data, general = load_language("actors", language), load_grammar(language)
    return Grammar(
        language=language,
        of=_words(data["of"]),
        links=_phrases(data["links"]),
        link_to_country=_words(data["link_to_country"]),
        states=_phrases(data["states"]),
        articles=_words(general["articles"]),
        indefinite=_words(general["indefinite_articles"]),
        genders={key_of(word): gender for gender, words in data["determiners"].items() for word in words},
        definite=_words(general["definite"]),
        joiners=_words(data["joiners"]),
        possessives=_phrases(data["possessive"]),
        possessive_pronouns=_words(general["third_person_possessives"]),
        country_before=data["country_before"] == "true",
        head_last=data["head"] == "last",
        former=_phrases([*data["former"], *data["former_prefix"]]),
        former_prefix=tuple(data["former_prefix"]),
        before_title=_phrases(data["before_title"]),
        behind_title=_phrases(data["behind_title"]),
        deputies=frozenset(data["deputies"]),
        asked_for=_words(data["asked_for"]),
        facing=_phrases(data["facing"]),
        body_adjectives=_words(data["body_adjectives"]),
        particles=_words(data["particles"]),
        led_by=_phrases(data["led_by"]),
        leading=_words(data["leading"]),
        owners={key_of(word): gender for gender, words in data["owners"].items() for word in words},
        companions=_phrases(data["companions"]),
        who=_words(data["who"]),
        appointing=_words(data["appointing"]),
        apposition=_phrases(data["apposition"]),
        place_prepositions=_words(data["place_prepositions"]),
        towards=_words(data["towards"]),
        dealing=_words(data["dealing"]),
        motion=_words(data["motion"]),
        awaited=_words(data["awaited"]),
        returning=_words(data["returning"]),
        place_nouns=_words(data["place_nouns"]),
        bodies={key_of(word): branch for branch, words in data["bodies"].items() for word in words},
        not_names=_words(data["not_names"]),
        hyphen_words=_words(data["hyphen_words"]),
        replying=_words(data["replying"]),
        mutual=_words(data["mutual"]),
        federal=_words(data["federal"]),
        colleagues=_words(data["colleagues"]),
        close_ones=_words(data["close_ones"]),
        conveying=_words(data["conveying"]),
        feelings=_words(data["feelings"]),
        governments=_words(data["governments"]),
        sides=_words(data["sides"]),
        siding=_phrases(data["siding"]),
        siding_with=_phrases(data["siding_with"]),
        teams=_words(data["teams"]),
        composing=_phrases(data["composing"]),
    )


def _words(words: Plain) -> frozenset[str]:
    return frozenset(key_of(word) for word in words)


def _phrases(phrases: Plain) -> tuple[Keys, ...]:
    return tuple(sorted((keys_of(phrase) for phrase in phrases), key=lambda keys: (-len(keys), keys)))
