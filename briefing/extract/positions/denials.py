"""What a government says is not so: deeds, words and states denied, and a belief corrected."""

from __future__ import annotations

from briefing.extract.reading import Reading, codes_of_all, quote_at
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_negated, is_of_no_such, is_undecided
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, case_of, children, finite_of, is_passive, is_relation, mark_of
from briefing.model.trees import is_present_participle


def denies_a_deed(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`aseguró que no autorizó …`, `said that it is not monitoring …`: of one's own government, now or in the past."""
    tree = reading.trees[clause.sentence]
    content = next((c for c in clause.content if tree.tokens[c].upos == "VERB"), None)
    if clause.act.kind != "reporting" or clause.negated or clause.subject is None or content is None:
        return None
    if not is_negated(reading, tree, content) or is_future(reading, tree, content) or is_conditional(reading, tree, content):
        return None
    if has_modal(reading, tree, content) or takes_a_stance(reading, tree, content):
        return None  # `that we cannot lift them`, `that it does not accept …`: told as a refusal
    if any(is_future(reading, tree, c) for c in children(tree, content, "xcomp")):
        return None  # `is not going to close the port`
    doer = find_subject(reading, tree, content)
    if doer is None or not codes_of_all(reading, doer.actors) & codes_of_all(reading, clause.subject.actors):
        return None
    if tree.tokens[content].lemma.lower() in reading.words.mental:
        return None  # `No sé, desconozco` denies nothing
    if is_first_of_its_kind(reading, tree, content):
        return None
    if is_done_in_part(reading, tree, content):
        return clause.subject.actors, "states"
    now = finite_of(tree, content).feat("Tense") == "Pres" and tree.tokens[content].feat("VerbForm") in {"Fin", "Inf"}
    now = now or is_lasting(reading, tree, content) or is_undecided(reading, tree, content)
    now = now or is_word_of_now(reading, tree, content)
    return clause.subject.actors, "states" if now else "denies"  # `no reconoce la obra` says what is not done


def is_done_in_part(reading: Reading, tree: Tree, head: int) -> bool:
    """`“We did not get everything, but it will do”`, `no obtuvimos todo`: some of it was done, and the rest is admitted."""
    things = children(tree, head, "obj", "obl", "xcomp", "ccomp")
    words = {tree.tokens[i].form.lower() for c in things for i in (c, *children(tree, c, "det", "det:predet"))}
    return bool(words & reading.words.wholes)


def is_first_of_its_kind(reading: Reading, tree: Tree, head: int) -> bool:
    """`“Nunca habíamos pescado tanto”`: never before; own words have this tense of a time before another, told ones of any."""
    quote = quote_at(reading, tree.tokens[head].span)
    if quote is None or quote.kind != "direct":
        return False
    never = any(tree.tokens[c].form.lower() in reading.words.never for c in children(tree, head, "advmod"))
    helpers = {tree.tokens[c].feat("Tense") for c in children(tree, head, "aux")}
    return never and tree.tokens[head].feat("VerbForm") == "Part" and bool(helpers & {"Imp", "Past"})


def is_word_of_now(reading: Reading, tree: Tree, head: int) -> bool:
    """`We are not asking for charity, but for …`, `said he did not object to it`: what is not said now, or is let be."""
    match, verb = match_act(reading, tree, head), tree.tokens[head]
    perfect = verb.feat("VerbForm") == "Part" and verb.feat("Tense") != "Pres" and bool(children(tree, head, "aux"))
    if match is None or match[0].kind != "speech" or perfect:
        return False
    return match[0].id in LETTING_BE or is_present_participle(verb) or finite_of(tree, head).feat("Tense") == "Pres"


LETTING_BE = frozenset({"oppose"})
"""Acts whose negation lets another act."""


def is_lasting(reading: Reading, tree: Tree, head: int) -> bool:
    """`said that it did not recognize the claim`, `dijo que no tenía datos`, `has not spoken to him since`: what holds now."""
    if is_since_then(reading, tree, head):
        return True
    perfect = tree.tokens[head].feat("VerbForm") == "Part" and bool(children(tree, head, "aux"))
    ongoing = finite_of(tree, head).feat("Tense") == "Imp"
    return not perfect and (ongoing or tree.tokens[head].lemma.lower() in reading.words.lasting)


def is_since_then(reading: Reading, tree: Tree, head: int) -> bool:
    """`had not spoken to her since the flood`, `no han hablado desde mayo`: how long it has lasted is told."""
    beside = children(tree, head, "obl", "advcl", "advmod")
    opened = {word for c in beside for word in (case_of(tree, c), mark_of(tree, c), tree.tokens[c].form.lower())}
    return any(word.split()[:1] == [since] for word in opened for since in reading.words.since)


def denies_having_said(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`We have never threatened to cut aid`, `El Perú no ha solicitado …`, in the words of that government itself."""
    tree = reading.trees[clause.sentence]
    if clause.act.kind != "speech" or clause.act.stance is None or not clause.negated or clause.subject is None or not chain:
        return None
    if clause.act.negated is not None or clause.form.kind != "verb" or clause.future or clause.conditional:
        return None
    own = codes_of_all(reading, clause.subject.actors)
    if len(own) != 1 or not own & codes_of_all(reading, chain[-1]) or has_modal(reading, tree, clause.head):
        return None
    if not is_of_the_past(tree, clause.head):
        return None
    unconfirmed = clause.form.lemma in reading.words.confirming  # `has not confirmed the visit` denies none
    return clause.subject.actors, "states" if unconfirmed or is_undecided(reading, tree, clause.head) else "denies"


def is_of_the_past(tree: Tree, head: int) -> bool:
    """`did not ask`, `no hemos pedido`."""
    verb = tree.tokens[head]
    if is_present_participle(verb):
        return False
    perfect = verb.feat("VerbForm") == "Part" and bool(children(tree, head, "aux"))
    helpers = [tree.tokens[c].feat("Tense") for c in children(tree, head, "aux")]
    return perfect or finite_of(tree, head).feat("Tense") in {"Past", "Imp"} or "Past" in helpers


def takes_a_stance(reading: Reading, tree: Tree, head: int) -> bool:
    """`does not accept`, `has not agreed`: now, not at some time in the past."""
    match = match_act(reading, tree, head)
    if match is None or match[0].negated is None:
        return False
    if match[1].kind == "adjective" or match[0].kind == "wish":  # `said that it was not prepared to …`, `had no plans to …`
        return True
    if finite_of(tree, head).feat("Tense") != "Pres":
        return False
    return match[0].kind == "speech" or tree.tokens[head].feat("VerbForm") != "Part"


def denies_a_state(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`aclaró que no hay tropas extranjeras`, `said that it is not a blockade`: that there is such a thing."""
    tree = reading.trees[clause.sentence]
    if clause.act.kind != "reporting" or clause.negated or clause.subject is None:
        return None
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp") and is_negated(reading, tree, c)]
    told = [c for c in told if says_what_is_not(reading, tree, c) and not is_supposed(reading, tree, c)]
    # `“Our citizens are no goods,” she said`: a figure of speech as often as something alleged
    figures = all(tree.tokens[c].upos == "NOUN" and is_quoted_by(reading, tree, clause, c) for c in told)
    return (clause.subject.actors, "states" if figures else "denies") if told else None


def is_supposed(reading: Reading, tree: Tree, head: int) -> bool:
    """`“Si no hay respuesta, pediremos un panel”`: what is done if it is not so, whatever a parser hangs it on."""
    return bool(set(mark_of(tree, head).split()) & reading.words.condition_marks)


def is_quoted_by(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """In marks that the verb of saying stands outside of."""
    quote = quote_at(reading, tree.tokens[index].span)
    return quote is not None and not quote.content.contains(tree.tokens[clause.head].span)


def corrects(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """`aclaró que Chile ofreció, no pidió, …`: that it was the second is denied."""
    tree = reading.trees[clause.sentence]
    if clause.act.kind != "reporting" or clause.negated or clause.subject is None:
        return None
    told = [c for c in clause.content if tree.tokens[c].upos == "VERB" and finite_of(tree, c).feat("Mood") == "Ind"]
    beside = [*told, *(other for c in told for other in children(tree, c, "conj", "parataxis", "ccomp"))]
    denied = [c for c in beside if is_negated(reading, tree, c) and has_bare_negation(tree, c)]
    return (clause.subject.actors, "denies") if denied and len(beside) > len(denied) else None


def has_bare_negation(tree: Tree, head: int) -> bool:
    """`, no pidió,`: nothing but the negation between two commas and the verb, in the past."""
    before = tree.tokens[max(0, head - 2) : head]
    after = tree.tokens[head + 1 : head + 2]
    commas = len(before) == 2 and before[0].form == "," and bool(after) and after[0].form == ","
    return commas and finite_of(tree, head).feat("Tense") == "Past"


def says_what_is_not(reading: Reading, tree: Tree, head: int) -> bool:
    """`no hay X`, `no era un déficit`, `there is no X`; not `no es momento de …`, `no hay duda`, `no X should be expected`."""
    if is_future(reading, tree, head) or is_conditional(reading, tree, head) or finite_of(tree, head).feat("Mood") == "Sub":
        return False
    if has_modal(reading, tree, head):
        return False
    if is_passive(tree, head) and is_of_no_such(reading, tree, head):  # `that no such offer had been received`
        told = {tree.tokens[c].lemma.lower() for c in children(tree, head, "nsubj")}
        return not told & reading.words.no_denial  # `that no decision had been taken`
    exists = tree.tokens[head].lemma.lower() in reading.words.existential
    is_so = children(tree, head, "cop") and not children(tree, head, "case")  # not `was not on the table`
    nouns = [*children(tree, head, "obj", "nsubj")] if exists else [head] if is_so else []
    named = [tree.tokens[n] for n in nouns if tree.tokens[n].upos == "NOUN"]
    return bool(named) and not any(token.lemma.lower() in reading.words.no_denial for token in named)
