"""Who says what stands in quotation marks, with a verb: `Boric: “…”` is how a script is printed, not a memorandum."""

from __future__ import annotations

import re

from briefing.model import Item
from briefing.model.marks import VOICE_ISSUER
from briefing.render.desk import Desk

_NAMED = re.compile(r"([^:;.“”«»\"„]+): ")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_QUOTES = tuple("“«„")


def said_before(text: str, item: Item, desk: Desk) -> str:
    """`Boric: “…”` -> `Boric said: “…”`; of a country's own document, `Chad said in an official document: “…”`."""
    named = _NAMED.match(text)
    words = text[named.end() :] if named else ""
    if not named or not desk.ledger.words(words).startswith(_QUOTES):
        return text
    who, countries = named[1], _countries(named[1], desk)
    if not countries and _names_itself(who, desk.ledger.words(words)):
        return words
    number = 2 if len(countries) > 1 and desk.naming.first_named(who) is None else 1
    if VOICE_ISSUER not in item.rules or desk.naming.first_named(who) is not None:
        return desk.words.npgettext(
            "before a quotation", "%(who)s said: %(words)s", "%(who)s said together: %(words)s", number, who=who, words=words
        )
    return desk.words.npgettext(
        "before a quotation",
        "%(who)s said in an official document: %(words)s",
        "%(who)s said together in an official document: %(words)s",
        number,
        who=who,
        words=words,
    )


def _countries(names: str, desk: Desk) -> list[str]:
    """Two of `Chad and Mali`, one of `Trinidad and Tobago`, none of a person with a country in brackets."""
    bare = _IN_BRACKETS.sub("", names).casefold()
    return [code for code in desk.brief.governments if desk.words.government(code).casefold() in bare]


def _names_itself(who: str, words: str) -> bool:
    """`Adams: “Adams added that …”` is told by another; a country may well speak of itself by its name."""
    surname = _IN_BRACKETS.sub("", who).rpartition(" ")[2]
    return re.search(rf"\b{re.escape(surname)}\b", words) is not None
