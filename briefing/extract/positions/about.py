"""What a statement is about: the concepts that its act governs, and none of who tells it, when, why or for which office.

`told state radio that it would not lift the ban because the crew faced charges` is about the ban.
"""

from __future__ import annotations

from briefing.extract.claims import is_missing, missing_in
from briefing.extract.reading import Reading, quote_at
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.objects import beside_the_object
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, mark_of, span_of
from briefing.model import Span, Stance

FAVOURABLE: frozenset[Stance] = frozenset({"supports", "agrees", "offers"})
"""Stances towards what a government would have."""


def governed(reading: Reading, clause: Clause, concepts: tuple[str, ...]) -> tuple[str, ...]:
    """What the act is about: not who does it, nor what it is done after, because of or if, nor what is told of that in passing.

    `defended the checks, saying that they had led to the seizure of rifles` is about checks.
    """
    tree = reading.trees[clause.sentence]
    aside = [c for c in children(tree, clause.head, "advcl", "parataxis") if not is_what_is_said(reading, tree, c, clause)]
    aside += [c for c in children(tree, clause.head, "nsubj") if is_doer(reading, tree, c, clause)]
    aside += beside_the_telling(reading, tree, clause)
    aside += behind_a_reason(tree, clause)
    aside += portfolios(reading, tree, clause)
    aside += [c for c in children(tree, clause.head, "obl") if case_of(tree, c) in reading.words.condition_marks]
    aside += [c for c in children(tree, clause.head, "obl") if is_where_it_is_done(reading, tree, clause.head, c)]
    inside = [i for i in range(len(tree.tokens)) if span_of(tree, clause.head).contains(tree.tokens[i].span)]
    aside += [i for i in inside if is_relation(tree.tokens[i], "acl", "advcl") and is_in_passing(tree, i)]
    aside += beside_the_object(reading, clause)
    aside += [i for i in inside if is_of_a_part(reading, tree, i) or is_where_it_is_not(reading, tree, i)]
    aside += [i for i in inside if is_handed_out(reading, tree, i) or is_who_meets(reading, tree, i)]
    left_out = [span_of(tree, index) for index in aside if index != clause.head]
    here = [m for m in reading.doc.concepts if tree.sentence.span.contains(m.span)]
    left = [m for m in here if not any(span.contains(m.span) for span in left_out)]
    left += [m for m in here if any(span.contains(m.span) for span in taken_up(tree, clause))]
    kept = {m.concept for m in left if not is_idiom(reading, m.span)}
    return tuple(concept for concept in concepts if concept in kept)


def taken_up(tree: Tree, clause: Clause) -> list[Span]:
    """`Asked about the offer, she rejected it`, `Consultada por la oferta, Díaz la rechazó`: what a pronoun stands for."""
    subjects = children(tree, clause.head, "nsubj")
    opened = [*children(tree, clause.head, "advcl"), *(c for s in subjects for c in children(tree, s, "acl", "amod"))]
    pronouns = [c for c in children(tree, clause.head, "obj") if tree.tokens[c].upos == "PRON"]
    parts = [i for i in opened if tree.tokens[i].feat("VerbForm") == "Part"]
    return [span_of(tree, i) for i in parts if pronouns and all(i < s < clause.head for s in subjects)]


def is_where_it_is_done(reading: Reading, tree: Tree, head: int, index: int) -> bool:
    """`cobrará un peaje en el puente`: what is charged has an object of its own; `invest in the port` has none."""
    return case_of(tree, index) in reading.words.place_cases and bool(children(tree, head, "obj"))


def is_of_a_part(reading: Reading, tree: Tree, index: int) -> bool:
    """`handed over the archive of the hospital`, `the hospital archive`: about papers."""
    token = tree.tokens[index]
    return is_relation(token, "nmod", "compound") and tree.tokens[token.head].lemma.lower() in reading.words.part_things


def is_who_meets(reading: Reading, tree: Tree, index: int) -> bool:
    """`pidió una reunión de la comisión mixta`, `a meeting of the joint committee`: who is to meet, and not on what."""
    token = tree.tokens[index]
    met = match_act(reading, tree, token.head) if is_relation(token, "nmod") and token.head >= 0 else None
    return met is not None and met[0].kind == "meeting" and token.lemma.lower() in reading.words.meeting_bodies


def is_handed_out(reading: Reading, tree: Tree, index: int) -> bool:
    """`repartirá agua y comida`, `without water or toilets`: what people on a road need, and no matter of water."""
    token = tree.tokens[index]
    given = is_relation(token, "obj") and tree.tokens[token.head].lemma.lower() in reading.words.handing_out
    first = token.head if is_relation(token, "conj") else index
    beside = {tree.tokens[c].lemma.lower() for c in (first, *children(tree, first, "conj"))}
    return token.upos == "NOUN" and (given or bool(beside & reading.words.relief))


def is_where_it_is_not(reading: Reading, tree: Tree, index: int) -> bool:
    """`“The issue does not belong on a bridge”`: a figure of speech."""
    token = tree.tokens[index]
    places = reading.words.place_cases | reading.words.occasion_cases
    spoken = is_relation(token, "obl") and case_of(tree, index) in places and quote_at(reading, token.span) is not None
    return (
        spoken
        and is_negated(reading, tree, token.head)
        and any(tree.tokens[d].feat("Definite") == "Ind" for d in children(tree, index, "det"))
    )


def beside_the_telling(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """Who is told, where and when: `told state radio that …`, `said before the meeting`, `no responderá con lo mismo`."""
    path = (clause.head, *ancestors(tree, clause.head))
    says = clause.act.kind == "reporting" or tree.tokens[clause.head].lemma.lower() in reading.words.saying
    aside = list(children(tree, clause.head, "obl", "iobj")) if says else []
    above = [i for i in path[1:] if tells(reading, tree, i)]
    return aside + [c for i in above for c in children(tree, i, "obl", "iobj", "obj", "nsubj") if c not in path]


def tells(reading: Reading, tree: Tree, index: int) -> bool:
    return any(
        act.kind == "reporting" and form.kind == "verb" for act, form in reading.acts.get(tree.tokens[index].lemma.lower(), ())
    )


def portfolios(reading: Reading, tree: Tree, clause: Clause) -> list[int]:
    """`will travel with the vice minister of Foreign Trade`: what an office is for."""
    offices = [i for i, token in enumerate(tree.tokens) if token.lemma.lower() in reading.words.holders]
    parts = [c for i in offices for c in children(tree, i, "nmod", "compound", "amod")]
    return [c for c in parts if not span_of(tree, c).contains(tree.tokens[clause.head].span)]


def behind_a_reason(tree: Tree, clause: Clause) -> list[int]:
    """`would not lift it because the men faced a charge`: what stands behind a clause of its own mark belongs to that."""
    opened = [c for c in children(tree, clause.head, "advcl") if c > clause.head and mark_of(tree, c)]
    return [
        c
        for c in children(tree, clause.head, "obl", "obj")
        if any(span_of(tree, o).start < tree.tokens[c].span.start for o in opened)
    ]


def is_idiom(reading: Reading, span: Span) -> bool:
    """`sin embargo` is about no embargo."""
    return is_missing(reading, span) and span.of(reading.text).lower() in reading.words.negator_cancels


def is_what_is_said(reading: Reading, tree: Tree, index: int, clause: Clause) -> bool:
    """`agreed to limit the handover`, `insistió en que …`, which a parser hangs on the verb as if it said when or what for."""
    opened = mark_of(tree, index)
    nominal = tree.tokens[index].feat("VerbForm") in {"Inf", "Ger"} and opened in reading.words.content_marks
    return opened.endswith(tuple(reading.words.that_marks)) or (nominal and clause.act.kind in {"speech", "wish"})


def is_doer(reading: Reading, tree: Tree, index: int, clause: Clause) -> bool:
    """`the energy minister` who speaks, and no tariff that is unacceptable."""
    own = span_of(tree, index)
    return any(own.contains(m.span) for m in reading.doc.mentions if m.actor in (clause.holders))


def is_in_passing(tree: Tree, index: int) -> bool:
    """Behind a comma: `, which had led to …`, `, saying that …`."""
    start = next((i for i, t in enumerate(tree.tokens) if t.span.start == span_of(tree, index).start), index)
    return start > 0 and (tree.tokens[start].form == "," or tree.tokens[start - 1].form == ",")


def favoured(reading: Reading, clause: Clause, concepts: tuple[str, ...], stance: Stance) -> tuple[str, ...]:
    """The topics of a stance: who prefers talks `sin mediadores` does not support mediators."""
    missing = missing_in(reading, span_of(reading.trees[clause.sentence], clause.head)) if stance in FAVOURABLE else set()
    return tuple(concept for concept in concepts if concept not in missing)
