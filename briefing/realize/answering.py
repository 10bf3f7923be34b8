"""The sentence right behind a line in which the other side answers, denies or limits it: a note quotes it.

`The opposition says that 2,100 million were spent. The ministry admits 1,400 million.`, `Peru asked for a ban. Chile's minister
said that he was studying the request.`: told without it, the line stands as if nobody had said otherwise.
"""

from __future__ import annotations

from briefing.model import Sentence
from briefing.realize.complete import unexplained
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of
from briefing.realize.openings import is_not_prose
from briefing.realize.passages import Passage, of_its_words
from briefing.realize.qualifying import LONGEST, main_subject, sentence_behind


@of_its_words
def answered(passage: Passage) -> Sentence | None:
    """The sentence, if who acts in it is somebody else, and it takes up what the line says."""
    behind = sentence_behind(passage)
    if behind is None or behind.sentence is None or is_not_prose(behind) or len(behind.words.split()) > LONGEST:
        return None
    otherwise, taken_up = _says_otherwise(passage, behind), _takes_up_a_deed(behind)
    another = (otherwise or taken_up) and _is_by_another(passage, behind, known=taken_up)
    return behind.sentence if another or (_is_by_a_body(behind) and otherwise) or (_is_by_nobody(behind) and taken_up) else None


def _is_by_another(passage: Passage, behind: Passage, *, known: bool) -> bool:
    """Somebody of another country than who acts in the line; where no verb denies, both must be known."""
    own, other = _side(passage, main_subject(passage)), _side(behind, main_subject(behind))
    return other is not None and other != own and (own is not None or not known)


def _is_by_a_body(behind: Passage) -> bool:
    """`The ministry`, of whom only the article tells whose."""
    index = main_subject(behind)
    return (
        index is not None
        and _side(behind, index) is None
        and behind.tree.lemmas[index] in grammar_of(behind.language).state_bodies
    )


def _is_by_nobody(behind: Passage) -> bool:
    """`In Lima nobody confirms that promise.`"""
    index = main_subject(behind)
    return index is not None and behind.tree.forms[index] in grammar_of(behind.language).nobody_words


def _side(passage: Passage, index: int | None) -> str | None:
    """The country, or else the name, of who stands there; none of two together."""
    mention = passage.mention_at.get(index) if index is not None else None
    actor = passage.doc.actors.get(mention.actor) if mention and passage.doc else None
    return (actor.country or actor.id) if actor and actor.kind != "group" else None


def _takes_up_a_deed(behind: Passage) -> bool:
    """`the request`, `that promise`: what the line tells."""
    nouns, grammar = unexplained(behind), grammar_of(behind.language)
    return any(
        one.is_one_of(grammar.leaning_deeds) or one.passage.tree.forms[one.article] in grammar.demonstratives for one in nouns
    )


def _says_otherwise(passage: Passage, behind: Passage) -> bool:
    """By a verb of denying or of another figure, of a thing that the line names or a sum of its kind."""
    root, verbs = behind.root, grammar_of(behind.language).answering_verbs | grammar_of(behind.language).denying_verbs
    if root is None or behind.tree.lemmas[root] not in verbs:
        return False
    kinds = {one.kind for one in passage.quantities}
    named = {passage.tree.lemmas[i] for i in passage.kept if passage.tokens[i].upos in NOUNS and i not in passage.named}
    again = any(behind.tree.lemmas[i] in named for i in behind.kept if behind.tokens[i].upos in NOUNS)
    pointing = grammar_of(behind.language).pointing_articles  # `a third of that`
    points = any(behind.tree.forms[i] in pointing and behind.tokens[i].upos == "PRON" for i in behind.kept)
    return again or points or any(one.kind in kinds for one in behind.quantities)
