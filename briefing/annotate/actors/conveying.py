"""Whose minister conveys what a country feels: `Minister Ana Vukic conveyed to the envoy the strong protest of Montenegro`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.home import is_of_any_government
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.parties import phrase_of
from briefing.annotate.actors.people import Naming
from briefing.model import Token

OWNERS = frozenset({"nmod", "nmod:poss"})
"""Relations of whose a feeling is."""
JOINED = frozenset({"conj", "acl", "acl:relcl", "advcl", "xcomp"})
"""Relations of a verb that may have the subject of the one above it: `summoned Lund, to whom she conveyed …`."""


def with_conveyed(
    holders: Sequence[Holder], namings: Mapping[str, Sequence[Naming]], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[Holder, ...]:
    """The holders, those of a title alone with the one country whose protest, thanks or regret they convey."""
    by_index = {line.index: line for line in lines}

    def conveyed(holder: Holder) -> str | None:
        own = namings[holder.id]
        bare = not holder.former and not any(n.country or n.governs for n in own)
        if holder.country or not bare or not any(n.phrase and is_of_any_government(n.phrase, lexicon) for n in own):
            return holder.country
        codes = {code for n in own for code in feelings_conveyed(by_index[n.name.line], n.name.first, lexicon)}
        return codes.pop() if len(codes) == 1 else None

    return tuple(replace(holder, country=conveyed(holder)) for holder in holders)


def feelings_conveyed(line: Line, piece: int, lexicon: Lexicon) -> set[str]:
    """The countries whose feelings the bearer of a name conveys in a sentence."""
    tokens, who = line.sentence.tokens, phrase_of(line, piece)
    felt = [at for at, token in enumerate(tokens) if token.lemma.lower() in lexicon.grammar.feelings]
    verbs = {at: verb for at in felt if (verb := verb_of(tokens, at)) >= 0}
    own = [at for at, verb in verbs.items() if conveys(tokens, verb, who, lexicon)]
    return {code for at in own for code in owners_of(line, at, lexicon)}


def verb_of(tokens: Sequence[Token], noun: int) -> int:
    """The verb whose object a noun is, or beside whose addressee it stands: `conveyed to the envoy | the protest`; else -1."""
    token = tokens[noun]
    if token.deprel == "appos" and token.head >= 0 and tokens[token.head].deprel == "obl":
        return tokens[token.head].head
    return token.head if token.deprel == "obj" else -1


def conveys(tokens: Sequence[Token], verb: int, who: int | None, lexicon: Lexicon) -> bool:
    """Whether a verb is one of conveying and its subject, or that of the verb above it, is the one."""
    if tokens[verb].lemma.lower() not in lexicon.grammar.conveying:
        return False
    subjects = subjects_of(tokens, verb)
    if not subjects and tokens[verb].deprel in JOINED:
        subjects = subjects_of(tokens, tokens[verb].head) or subjects_of(tokens, tokens[tokens[verb].head].head)
    return subjects == [who]


def subjects_of(tokens: Sequence[Token], verb: int) -> list[int]:
    return [at for at, token in enumerate(tokens) if verb >= 0 and token.head == verb and token.deprel == "nsubj"]


def owners_of(line: Line, noun: int, lexicon: Lexicon) -> list[str]:
    """`el rechazo de Togo`, `the protest of the Togolese government`, `Togo's protest`; not `of Togolese farmers`."""
    found, tokens = [], line.sentence.tokens
    for chunk in line.chunks:
        top = top_of(line, chunk)
        if chunk.kind == "demonym" and top >= 0:
            top = tokens[top].head if tokens[top].deprel in {"amod", "compound", "nmod"} else -1
            top = top if top >= 0 and tokens[top].lemma.lower() in lexicon.grammar.governments else -1
        elif chunk.kind != "country":
            top = -1
        if top >= 0 and tokens[top].head == noun and tokens[top].deprel in OWNERS:
            found += countries_of(line, chunk.first, chunk.last, lexicon)
    return found


def top_of(line: Line, chunk: Chunk) -> int:
    """The token that heads a form: `Salvador` of `El Salvador`; -1 without one."""
    inside = {line.pieces[at].token for at in range(chunk.first, chunk.last)}
    return next((at for at in sorted(inside) if at >= 0 and line.sentence.tokens[at].head not in inside), -1)


__all__ = ["with_conveyed"]
