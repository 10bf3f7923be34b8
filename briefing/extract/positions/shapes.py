"""In which shape a sentence has the word of an act: of its own, in what somebody says, in a relative clause, only named.

A label can be trusted by its shape more than by its word: `Ghana rejects it` and `said that Ghana rejects it` reject;
in `because it rejects …`, `to reject …`, `the rejection of …` something else is told.
"""

from __future__ import annotations

from typing import Literal

from briefing.extract.reading import Reading, codes_of_all, quote_at
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    finite_of,
    is_behind_semicolon,
    is_relation,
    is_verbal,
    mark_of,
    span_of,
)
from briefing.model import Stance

Shape = Literal["main", "said", "relative", "owned", "named", "attribute", "aside"]
"""`main`: of the main clause or beside it; `said`: of what is said; `relative`: of a clause in which a noun does it;
`owned`: a noun with its possessor (`Ghana's refusal`); `named`: a noun that no light verb carries; `attribute`: an adjective
that only qualifies; `aside`: purpose, time, or what a verb governs that says nothing."""

MAINTAINING: frozenset[Stance | None] = frozenset({None, "announces", "demands"})
"""Stances of verbs that say what they govern: `announced that`, and `insistió en que no reconoce …` in the indicative."""

TURNING = "CONSULT"
"""The class of acts by which one turns to another: calling, meeting, writing."""


def shape_of(reading: Reading, clause: Clause) -> Shape:
    """The shape of a clause, by the relations from its word up to the root."""
    tree, head = reading.trees[clause.sentence], clause.head
    if clause.form.kind == "noun":
        return shape_of_noun(reading, tree, clause)
    qualified = tree.tokens[clause.trigger].head
    if clause.form.kind == "adjective" and is_relation(tree.tokens[clause.trigger], "amod") and qualified >= 0:
        return (
            "main" if is_relation(tree.tokens[qualified], "obj") and not is_of_none(reading, tree, qualified) else "attribute"
        )
    return place_of(reading, tree, head)


def shape_of_noun(reading: Reading, tree: Tree, clause: Clause) -> Shape:
    """`made an offer`, `reiteró su rechazo`: as the verb that carries the noun stands; else owned, or only named."""
    above = tree.tokens[clause.head].head
    if clause.subject is not None and clause.subject.how == "noun" and not is_done_by_its_owner(reading, tree, clause):
        return "owned"
    if above < 0:
        return "main"
    return place_of(reading, tree, above) if is_carried(reading, tree, clause, above) else "named"


def is_carried(reading: Reading, tree: Tree, clause: Clause, above: int) -> bool:
    """`made an offer`; not `put off the release`, `giving the deal ten days`, which is there already."""
    verb = tree.tokens[above]
    carries = verb.lemma.lower() in reading.words.light_verbs | reading.words.getting and is_verbal(verb)
    defined = any(tree.tokens[d].feat("Definite") == "Def" for d in children(tree, clause.head, "det"))
    told = bool(clause.content) or bool(children(tree, clause.head, "nmod", "acl", "ccomp", "amod"))
    return (
        carries
        and is_relation(tree.tokens[clause.head], "obj", "obl", "nsubj:pass", "xcomp")
        and not children(tree, above, "compound")
        and (told or not defined)
    )


def is_done_by_its_owner(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`Meade reiteró el rechazo de México`: the possessor, or its minister, does it."""
    verb = tree.tokens[clause.head].head
    doer = find_subject(reading, tree, verb) if verb >= 0 and is_verbal(tree.tokens[verb]) else None
    own = codes_of_all(reading, clause.holders)
    return doer is not None and bool(own & codes_of_all(reading, doer.actors))


def is_of_none(reading: Reading, tree: Tree, noun: int) -> bool:
    """`has no overdue bill`: the adjective says which bill, and there is none."""
    return any(tree.tokens[d].form.lower() in reading.words.none_of for d in children(tree, noun, "det"))


def place_of(reading: Reading, tree: Tree, index: int) -> Shape:
    """Where a verb or predicate stands."""
    found: Shape = "main"
    while (above := tree.tokens[index].head) >= 0:
        if stands_beside_none(tree, index, above):
            index = tree.tokens[above].head
            continue
        step = step_above(reading, tree, index, above)
        if step in {"aside", "relative"}:
            return step
        found = "said" if step == "said" else found
        index = above
    return found


def stands_beside_none(tree: Tree, index: int, above: int) -> bool:
    """`is ready to build it but will not pay`: a verb with a tense stands beside none without one, whatever the tree says."""
    tensed = finite_of(tree, index).feat("VerbForm") == "Fin"
    bare = is_relation(tree.tokens[above], "xcomp") and tree.tokens[above].feat("VerbForm") == "Inf"
    return is_relation(tree.tokens[index], "conj") and tensed and bare and not children(tree, above, "aux")


def step_above(reading: Reading, tree: Tree, index: int, above: int) -> Shape:
    """What one relation makes of the words below it."""
    token = tree.tokens[index]
    if above < index and is_behind_semicolon(tree, above, index):
        return "main"
    if is_relation(token, "conj", "appos") or is_helped(reading, tree, index, above) or is_cleft(tree, index, above):
        return "main"
    if is_relation(token, "ccomp", "parataxis", "obj", "nsubj") or is_opened_as_content(reading, tree, index):
        return "said" if is_said_by(reading, tree, index, above) else "aside"
    if is_relation(token, "acl"):
        if is_of_a_talk(reading, tree, index, above):
            return "main"
        doer = find_subject(reading, tree, index)
        return "relative" if doer is not None and doer.how == "relative" else "aside"
    return "main" if is_beside(reading, tree, index) or is_brought_before(reading, tree, index, above) else "aside"


def is_helped(reading: Reading, tree: Tree, index: int, above: int) -> bool:
    """`remains open to talks`, `called the ban illegal`, `will keep demanding`, `va a pedir`: the verb above only helps."""
    if not is_relation(tree.tokens[index], "xcomp", "obj"):
        return False
    verb = tree.tokens[above]
    helps = reading.words.aspectual | reading.words.future_auxiliaries
    predicate = tree.tokens[index].upos == "ADJ" or tree.tokens[index].feat("VerbForm") == "Part"
    return predicate or bool({verb.lemma.lower(), verb.form.lower()} & helps)


def is_cleft(tree: Tree, index: int, above: int) -> bool:
    """`What we propose is …`, `lo que no aceptamos es que …`."""
    token = tree.tokens[index]
    copula = bool(children(tree, above, "cop"))
    free = is_relation(token, "acl") and tree.tokens[above].upos == "PRON"
    return is_relation(token, "csubj") or free or (is_relation(token, "nsubj") and token.upos == "PRON" and copula)


def is_of_a_talk(reading: Reading, tree: Tree, index: int, above: int) -> bool:
    """`held a call in which the President reiterated her rejection`, `una reunión en la que pidió …`: said there."""
    match = match_act(reading, tree, above)
    cases = {case_of(tree, c) for c in children(tree, index, "obl") if tree.tokens[c].form.lower() in reading.words.relatives}
    return match is not None and match[0].kind == "meeting" and any(cases)


def is_opened_as_content(reading: Reading, tree: Tree, index: int) -> bool:
    """`dejó claro que …`, `acordaron una tregua, informaron`, which a parser hangs on the verb as if it said when."""
    opened = mark_of(tree, index)
    bare = not opened and finite_of(tree, index).feat("VerbForm") == "Fin"
    return is_relation(tree.tokens[index], "advcl") and (bare or opened in reading.words.relatives)


def is_said_by(reading: Reading, tree: Tree, index: int, above: int) -> bool:
    """`said that …`, `“…”, dijo`, `… — the ministry agreed`; not `believes that`, `denies that`."""
    quote = quote_at(reading, tree.tokens[index].span)
    if quote is not None and not quote.content.contains(tree.tokens[above].span):
        return True
    if is_relation(tree.tokens[index], "parataxis"):  # `Costa Rica on Friday turned down …`, torn off its name
        return above > index or is_set_off(tree, index) or not is_verbal(tree.tokens[above])
    match = match_act(reading, tree, above)
    says = match is not None and (match[0].kind == "reporting" or match[0].stance in MAINTAINING)
    return tree.tokens[above].lemma.lower() in reading.words.saying or says


def is_set_off(tree: Tree, index: int) -> bool:
    """Behind a mark: `could come first: Uruguay has invited …`; not `on terms both accept`."""
    first = next(i for i, token in enumerate(tree.tokens) if token.span.start == span_of(tree, index).start)
    return first > 0 and tree.tokens[first - 1].upos == "PUNCT" and tree.tokens[first - 1].form != ","


def is_brought_before(reading: Reading, tree: Tree, index: int, above: int) -> bool:
    """`citó al embajador para exigir …`, `wrote to Ghana to ask …`: whom one turns to in order to say it is told it."""
    match = match_act(reading, tree, above)
    turns = match is not None and (match[0].meeting is not None or match[0].plover == TURNING)
    sends = tree.tokens[above].lemma.lower() in reading.words.sending
    purpose = is_relation(tree.tokens[index], "advcl", "xcomp") and tree.tokens[index].feat("VerbForm") == "Inf"
    return purpose and (turns or sends)


def is_beside(reading: Reading, tree: Tree, index: int) -> bool:
    """`…, though it is willing to talk`, `…, asking Ghana to lift it`: told besides, and neither when nor what for."""
    token, finite = tree.tokens[index], finite_of(tree, index)
    if not is_relation(token, "advcl"):
        return False
    told = mark_of(tree, index) in reading.words.told_besides and finite.feat("Mood") != "Sub"
    adding = token.feat("VerbForm") == "Ger" and not mark_of(tree, index)
    return told or adding or (token.feat("VerbForm") == "Part" and token.feat("Tense") == "Pres" and not mark_of(tree, index))
