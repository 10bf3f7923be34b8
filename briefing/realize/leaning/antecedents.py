"""Whom `she` means, where the article leaves no doubt: who acts in the sentence before, and nobody else could be meant.

`The mayor of Oslo, Kari Dahl, opened the port. She said …`: Kari Dahl, since no other person is named from there on.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from briefing.knowledge import load_language
from briefing.model import Actor, Language, Mention, Sentence
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage

_PARTS = frozenset({"flat", "compound", "nummod"})
MOST_BACK = 3
"""So many sentences back a chain of pronouns is followed."""


def person_meant(passage: Passage, index: int) -> Actor | None:
    """Who is meant by the pronoun at a place of the sentence: a person, the only one from his own sentence on."""
    doc, token = passage.doc, passage.tokens[index]
    if doc is None or passage.offset or token.form.casefold() not in grammar_of(passage.language).personal_pronouns:
        return None
    gender = grammar_of(passage.language).personal_pronouns[token.form.casefold()]
    start = token.span.start
    for sentence in _sentences_before(passage):
        subject = _main_subject(sentence)
        if subject is None or _tells_of_company(sentence, passage.language):
            return None
        inside = sentence.tokens[subject].span
        actor = next((doc.actors.get(m.actor) for m in doc.mentions if m.span.overlaps(inside)), None)
        if actor is not None and actor.kind == "person":
            meant = _is_named_in_full(actor) and actor.gender in {None, gender}
            return actor if meant and _is_alone(passage, sentence, start, actor, gender) else None
        pronoun = grammar_of(passage.language).personal_pronouns.get(sentence.tokens[subject].form.casefold())
        if pronoun != gender:
            return None
    return None


def teller_before(passage: Passage) -> Actor | None:
    """Who goes on speaking: the person whose doing the sentence before tells, where it names nobody else."""
    doc, before = passage.doc, _sentences_before(passage)[:1]
    subject = _main_subject(before[0]) if doc is not None and not passage.offset and before else None
    if doc is None or subject is None:
        return None
    inside = before[0].tokens[subject].span
    here = [(m, doc.actors[m.actor]) for m in doc.mentions if before[0].span.contains(m.span) and m.actor in doc.actors]
    actor = next((one for m, one in here if m.span.overlaps(inside)), None)
    alone = actor is not None and all(one.kind != "person" or one.id == actor.id for _, one in here)
    return actor if alone and actor is not None and actor.kind == "person" and _is_named_in_full(actor) else None


def _sentences_before(passage: Passage) -> list[Sentence]:
    """The nearest first, as long as one follows upon the other in the text."""
    sentences = passage.doc.sentences if passage.doc else ()
    at = bisect.bisect_left(sentences, passage.span.start, key=lambda s: s.span.stop)
    before = [s for s in sentences[max(0, at - MOST_BACK) : at] if s.span.stop <= passage.span.start]
    found: list[Sentence] = []
    for sentence in reversed(before):
        following = found[-1] if found else passage.sentence
        if following is None or sentence.kind != "body" or sentence.paragraph < following.paragraph - 1:
            break
        found.append(sentence)
    return found


def _main_subject(sentence: Sentence) -> int | None:
    """Of the main verb, or of the verb that tells it: `The port will close, Minister Dahl said`."""
    tokens = sentence.tokens
    root = next((i for i, token in enumerate(tokens) if token.head < 0), -1)
    telling = {i for i, t in enumerate(tokens) if t.head == root and t.deprel == "parataxis" and t.upos == "VERB"}
    subjects = [i for i, t in enumerate(tokens) if t.deprel.startswith("nsubj") and t.head in (telling or {root})]
    return subjects[0] if len(subjects) == 1 else None


def _tells_of_company(sentence: Sentence, language: Language) -> bool:
    """`Envoy Dahl also attended the talks. She asked …`: a text does not go on with who only came along."""
    root = next((token for token in sentence.tokens if token.head < 0), None)
    words = load_language("extract", language)
    return root is not None and root.lemma.casefold() in {*words["attending"], *words["present"]}


def _is_named_in_full(actor: Actor) -> bool:
    return any(" " in name for name in actor.name.values())


def _is_alone(passage: Passage, first: Sentence, stop: int, actor: Actor, gender: str) -> bool:
    """Whether from that sentence on nobody else of this gender is named before the pronoun."""
    doc = passage.doc
    if doc is None:
        return False
    here = [m for m in doc.mentions if first.span.start <= m.span.start < stop]
    people = [one for m in here if (one := doc.actors.get(m.actor)) and one.kind == "person" and one.id != actor.id]
    own = [s for s in doc.sentences if first.span.start <= s.span.start < stop]
    return all(one.gender not in {None, gender} for one in people) and not any(
        _names_a_stranger(s, stop, here, passage.language) for s in own
    )


def _names_a_stranger(sentence: Sentence, stop: int, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a name that the annotation does not know may be a person's: one that is not only said of a place."""
    placed = grammar_of(language).place_cases
    for index, token in enumerate(sentence.tokens):
        if token.upos != "PROPN" or token.span.start >= stop or token.deprel.partition(":")[0] in _PARTS:
            continue
        if any(m.span.overlaps(token.span) for m in mentions):
            continue
        linked = any(t.head == index and t.deprel == "case" and t.form.casefold() in placed for t in sentence.tokens)
        if not linked:
            return True
    return False
