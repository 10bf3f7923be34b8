"""What a meeting is about, by the concepts of its own clause."""

from __future__ import annotations

from briefing.extract.attending.sides import subject_nouns
from briefing.extract.claims import concepts_in
from briefing.extract.meetings.bodies_meet import is_body
from briefing.extract.reading import Reading
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    phrase_of,
    span_of,
)
from briefing.model import Token


def topics_of(reading: Reading, tree: Tree, clause: Clause) -> tuple[str, ...]:
    """What a meeting is about: its content, and the noun's own phrase (`reunión ministerial de seguridad`)."""
    spans = [span_of(tree, index) for index in clause.content]
    if clause.form.kind == "noun":
        spans.append(phrase_of(tree, clause.head))
    else:  # `que el Grupo de Seguridad se reunirá`: the body that meets
        bodies = [i for i in subject_nouns(reading, tree, clause.head) if is_body(reading, tree, i)]
        spans += [phrase_of(tree, index) for index in bodies]
    bare = tree.tokens[clause.head].span
    only_the_noun = {mention.concept for mention in reading.doc.concepts if mention.span == bare}
    others = [
        t.span for span in spans for t in tree.tokens if span.contains(t.span) and is_other_meeting(reading, tree, clause, t)
    ]
    taken = {m.concept for m in reading.doc.concepts if any(m.span.contains(span) for span in others)}
    named = dict.fromkeys(concept for span in spans for concept in concepts_in(reading, span) if concept not in taken)
    return tuple(concept for concept in named if concept not in only_the_noun)


def is_other_meeting(reading: Reading, tree: Tree, clause: Clause, token: Token) -> bool:
    """`received the envoy to discuss the ministerial meeting`: what they talked of names another meeting's kind."""
    return token is not tree.tokens[clause.head] and token.lemma.lower() in reading.words.named_as_meeting
