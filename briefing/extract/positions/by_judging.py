"""Which stance is taken by what something is called: `dijo que son inaceptables`, `described the fee as hasty`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.coding import peoples_in
from briefing.extract.reading import Reading, codes_of_all, mentions_in, mentions_over
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.moods import (
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
from briefing.model.stances import BLAMING


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
    if not own or not others or not stances & BLAMING:
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
