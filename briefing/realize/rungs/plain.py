"""What was put in brackets, said in plain words: in a sentence of a source that is printed without quotation marks.

`este jueves [15 de enero]` -> `el jueves 15 de enero`; `[Boric] explicó …` -> `Boric explicó …`; `both governments [Chile and
Peru]` -> `Chile and Peru`.  The note below such a line has the source's exact words, since they differ from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.model import Date, Item, Language, Mention, Span
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning.describing import words_of_offices
from briefing.realize.leaning.epithets import end_of_name
from briefing.realize.rungs.passages import Edit, Passage

_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_OWNING = frozenset({"", "'s", "’s"})
_STOPS = tuple(",.;:)?!”»")


def say_plainly(passage: Passage, item: Item, edition: Edition) -> Passage:
    """The passage whose edits outside quotation marks have no brackets."""
    edits = tuple(_plain(edit, passage, edition) for edit in passage.edits)
    return passage.with_edits(edits)


def _plain(edit: Edit, passage: Passage, edition: Edition) -> Edit:
    found = _BRACKETS.search(edit.text)
    if found is None or passage.is_quoted(Span(edit.start, max(edit.stop, edit.start + 1))):
        return edit
    if edit.start < edit.stop or not edit.text.startswith(" "):  # instead of a pronoun, or before a verb: the name itself
        return Edit(start=edit.start, stop=edit.stop, text=_BRACKETS.sub(r"\1", edit.text))
    date = next((date for date in _dates(passage) if _is_behind(edit, date, passage)), None)
    if date is not None:
        return _dated(edit, date, found[1], passage, edition)
    mention = next(
        (m for m in passage.mentions if edit.start in {m.span.stop, end_of_name(passage, m, edition)} and not m.place), None
    )
    owner = re.search(r"\w['’]s?$", passage.source[passage.span.start - passage.offset : edit.start - passage.offset])
    if mention is None and owner is not None:  # `the two countries' (Chile and Peru) ministers`
        return Edit(start=edit.start, stop=edit.stop, text=f" ({found[1]})")
    if mention is None:  # behind a verb of saying: `afirmó Boric`
        return Edit(start=edit.start, stop=edit.stop, text=f" {found[1]}")
    return _named(edit, mention, found[1], passage, edition)


def _is_behind(edit: Edit, date: Date, passage: Passage) -> bool:
    """Right behind the words of the day, or behind their owning mark."""
    between = passage.source[date.span.stop - passage.offset : edit.start - passage.offset]
    return date.span.stop <= edit.start and between in _OWNING


def _dates(passage: Passage) -> Iterable[Date]:
    return passage.doc.dates if passage.doc else ()


def _dated(edit: Edit, date: Date, words: str, passage: Passage, edition: Edition) -> Edit:
    """The day instead of words that only their own reader understands; in parentheses where it cannot stand for them."""
    said = date.span.of(passage.source)
    before = passage.source[passage.span.start - passage.offset : date.span.start - passage.offset]
    grammar = grammar_of(edition.language)
    owning = date.span.stop < edit.start  # `yesterday's [March 3] vote`
    for row in () if owning else grammar.plain_days:
        if re.search(row.not_behind, before):
            continue
        found = re.fullmatch(row.find, said)
        if found:
            full = found.expand(row.put).format(date=words)
            return _joined(date.span.start, edit.stop, _closed(full, passage, edit.stop), passage, edition)
    return Edit(start=edit.start, stop=edit.stop, text=f" ({words})")


def _closed(text: str, passage: Passage, stop: int) -> str:
    """Without its last comma where a stop follows."""
    behind = passage.source[stop - passage.offset : passage.span.stop - passage.offset].lstrip()
    return text.rstrip(",") if not behind or behind.startswith(_STOPS) else text


def _named(edit: Edit, mention: Mention, name: str, passage: Passage, edition: Edition) -> Edit:
    """`la mandataria Dina Boluarte`, `the president, Dina Boluarte,`; several governments instead of `both governments`."""
    actor = passage.doc.actors.get(mention.actor) if passage.doc else None
    kind = actor.kind if actor else None
    whole = not (_is_part_of_it(passage, mention) or _is_of_people(passage, mention, edition.knowledge))
    if kind == "group" and whole and not _has_words_behind(passage, mention):
        return _joined(mention.span.start, edit.stop, name, passage, edition)
    if kind == "person" and not _has_words_behind(passage, mention):
        grammar = grammar_of(edition.language)
        said = mention.span.of(passage.source).casefold().split()
        before = passage.source[passage.span.start - passage.offset : mention.span.start - passage.offset].split(" ")
        if before[-2:-1] and before[-2].casefold() in grammar.definite_articles and _is_epithet(mention, passage, edition):
            return _joined(mention.span.start - len(before[-2]) - 1, edit.stop, name, passage, edition)
        pattern = grammar.epithet_named["long" if set(said) & set(grammar.of_words) else "short"]
        return Edit(start=edit.start, stop=edit.stop, text=_closed(pattern.format(name=name), passage, edit.stop))
    return Edit(start=edit.start, stop=edit.stop, text=f" ({name})")


def _is_part_of_it(passage: Passage, mention: Mention) -> bool:
    """`smugglers on both sides`, `neither government`, `ninguno de los dos países`: words that no two names can stand for."""
    grammar = grammar_of(passage.language)
    lead = passage.source[passage.span.start - passage.offset : mention.span.start - passage.offset].casefold().split()
    said = re.findall(r"\w+", mention.span.of(passage.source).casefold()) if not passage.offset else []
    behind_of = bool(lead) and lead[-1] in grammar.of_words and not set(lead[-3:-1]).isdisjoint(grammar.part_words)
    apart = not {*lead[-2:], *said}.isdisjoint(grammar.distributive_words)
    return behind_of or apart or (bool(lead) and lead[-1] in grammar.beside_words)


def _is_of_people(passage: Passage, mention: Mention, knowledge: Knowledge) -> bool:
    """`los ministros de ambos países`: people, in whose place no country is put."""
    offices, tree = words_of_offices(knowledge, passage.language), passage.tree
    return any(tree.lemmas[i] in offices for i in tree.covered_by(mention.span))


def _is_epithet(mention: Mention, passage: Passage, edition: Edition) -> bool:
    """`La mandataria nacional`: words that say no office, beside which a name says all."""
    said = f" {mention.span.of(passage.source).casefold()} "
    roles = [epithet for form, epithet in _roles(edition.knowledge, passage.language) if form in said]
    return bool(roles) and all(roles)


@lru_cache(maxsize=8)
def _roles(knowledge: Knowledge, language: Language) -> tuple[tuple[str, bool], ...]:
    """The words of every role, and whether they are an epithet."""
    roles = knowledge.roles.values()
    return tuple((f" {form.casefold()} ", role.epithet) for role in roles for form in role.forms.get(language, ()))


def _has_words_behind(passage: Passage, mention: Mention) -> bool:
    """`both governments involved`: words that hang on the noun, which the names could not carry."""
    tree = passage.tree
    inside = {*tree.covered_by(mention.span)}
    outside = [i for index in inside for i in tree.children.get(index, ()) if i not in inside]
    return any(tree.relations[i] in {"amod", "acl", "nmod"} for i in outside)


def _joined(start: int, stop: int, text: str, passage: Passage, edition: Edition) -> Edit:
    """An edit from `start` on, with a preposition before it that grows together with the words: `de el` -> `del`."""
    before = re.search(r"\b\w+\s$", passage.source[passage.span.start - passage.offset : start - passage.offset])
    if before is None:
        return Edit(start=start, stop=stop, text=text)
    joined = edition.localizer.normalize(before[0] + text)
    if joined == before[0] + text:
        return Edit(start=start, stop=stop, text=text)
    return Edit(start=start - len(before[0]), stop=stop, text=joined)
