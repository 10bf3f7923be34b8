"""What a meeting is about, where it is and who is there, from its sentence and those behind: a text, and what is found.

Articles are of Thursday, 12 November 2026.
"""

from __future__ import annotations

import dataclasses
import re

import pytest
from made_weeks import brief_of
from memo_samples import sample_brief, sample_labels

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Evidence, Language, Meeting, Rung
from briefing.realize import realize
from briefing.render.memo import compose
from briefing.render.pieces import CLOSE, OPEN

PAIR = "Kenyan minister Peter Mwangi and Ugandan minister Ruth Akello"
DOS = "El canciller peruano, Jorge Huamán, y su par chileno, Ignacio Larraguibel,"

MATTERS: list[tuple[Language, str, str, str]] = [
    ("es", f"{DOS} se reunirán en Arica para firmar un acuerdo.", "para firmar un acuerdo", "what for"),
    ("en", f"{PAIR} met in Nairobi on Monday to discuss visa fees.", "to discuss visa fees", "what for"),
    ("es", f"{DOS} se reunirán el martes. Huamán descartó que la reunión trate de visados.", "", "denied"),
    ("es", f"{DOS} se reunirán el martes, cita en la que abordarán también el paso Chungará.", "", "one thing more"),
    ("en", f"{PAIR} will hold talks in Nairobi on Monday that will also cover visa fees.", "", "one thing more"),
    (
        "es",
        "El presidente de Bolivia, Raúl Quiroga, habló con el presidente de Brasil, Caetano Furtado, sobre el gas.",
        "el gas",
        "about what, behind a name",
    ),
    ("en", "Kenya and Uganda will hold talks in Nairobi on November 20 about visa fees.", "visa fees", "a noun's own"),
    ("en", f"{PAIR} met in Nairobi on Monday and discussed fishing rights.", "fishing rights", "a second verb"),
    ("en", "Denmark's minister, Mads Kjeldsen, will visit Puttgarden on November 19 for the opening of a tunnel.",
     "for the opening of a tunnel", "a noun says what for"),
    ("es", "Los presidentes de Chile y Argentina hablarán el viernes de la reapertura de un paso.",
     "la reapertura de un paso", "where the parser hangs it on the day"),
    ("es", f"{DOS} se reunirán el martes con el fin de acordar un calendario de vuelos.",
     "acordar un calendario de vuelos", "the aim in a noun"),
    ("en", "The hearing on the budget bill will take place on November 19.", "the budget bill", "a hearing on a bill"),
    ("en", f"{PAIR} met in Nairobi on Monday. They discussed visa fees.", "visa fees", "the sentence behind: they"),
    ("es", f"{DOS} se reunieron el martes en Arica. Los ministros analizaron el contrabando de combustible.",
     "el contrabando de combustible", "the sentence behind: the ministers"),
    ("en", "A meeting between Kenya and Uganda is planned for November 19. It will focus on inspection fees.",
     "inspection fees", "the sentence behind: it"),
    ("es", f"{DOS} se reunirán el martes. El objetivo de la reunión es fijar las reglas de inspección.",
     "fijar las reglas de inspección", "the sentence behind: its aim"),
    ("en", "Paraguay will host a meeting of river countries on November 22. The meeting will address the toll that ships pay.",
     "the toll that ships pay", "the meeting, with a relative clause"),
    ("en", f"{PAIR} met in Nairobi on Monday. They exchanged views on the maize trade.", "the maize trade", "views on it"),
    ("en", f"{PAIR} held talks on the maize trade in Nairobi on Monday.", "the maize trade", "a noun's own"),
    # what is no matter
    ("en", "Kenya's minister, Peter Mwangi, paid a visit to Uganda on 6-7 November 2025.", "", "a day"),
    ("en", f"{PAIR} held talks on the sidelines of a summit on Monday.", "", "where, and not what about"),
    ("en", f"{PAIR} met in Nairobi on Monday to discuss it.", "", "points elsewhere"),
    ("en", f"{PAIR} met in Nairobi on Monday to decide whether to suspend the duty.", "", "a question of its own"),
    ("en", f"{PAIR} met in Nairobi on Monday and did not discuss visa fees.", "", "denied"),
    ("en", f"{PAIR} met in Nairobi on Monday. They could discuss visa fees.", "", "only possible"),
    ("en", f"{PAIR} met in Nairobi on Monday. Their aides discussed visa fees.", "", "others did"),
    ("en", f"{PAIR} met in Nairobi on Monday. On November 20 they will discuss visa fees.", "", "another day"),
    ("es", f"{DOS} se reunieron el martes en Arica. Los ministros repasaron la agenda bilateral.", "", "says nothing"),
    ("en", "Kenya and Uganda agreed on Monday to limit visa fees, in the first meeting of their ministers.", "",
     "what they agreed on is not what they met for"),
    # whole phrases
    ("es", f"{DOS} hablaron el lunes sobre informes de que la Oficina de Aduanas (ODA) retuvo camiones.", "",
     "ends before its verb"),
    ("en", f"{PAIR} met in Nairobi on Monday to discuss a plan to build “a common market”.", "", "ends before its object"),
    ("en", f"{PAIR} met in Nairobi on Monday to discuss the fees, which truckers call unfair.", "to discuss the fees",
     "what stands behind a comma is told beside it"),
    ("es", f"{DOS} se reunirán en Arica para firmar un acuerdo sobre agua (el segundo en un año).",
     "para firmar un acuerdo sobre agua", "nor is an aside part of it"),
]  # fmt: skip


def events_of(language: Language, text: str) -> list[Event]:
    article = Article(
        id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-11-12", published_basis="stated"
    )
    knowledge = load_knowledge()
    return [c for c in extract(annotate(article, knowledge), knowledge) if isinstance(c, Event) and c.meeting]


@pytest.mark.parametrize(("language", "text", "matter", "why"), MATTERS)
def test_what_it_is_about(language: Language, text: str, matter: str, why: str) -> None:
    found = [piece for event in events_of(language, text) for piece in event.agenda]
    assert [piece.text for piece in found[:1]] == ([matter] if matter else []), why
    assert all(text[piece.start : piece.stop] == piece.text for piece in found)


MORE: list[tuple[Language, str, str | None, int, str]] = [
    ("es", f"{DOS} se reunirán el martes. La cita tendrá lugar en Arica.", "Arica", 2, "where it will be"),
    ("es", f"{DOS} se reunirán el martes. En la reunión participará la ministra chilena Carla Soto.", None, 3, "who else"),
    ("en", "Paraguay will host a meeting of river countries on November 22. The meeting, to be held in Pilar, will be open.",
     "Pilar", 0, "where it is to be held"),
    ("en", f"{PAIR} will meet on November 20. The meeting will not be held in Nairobi.", None, 2, "denied"),
    ("en", f"{PAIR} will meet on November 20. The meeting of the council will be held in Nairobi.", None, 2, "another meeting"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "place", "people", "why"), MORE)
def test_what_the_sentences_behind_add(language: Language, text: str, place: str | None, people: int, why: str) -> None:
    event = events_of(language, text)[0]
    assert (event.place, len(event.people)) == (place, people), why
    assert event.further or (place is None and people == 2)


TOLD: list[tuple[Language, str, Language, str, str]] = [
    ("en", f"{PAIR} met on March 2 in Nairobi to discuss the price of gas.", "en", "To discuss the price of gas.", "native"),
    ("en", f"{PAIR} met on March 2 in Nairobi to discuss the price of gas.", "es", "Para abordar el precio del gas.", "frame"),
    ("es", f"{DOS} hablaron el 2 de marzo del precio del gas.", "es", "Sobre el precio del gas.", "native"),
    ("es", f"{DOS} hablaron el 2 de marzo del precio del gas.", "en", "On the price of gas.", "frame"),
    ("es", f"{DOS} se reunieron el 2 de marzo sobre los guacharacos.", "en", "los guacharacos", "verbatim"),
]


@pytest.mark.parametrize(("language", "text", "edition", "matter", "rung"), TOLD)
def test_how_it_is_told(language: Language, text: str, edition: Language, matter: str, rung: str) -> None:
    week = brief_of([text], language=language)
    knowledge = load_knowledge()
    article = Article(
        id="a0", file="0.txt", sha256="", text=text, language=language, published="2026-03-03", published_basis="stated"
    )
    meeting = realize(week, {"a0": annotate(article, knowledge)}, knowledge).meetings[0]
    assert (meeting.matter[edition], meeting.matter_basis[edition]) == (matter, rung)
    assert set(meeting.matter) == {"en", "es"}


_MARKED = re.compile(f"{OPEN}\\d+{CLOSE}")
"""Words that are put in, marked with their language, when the memo is written."""

ROWS = [
    ("A and B met.", "native", None, "To sign a treaty.", "native", "To sign a treaty.", "not in its line"),
    ("A and B met to sign a treaty.", "native", None, "To sign a treaty.", "native", "", "in its line"),
    ("A y B: “para firmar”", "frame", 0, "To sign a treaty.", "frame", "", "told from the sentence that has it"),
    ("A and B met.", "native", None, "para firmar", "verbatim", "Subject: … (in Spanish)", "original words"),
    ("A and B met.", "native", None, "", "", "", "nothing known"),
]


@pytest.mark.parametrize(("line", "basis", "told", "matter", "rung", "printed", "why"), ROWS)
def test_the_matter_in_a_row(line: str, basis: Rung, told: int | None, matter: str, rung: Rung, printed: str, why: str) -> None:
    language: Language = "es" if rung in {"verbatim", "frame"} else "en"
    words = "para firmar" if language == "es" else "to sign a treaty"
    sentence = Evidence(article="a1", start=0, stop=40, text=f"A y B se vieron {words}.".ljust(40), language=language)
    phrase = Evidence(article="a1", start=16, stop=16 + len(words), text=words, language=language)
    meeting = Meeting(
        id="m-1", kind="meeting", status="upcoming", evidence=(sentence,), text={"en": line, "es": line},
        basis={"en": basis, "es": basis}, told_from={} if told is None else {"en": told, "es": told},
        agenda=(phrase,) if matter else (), matter={"en": matter, "es": matter} if matter else {},
        matter_basis={"en": rung, "es": rung} if matter else {},
    )  # fmt: skip
    sample = dataclasses.replace(sample_brief(), meetings=(meeting,))
    memo = compose(sample, audience="base", locale="en_US", template_dirs=(), labels=sample_labels())
    row = memo.fields["upcoming"][0]
    assert _MARKED.sub("…", row["matter"]) == printed, why
    assert row["subject"].endswith(row["matter"])


def test_who_attends_the_meeting_attends_the_one_told_before() -> None:
    text = (
        "The steering committee of the river bridge will meet on November 20 in Paramaribo. "
        "Guyana's minister, Devika Persaud, and Suriname's minister, Ronald Kartodikromo, will attend the meeting."
    )
    events = events_of("en", text)
    assert {event.date for event in events} == {"2026-11-20"}
    assert {event.place for event in events} == {"Paramaribo"}
    assert all(len(event.people) == 2 for event in events)
