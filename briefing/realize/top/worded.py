"""How one sentence of the bottom line is worded: an edition's own words, or a quotation with its speaker and language."""

from __future__ import annotations

import re

from briefing.localize.punctuation import curl_apostrophes
from briefing.model import Item, Language, Rung
from briefing.model.marks import VOICE_ISSUER
from briefing.realize.edition import Edition, government_name
from briefing.realize.phrases import before_a_quotation, official
from briefing.realize.rungs.quotations import set_marks

LABEL = re.compile(r"\[([^\[\]:]+):\] ")
"""Who speaks, put in brackets before original words."""
_BEFORE_QUOTATION = re.compile(r"([^:;.“”«»„]+): (?=[“«„])")
SAYING_RUNGS: frozenset[Rung] = frozenset({"native", "frame", "gist", "translated", "edited"})


def worded(item: Item, edition: Edition) -> str:
    """An item's words; where an edition has none of its own, the article's, in quotation marks, with their language."""
    text = item.text[edition.language]
    if item.basis.get(edition.language) in SAYING_RUNGS:
        return _with_a_verb(_with_its_issuer(text, item, edition), edition)
    origin = origin_of(item, edition)
    foreign = edition.grammar.in_language.get(origin or "", "") if origin != edition.language else ""
    label = LABEL.match(text)
    said = before_a_quotation(label[1] if label else "", _issuer_of(item, edition), edition)
    marked = curl_apostrophes(set_marks(text[label.end() if label else 0 :], edition), edition.localizer.forms)
    words, stop = edition.localizer.closed(marked)
    return said + " ".join(part for part in (edition.localizer.quote(words), foreign) if part) + stop


def _with_a_verb(text: str, edition: Edition) -> str:
    """`Boric: “We want …”` -> `Boric said: “We want …”`, as the facts below have it."""
    named = _BEFORE_QUOTATION.match(text)
    return before_a_quotation(named[1], "", edition) + text[named.end() :] if named else text


def _with_its_issuer(text: str, item: Item, edition: Edition) -> str:
    """`Chad has no mines, according to Chad`: of what an official text tells the memo says whose word it is."""
    name = _issuer_of(item, edition)
    if not name or not text.endswith("."):
        return text
    told = edition.grammar.attributed_behind.format(sentence=text.removesuffix("."), source=official(name, item, edition))
    said = told.removesuffix(".")[len(text) :].strip(" ,").casefold()
    return text if said in text.casefold() or text.startswith(name) else told


def _issuer_of(item: Item, edition: Edition) -> str:
    """Whose official text a line is from, and has not named itself."""
    names = (government_name(edition, code) for code in item.attribution[:1])
    return next((name for name in names if name), "") if VOICE_ISSUER in item.rules else ""


def origin_of(item: Item, edition: Edition) -> Language | None:
    """The language that an edition has an item in: its own, or that of the words which it can only quote."""
    if item.basis.get(edition.language) in SAYING_RUNGS:
        return edition.language
    return item.evidence[item.told_from.get(edition.language, 0)].language
