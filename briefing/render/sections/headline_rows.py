"""Whether a line stands rightly under its article's headline: an article may turn to another matter than it is headed by.

`Hydrogen fund to start in 2027` under `A collision tests the thaw`, both of one article, reads as of the collision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from briefing.knowledge import load_knowledge, load_language
from briefing.knowledge.inflect import plural_key
from briefing.model import BriefArticle, Evidence, Language, Position

STEM = 5
"""Letters by which two words are the same: `exports`, `exporters`."""
LONG_STEM = 7
"""Letters by which a word is that of an act or office: fewer would take `previsible` for `prever`."""
SHORTEST = 3
"""Letters of a word that names something: `gas`."""
SAID_OF_ALL = ("speech", "reporting", "wish", "modal")
"""Kinds of acts that headlines of every matter tell: `says`, `asks`, `wants`."""


def is_of_its_headline(position: Position, article: BriefArticle, *, noted: bool = True) -> bool:
    """Whether the line has a matter or a word of the headline; `noted`, or the sentence of its note that stands before it."""
    if {*position.concepts} & {*article.matters}:
        return True
    lines = [one for one in position.evidence if one.article == article.id]
    told = [*lines, *(_noted_before(position, lines, article) if noted else [])]
    stems = {stem for one in told for stem in telling_stems(one.text, article.language)}
    return bool(stems & telling_stems(article.title or "", article.language))


def _noted_before(position: Position, lines: Sequence[Evidence], article: BriefArticle) -> list[Evidence]:
    first = min((one.start for one in lines), default=0)
    notes = [e for told in position.context.values() for e in told if e.article == article.id and e.start < first]
    notes = [e for e in notes if e.text.strip() != (article.title or "").strip()]
    return sorted(notes, key=lambda one: one.start)[-1:]


def telling_stems(words: str, language: Language) -> set[str]:
    """Those of a line that tell of what it is: no office, no country, no saying, nothing that every line has."""
    known = common_stems(language)
    plain = long_names(language).sub(" ", words)
    found = (word.casefold() for word in re.findall(r"[^\W\d_]+", plain) if len(word) >= SHORTEST)
    return {word[:STEM] for word in found if word not in known and _kin(word, language) not in known}


@cache
def common_stems(language: Language) -> frozenset[str]:
    """Function words, countries and capitals whole, and the stems of offices and acts of saying."""
    knowledge = load_knowledge()
    offices = (form for role in knowledge.roles.values() for form in role.forms.get(language, ()) if " " not in form)
    said = (act for act in knowledge.acts.values() if act.kind in SAID_OF_ALL)
    acts = (form.lemma for act in said for form in act.forms.get(language, ()))
    countries = (name.casefold() for name in _countries(language) if " " not in name)  # `puerto` is no `puertorriqueño`
    stems = (_kin(word, language) for words in (offices, acts) for word in _words(words))
    return frozenset({*_function_words(language), *countries, *stems})


@cache
def long_names(language: Language) -> re.Pattern[str]:
    """Countries and capitals of several words, in which `port` and `coast` tell of none: `Port Moresby`, `Ivory Coast`."""
    names = sorted({name for name in _countries(language) if " " in name}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _function_words(language: Language) -> Iterable[str]:
    return str(load_language("ingest", language)["function_words"]).split()


def _countries(language: Language) -> Iterable[str]:
    for actor in load_knowledge().actors.values():
        if actor.kind == "country":
            yield from (*actor.names.get(language, ()), *actor.demonyms.get(language, ()), actor.capital.get(language, ""))


def _words(names: Iterable[str]) -> Iterable[str]:
    return (word.casefold() for name in names for word in re.findall(r"[^\W\d_]+", name) if len(word) >= SHORTEST)


def _kin(word: str, language: Language) -> str:
    """`asks` as `ask`, `ministers` as `minister`, but no `inspectors` as `inspect`."""
    return plural_key(word, language)[:LONG_STEM]
