"""The events of a sentence as event coders write them: a class of PLOVER, who acts, on whom, by country or organization.

Wider than the claims that a brief prints: whoever acts is coded under the country that its words name, rebels, farmers and a
parliament too.  After PETRARCH2 (the source is the subject's noun phrase, the target what the verb governs) and PLOVER's rules
for what is only said: a friendly deed still to come is an agreement, a hostile one a threat, a refused one a rejection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.extract.reading import Reading, codes_of, mentions_in, read_doc
from briefing.extract.sentence.attribution import attribution_chain
from briefing.extract.sentence.clauses import Clause, find_clauses, inherit_subjects
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_passive, is_relation, span_of
from briefing.knowledge import Knowledge
from briefing.knowledge.peoples import demonyms
from briefing.model import Doc, Span
from briefing.model.stances import COOPERATION, MATERIAL_CONFLICT


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """One event; `actors` and `recipients` are ids of countries and organizations, both sides' where it is mutual."""

    sentence: int
    plover: str
    act: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def code_events(doc: Doc, knowledge: Knowledge) -> tuple[CodedEvent, ...]:
    """The events of a document, in the order of its sentences."""
    reading = read_doc(doc, knowledge)
    sentences = inherit_subjects(reading, tuple(find_clauses(reading, number) for number in range(len(doc.sentences))))
    return tuple(event for clauses in sentences for event in code_sentence(reading, clauses))


def code_sentence(reading: Reading, clauses: Sequence[Clause]) -> Iterator[CodedEvent]:
    by_head = {clause.head: clause for clause in clauses}
    for clause, plover in main_acts(reading, clauses, by_head):
        actors = source_of(reading, clause, by_head)
        yield CodedEvent(
            sentence=clause.sentence,
            plover=plover,
            act=clause.act.id,
            actors=actors,
            recipients=target_of(reading, clause, actors),
        )


# ------------------------------------------------------------------ which acts, under which class


def main_acts(reading: Reading, clauses: Sequence[Clause], by_head: Mapping[int, Clause]) -> list[tuple[Clause, str]]:
    """The acts that a sentence asserts, not those inside them: `demanded that Chile withdraw` is a demand.

    A noun names the event only where no verb does.
    """
    classed = [(clause, plover) for clause in clauses if (plover := class_of(reading, clause, by_head))]
    verbs = [row for row in classed if row[0].form.kind != "noun"] or classed
    if not verbs:
        return []
    tree = reading.trees[verbs[0][0].sentence]
    heads = {clause.head for clause, _ in verbs}
    outermost = [row for row in verbs if not heads & {*governing(tree, row[0].head)}]
    return list({(clause.head, plover): (clause, plover) for clause, plover in reversed(outermost)}.values())[::-1]


def governing(tree: Tree, index: int) -> Iterator[int]:
    """The tokens above that a token is part of: beside its own conjuncts."""
    below = index
    for above in ancestors(tree, index):
        if not is_relation(tree.tokens[below], "conj"):
            yield above
        below = above


def class_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> str | None:
    """The class of an act in its mood: refused, still to come, or done."""
    plover = clause.act.plover
    if clause.hypothetical:
        return None
    if asks_of_others(reading, clause, by_head):
        return "REQUEST"
    if plover is None:
        return None
    if clause.negated:
        return "REJECT" if plover in COOPERATION else None
    if clause.act.kind in {"deed", "meeting"} and (clause.future or clause.conditional):
        return "THREATEN" if plover in MATERIAL_CONFLICT else "AGREE" if plover in COOPERATION else plover
    return plover


def asks_of_others(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`said that Chile must return the ship`: what somebody else must do is demanded of it."""
    if not clause.obliged and (clause.act.kind != "modal" or clause.act.stance != "demands" or clause.negated):
        return False
    obliged = codes_of_all(reading, clause.holders)
    told = told_by(reading, clause, by_head)
    return bool(told and obliged) and not {*told} & {*obliged}


# ------------------------------------------------------------------ whose, and towards whom


def source_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> tuple[str, ...]:
    """The countries of the subject, of its whole phrase, or of those who tell it."""
    tree = reading.trees[clause.sentence]
    own = codes_of_all(reading, clause.holders)
    if asks_of_others(reading, clause, by_head):
        return told_by(reading, clause, by_head)
    if own:
        return own
    for index in doers(reading, tree, clause):
        if found := countries_in(reading, span_of(tree, index)):
            return found
    return () if is_passive(tree, clause.head) else told_by(reading, clause, by_head)


def told_by(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> tuple[str, ...]:
    """The countries of the innermost of those through whom a clause is told."""
    chain = attribution_chain(reading, clause, by_head)
    return codes_of_all(reading, [actor for link in chain[-1:] for actor in link])


def doers(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """The heads of the phrases that may name who acts: an agent, a subject of the verb or of one above it."""
    words = reading.words
    if is_passive(tree, clause.head):
        below = children(tree, clause.head, "obl", "nmod")
        return [c for c in below if tree.tokens[c].deprel == "obl:agent" or case_of(tree, c) in words.agent_cases]
    found = list(children(tree, clause.head, "nsubj", "csubj"))
    if clause.form.kind == "noun":
        found += [
            c for c in children(tree, clause.head, "nmod", "amod", "compound") if case_of(tree, c) in {*clause.form.actor, ""}
        ]
    for above in () if found else ancestors(tree, clause.head):
        found += children(tree, above, "nsubj", "csubj")
    return found


def target_of(reading: Reading, clause: Clause, actors: Sequence[str]) -> tuple[str, ...]:
    """Whom the act is addressed to or done to, else whoever else its words name; at home where nobody is named."""
    tree = reading.trees[clause.sentence]
    if clause.obliged or clause.act.kind == "modal":
        return without(codes_of_all(reading, clause.holders), actors)
    spoken_to = without(codes_of_all(reading, clause.addressees), actors)
    if spoken_to:
        return spoken_to
    below = [c for c in tree.children[clause.head] if c > clause.trigger or is_passive(tree, clause.head)]
    doer = set(doers(reading, tree, clause))
    for index in sorted((c for c in below if c not in doer), key=lambda c: (not is_governed(tree, c), c)):
        if found := without(countries_in(reading, span_of(tree, index)), actors):
            return found[:1] if len(actors) > 1 else found
    whole = without(countries_in(reading, tree.sentence.span), actors)
    return whole[:1] or (() if len(actors) > 1 else tuple(actors))


def is_governed(tree: Tree, index: int) -> bool:
    return is_relation(tree.tokens[index], "obj", "iobj", "nsubj", "ccomp", "xcomp")


def without(codes: Iterable[str], actors: Sequence[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code not in actors)


def codes_of_all(reading: Reading, actors: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for actor in actors for code in affiliations(reading, actor)))


def affiliations(reading: Reading, actor_id: str) -> tuple[str, ...]:
    """An actor's countries; an organization that belongs to none stands for itself, a region and a medium for nobody."""
    if reading.knowledge.is_medium(actor_id):
        return ()
    codes = codes_of(reading, actor_id)
    row = reading.knowledge.actors.get(actor_id)
    return (actor_id,) if not codes and row is not None and row.kind != "group" else codes


def peoples_in(reading: Reading, span: Span) -> set[str]:
    """The countries of a phrase's demonyms: `Peruvian traders`."""
    table = demonyms(reading.knowledge, reading.doc.article.language)
    trees = [tree for tree in reading.trees if tree.sentence.span.overlaps(span)]
    words = (token.form.casefold() for tree in trees for token in tree.tokens if span.contains(token.span))
    return {code for word in words if (code := table.get(word))}


def countries_in(reading: Reading, span: Span) -> tuple[str, ...]:
    """The countries and organizations that a phrase names, as actors, as places, by demonym, in the order of the text."""
    named = [(m.span, affiliations(reading, m.actor)) for m in mentions_in(reading, span)]
    covered = [s for s, _ in named]
    table = demonyms(reading.knowledge, reading.doc.article.language)
    for tree in reading.trees:
        if not tree.sentence.span.contains(span):
            continue
        for token in tree.tokens:
            code = table.get(token.form.casefold()) if span.contains(token.span) else None
            if code and not any(s.contains(token.span) for s in covered):
                named.append((token.span, (code,)))
    return tuple(dict.fromkeys(code for _, codes in sorted(named) for code in codes))
