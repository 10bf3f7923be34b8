"""Both editions of an item say the same: which sentences may stand for each other, and what is told where they may not."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Article, Evidence, Fact, Language
from briefing.realize import climb
from briefing.realize.edition import make_editions
from briefing.realize.rungs.pairing import RULE, told_alike

ENGLISH = "Chile will send 40 firefighters to Peru on March 9."
CASES = [
    ("Chile enviará a 40 bomberos a Perú el 9 de marzo.", True, "the same in both languages"),
    ("Chile enviará a 40 bomberos a Perú el 11 de marzo.", False, "another day"),
    ("Chile enviará a 40 bomberos a Perú.", True, "without its day"),
    ("Chile enviará a 40 bomberos a Perú el 9 de marzo con un equipo que incluiría perros.", True, "supposed beside it"),
    ("Chile enviará a 60 bomberos a Perú el 9 de marzo.", False, "another number"),
    ("Chile no enviará a 40 bomberos a Perú el 9 de marzo.", False, "denied"),
    ("Chile enviaría a 40 bomberos a Perú el 9 de marzo.", False, "only supposed"),
    ("Chile envió a 40 bomberos a Perú.", False, "done already"),
    ("Chile prometió enviar a 40 bomberos a Perú el 9 de marzo.", True, "promised: the main verb leaves the time to the other"),
    ("Chile enviará a 40 bomberos a Bolivia el 9 de marzo.", False, "another country"),
    ("Chile enviará a 40 bomberos a territorio peruano el 9 de marzo.", True, "the country by its adjective"),
]


def retold(spanish: str) -> dict[Language, tuple[int, bool]]:
    """Of each edition: the piece of evidence that it retells, and whether one piece was chosen for all of them."""
    knowledge = load_knowledge()
    texts: tuple[tuple[Language, str], ...] = (("en", ENGLISH), ("es", spanish))
    articles = [
        Article(id=f"a-{code}", file=f"{code}.txt", sha256="", text=text, language=code, published="2026-03-04")
        for code, text in texts
    ]
    docs = {article.id: annotate(article, knowledge) for article in articles}
    pieces = tuple(
        Evidence(article=f"a-{language}", start=0, stop=len(text), text=text, language=language) for language, text in texts
    )
    editions = make_editions(LANGUAGES, docs, knowledge, "2026-03-06")
    found = told_alike(Fact(id="f-1", kind="event", evidence=pieces), editions, climb)
    rows = {language: (attempt.evidence, why[-1].endswith(RULE)) for language, (_, attempt, why) in found.items()}
    return {language: (pieces.index(piece), ruled) for language, (piece, ruled) in rows.items() if piece}


@pytest.mark.parametrize(("spanish", "interchangeable", "comment"), CASES, ids=[row[2] for row in CASES])
def test_both_editions_tell_the_same(spanish: str, interchangeable: bool, comment: str) -> None:
    expected = {"en": (0, False), "es": (1, False)} if interchangeable else {"en": (0, True), "es": (0, True)}
    assert {language: row for language, row in retold(spanish).items() if row[0] != -1} == expected, comment
