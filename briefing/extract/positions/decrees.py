"""What an official text brings about by saying so, or makes known as done by nobody that it names."""

from __future__ import annotations

from briefing.extract.reading import Reading, codes_of_all, mentions_in
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause, Holding
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, ancestors, children, is_passive, is_relation, is_verbal, mark_of
from briefing.model import Mention


def decrees(reading: Reading, clause: Clause, chain: Chain) -> Holding | None:
    """In an official text: `the duty on Peru shall be suspended`, `quedan suspendidas …`, without saying by whom.

    Also what its issuer makes known there: `The Ministry informs that the border with Peru will be reopened`.
    """
    issuers = reading.doc.issuers
    tree = reading.trees[clause.sentence]
    if not issuers or clause.act.kind != "deed" or not clause.act.plover or clause.negated or not is_undergone(tree, clause):
        return None
    if clause.subject is not None or is_governed(reading, tree, clause.head) or not clause.future:
        return None
    named = codes_of_all(reading, [m.actor for m in named_with_its_lead(reading, tree)])
    return (issuers, "announces") if named - set(issuers) else None


def is_undergone(tree: Tree, clause: Clause) -> bool:
    """Done to its subject: `will be suspended`, `se permitirán`; or by itself as far as the text says: `will resume`."""
    if is_passive(tree, clause.head):
        return True
    things = [tree.tokens[c].upos for c in children(tree, clause.head, "nsubj")]
    return things == ["NOUN"] and not children(tree, clause.head, "obj", "xcomp", "ccomp")


def named_with_its_lead(reading: Reading, tree: Tree) -> list[Mention]:
    """Whom a sentence of an official text names, or, where it names nobody abroad, the sentence before it.

    `1. The suspension of flights to Peru will be lifted. 2. Ten flights a day will be permitted.`
    """
    number = reading.number_of(tree)
    spans = [s.span for s in reading.doc.sentences[max(0, number - 1) : number + 1] if s.kind == "body"]
    return [mention for span in spans for mention in mentions_in(reading, span)]


def is_governed(reading: Reading, tree: Tree, head: int) -> bool:
    """Part of what another verb says; `in order to assess …, the duty shall be paused` is none of it.

    What the issuer's own verb of saying makes known is the text's word.
    """
    path = [i for i in ancestors(tree, head) if is_verbal(tree.tokens[i])]
    if path and is_relation(tree.tokens[head], "ccomp") and makes_known(reading, tree, path[0]):
        wishes = is_relation(tree.tokens[path[0]], "xcomp") and len(path) > 1  # `wishes to inform the public that …`
        teller = path[1] if wishes else path[0]
        return path[-1] != teller or not is_the_issuers(reading, tree, teller)
    return any(tree.tokens[i].feat("VerbForm") != "Inf" for i in path) or bool(path and mark_of(tree, head))


def makes_known(reading: Reading, tree: Tree, index: int) -> bool:
    match = match_act(reading, tree, index)
    told = match is not None and match[0].kind == "reporting"
    return told and not is_negated(reading, tree, index)


def is_the_issuers(reading: Reading, tree: Tree, index: int) -> bool:
    """Whether those who issue the text do it."""
    subject = find_subject(reading, tree, index)
    return subject is not None and codes_of_all(reading, subject.actors) == set(reading.doc.issuers)
