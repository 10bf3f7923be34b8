"""Who signs, and what: by `the text` that the article has named, by those whom a passive names (`was signed by A and B`)."""

from __future__ import annotations

from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_hypothetical, is_negated
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.trees import Tree, children, is_passive, is_relation, is_verbal
from briefing.model import Span


def is_signing_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`signed the text with Lund in Riga`, of what the article has named: only with an official."""
    token = tree.tokens[index]
    if token.lemma.lower() not in reading.words.signing or not is_verbal(token):
        return False
    signed = children(tree, index, "obj", "nsubj:pass")
    return any(tree.tokens[c].lemma.lower() in reading.words.signed_texts for c in signed)


def who_signed(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`was signed in Riga by Ana Ruiz and Per Lund`: two people of two countries, before anything else is told."""
    return signers_behind(reading, tree, index) if is_passive(tree, index) and was_so(reading, tree, index) else None


def is_signed_text(reading: Reading, tree: Tree, index: int) -> bool:
    """`the pact sealed by A and B`, `el acuerdo firmado por A y B`: a participle on what governments sign, told as done."""
    token = tree.tokens[index]
    done = token.feat("VerbForm") == "Part" and is_relation(token, "acl") and token.head >= 0
    bare = done and not children(tree, index, "nsubj", "nsubj:pass", "aux", "aux:pass")
    known = reading.words.agreements | reading.words.signed_texts
    return bare and token.lemma.lower() in reading.words.signing and tree.tokens[token.head].lemma.lower() in known


def signers_behind(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """Two officials of two countries whom the words behind `by` name."""
    start = next((i for i in range(index + 1, len(tree.tokens)) if is_agent_case(reading, tree, i)), None)
    if start is None:
        return None
    stops = (i for i in range(start + 1, len(tree.tokens)) if ends_agents(reading, tree, i))
    span = Span(tree.tokens[start].span.stop, tree.tokens[next(stops, len(tree.tokens) - 1)].span.start)
    named = dict.fromkeys(m.actor for m in mentions_in(reading, span) if not m.place)
    people = tuple(a for a in named if a in reading.doc.actors and reading.doc.actors[a].kind == "person")
    official = all(reading.doc.actors[person].official for person in people)
    countries = {reading.doc.actors[person].country for person in people}
    of_two = len(people) == 2 and official and (len(countries) == 2 or None in countries)
    return Subject(actors=people, how="explicit") if of_two else None


def is_agent_case(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos == "ADP" and token.form.lower() in reading.words.agent_cases


def ends_agents(reading: Reading, tree: Tree, index: int) -> bool:
    """`by Ana Ruiz and Per Lund [at a ceremony that …]`: a preposition that belongs to no office, or a verb."""
    token = tree.tokens[index]
    own = reading.words.of_cases | reading.words.agent_cases | reading.words.purpose_cases
    return (token.upos == "ADP" and token.form.lower() not in own) or is_verbal(token)


def was_so(reading: Reading, tree: Tree, index: int) -> bool:
    """`fue firmado`, `has been signed`: told as done, and not that it would be."""
    doubts = (is_negated, is_conditional, is_future, is_hypothetical, has_modal)
    helpers = [tree.tokens[c] for c in children(tree, index, "aux", "aux:pass", "cop")]
    told = any(t.feat("VerbForm") == "Fin" and t.feat("Tense") in {"Past", "Pres"} for t in helpers)
    return told and not any(doubt(reading, tree, index) for doubt in doubts)
