"""What stands beside the object of an act and heads no row: coordinated verbs, purposes, relative clauses, addressees, places.

`asked for time to read the studies and said that the budget is spent` is about no budget, `asked investors to wait` about no
investors, `a toll on lorries` about the toll.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import fills, find_content, match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, is_verbal, mark_of, span_of
from briefing.model import Span, Token

Beside = Callable[[Reading, Tree, Clause, int], bool]
"""Whether a token below an act's head opens something that is not its object."""


def beside_the_object(reading: Reading, clause: Clause) -> tuple[int, ...]:
    """The tokens whose phrases tell of something else than what the act governs."""
    tree = reading.trees[clause.sentence]
    span = span_of(tree, clause.head)
    inside = [i for i, token in enumerate(tree.tokens) if span.contains(token.span) and i not in {clause.head, clause.trigger}]
    return tuple(i for i in inside if any(stands_beside(reading, tree, clause, i) for stands_beside in BESIDE))


def is_another_verb(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`asked for time and said that …`."""
    token = tree.tokens[index]
    return token.head == clause.head and is_relation(token, "conj") and is_verbal(token)


def is_nested_circumstance(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`reinforce the controls to stop the smuggling`: below what is asked, what for, when or if."""
    token = tree.tokens[index]
    return is_relation(token, "advcl") and token.head != clause.head


def is_relative(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`women who stay in the shelter`, `the dam, whose contract was cancelled`, also where a parser takes it for what is said;
    not the `that` clause of a noun that says something."""
    token = tree.tokens[index]
    told = token.head in {clause.head, clause.trigger} and clause.form.kind == "noun"
    owned = [c for part in children(tree, index, "nsubj", "obj", "obl") for c in children(tree, part, "nmod", "det")]
    if index not in {clause.head, clause.trigger} and any(tree.tokens[c].form.lower() in reading.words.whose for c in owned):
        return True
    return is_relation(token, "acl") and token.feat("VerbForm") == "Fin" and not told


def is_spoken_to(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`pidió a los inversores que esperen`, `asked investors to wait`, `anunció que pedirá a la comisión un censo`."""
    above = tree.tokens[index].head
    own = above == clause.trigger and index not in clause.content
    match = None if own or above < 0 else match_act(reading, tree, above)
    below = match is not None and match[0].kind == "speech" and index not in find_content(tree, above, match[1])
    form = clause.form if own else match[1] if match and below else None
    slotted = form is not None and any(fills(tree, index, slot) for slot in form.addressee)
    return slotted or (own and is_relation(tree.tokens[index], "iobj"))


def is_beneath_a_topic(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """The lorries of `a toll on lorries`, the embassy of `the embassy's shelter`: the noun above is a topic itself."""
    token = tree.tokens[index]
    above = tree.tokens[token.head].span if token.head >= 0 else None
    own = {m.concept for m in reading.doc.concepts if m.span.contains(token.span)}
    over = {m.concept for m in reading.doc.concepts if above is not None and m.span.contains(above)}
    told = any(not reading.knowledge.concepts[concept].generic for concept in over - own)
    return is_relation(token, "nmod") and told and not own & over


def is_only_qualifying(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """The laboratory of `laboratory certificates`, the ships of `la tasa a los buques`, unless the title names it too.

    Not what an act, or what is decided on a thing, is about: `the ban on pork`, `el cierre del hospital`, `scallop imports`.
    """
    token = tree.tokens[index]
    if not is_relation(token, "nmod", "compound") or token.head < 0 or tree.tokens[token.head].upos != "NOUN":
        return False
    return not is_of_its_matter(reading, tree.tokens[token.head]) and not is_named_in_the_title(reading, span_of(tree, index))


def is_of_its_matter(reading: Reading, noun: Token) -> bool:
    """`ban`, `cierre`, `rules`, `precio`: nouns that say what is done or settled about a thing."""
    lemma = noun.lemma.lower()
    return lemma in reading.words.matter_nouns or any(
        form.kind == "noun" and act.kind != "reporting" for act, form in reading.acts.get(lemma, ())
    )  # `laboratory reports` are about no laboratory


def is_named_in_the_title(reading: Reading, phrase: Span) -> bool:
    titles = [s.span for s in reading.doc.sentences if s.kind == "title"]
    own = {m.concept for m in reading.doc.concepts if phrase.contains(m.span)}
    return any(m.concept in own and any(title.contains(m.span) for title in titles) for m in reading.doc.concepts)


def is_participle(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`cuadros robados de una iglesia`, `the captain suspected of damaging a cable`: what has befallen a thing."""
    token = tree.tokens[index]
    return is_relation(token, "acl", "amod") and token.feat("VerbForm") == "Part" and tree.tokens[token.head].upos == "NOUN"


def is_in_spite_of(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`descartó retrasos, pese a que los escáneres no llegarán`: whatever a parser hangs it on."""
    opened = mark_of(tree, index).split()
    return is_relation(tree.tokens[index], "ccomp", "advcl") and bool({*opened[:1]} & reading.words.aside_cases)


def is_who_does_it(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`that farmers pay the toll`, `that scientists meet`: who is to do it, and not what is asked for."""
    token = tree.tokens[index]
    if not is_relation(token, "nsubj") or token.deprel == "nsubj:pass" or token.head in {clause.head, -1}:
        return False
    match = match_act(reading, tree, token.head)
    several = token.feat("Number") == "Plur"  # a commission that meets is itself what is announced
    meets = several and match is not None and match[0].kind in {"meeting", "speech", "reporting"}
    return meets or bool(children(tree, token.head, "obj"))


def is_where_or_how(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """Below what is asked: `unload at night in the port`, `permits within 30 miles of it`; what the act governs is none."""
    token = tree.tokens[index]
    below = is_relation(token, "obl", "nmod") and token.head != clause.head
    return below and case_of(tree, index) not in reading.words.topic_cases


def is_called_besides(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`a port, the main gateway for trade`: what a thing is besides, also where a parser takes it for the second of a pair."""
    token = tree.tokens[index]
    listed = is_relation(token, "conj") and token.upos == "NOUN" and index == children(tree, token.head, "conj")[-1]
    return is_relation(token, "appos") or (listed and not children(tree, index, "cc"))


BESIDE: tuple[Beside, ...] = (
    is_another_verb,
    is_nested_circumstance,
    is_relative,
    is_in_spite_of,
    is_spoken_to,
    is_beneath_a_topic,
    is_only_qualifying,
    is_participle,
    is_who_does_it,
    is_where_or_how,
    is_called_besides,
)
"""What is not the object of an act."""
