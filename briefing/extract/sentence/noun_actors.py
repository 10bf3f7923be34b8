"""Who does what a noun says: `el rechazo de Perú`, `les gustaría que …`, and the verb that carries a noun."""

from __future__ import annotations

from briefing.extract.reading import Reading, actor_at
from briefing.extract.sentence.named_subjects import Subject, named
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, mark_of
from briefing.knowledge.entries import ActForm


def experiencer(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`a algunos funcionarios peruanos les gustaría que …`: whom it pleases."""
    for child in children(tree, index, "iobj", "obl", "obj"):
        if case_of(tree, child) and (found := named(reading, tree, child, "explicit")):
            return found
    return None


def noun_actor(reading: Reading, tree: Tree, index: int, form: ActForm, *, hostile: bool = False) -> Subject | None:
    """`el rechazo de Perú`, `Norway's demand`, `the Chilean proposal`: by the slots that the noun's form names.

    Of a hostile deed's noun `de` and `of` name people as whom it is done to: `el espionaje de funcionarios`.
    """
    for child in children(tree, index, "nmod", "amod", "det", "compound"):
        case = case_of(tree, child)
        possessive = tree.tokens[child].deprel == "nmod:poss" or (
            is_relation(tree.tokens[child], "amod", "compound") and not case
        )
        if ("poss" in form.actor and possessive) or (case and case in form.actor):
            found = named(reading, tree, child, "noun")
            if found and not (hostile and case in reading.words.of_cases and are_people(reading, tree, child)):
                return found
    return None


def are_people(reading: Reading, tree: Tree, index: int) -> bool:
    actor = actor_at(reading, tree, index)
    return tree.tokens[index].feat("Number") == "Plur" or (actor is not None and actor.kind in {"person", "office"})


def carrier_of(reading: Reading, tree: Tree, index: int) -> int | None:
    """The verb of which an act's noun is the object: `le hice una propuesta`, `reiteró su rechazo`, `reached a deal`."""
    token = tree.tokens[index]
    opened = {case_of(tree, index), mark_of(tree, index)}
    if token.head < 0 or not is_relation(token, "obj", "obl") or opened & reading.words.offered_cases:
        return None  # `lo presenta como el mejor acuerdo`, `presented it as a deal`: what it is called
    owned = [c for c in children(tree, index, "det", "nmod") if tree.tokens[c].form.lower() in reading.words.possessives]
    lemma = tree.tokens[token.head].lemma.lower()
    # in `aceptó su propuesta`, `agradeció su apoyo` it is another's: who takes a stance on it has not made it
    takes = any(act.stance or act.kind == "speech" for act, _ in reading.acts.get(lemma, ()))
    own = owned and is_relation(token, "obj") and not takes
    return token.head if lemma in reading.words.light_verbs or own else None


__all__ = ["carrier_of", "experiencer", "noun_actor"]
