"""Whether a name found beside a meeting is that of somebody who takes part: a check of each row against its own sentence.

In doubt a participant is left out: the sentence itself says the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.extract.attending.unlinked import verb_before
from briefing.extract.claims import dates_in
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading, is_person, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.pronouns import speaks_of_self
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    conjuncts,
    finite_of,
    is_passive,
    is_relation,
    span_of,
)
from briefing.model import Date, Span, Token
from briefing.model.trees import covered_by, governor_of

FEWEST_HOSTS = 2
"""People who, printed alone, would be read as meeting one another."""
JOINED = 2
"""Tokens before a second day in which the conjunction that opens its part stands: `y el martes con …`."""


def taking_part(
    reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, people: Sequence[str]
) -> tuple[str, ...]:
    """Without those who are named only as the owner of somebody else, for another day, or as telling of it."""
    return tuple(actor for actor in people if not any(rule(reading, tree, heads, near, actor) for rule in RULES))


Rule = Callable[[Reading, Tree, Sequence[int], Date | None, str], bool]


def is_only_an_owner(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`Banda's secretary, Ana Ruiz, met …`, `el enviado del presidente Petit`: it is the secretary, the envoy who meets."""
    heads_of_names = [governor_of(tree.tokens, covered_by(tree.tokens, span)) for span in spans_of(reading, tree, actor)]
    return bool(heads_of_names) and all(head is not None and owns(reading, tree, heads, head) for head in heads_of_names)


def owns(reading: Reading, tree: Tree, heads: Sequence[int], index: int) -> bool:
    """Whether a name hangs by `de`, `of` or `'s` on a noun that is not the meeting's own."""
    while is_relation(tree.tokens[index], "flat", "appos", "compound") and tree.tokens[index].head >= 0:
        index = tree.tokens[index].head
        if not is_holder(reading, tree, index) and is_owner_of_other(reading, tree, heads, index):
            index = tree.tokens[index].head  # `the Minister of Public Security, Ana Ruiz`: his, not security's name
    token = tree.tokens[index]
    named = token.upos == "PROPN" or token.deprel == "nmod:poss" or is_holder(reading, tree, index)
    return named and is_owner_of_other(reading, tree, heads, index)


def is_owner_of_other(reading: Reading, tree: Tree, heads: Sequence[int], index: int) -> bool:
    token = tree.tokens[index]
    owner = token.deprel == "nmod:poss" or (is_relation(token, "nmod") and case_of(tree, index) in reading.words.of_cases)
    return owner and token.head not in heads and is_holder(reading, tree, token.head)


def is_holder(reading: Reading, tree: Tree, index: int) -> bool:
    """A word for somebody who holds an office or acts for another: `deputy`, `enviado`."""
    return tree.tokens[index].lemma.lower() in reading.words.holders


def is_of_another_day(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`met Petit on Monday and Mora on Tuesday`, `vio el lunes a Petit, y el martes a Mora`: Mora is of a second day."""
    spans = spans_of(reading, tree, actor)
    if near is None or not spans:
        return False
    days = [d for d in dates_in(reading, tree.sentence.span) if d.span.start > near.span.stop and d.value != near.value]
    behind = any(all(span.start > day.span.stop for span in spans) for day in days if opens_a_part(tree, day))
    return behind or any(is_before_it(tree, near, day, spans) for day in days)


def opens_a_part(tree: Tree, day: Date) -> bool:
    """A conjunction stands before it."""
    before = [token for token in tree.tokens if token.span.stop <= day.span.start][-JOINED:]
    return any(token.upos == "CCONJ" for token in before)


def is_before_it(tree: Tree, near: Date, day: Date, spans: Sequence[Span]) -> bool:
    """Between a conjunction behind the meeting's day and a second day, without a verb that the second day may be of."""
    between = [token for token in tree.tokens if near.span.stop <= token.span.start < day.span.start]
    joint = next((token.span for token in between if token.upos == "CCONJ"), None)
    if joint is None or any(token.upos in {"VERB", "AUX"} for token in between):
        return False
    return all(joint.stop <= span.start < day.span.start for span in spans)


def spans_of(reading: Reading, tree: Tree, actor: str) -> list[Span]:
    """Where a sentence names somebody; whom the article does not introduce by the words of the name."""
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    if named or actor in reading.doc.actors:
        return named
    words = actor.partition(":")[2]
    start = reading.text.find(words, tree.sentence.span.start, tree.sentence.span.stop)
    return [Span(start, start + len(words))] if words and start >= 0 else []


def is_only_a_teller(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`…, a spokesman, Ana Ruiz, said`, `…, dijo el portavoz Luis Gil`: behind the meeting, beside a verb of saying."""
    spans = spans_of(reading, tree, actor)
    if finite_of(tree, heads[0]).feat("Person") == "1" or speaks_of_self(
        reading, tree, heads[0]
    ):  # `“Conversé con Petit”, dijo Mora`
        return False
    if any(is_subject_at(reading, tree, heads, span) for span in spans) and not is_voice(reading, actor):
        return False
    if any(is_met(reading, tree, span) or is_one_of_several(reading, tree, span) for span in spans):
        return False
    if any(has_it_in_a_relative(tree, heads, span) or is_agent_of_no_saying(reading, tree, span) for span in spans):
        return False
    behind = [span.start > tree.tokens[heads[0]].span.start for span in spans]
    return bool(spans) and all(behind) and all(is_beside_saying(reading, tree, span) for span in spans)


def has_it_in_a_relative(tree: Tree, heads: Sequence[int], span: Span) -> bool:
    """`una llamada que Mora mantuvo con Petit`, `a call that Mora had`: by a verb that is one of saying elsewhere."""
    verbs = [c for head in heads for c in children(tree, head, "acl")]
    return any(span.contains(tree.tokens[i].span) for verb in verbs for i in children(tree, verb, "nsubj"))


def is_agent_of_no_saying(reading: Reading, tree: Tree, span: Span) -> bool:
    """`a meeting co-chaired by Ruiz and Lund took place`: by whom it was led, whatever the verb behind them means elsewhere."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, span))
    first = tree.tokens[head].head if head is not None and is_relation(tree.tokens[head], "conj") else head
    agent = first is not None and first >= 0 and tree.tokens[first].deprel == "obl:agent"
    return agent and first is not None and not tells(reading, tree, tree.tokens[first].head)


def is_subject_at(reading: Reading, tree: Tree, heads: Sequence[int], span: Span) -> bool:
    """`In talks with Petit, Mora asked …`, `Speaking after a meeting with Petit, Mora said …`: who did it was there."""
    cases = reading.words.with_cases
    with_one = any(case_of(tree, c) in cases for i in heads for c in children(tree, i, "nmod", "obl"))
    between = any(case_of(tree, c) in reading.words.between_cases for i in heads for c in children(tree, i, "nmod", "obl"))
    scenes = reading.words.after_marks | reading.words.while_cases
    if not with_one or between or case_of(tree, heads[0]) not in scenes:
        return False
    above = next((i for i in ancestors(tree, heads[0]) if children(tree, i, "nsubj")), None)
    subjects = children(tree, above, "nsubj") if above is not None else []
    beside = [i for c in subjects for i in (c, *children(tree, c, "appos", "flat"))]
    return any(span.contains(tree.tokens[i].span) for i in beside)


def is_voice(reading: Reading, actor_id: str) -> bool:
    """A spokesperson, by the words of the office that the article gives: who tells, and was perhaps not there."""
    actor = reading.doc.actors.get(actor_id)
    said = {*(actor.role_words or "").lower().split()} if actor else set()
    return bool(said & reading.words.tellers)


def is_one_of_several(reading: Reading, tree: Tree, span: Span) -> bool:
    """`After talks in Lima, Ana Ruiz and Per Lund said …`: two people who are joined tell of what they did."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, span))
    first = tree.tokens[head].head if head is not None and is_relation(tree.tokens[head], "conj") else head
    if first is None or not is_relation(tree.tokens[first], "nsubj"):
        return False
    named = [m for c in conjuncts(tree, first) for m in mentions_in(reading, span_of(tree, c, ("conj", "acl")))]
    return len({m.actor for m in named if is_person(reading, m.actor)}) > 1


def is_met(reading: Reading, tree: Tree, span: Span) -> bool:
    """`una charla con el presidente Petit, habló de …`: whom somebody met, whatever is said of him behind."""
    inside = [i for i, token in enumerate(tree.tokens) if span.overlaps(token.span)]
    return any(case_of(tree, i) in reading.words.with_cases or is_object_of_meeting(reading, tree, i) for i in inside)


def is_object_of_meeting(reading: Reading, tree: Tree, index: int) -> bool:
    """`que el lunes recibió al ministro, Per Lund, dijo …`: the name beside the object of a verb of meeting."""
    while is_relation(tree.tokens[index], "flat", "appos", "compound") and tree.tokens[index].head >= 0:
        index = tree.tokens[index].head
    above = tree.tokens[index].head
    if above < 0 or not is_relation(tree.tokens[index], "obj", "iobj"):
        return False
    return any(act.kind == "meeting" and form.kind == "verb" for act, form in reading.acts.get(tree.tokens[above].lemma, ()))


def is_beside_saying(reading: Reading, tree: Tree, span: Span) -> bool:
    """The verb before has no other subject behind it, the verb behind none either: `con Quispe, anunció el ministerio`."""
    inside = [i for i, token in enumerate(tree.tokens) if span.overlaps(token.span)]
    words = [i for i, token in enumerate(tree.tokens) if token.upos not in {"PUNCT", "DET"}]
    before = [i for i in words if i < inside[0]][-1:]
    after = [i for i in words if i > inside[-1]][:1]
    for verb in (*before, *after):
        others = [c for c in children(tree, verb, "nsubj") if c > verb and c not in inside]
        if is_finite_or_torn(tree, verb) and tells(reading, tree, verb) and not others:
            return True
    return False


def is_finite_or_torn(tree: Tree, verb: int) -> bool:
    """`will host her colleague in Lima on May 4, the minister announced`, which a parser makes a participle on the noun."""
    token = tree.tokens[verb]
    torn = token.feat("VerbForm") == "Part" and bool(children(tree, verb, "nsubj")) and not children(tree, verb, "aux")
    return token.feat("VerbForm") == "Fin" or torn


def tells(reading: Reading, tree: Tree, verb: int) -> bool:
    lemma = tree.tokens[verb].lemma.lower()
    reports = any(act.kind == "reporting" and form.kind == "verb" for act, form in reading.acts.get(lemma, ()))
    return lemma in reading.words.saying or reports


def is_cut_name(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`Norway's trade minister, Anders` of `Anders Lie`: one word, behind which the name goes on."""
    spans = spans_of(reading, tree, actor) if len(actor.partition(":")[2].split()) == 1 else []
    following = [next((t for t in tree.tokens if t.span.start >= span.stop), None) for span in spans]
    return bool(spans) and all(token is not None and goes_on(reading, token) for token in following)


def goes_on(reading: Reading, token: Token) -> bool:
    """A capital word that is in no mention and no date."""
    taken = [*(m.span for m in reading.doc.mentions), *(d.span for d in reading.doc.dates)]
    capital = token.form[:1].isupper() and token.form[1:].islower() and token.form.isalpha()
    return capital and not any(span.overlaps(token.span) for span in taken)


def is_before_a_noun(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`Barge owners have until Friday`, `by Turkana county`: one word that only says which."""
    spans = spans_of(reading, tree, actor) if len(actor.partition(":")[2].split()) == 1 else []
    inside = [i for span in spans for i, token in enumerate(tree.tokens) if span.contains(token.span)]
    heads_of = [
        tree.tokens[tree.tokens[i].head] for i in inside if is_relation(tree.tokens[i], "compound", "amod", "nmod:poss")
    ]
    behind = [token for token in heads_of if token.upos == "NOUN" and token.form.islower()]
    return bool(inside) and len(behind) == len(inside)


def is_a_chamber(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`Costa Rica's Constitutional Chamber will rule`: the last word of a body's name, and nobody's surname."""
    words = actor.partition(":")[2].casefold().split()
    return actor not in reading.doc.actors and bool(words) and words[-1] in reading.words.chambers | reading.words.courts


def is_only_the_sender(reading: Reading, tree: Tree, heads: Sequence[int], near: Date | None, actor: str) -> bool:
    """`Soto instructed his deputy, Ana Ruiz, to attend the talks`, `designó a Ruiz para la cita`: not Soto."""
    verbs = [i for head in heads for i in (head, *ancestors(tree, head)) if sends_somebody(reading, tree, i)]
    senders = [find_subject(reading, tree, verb) for verb in verbs]
    if not any(sender is not None and actor in sender.actors for sender in senders):
        return False
    sent = [span_of(tree, c) for verb in verbs for c in children(tree, verb, *SENT)]
    return not any(phrase.contains(span) for phrase in sent for span in spans_of(reading, tree, actor))


def sends_somebody(reading: Reading, tree: Tree, verb: int) -> bool:
    """`instruyó a la directora`, `sent a delegation`: a verb of sending with somebody whom it sends, not `sent a letter`."""
    if tree.tokens[verb].lemma.lower() not in reading.words.sending:
        return False
    sent = children(tree, verb, *SENT)
    people = reading.words.holders | reading.words.officials | reading.words.staff
    named = any(
        is_person(reading, m.actor) for c in sent for m in mentions_in(reading, span_of(tree, c, ("obl", "nmod", "acl")))
    )
    return named or any(tree.tokens[c].lemma.lower() in people or tree.tokens[c].upos == "PROPN" for c in sent)


SENT = ("obj", "iobj", "obl", "ccomp", "nsubj:pass")
"""What may say who is sent."""

RULES: tuple[Rule, ...] = (
    is_only_the_sender,
    is_only_an_owner,
    is_of_another_day,
    is_only_a_teller,
    is_cut_name,
    is_before_a_noun,
    is_a_chamber,
)


def is_received_unnamed(reading: Reading, tree: Tree, head: int, people: Sequence[str]) -> bool:
    """`On Thursday he was received by Petit and Mora`: who was received is not known, and those two did not meet."""
    signed = tree.tokens[head].lemma.lower() in reading.words.signing  # `fue firmado por Petit y Mora`: those two met
    if len(people) < FEWEST_HOSTS or signed or not is_passive(tree, head):
        return False
    hosts = [c for c in children(tree, head, "obl") if tree.tokens[c].deprel == "obl:agent"]
    places = [spans_of(reading, tree, actor) for actor in people]
    return bool(hosts) and all(spans and all(is_below(tree, hosts, span) for span in spans) for spans in places)


def is_without_its_subject(reading: Reading, tree: Tree, clause: Clause, host: int, sides: Sequence[str]) -> bool:
    """`The envoy will meet Petit and Mora`: whom he meets is known and he is not; printed alone they would meet each other."""
    if clause.subject or clause.form.kind != "verb" or find_subject(reading, tree, host):
        return False
    group = verb_group(tree, host)
    subjects = [c for verb in (*group, *verb_before(tree, group[-1])) for c in children(tree, verb, "nsubj")]
    met = [c for c in children(tree, clause.head, "obj", "obl") if case_of(tree, c) in {"", *reading.words.with_cases}]
    places = [spans_of(reading, tree, side) for side in sides]
    within = all(spans and all(is_below(tree, met, span) for span in spans) for spans in places)
    return bool(subjects) and bool(sides) and within


def is_companion_alone(reading: Reading, tree: Tree, clause: Clause, host: int, people: Sequence[str]) -> bool:
    """`The Minister will travel with his deputy, Per Lund`: nobody knows who he is, and Lund only goes with him."""
    journey = clause.act.meeting == "visit" and bool(people)
    below = [c for c in children(tree, clause.head, "obl") if case_of(tree, c) in reading.words.with_cases]
    spans = [span for actor in people for span in spans_of(reading, tree, actor)]
    with_him = bool(spans) and all(is_below(tree, below, span) for span in spans)
    return journey and with_him and is_without_its_subject(reading, tree, clause, host, people)


def is_with_unnamed(reading: Reading, tree: Tree, clause: Clause, host: int, sides: Sequence[str]) -> bool:
    """`Ana Ruiz and Per Lund spoke with their presidents`: not with each other, and whom they met has no name here."""
    doers = {*clause.holders}
    heads = dict.fromkeys((clause.head, host))
    met = [c for i in heads for c in children(tree, i, "obl", "obj", "nmod") if case_of(tree, c) in reading.words.with_cases]
    named = {side for side in sides if side not in reading.doc.actors or reading.doc.actors[side].kind != "office"}
    known = [reading.doc.actors.get(actor) for actor in doers]  # `la delegación chilena llegará`: a country's code
    people = bool(known) and all(actor is not None and actor.kind == "person" for actor in known)
    return (
        clause.act.meeting != "visit"
        and people
        and bool(met)
        and named <= doers
        and all(is_nameless(reading, tree, c) for c in met)
    )


def is_nameless(reading: Reading, tree: Tree, index: int) -> bool:
    """Officials by a noun alone, or several by their owner: `with delegates`, `their presidents`, `sus equipos`."""
    actors = [reading.doc.actors.get(m.actor) for m in mentions_in(reading, span_of(tree, index, ("acl",)))]
    owned = any(tree.tokens[c].form.lower() in reading.words.possessives for c in children(tree, index, "det", "nmod"))
    several = tree.tokens[index].feat("Number") == "Plur"
    offices = owned and several and bool(actors) and all(actor is not None and actor.kind == "office" for actor in actors)
    people = reading.words.officials | reading.words.civilians | reading.words.staff
    beside = any(tree.tokens[c].upos == "PROPN" for c in children(tree, index, "appos", "flat"))
    unnamed = not actors and tree.tokens[index].lemma.lower() in people
    return tree.tokens[index].upos == "NOUN" and not beside and (unnamed or offices)


def is_below(tree: Tree, heads: Sequence[int], span: Span) -> bool:
    return any(span_of(tree, head).contains(span) for head in heads)


__all__ = [
    "is_companion_alone",
    "is_of_another_day",
    "is_received_unnamed",
    "is_with_unnamed",
    "is_without_its_subject",
    "taking_part",
]
