"""What a government says that it will or will not do, and what it says that it has not done, whatever the verb.

`Chile will not sign until …, the minister said`: the acts of the knowledge cover what is usual between governments; what one
declares about itself is its position also where the verb is none of them.  Nobody else's word counts, and it must concern
somebody else: home affairs are no position.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.positions.ascribed import Ascription
from briefing.extract.positions.denials import is_first_of_its_kind, is_lasting
from briefing.extract.positions.hearsay import is_hearsay, quoting_actors
from briefing.extract.positions.labels import has_condition, is_possible, names_another
from briefing.extract.reading import Reading, codes_of_all, governments_of, quote_at, voices_at
from briefing.extract.sentence.attribution import Chain, attribution_chain, is_polite, lets_stand
from briefing.extract.sentence.clauses import Clause, certainty_of_parse
from briefing.extract.sentence.moods import (
    has_modal,
    is_conditional,
    is_future,
    is_hypothetical,
    is_negated,
    is_reported_future,
    is_undecided,
    is_withheld,
)
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, finite_of, is_passive, is_relation, mark_of
from briefing.knowledge.entries import ActForm
from briefing.model import Stance
from briefing.model.stances import UNDERTAKEN

Declared = tuple[Clause, Chain, Stance]
"""A clause that declares something, through whom it comes, and as which stance."""

VERB = ActForm(kind="verb", lemma="")
GOVERNED = ("ccomp", "parataxis", "conj")
"""Relations through which what is said stays asserted."""


def find_declarations(reading: Reading, number: int, by_head: Mapping[int, Clause]) -> Iterator[Declared]:
    """The verbs of a sentence by which a government speaks of its own doing, where no act of the knowledge does."""
    tree = reading.trees[number]
    for index in range(len(tree.tokens)):
        clause = declaring_clause(reading, number, index, by_head)
        clause = clause or ruled_out(reading, number, index) or left_undone(reading, number, index)
        stance = stance_of(reading, tree, clause) if clause else None
        if clause is None or stance is None or (stance == "denies" and is_unkept(tree, clause, by_head)):
            continue
        chain = attribution_chain(reading, clause, {**by_head, index: clause})
        if is_told_by_itself(reading, clause, chain, by_head) or is_plainly_told(reading, clause, chain, by_head.get(index)):
            yield clause, chain, stance


def is_unkept(tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`Chile promised in May to build it, and has not done so`: the teller's reproach, and nothing that Chile denies."""
    above = (by_head.get(index) for index in ancestors(tree, clause.head))
    return any(known is not None and known.act.stance in UNDERTAKEN for known in above)


def declaring_clause(reading: Reading, number: int, index: int, by_head: Mapping[int, Clause]) -> Clause | None:
    tree = reading.trees[number]
    token, known = tree.tokens[index], by_head.get(index)
    if token.upos != "VERB" or token.lemma.lower() in reading.words.unwilled or is_passive(tree, index):
        return None
    silent = token.lemma.lower() in reading.words.saying and not answers_in_kind(reading, tree, index)
    if silent and is_negated(reading, tree, index):
        return None  # `would not comment further`
    if (
        known
        and known.act.kind == "meeting"
        and not is_negated(reading, tree, index)
        and not has_condition(reading, tree, index)
    ):
        return None  # `will attend the conference`: a date, and no position; `si no hay fecha, revisaremos el pacto` is one
    if known and known.act.kind == "meeting" and is_done_otherwise(reading, tree, index):
        return None
    if (known and is_read_already(known)) or not is_asserted(reading, tree, index, by_head):
        return None
    subject = find_subject(reading, tree, index)
    if subject is None or not codes_of_all(reading, subject.actors) or is_done_by_nobody(reading, tree, index):
        return None
    if is_first_of_its_kind(reading, tree, index):
        return None
    possible = is_possible(reading, tree, index)
    ahead = not possible and (is_future(reading, tree, index) or is_reported_future(reading, tree, index))
    going = is_of_going_to(reading, tree, index)
    negated = is_negated(reading, tree, index) or (going and is_negated(reading, tree, token.head))
    act = "announce" if not negated else "refuse" if ahead or has_modal(reading, tree, index) else "deny"
    return Clause(
        sentence=number,
        head=index,
        trigger=index,
        act=reading.knowledge.acts[act],
        form=VERB,
        subject=subject,
        content=children(tree, index, "obj", "obl", "xcomp", "ccomp"),
        negated=negated,
        conditional=is_conditional(reading, tree, index) and not ahead,
        future=ahead,
        confidence=certainty_of_parse(tree, index),
    )


def is_done_by_nobody(reading: Reading, tree: Tree, index: int) -> bool:
    """`Nadie nos habló de un plazo`, `Nobody told us of a deadline`: no deed of those whom it tells of."""
    return any(tree.tokens[c].form.lower() in reading.words.negative_objects for c in children(tree, index, "nsubj"))


def is_done_otherwise(reading: Reading, tree: Tree, index: int) -> bool:
    """`will not attend but will send her deputy`, `no acudirá, sino que recibirá …`: who stays away so refuses nothing."""
    instead = [c for c in children(tree, index, "conj") if is_future(reading, tree, c) or is_reported_future(reading, tree, c)]
    return is_negated(reading, tree, index) and any(not is_negated(reading, tree, c) for c in instead)


def ruled_out(reading: Reading, number: int, index: int) -> Clause | None:
    """`No habrá vuelos sin permiso`, `There will be no closure`, in a speaker's own words: he rules it out."""
    tree = reading.trees[number]
    voices = voices_at(reading, tree.tokens[index].span)
    lemma = tree.tokens[index].lemma.lower()
    if (
        not voices
        or not is_main_word(reading, tree, index)
        or lemma not in reading.words.existential | reading.words.lasting_on
    ):
        return None
    if lemma in reading.words.lasting_on:
        return upheld(reading, tree, number, index, Subject(actors=voices, how="speaker"))
    none = is_negated(reading, tree, index) or is_of_none(reading, tree, index)
    if not none or not is_future(reading, tree, index) or not is_there(tree, index):
        return None
    return refusing(tree, reading, number, index, Subject(actors=voices, how="speaker"))


def is_main_word(reading: Reading, tree: Tree, index: int) -> bool:
    """Of a sentence in a speaker's turn, or of the words that a verb of saying brings in."""
    above = tree.tokens[index].head
    quote = quote_at(reading, tree.tokens[index].span)
    brought = above >= 0 and tree.tokens[above].head < 0 and is_relation(tree.tokens[index], "ccomp", "parataxis")
    return above < 0 or (brought and quote is not None and not quote.content.contains(tree.tokens[above].span))


def upheld(reading: Reading, tree: Tree, number: int, index: int, subject: Subject) -> Clause | None:
    """`The deportations will continue`, `El registro se queda`: a thing of one's own that is not given up."""
    subjects = children(tree, index, "nsubj")
    things = [tree.tokens[c] for c in subjects]
    if any(tree.tokens[d].feat("PronType") == "Dem" for c in subjects for d in children(tree, c, "det")):
        return None  # `This duty will remain in effect`: which, an earlier sentence says
    ahead = is_future(reading, tree, index) or bool(children(tree, index, "expl"))
    if not ahead or [thing.upos for thing in things] != ["NOUN"] or is_negated(reading, tree, index):
        return None
    told = refusing(tree, reading, number, index, subject)
    return dataclasses.replace(told, act=reading.knowledge.acts["announce"], negated=False, future=False, conditional=True)


def left_undone(reading: Reading, number: int, index: int) -> Clause | None:
    """`What we will not do is give a port`, `Lo que no haremos es respaldar el préstamo`."""
    tree = reading.trees[number]
    above = tree.tokens[index].head if is_relation(tree.tokens[index], "ccomp", "xcomp") else index
    copula = children(tree, index, "cop") if above == index else tree.tokens[above].upos == "AUX"
    if tree.tokens[above].head >= 0 or not copula or tree.tokens[index].feat("VerbForm") not in {"Inf", "Ger"}:
        return None
    free = [*children(tree, above, "csubj"), *(c for i in children(tree, above, "nsubj") for c in children(tree, i, "acl"))]
    free = [c for c in free if is_negated(reading, tree, c) and is_future(reading, tree, c)]
    subject = find_subject(reading, tree, free[0]) if free else None
    if subject is None or not codes_of_all(reading, subject.actors):
        return None
    return refusing(tree, reading, number, index, subject)


def refusing(tree: Tree, reading: Reading, number: int, index: int, subject: Subject) -> Clause:
    """The clause of a refusal that another verb than its own tells."""
    return Clause(
        sentence=number,
        head=index,
        trigger=index,
        act=reading.knowledge.acts["refuse"],
        form=VERB,
        subject=subject,
        content=children(tree, index, "obj", "nsubj", "obl", "xcomp", "ccomp"),
        negated=True,
        future=True,
        confidence=certainty_of_parse(tree, index),
    )


def is_of_none(reading: Reading, tree: Tree, index: int) -> bool:
    nouns = children(tree, index, "nsubj", "obj")
    return any(tree.tokens[d].form.lower() in reading.words.none_of for n in nouns for d in children(tree, n, "det"))


def is_there(tree: Tree, index: int) -> bool:
    """`There will be …`; a Spanish `habrá` has an object and no subject."""
    return bool(children(tree, index, "expl")) or (not children(tree, index, "nsubj") and bool(children(tree, index, "obj")))


def answers_in_kind(reading: Reading, tree: Tree, index: int) -> bool:
    """`will not respond with similar measures`, `no responderá con la misma moneda`: left off, and no silence."""
    how = children(tree, index, "obl")
    words = reading.words
    return any(case_of(tree, c) in words.with_cases or tree.tokens[c].lemma.lower() in words.in_kind for c in how)


def is_read_already(known: Clause) -> bool:
    """Whether the rules of stances have their say on an act; a deed of one's own, or to renounce, may be declared."""
    if known.negated and known.future and known.act.negated is None and known.act.kind in {"speech", "reporting"}:
        return False  # `will not defend the plan`, `no reconocerá el mapa`
    if known.negated and known.future and known.act.id == GOING:
        return False  # `no va a demandar a un vecino`, `no iremos a los tribunales`: what it will not do, and no plan
    return known.act.kind in {"reporting", "modal", "wish"} or (known.act.kind == "speech" and known.act.stance is not None)


GOING = "plan"
"""The act of which `ir a` and `be going to` are forms."""


def is_asserted(reading: Reading, tree: Tree, index: int, by_head: Mapping[int, Clause]) -> bool:
    """In the main clause, or in what a verb of saying lets stand: not in a relative clause, a condition, a purpose."""
    token = tree.tokens[index]
    going = is_of_going_to(reading, tree, index)
    without_tense = token.feat("VerbForm") in {"Inf", "Ger"} and not children(tree, index, "aux") and not going
    if is_hypothetical(reading, tree, index) or without_tense:
        return False
    below, beside_infinitive = token.head if going else index, False
    for above in ancestors(tree, below):
        if beside_infinitive and is_relation(tree.tokens[below], "xcomp"):
            below = above  # `is ready to build it but will not pay`: a tensed verb stands beside none without a tense
            continue
        if is_relation(tree.tokens[below], "xcomp") and is_polite(reading, tree, below):
            below = above  # `quiero anunciarles que …`
            continue
        if not is_relation(tree.tokens[below], *GOVERNED) and not is_set_behind(tree, below, above):
            return False
        tensed = finite_of(tree, below).feat("VerbForm") == "Fin"
        beside_infinitive = is_relation(tree.tokens[below], "conj") and tensed and tree.tokens[above].feat("VerbForm") == "Inf"
        told = by_head.get(above) or teller_through_adjective(tree, above, below, by_head)
        if is_relation(tree.tokens[below], "ccomp") and (told is None or told.negated or not lets_stand(told)):
            return False
        below = above
    return True


def is_set_behind(tree: Tree, below: int, above: int) -> bool:
    """`Our view has not changed: we do not accept the map`, which a parser hangs on the first verb as if it said when."""
    tensed = finite_of(tree, below).feat("VerbForm") == "Fin" and not mark_of(tree, below)
    colon = any(tree.tokens[i].form in APART for i in range(above + 1, below))
    return is_relation(tree.tokens[below], "advcl") and tensed and colon


APART = frozenset({":", ";"})
"""Marks behind which a sentence begins anew."""


def teller_through_adjective(tree: Tree, above: int, below: int, by_head: Mapping[int, Clause]) -> Clause | None:
    """`made it clear that …`: the verb of which the adjective above a clause is a part."""
    told = by_head.get(tree.tokens[above].head)
    return told if told is not None and below in told.content else None


def is_of_going_to(reading: Reading, tree: Tree, index: int) -> bool:
    """`We are not going to close the port`: an infinitive with the tense of the verb that it hangs on."""
    token = tree.tokens[index]
    if token.head < 0 or token.feat("VerbForm") != "Inf" or not is_relation(token, "xcomp"):
        return False
    verb = tree.tokens[token.head]
    return bool({verb.lemma.lower(), verb.form.lower()} & reading.words.future_auxiliaries) and bool(
        children(tree, token.head, "aux")
    )


def stance_of(reading: Reading, tree: Tree, clause: Clause) -> Stance | None:
    """Of what is to come: announced, or refused; of what has not been done or is not being done: denied."""
    if clause.future and clause.negated and any(is_withheld(reading, tree, c) for c in children(tree, clause.head, "xcomp")):
        return "states"  # `will not stop asking for it`, `no dejará de exigirlo`: goes on, and refuses nothing
    if clause.future and clause.negated and is_open_on_terms(reading, tree, clause):
        return "states"
    if clause.future:
        return "rejects" if clause.negated else "announces"
    if clause.conditional:
        return "states"  # `could reopen it`, `would look at a higher figure`
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "aux")}
    if clause.negated and helpers & reading.words.able and finite_of(tree, clause.head).feat("Tense") in {"Pres", None}:
        return "rejects"  # `we cannot lift the limits`
    if not clause.negated or has_modal(reading, tree, clause.head) or tree.tokens[clause.head].lemma in reading.words.mental:
        return None  # `we are not looking for a quarrel`
    finite = finite_of(tree, clause.head)
    now = finite.feat("Tense") == "Pres" and tree.tokens[clause.head].feat("VerbForm") in {"Fin", "Inf"}
    speaks = clause.subject is not None and clause.subject.how == "speaker"
    if now and (reading.doc.issuers or speaks):
        return "states"  # `Norway does not recognize the permits`, in its own text: not done, and not denied
    perfect = tree.tokens[clause.head].feat("VerbForm") in {"Part", "Ger"}  # `has not left`, `no está considerando`
    done = finite.feat("Tense") in {"Past", "Imp"} or (perfect and bool(children(tree, clause.head, "aux")))
    if done and finite.feat("VerbForm") == "Fin":
        left_open = is_lasting(reading, tree, clause.head) or is_undecided(reading, tree, clause.head)
        return "states" if left_open else "denies"
    return None


TERMS_BEHIND = 3
"""Sentences behind a refusal in which who refuses may tell on what terms he would do it."""


def is_open_on_terms(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`We will not sign blindly. If we get the lists, we can talk of ten`: who says so goes on to what he would do."""
    voices = voices_at(reading, tree.tokens[clause.head].span)
    speaks = clause.subject is not None and clause.subject.how == "speaker"
    behind = reading.trees[clause.sentence + 1 : clause.sentence + 1 + TERMS_BEHIND]
    return speaks and any(voices == voices_at(reading, o.tokens[i].span) for o in behind for i in offered_on_terms(reading, o))


def offered_on_terms(reading: Reading, tree: Tree) -> Iterator[int]:
    """`Si se cumple, podemos …`, `If so, we will …`: the verb to which a condition leads that opens a sentence."""
    first = next((i for i, token in enumerate(tree.tokens) if token.upos != "PUNCT"), -1)
    if first < 0 or tree.tokens[first].form.lower() not in reading.words.condition_marks:
        return
    above = ancestors(tree, first)
    head = next((tree.tokens[i].head for i in above if is_relation(tree.tokens[i], "advcl")), -1)
    if head < 0 or is_negated(reading, tree, head):
        return
    able = {tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")}
    own = any(tree.tokens[c].form.lower() in reading.words.first_person for c in children(tree, head, "nsubj"))
    if (own or finite_of(tree, head).feat("Person") == "1") and (able & reading.words.able or is_future(reading, tree, head)):
        yield head


def is_at_home(reading: Reading, actor_id: str) -> bool:
    """An official whose country an article leaves out, as of its own: `The economy minister said that Chile will not …`."""
    actor = reading.doc.actors.get(actor_id)
    return actor is not None and actor.kind == "person" and actor.official and not actor.country


def is_plainly_told(reading: Reading, clause: Clause, chain: Chain, known: Clause | None) -> bool:
    """`Chile will not break off relations with Peru`, told by nobody: what it leaves off towards another."""
    tree, own = reading.trees[clause.sentence], codes_of_all(reading, clause.holders)
    deed = known is not None and known.act.kind == "deed" and known.act.plover is not None
    left_off = clause.negated and clause.future and tree.tokens[clause.head].head < 0
    return left_off and deed and not chain and len(own) == 1 and names_another(reading, tree, clause.head, own)


def is_told_by_itself(reading: Reading, clause: Clause, chain: Chain, by_head: Mapping[int, Clause]) -> bool:
    """Somebody of the government says so, and nobody else."""
    assert clause.subject is not None
    own = codes_of_all(reading, clause.subject.actors)
    tellers: Sequence[str] = [*(actor for link in chain for actor in link), *quoting_actors(reading, clause)]
    told = bool(own & {code for actor in tellers for code in governments_of(reading, actor)})
    told = told or (clause.subject.how == "explicit" and any(is_at_home(reading, actor) for actor in tellers))
    if len(own) != 1 or not told:
        return False
    return not any(is_hearsay(Ascription(reading, clause, chain, by_head, government)) for government in own)
