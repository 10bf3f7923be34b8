"""Who takes part in a meeting: the subject, those named with `con`, `entre`, `de`, and those that `ambos` points to."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.attending.attendees import attendee_heads
from briefing.extract.attending.no_sides import without_no_sides
from briefing.extract.attending.sides_elsewhere import (
    asked_through_relative,
    country_of_teller,
    only_other_person,
    owners_above,
    received_where,
    visited_through_relative,
)
from briefing.extract.day_and_place.own_reach import is_of_other_deed
from briefing.extract.reading import Reading, codes_of, is_person, mention_at, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.named_subjects import named as named_at
from briefing.extract.sentence.pronouns import speaker_himself
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    conjuncts,
    is_passive,
    is_relation,
    is_torn_telling,
    is_verbal,
    phrase_of,
    span_of,
    subtree,
)
from briefing.extract.standings.standing import leading_up
from briefing.model import Mention, Span
from briefing.model.meeting_kinds import OF_ONE
from briefing.model.trees import covered_by, governor_of

FEW_LETTERS = 2
"""Letters of an abbreviation that may be a country's."""


def sides_of(reading: Reading, tree: Tree, clause: Clause, host: int) -> tuple[str, ...]:
    """The actors that meet: the subject, those named with `con`, `entre`, `de`; else everyone in the noun's phrase."""
    found: list[str] = list(clause.subject.actors) if clause.subject else []
    lemma = tree.tokens[clause.trigger].lemma.lower()
    if sits_alone(reading, clause, lemma, found):
        return tuple(found)
    if not found and clause.form.kind == "verb" and (speaker := speaker_himself(reading, tree, clause.head)):
        found.append(speaker)
    found += clause.addressees
    found += who_is_due(reading, tree, clause)
    if host != clause.head and (carrier := find_subject(reading, tree, host)):
        found += carrier.actors
    for index in dict.fromkeys((clause.head, host, *held_participles(tree, clause))):
        found += partners(reading, tree, index)
    attendees = [phrase_with_name(tree, i) for i in attendee_heads(reading, tree, (clause.head, host))]
    found += [m.actor for span in attendees for m in mentions_in(reading, span)[:1] if not m.place]
    found += chairs(reading, tree, clause.head)
    found += asked_through_relative(reading, tree, host)
    found += visited_through_relative(reading, tree, host)
    found += received_where(reading, tree, clause.head)
    found += owners_above(reading, tree, clause)
    if len(set(found)) < 2:
        found += owners_of_subject(reading, tree, host)
    journey = clause.act.meeting in OF_ONE and clause.form.kind == "verb" and bool(found)
    if len(set(found)) < 2 and not any(len(codes_of(reading, actor)) > 1 for actor in found):
        tellers = {m.actor for m in mentions_in(reading, tree.sentence.span) if only_tells(tree, m.span)}
        there = [m for m in mentions_in(reading, phrase_of(tree, clause.head)) if not m.place]
        there = [m for m in there if not is_on_its_margins(reading, tree, m.span)]
        # `en la que participarán secretarios de ambos países`: the pair, wherever its words hang
        pair = {m.actor for m in there if len(codes_of(reading, m.actor)) > 1}
        named = [m.actor for m in there if m.actor in pair or not is_named_elsewhere(reading, tree, clause, host, m)]
        # `partirá hacia Tokio, donde el lunes verá al ministro`: whom he sees there is of another meeting
        found += [actor for actor in named if actor not in tellers and not (journey and is_person(reading, actor))]
    if clause.act.meeting not in OF_ONE:  # `after meeting the Bolivian minister she flew to Quito`
        found += only_other_person(reading, tree, clause.head, found)
    if len(set(found)) == 1 and clause.form.kind == "noun" and clause.subject is None:
        found += country_of_teller(reading, tree, clause.head, found)
    # `en entrevista con la cadena …`: an interview is no meeting of governments.
    known = [a for a in dict.fromkeys(found) if a in reading.doc.actors and not reading.knowledge.is_medium(a)]
    known = without_no_sides(reading, tree, clause, host, without_other_pairs(reading, known))
    known = [a for a in known if not is_of_next_meeting(reading, tree, clause.head, a)]
    known = [a for a in known if not is_only_its_host(reading, tree, clause, a) and not is_only_a_gentilic(reading, tree, a)]
    if is_of_an_unknown_body(reading, tree, clause):
        known = [a for a in known if not is_only_there(reading, tree, clause.head, a)]
    return without_governments_of_people(reading, known)


def sits_alone(reading: Reading, clause: Clause, lemma: str, found: Sequence[str]) -> bool:
    """`will vote on the treaty with Chile`, `fallará sobre la extradición a Chile`: nobody else sits there.

    Of somebody who testifies only where he is known: `sailors will appear before a court in Valletta`.
    """
    judged = clause.act.meeting == "ruling" and clause.form.kind == "verb" and bool(found)
    heard = clause.act.meeting == "hearing"
    testifies = heard and lemma in reading.words.testifying and bool(found)
    return judged or testifies or lemma in reading.words.sitting or (heard and lemma in reading.words.reporting_to)


def who_is_due(reading: Reading, tree: Tree, clause: Clause) -> tuple[str, ...]:
    """`Ruiz is due in Luanda for a visit`: the subject of an adjective that says when."""
    above = tree.tokens[clause.head].head
    if clause.form.kind != "noun" or above < 0 or tree.tokens[above].lemma.lower() not in reading.words.scheduling:
        return ()
    known = [
        subject.actors
        for c in children(tree, above, "nsubj")
        if c < above and (subject := named_at(reading, tree, c, "explicit"))
    ]
    return known[0] if known and tree.tokens[above].upos == "ADJ" else ()


def is_on_its_margins(reading: Reading, tree: Tree, span: Span) -> bool:
    """`on the margins of the General Assembly`: beside what they meet, and no side of it."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, span))
    return head is not None and any(tree.tokens[i].lemma.lower() in reading.words.margins for i in ancestors(tree, head))


def is_named_elsewhere(reading: Reading, tree: Tree, clause: Clause, host: int, mention: Mention) -> bool:
    """`a meeting with Ana Ruiz at which both prepared the visit of Per Lund`: Lund is of the visit."""
    inside = covered_by(tree.tokens, mention.span)
    return bool(inside) and is_of_other_deed(reading, clause, host, governor_of(tree.tokens, inside) or inside[0])


def without_other_pairs(reading: Reading, actors: Sequence[str]) -> list[str]:
    """`In the meeting with Gharbi both sides reviewed …`: not the two whom the article has named, where he is of neither."""
    people = [reading.doc.actors[a].country for a in actors if reading.doc.actors[a].kind == "person"]
    pairs = [a for a in actors if len(codes_of(reading, a)) > 1]
    odd = {a for a in pairs if any(country not in codes_of(reading, a) for country in people)}
    return [a for a in actors if a not in odd]


def is_of_next_meeting(reading: Reading, tree: Tree, head: int, actor: str) -> bool:
    """Named only behind `con miras a la visita de …`: who takes part in that one."""
    start = leading_up(reading, tree)
    if start is None or start < head:
        return False
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    return bool(named) and all(span.start > tree.tokens[start].span.start for span in named)


def hosted_by(reading: Reading, tree: Tree, clause: Clause) -> list[Mention]:
    """`la cumbre que acogerá Abuya`, `the summit that Abuja will host`: where a meeting is to be, in its own relative."""
    if clause.form.kind != "noun":
        return []
    below = (i for i in subtree(tree, clause.head) if is_relation(tree.tokens[i], "acl"))
    verbs = [i for i in below if tree.tokens[i].lemma.lower() in reading.words.hosting]
    found = [mention_at(reading, tree.tokens[c].span) for verb in verbs for c in children(tree, verb, "nsubj", "obj")]
    known = [(m, reading.doc.actors.get(m.actor)) for m in found if m is not None]
    return [m for m, actor in known if actor is not None and actor.kind != "person"]


def is_only_its_host(reading: Reading, tree: Tree, clause: Clause, actor: str) -> bool:
    """Named only as the place that will host it: no word says that it takes part."""
    hosts = [m.span for m in hosted_by(reading, tree, clause) if m.actor == actor]
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    return bool(hosts) and all(span in hosts for span in named)


def is_only_a_gentilic(reading: Reading, tree: Tree, actor: str) -> bool:
    """`El diplomático senegalés`, `the Kenyan envoy of the African Union`: where he is from, and not for whom he is there."""
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    heads = [governor_of(tree.tokens, covered_by(tree.tokens, span)) for span in named]
    return bool(heads) and all(i is not None and is_from_somewhere(reading, tree, i) for i in heads)


def is_from_somewhere(reading: Reading, tree: Tree, index: int) -> bool:
    noun = tree.tokens[index]
    if noun.upos != "NOUN" or noun.feat("Number") == "Plur" or not children(tree, index, "amod"):
        return False
    lemma = noun.lemma.lower()
    return lemma in reading.words.diplomats or (lemma in reading.words.holders and is_of_a_body(reading, tree, index))


def is_of_a_body(reading: Reading, tree: Tree, index: int) -> bool:
    """`the envoy of the African Union`: of a body that is no country's."""
    below = [c for c in children(tree, index, "nmod") if case_of(tree, c) in reading.words.of_cases]
    named = {span_of(tree, c, ("case", "det", "acl", "appos", "conj")).of(reading.text).lower() for c in below}
    bodies = (row for row in reading.knowledge.actors.values() if row.kind == "organization" and not row.country)
    return bool(named) and any(name.lower() in named for row in bodies for names in row.names.values() for name in names)


def is_of_an_unknown_body(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`la cumbre de la OCAM`, `the OCAM summit`: of a body by its letters that the knowledge does not have."""
    below = children(tree, clause.head, "nmod", "compound", "flat", "appos") if clause.form.kind == "noun" else ()
    letters = (tree.tokens[c] for c in below if tree.tokens[c].form.isupper() and len(tree.tokens[c].form) > FEW_LETTERS)
    return any(token.form.isalnum() and mention_at(reading, token.span) is None for token in letters)


def is_only_there(reading: Reading, tree: Tree, head: int, actor: str) -> bool:
    """Named only behind `…, donde se verán A y B`, `where A is to meet B`: two of those who will be there."""
    start = next((t.span.start for t in tree.tokens[head:] if t.form.lower() in reading.words.wheres), None)
    named = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor == actor]
    return start is not None and bool(named) and all(span.start > start for span in named)


def owners_of_subject(reading: Reading, tree: Tree, host: int) -> list[str]:
    """`The two countries' commissions are to meet`, `a team of Chile and Peru`: whose it is that meets."""
    spans = [span_of(tree, c, ("acl", "appos", "parataxis")) for c in subject_nouns(reading, tree, host)]
    return [m.actor for span in spans for m in mentions_in(reading, span) if not m.place or is_one_of_several(tree, m)]


def subject_nouns(reading: Reading, tree: Tree, verb: int) -> list[int]:
    """The nouns that are a verb's subject; of `the council, which was to meet, …` the one before its relative."""
    subjects = children(tree, verb, "nsubj")
    if not subjects and is_relation(tree.tokens[verb], "xcomp") and tree.tokens[verb].feat("VerbForm") == "Inf":
        above = tree.tokens[verb].head  # `el comité volverá a reunirse`, `is due to meet`
        joined = is_relation(tree.tokens[above], "conj") and not children(tree, above, "nsubj")
        return subject_nouns(reading, tree, tree.tokens[above].head if joined else above)  # `failed, but decided to meet again`
    relative = any(tree.tokens[i].form.lower() in reading.words.relatives for i in subjects) or not subjects
    above = tree.tokens[verb].head
    if relative and above >= 0 and is_relation(tree.tokens[verb], "acl"):
        return [body_before_relative(reading, tree, above, subjects)]
    return list(subjects)


def body_before_relative(reading: Reading, tree: Tree, above: int, pronouns: Sequence[int]) -> int:
    """`a joint working group on visas, which will meet`: of the body and of what it is for, only the body can."""
    matter = above - 2 if above > 1 and tree.tokens[above - 1].upos == "ADP" else -1
    meets = matter >= 0 and tree.tokens[matter].lemma.lower() in reading.words.meeting_bodies
    return matter if meets and any(tree.tokens[i].form.lower() in reading.words.relatives for i in pronouns) else above


def is_one_of_several(tree: Tree, mention: Mention) -> bool:
    """`la cumbre de Perú y Bolivia`, `talks of Peru and Chile`: two countries joined are those that meet, not where."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, mention.span))
    return head is not None and len(conjuncts(tree, head)) > 1


def only_tells(tree: Tree, span: Span) -> bool:
    """`…, Juan Quispe told parliament`: the subject of what is only put beside the sentence."""
    head = governor_of(tree.tokens, covered_by(tree.tokens, span))
    above = tree.tokens[head].head if head is not None else -1
    return above >= 0 and is_relation(tree.tokens[head or 0], "nsubj") and is_relation(tree.tokens[above], "parataxis")


def held_participles(tree: Tree, clause: Clause) -> list[int]:
    """`una reunión celebrada en Quito entre A y B`: the participle that has the sides and the place of a noun."""
    below = children(tree, clause.head, "amod", "acl") if clause.form.kind == "noun" else ()
    return [c for c in below if tree.tokens[c].feat("VerbForm") == "Part" and c > clause.head]


def chairs(reading: Reading, tree: Tree, head: int) -> list[str]:
    """`The session lasted four hours and was chaired by A and B`, `la comisión, presidida por A y B, se reunió`."""
    above = tree.tokens[head].head if is_relation(tree.tokens[head], "nsubj") else -1
    nouns = [*children(tree, head, "nsubj"), head]
    verbs = [c for noun in nouns for c in children(tree, noun, "acl", "amod")]
    verbs += [above, *children(tree, above, "conj")] if above >= 0 else []
    led = [v for v in verbs if tree.tokens[v].lemma.lower() in reading.words.chairing and is_by_somebody(tree, v)]
    below = [c for v in led for c in children(tree, v, "obl", "nmod")]
    # `led by Commerce Minister Rosa Mena`, whose preposition a parser hangs on the surname
    agents = [c for c in below if case_of(tree, c) in reading.words.agent_cases or tree.tokens[c].deprel == "obl:agent"]
    spans = [phrase_with_name(tree, i) for c in agents for i in conjuncts(tree, c)]
    return [m.actor for span in spans for m in mentions_in(reading, span)[:1]]


def is_by_somebody(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].feat("VerbForm") == "Part" or is_passive(tree, verb)


def partners(reading: Reading, tree: Tree, index: int) -> list[str]:
    wanted = reading.words.with_cases | reading.words.between_cases | reading.words.of_cases
    found: list[str] = []
    for child in children(tree, index, "obl", "nmod", "iobj", "nsubj", "acl"):
        if is_torn_telling(tree, child, reading.words.saying) or is_who_set_it(reading, tree, child):
            continue
        if is_relation(tree.tokens[child], "acl"):
            found += [actor for verb in conjuncts(tree, child) for actor in those_in_relative(reading, tree, verb)]
        elif is_relation(tree.tokens[child], "nsubj", "iobj") or case_of(tree, child) in wanted:
            spans = [phrase_with_name(tree, i) for i in conjuncts(tree, child)]
            first = [m for span in spans for m in mentions_in(reading, span)[:1]]
            found += [m.actor for m in first if not m.place or (len(spans) > 1 and case_of(tree, child) in wanted)]
    return found


def is_who_set_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`talks that Brazil has set for May 4`: who names the day, and no side of them."""
    verb = tree.tokens[index].head
    set_it = is_relation(tree.tokens[index], "nsubj") and tree.tokens[verb].lemma.lower() in reading.words.scheduling
    return set_it and is_relation(tree.tokens[verb], "acl") and not is_passive(tree, verb)


def those_in_relative(reading: Reading, tree: Tree, verb: int) -> list[str]:
    """`a meeting attended by A and B`, `en la que participaron A y B`: who does it or with whom, and nobody named deeper.

    `Una reunión en la que ambos prepararon la visita de Petit` had no Petit.
    """
    wanted = reading.words.with_cases | reading.words.between_cases | reading.words.agent_cases
    arranged = tree.tokens[verb].lemma.lower() in reading.words.scheduling  # `talks that Brazil has set for May 4`
    below = children(tree, verb, "nsubj", "obj", "obl", "iobj") if not arranged else ()
    met = [c for c in below if is_relation(tree.tokens[c], "nsubj") or case_of(tree, c) in wanted or gathers(reading, tree, c)]
    spans = [phrase_with_name(tree, i) for c in met for i in conjuncts(tree, c)]
    return [m.actor for span in spans for m in mentions_in(reading, span)[:1] if not m.place]


def gathers(reading: Reading, tree: Tree, index: int) -> bool:
    """`una cita que reunirá a A y B`, `talks bringing together A and B`."""
    verb = tree.tokens[tree.tokens[index].head].lemma.lower()
    return is_relation(tree.tokens[index], "obj") and any(act.meeting for act, _ in reading.acts.get(verb, ()))


def with_appositions(reading: Reading, tree: Tree, heads: Sequence[int], sides: Sequence[str]) -> tuple[str, ...]:
    """`La ministra del Interior, Ana Ruiz, viajará`: the person whose name stands beside her office, not her government."""
    spans = [tree.tokens[i].span for head in heads for i in (head, *children(tree, head, "appos", "flat"))]
    found = [mention_at(reading, span) for span in spans]
    named = [mention.actor for mention in found if mention is not None and is_person(reading, mention.actor)]
    named += [actor for head in heads for actor in the_two_named_behind(reading, tree, head)]
    return without_governments_of_people(reading, tuple(dict.fromkeys((*sides, *named))))


def the_two_named_behind(reading: Reading, tree: Tree, head: int) -> tuple[str, ...]:
    """`Los jefes navales de ambos países, el almirante Mora, de Chile, y el almirante Ruiz, de Perú, se reunieron`: wherever a
    parser hangs them, the only two who are named between the plural and its verb, behind a comma."""
    verb = tree.tokens[head].head
    if tree.tokens[head].feat("Number") != "Plur" or not is_relation(tree.tokens[head], "nsubj") or verb <= head:
        return ()
    between = range(head + 1, verb)
    comma = next((i for i in between if tree.tokens[i].form == ","), verb)
    if any(is_verbal(tree.tokens[i]) for i in between):
        return ()
    behind = Span(tree.tokens[comma].span.start, tree.tokens[verb].span.start)
    before = Span(tree.tokens[head].span.start, tree.tokens[comma].span.start)
    named = [m.actor for m in mentions_in(reading, behind) if is_person(reading, m.actor)]
    earlier = any(is_person(reading, m.actor) for m in mentions_in(reading, before))
    pair = tuple(dict.fromkeys(named))
    return pair if len(pair) == 2 and not earlier else ()


def phrase_with_name(tree: Tree, index: int) -> Span:
    """A noun with its apposition (`el canciller peruano, Juan Quispe`), without those coordinated with it."""
    return span_of(tree, index, ("conj", "cc", "acl", "case"))


def without_governments_of_people(reading: Reading, actors: Sequence[str]) -> tuple[str, ...]:
    """`Sheinbaum` and `México` are one side: a country whose person is there adds nothing."""
    people = {reading.doc.actors[a].country for a in actors if reading.doc.actors[a].kind == "person"} - {None}
    return tuple(a for a in actors if reading.doc.actors[a].kind == "person" or reading.doc.actors[a].country not in people)


def meets_others(reading: Reading, tree: Tree, indices: Sequence[int]) -> bool:
    """`between the minister and shipbuilders`, `con los arroceros`: several people who are no government's and have no name."""
    cases = reading.words.with_cases | reading.words.between_cases
    below = [c for i in indices for c in children(tree, i, "obl", "nmod") if case_of(tree, c) in cases]
    return any(is_of_no_government(reading, tree, i) for c in below for i in conjuncts(tree, c))


def is_of_no_government(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    lemma, language = token.lemma.lower(), reading.doc.article.language
    official = reading.words.officials | reading.words.governments | reading.words.both | reading.words.meeting_bodies
    offices = {form.lower() for role in reading.knowledge.roles.values() for form in role.forms.get(language, ())}
    several = token.upos == "NOUN" and token.feat("Number") == "Plur"
    return several and lemma not in official | offices and not mentions_in(reading, phrase_with_name(tree, index))
