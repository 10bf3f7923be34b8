"""A sentence as the rules read it: its pieces, each with the token it belongs to, and the forms of the lexicon in it."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.annotate.actors.grammar import PIECE, Keys, key_of
from briefing.annotate.actors.lexicon import RANK, Entry, EntryKind, Lexicon, Trie, strip_accents
from briefing.knowledge import load_language
from briefing.model import Sentence, Span, Token

TITLE_CASED = 0.7
"""From this share of capitalized words on, the capitals of a sentence without a stop tell nothing (a headline)."""

NAMES = frozenset({"country", "metonym", "demonym", "actor", "short"})

STOPS = frozenset(".!?…")

FORENAMES = frozenset({"sultan", "emir"})
"""Titles of monarchs that are given names as well."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters or one mark of the text, with the index of its token (-1 without)."""

    form: str
    key: str
    start: int
    stop: int
    token: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pieces `first:last` that are forms of the lexicon, best kind first."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    former: bool = False

    @property
    def kind(self) -> EntryKind:
        return self.entries[0].kind

    def of_kind(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence, cut up.  `flat` is True where capitals tell nothing: a headline in title case or in capitals."""

    index: int
    sentence: Sentence
    pieces: tuple[Piece, ...]
    chunks: tuple[Chunk, ...]
    flat: bool

    def token(self, piece: int) -> Token | None:
        """The token of a piece, None out of range or without one."""
        if 0 <= piece < len(self.pieces) and self.pieces[piece].token >= 0:
            return self.sentence.tokens[self.pieces[piece].token]
        return None

    def upos(self, piece: int) -> str:
        token = self.token(piece)
        return token.upos if token else ""

    def is_subject(self, piece: int) -> bool:
        token = self.token(piece)
        return token is not None and token.deprel.startswith("nsubj")

    def key(self, piece: int) -> str:
        return self.pieces[piece].key if 0 <= piece < len(self.pieces) else ""

    def capital(self, piece: int) -> bool:
        return 0 <= piece < len(self.pieces) and self.pieces[piece].form[0].isupper()

    def span(self, first: int, last: int) -> Span:
        return Span(self.pieces[first].start, self.pieces[last - 1].stop)

    def starting(self, piece: int) -> Chunk | None:
        return next((chunk for chunk in self.chunks if chunk.first == piece), None)

    def ending(self, piece: int) -> Chunk | None:
        return next((chunk for chunk in self.chunks if chunk.last == piece), None)

    def match(self, piece: int, phrases: Sequence[Keys]) -> int:
        """How many pieces from this one on are one of the phrases (the longest first); 0 for none."""
        for phrase in phrases:
            if tuple(self.key(piece + n) for n in range(len(phrase))) == phrase:
                return len(phrase)
        return 0

    def match_before(self, piece: int, phrases: Sequence[Keys]) -> int:
        """How many pieces just before this one are one of the phrases; 0 for none."""
        for phrase in phrases:
            if tuple(self.key(piece - len(phrase) + n) for n in range(len(phrase))) == phrase:
                return len(phrase)
        return 0


def read_line(index: int, text: str, sentence: Sentence, lexicon: Lexicon) -> Line:
    pieces = tuple(cut(text, sentence))
    words = [piece.form for piece in pieces if piece.form[0].isalpha()]
    long = [word for word in words if len(word) > 3]
    stopped = any(piece.form in STOPS for piece in pieces[-2:])
    flat = not stopped and len(long) > 3 and sum(word[0].isupper() for word in long) >= TITLE_CASED * len(long)
    flat = flat and not has_small_title(pieces, lexicon) and not is_title_of_speech(text, sentence, lexicon)
    chunks = without_forenames(pieces, tuple(find_chunks(pieces, lexicon, flat=flat)), lexicon)
    labelled = sentence.kind == "speaker"  # `PRESIDENTA DE CHILE, ANA MORA:` holds nothing but titles and names
    return Line(index=index, sentence=sentence, pieces=pieces, chunks=chunks, flat=flat and not labelled)


def without_forenames(pieces: Sequence[Piece], chunks: Sequence[Chunk], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """`Energy Minister Emir Haddad`, `el ministro de Trabajo, Sultan Amin`: who holds a ministry is no monarch."""
    return tuple(chunk for n, chunk in enumerate(chunks) if not is_forename(pieces, chunk, chunks[:n], lexicon))


def is_forename(pieces: Sequence[Piece], chunk: Chunk, before: Sequence[Chunk], lexicon: Lexicon) -> bool:
    one_word = chunk.last == chunk.first + 1 and strip_accents(pieces[chunk.first].key) in FORENAMES
    named = pieces[chunk.last : chunk.last + 1]
    if not one_word or not named or not named[0].form[0].isupper() or not pieces[chunk.first].form[0].isupper():
        return False
    end = chunk.first - 1 if pieces[chunk.first - 1].form == "," else chunk.first
    beside = [other for other in before if other.last <= end][-2:]
    if not beside or beside[-1].last != end:
        return False
    title = beside[0] if beside[-1].kind in {"country", "demonym"} else beside[-1]
    role = lexicon.knowledge.roles.get(title.entries[0].id) if title.kind == "role" else None
    return role is not None and role.minister


def has_small_title(pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """`ministro de Exteriores de Ucrania, Danylo Savchuk`: an office in small letters shows that capitals tell something."""
    found = find_chunks(pieces, lexicon, flat=False)
    return any(chunk.kind == "role" and pieces[chunk.first].form[0].islower() for chunk in found)


def is_title_of_speech(text: str, sentence: Sentence, lexicon: Lexicon) -> bool:
    """`Remarks by Prime Minister Ana Mora in Oslo`: in what a speech is called no other words stand than titles and names."""
    words = " ".join(sentence.span.of(text).casefold().split())
    spoken = load_language("issuers", lexicon.grammar.language)["spoken"]
    return sentence.kind == "title" and not sentence.span.of(text).isupper() and any(genre in words for genre in spoken)


def cut(text: str, sentence: Sentence) -> Iterator[Piece]:
    stops = [token.span.stop for token in sentence.tokens]
    for match in PIECE.finditer(text, sentence.span.start, sentence.span.stop):
        token = bisect.bisect_right(stops, match.start())
        inside = token < len(stops) and sentence.tokens[token].span.start <= match.start()
        yield Piece(match.group(), key_of(match.group()), match.start(), match.end(), token if inside else -1)


def find_chunks(pieces: Sequence[Piece], lexicon: Lexicon, *, flat: bool) -> Iterator[Chunk]:
    """The longest forms from left to right; a longer one that starts inside another cuts it short."""
    matches = [matches_at(pieces, first, lexicon, flat=flat) for first in range(len(pieces))]
    first = 0
    while first < len(pieces):
        chunk = choose(matches, first)
        if chunk and not (chunk.kind in NAMES and is_prefixed(pieces, first)):
            yield chunk
        first = chunk.last if chunk else first + 1


def is_prefixed(pieces: Sequence[Piece], first: int) -> bool:
    """`anti-Syria`, `pro-Kremlin`: what is for or against somebody is not them."""
    if first < 2 or pieces[first - 1].form != "-" or not pieces[first - 2].form[0].islower():
        return False
    return pieces[first - 2].stop == pieces[first - 1].start and pieces[first - 1].stop == pieces[first].start


def choose(matches: Sequence[Sequence[Chunk]], first: int) -> Chunk | None:
    """The longest match that no later and longer-reaching name overlaps (`presidente del | Consejo Europeo`)."""
    for chunk in matches[first]:
        overlapping = (other for inside in matches[first + 1 : chunk.last] for other in inside)
        if not any(other.last > chunk.last and RANK[other.kind] < RANK[chunk.kind] for other in overlapping):
            return chunk
    return None


def matches_at(pieces: Sequence[Piece], first: int, lexicon: Lexicon, *, flat: bool) -> list[Chunk]:
    """Every match that begins here, longest first; `expresidente` as a former `presidente`."""
    key = strip_accents(pieces[first].key)
    found = _walk(pieces, first, lexicon, flat)
    for prefix in lexicon.grammar.former_prefix:
        if not found and key.startswith(prefix) and len(key) > len(prefix) + 2:
            bare = replace(pieces[first], form=pieces[first].form[len(prefix) :], key=key.removeprefix(prefix))
            found = [
                replace(chunk, former=True)
                for chunk in _walk((*pieces[:first], bare, *pieces[first + 1 :]), first, lexicon, flat)
            ]
            found = [chunk for chunk in found if chunk.kind == "role"]
    return sorted(found, key=lambda chunk: -chunk.last)


def _walk(pieces: Sequence[Piece], first: int, lexicon: Lexicon, flat: bool) -> list[Chunk]:
    found: list[Chunk] = []
    node: Trie | None = lexicon.trie
    for last in range(first + 1, len(pieces) + 1):
        node = node.get(strip_accents(pieces[last - 1].key)) if node else None
        if node is None:
            break
        entries = [entry for entry in node.get(None, ()) if fits(entry, pieces[first:last], flat=flat)]
        if entries and not inside_abbreviation(pieces, last):
            found.append(Chunk(first, last, tuple(sorted(entries, key=lambda entry: RANK[entry.kind]))))
    return found


def inside_abbreviation(pieces: Sequence[Piece], last: int) -> bool:
    """`50 U.S.C. 1601` names no country."""
    if last >= len(pieces) or pieces[last - 1].form != ".":
        return False
    return pieces[last].start == pieces[last - 1].stop and pieces[last].form[0].isalnum()


def fits(entry: Entry, words: Sequence[Piece], *, flat: bool) -> bool:
    """Does the text agree in capitals and accents?  A missing accent is forgiven in capitals, an added one never."""
    written = "".join(word.form for word in words)
    form = "".join(PIECE.findall(entry.form))
    if not entry.cased:
        written, form = written.casefold(), form.casefold()
    elif written.isupper() and len(written) > 3 and (flat or len(words) > 1 or entry.kind in {"country", "metonym"}):
        form = form.upper()  # `PRESIDENTA DE MÉXICO`, a speaker's label in capitals
    written, form = written.replace("’", "'"), form.replace("’", "'")
    if written == form:
        return True
    exact = entry.kind == "actor" and len(words) == 1  # `Liberation` is no newspaper
    return written == strip_accents(form) and len(written) > 3 and not exact
