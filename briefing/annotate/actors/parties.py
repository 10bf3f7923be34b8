"""Who is the other party of a deed: a title whose holder somebody meets, asks or accuses, a country that its holder deals with.

`Ouma will meet Trade Minister Ana Vukic`, `Minister Ana Vukic thanked Kenya`: she is hardly Kenya's.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.people import Naming
from briefing.annotate.quotes.lexicon import load_lexicon as load_cues
from briefing.knowledge import Knowledge
from briefing.model import Language
from briefing.model.known_rows import MINISTER

DONE_TO = frozenset({"obj", "iobj", "obl", "obl:arg"})
"""Relations of whom a deed is done to, or with."""
LINKS = frozenset({"appos", "flat", "flat:name", "compound", "conj", "nmod:title", "nmod", "dep"})
"""Relations by which a name hangs on its title, or the title on the name."""


def is_other_party(line: Line, start: int, piece: int, lexicon: Lexicon) -> bool:
    """`se reunirá con la ministra, Ana Vukic`, `met Minister Ana Vukic`: whoever bears the name is not who acts.

    `start` is the first piece of the title: a name that hangs on a noun before it (`goes to court, Minister Vukic said`) is
    nobody's other party.
    """
    at = phrase_of(line, piece)
    if is_written_to(line, start, piece, lexicon):
        return True
    if at is not None and line.sentence.tokens[at].deprel == "nmod:poss":
        at = line.sentence.tokens[at].head  # `agreed with President Vukic's office`
    return at is not None and at >= line.pieces[start].token and is_done_to(line, at, lexicon)


def is_written_to(line: Line, start: int, piece: int, lexicon: Lexicon) -> bool:
    """`in a letter to Minister Ana Vukic`, `la carta a la ministra, Ana Vukic`; not `an adviser to Minister Vukic`."""
    tokens, at = line.sentence.tokens, line.pieces[piece].token
    while at >= 0 and tokens[at].deprel in LINKS - {"nmod"} and tokens[at].head >= line.pieces[start].token:
        at = tokens[at].head
    if at < 0 or tokens[at].deprel != "nmod" or tokens[at].head < 0:
        return False
    marks = {other.form.lower() for other in tokens if other.head == at and other.deprel == "case"}
    offices = {n for chunk in line.chunks if chunk.kind == "role" for n in range(chunk.first, chunk.last)}
    of_an_office = any(line.pieces[n].token == tokens[at].head for n in offices)
    return bool(marks & lexicon.grammar.dealing & lexicon.grammar.towards) and not of_an_office


def deals_with(line: Line, piece: int, spans: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    """`Minister Ana Vukic thanked Kenya`, `acusó a Kenia`: the country is whom the deed of the name's bearer is done to."""
    at = phrase_of(line, piece)
    tokens = line.sentence.tokens
    if at is None or not tokens[at].deprel.startswith("nsubj"):
        return False
    if tokens[tokens[at].head].lemma.lower() in lexicon.grammar.motion:
        return False  # `Minister Ana Vukic returned to Kenya`
    tops = [top for first, _ in spans if (top := phrase_of(line, first)) is not None]
    own = [top for top in tops if tokens[top].head == tokens[at].head]
    turned_down = tokens[tokens[at].head].lemma.lower() in verbs_against(lexicon.knowledge, lexicon.grammar.language)
    # `rechazó la oferta de Kenia`: nobody turns down what his own country offers
    return any(is_done_to(line, top, lexicon) or (turned_down and tokens[top].deprel == "obj") for top in own)


def is_turned_down(line: Line, piece: int, spans: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    """`Kenya rejected the claim lodged by Minister Ana Vukic`: nobody turns down what his own minister asks for."""
    tokens, own = line.sentence.tokens, phrase_of(line, piece)
    at = own if own is not None else -1
    while at >= 0 and tokens[at].deprel not in {"obj", "root"}:
        at = tokens[at].head
    verb = tokens[at].head if at >= 0 and at != own else -1
    if verb < 0 or tokens[verb].lemma.lower() not in verbs_against(lexicon.knowledge, lexicon.grammar.language):
        return False
    tops = [top for first, _ in spans if (top := phrase_of(line, first)) is not None]
    return any(tokens[top].head == verb and tokens[top].deprel.startswith("nsubj") for top in tops)


def is_faced(line: Line, spans: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    """`at Kenya's request, Minister Ana Vukic opened …`, `en respuesta a Kenia`: whom the deed answers."""
    grammar = lexicon.grammar
    for first, last in spans:
        start = first - (line.key(first - 1) in grammar.articles)
        owned = line.match(last, grammar.possessives)
        asks = {line.key(at) for at in (last + owned, last + owned + 1)} if owned else set()
        if line.key(start - 1) in grammar.of:
            asks |= {line.key(at) for at in range(max(0, start - REACH_OF_ASKING), start - 1)}
        if asks & grammar.asked_for or line.match_before(start, grammar.facing):
            return True
    return False


REACH_OF_ASKING = 5
"""Pieces from a request to whose it is: `pedido | expreso | del | Gobierno | de`."""


@functools.lru_cache(maxsize=8)
def verbs_against(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """The verbs that turn down, blame or accuse."""
    against = [act for act in knowledge.acts.values() if act.stance in {"rejects", "criticizes", "accuses"}]
    return frozenset(form.lemma for act in against for form in act.forms.get(language, ()) if form.kind == "verb")


def was_left_undone(line: Line, opening: Chunk, lexicon: Lexicon) -> bool:
    """`Serbia has not shared any evidence, the minister said`: the other side's reproach as often as its own word."""
    at, tokens, cues = phrase_of(line, opening.first), line.sentence.tokens, load_cues(lexicon.grammar.language)
    verb = tokens[at].head if at is not None and tokens[at].deprel.startswith("nsubj") else -1
    if verb < 0 or not any(mark in tokens[verb].feats for mark in PAST):
        return False
    things = {n for n, token in enumerate(tokens) if token.head == verb and token.deprel == "obj"}
    return any(cues.has("negations", token.form) and token.head in {verb, *things} for token in tokens)


PAST = ("Tense=Past", "VerbForm=Part")
"""Features of what was, or has been, done."""


def phrase_of(line: Line, piece: int) -> int | None:
    """The token that heads the phrase of a name with its title, by its place in the sentence."""
    if not (0 <= piece < len(line.pieces)) or line.pieces[piece].token < 0:
        return None
    tokens, at = line.sentence.tokens, line.pieces[piece].token
    while tokens[at].deprel in LINKS and tokens[at].head >= 0:
        at = tokens[at].head
    return at


def is_done_to(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Behind its verb, an object, in Spanish with `a` or `con`; what merely happens in a country is not done to it."""
    tokens = line.sentence.tokens
    token = tokens[at]
    if token.deprel not in DONE_TO or token.head < 0 or tokens[token.head].upos not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return False
    if any(other.form == "," for other in tokens[token.head : at]):
        return False
    marks = {other.form.lower() for other in tokens if other.head == at and other.deprel == "case"}
    if token.deprel == "obj" and not marks:
        return token.head < at and lexicon.grammar.head_last
    return bool(marks & lexicon.grammar.dealing)


def is_met(own: Sequence[Naming], namings: Mapping[str, Sequence[Naming]], lines: Mapping[int, Line], lexicon: Lexicon) -> bool:
    """Whether somebody is first told of as with whom another one acts: as likely of the other side.

    `Minister Ana Vukic spoke by telephone with Trade Minister Per Lund`, `at the invitation of Minister Per Lund`; of two who
    act together only a minister of whatever: `Minister Ana Vukic and Minister Per Lund signed`.
    """
    first = min(own, key=lambda n: (n.name.line, n.name.first))
    line = lines[first.name.line]
    at = first.start - 1 - (line.key(first.start - 1) in lexicon.grammar.articles)
    names = {n.name.last for group in namings.values() for n in group if n.name.line == line.index}
    whatever = first.phrase is not None and first.phrase.entry.id == MINISTER
    joined = line.key(at) in lexicon.grammar.joiners and at in names
    if line.key(at) in lexicon.grammar.of and line.key(at - 1) in lexicon.grammar.asked_for:
        return True
    return (joined and whatever) or line.key(at) in lexicon.grammar.dealing - lexicon.grammar.towards
