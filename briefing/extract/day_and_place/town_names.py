"""The whole name of a town that the knowledge does not have, as a sentence writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    is_relation,
)
from briefing.model import Span

SHORTEST_WORD = 2
"""Letters of a word in capitals that stands for a body and not for a part of a town's name."""
LONGEST_LINK = 2
"""Small words between two parts of a name: `San José de las Lajas`."""


def is_no_town(reading: Reading, name: Span) -> bool:
    """`patrols in the Sulu Sea`, where nobody sits down; `en la Cumbre Andina`, which is what is held and not where.

    Nor what a state is called without its name: `a visit to the | Republic | of Paraguay`.
    """
    words = {*name.of(reading.text).lower().split()}
    return bool(words & (reading.words.waters | reading.words.occasions)) or words <= reading.words.governments


def is_in_name_of_body(reading: Reading, tree: Tree, name: Span) -> bool:
    """`the Alliance for Progress in Freedom`: no town, nor is `Alliance`; of a conference or a summit it is where that is."""
    inside = [i for i, token in enumerate(tree.tokens) if name.contains(token.span)]
    if not inside:
        return False
    start = inside[0]
    while start > 0 and is_of_a_long_name(reading, tree, start - 1):
        start -= 1
    while start < inside[-1] and not tree.tokens[start].form[:1].isupper():
        start += 1
    links = [i for i in range(start + 1, len(tree.tokens) - 1) if tree.tokens[i].form.lower() in reading.words.purpose_cases]
    linked = [i for i in links if all(is_of_a_long_name(reading, tree, k) for k in range(start, i))]
    behind = [
        next((k for k in (i + 1, i + 2) if k < len(tree.tokens) and tree.tokens[k].feat("Definite") is None), i) for i in linked
    ]
    named = any(tree.tokens[k].form[:1].isupper() and is_part(reading, tree, k) for k in behind)
    return named and tree.tokens[start].lemma.lower() not in reading.words.occasions


def is_of_a_long_name(reading: Reading, tree: Tree, index: int) -> bool:
    """A capital, or a small word that a name has between two."""
    token, words = tree.tokens[index], reading.words
    small = words.name_links | words.link_articles | words.purpose_cases | words.place_cases | words.of_cases
    return is_part(reading, tree, index) or token.form in small


def towns_named_by(reading: Reading, tree: Tree, index: int) -> Iterator[int]:
    """`the Malian city of Gao`, `la localidad de Ipiales`: the name that a word for a town carries."""
    if tree.tokens[index].lemma.lower() in reading.words.towns | reading.words.border_sites:
        names = children(tree, index, "nmod", "appos", "flat", "compound")
        yield from (i for i in names if case_of(tree, i) in {"", *reading.words.of_cases} and i > index)


def is_name(reading: Reading, tree: Tree, index: int) -> bool:
    """A proper noun that is no date, nobody's name and no office; `in Belfast`, taken for an adjective, too."""
    token = tree.tokens[index]
    taken = [m.span for m in reading.doc.mentions] + [d.span for d in reading.doc.dates]
    known = token.lemma.lower() in reading.words.officials or any(span.overlaps(token.span) for span in taken)
    plural = token.feat("Number") == "Plur" and not is_relation(token, "obl")  # `en Burdeos`
    inside = token.upos == "NOUN" and index > 0 and not plural and not children(tree, index, "det", "amod")
    inside = inside or (token.upos == "ADJ" and bool(children(tree, index, "case")) and is_relation(token, "obl", "nmod"))
    return (token.upos == "PROPN" or inside) and token.form[:1].isupper() and not known


def whole_name(reading: Reading, tree: Tree, parts: Sequence[int]) -> Span | None:
    """The name from its first capital to its last, over its small words: `Punta del Este`, `San José de las Lajas`."""
    if not parts:
        return None
    first, last = min(parts), max(parts)
    while (step := step_back(reading, tree, first)) > 0:
        first -= step
    while (following := next_part(reading, tree, last)) is not None:
        last = following
    name = Span(tree.tokens[first].span.start, tree.tokens[last].span.stop)
    name = with_country_in_it(reading, tree, name, last)
    known = (m.span for m in reading.doc.mentions if m.place and m.span.contains(name))
    return next(known, name)  # `San Salvador`, of which a word alone is none


def with_country_in_it(reading: Reading, tree: Tree, name: Span, last: int) -> Span:
    """`San Pedro del Paraguay`: cut before the country it is the name of other towns; not `en Tacna de Chile y Perú`."""
    at = last + 1
    while at < len(tree.tokens) and at - last <= LONGEST_LINK and tree.tokens[at].form in links_of(reading, at == last + 1):
        at += 1
    behind = next(
        (m.span for m in reading.doc.mentions if at < len(tree.tokens) and m.span.start == tree.tokens[at].span.start), None
    )
    inside = [i for i, token in enumerate(tree.tokens) if behind and behind.contains(token.span)]
    if at == last + 1 or not inside or behind is None or any(tree.tokens[i].upos != "PROPN" for i in inside):
        return name
    several = any(token.upos == "CCONJ" for token in tree.tokens[inside[-1] + 1 : inside[-1] + 2])
    return name if several else Span(name.start, behind.stop)


def step_back(reading: Reading, tree: Tree, first: int) -> int:
    """How many tokens a name begins before the one that it is known by: `Rio das` of `Rio das Ostras`, `Saint-`."""
    if first > 1 and is_joined(tree, first - 2):
        return 2
    if first > 0 and is_part(reading, tree, first - 1):
        return 1
    linked = first > 1 and tree.tokens[first - 1].form in reading.words.name_links
    return 2 if linked and is_part(reading, tree, first - 2) else 0


def next_part(reading: Reading, tree: Tree, last: int) -> int | None:
    """The next capital of a name, behind small words that names have; none where a body begins there (`de la Comisión`)."""
    at = last + 1
    if is_joined(tree, last):
        return last + 2
    while at < len(tree.tokens) and at - last <= LONGEST_LINK and tree.tokens[at].form in links_of(reading, at == last + 1):
        at += 1
    if at >= len(tree.tokens) or not is_part(reading, tree, at):
        return None
    return at if at == last + 1 or not is_body_word(reading, tree.tokens[at].form) else None


def is_joined(tree: Tree, last: int) -> bool:
    """`Saint-Paul`, of which a tree makes three words."""
    parts = tree.tokens[last : last + 3]
    whole = (
        len(parts) > 2
        and parts[0].form[:1].isupper()
        and parts[0].span.stop == parts[1].span.start
        and parts[1].span.stop == parts[2].span.start
    )
    return whole and parts[1].form == "-" and parts[2].form[:1].isupper()


def links_of(reading: Reading, opens: bool) -> frozenset[str]:
    return reading.words.name_links if opens else reading.words.name_links | reading.words.link_articles


def is_body_word(reading: Reading, form: str) -> bool:
    """`del Consejo`, `de la ONU`: whose the meeting is."""
    words = reading.words
    known = words.meeting_bodies | words.officials | words.governments | words.name_ends
    return form.lower() in known or (form.isupper() and len(form) >= SHORTEST_WORD)


def is_part(reading: Reading, tree: Tree, index: int) -> bool:
    """A capital that is in no date and in no other name."""
    token = tree.tokens[index]
    dates = [] if token.form in reading.words.name_capitals else [d.span for d in reading.doc.dates]
    taken = [*dates, *(m.span for m in reading.doc.mentions)]
    return token.form[:1].isupper() and token.upos != "PUNCT" and not any(span.overlaps(token.span) for span in taken)
