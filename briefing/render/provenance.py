"""Whose word a line is, how sure, and from how many sources: what stands behind it in small print."""

from __future__ import annotations

import re

from briefing.model import Fact, Item
from briefing.model.letters import is_country_code
from briefing.model.marks import VOICE, VOICE_ISSUER
from briefing.render import vocabulary
from briefing.render.desk import Desk, told_from
from briefing.render.pieces import clean
from briefing.render.sections.evidence import confidence_of
from briefing.render.words import Words


def counts_of(item: Item, desk: Desk) -> str:
    """`2 articles; see also article 3`; not counted where all sources stand behind the line by name or number.

    Where a line has a note, that is said of the one source which the note names; more are worth their count.
    """
    style, named = desk.sources.style, item.sources == len(desk.sources.numbers(desk.standing(item)))
    listed = named and (style in ("attribution", "bracket") or (style == "footnote" and item.sources == 1))
    return counted(item, desk, sources=not listed)


def counted(item: Item, desk: Desk, *, sources: bool = True) -> str:
    """How many sources the line has, and which others to see: a reader who sees `1 article` knows of them."""
    parts = (count_words(item, desk.words, sources=sources), desk.on_the_same_matter(item))
    return "; ".join(part for part in parts if part)


def named_or_counted(item: Item, desk: Desk) -> str:
    """`article 2`, in a column of sources; more than one by their count."""
    single = desk.sources.style == "footnote" and item.sources == 1 == len(desk.sources.numbers(desk.standing(item)))
    return desk.sources.names(desk.standing(item)).replace(" ", "\u00a0") if single else counted(item, desk)


def count_words(item: Item, words: Words, *, sources: bool = True) -> str:
    """How many sources, and how many origins where they are fewer; the line does not break inside."""
    medium = words.label(item.retells or "")
    if medium and sources:
        return _all_from(item.sources, medium, words)
    parts = [words.ngettext("%(n)s source", "%(n)s sources", item.sources)] if sources else []
    parts += [words.ngettext("%(n)s origin", "%(n)s origins", item.origins)] if item.origins < item.sources else []
    return ", ".join(parts).replace(" ", "\u00a0")


def _all_from(count: int, medium: str, words: Words) -> str:
    """`2 articles, both from The New York Times`."""
    if count == 2:
        return words.pgettext("sources of one origin", "%(n)s articles, both from %(source)s", n=count, source=medium)
    return words.npgettext(
        "sources of one origin",
        "%(n)s article, all from %(source)s",
        "%(n)s articles, all from %(source)s",
        count,
        source=medium,
    )


_ONE_SENTENCE = re.compile(r"(?:[^.:?!“”«»]|\.(?! ))+\.")
"""One without a quotation or a label, though with `a.m.` before a comma or `2.5`."""


OWN_WORDS = frozenset({"native", "verbatim"})
"""The article's own sentence is printed: its "would" and "according to" stand in it and need no flag, which might be another
clause's."""


SAYS_WHO = OWN_WORDS | {"gist", "frame"}
"""These sentences are made with their attribution in them."""


def doubts_of(item: Item, desk: Desk) -> list[str]:
    """What a reader must hold against the line: who says so, how certain, who disagrees."""
    words = desk.words
    rung = item.basis.get(words.language)
    voiced = rung in OWN_WORDS and any(rule.startswith(VOICE) for rule in item.rules)
    issued = isinstance(item, Fact) and VOICE_ISSUER in item.rules
    told = rung in SAYS_WHO and not (voiced or issued)
    doubts = [] if told or teller_in_the_line(item, desk) else [_attribution(item, desk)]
    medium = words.label(item.retells or "")
    names_medium = bool(medium) and medium in words.text(item.text)
    reported = item.certainty == "reported" and not item.attribution and not names_medium
    unsure = item.certainty in ("conditional", "denied") or reported
    if unsure and rung not in OWN_WORDS:
        doubts.append(words.term("certainty", item.certainty))
    doubts += desk.differences(item)
    if item.basis.get(words.language) == "translated":
        engine = clean(item.translated_by.get(words.language, ""))
        doubts.append(words.gettext("machine-translated by %(engine)s", engine=engine or "?"))
    if desk.audience.doubt.show:
        doubts.append(vocabulary.confidences(words)[confidence_of(item)])
    return list(dict.fromkeys(doubt for doubt in doubts if doubt))


def teller_in_the_line(item: Item, desk: Desk) -> str:
    """`according to Chad`, of what an official text tells in a plain sentence: in small print it stays the memo's word."""
    text = desk.words.text(item.text)
    plain = bool(text) and _ONE_SENTENCE.fullmatch(text) is not None
    issued = (
        isinstance(item, Fact) and VOICE_ISSUER in item.rules and item.basis.get(desk.words.language) in {"native", "frame"}
    )
    return _attribution(item, desk) if issued and plain else ""


def told_by(text: str, teller: str) -> str:
    """`Chad has no mines.` -> `Chad has no mines, according to Chad.`"""
    return f"{text.removesuffix('.')}, {teller}." if teller else text


def _attribution(item: Item, desk: Desk) -> str:
    """Whose word it is, where the line does not name the first who says it.

    In an official text its name is no sign of that: `Chad has never laid mines` is Chad's own word.
    """
    if not _is_of_the_tellers(item, desk):
        return ""
    names = [desk.words.label(name) or name for name in item.attribution[:1]]
    said, told = desk.words.text(item.text).casefold(), attribution_of(item, desk)
    if isinstance(item, Fact) and VOICE_ISSUER in item.rules:
        named = told.casefold() in said or any(
            said.startswith((f"{name.casefold()}:", f"[{name.casefold()}:")) for name in names
        )
    else:
        named = any(name.casefold() in said for name in names)
    return "" if named else told


def _is_of_the_tellers(item: Item, desk: Desk) -> bool:
    """Whether the sentence that is printed is the one whose tellers the item keeps; an official text tells all of its own."""
    printed, kept = told_from(item, desk) or item.evidence[0], item.evidence[0]
    same = printed.article == kept.article
    return same and (VOICE_ISSUER in item.rules or printed.start == kept.start)


def attribution_of(item: Item, desk: Desk) -> str:
    """`according to X, citing Y`."""
    words = desk.words
    names = [_source_named(name, desk) for name in item.attribution]
    if not names:
        return ""
    if len(names) == 1 and is_an_issuers(item):
        return words.gettext("according to an official document of %(source)s", source=names[0])
    if len(names) == 1:
        return words.gettext("according to %(source)s", source=names[0])
    return words.gettext("according to %(source)s, citing %(others)s", source=names[0], others=words.list(names[1:]))


def is_an_issuers(item: Item) -> bool:
    """Whether a line is what a country's own document says: a fact sheet speaks there, and no government that was asked."""
    return isinstance(item, Fact) and VOICE_ISSUER in item.rules and is_country_code(item.attribution[0])


def _source_named(name: str, desk: Desk) -> str:
    """`Kenia – Uganda`, two who tell it together, by their names in the edition's language."""
    codes = [desk.words.country_called(part.strip()) for part in name.split(" – ")]
    if len(codes) > 1 and all(codes):
        return desk.words.list([desk.words.government(code) for code in codes])
    return desk.words.label(name) or desk.naming.short(name)
