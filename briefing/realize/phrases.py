"""Sentences of our own from a pattern of the language's data: places filled in, number chosen, words joined.

A pattern's `a|b` is the singular and the plural form; `{Noun}` is `{noun}` with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefing.edtf import is_open_ended
from briefing.knowledge import Knowledge
from briefing.model import Item, Language
from briefing.model.letters import capital, is_country_code
from briefing.model.marks import VOICE_ISSUER
from briefing.realize.edition import Edition, listed, source_name

_NO_NAME = re.compile(r"['’]s$|['’,;:]$")
"""What is written to a name without being part of it."""
_NUMBERED = re.compile(r"([\w’'-]+)\|([\w’'-]+)")


def fill(pattern: str, values: Mapping[str, str], edition: Edition, *, plural: bool = False) -> str:
    """A pattern with its values, as a sentence of the language."""
    chosen = number_of(pattern, plural)
    capitals = {name.capitalize(): capital(value) for name, value in values.items()}
    return capital(edition.localizer.normalize(chosen.format(**values, **capitals)))


def number_of(pattern: str, plural: bool) -> str:
    """A pattern with one of its `singular|plural` forms chosen."""
    return _NUMBERED.sub(lambda match: match[2 if plural else 1], pattern)


def attributed(sentence: str, item: Item, edition: Edition) -> str | None:
    """The sentence with `According to …` before it, where the item is told by others; None where they cannot be named.

    What is only reported, and by nobody that can be named, must not be said in our own voice.
    """
    if not item.attribution:
        return sentence if item.certainty == "asserted" else None
    language = item.evidence[0].language or edition.language
    source = listed(edition, [source_name(edition, name, language) for name in item.attribution])
    if source is None or item.certainty not in {"asserted", "reported"}:
        return None
    return attributed_to(official(source, item, edition), sentence, edition)


def official(source: str, item: Item, edition: Edition) -> str:
    """`an official document of Chad` for what a country's own document tells: a fact sheet speaks, and nobody was asked."""
    issued = VOICE_ISSUER in item.rules and len(item.attribution) == 1 and is_country_code(item.attribution[0])
    return edition.localizer.normalize(edition.grammar.official.format(source=source)) if issued else source


def before_a_quotation(label: str, issuer: str, edition: Edition) -> str:
    """`Boric said: `, `Chad said in an official document: ` before its words; nothing where nobody is named."""
    name, pattern = (label, edition.grammar.said) if label else (issuer, edition.grammar.said_officially)
    return number_of(pattern, is_plural([name], edition)).format(who=capital(name)) if name else ""


def attributed_to(source: str, sentence: str, edition: Edition, *, inside: bool = False) -> str:
    """`According to Clarín, …`; behind the sentence where it begins with the same name.

    `inside` words come from the middle of a sentence: their first letter is what it is.
    """
    if sentence.startswith(source):
        return fill(edition.grammar.attributed_behind, {"source": source, "sentence": sentence.rstrip(".")}, edition)
    words = sentence if inside else inside_sentence(sentence, edition)
    return fill(edition.grammar.attributed, {"source": source, "sentence": words}, edition)


def quoted_by(speaker: str, sentence: str, edition: Edition) -> str:
    """`Boric: We want …`: a speaker's words in the first person, without marks where they are not the original ones."""
    return edition.grammar.quoted.format(who=capital(speaker), quote=sentence)


def inside_sentence(sentence: str, edition: Edition) -> str:
    """`The United States asked …` behind another word: `the United States asked …`; a name keeps its capital."""
    names = edition.names
    first = _NO_NAME.sub("", sentence.split(" ", 1)[0])
    is_name = first in names.first_words or sentence.startswith(names.with_article) or _begins_with_a_title(sentence, edition)
    return sentence if is_name else sentence[:1].lower() + sentence[1:]


def _begins_with_a_title(sentence: str, edition: Edition) -> bool:
    """`Deputy Minister Ana Ruiz …`: an office written as part of a name."""
    first, second = (*sentence.split(" ", 2), "", "")[:2]
    return second[:1].isupper() and first.casefold() in _first_words_of_offices(edition.knowledge, edition.language)


@lru_cache(maxsize=8)
def _first_words_of_offices(knowledge: Knowledge, language: Language) -> frozenset[str]:
    labels = (label for role in knowledge.roles.values() for label in role.label.get(language, {}).values())
    return frozenset(label.split(" ")[0].casefold() for label in labels if label)


def when(date: str | None, edition: Edition) -> str:
    """` el 3 de mayo`, ` on May 3`, without the hour, which stands beside it; nothing without a date."""
    day = _day(date)
    return f" {edition.localizer.on_date(day, year=edition.year)}" if day and not is_open_ended(day) else ""


def _day(date: str | None) -> str:
    return (date or "").partition("T")[0] if "/" not in (date or "") else date or ""


def due(date: str | None, edition: Edition) -> str:
    """` para el 3 de mayo`, ` for May 3`: behind what is planned."""
    day = _day(date)
    return f" {edition.localizer.due_date(day, year=edition.year)}" if day and not is_open_ended(day) else ""


def is_plural(names: Sequence[str], edition: Edition) -> bool:
    """Several, or one whose name is a plural with its article: `las Islas Feroe`."""
    the = edition.grammar.the
    of_several = {the["mp"], the["fp"]} - {the["ms"], the["fs"]}
    return len(names) > 1 or any(name.split(" ")[0].casefold() in of_several for name in names)
