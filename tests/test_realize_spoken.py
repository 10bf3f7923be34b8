"""Which concepts the articles of a week speak of, in their words and their titles."""

from __future__ import annotations

import pytest

from briefing.model import Actor, ActorKind, Article, ConceptMention, Doc, Mention, Sentence, Span
from briefing.realize.spoken import count_spoken

TEXT = "Energy prices. The Ministry of Energy of Chile spoke of energy."
TITLE = Span(0, len("Energy prices."))
MINISTRY = TEXT.index("Ministry")


def doc_of(*, words: tuple[str, ...], kind: ActorKind = "institution", stop: str = "Ministry of Energy") -> Doc:
    """`energy` is marked at each of the words (with what stands before it, so that it is found once), and one actor."""
    article = Article(id="a1", file="a1.txt", sha256="", text=TEXT, language="en")
    spans = [Span(TEXT.index(word) + len(word) - len("energy"), TEXT.index(word) + len(word)) for word in words]
    return Doc(
        article=article,
        sentences=(Sentence(span=TITLE, tokens=(), paragraph=0, kind="title"),),
        actors={"x": Actor(id="x", kind=kind, name={"en": "x"})},
        mentions=(Mention(span=Span(MINISTRY, TEXT.index(stop) + len(stop)), actor="x", rule="test"),),
        concepts=tuple(ConceptMention(span=span, concept="energy") for span in spans),
    )


@pytest.mark.parametrize(
    ("doc", "articles", "titles", "comment"),
    [
        (doc_of(words=("spoke of energy",)), 1, 0, "in the words"),
        (doc_of(words=("Energy", "spoke of energy")), 1, 1, "in the title too, each article once"),
        (doc_of(words=("Ministry of Energy",)), 0, 0, "a part of a name is not spoken of"),
        (doc_of(words=("Ministry of Energy",), kind="government"), 1, 0, "only names of bodies take it up"),
        (doc_of(words=("Ministry of Energy",), stop="Ministry of"), 1, 0, "behind a name"),
        (doc_of(words=()), 0, 0, "nothing is said"),
    ],
)
def test_what_is_spoken_of(doc: Doc, articles: int, titles: int, comment: str) -> None:
    spoken = count_spoken([doc])
    assert (spoken.articles["energy"], spoken.titles["energy"]) == (articles, titles), comment


def test_a_second_article_counts_too() -> None:
    assert count_spoken([doc_of(words=("spoke of energy",)), doc_of(words=("Energy",))]).articles["energy"] == 2
