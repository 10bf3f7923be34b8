"""How a sentence was read, in lines for a person: its clauses with what depends on them, its acts, its events."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.coding import code_events
from briefing.extract.reading import Reading, read_doc
from briefing.extract.sentence.clauses import Clause, find_clauses
from briefing.extract.sentence.trees import Tree, children, is_relation, is_verbal, span_of
from briefing.knowledge import Knowledge
from briefing.model import Doc

MOODS = ("negated", "conditional", "hypothetical", "future", "obliged")


def show_reading(doc: Doc, knowledge: Knowledge) -> Iterator[str]:
    """The lines for every sentence of a document."""
    reading = read_doc(doc, knowledge)
    for number, tree in enumerate(reading.trees):
        yield from (f"parse  {line}" for line in show_tree(tree))
        yield from (f"act    {show_act(reading, clause)}" for clause in find_clauses(reading, number))
    for event in code_events(doc, knowledge):
        yield f"event  {event.plover}: {' + '.join(event.actors) or '?'} > {' + '.join(event.recipients) or '?'}  ({event.act})"


def show_tree(tree: Tree) -> Iterator[str]:
    """One line for each verb and for the root: the word, then its phrases with their relations, in the order of the text."""
    for index, token in enumerate(tree.tokens):
        if token.head >= 0 and not is_verbal(token):
            continue
        if is_relation(token, "aux", "cop"):
            continue
        phrases = [
            f"{tree.tokens[c].deprel} «{words(tree, c)}»" for c in children(tree, index) if tree.tokens[c].upos != "PUNCT"
        ]
        yield f"{token.form} ({token.deprel}, sure {token.confidence:.2f})" + "".join(f"  {phrase}" for phrase in phrases)


def words(tree: Tree, index: int) -> str:
    return span_of(tree, index).of(tree.text).replace("\n", " ")


def show_act(reading: Reading, clause: Clause) -> str:
    """`reject «rechazó», REJECT, rejects; by MX (explicit), towards US, negated; of «la propuesta»`."""
    tree = reading.trees[clause.sentence]
    act = clause.act
    kinds = ", ".join(word for word in (act.kind, act.plover, act.stance) if word)
    by = f"{' + '.join(clause.subject.actors)} ({clause.subject.how})" if clause.subject else "nobody that is known"
    moods = "".join(f", {mood}" for mood in MOODS if getattr(clause, mood))
    towards = f", towards {' + '.join(clause.addressees)}" if clause.addressees else ""
    content = "".join(f"; of «{words(tree, index)}»" for index in clause.content)
    return f"{act.id} «{tree.tokens[clause.trigger].form}», {kinds}; by {by}{towards}{moods}{content}"
