"""Who `he`, `ella`, an elided subject or `su rechazo` is: the one person that it can be, else nobody."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading, actor_at, is_unlinked, mention_at, mentions_in, quote_at, speaker_of
from briefing.extract.sentence.trees import Tree, case_of, children, finite_of, is_relation, subtree
from briefing.model import Actor, Span
from briefing.model.known_rows import COUNTERPART
from briefing.model.trees import covered_by, governor_of

REACH = 2
"""Sentences before its own in which a pronoun's person may stand."""


def pronoun_person(reading: Reading, tree: Tree, index: int) -> str | None:
    """The only person of a pronoun's gender named before it in its sentence, else in the sentences just before."""
    gender = reading.words.gender_of(tree.tokens[index].form.lower())
    if gender is None or reading.is_scrambled or quote_at(reading, tree.tokens[index].span):
        return None
    number = reading.number_of(tree)
    here = Span(tree.sentence.span.start, tree.tokens[index].span.start)
    dealt_with = people_dealt_with(reading, tree, index)
    before = [reading.doc.sentences[n].span for n in range(max(0, number - REACH), number) if reading.is_body(n)]
    for span in (here, *reversed(before)):
        if names_somebody_else(reading, span):
            return None
        said = [actor for actor in people_outside_quotes(reading, span) if actor.id not in dealt_with]
        people = [actor for actor in said if actor.gender in {gender, None}]
        if span != here and people and all(only_came_along(reading, span, actor) for actor in people):
            continue
        if people:
            return people[0].id if len(people) == 1 and not is_named_below(reading, tree, index, people[0]) else None
        if span != here and (office := office_told_of(reading, span)):
            return None if is_of_a_paragraph_ago(reading, number, span, office) else office
        if span != here and any(actor.gender in {gender, None} for actor in people_told_of(reading, span)):
            return None
    return None


def people_dealt_with(reading: Reading, tree: Tree, index: int) -> frozenset[str]:
    """`In a letter sent to Ruiz, she demanded …`, `In a call with Ruiz, he …`: to whom the subject has turned."""
    verb = tree.tokens[index].head
    if verb < 0 or not is_relation(tree.tokens[index], "nsubj") or index > verb:
        return frozenset()
    ahead = {i for c in children(tree, verb, "obl", "advcl") if c < index for i in subtree(tree, c)}
    cases = reading.words.towards | reading.words.with_cases
    to_whom = [tree.tokens[i].span for i in ahead if i < index and case_of(tree, i) in cases]
    return frozenset(m.actor for span in to_whom if (m := mention_at(reading, span)) is not None)


def only_came_along(reading: Reading, span: Span, person: Actor) -> bool:
    """`The meeting was also attended by Envoy Diaz. She …`, `Asistió la embajadora Díaz`: of whom nothing else is told."""
    tree = next(tree for tree in reading.trees if tree.sentence.span.overlaps(span))
    heads = (
        governor_of(tree.tokens, covered_by(tree.tokens, m.span)) for m in mentions_in(reading, span) if m.actor == person.id
    )
    named = [head for head in heads if head is not None and not is_relation(tree.tokens[head], "appos")]
    return bool(named) and all(is_at_meeting(reading, tree, head) for head in named)


def is_at_meeting(reading: Reading, tree: Tree, index: int) -> bool:
    """Who is the subject of a verb of attending, or by whom something was attended."""
    above = tree.tokens[index].head
    attends = above >= 0 and tree.tokens[above].head < 0 and not children(tree, above, "ccomp", "conj")
    comes = attends and tree.tokens[above].lemma.lower() in reading.words.attending | reading.words.present
    return comes and (case_of(tree, index) in reading.words.agent_cases or is_relation(tree.tokens[index], "nsubj"))


def is_of_a_paragraph_ago(reading: Reading, number: int, span: Span, office: str) -> bool:
    """`“…,” Ruiz said. His Kazakh counterpart denied it. / He threatened …`: a new paragraph, and he may be Ruiz."""
    before = next(s for s in reading.doc.sentences if s.span == span)
    of_another = reading.doc.actors[office].role == COUNTERPART
    return of_another and before.paragraph != reading.doc.sentences[number].paragraph


def office_told_of(reading: Reading, span: Span) -> str | None:
    """`The Minister expressed concern. He asked …`: the office that the sentence before is told of by its title alone."""
    tree = next(tree for tree in reading.trees if tree.sentence.span.overlaps(span))
    subjects = [i for i, token in enumerate(tree.tokens) if token.head >= 0 and tree.tokens[token.head].head < 0]
    subjects = [i for i in subjects if is_relation(tree.tokens[i], "nsubj")]
    named = [actor_at(reading, tree, i) for i in subjects]
    return next((a.id for a in named if a is not None and a.kind == "office" and a.official), None)


def pronoun_pair(reading: Reading, tree: Tree, index: int) -> tuple[str, ...]:
    """`Ambos acordaron limpiar el río`, `Both agreed …`: the two people of two countries whom the nearest sentence names."""
    token = tree.tokens[index]
    bare = token.form.lower() in reading.words.both and not children(tree, index, "nmod", "obl", "appos", "conj")
    if not bare or reading.is_scrambled or quote_at(reading, token.span):
        return ()
    number = reading.number_of(tree)
    for place in reversed([n for n in range(max(0, number - REACH), number) if reading.is_body(n)]):
        span = reading.doc.sentences[place].span
        people = people_outside_quotes(reading, span)
        if people or names_somebody_else(reading, span):
            known = len({one.country for one in people if one.country}) == len(people) == 2
            return tuple(one.id for one in people) if known and not names_somebody_else(reading, span) else ()
    return ()


def people_told_of(reading: Reading, span: Span) -> list[Actor]:
    """`Minister Lund told Envoy Diaz that it was “hasty”, the ministry said. She …`: one of them, and nobody named before."""
    return people_in(reading, [q.content for q in reading.spoken if q.kind == "mixed" and q.content.overlaps(span)])


def is_named_below(reading: Reading, tree: Tree, index: int, person: Actor) -> bool:
    """`He will travel to Oslo for talks with Minister Ana Lund`: who is named in what a pronoun does is not the pronoun's."""
    below = [tree.tokens[i].span for i in subtree(tree, tree.tokens[index].head)] if tree.tokens[index].head >= 0 else []
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == person.id]
    after = [span for span in named if span.start > tree.tokens[index].span.start and not quote_at(reading, span)]
    return any(span.contains(token) for span in after for token in below)


def people_outside_quotes(reading: Reading, span: Span) -> list[Actor]:
    """`“I told Minister Lund so,” he said`: whoever says so is nobody of whom he speaks."""
    inside = {m.actor for m in mentions_in(reading, span) if quote_at(reading, m.span)}
    outside = {m.actor for m in mentions_in(reading, span) if not quote_at(reading, m.span)}
    return [actor for actor in people_in(reading, (span,)) if actor.id in outside or actor.id not in inside]


def names_somebody_else(reading: Reading, span: Span) -> bool:
    """Whether a name that the article does not introduce does something there: the pronoun may be that person's."""
    places = [n for n, sentence in enumerate(reading.doc.sentences) if sentence.span.overlaps(span)]
    return any(
        span.contains(token.span) and is_unlinked(reading, tree, index) and is_of_somebody(reading, tree, index)
        for tree in (reading.trees[n] for n in places)
        for index, token in enumerate(tree.tokens)
    )


def is_of_somebody(reading: Reading, tree: Tree, index: int) -> bool:
    """A subject, an object, beside one (`the banker, Ana Gil,`), or somebody `with` whom."""
    cases = reading.words.with_cases | reading.words.between_cases
    if tree.tokens[index].form.lower() in reading.words.name_articles:  # `El Alto` is a town
        return False
    if tree.tokens[index].feat("Number") == "Plur":  # `did not target Kenyans`: a people
        return False
    above = tree.tokens[tree.tokens[index].head].lemma.lower() if tree.tokens[index].head >= 0 else ""
    if is_relation(tree.tokens[index], "obj") and any(act.meeting == "visit" for act, _ in reading.acts.get(above, ())):
        return False  # `will visit Uyuni`
    return is_relation(tree.tokens[index], "nsubj", "obj", "iobj", "appos") or case_of(tree, index) in cases


def people_in(reading: Reading, spans: Sequence[Span]) -> list[Actor]:
    """The persons named in these spans, each once."""
    named = dict.fromkeys(m.actor for span in spans for m in mentions_in(reading, span) if not m.place)
    return [actor for name in named if (actor := reading.doc.actors.get(name)) and actor.kind == "person"]


def interlocutor(reading: Reading, tree: Tree, index: int) -> str | None:
    """In a speaker's own account (`Hablé con el presidente Petit. Estuvo de acuerdo`): the one other person named so far."""
    turn = reading.turn_at(tree.tokens[index].span)
    speaker = speaker_of(reading, turn) if turn else None
    if turn is None or speaker is None:
        return None
    others = people_in(reading, (Span(turn.content.start, tree.tokens[index].span.start),))
    others = [actor for actor in others if actor.id != speaker and actor.official]
    return others[0].id if len(others) == 1 else None


def speaks_of_self(reading: Reading, tree: Tree, verb: int) -> bool:
    """`“I spoke with Petit”`, `“Hablé con Petit”`: a verb of the first person singular."""
    finite, subjects = finite_of(tree, verb), [tree.tokens[c].form.lower() for c in children(tree, verb, "nsubj")]
    if finite.feat("Number") == "Plur" or any(form not in reading.words.i_pronouns for form in subjects):
        return False
    ends = finite.feat("Person") is None and finite.form.lower().endswith(tuple(sorted(reading.words.first_endings)))
    return bool(subjects) or finite.feat("Person") == "1" or ends


def speaker_himself(reading: Reading, tree: Tree, verb: int) -> str | None:
    """Who says so, where a person tells in the first person what he did."""
    quote = quote_at(reading, tree.tokens[verb].span)
    if quote is None or not speaks_of_self(reading, tree, verb):
        return None
    speaker = speaker_of(reading, quote)
    actor = reading.doc.actors.get(speaker or "")
    return actor.id if actor is not None and actor.kind == "person" and actor.official else None
