"""What shows that a capitalized name without a title is a person's: what it does, who is with it, how it is presented."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from briefing.annotate.actors.grammar import key_of
from briefing.annotate.actors.heads import capitals
from briefing.annotate.actors.lexicon import Lexicon, strip_accents
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.names import Name
from briefing.annotate.quotes.lexicon import load_lexicon

SUBJECT = frozenset({"nsubj"})
CLOSING = frozenset({".", "?", "!"})

Sign = Callable[[Line, Name, Lexicon], bool]


def head_of(line: Line, name: Name) -> int:
    """The token that stands for a name in the tree: its first word's, or that of the honorific before it; -1 without one."""
    token, chunk = line.token(name.first), line.ending(name.first)
    if token and chunk and chunk.kind == "honorific" and token.head == line.pieces[chunk.first].token:
        return token.head
    return line.pieces[name.first].token


def says(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`informó Ana Lima`, `said Jane Poe`: the subject of a verb of saying."""
    index = head_of(line, name)
    token = line.sentence.tokens[index] if index >= 0 else None
    if token is None or token.deprel not in SUBJECT or token.head < 0:
        return False
    verb, cues = line.sentence.tokens[token.head], load_lexicon(lexicon.grammar.language)
    return verb.upos == "VERB" and "any" in cues.frames.get(cues.lemma(verb), frozenset())


def is_who(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`Jane Poe, who was there`: the word for persons behind the name."""
    at = name.last + (line.key(name.last) == ",")
    return line.key(at) in lexicon.grammar.who


def accompanies(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`junto con Ana Lima`, `in collaboration with Jane Poe`."""
    return line.match_before(name.first, lexicon.grammar.companions) > 0


def presents_itself(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`Ana Lima, de Radio Centro.`, `Jane Poe, Daily News.`: a name and where it is from are the whole sentence."""
    verbless = all(token.upos not in {"VERB", "AUX"} for token in line.sentence.tokens)
    at = name.last + 1
    at += line.key(at) in lexicon.grammar.of or line.match(at, lexicon.grammar.links) > 0
    closed = len(line.pieces) - name.first < LONGEST_PRESENTATION and line.key(len(line.pieces) - 1) in CLOSING
    return name.first == 0 and line.key(name.last) == "," and line.capital(at) and verbless and closed


def is_of_outlet(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`CNN's Jane Poe`: what a medium owns by name is one of its people."""
    owned = line.match_before(name.first, lexicon.grammar.possessives)
    outlet = line.ending(name.first - owned) if owned else None
    entries = outlet.of_kind("actor") if outlet else ()
    rows = lexicon.knowledge.actors
    return any(rows[entry.id].branch == "media" for entry in entries)


LONGEST_PRESENTATION = 12
"""Pieces of a sentence in which somebody says who they are."""

SIGNS: tuple[Sign, ...] = (says, is_who, accompanies, presents_itself, is_of_outlet)


def is_seat(line: Line, name: Name, lexicon: Lexicon) -> bool:
    """`se reunió con el nuncio en San José, quien aceptó`: a capital behind `in`, and whoever accepted stands before it."""
    seats = {seat for seat, _ in capitals(lexicon.knowledge, lexicon.grammar.language)}
    words = " ".join(strip_accents(key_of(word)) for word in name.words)
    return words in seats and line.key(name.first - 1) in lexicon.grammar.place_prepositions


def shown_persons(line: Line, names: Sequence[Name], lexicon: Lexicon) -> frozenset[Name]:
    """The names of two or more words that a sign shows to be persons', and those joined to them by commas and `and`."""
    long = [name for name in names if len(name.words) > 1]
    shown = {name for name in long if any(sign(line, name, lexicon) for sign in SIGNS) and not is_seat(line, name, lexicon)}
    for earlier, later in itertools.pairwise(long):
        between = {line.key(n) for n in range(earlier.last, later.first)}
        if earlier in shown and between <= {",", *lexicon.grammar.joiners}:
            shown.add(later)
    return frozenset(shown)
