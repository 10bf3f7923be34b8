"""What an act is about: the words of its content, by the places that its form in the knowledge governs.

`rejected the plan for joint patrols to stop smugglers` is about joint patrols: what an act rejects or demands stands where its
verb governs it.  What hangs on the sentence beside it (when, why, under which condition, what somebody else did) is not said to
be rejected or demanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.knowledge.entries import ActForm
from briefing.model import Item, Language, Token
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, negations_of, one_of
from briefing.realize.rungs.passages import Passage, of_its_words
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.transfer import GateClosedError, Transfer, base

_CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_KINDS = {"verb": frozenset({"VERB", "AUX"}), "noun": frozenset({"NOUN"}), "adjective": frozenset({"ADJ", "VERB"})}
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "parataxis"})
_BESIDE = frozenset({"advcl", "parataxis", "punct"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The tokens of what is said, wanted or refused: its heads, and all of its words.

    `clause`: a whole clause is; `noun`: it is a noun that names the act (`the rejection of …`).
    """

    heads: tuple[int, ...]
    words: frozenset[int]
    clause: bool
    noun: bool


def content_of(t: Transfer, item: Item) -> Content:
    """The content of the item's act in this sentence.  GateClosedError where the act is not asserted, or has none."""
    found = list(acts_of(t, item))
    if len(found) != 1:
        raise GateClosedError("act_named_twice" if found else "act_without_its_word")
    act, form = found[0]
    check_plainly_asserted(t, act, form)
    heads = _content_heads(t, act, form)
    if not heads:
        raise GateClosedError("act_without_content")
    shells = grammar_of(t.passage.language).shell_nouns
    clause = any(t.relations[i] in _CLAUSES or t.tokens[i].upos in {"VERB", "AUX"} for i in heads)
    heads = [inner for i in heads for inner in _behind_shell(t, i, shells)]
    words = {i for head in heads for i in _own_words(t, head)}
    return Content(heads=tuple(heads), words=frozenset(words), clause=clause, noun=form.kind == "noun")


def is_content_word(t: Transfer, index: int) -> bool:
    """Whether a word says something of its own: no function word, no name of an actor, no date."""
    span = t.tokens[index].span
    named = any(mention.span.contains(span) for mention in t.mentions) or any(date.span.contains(span) for date in t.dates)
    return t.tokens[index].upos in _CONTENT_WORDS and not named


# ------------------------------------------------------------------ the act's word


def acts_of(t: Transfer, item: Item) -> Iterator[tuple[int, ActForm]]:
    """The words that name the item's act, each with the form of the knowledge that asks most."""
    act = t.edition.knowledge.acts.get(item.act or "")
    forms = act.forms.get(t.passage.language, ()) if act else ()
    lemmas = {form.lemma for form in forms}
    here = [i for i in t.passage.kept if t.passage.tree.lemmas[i] in lemmas]
    for index in here:
        fitting = [form for form in forms if _names(t, index, form)]
        if fitting:
            yield index, max(fitting, key=lambda form: (bool(form.object), bool(form.particle), form.reflexive))


def tells_beside(passage: Passage, item: Item, edition: Edition) -> bool:
    """Whether a sentence names the item's act only in a clause that says when or why somebody else did something.

    `Oslo denied it after Reykjavik had protested` tells the denial; of the protest it is no account.
    """
    t = Transfer(passage=passage, edition=edition)
    found = [index for index, _ in acts_of(t, item)] if passage.tokens else []
    return bool(found) and all(_hangs_beside(t, index) for index in found)


def _hangs_beside(t: Transfer, index: int) -> bool:
    while t.tokens[index].head >= 0:
        if t.relations[index] in {"advcl", "acl"}:
            return True
        index = t.tokens[index].head
    return False


def _names(t: Transfer, index: int, form: ActForm) -> bool:
    token, known = t.tokens[index], t.passage.tree.lemmas
    if known[index] != form.lemma or token.upos not in _KINDS[form.kind]:
        return False
    children = t.below(index)
    lemmas = {known[i] for i in children}
    particle = form.particle is None or _is_followed_by(t, token, form.particle)
    reflexive = not form.reflexive or any(t.relations[i] in {"expl", "obj", "iobj"} for i in children)
    return particle and reflexive and (not form.object or bool(lemmas & set(form.object))) and not lemmas & set(form.not_object)


def _is_followed_by(t: Transfer, token: Token, particle: str) -> bool:
    behind = t.passage.source[token.span.stop - t.passage.offset : t.tokens[-1].span.stop - t.passage.offset]
    return re.match(rf"{re.escape(particle.casefold())}\b", behind.lstrip().casefold()) is not None


def check_plainly_asserted(t: Transfer, act: int, form: ActForm) -> None:
    """Every clause from the act up to the sentence's main one says that it is so: no `would`, `not`, `if`, no question."""
    grammar, negations = grammar_of(t.passage.language), negations_of(t.passage.language)
    if re.search(r"[?¿]", t.passage.words):
        raise GateClosedError("question")
    if is_conditional(t.passage):
        raise GateClosedError("on_a_condition")
    if form.kind == "verb" and not _is_finite(t, act):
        raise GateClosedError("act_not_finite")
    index = act
    while index >= 0:
        helpers = t.below(index, "aux", "cop")
        group = [t.tokens[i] for i in (index, *helpers)]
        if {t.tokens[i].form.casefold() for i in t.below(index)} & negations:
            raise GateClosedError("negation_in_the_sentence")
        if {token.form.casefold() for token in group} & grammar.moods or any(k.feat("Mood") == "Cnd" for k in group):
            raise GateClosedError("not_asserted")
        if index == act and any(token.feat("Tense") == "Fut" for token in group):
            raise GateClosedError("still_to_come")
        index = t.tokens[index].head


@of_its_words
def is_conditional(passage: Passage) -> bool:
    """Whether a sentence says something on a condition: `if`, `siempre que`, but not `si bien`."""
    never, conditions = _conditions(passage.language)
    return conditions.search(never.sub(" ", passage.words)) is not None


@cache
def _conditions(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What only looks like a condition, and conditions."""
    grammar = grammar_of(language)
    never, conditions = (rf"\b{one_of(words)}\b" for words in (grammar.never_conditions, grammar.conditions))
    return re.compile(never, re.IGNORECASE), re.compile(conditions, re.IGNORECASE)


def _is_finite(t: Transfer, act: int) -> bool:
    """A finite verb, or one whose auxiliary is; not one that another verb governs (`plans to demand`)."""
    group = [t.tokens[i] for i in (act, *t.below(act, "aux"))]
    return any(token.feat("VerbForm") == "Fin" for token in group)


# ------------------------------------------------------------------ its content


def _content_heads(t: Transfer, act: int, form: ActForm) -> list[int]:
    if form.kind == "adjective":
        return t.below(act, "nsubj", "csubj")
    if t.relations[act] == "aux":  # `must reduce`
        return [t.tokens[act].head]
    idiom = [i for i in t.below(act) if form.object and t.tokens[i].lemma.casefold() in form.object]
    slots = form.content or ("clause", "inf", "obj")
    found = (i for above in (act, *idiom) for i in t.below(above) if i not in idiom)
    heads = [i for i in found if any(_fills(t, i, slot) for slot in slots) or _is_wish_of_noun(t, i, form)]
    return [part for head in heads for part in (head, *t.below(head, "conj"))]


def _fills(t: Transfer, index: int, slot: str) -> bool:
    """Whether a word stands where a form governs its content: `obj`, `clause`, `inf`, a preposition with or without a verb."""
    token, words = t.tokens[index], slot.split()
    opener = next((t.tokens[i].form.casefold() for i in t.below(index, "case", "mark")), "")
    relation, verbal = base(token), token.upos in {"VERB", "AUX"}
    if words[-1] == "obj":
        return (relation == "obj" or token.deprel == "nsubj:pass") and not t.below(index, "case")
    if words[-1] == "clause":
        return relation == "ccomp" and (len(words) == 1 or opener == words[0])
    if words[-1] in {"inf", "ger"}:
        marks = {"", "to"} if len(words) == 1 else {words[0]}
        return relation in {"xcomp", "ccomp", "advcl", "acl", "obl"} and verbal and opener in marks
    return relation in {"obl", "nmod", "obj"} and opener == slot


def _is_wish_of_noun(t: Transfer, index: int, form: ActForm) -> bool:
    """`the insistence on closing …`, `la insistencia de cerrar …`: what a noun governs, whatever its preposition."""
    return form.kind == "noun" and t.relations[index] == "acl" and t.tokens[index].feat("VerbForm") in {"Inf", "Ger"}


def _behind_shell(t: Transfer, index: int, shells: frozenset[str]) -> list[int]:
    """`the proposal for joint patrols` -> `patrols`; a shell that holds a clause, or nothing, holds no topic."""
    if t.tokens[index].lemma.casefold() not in shells:
        return [index]
    inner = [
        i
        for i in t.below(index, "nmod")
        if t.below(i, "case") and not any(m.span.contains(t.tokens[i].span) for m in t.mentions)
    ]
    return [part for head in inner for part in (head, *t.below(head, "conj"))]


def _own_words(t: Transfer, head: int) -> frozenset[int]:
    """The words below a head without the clauses that say why, when or under which circumstances."""
    beside = {
        i
        for child in subtree(t, head)
        if child != head and (t.relations[child] in _BESIDE or _only_describes(t, child))
        for i in subtree(t, child)
    }
    return subtree(t, head) - beside


def _only_describes(t: Transfer, index: int) -> bool:
    """A relative or purpose clause behind a noun: `patrols to stop smugglers`, also where the verb is taken for a noun."""
    purpose = grammar_of(t.passage.language).purpose.strip()
    openers = {t.tokens[i].form.casefold() for i in t.below(index, "case")}
    return t.relations[index] == "acl" or (t.relations[index] == "nmod" and purpose in openers)
