"""Where an article was written: `this port` of its opening is the place of its dateline, which a line leaves out."""

from __future__ import annotations

import re

from briefing.model import Item
from briefing.realize.edition import Edition
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.leads import leads_its_article
from briefing.realize.rungs.openings import drop_dateline
from briefing.realize.rungs.passages import Passage

_PLACE = re.compile(r"\s*([^\W\d][^,.(—–:\d]{1,30}?)\s*(?:[,.(—–]| -)")
"""`MANZANILLO, Colima. `, `VENTIMIGLIA, Italy - `."""
OWNING = frozenset({"'", "’"})
OF_WHICH = frozenset({"nmod", "amod", "appos", "compound", "flat"})
"""What tells of which country a capital is."""


def mark_this_place(passage: Passage, item: Item, edition: Edition) -> Passage:
    """Among original words: `seized a boat in this port [Manzanillo]`."""
    return _with_the_capital(_with_the_place(passage, " [{}]"), " [{}]", edition)


def tell_this_place(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`seized a boat in this port (Manzanillo)`."""
    return _with_the_capital(_with_the_place(passage, " ({})"), " ({})", edition)


def _with_the_place(passage: Passage, marks: str) -> Passage:
    """In what an article opens with, where no place is named before."""
    place = _written_at(passage) if leads_its_article(passage) else None
    if place is None or place.casefold() in passage.words.casefold():
        return passage
    grammar, forms = grammar_of(passage.language), passage.tree.forms
    for index in (i for i in passage.kept if passage.tree.lemmas[i] in grammar.settlements):
        token = passage.tokens[index]
        pointed = any(forms[i] in grammar.here_words for i in passage.tree.children.get(index, ()) if i < index)
        named = any(mention.place and mention.span.stop <= token.span.start for mention in passage.mentions)
        if pointed and not named and token.upos in NOUNS and not passage.is_quoted(token.span):
            return passage.edited(token.span.stop, token.span.stop, marks.format(place))
    return passage


def _with_the_capital(passage: Passage, marks: str, edition: Edition) -> Passage:
    """`in the capital` of an article written in one: `[San Salvador]`, where nothing of another country stands before."""
    grammar, tree = grammar_of(passage.language), passage.tree
    articles = grammar.definite_articles | grammar.fused_articles
    for index in passage.places_of(grammar.capitals):
        token, own = passage.tokens[index], tree.children.get(index, ())
        bare = not any(tree.relations[i].partition(":")[0] in OF_WHICH for i in own)
        known = bare and index > 0 and tree.forms[index - 1] in articles and not passage.is_quoted(token.span)
        place = _written_at(passage) if known and token.upos in NOUNS else None
        before = any(mention.span.stop <= token.span.start for mention in passage.mentions)
        if place is not None and not before and _is_a_capital(place, edition):
            owner = passage.tokens[index + 1 : index + 2]  # `the capital's market`
            stop = next((one.span.stop for one in owner if one.form[:1] in OWNING), token.span.stop)
            return passage.edited(stop, stop, marks.format(place))
    return passage


def _is_a_capital(place: str, edition: Edition) -> bool:
    names = (name for actor in edition.knowledge.actors.values() for name in (actor.capital or {}).values())
    return place.casefold() in {name.casefold() for name in names}


def _written_at(passage: Passage) -> str | None:
    """The place of the article's dateline: by the reader's mark, or in front of the sentence itself."""
    doc, own = passage.doc, passage.sentence
    if doc is None or own is None or passage.offset:
        return None
    whole = passage.beside(own)
    start = drop_dateline(whole).span.start
    marks = [mark.span.of(passage.source) for mark in doc.article.marks if mark.kind == "dateline"]
    found = _PLACE.match(marks[0] if marks else passage.source[own.span.start : start])
    name = found[1].strip() if found else ""
    return (name.title() if name.isupper() else name) or None
