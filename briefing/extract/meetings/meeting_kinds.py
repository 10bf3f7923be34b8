"""What kind of meeting a clause tells, and whether it tells one: no interview, no wish, nothing merely seen."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.claims import date_near
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.meetings.invitations import inviting_verb
from briefing.extract.reading import Reading, codes_of, is_of_a_date, mentions_in
from briefing.extract.sentence.acts import SOMEBODY, match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_future
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    mark_of,
    subtree,
)
from briefing.extract.standings.postponing import is_calling_off
from briefing.model import MeetingKind

WISHING_STANCES = frozenset({"demands", "requests", "proposes", "rejects", "denies", "offers"})


def is_repeated(reading: Reading, clause: Clause) -> bool:
    """`se reúnen periódicamente`: a habit, and no meeting."""
    tree = reading.trees[clause.sentence]
    beside = children(tree, clause.head, "advmod", "obl", "det")
    words = (i for c in beside for i in subtree(tree, c, ("acl", "advcl")))
    return any(tree.tokens[i].lemma.lower() in reading.words.repeating for i in words)


def is_allowed(reading: Reading, clause: Clause) -> bool:
    """`Rwanda will let refugees visit their homes`, `permitirá que los familiares visiten`: who may come, and no visit."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.head].head
    if clause.act.meeting != "visit" or clause.form.kind != "verb" or above < 0:
        return False
    below = is_relation(tree.tokens[clause.head], "xcomp", "ccomp", "advcl", "csubj")
    return below and tree.tokens[above].lemma.lower() in reading.words.letting


def kind_of(reading: Reading, clause: Clause) -> MeetingKind | None:
    """The kind of meeting that an act is; two governments' people who `speak` have talks."""
    if is_calling_off(reading, reading.trees[clause.sentence], clause.head):
        return None  # `called off the talks`
    if is_body_of_office(reading, clause):
        return None
    if clause.act.meeting == "call" and (is_called_to_a_place(reading, clause) or is_called_something(reading, clause)):
        return None
    if clause.act.meeting == "call" and is_called_on(reading, clause):
        return "meeting"
    if clause.act.meeting == "talks" and is_by_phone(reading, clause):
        return "call"
    if clause.act.meeting == "talks" and is_interview(reading, clause):
        return None
    if is_person_seen(reading, clause) and not is_seen_ahead(reading, clause):
        return None
    if clause.act.meeting is not None:
        return None if is_merely_seen(reading, clause) or is_restricted(reading, clause) else clause.act.meeting
    lemma = reading.trees[clause.sentence].tokens[clause.trigger].lemma.lower()
    if lemma not in reading.words.conversing or clause.subject is None:
        return None
    countries = {code for actor in clause.subject.actors for code in codes_of(reading, actor)}
    return ("call" if is_by_phone(reading, clause) else "talks") if len(countries) > 1 else None


def is_body_of_office(reading: Reading, clause: Clause) -> bool:
    """`el presidente de la Junta de Aviación`, `the head of the Assembly`: a body whose head somebody is, and no meeting."""
    tree = reading.trees[clause.sentence]
    token = tree.tokens[clause.head]
    named = clause.form.kind == "noun" and token.form[:1].isupper() and is_relation(token, "nmod") and token.head >= 0
    above = tree.tokens[token.head].lemma.lower() if named else ""
    return above in reading.words.officials | reading.words.holders


def is_called_to_a_place(reading: Reading, clause: Clause) -> bool:
    """`called the envoy to the ministry`, `llamó a la ministra al Congreso`: bidden to come, and not phoned."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "verb" or clause.form.particle or is_by_phone(reading, clause):
        return False
    called = [i for c in children(tree, clause.head, "obj") for i in (c, *children(tree, c, "nmod"))]
    behind = [c for i in (clause.head, *called) for c in children(tree, i, "obl", "nmod") if called and c > called[0]]
    people = [c for c in behind if names_a_person(reading, tree, c)]  # `llamará al mandatario argentino, Lautaro Sosa`
    behind = [c for c in behind if c not in people]
    return any(case_of(tree, c) in reading.words.towards and not is_of_a_date(reading, tree, c) for c in behind)


def is_called_on(reading: Reading, clause: Clause) -> bool:
    """`also called on the Prime Minister, Ana Sena`: paid him a visit, and did not phone."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "verb" or clause.form.particle or is_by_phone(reading, clause):
        return False
    below = children(tree, clause.head, "obl")
    upon = [c for c in below if case_of(tree, c) in reading.words.called_on and not is_of_a_date(reading, tree, c)]
    return bool(upon) and not children(tree, clause.head, "obj")


def is_called_something(reading: Reading, clause: Clause) -> bool:
    """`called him a friend`, `llamó al ministro a respetar el tratado`: named or bidden, where no word says `by phone`."""
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "verb" or clause.form.particle or not clause.form.object or is_by_phone(reading, clause):
        return False
    if not {SOMEBODY} & {*clause.form.object}:
        return False
    named = children(tree, clause.head, "xcomp", "ccomp", "compound")
    objects = [c for c in children(tree, clause.head, "obj", "iobj") if tree.tokens[c].upos != "PRON"]
    parts = [clause.head, *children(tree, clause.head, "obj", "iobj", "obl")]
    towards = [c for i in parts for c in children(tree, i, "obl", "nmod", "obj", "iobj")]
    towards = [c for c in towards if case_of(tree, c) in reading.words.towards and not is_of_a_date(reading, tree, c)]
    bidden = [c for c in children(tree, clause.head, "advcl") if mark_of(tree, c) in reading.words.towards]
    bidden = [c for c in bidden if not is_said_to_him(reading, tree, c)]
    dated = any(is_of_a_date(reading, tree, c) for c in subtree(tree, clause.head))
    return bool(named) or bool(bidden) or len(objects) > 1 or len(towards) > 1 or not dated


def is_said_to_him(reading: Reading, tree: Tree, verb: int) -> bool:
    """`called the president on Monday to complain about the taps`: what he was told; bidden one would be to come or to do."""
    match = match_act(reading, tree, verb)
    speaks = match is not None and match[0].kind in {"speech", "reporting"}
    return speaks and tree.tokens[verb].lemma.lower() not in reading.words.testifying


def names_a_person(reading: Reading, tree: Tree, index: int) -> bool:
    named = (reading.doc.actors.get(m.actor) for m in mentions_in(reading, tree.tokens[index].span))
    return any(actor is not None and actor.kind in {"person", "office"} for actor in named)


def is_merely_seen(reading: Reading, clause: Clause) -> bool:
    """`Los mercados se vieron afectados`, `se verá el martes`: to see one another takes several, and nothing besides."""
    tree = reading.trees[clause.sentence]
    if tree.tokens[clause.trigger].lemma.lower() not in reading.words.seeing or clause.addressees or clause.form.object:
        return False
    with_whom = any(case_of(tree, c) in reading.words.with_cases for c in children(tree, clause.head, "obl"))
    alone = finite_of(tree, clause.head).feat("Number") == "Sing" and not with_whom  # `con quien se verá el martes`
    timed = [
        c for c in children(tree, clause.head, "obj", "xcomp", "amod", "ccomp", "advcl") if not is_of_a_date(reading, tree, c)
    ]
    timed = [c for c in timed if not (is_relation(tree.tokens[c], "advcl") and mark_of(tree, c))]  # `para tratar el dragado`
    pronouns = {c for c in timed if tree.tokens[c].form.lower() in reading.words.reflexives | reading.words.first_person}
    return alone or bool({*timed} - pronouns)


def is_person_seen(reading: Reading, clause: Clause) -> bool:
    """`is due to see the envoy`, by the verb that also tells of what somebody merely sees."""
    lemma = reading.trees[clause.sentence].tokens[clause.trigger].lemma.lower()
    return clause.form.kind == "verb" and bool(clause.form.object) and lemma in reading.words.seen_people


def is_seen_ahead(reading: Reading, clause: Clause) -> bool:
    """On a day to come, and nothing besides: not `will see Petit resign on Monday`."""
    tree = reading.trees[clause.sentence]
    day = date_near(reading, clause.sentence, clause.head, anywhere=True)
    ahead = day is not None and (days_ahead(reading, day.value) or 0) > 0
    return ahead and not children(tree, clause.head, "xcomp", "ccomp", "acl")


def is_restricted(reading: Reading, clause: Clause) -> bool:
    """`desaconsejó restringir los viajes`, `a ban on travel`: what people may do, and nobody's journey."""
    tree = reading.trees[clause.sentence]
    if clause.act.meeting != "visit" or clause.form.kind != "noun":
        return False
    above = next(iter(ancestors(tree, clause.head)), None)
    governed = above is not None and is_relation(tree.tokens[clause.head], "obj", "nmod", "nsubj", "obl", "compound")
    return governed and above is not None and tree.tokens[above].lemma.lower() in reading.words.restricting


def is_interview(reading: Reading, clause: Clause) -> bool:
    """`El ministro habla de la crisis con Caracas`, `She speaks about …`, above an interview: to the reader, now."""
    tree = reading.trees[clause.sentence]
    verb = tree.tokens[clause.trigger].lemma.lower() in reading.words.conversing
    hearers = {tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "obl", "obj", "iobj", "nmod")}
    if verb and hearers & reading.words.press:  # `conversó con este diario sobre el reclamo de Perú`
        return True
    return verb and finite_of(tree, clause.head).feat("Tense") == "Pres" and not is_future(reading, tree, clause.head)


def is_by_phone(reading: Reading, clause: Clause) -> bool:
    """`conversó por teléfono`, `a telephone conversation`."""
    tree = reading.trees[clause.sentence]
    return any(tree.tokens[i].lemma.lower() in reading.words.by_phone for i in subtree(tree, clause.head))


def is_wished(reading: Reading, tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`pidió una reunión`, `demanded that he cancel the trip`: wanted.  `Durante una llamada rechazó …` wants no call."""
    below = clause.head
    for index in ancestors(tree, clause.head):
        above = by_head.get(index)
        if inviting_verb(reading, tree, clause.head) == index:
            return False  # `has invited her to a meeting on May 3`: how it stands `standing` says
        if is_time_of_it(reading, tree, below) or is_told_of_somebody(reading, tree, below):
            return False
        if is_demanded(reading, tree, below, index):
            return True
        if above is not None and (below in above.content or is_infinitive_of(reading, tree, below, index)):
            # `La cumbre … fue cancelada`: what is done to a meeting is told of it, not wished for.
            wished = above.act.kind in {"wish", "modal"} or above.act.stance in WISHING_STANCES
            told_so = above.act.kind != "meeting" and above.act.meeting is None and above.form.kind == "verb"
            if above.act.kind == "wish" and above.act.stance == "announces":
                return above.negated  # `planning for the summit`: it is to be
            if wished and told_so and not is_scheduled(reading, tree, above):
                return True
        below = index
    return False


def is_told_of_somebody(reading: Reading, tree: Tree, index: int) -> bool:
    """`had no plans to recall the envoy, who is to meet Petit`: told of him, whatever is wished."""
    subjects = [tree.tokens[c].form.lower() for c in children(tree, index, "nsubj")]
    return is_relation(tree.tokens[index], "acl") and bool({*subjects} & reading.words.person_relatives)


def is_time_of_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`is not expected to speak of it before they meet in May`: they will meet, whatever is expected until then."""
    marks = reading.words.counted_before | reading.words.after_marks
    timed = finite_of(tree, index).feat("VerbForm") == "Fin" and finite_of(tree, index).feat("Mood") != "Sub"
    return is_relation(tree.tokens[index], "advcl") and timed and mark_of(tree, index) in marks


def is_in_what_is_asked(tree: Tree, head: int) -> bool:
    """`demanded to be present at the meeting`, `lamentaron no estar en la cita`: no tense says that it was held."""
    chain = [head, *ancestors(tree, head)]
    complements = [i for i in chain if is_relation(tree.tokens[i], "xcomp", "ccomp", "csubj", "obj")]
    verbs = [v for i in complements for v in (i, *children(tree, i, "cop", "aux:pass"))]
    return any(tree.tokens[v].feat("VerbForm") == "Inf" for v in verbs if v != head)


def is_demanded(reading: Reading, tree: Tree, below: int, above: int) -> bool:
    """`demanded that she appear before parliament`: the content of a verb of wanting, in whatever mood it is read."""
    if not (is_verbal(tree.tokens[above]) and is_relation(tree.tokens[below], "ccomp") and is_verbal(tree.tokens[below])):
        return False
    match = match_act(reading, tree, above)
    return match is not None and match[0].stance in WISHING_STANCES and not children(tree, below, "aux")


def is_infinitive_of(reading: Reading, tree: Tree, below: int, above: int) -> bool:
    """`offered to host`, whatever a parser takes `host` for."""
    return tree.tokens[below].head == above and mark_of(tree, below) in reading.words.infinitive_marks


def is_scheduled(reading: Reading, tree: Tree, above: Clause) -> bool:
    """`is expected to visit`, `está previsto que se reúnan`: nobody's wish, but what has been arranged."""
    return is_passive(tree, above.head) and tree.tokens[above.trigger].lemma.lower() in reading.words.scheduling


def is_scene(reading: Reading, tree: Tree, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`said at a meeting of his party that …`: only where something was said."""
    above = by_head.get(tree.tokens[clause.head].head)
    return clause.form.kind == "noun" and above is not None and above.act.kind in {"reporting", "speech"}
