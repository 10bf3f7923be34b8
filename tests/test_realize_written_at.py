"""`this port` of what an article opens with: the place of its dateline."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Language
from briefing.realize.edition import make_editions
from briefing.realize.notes.neighbours import stand_in
from briefing.realize.rungs.openings import drop_dateline
from briefing.realize.rungs.passages import passage_of
from briefing.realize.rungs.written_at import mark_this_place

PLACES = [
    (
        "en",
        "ARICA, Chile - The mayor of this port town has opened a school to sailors. It rained all day.",
        "The mayor of this port town [Arica] has opened a school to sailors.",
        "the dateline's first name",
    ),
    (
        "es",
        "CALLAO, Perú (EFE).- La Armada incautó en este puerto un barco noruego. Llovió todo el día.",
        "La Armada incautó en este puerto [Callao] un barco noruego.",
        "with an agency's name",
    ),
    (
        "en",
        "ARICA, Chile - The mayor of that town has opened a school to sailors. It rained all day.",
        "The mayor of that town has opened a school to sailors.",
        "another one",
    ),
    (
        "es",
        "OSLO (EFE).- El precio del bacalao subió un tercio en el mercado central de la capital. Llovió todo el día.",
        "El precio del bacalao subió un tercio en el mercado central de la capital [Oslo].",
        "the capital where it was written",
    ),
    (
        "es",
        "OSLO (EFE).- Chile cerró un mercado en la capital. Llovió todo el día.",
        "Chile cerró un mercado en la capital.",
        "maybe another country's",
    ),
    (
        "en",
        "ARICA, Chile - Prices rose by a third in the capital. It rained all day.",
        "Prices rose by a third in the capital.",
        "written elsewhere",
    ),
    (
        "en",
        "The mayor of this town has opened a school to sailors. It rained all day.",
        "The mayor of this town has opened a school to sailors.",
        "no dateline",
    ),
]


@pytest.mark.parametrize(("language", "text", "printed", "comment"), PLACES, ids=[row[-1] for row in PLACES])
def test_this_place(language: Language, text: str, printed: str, comment: str) -> None:
    knowledge = load_knowledge()
    doc = annotate(Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-03-04"), knowledge)
    span = doc.sentences[0].span
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language=language)
    passage = drop_dateline(passage_of(piece, doc))
    edition = make_editions((language,), {"a1": doc}, knowledge, "2026-03-06")[language]
    assert mark_this_place(passage, stand_in(passage), edition).printed() == printed, comment
