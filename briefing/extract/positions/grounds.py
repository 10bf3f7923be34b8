"""What a label rests on: a denial on something alleged, a refusal on something asked for, a plan on a plan.

Most wrong positions are true sentences under too strong a label: `we have not come to terms` denies nothing, `will not tie the
case to the talks` refuses nobody anything.  Where the words show nothing of the kind, the label is the neutral one.
"""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, finite_of, is_relation, is_verbal
from briefing.model import Stance
from briefing.model.stances import ASKED, GRAVE

BESIDE_DENIAL = 2
"""Sentences before a denial, and as many behind it, in which what is denied may be alleged."""


def names_its_act(clause: Clause) -> bool:
    """Whether a word of the knowledge, and not any verb, carries the clause."""
    return bool(clause.form.lemma)


def is_unasked_denial(reading: Reading, clause: Clause) -> bool:
    """`No hemos llegado a un entendimiento`, `has received no reply`: no word of denying, and nothing that anybody alleges."""
    if clause.act.stance in {"denies", "rejects"} and names_its_act(clause):  # `descartó que haya un acuerdo` denies it
        return False
    return not has_an_allegation_near(reading, clause.sentence) and not is_of_a_grave_deed(reading, clause)


def has_an_allegation_near(reading: Reading, number: int) -> bool:
    """`accused it of …`, `no such offer`, `nunca`: in the sentence or near it."""
    near = reading.trees[max(0, number - BESIDE_DENIAL) : number + BESIDE_DENIAL + 1]
    words = {word for tree in near for token in tree.tokens for word in (token.lemma.lower(), token.form.lower())}
    own = words_of_sentence(reading.trees[number])
    return bool(words & reading.words.alleging) or any(f" {phrase} " in own for phrase in reading.words.at_no_time)


SAID: frozenset[Stance] = frozenset({"proposes", "offers", "demands", "requests", "threatens", "accuses"})


def is_of_a_grave_deed(reading: Reading, clause: Clause) -> bool:
    """`had not fired on the boats`, `is not considering sanctions`, `did not ask for money`: who says so was thought to have.

    Not what something is: `is not a fine`.
    """
    tree = reading.trees[clause.sentence]
    verbs = [i for i in (clause.head, *clause.content) if tree.tokens[i].upos == "VERB"]
    below = [c for i in verbs for c in children(tree, i, "obj", "xcomp", "nsubj:pass")]
    acts = [match_act(reading, tree, index) for index in (*verbs, *below)]
    return any(act is not None and (act[0].plover in GRAVE or act[0].stance in SAID) for act in acts)


def is_bare_refusal(reading: Reading, clause: Clause) -> bool:
    """`will not tie the case to the talks`, `no tomará represalias`: negated, and nothing that others ask for."""
    lemma = reading.trees[clause.sentence].tokens[clause.head].lemma.lower()
    return clause.negated and not names_its_act(clause) and lemma not in reading.words.refusable


def is_kept_from_harm(reading: Reading, clause: Clause) -> bool:
    """`will not let a form come between us`, `no permitiremos que los rumores empañen el lazo`: no permission is refused."""
    tree = reading.trees[clause.sentence]
    if not clause.negated or tree.tokens[clause.head].lemma.lower() not in reading.words.letting:
        return False
    let = [tree.tokens[i] for i in children(tree, clause.head, "xcomp", "ccomp")]
    us = [i for i, t in enumerate(tree.tokens) if t.form.lower() in reading.words.first_person and i > clause.head]
    between = any(case_of(tree, i) in reading.words.between_cases for i in us)
    return between or any({t.lemma.lower(), t.form.lower()} & reading.words.spoiling for t in let)


def is_stood_by(reading: Reading, clause: Clause) -> bool:
    """`no dejará sola a Malta`, `will not turn its back on Malta`: who is stood by is refused nothing."""
    return clause.negated and any(
        f" {phrase} " in words_of_sentence(reading.trees[clause.sentence]) for phrase in reading.words.forsaking
    )


def ceases_nothing(reading: Reading, clause: Clause) -> bool:
    """`will not suspend the works`, `no vamos a parar las compras`: it goes on; a refusal where somebody asks it to stop."""
    verb = lemma_with_particle(reading.trees[clause.sentence], clause.head)
    return clause.negated and bool(verb & reading.words.ceasing) and not is_asked_for_here(reading, clause)


def lemma_with_particle(tree: Tree, head: int) -> set[str]:
    """`break`, and `break off`."""
    lemma = tree.tokens[head].lemma.lower()
    return {lemma, *(f"{lemma} {tree.tokens[c].form.lower()}" for c in children(tree, head, "compound:prt", "advmod"))}


STEM = 5
"""Letters by which `suspension` and `suspend` are one word."""


def is_asked_for_here(reading: Reading, clause: Clause) -> bool:
    """Whether the article tells that somebody asks for it: `demanded the suspension of the works`."""
    stem = reading.trees[clause.sentence].tokens[clause.head].lemma.lower()[:STEM]
    return any(
        token.lemma.lower().startswith(stem) and any(is_asking(reading, tree, above) for above in ancestors(tree, index))
        for tree in reading.trees
        for index, token in enumerate(tree.tokens)
        if (tree, index) != (reading.trees[clause.sentence], clause.head)
    )


def is_asking(reading: Reading, tree: Tree, index: int) -> bool:
    match = match_act(reading, tree, index)
    return match is not None and match[0].stance in ASKED


def is_ever_open(reading: Reading, clause: Clause) -> bool:
    """`is always open to dialogue`, `siempre está abierto al diálogo`: how it sees itself, and nothing is offered."""
    tree = reading.trees[clause.sentence]
    beside = children(tree, clause.head, "advmod") + children(tree, clause.trigger, "advmod")
    return clause.form.kind == "adjective" and any(tree.tokens[c].form.lower() in reading.words.always for c in beside)


def is_not_done_yet(reading: Reading, clause: Clause) -> bool:
    """`has not accepted`, `no ha aceptado`, `said that it had not accepted`: not so far."""
    tree = reading.trees[clause.sentence]
    helped = [tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "aux")]
    perfect = tree.tokens[clause.head].feat("VerbForm") == "Part" and bool({*helped} & reading.words.perfect_auxiliaries)
    told = is_relation(tree.tokens[clause.head], "ccomp")
    tense = finite_of(tree, clause.head).feat("Tense")
    return clause.negated and perfect and (tense == "Pres" or (told and tense in {"Past", "Imp"}))


def is_between_them(reading: Reading, clause: Clause) -> bool:
    """`Fiyi y Tonga no se ponen de acuerdo`: they differ, and neither refuses the other anything."""
    several = clause.subject is not None and len(clause.subject.actors) > 1
    return clause.negated and several and clause.act.plover == "AGREE"


def is_hoped(reading: Reading, clause: Clause) -> bool:
    """`expects to sign this year`, `confía en cerrar el pacto`: what is looked forward to is not announced."""
    lemma = reading.trees[clause.sentence].tokens[clause.trigger].lemma.lower()
    return lemma in reading.words.hoping or is_believed(reading, clause)


def is_believed(reading: Reading, clause: Clause) -> bool:
    """`I think we will find a solution`, `creo que …`, `we will find one, I think`: thought by who says so."""
    tree, below = reading.trees[clause.sentence], clause.head
    for above in (clause.head, *ancestors(tree, clause.head)):
        beside = children(tree, above, "parataxis")
        if any(tree.tokens[c].lemma.lower() in reading.words.believing and is_first(tree, c) for c in beside):
            return True
        told = above != clause.head and is_relation(tree.tokens[below], "ccomp", "parataxis")
        if told and tree.tokens[above].lemma.lower() in reading.words.believing:
            return True
        below = above
    return False


def is_first(tree: Tree, index: int) -> bool:
    return finite_of(tree, index).feat("Person") == "1" or any(
        tree.tokens[c].feat("Person") == "1" for c in children(tree, index, "nsubj")
    )


def is_hoped_to_be_done(reading: Reading, clause: Clause) -> bool:
    """`confía en alcanzar un arreglo`; who trusts the courts supports them."""
    tree = reading.trees[clause.sentence]
    told = (*clause.content, *children(tree, clause.head, "xcomp", "ccomp", "advcl", "obl"))
    return is_hoped(reading, clause) and any(is_verbal(tree.tokens[c]) for c in told)


def words_of_sentence(tree: Tree) -> str:
    """The words of a sentence in lower case, without its marks, between blanks."""
    return f" {' '.join(token.form.lower() for token in tree.tokens if token.upos != 'PUNCT')} "
