"""The second rung: a sentence generated from the structure, only where every part of it is known.

Meetings have a structure that is a sentence: kind, sides, place, date, topics.  Each function below is one shape; the first
that the meeting fits is used.  Gates, each with a name: what is conditional, denied or only reported by somebody who cannot be
named is not said in our own voice; a place that the edition's language may call otherwise is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from briefing.edtf import intersects
from briefing.knowledge import LANGUAGES
from briefing.model import Actor, Item, Meeting
from briefing.model.known_rows import SUMMONS
from briefing.realize.edition import Edition, government_name, listed, spelled
from briefing.realize.grammar import Grammar, MeetingForms, grammar_of, one_of
from briefing.realize.phrases import attributed, due, fill, is_plural, when
from briefing.realize.rows.place_names import place_name
from briefing.realize.rungs.dated import is_of_another_week
from briefing.realize.rungs.gates import closed_by, is_about, is_to_come, part_of_its_month, passages_of, time_of
from briefing.realize.rungs.native import Attempt
from briefing.realize.rungs.passages import Passage, of_its_words
from briefing.realize.rungs.retelling import retelling
from briefing.realize.topics import bare_list, body_name, topic_list
from briefing.realize.wording.transfer import Transfer, translations

Shape = Callable[[Meeting, MeetingForms, Edition], str | None]
_OF_MANY = frozenset({"summit", "hearing"})
"""Kinds in which many take part who need not be named."""
_TIME = {"held": "held", "upcoming": "upcoming"}


def frame(item: Item, edition: Edition) -> Attempt:
    """The sentence of a meeting, of a fact that tells of one, or of what a government said or did."""
    if isinstance(item, Meeting):
        own_shape = meeting_frame(item, edition)
        return own_shape if own_shape.text else _either(own_shape, told(item, edition))
    meeting = _meeting_told(item, edition)
    if meeting and item.date and meeting.date and not intersects(item.date, meeting.date):
        return told(item, edition)  # `recibirá a Ruiz el 15`, of a meeting that another article has on the 14th
    of_the_meeting = meeting_frame(meeting, edition) if meeting else None
    if of_the_meeting is None or of_the_meeting.text:
        return of_the_meeting or told(item, edition)
    return _either(of_the_meeting, told(item, edition))


def told(item: Item, edition: Edition) -> Attempt:
    """A sentence of another language told in this one, if its tree can be trusted."""
    anew = retelling(item, edition)
    if anew.text and anew.evidence and hides_a_verb(edition.passages.of(anew.evidence)):
        return Attempt(None, ("a_verb_taken_for_a_noun",))
    if anew.text and anew.evidence and any(is_of_another_week(d, item) for d in edition.passages.of(anew.evidence).dates):
        return Attempt(None, ("a_day_of_another_week",))
    if anew.text and anew.evidence and has_come(edition.passages.of(anew.evidence), edition):
        return Attempt(None, ("a_day_that_has_come",))
    return anew


def has_come(passage: Passage, edition: Edition) -> bool:
    """`viajará el martes`, in a brief of the Friday after: the day that was to come is over."""
    written = passage.doc.article.published if passage.doc else None
    days = [d for d in passage.dates if written and len(d.value or "") == len("2026-05-08")]
    over = [d for d in days if (written or "")[:10] < (d.value or "") < edition.as_of]
    t = Transfer(passage=passage, edition=edition) if over else None
    return t is not None and any(is_to_come(t, i) for d in over for i in passage.tree.covered_by(d.span))


@of_its_words
def hides_a_verb(passage: Passage) -> bool:
    """`patrols to combat smuggling`, where `combat` is taken for a noun before another: then the patrols go to it."""
    if passage.language not in LANGUAGES:
        return False
    mark, tree = grammar_of(passage.language).purpose.strip(), passage.tree
    verbs = translations("verbs", passage.language)
    behind = [i + 1 for i, form in enumerate(tree.forms[:-1]) if form == mark]
    nouns = (i for i in behind if passage.tokens[i].upos == "NOUN" and tree.relations[i] == "compound")
    return any(tree.lemmas[i] in verbs for i in nouns)


def _either(own: Attempt, anew: Attempt) -> Attempt:
    """The first of two that has words; else why neither has."""
    if own.text or anew.text:
        return own if own.text else anew
    return Attempt(None, tuple(dict.fromkeys((*own.rules, *(f"telling_{rule}" for rule in anew.rules)))))


def meeting_frame(meeting: Meeting, edition: Edition) -> Attempt:
    """The first shape that the meeting fits, if nothing about it is doubtful."""
    gate = closed_by(meeting, edition) or ("not_with_officials" if may_be_private(meeting) else None)
    if gate is None and is_with_an_office(meeting, edition):
        gate = "with_somebody_by_an_office"
    if gate:
        return Attempt(None, (gate,))
    forms = edition.grammar.meetings[meeting.kind]
    for shape in SHAPES:
        sentence = shape(meeting, forms, edition)
        if sentence is not None:
            whole = attributed(sentence, meeting, edition)
            return Attempt(whole, (shape.__name__,)) if whole else Attempt(None, ("source_cannot_be_named",))
    return Attempt(None, ("no_shape_fits",))


def _meeting_told(item: Item, edition: Edition) -> Meeting | None:
    """The meeting that a fact's own sentence tells of, where meeting is what the fact is about."""
    act = edition.knowledge.acts.get(item.act or "")
    if act is None or act.kind != "meeting" or item.certainty not in {"asserted", "reported"}:
        return None
    first = (item.evidence[0].article, item.evidence[0].start)
    found = [m for m in edition.meetings if any((e.article, e.start) == first for e in m.evidence)]
    told_alike = len(found) == 1 and (item.certainty == "asserted" or found[0].attribution == item.attribution)
    return found[0] if told_alike else None


def it_was_summoned(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`Peru summoned the ambassador of Chile on May 3.`: being summoned is not being met."""
    if meeting.act != SUMMONS or meeting.status not in _TIME or len(meeting.participants) != 2:
        return None
    summoner, other = (government_name(edition, code) for code in meeting.participants)
    if not summoner or not other:
        return None
    values = values_of(meeting, [], edition) | {"who": summoner, "other": other}
    return fill(
        edition.grammar.any_meeting[f"summoned_{meeting.status}"], values, edition, plural=is_plural([summoner], edition)
    )


def both_sides_did(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`X and Y met in Lima on May 3 on fisheries.`"""
    pattern = {"held": forms.held, "upcoming": forms.upcoming}.get(meeting.status)
    sides = sides_of(meeting, edition)
    if pattern is None or len(sides) < 2 or meeting.act == SUMMONS:
        return None
    values = values_of(meeting, sides, edition)
    named = kind_name(meeting, edition)
    if named:
        pattern = edition.grammar.any_meeting[f"named_{meeting.status}"]
        topics = values["topics"]
        values |= {"some": named, "about": edition.grammar.about_noun.format(topics=topics) if topics else ""}
    alone = None if named else lone_person(meeting, edition)
    own = {"held": forms.with_held, "upcoming": forms.with_upcoming}.get(meeting.status)
    if alone and own:
        return fill(own, values | {"who": alone[0], "other": alone[1]}, edition)
    sentence = fill(pattern, values, edition, plural=True)
    return _with_lone_person(sentence, meeting, edition)


def may_be_private(meeting: Meeting) -> bool:
    """`recibió a una delegación de empresas maltesas`: one person, and on the other side perhaps no official."""
    told = [(grammar_of(e.language), e.text) for e in meeting.evidence if e.language in LANGUAGES and e.language]
    return len(meeting.people) == 1 and any(
        re.search(rf"\b{one_of(grammar.private)}", text, re.IGNORECASE) for grammar, text in told
    )


def is_with_an_office(meeting: Meeting, edition: Edition) -> bool:
    """`telephoned her Spanish counterpart`, `took part in a meeting of ministers`: one person, not officials of a country."""
    if lone_person(meeting, edition) is None:
        return False
    told = [(grammar_of(e.language), e.text) for e in meeting.evidence if e.language in LANGUAGES and e.language]
    return any(_names_an_office(grammar, text) for grammar, text in told)


def _names_an_office(grammar: Grammar, text: str) -> bool:
    with_one = rf"\b(?:with|con)(?:\W+\w+){{1,3}}?\W+(?:{'|'.join(map(re.escape, grammar.offices_met))})\b"
    return re.search(rf"\b{one_of(grammar.one_office)}", text, re.IGNORECASE) is not None or (
        re.search(with_one, text, re.IGNORECASE) is not None
    )


def lone_person(meeting: Meeting, edition: Edition) -> tuple[str, str] | None:
    """`Merkel spoke with officials of Chile`: the one person named, and the governments of the other side."""
    if len(meeting.people) != 1 or meeting.people[0] in meeting.attribution:
        return None
    nation = edition.passages.nations.get(meeting.people[0])
    others = listed(edition, [government_name(edition, code) for code in meeting.participants if code != nation])
    return (spelled(meeting.people[0]), others) if nation in meeting.participants and others else None


def somebody_visited(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`X visited Lima on May 3.`: who travels, and where to; not the country that is visited."""
    pattern = {"held": forms.one_held, "upcoming": forms.one_upcoming}.get(meeting.status)
    if meeting.kind != "visit" or not pattern:
        return None
    values = values_of(meeting, [], edition)
    visitor = visitor_of(meeting, edition)
    return fill(pattern, values | {"who": visitor}, edition) if visitor and values["place"] else None


def one_side_did(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`X took part in a hearing on May 3.`: where its sources name nobody else.  Nobody meets or calls alone."""
    sides = sides_of(meeting, edition)
    if meeting.status not in _TIME or not sides or meeting.kind not in _OF_MANY or names_others(meeting, edition):
        return None
    values = values_of(meeting, sides, edition)
    pattern = edition.grammar.any_meeting[f"one_{meeting.status}"]
    return fill(pattern, values | {"some": kind_name(meeting, edition) or forms.some}, edition, plural=len(sides) > 1)


def names_others(meeting: Meeting, edition: Edition) -> bool:
    """Whether a source names an actor besides those who are known to take part: perhaps the other side."""
    for passage in passages_of(meeting, edition):
        actors = passage.doc.actors if passage.doc else {}
        named = [actors[mention.actor] for mention in passage.mentions if mention.actor in actors and not mention.place]
        words = {word.casefold() for word in re.findall(r"\w+", passage.unquoted_words)}
        ours = passage.language and words & set(grammar_of(passage.language).first_person)
        if ours or any(not _takes_part(actor, meeting) for actor in named):
            return True
    return False


def _takes_part(actor: Actor, meeting: Meeting) -> bool:
    told = {*meeting.people, *meeting.participants, *meeting.attribution}
    return bool(told & {*actor.name.values(), *actor.forms, actor.id, actor.country or ""})


def it_took_place(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`A hearing is planned on May 3 on fisheries.`, `The deadline on tariffs falls on May 3.`: with date and topics."""
    values = values_of(meeting, [], edition)
    if meeting.status not in _TIME or not values["when"] or not values["about"]:
        return None
    own = {"held": forms.none_held, "upcoming": forms.none_upcoming}[meeting.status]
    pattern = own or edition.grammar.any_meeting[f"none_{meeting.status}"]
    return fill(pattern, values | {"some": forms.some}, edition, plural=meeting.kind == "talks")


def it_did_not(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`The call between X and Y was canceled.`, `… is not yet confirmed.`"""
    pattern = edition.grammar.any_meeting.get("suspended" if is_suspended(meeting) else meeting.status)
    visitor = visitor_of(meeting, edition)
    if visitor and pattern:
        own = edition.grammar.any_meeting["visit_by"].format(who=visitor, place=place_name(meeting, edition))
        values = {"noun": own, "between": "", "about": ""}
        return fill(pattern, values, edition)
    sides = sides_of(meeting, edition)
    if (
        meeting.status in _TIME or pattern is None or not sides or meeting.kind in {"deadline", "visit", "event"}
    ):  # an `event` that is off is none until its sentence names it
        return None
    values = values_of(meeting, sides, edition)
    between = edition.grammar.between["two" if len(sides) > 1 else "one"].format(who=values["who"])
    return fill(pattern, values | {"noun": forms.noun, "between": between}, edition, plural=meeting.kind == "talks")


def is_suspended(meeting: Meeting) -> bool:
    """Where its sources suspend it, and nobody cancels it."""
    told = [(grammar_of(e.language), e.text) for e in meeting.evidence if e.language in LANGUAGES and e.language]
    suspends = any(re.search(rf"\b{one_of(grammar.suspending)}", text, re.IGNORECASE) for grammar, text in told)
    cancels = any(re.search(rf"\b{one_of(grammar.cancelling)}", text, re.IGNORECASE) for grammar, text in told)
    return meeting.status == "cancelled" and suspends and not cancels


def visitor_of(meeting: Meeting, edition: Edition) -> str | None:
    """Who visits, where the place is the other side's: a person of it if one is named, else its government."""
    hosts = [c for c in meeting.participants if _is_of(meeting.place or "", c, edition)]
    guests = [code for code in meeting.participants if code not in hosts]
    if meeting.kind != "visit" or not place_name(meeting, edition):
        return None
    nations = edition.passages.nations
    people = [name for name in meeting.people if nations.get(name) not in hosts]
    if len(people) == 1 and nations.get(people[0]) in {None, *guests}:
        return spelled(people[0])
    return government_name(edition, guests[0]) if len(guests) == 1 and not meeting.people else None


def _is_of(place: str, code: str, edition: Edition) -> bool:
    """Whether a place is a country or its capital."""
    entry = edition.knowledge.actors.get(code)
    names = [*entry.capital.values(), *(n for row in entry.names.values() for n in row)] if entry else []
    return place == code or place.partition(",")[0].casefold() in {name.casefold() for name in names}


def a_named_meeting(meeting: Meeting, forms: MeetingForms, edition: Edition) -> str | None:
    """`A meeting of the Security Implementation Group is planned for January 23.`: where a body's name is the first topic."""
    body = body_name(meeting, edition)
    if meeting.status not in _TIME or body is None or meeting.kind not in {*_OF_MANY, "meeting", "talks"}:
        return None
    some = f"{kind_name(meeting, edition) or forms.some} {edition.grammar.genitive} {body}"
    values = values_of(meeting, [], edition) | {"some": some, "about": ""}
    return fill(edition.grammar.any_meeting[f"none_{meeting.status}"], values, edition, plural=meeting.kind == "talks")


def kind_name(meeting: Meeting, edition: Edition) -> str | None:
    """`a ministerial meeting`: a topic that says what kind of meeting it is; those on the telephone are spoken."""
    if meeting.kind == "call":
        return None
    noun = edition.localizer.term("meeting", meeting.kind).casefold()
    known = [edition.knowledge.concepts[c].terms[edition.language] for c in meeting.concepts if c in edition.knowledge.concepts]
    term = next((t for t in known if t.number == "s" and noun in t.lemma.casefold().split() and " " in t.lemma), None)
    return f"{edition.grammar.a[(term.gender or 'm') + 's']} {term.lemma}" if term else None


SHAPES: tuple[Shape, ...] = (
    it_was_summoned,
    a_named_meeting,
    both_sides_did,
    somebody_visited,
    one_side_did,
    it_took_place,
    it_did_not,
)


OWN_FIELDS = frozenset(shape.__name__ for shape in (a_named_meeting, both_sides_did, one_side_did, it_took_place))
"""The shapes that say nothing but kind, date, place, participants and topics."""


def sides_of(meeting: Meeting, edition: Edition) -> Sequence[str]:
    """The people, where there are two; else the governments, all of them known; else the one person."""
    if len(meeting.people) > 1:
        return [spelled(name) for name in meeting.people]
    governments = [government_name(edition, code) for code in meeting.participants]
    if len(governments) > 1 and all(governments):
        return [name for name in governments if name]
    return [spelled(name) for name in meeting.people] or [name for name in governments if name]


def values_of(meeting: Meeting, sides: Sequence[str], edition: Edition) -> dict[str, str]:
    place = place_name(meeting, edition)
    said = [c for c in meeting.concepts if not _says_kind(c, edition) and is_about(c, meeting, edition)]
    topics = topic_list(said, edition)
    apart = "," if place and "," in place and (meeting.date or topics) else ""
    part = part_of_its_month(meeting, edition)
    return {
        "who": listed(edition, list(sides)) or "",
        "when": part or when(time_of(meeting, edition), edition),
        "due": part or due(time_of(meeting, edition), edition),
        "place": place or "",
        "where": edition.grammar.where.format(place=place) + apart if place else "",
        "topics": topics or "",
        "about": (edition.grammar.meetings[meeting.kind].about or edition.grammar.about).format(topics=topics)
        if topics
        else "",
    }


def subject_of(meeting: Meeting, rules: Collection[str], edition: Edition) -> str | None:
    """What a sentence made of a meeting's fields tells besides kind, date, place and participants; None for another."""
    if not set(rules) & OWN_FIELDS:
        return None
    body = body_name(meeting, edition)
    known = [c for c in meeting.concepts if not _says_kind(c, edition) and is_about(c, meeting, edition)]
    return body.partition(" ")[2] if body and a_named_meeting.__name__ in rules else bare_list(known, edition) or ""


def _says_kind(concept: str, edition: Edition) -> bool:
    """`state visit`, `summit`, `working group` are no topics of a meeting: it is one, or they are who meets."""
    known = edition.knowledge.concepts.get(concept)
    words = set(known.terms[edition.language].lemma.casefold().split()) if known else set()
    return not words.isdisjoint(edition.meeting_words)


def _with_lone_person(sentence: str, meeting: Meeting, edition: Edition) -> str:
    """Governments meet, and one person is named who was there."""
    if len(meeting.people) != 1 or meeting.people[0] in meeting.attribution:
        return sentence
    return edition.grammar.taking_part.format(sentence=sentence.rstrip("."), people=meeting.people[0])
