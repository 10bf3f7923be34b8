"""The subjects that a sentence names by a noun: a name and those joined to it, an agent, the officials of who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.extract.reading import Reading, actor_at, governments_of, mention_at, speaker_of, voices_at
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    conjuncts,
    finite_of,
)

How = Literal["explicit", "relative", "shared", "control", "content", "agent", "noun", "speaker", "inherited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The actors of a clause and how they were found."""

    actors: tuple[str, ...]
    how: How


def names_apart(reading: Reading, tree: Tree, head: int) -> list[int]:
    """The names that a parser gives a verb by another relation than that of a subject."""
    return names_with_particle(reading, tree, head) or names_beside(reading, tree, head)


def names_with_particle(reading: Reading, tree: Tree, head: int) -> list[int]:
    """`De la Rúa respondió`: a parser takes the name's first word for a preposition."""
    found = []
    for child in children(tree, head, "obl", "iobj", "obj", "nmod"):
        mention = mention_at(reading, tree.tokens[child].span)
        cases = children(tree, child, "case")
        if mention and cases and child < head and mention.span.contains(tree.tokens[cases[0]].span):
            found.append(child)
    return found


def names_beside(reading: Reading, tree: Tree, head: int) -> list[int]:
    """`Tello rejected …`: a name at the head of the sentence that a parser takes for an interjection."""
    beside = children(tree, head, "discourse", "vocative", "dislocated")
    return [c for c in beside if c == 0 and mention_at(reading, tree.tokens[c].span)]


def names_right_before(reading: Reading, tree: Tree, head: int, *, alone: bool) -> list[int]:
    """`Togo lo apoya y Benín se opone`, `Togo wants the toll and Benin opposes it`: the name right before its verb.

    A parser hangs it on the first name or on what the first verb governs, and the second verb is told of the first name.
    `alone`: the verb has no other noun, so the name may open its clause as well (`Sobre el peaje del puente, Togo lo apoya`).
    """
    place = head - 1
    while place > 0 and tree.tokens[place].upos in {"PRON", "AUX", "ADV", "PART"}:
        place -= 1
    mention = mention_at(reading, tree.tokens[place].span) if place > 0 else None
    later = any(c > head for c in children(tree, head, "nsubj"))
    if mention is None or later or finite_of(tree, head).feat("VerbForm") != "Fin":
        return []
    start = next(i for i, token in enumerate(tree.tokens) if mention.span.overlaps(token.span))
    link = start - 1 if start and tree.tokens[start - 1].upos != "DET" else start - 2
    if link < 1 or mention_at(reading, tree.tokens[link - 1].span) is not None:
        return []  # `Togo and Benin oppose it`
    joined = tree.tokens[link].upos == "CCONJ" and ends_another_clause(reading, tree, link)
    opens = (
        alone
        and tree.tokens[link].form == ","
        and reading.doc.actors[mention.actor].kind == "country"
        and tree.tokens[0].upos == "ADP"
    )
    return [place] if joined or opens else []


def ends_another_clause(reading: Reading, tree: Tree, link: int) -> bool:
    """Whether a verb of its own stands between the last name and `and`: `| Togo | supports it |`."""
    last = max((i for i in range(link) if mention_at(reading, tree.tokens[i].span) is not None), default=link)
    return any(tree.tokens[i].upos == "VERB" and tree.tokens[i].feat("VerbForm") == "Fin" for i in range(last + 1, link))


def with_speaker(reading: Reading, tree: Tree, index: int, found: Subject | None) -> Subject | None:
    """`He and I will meet`, `el presidente Petit y yo`: the one who speaks besides."""
    beside = [tree.tokens[c].form.lower() for c in children(tree, index, "conj")]
    if not set(beside) & reading.words.first_person:
        return found
    voices = voices_at(reading, tree.tokens[index].span)
    actors = (*(found.actors if found else ()), *voices)
    return Subject(actors=tuple(dict.fromkeys(actors)), how="speaker") if voices else found


def owned_by_speaker(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`Our officials will travel to Quito`, `nuestros cancilleres`: the officials of who speaks, as their country."""
    owners = [tree.tokens[c] for c in children(tree, index, "det", "nmod")]
    own = any({o.lemma.lower(), o.form.lower()} & reading.words.own for o in owners)
    lemma = tree.tokens[index].lemma.lower()
    if not own or lemma not in reading.words.officials:
        return None
    voices = voices_at(reading, tree.tokens[index].span)
    countries = tuple(dict.fromkeys(code for voice in voices for code in governments_of(reading, voice)))
    known = tuple(code for code in countries if code in reading.doc.actors)
    return Subject(actors=known, how="speaker") if known else None


def person_before(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`la llamada entre Petit y Mora, quien dijo …`: a relative of persons means the one named just before it."""
    if tree.tokens[index].form.lower() not in reading.words.person_relatives:
        return None
    place = index - 1
    while place > 0 and tree.tokens[place].upos in {"PUNCT", "ADP"}:
        place -= 1
    actor = actor_at(reading, tree, place) if place >= 0 else None
    return Subject(actors=(actor.id,), how="relative") if actor and actor.kind in {"person", "office"} else None


def quoted_teller(reading: Reading, tree: Tree, head: int) -> Subject | None:
    """`Añadió que su país pagará`: the person whose word goes on from the sentence before."""
    span = tree.tokens[head].span
    around = [q for q in reading.doc.quotes if q.kind == "indirect" and q.inherited and q.content.contains(span)]
    speakers = {speaker_of(reading, quote) for quote in around}
    actor = reading.doc.actors.get(speakers.pop() or "") if len(speakers) == 1 else None
    return Subject(actors=(actor.id,), how="inherited") if actor is not None and actor.kind == "person" else None


def named(reading: Reading, tree: Tree, index: int, how: How) -> Subject | None:
    """The actors that a noun and its conjuncts name: `Rubio y De la Fuente`."""
    if index < 0:
        return None
    others = (*names_joined(reading, tree, index), *joint_owners(reading, tree, index))
    found = [actor_at(reading, tree, i) for i in (*conjuncts(tree, index), *others)]
    actors = tuple(dict.fromkeys(actor.id for actor in found if actor is not None))
    return Subject(actors=actors, how=how) if actors and found[0] is not None else None


def names_joined(reading: Reading, tree: Tree, index: int) -> list[int]:
    """`Presidents Ana Mora and Juan Petit`: the second name, coordinated with the first and not with the title."""
    mention = mention_at(reading, tree.tokens[index].span)
    if mention is None:
        return []
    inside = [i for i, token in enumerate(tree.tokens) if i != index and mention.span.contains(token.span)]
    joined = [other for i in inside for other in children(tree, i, "conj")]
    return [other for other in joined if not mention.span.contains(tree.tokens[other].span)]


def joint_owners(reading: Reading, tree: Tree, index: int) -> list[int]:
    """`los gobiernos de Chile y Perú`: the second country, which the first one's mention leaves out."""
    if tree.tokens[index].feat("Number") != "Plur":
        return []
    owners = [c for c in children(tree, index, "nmod") if case_of(tree, c) in reading.words.of_cases]
    return [other for owner in owners for other in children(tree, owner, "conj")]


def agent_subject(reading: Reading, tree: Tree, head: int) -> Subject | None:
    """`fue rechazada por el tribunal`, `proposed by Norway`."""
    agent = next(agents_of(reading, tree, head), None)
    return named(reading, tree, agent, "agent") if agent is not None else None


def agents_of(reading: Reading, tree: Tree, head: int) -> Iterator[int]:
    for child in children(tree, head, "obl", "nmod"):
        if tree.tokens[child].deprel == "obl:agent" or case_of(tree, child) in reading.words.agent_cases:
            yield child


def rename(subject: Subject | None, how: How) -> Subject | None:
    return Subject(actors=subject.actors, how=how) if subject else None
