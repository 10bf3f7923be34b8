"""Which stance a clause takes, and whose it is: one rule for each way of saying so, the first that has an answer decides.

Saying and doing are composed as event coders do (PETRARCH2, PLOVER): reporting a demand is a demand, having to do something is
a demand on whoever has to, a hostile deed still to come is a threat, any other is announced.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.extract.coding import peoples_in
from briefing.extract.positions.decrees import decrees
from briefing.extract.positions.denials import corrects, denies_a_deed, denies_a_state, denies_having_said
from briefing.extract.positions.harm import is_asked_for, is_ready_for_harm, vows_harm
from briefing.extract.positions.own_deeds import (
    announces_a_deed,
    is_a_lapsed_plan,
    reports_its_own_deed,
    tells_its_own_deed,
    warns_of_measures,
)
from briefing.extract.positions.readiness import is_of_a_thing
from briefing.extract.reading import Reading, codes_of_all, mentions_in, mentions_over, quote_at
from briefing.extract.sentence.attribution import Chain, is_courtesy
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.moods import (
    is_negated,
    is_reported_future,
    is_would,
)
from briefing.extract.sentence.named_subjects import agents_of, named
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
    subtree,
)
from briefing.knowledge.inflect import neutral_key
from briefing.model import Span, Stance, Token

FAULTS = frozenset({"violate", "fail"})
"""Acts of which a government is accused that is said to have done them."""

NEEDS = frozenset({"need"})
"""Acts that anybody may find of a government, and only its own word makes a position: `Kampala needs a port`."""

DEEDS_OF_REFUSING = frozenset({"veto"})
"""Acts that refuse by being done: `advirtió de que vetará el capítulo` has vetoed nothing."""

ONLY_ANNOUNCED: frozenset[Stance] = frozenset({"proposes", "offers", "demands", "requests", "accuses", "criticizes", "denies"})
"""Stances that are taken by saying so: `will propose`, `presentará una queja` only say that they will be."""


def says_with_a_stance(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`México rechazó la propuesta`, `is ready to talk`; its negation has the stance that the act's row gives, or none."""
    speaks = clause.act.kind in {"speech", "wish", "meeting"} and (
        clause.form.kind != "adjective" or "subj" in clause.form.actor
    )
    if clause.subject is None or not (speaks or is_agreement(reading, clause)):
        return None
    stance = clause.act.negated if clause.negated else clause.act.stance
    if is_courtesy(reading, clause) or (clause.act.id in NEEDS and not chain) or is_a_lapsed_plan(reading, clause):
        return None
    if is_a_writers_word_of_both(reading, clause, chain):
        return None
    if is_only_told(reading, clause) or is_only_supposed(reading, clause) or is_of_a_thing(reading, clause):
        return None
    if stance == "proposes" and clause.act.kind == "wish" and wants_that_not(reading, clause):
        stance = "rejects"
    if stance == "proposes" and clause.act.kind == "wish" and wants_none(reading, clause):
        stance = "states"
    if stance == "offers" and is_ready_for_harm(reading, clause):
        stance = "offers" if is_asked_for(reading, clause) else "threatens"
    if stance == "promises" and vows_harm(reading, clause):
        stance = "announces"
    if is_compared_with(reading, clause):
        return None
    if clause.act.id == "confirm" and confirms_the_past(reading, clause):
        return None
    if clause.act.id == "guarantee" and has_been_secured(reading, clause):
        return None
    if clause.negated and stance == "rejects" and not clause.future and was_never(reading, clause):
        return (clause.subject.actors, "denies") if chain else None
    to_come = stance in ONLY_ANNOUNCED or clause.act.id in DEEDS_OF_REFUSING
    if clause.future and to_come and stance and clause.form.kind != "adjective" and not wishes_politely(reading, clause):
        stance = "announces"
    if stance == "announces" and chain and is_told_as_done(reading, clause):
        return clause.subject.actors, "states"
    if stance == "announces" and clause.form.kind == "noun" and is_signed(reading, clause):
        stance = "agrees"
    if stance == "announces" and clause.act.id == "be_expected" and tells_of_others(reading, clause):
        return clause.subject.actors, "states"  # `expects Peru to lift the ban`
    if stance == "announces" and (clause.subject.how == "noun" or tells_of_others(reading, clause)):
        return None  # `el plan de Perú` only names what was announced
    return (clause.subject.actors, stance) if stance else None


def is_a_writers_word_of_both(reading: Reading, clause: Clause, chain: Chain) -> bool:
    """`pero los dos gobiernos optaron por esperar`, `The two ministers did not agree on a fee`: told of both by the writer.

    Neither says so of itself, and that they did not agree tells of neither what it turned down.
    """
    actors = clause.subject.actors if clause.subject else ()
    joint = len(actors) == 1 and actors[0] in reading.doc.actors and reading.doc.actors[actors[0]].kind == "group"
    if chain or reading.doc.issuers or not joint or len(codes_of_all(reading, actors)) < 2:
        return False
    return clause.act.kind == "wish" or (clause.negated and clause.act.stance == "agrees")


def is_compared_with(reading: Reading, clause: Clause) -> bool:
    """`pagará 12 millones, frente a los 18 que reclamaba Chile`, `the sum that Chile was demanding`: what was wanted before."""
    tree = reading.trees[clause.sentence]
    relative = is_relation(tree.tokens[clause.head], "acl") and clause.form.kind == "verb"
    explicit = clause.subject is not None and clause.subject.how == "explicit"
    finite = finite_of(tree, clause.head)
    before = finite.feat("Tense") == "Imp" or (
        finite.feat("Tense") == "Past" and tree.tokens[clause.head].feat("VerbForm") == "Ger"
    )
    return relative and explicit and before


def is_told_as_done(reading: Reading, clause: Clause) -> bool:
    """`negó haberlo hecho y aseguró que notificó las obras`, `said that it had notified Togo`: no announcement now."""
    finite = finite_of(reading.trees[clause.sentence], clause.head)
    told = clause.subject is not None and clause.subject.how == "content" and clause.form.kind == "verb"
    return told and not clause.future and finite.feat("Tense") == "Past"


def is_signed(reading: Reading, clause: Clause) -> bool:
    """`firmaron el plan de las maniobras`: who signs a plan has not announced one, and whoever tells it, all can read it."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.head].head
    return clause.form.kind == "noun" and above >= 0 and tree.tokens[above].lemma.lower() in reading.words.signing


def was_never(reading: Reading, clause: Clause) -> bool:
    """`had never agreed`, `nunca aceptó`: told of the past, no refusal."""
    tree = reading.trees[clause.sentence]
    return any(tree.tokens[c].lemma.lower() in reading.words.never for c in children(tree, clause.head, "advmod"))


def confirms_the_past(reading: Reading, clause: Clause) -> bool:
    """`confirmó que los ministros habían hablado`: what has been is told, not announced."""
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp") and c > clause.head]
    return bool(told) and all(
        finite_of(tree, c).feat("Tense") in {"Past", "Imp"} and not is_reported_future(reading, tree, c) for c in told
    )


def has_been_secured(reading: Reading, clause: Clause) -> bool:
    """`We have guaranteed seed for the farms`, `hemos garantizado el agua`: a thing that is there, and no promise of a deed."""
    tree = reading.trees[clause.sentence]
    verb = tree.tokens[clause.head]
    helped = any(finite_of(tree, clause.head).feat("Tense") == "Pres" for _ in children(tree, clause.head, "aux"))
    promised = children(tree, clause.head, "ccomp", "xcomp", "advcl")
    things = [tree.tokens[c] for c in children(tree, clause.head, "obj")]
    own = bool(things) and all(t.upos == "NOUN" and not takes_an_act(reading, t.lemma) for t in things)
    return verb.upos == "VERB" and verb.feat("VerbForm") == "Part" and helped and own and not promised


def takes_an_act(reading: Reading, lemma: str) -> bool:
    """`support`, `payment`: a noun of something that is done."""
    return any(form.kind == "noun" for _, form in reading.acts.get(lemma.lower(), ()))


def tells_of_others(reading: Reading, clause: Clause) -> bool:
    """`Perú confirmó que Chile ofreció …`: what is announced is another government's, and no position of one's own."""
    tree = reading.trees[clause.sentence]
    own = codes_of_all(reading, clause.subject.actors if clause.subject else ())
    told = [c for c in clause.content if is_verbal(tree.tokens[c])]
    subjects = [find_subject(reading, tree, index) for index in told]
    others = [codes_of_all(reading, subject.actors) for subject in subjects if subject is not None]
    return bool(others) and len(others) == len(told) and all(codes and not codes & own for codes in others)


def is_only_told(reading: Reading, clause: Clause) -> bool:
    """`le planteé que habíamos trabajado juntos`: a clause of the past in the indicative is told, not proposed."""
    tree = reading.trees[clause.sentence]
    told = [finite_of(tree, c) for c in clause.content if is_relation(tree.tokens[c], "ccomp")]
    past = [verb for verb in told if verb.upos == "AUX" and verb.feat("Mood") == "Ind" and verb.feat("Tense") == "Imp"]
    return clause.act.id == "propose" and bool(past)


def is_only_supposed(reading: Reading, clause: Clause) -> bool:
    """`descartó que vaya a cerrar`: going to do it is what is ruled out, feared or hoped, whatever a tree hangs it on."""
    return clause.act.id == GOING and reading.trees[clause.sentence].tokens[clause.trigger].feat("Mood") == "Sub"


GOING = "plan"
"""The act of which `ir a` and `be going to` are forms."""


def is_agreement(reading: Reading, clause: Clause) -> bool:
    """`alcanzaron un acuerdo`: a deed by which both sides agree, once it is done; not `para llegar a un acuerdo`."""
    if clause.act.kind != "deed" or clause.act.plover != "AGREE" or clause.negated or clause.future:
        return False
    tree = reading.trees[clause.sentence]
    verb = clause.head if clause.form.kind != "noun" else tree.tokens[clause.head].head
    return verb < 0 or finite_of(tree, verb).feat("VerbForm") == "Fin"


def wishes_politely(reading: Reading, clause: Clause) -> bool:
    """`would like to keep engaging` wishes it now."""
    return clause.act.kind == "wish" and is_would(reading, reading.trees[clause.sentence], clause.head)


def wants_that_not(reading: Reading, clause: Clause) -> bool:
    """`queremos que no haya cuotas`: that it should not be is what is wanted."""
    tree = reading.trees[clause.sentence]
    return any(is_relation(tree.tokens[c], "ccomp", "xcomp") and is_negated(reading, tree, c) for c in clause.content)


def wants_none(reading: Reading, clause: Clause) -> bool:
    """`wants no quarrel with Peru`, `no quiere ningún conflicto`: nothing is proposed."""
    tree = reading.trees[clause.sentence]
    things = (c for c in clause.content if tree.tokens[c].upos == "NOUN")
    return any(tree.tokens[d].form.lower() in reading.words.none_of for c in things for d in children(tree, c, "det"))


def judges(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`… dijo que los avances son inaceptables`: whoever says so holds it."""
    if clause.act.kind != "speech" or clause.form.kind != "adjective" or not chain or "subj" in clause.form.actor:
        return None
    if is_found_by_a_test(reading, clause) or is_said_of_somebody(reading, clause) or is_somebody_elses(reading, clause):
        return None
    if is_of_oneself(reading, clause):
        return chain[-1], "states"
    stance = clause.act.negated if clause.negated else clause.act.stance
    if not is_relation(reading.trees[clause.sentence].tokens[clause.trigger], "amod"):
        return (chain[-1], stance) if stance else None
    named = codes_of_all(reading, [m.actor for m in mentions_in(reading, judged_phrase(reading, clause)) if not m.place])
    return (chain[-1], "criticizes") if stance == "rejects" and named - codes_of_all(reading, chain[-1]) else None


def is_said_of_somebody(reading: Reading, clause: Clause) -> bool:
    """`Mr Quispe is welcome`: good of a guest, and of nothing that anybody wants."""
    tokens = reading.trees[clause.sentence].tokens
    named = (m for c in clause.content for m in mentions_over(reading, tokens[c].span))
    return clause.act.stance == "supports" and any(reading.doc.actors[m.actor].kind in {"person", "office"} for m in named)


def is_somebody_elses(reading: Reading, clause: Clause) -> bool:
    """`They called it absurd`, `Dicen que es inaceptable`, inside a speaker's turn: the judgement of whom he speaks of."""
    tree = reading.trees[clause.sentence]
    if reading.turn_at(tree.tokens[clause.trigger].span) is None:
        return False
    above = next((i for i in ancestors(tree, clause.trigger) if is_verbal(tree.tokens[i])), None)
    if above is None or finite_of(tree, above).feat("Person") != "3" or find_subject(reading, tree, above):
        return False
    return any(act.kind == "reporting" for act, _ in reading.acts.get(tree.tokens[above].lemma.lower(), ()))


def is_of_oneself(reading: Reading, clause: Clause) -> bool:
    """`sería irresponsable que yo la inventara`, `it would be wrong of her to say`: what one would not do blames nobody."""
    tree = reading.trees[clause.sentence]
    deeds = children(tree, clause.trigger, "csubj", "ccomp", "advcl")
    doers = [*children(tree, clause.trigger, "obl"), *(c for deed in deeds for c in children(tree, deed, "nsubj"))]
    own = {tree.tokens[i].form.lower() for i in doers}
    first = bool(own & reading.words.first_person) or any(reading.words.gender_of(word) for word in own)
    spoken = any(finite_of(tree, deed).feat("Person") == "1" for deed in deeds)
    return (first or spoken) and is_would(reading, tree, clause.trigger)


def is_found_by_a_test(reading: Reading, clause: Clause) -> bool:
    """`had tested positive`, `dieron positivo`: nobody finds it good."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.trigger].head
    return above >= 0 and tree.tokens[above].lemma.lower() in reading.words.testing


def calls_it(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`calificó de inaceptables las presiones de Perú`, `called the Peruvian ban illegal`, `described the fee as hasty`."""
    tree = reading.trees[clause.sentence]
    if clause.act.id != "describe" or clause.negated:
        return None
    beside = children(tree, clause.head, "obl", "xcomp", "obj", "iobj", "advcl", "ccomp", "advmod")
    said = [tree.tokens[c] for c in (*beside, *set_behind(tree, beside))]
    lemmas = {lemma for token in said for lemma in (token.lemma.lower(), *as_adjective(reading, token))}
    stances: set[Stance | None] = {
        act.stance for lemma in lemmas for act, form in reading.acts.get(lemma, ()) if form.kind == "adjective"
    }
    language = reading.doc.article.language
    blaming = {neutral_key(word, language) for word in reading.words.blaming_words}
    if any(neutral_key(token.form.lower(), language) in blaming for token in said):
        stances.add("criticizes")
    holders = clause.subject.actors if clause.subject else agents_of_judgement(reading, tree, clause.head, beside)
    own = codes_of_all(reading, holders)
    here = tree.sentence.span
    others = (codes_of_all(reading, [m.actor for m in mentions_in(reading, here)]) | peoples_in(reading, here)) - own
    if not own or not others or not stances & {"rejects", "criticizes", "denies"}:
        return None
    return holders, "denies" if stances == {"denies"} else "criticizes"


def agents_of_judgement(reading: Reading, tree: Tree, verb: int, beside: Sequence[int]) -> tuple[str, ...]:
    """`was described as hasty by Togo`: by whom, where a parser hangs it on what it was called."""
    agents = [a for c in beside for a in agents_of(reading, tree, c)] if is_passive(tree, verb) else []
    found = [named(reading, tree, a, "agent") for a in agents[:1]]
    return tuple(actor for subject in found if subject for actor in subject.actors)


def set_behind(tree: Tree, nouns: Sequence[int]) -> list[int]:
    """`called the fee imposed by Togo “hasty”`: the last word of an object, whatever noun in it a parser hangs it on."""
    objects = [c for c in nouns if is_relation(tree.tokens[c], "obj", "obl") and tree.tokens[c].upos in {"NOUN", "PROPN"}]
    last = [max((i for i in subtree(tree, c) if tree.tokens[i].upos != "PUNCT"), default=c) for c in objects]
    return [i for i in last if is_relation(tree.tokens[i], "amod", "appos") and tree.tokens[i].head < i]


def as_adjective(reading: Reading, token: Token) -> set[str]:
    """`calificó de injustas las medidas`: the adjectives of which a parser's noun is a form."""
    if token.upos != "NOUN":
        return set()
    language = reading.doc.article.language
    key = neutral_key(token.form, language)
    return {lemma for lemma in reading.acts if neutral_key(lemma, language) == key}


def judged_phrase(reading: Reading, clause: Clause) -> Span:
    """`an intolerable alliance with the government of Peru`: the noun with all that belongs to it."""
    tree = reading.trees[clause.sentence]
    return span_of(tree, tree.tokens[clause.trigger].head)


def says_that_others_must(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`señaló que ese país debe reducir …`: a demand, unless its own government is the one that must."""
    if clause.act.kind != "modal" or not chain or clause.negated or not clause.act.stance:
        return None
    tree = reading.trees[clause.sentence]
    attribute = clause.form.kind == "adjective" and is_relation(tree.tokens[clause.trigger], "amod")
    if attribute or was_only_planned(tree, clause) or is_relation(tree.tokens[clause.head], "advcl"):
        return None  # `would receive a fair trial`; `no flight before May, because the office must rule`: a reason, no demand
    obliged = codes_of_all(reading, clause.subject.actors if clause.subject else ())
    if reading.doc.issuers and not obliged:
        return None  # `The Secretary shall …`: a decree tells its own offices what to do
    if obliged & codes_of_all(reading, chain[-1]):
        return None
    if is_over(reading, clause) or is_explained(reading, clause) or (not obliged and is_for_a_third(reading, clause)):
        return chain[-1], "states"
    together = len(codes_of_all(reading, chain[-1])) > 1  # `Ambos reafirmaron que el trato debe ser respetuoso`
    if is_of_anybody(reading, tree, clause) or (not obliged and (together or is_soft(tree, clause))):
        return chain[-1], "states"  # `the berth should be open by May`, `habría que preguntarle`: asked of nobody
    return chain[-1], clause.act.stance


def is_for_a_third(reading: Reading, clause: Clause) -> bool:
    """`the permits still had to be issued by the regional government`: how things stand, with a body that is no other's."""
    tree = reading.trees[clause.sentence]
    verbs = {clause.head, clause.trigger, *children(tree, clause.trigger, "xcomp", "ccomp")}
    agents = [c for verb in sorted(verbs) if is_passive(tree, verb) for c in agents_of(reading, tree, verb)]
    return any(not codes_of_all(reading, [m.actor for m in mentions_in(reading, span_of(tree, c))]) for c in agents)


def is_over(reading: Reading, clause: Clause) -> bool:
    """`“what Togo should have paid”`, `“alguien tenía que decirlo”`, `“it had to be said”`: of the past, in one's own words."""
    tree = reading.trees[clause.sentence]
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "aux")}
    undone = bool(helpers & reading.words.perfect_auxiliaries) and tree.tokens[clause.head].feat("VerbForm") == "Part"
    past = tree.tokens[clause.trigger].feat("Tense") in {"Imp", "Past"} and tree.tokens[clause.trigger].feat("Mood") == "Ind"
    return undone or (past and quote_at(reading, tree.tokens[clause.trigger].span) is not None)


def is_explained(reading: Reading, clause: Clause) -> bool:
    """`explicó que cada planta debe dar un informe`, `tendría que cobrar menos si quiere más`: how it is meant."""
    tree = reading.trees[clause.sentence]
    above = next((i for i in ancestors(tree, clause.head) if is_verbal(tree.tokens[i])), None)
    told = above is not None and tree.tokens[above].lemma.lower() in reading.words.explaining
    below = [i for i in range(clause.trigger, len(tree.tokens)) if clause.head in ancestors(tree, i)]
    supposed = any(tree.tokens[i].form.lower() in reading.words.condition_marks for i in below)
    if is_soft(tree, clause):
        return told or supposed
    return told and not codes_of_all(reading, clause.subject.actors if clause.subject else ())


def is_soft(tree: Tree, clause: Clause) -> bool:
    """`should`, `debería`, `habría que`."""
    return tree.tokens[clause.trigger].feat("Mood") == "Cnd" or clause.act.stance == "proposes"


def is_of_anybody(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`alguien tiene que pagar`, `every country must protect its roads`, `quien usa el canal debe …`: demanded of nobody.

    `Every Peruvian boat must leave` is demanded of Peru.
    """
    subjects = children(tree, clause.head, "nsubj", "csubj")
    words = {i for s in subjects for i in (s, *children(tree, s, "det", "nsubj"))}
    named = any(mentions_in(reading, span_of(tree, s)) or peoples_in(reading, span_of(tree, s)) for s in subjects)
    free = any(tree.tokens[i].form.lower() in reading.words.whoever for i in words)
    return free or (not named and any(tree.tokens[i].feat("PronType") in {"Ind", "Tot", "Neg"} for i in words))


def was_only_planned(tree: Tree, clause: Clause) -> bool:
    """`la reunión que debía celebrarse el martes`: a schedule, no duty."""
    return is_relation(tree.tokens[clause.head], "acl") and tree.tokens[clause.trigger].feat("Tense") in {"Imp", "Past"}


def accuses_of_a_fault(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`señaló que Chile ha incumplido el tratado`: whoever says it of another government."""
    if clause.act.id not in FAULTS or not chain or clause.subject is None or clause.negated or clause.conditional:
        return None
    blamed, own = codes_of_all(reading, clause.subject.actors), codes_of_all(reading, chain[-1])
    return (chain[-1], "accuses") if blamed and own and not blamed & own else None


STANCE_RULES: tuple[Callable[[Reading, Clause, Chain], Holding | None], ...] = (
    says_with_a_stance,
    judges,
    calls_it,
    says_that_others_must,
    warns_of_measures,
    accuses_of_a_fault,
    announces_a_deed,
    tells_its_own_deed,
    reports_its_own_deed,
    decrees,
    denies_a_deed,
    denies_a_state,
    denies_having_said,
    corrects,
)
