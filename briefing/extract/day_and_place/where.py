"""Where a meeting is: a place that the knowledge has, or a town's whole name as the sentence writes it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from briefing.extract.attending.margins import is_capital, place_at_margin
from briefing.extract.attending.no_sides import seat_of
from briefing.extract.attending.sides import held_participles, hosted_by
from briefing.extract.coding import countries_in
from briefing.extract.day_and_place.dated_headings import heading_above, place_of_entry
from briefing.extract.day_and_place.here import place_of_here
from briefing.extract.day_and_place.hung_elsewhere import (
    behind_again,
    behind_names,
    behind_parties,
    beside_a_body,
    held_relatives,
    is_occasion,
    said_to_be,
)
from briefing.extract.day_and_place.own_clause import is_clause_of_a_person
from briefing.extract.day_and_place.own_reach import is_of_other_deed
from briefing.extract.day_and_place.town_names import (
    is_in_name_of_body,
    is_name,
    is_no_town,
    is_part,
    towns_named_by,
    whole_name,
)
from briefing.extract.meetings.meeting_kinds import kind_of
from briefing.extract.reading import Reading, codes_of, is_of_a_date, mention_at, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    is_relation,
    mark_of,
    phrase_of,
    span_of,
    subtree,
)
from briefing.model import Date, Mention, Span
from briefing.model.known_rows import SUMMONS
from briefing.model.meeting_kinds import NOWHERE
from briefing.model.trees import covered_by, governor_of

MARK_AND_NAME = 2
"""Tokens between a country and the last word of its town's name, that word included: `Bergen , Norway`."""

LINE_OF_HOUR = 8
"""Tokens of a line of a place and an hour: `San Pedro, 10:30 h.`"""
TOWN_APART = ("nsubj", "acl", "advcl", "ccomp", "conj", "parataxis")
"""What is told beside a meeting, in which a place is that of something else."""


@dataclass(frozen=True, slots=True)
class Where:
    """The place in its own words, and the mention of a country or capital that it is, if the knowledge has it."""

    words: str
    mention: Mention | None = None


def where_of(reading: Reading, tree: Tree, clause: Clause, host: int) -> Where | None:
    """Where the meeting or its verb says that it is; a call is nowhere."""
    if clause.act.meeting == "call":
        return None
    host = clause.head if is_of_a_later_day(reading, tree, clause, host) else host
    listed = listed_place(reading, tree, clause, host)
    head = governor_of(tree.tokens, covered_by(tree.tokens, listed.span)) if listed else None
    if listed is not None and not is_of_the_thing_signed(reading, tree, clause, head or 0):
        return listed_where(reading, tree, listed)
    if clause.act.id == SUMMONS:  # `convocó al embajador por la retención de dos buques en Salto`: where that was
        return None
    words = town(reading, tree, clause, host) or capital_of(reading, tree, clause, host)
    if words or kind_of(reading, clause) in NOWHERE:  # `irá a Lima para firmar la prórroga hasta 2028`: no place of the limit
        return Where(words) if words else None
    here = place_of_here(reading, tree, clause, host) or place_at_margin(reading, tree) or place_of_court(reading, tree, clause)
    here = here or place_of_entry(reading, clause.sentence)
    return Where(here) if here else place_above(reading, tree, host) or place_it_is_due_in(reading, tree, clause)


def is_of_a_later_day(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`lo anunció en Oslo, un día después de la reunión`, `said in Oslo a day after the talks`: there it was only told."""
    between = itertools.takewhile(lambda i: i != host, ancestors(tree, clause.head))
    return host != clause.head and any(tree.tokens[i].lemma.lower() in reading.words.counted_after for i in between)


def place_of_court(reading: Reading, tree: Tree, clause: Clause) -> str | None:
    """`comparecerán ante un tribunal de Oslo`: the one name behind the court, no part of its own (`the Court of Justice`)."""
    below = children(tree, clause.head, "obl", "nmod") if kind_of(reading, clause) == "hearing" else ()
    courts = [c for c in below if tree.tokens[c].lemma.lower() in reading.words.courts]
    towns = [i for c in courts for i in children(tree, c, "nmod") if tree.tokens[i].upos == "PROPN"]
    parts = [*towns, *(c for i in towns for c in children(tree, i, "det") if tree.tokens[c].form[:1].isupper())]  # `La Paz`
    whole = whole_name(reading, tree, parts) if len(towns) == 1 else None
    named = mention_at(reading, whole) if whole else None
    actor = reading.doc.actors.get(named.actor) if named else None  # of no country: `the International Court of Justice`
    return None if whole is None or (actor and actor.country is None) else whole.of(reading.text)


def capital_of(reading: Reading, tree: Tree, clause: Clause, host: int) -> str | None:
    """`se reunieron en la capital argentina`, `will travel to the Peruvian capital`: by whose it is."""
    cases = reading.words.place_cases | (reading.words.towards if kind_of(reading, clause) == "visit" else frozenset())
    for index in [i for verb in dict.fromkeys((clause.head, host)) for i in children(tree, verb, "obl", "nmod")]:
        if tree.tokens[index].lemma.lower() in reading.words.capital_nouns and case_of(tree, index) in cases:
            return name_of_capital(reading, tree, index)
    return None


def name_of_capital(reading: Reading, tree: Tree, index: int) -> str | None:
    """As the article's language has it, where the words name one country."""
    named = countries_in(reading, span_of(tree, index, ("acl", "appos")))
    entries = [reading.knowledge.actors[code] for code in named if code in reading.knowledge.actors]
    known = [entry.capital.get(reading.doc.article.language) for entry in entries if entry.kind == "country"]
    return known[0] if len(known) == 1 else None


def is_of_the_thing_signed(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`will sign an accord on a station in Quito`: a place behind what the accord is about is that of the station.

    Not `signed the accord at a ceremony in Quito`.
    """
    signed = [c for c in children(tree, clause.head, "obj", "nsubj", "nmod") if is_of_accord(reading, tree, c) and c < index]
    if tree.tokens[clause.head].lemma.lower() not in reading.words.signing or not signed:
        return False
    if signed[-1] < clause.head < index:
        return False  # `The accord on a station was signed in Quito`
    own = {*children(tree, index, "case")}
    at_it = {i for c in children(tree, clause.head, "obl") if is_occasion(reading, tree, c) for i in children(tree, c, "case")}
    between = [i for i in range(signed[-1] + 1, index) if tree.tokens[i].upos == "ADP" and i not in own | at_it]
    shared = reading.words.with_cases | reading.words.between_cases
    return any(
        not is_of_a_date(reading, tree, tree.tokens[i].head) and tree.tokens[i].form.lower() not in shared for i in between
    )


def is_of_accord(reading: Reading, tree: Tree, index: int) -> bool:
    return tree.tokens[index].lemma.lower() in reading.words.agreements


def listed_where(reading: Reading, tree: Tree, listed: Mention) -> Where:
    """A capital's name may be the beginning of another town's: `San José de las Lajas`; a country's the end: `Arica, Chile`."""
    before = town_before(reading, tree, listed) or namesake(reading, tree, listed)
    if before is not None:
        return Where(before.of(reading.text))
    whole = whole_name(reading, tree, covered_by(tree.tokens, listed.span))
    longer = whole is not None and whole.stop > listed.span.stop
    return Where(whole.of(reading.text)) if whole and longer else Where(listed.span.of(reading.text), listed)


def namesake(reading: Reading, tree: Tree, listed: Mention) -> Span | None:
    """`Santiago de Cuba`: with another country behind it, a town that is called like a capital."""
    at = next((i for i, token in enumerate(tree.tokens) if token.span.stop == listed.span.stop), len(tree.tokens))
    if at + MARK_AND_NAME >= len(tree.tokens) or tree.tokens[at + 1].form not in reading.words.name_links:
        return None
    behind = next((m for m in reading.doc.mentions if m.span.start == tree.tokens[at + MARK_AND_NAME].span.start), None)
    other = behind is not None and not {*codes_of(reading, behind.actor)} & {*codes_of(reading, listed.actor)}
    return Span(listed.span.start, behind.span.stop) if behind and other else None


def town_before(reading: Reading, tree: Tree, listed: Mention) -> Span | None:
    """`in Santa Fe, Argentina`, `a Bergen (Noruega)`: the town whose country stands behind it."""
    at = next((i for i, token in enumerate(tree.tokens) if token.span.start == listed.span.start), 0)
    if at < MARK_AND_NAME or tree.tokens[at - 1].form not in {",", "("} or not is_part(reading, tree, at - 2):
        return None
    name = whole_name(reading, tree, [at - 2])
    first = next((i for i, token in enumerate(tree.tokens) if name and token.span.start == name.start), 0)
    cases = reading.words.place_cases | reading.words.towards
    return name if first > 0 and tree.tokens[first - 1].form.lower() in cases else None


def listed_place(reading: Reading, tree: Tree, clause: Clause, host: int) -> Mention | None:
    """`se reunirán en Lima`, `una reunión en Washington`, `will be in Ankara`."""
    stay = [m for m in reading.doc.mentions if m.place and m.span.contains(tree.tokens[clause.head].span)]
    if stay:
        return stay[0]
    visited = ("obj", "obl") if clause.act.meeting == "visit" else ("obl",)
    parts = dict.fromkeys((clause.head, host, *held_participles(tree, clause), *held_relatives(reading, tree, clause)))
    below = [c for index in parts for c in children(tree, index, "nmod", *visited)]
    below += [*behind_again(tree, clause), *beside_a_body(reading, tree, clause)]
    below = [c for c in below if case_of(tree, c) not in reading.words.from_words]  # `flew in from Geneva`
    below = [c for c in below if not is_aside(reading, tree, clause, c)]
    seats = (seat_of(reading, tree, clause), host_town(reading, tree, host))
    if told := [*hosted_by(reading, tree, clause), *(m for m in seats if m)]:
        return told[0]
    carriers = dict.fromkeys((clause.head, host, *held_relatives(reading, tree, clause)))
    behind = [i for index in carriers for i in behind_names(reading, tree, index)]
    behind += behind_parties(reading, tree, clause)
    for child in (*below, *said_to_be(reading, tree, clause), *behind):
        here = [m for m in mentions_in(reading, phrase_of(tree, child)) if m.place and not is_owner(tree, m)]
        here = here or capitals_visited(reading, tree, clause, child)
        here = [m for m in here if not is_elsewhere(reading, tree, clause, host, m.span)]
        if here and (case_of(tree, child) in reading.words.place_cases or clause.act.meeting == "visit"):
            return here[0]
    return None


def host_town(reading: Reading, tree: Tree, verb: int) -> Mention | None:
    """`Tashkent hosted the third meeting of the commission`: a capital that is the subject of a verb of hosting."""
    if tree.tokens[verb].lemma.lower() not in reading.words.hosting:
        return None
    named = (mention_at(reading, tree.tokens[c].span) for c in children(tree, verb, "nsubj"))
    return next((m for m in named if m is not None and is_capital(reading, m)), None)


def is_elsewhere(reading: Reading, tree: Tree, clause: Clause, host: int, span: Span) -> bool:
    """The place of another meeting or deed: `asked for the report before their meeting in Bergen`."""
    inside = covered_by(tree.tokens, span)
    if inside and any(is_clause_of_a_person(reading, tree, i, clause.head) for i in ancestors(tree, inside[0])):
        return True  # `spoke with Petit, who said the ceremony would be held in Gulu`
    return bool(inside) and is_of_other_deed(reading, clause, host, inside[0])


def capitals_visited(reading: Reading, tree: Tree, clause: Clause, index: int) -> list[Mention]:
    """`will visit Riga`, `la visita a Quito`: the object of a visit by its bare name is a place, and where one goes."""
    case = case_of(tree, index)
    goal = case in reading.words.towards and index in behind_parties(reading, tree, clause)
    if clause.act.meeting != "visit" or not (goal or (is_relation(tree.tokens[index], "obj") and not case)):
        return []
    named = [m for m in mentions_in(reading, phrase_of(tree, index)) if m.span.contains(tree.tokens[index].span)]
    known = [(m, reading.doc.actors.get(m.actor)) for m in named]
    return [m for m, actor in known if actor is not None and actor.kind == "country" and not is_owner(tree, m)]


def is_aside(reading: Reading, tree: Tree, clause: Clause, index: int) -> bool:
    """`aplazó su visita por la huelga en Salto`, `will visit Togo despite a strike in Accra`: where something else is."""
    case = case_of(tree, index)
    return clause.act.meeting == "visit" and bool({case, case.partition(" ")[0]} & reading.words.aside_cases)


def is_owner(tree: Tree, mention: Mention) -> bool:
    """`at Colombo's request`: whose it is, and not where."""
    return any(t.deprel == "nmod:poss" and mention.span.contains(t.span) for t in tree.tokens)


def is_only_from(reading: Reading, tree: Tree, clause: Clause, where: Where | None) -> bool:
    """`quien viajó desde Ginebra`: where from, and not where to."""
    cases = {case_of(tree, c) for c in children(tree, clause.head, "obl", "nmod")}
    return where is None and kind_of(reading, clause) == "visit" and bool(cases & reading.words.from_words)


# ------------------------------------------------------------------ towns that the knowledge does not have


def town(reading: Reading, tree: Tree, clause: Clause, host: int) -> str | None:
    """`in Osijek`, `en la ciudad indonesia de Medan`, and of a journey `to Gulu`: by its name behind the preposition."""
    kind = kind_of(reading, clause)
    if kind in NOWHERE:
        return None
    travel = reading.words.towards | reading.words.arrival_cases
    cases = reading.words.place_cases | (travel if kind == "visit" else frozenset())
    cases -= reading.words.from_words  # `quien viajó desde Ginebra`
    aside = {
        i
        for verb in (clause.head, host)
        for c in children(tree, verb, "obl", "nmod")
        for i in subtree(tree, c)
        if is_aside(reading, tree, clause, c)
    }
    found = [i for i in subtree(tree, host, TOWN_APART) if i >= min(clause.head, host) and i not in aside]
    found += [i for c in behind_again(tree, clause) for i in subtree(tree, c, TOWN_APART)]
    found += behind_parties(reading, tree, clause)
    # `se celebre la cumbre, prevista para el 3 de mayo en Tacna`
    telling = (*held_relatives(reading, tree, clause), *held_participles(tree, clause))
    below = [i for verb in telling for i in subtree(tree, verb, TOWN_APART)]
    for index in (*said_to_be(reading, tree, clause), *children(tree, clause.head, "obj", "nsubj"), *found, *below):
        if index == clause.head and clause.form.kind == "noun":
            continue  # `at the Foreign Affairs Council`: what sits, and not where
        if is_visited(tree, clause, index) and is_name(reading, tree, index):
            whole = whole_name(reading, tree, [index])
            return whole.of(reading.text) if whole else None
        if case_of(tree, index) not in cases or is_of_the_thing_signed(reading, tree, clause, index):
            continue
        within = [
            i for i in children(tree, index, "nmod") if case_of(tree, i) in reading.words.place_cases
        ]  # `at the Hall in Oslo`
        near = (*within, index, *towns_named_by(reading, tree, index))
        named = next((i for i in near if is_name(reading, tree, i)), None)
        whole = whole_name(reading, tree, [named]) if named is not None else None
        if whole is None or is_no_town(reading, whole) or is_in_name_of_body(reading, tree, whole):
            continue
        if is_elsewhere(reading, tree, clause, host, whole):
            continue
        return whole.of(reading.text)
    return None


def is_visited(tree: Tree, clause: Clause, index: int) -> bool:
    """`will visit Gulu`, `visitó Gulu`: the object by its name alone, which a parser may take for a second subject."""
    token = tree.tokens[index]
    if clause.act.meeting != "visit" or token.upos != "PROPN" or token.head != clause.head or case_of(tree, index):
        return False
    second = is_relation(token, "nsubj") and index > clause.head and len(children(tree, clause.head, "nsubj")) > 1
    return is_relation(token, "obj") or second


# ------------------------------------------------------------------ the place that a relative stands for


def place_above(reading: Reading, tree: Tree, host: int) -> Where | None:
    """`viajará a Gulu, donde se reunirá con …`, `to Gulu, where he will meet …`, `viajará a Gulu para reunirse con …`."""
    top = host
    while is_relation(tree.tokens[top], "xcomp") and tree.tokens[top].head >= 0:
        top = tree.tokens[top].head  # `donde tiene previsto reunirse`
    above, relatives = tree.tokens[top].head, children(tree, top, "advmod", "obl", "mark")
    if above >= 0 and is_relation(tree.tokens[top], "advcl") and mark_of(tree, top) in reading.words.purposes:
        return goal_of(reading, tree, above, top)
    told = any(tree.tokens[c].form.lower() in reading.words.wheres for c in relatives)
    if not told or above < 0 or not is_relation(tree.tokens[top], "acl"):
        return None
    return place_at(reading, tree, above)


def goal_of(reading: Reading, tree: Tree, verb: int, purpose: int) -> Where | None:
    """`viajará el lunes a Gulu para reunirse con …`, `leaves for Gulu to meet …`: where one goes to meet somebody."""
    lemma = tree.tokens[verb].lemma.lower()
    journey = lemma in reading.words.going or any(act.meeting == "visit" for act, _ in reading.acts.get(lemma, ()))
    cases = reading.words.towards | reading.words.arrival_cases | reading.words.bound_for
    goals = [c for c in children(tree, verb, "obl") if case_of(tree, c) in cases and verb < c < purpose] if journey else []
    return place_at(reading, tree, goals[0]) if len(goals) == 1 else None


def place_it_is_due_in(reading: Reading, tree: Tree, clause: Clause) -> Where | None:
    """`is due in Gulu on Tuesday for talks`, `was in Gulu for talks`: where one is for them."""
    token, cases = tree.tokens[clause.head], reading.words.place_cases
    aim = clause.form.kind == "noun" and is_relation(token, "obl", "nmod") and token.head >= 0
    if not aim or case_of(tree, clause.head) not in reading.words.purpose_cases:
        return None
    above = tree.tokens[token.head]
    due = above.lemma.lower() in reading.words.scheduling
    beside = [c for c in children(tree, token.head, "obl") if due and case_of(tree, c) in cases and c < clause.head]
    beside += [token.head] if children(tree, token.head, "cop") and case_of(tree, token.head) in cases else []
    return next((where for c in beside if (where := place_at(reading, tree, c))), None)


def behind_day(reading: Reading, tree: Tree, clause: Clause, day: Date) -> str | None:
    """`will be held in November 2026 in Colombo to go on with it`: right behind its day, whatever a parser hangs it on."""
    after = [i for i, token in enumerate(tree.tokens) if token.span.start >= day.span.stop][:MARK_AND_NAME]
    if kind_of(reading, clause) in NOWHERE or len(after) < MARK_AND_NAME:
        return None
    case, name = after
    if tree.tokens[case].form.lower() not in reading.words.place_cases or tree.tokens[name].upos != "PROPN":
        return None
    listed = next((m for m in reading.doc.mentions if m.place and m.span.contains(tree.tokens[name].span)), None)
    if listed and (longer := namesake(reading, tree, listed)):
        return longer.of(reading.text)
    whole = whole_name(reading, tree, [name]) if listed or is_name(reading, tree, name) else None
    return None if whole is None or is_no_town(reading, whole) else whole.of(reading.text)


def place_below(reading: Reading, number: int) -> str | None:
    """`Salto, 11 a.m.`, behind a line of an agenda: a place and an hour, and nothing else."""
    if heading_above(reading, number) is None or number + 1 >= len(reading.trees) or not reading.is_body(number + 1):
        return None
    tree = reading.trees[number + 1]
    name, _, hour = tree.sentence.span.of(reading.text).partition(", ")
    root = next(i for i, token in enumerate(tree.tokens) if token.head < 0)
    where = place_at(reading, tree, root) if hour[:1].isdigit() and len(tree.tokens) <= LINE_OF_HOUR else None
    return name if where is not None and where.words == name else None


def place_at(reading: Reading, tree: Tree, index: int) -> Where | None:
    """The place that a word is the head of, listed or a town by its name."""
    listed = [m for m in mentions_in(reading, span_of(tree, index, ("acl", "advcl", "obl", "conj"))) if m.place]
    if listed:
        return listed_where(reading, tree, listed[0])
    if tree.tokens[index].lemma.lower() in reading.words.capital_nouns and (words := name_of_capital(reading, tree, index)):
        return Where(words)
    named = next((i for i in (index, *towns_named_by(reading, tree, index)) if is_name(reading, tree, i)), None)
    whole = whole_name(reading, tree, [named]) if named is not None else None
    return Where(whole.of(reading.text)) if whole and not is_in_name_of_body(reading, tree, whole) else None


__all__ = ["Where", "behind_day", "is_only_from", "is_visited", "place_below", "where_of"]
