"""What the miner lists, and what it leaves out."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.annotate.mining import Gap, context, mine, phrases_in
from briefing.knowledge import load_knowledge
from briefing.model import Article, Doc, Language

KNOWLEDGE = load_knowledge()


def docs(language: Language, *texts: str) -> list[Doc]:
    articles = (Article(id=f"a{n}", file=f"{n}.txt", text=text, language=language, sha256="") for n, text in enumerate(texts))
    return [annotate(article, KNOWLEDGE) for article in articles]


def gaps(language: Language, *texts: str, least: int = 1) -> dict[str, Gap]:
    return {gap.form: gap for gap in mine(docs(language, *texts), KNOWLEDGE, least=least)[language]}


# language, texts, forms that must be listed, forms that must not
CASES: list[tuple[Language, list[str], set[str], set[str]]] = [
    ("en", ["The marmot slept. Two marmots ate."], {"marmot"}, {"marmots", "two"}),
    ("es", ["El mapache huyó.", "Vieron un mapache."], {"mapache"}, {"un"}),
    ("en", ["The tariffs on steel rose."], set(), {"tariffs", "steel"}),
    ("es", ["Subieron los aranceles al acero."], set(), {"aranceles", "acero"}),
    ("en", ["The Moldovan minister spoke in Chisinau."], set(), {"chisinau", "minister", "moldovan"}),
    ("es", ["Firmaron la alianza del bambú.", "La alianza del bambú creció."], {"alianza del bambú", "bambú"}, {"alianza"}),
    ("es", ["Habló con chilenos.", "Un chileno y otra chilena."], set(), {"chilenos", "chileno", "chilena"}),
    ("en", ["The kelp forest grew.", "A kelp forest died."], {"kelp forest", "kelp"}, {"forest"}),
]


@pytest.mark.parametrize(("language", "texts", "listed", "absent"), CASES, ids=[row[1][0] for row in CASES])
def test_mine(language: Language, texts: list[str], listed: set[str], absent: set[str]) -> None:
    found = set(gaps(language, *texts))
    assert listed <= found
    assert not absent & found


def test_counts_and_places() -> None:
    gap = gaps("en", "The marmot slept. A marmot ate.", "Marmots were seen near the lake.")["marmot"]
    assert (gap.count, gap.articles, gap.sources) == (3, 2, ("0.txt", "0.txt", "1.txt"))
    assert gap.contexts[2] == "Marmots were seen near the lake."


def test_the_commonest_comes_first() -> None:
    forms = list(gaps("en", "The marmot saw an otter. The marmot ran from another otter and a third marmot."))
    assert forms[:2] == ["marmot", "otter"]


def test_a_rare_word_is_left_out() -> None:
    assert gaps("en", "The marmot slept.", least=2) == {}


def test_a_phrase_that_is_always_part_of_a_longer_one_is_left_out() -> None:
    found = gaps("en", "The giant kelp forest grew.", "A giant kelp forest died.")
    assert "giant kelp forest" in found
    assert not {"giant kelp", "kelp forest"} & set(found)


def test_each_language_has_its_list() -> None:
    found = mine([*docs("en", "The marmot slept."), *docs("es", "El mapache huyó.")], KNOWLEDGE, least=1)
    assert {language: [gap.form for gap in gaps] for language, gaps in found.items()} == {"en": ["marmot"], "es": ["mapache"]}


def test_contexts_hold_whole_words_on_one_line() -> None:
    text = "In the mountains of the country,\nthe kelp forest of the bay was growing again after years of storms."
    doc = docs("en", text)[0]
    place = next(place for place in phrases_in(doc) if place.span.of(text) == "kelp forest")
    assert context(place) == "In the mountains of the country, the kelp forest of the bay was growing again after"


def test_no_articles() -> None:
    assert mine([], KNOWLEDGE) == {}
