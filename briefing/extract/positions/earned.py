"""A label that is earned: printed where the sentence has a shape that does what the label says; else the neutral one is.

Most wrong labels stand over a sentence that does something else, each time of a new kind; so a label is let through by what
speaks for it, and not stopped by what speaks against it: by its shape, where an act that is owned, named, attributive or aside
earns nothing (`CANONICAL`), and by what its words govern.
"""

from __future__ import annotations

from briefing.extract.positions.shapes import Shape, shape_of
from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_future, is_negated, is_would
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_relation,
    is_verbal,
    mark_of,
    span_of,
)
from briefing.model import Stance, Token

CANONICAL: frozenset[Shape] = frozenset({"main", "said", "relative"})
BY_NOUN: frozenset[Stance] = frozenset({"proposes", "offers", "requests", "demands", "rejects", "accuses"})
"""What a noun with its possessor and its content tells as well as a verb: `rejected Chile's proposal to close the port`."""
WITHOUT_CONTENT: frozenset[Stance] = frozenset({"accuses"})
"""Those of them whose noun says enough: `rejected Chile's accusations`."""
NO_ACT_OF_ITS_OWN = frozenset({"invite", "willing", "insist_on"})
"""Acts whose noun tells of a courtesy or a mood: `aceptó la invitación de Chile`, `agradeció la disposición de Chile`."""


def is_only_named(reading: Reading, clause: Clause, government: str) -> bool:
    """`Ghana's minister thanked Togo for its readiness`: of Togo, in a sentence in which another acts; no line of Togo's."""
    tree = reading.trees[clause.sentence]
    if shape_of(reading, clause) not in {"owned", "named"}:
        return False
    doers = [find_subject(reading, tree, i) for i in ancestors(tree, clause.head) if is_verbal(tree.tokens[i])]
    codes = [codes_of_all(reading, doer.actors) for doer in doers if doer is not None]
    if not any(codes):
        return is_beside_nobodys_verb(reading, tree, clause)
    return not any(government in found for found in codes)


def is_beside_nobodys_verb(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`Earlier attempts stalled over price and over Togo's objections`: the teller's own, beside a verb of no government."""
    above = next((i for i in (clause.head, *ancestors(tree, clause.head)) if not is_relation(tree.tokens[i], "conj")), -1)
    return is_relation(tree.tokens[above], "obl", "nmod") and bool(case_of(tree, above))


def has_its_shape(reading: Reading, clause: Clause, stance: Stance) -> bool:
    """Whether the act stands where its label can be read off: see `shapes`."""
    shape = shape_of(reading, clause)
    told = (
        shape == "owned"
        and (has_own_content(reading, clause) or stance in WITHOUT_CONTENT)
        and clause.act.id not in NO_ACT_OF_ITS_OWN
    )
    return shape in CANONICAL or (told and stance in BY_NOUN)


def has_own_content(reading: Reading, clause: Clause) -> bool:
    """`Togo's offer of a loan`; in `the offer of Togo` only the possessor stands."""
    tree = reading.trees[clause.sentence]
    owners = set(clause.holders)
    named = ({m.actor for m in mentions_in(reading, tree.tokens[c].span)} for c in clause.content)
    return any(not actors & owners for actors in named)


BINDING: frozenset[Stance] = frozenset({"agrees", "promises", "offers", "supports"})
"""Stances that another may say one took, and one denies."""


def is_anothers_claim(reading: Reading, clause: Clause, chain: Chain, stance: Stance) -> bool:
    """`quien, según ella, se comprometió a …`, `explicó que su colega le prometió …`: somebody says that another promised."""
    own = codes_of_all(reading, clause.holders)
    tellers = [codes for link in chain if (codes := codes_of_all(reading, link))]
    if stance == "promises" and own and tellers and not tellers[-1] & own:
        return True
    return stance in BINDING and is_told_by_a_pronoun(reading, clause)


def is_told_by_a_pronoun(reading: Reading, clause: Clause) -> bool:
    """`según ella`, `according to him`, beside the clause or one above it."""
    tree = reading.trees[clause.sentence]
    beside = (c for i in (clause.head, *ancestors(tree, clause.head)) for c in children(tree, i, "obl", "nmod", "advcl"))
    told = (c for c in beside if case_of(tree, c) in reading.words.attribution_cases)
    return any(reading.words.gender_of(tree.tokens[c].form.lower()) for c in told)


# ------------------------------------------------------------------ what is wanted


def wish_of(reading: Reading, clause: Clause, stance: Stance) -> Stance:
    """`wants Togo to open the port` requests; `wants to settle it`, `wants a relationship` says what it would like.

    Proposed is what may be done by whomever: `quiere que el texto incluya un tope`.  Refused is only what it does not want of
    others: `no queremos que haya cuotas`, and not `did not wish to start a dispute`.
    """
    if clause.act.kind != "wish" or stance not in {"proposes", "rejects"} or clause.act.id == "reluctant":
        return stance
    tree, own = reading.trees[clause.sentence], codes_of_all(reading, clause.holders)
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp", "csubj") and is_verbal(finite_of(tree, c))]
    doers = [find_subject(reading, tree, c) for c in told]
    asked = codes_of_all(reading, (*clause.addressees, *(a for doer in doers if doer for a in doer.actors)))
    if stance == "proposes" and asked - own:
        return "requests"
    things = [c for c in clause.content if tree.tokens[c].upos == "NOUN"]
    shared = codes_of_all(reading, [m.actor for c in things for m in mentions_in(reading, span_of(tree, c))]) - own
    return stance if told or shared or asked - own else "states"


# ------------------------------------------------------------------ what is governed


def is_of_a_deed(reading: Reading, clause: Clause) -> bool:
    """`se comprometió a pagar`, `committed to opening it`; not `remains committed to the pool`."""
    tree = reading.trees[clause.sentence]
    below = {
        c
        for i in (clause.head, clause.trigger, *clause.content)
        for c in (i, *children(tree, i, "acl", "xcomp", "ccomp", "advcl"))
    }
    return any(is_verbal(tree.tokens[c]) for c in below - {clause.head, clause.trigger})


def is_of_something(reading: Reading, clause: Clause) -> bool:
    """`promised pumps`; not `promised no such document`, `attached no condition to the loan`."""
    tree = reading.trees[clause.sentence]
    things = {*clause.content, *children(tree, clause.head, "obj")}
    none = [tree.tokens[d].form.lower() in reading.words.none_of for c in things for d in children(tree, c, "det")]
    return not any(none)


def is_of_its_maker(reading: Reading, clause: Clause) -> bool:
    """`conveyed a request for time`; not `conveyed the request to his capital`, which the other side has made."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[tree.tokens[clause.trigger].head].lemma.lower()
    known = [c for c in children(tree, clause.trigger, "det") if tree.tokens[c].feat("Definite") == "Def"]
    passed_on = clause.form.kind == "noun" and bool(known) and above in reading.words.passing_on
    return not passed_on or bool(clause.content)


def is_against_somebody(reading: Reading, clause: Clause) -> bool:
    """`blamed Ghana for the delay`; not `blamed the delay on a form that Ghana prints`."""
    own = codes_of_all(reading, clause.holders)
    return any(not codes_of_all(reading, (actor,)) & own for actor in clause.addressees)


def is_of_no_fact(reading: Reading, clause: Clause) -> bool:
    """`welcomed the offer`; not `celebraron que la fila haya disminuido`, `welcomed that …`."""
    tree = reading.trees[clause.sentence]
    opened = [c for c in children(tree, clause.head, "ccomp", "advcl", "csubj") if c > clause.head]
    return not any(set(mark_of(tree, c).split()) & reading.words.relatives for c in opened)


def is_of_a_government(reading: Reading, clause: Clause) -> bool:
    """`confidence in the President`; not `confiamos en la justicia`, `solidaridad con las víctimas`."""
    tree = reading.trees[clause.sentence]
    whole = tree.tokens[clause.head].head if clause.form.kind == "noun" else clause.head
    named = [m.actor for m in mentions_in(reading, span_of(tree, max(whole, 0))) if not m.place]
    own = codes_of_all(reading, clause.holders)
    return any(speaks_for_one(reading, actor) and codes_of_all(reading, (actor,)) - own for actor in named)


def speaks_for_one(reading: Reading, actor_id: str) -> bool:
    row = reading.knowledge.actors.get(actor_id) or reading.knowledge.actors.get(actor_id.partition(".")[2])
    return row is None or (row.official and row.branch == "executive")


def is_to_come(reading: Reading, clause: Clause) -> bool:
    """`confirmed that he would travel`, `confirmed two visits`; not `confirmed the call`, `that supplies have been stable`."""
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp", "xcomp")]
    things = [c for c in clause.content if tree.tokens[c].upos == "NOUN" and c not in told]
    known = any(tree.tokens[d].feat("Definite") == "Def" for c in things for d in children(tree, c, "det"))
    lasting = any(tree.tokens[c].feat("VerbForm") == "Part" or children(tree, c, "cop") for c in told)
    ahead = any(is_ahead(reading, tree, i) for i in (told or range(len(tree.tokens))))
    return ahead or not (known or lasting)


def is_ahead(reading: Reading, tree: Tree, index: int) -> bool:
    return is_future(reading, tree, index) or is_would(reading, tree, index)


def is_of_ones_own(reading: Reading, clause: Clause) -> bool:
    """`decided to close the port`, `decidió que el puerto cierre`; not `decides who works here`, which boasts of a right."""
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp")]
    return finite_of(tree, clause.head).feat("Tense") != "Pres" or not told


def is_decided(reading: Reading, clause: Clause) -> bool:
    """`decided to close the port`; not `decidirá el jueves sobre el peaje`."""
    return not clause.future


def is_of_no_question(reading: Reading, clause: Clause) -> bool:
    """Not `will decide on Thursday whether to ask Togo`, `will announce whether it accepts`."""
    tree = reading.trees[clause.sentence]
    below = (*clause.content, *children(tree, clause.head, "advcl", "ccomp", "xcomp"))
    opened = {mark_of(tree, c) for c in below} | {tree.tokens[m].form.lower() for c in below for m in children(tree, c, "mark")}
    return not opened & reading.words.whether_marks


def is_kept_to(reading: Reading, clause: Clause) -> bool:
    """`Aceptamos la ciencia. Lo que no aceptamos es …`: the next sentence takes the same word back, and is no other's."""
    after = clause.sentence + 1
    if after >= len(reading.trees):
        return True
    lemma, tree = reading.trees[clause.sentence].tokens[clause.head].lemma, reading.trees[after]
    taken = [i for i, token in enumerate(tree.tokens) if token.lemma == lemma and is_negated(reading, tree, i)]
    return all(is_of_another(reading, clause, find_subject(reading, tree, i)) for i in taken)


def is_of_another(reading: Reading, clause: Clause, doer: Subject | None) -> bool:
    """Whether a subject is of other governments than a clause's."""
    own = codes_of_all(reading, clause.holders)
    others = codes_of_all(reading, doer.actors if doer else ())
    return bool(own and others) and not own & others


def is_of_no_rift(reading: Reading, clause: Clause) -> bool:
    """`agreed to open it`; not `agreed to disagree`."""
    acts = [match_act(reading, reading.trees[clause.sentence], c) for c in clause.content]
    return not any(act is not None and act[0].stance == "rejects" for act in acts)


def is_of_no_past(reading: Reading, clause: Clause) -> bool:
    """`accepted a survey`; not `accepted that mistakes had been made`, which admits them."""
    tree = reading.trees[clause.sentence]
    told = children(tree, clause.head, "ccomp")
    return not any(finite_of(tree, c).feat("Tense") in {"Past", "Imp"} and not is_ahead(reading, tree, c) for c in told)


def is_to_be_done(reading: Reading, clause: Clause) -> bool:
    """`assured the mayors that it will not withdraw`; not `assured them that the dam is safe`."""
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp") and is_verbal(finite_of(tree, c))]
    here = [c for c in told if clause.trigger < c]
    return not here or any(is_ahead(reading, tree, c) or finite_of(tree, c).feat("Mood") == "Sub" for c in here)


def backs_a_thing(reading: Reading, clause: Clause) -> bool:
    """`welcomed the offer`, `defended the ban`; not `welcomed the ambassador`, `defended himself`."""
    tree = reading.trees[clause.sentence]
    backed = [tree.tokens[c] for c in children(tree, clause.head, "obj")]
    people = reading.words.officials | reading.words.holders | reading.words.diplomats
    received = clause.act.id == "welcome" and any(token.lemma.lower() in people for token in backed)
    return not received and not any(token.feat("Reflex") == "Yes" for token in backed)


def is_asked_of_a_side(reading: Reading, clause: Clause) -> bool:
    """`asked Ghana to leave`; not `asked reporters to leave`."""
    tree = reading.trees[clause.sentence]
    asked = (tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "obj", "iobj", "obl"))
    return not any(lemma in reading.words.press for lemma in asked)


def is_asked_of_others(reading: Reading, clause: Clause) -> bool:
    """`Ghana must pay`; not `our agency has to check`, `it has to check`, nor `has yet to pay`, which reproaches."""
    tree = reading.trees[clause.sentence]
    told = (clause.head, *clause.content, *children(tree, clause.head, "conj"))
    doers = [d for i in told for d in children(tree, i, "nsubj")]
    owners = {tree.tokens[d].form.lower() for c in doers for d in children(tree, c, "det", "nmod")}
    own = bool(owners & (reading.words.own | reading.words.possessives))
    bare = children(tree, clause.head, "nsubj")
    nobody = clause.subject is None and any(tree.tokens[c].feat("PronType") == "Prs" for c in bare)
    behind = [token.form.lower() for token in tree.tokens[clause.trigger + 1 : clause.trigger + 2]]
    return not own and not nobody and not reading.words.not_yet & {*behind}


def is_told_in_words(reading: Reading, clause: Clause) -> bool:
    """`wants the port to be opened`; of `quiero que sigan siéndolo` nobody can tell what is proposed."""
    tree = reading.trees[clause.sentence]
    spans = [span_of(tree, c) for c in clause.content]
    told = {t.upos for t in tree.tokens if any(s.contains(t.span) for s in spans)}
    return clause.act.kind != "wish" or "PRON" not in told or bool(told & {"NOUN", "PROPN"})


def is_no_guess(reading: Reading, clause: Clause) -> bool:
    """`suggested that they share the cost`; not `suggested there could be a motive`, `sugirió que hubo presiones`."""
    tree = reading.trees[clause.sentence]
    told = children(tree, clause.head, "ccomp")
    behind = tree.tokens[clause.trigger + 1 : clause.trigger + 1 + BEHIND_SUGGESTING]
    there = any(t.deprel == "expl" or (t.upos == "PRON" and is_relation(t, "advmod")) for t in behind)
    verbs = [finite_of(tree, c) for c in told]
    return not there and not any(v.feat("Mood") == "Ind" and v.feat("Tense") in {"Past", "Imp"} for v in verbs)


BEHIND_SUGGESTING = 2
"""Words: `that | there`, also where a parser takes `there` for a place."""


def is_no_sentence(reading: Reading, clause: Clause) -> bool:
    """`condenó el ataque`; not `condenó a dos traficantes a seis años`."""
    span = span_of(reading.trees[clause.sentence], clause.head)
    return not any(q.unit in TERMS for q in reading.doc.quantities if span.contains(q.span))


TERMS = frozenset({"year", "month"})
"""Units of a term in prison."""


def is_insisted_on(reading: Reading, clause: Clause) -> bool:
    """`insists that the line be built`, `insiste en mantenerlo`; not `“It stays,” he insisted`, `that it is legal`."""
    tree = reading.trees[clause.sentence]
    told = [c for c in children(tree, clause.head, "ccomp", "parataxis") if is_verbal(finite_of(tree, c))]
    ends = tuple(reading.words.that_marks)
    told += [c for c in children(tree, clause.head, "advcl", "acl", "obl", "xcomp") if mark_of(tree, c).endswith(ends)]
    things = {tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "obl")}
    wanted = all(c > clause.head and is_subjunctive(finite_of(tree, c)) for c in told)
    return wanted and not things & reading.words.only_stressed


def is_subjunctive(verb: Token) -> bool:
    """`insisted that he withdraw`, `que se abra`; not `that the treaty obliges Peru`, `that it was valid`."""
    marked = verb.feat("Tense") == "Past" or verb.feat("Person") == "3" or verb.upos == "AUX" or verb.feat("Mood") == "Cnd"
    bare = verb.deprel in {"cop", "aux:pass"} and verb.form.lower() == verb.lemma.lower()  # `that the lorries be released`
    return bare or verb.feat("Mood") == "Sub" or verb.feat("VerbForm") == "Inf" or not marked
