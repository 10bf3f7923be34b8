"""What a row of positions is called by, also where no position of it has an issue of its own.

An issue tells positions apart, so that common words are none.  A row's name has less to do: `Inspections` beside two lines that
speak of nothing else serves a reader better than `Other matters`.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence

from briefing.knowledge import load_language
from briefing.model import Brief, BriefArticle, Language, Position
from briefing.model.letters import plain
from briefing.render.desk import Desk


def topics_of(position: Position, desk: Desk) -> tuple[str, ...]:
    """Its issues; without any, what it is about that the memo's title names, else the first that has a plain name.

    A line that names neither (`and said that it would go to court`) is of what all articles are about by their titles.
    """
    named = (*_of_the_title(position.concepts, desk), *_plainly_named(position))
    return position.issue or named[:1] or _of_the_title(_headed_by_all(position, desk), desk)[:1]


def headed_by(position: Position, topics: Collection[str], desk: Desk) -> str | None:
    """The one of some topics that the title of a line's article names; of two matters the headline says more."""
    article = article_of(position, desk.brief)
    if article is None or "," in (article.title or ""):
        return None  # `Beans, boats and two presidents`: a list is of several matters
    words = _stems(article.title or "")
    labels = {concept: desk.words.labels_of(concept).get(article.language, "") for concept in topics}
    told = [concept for concept, label in labels.items() if label and _stems(label) <= words]
    return told[0] if len(told) == 1 else None


def names_topic(position: Position, topic: str, desk: Desk) -> bool:
    """Whether every edition's line calls a topic by its label: the sentence before it may be of another matter."""
    labels = {code: _stems(label) for code, label in desk.words.labels_of(topic).items() if label}
    lines = {position.evidence[position.told_from.get(language, 0)] for language in position.text}
    return all(labels.get(line.language or "", {""}) <= _stems(line.text) for line in lines)


def calls_by_name(position: Position, topic: str, desk: Desk) -> bool:
    """Whether the sentences of all editions' lines call a topic by its label of several words: `olive oil`, and not `oil`."""
    lines = {position.evidence[position.told_from.get(language, 0)] for language in position.text}
    labels = desk.words.labels_of(topic)
    called = [_stems(labels.get(line.language or "", "")) for line in lines]
    said = all(label <= _stems(line.text) for label, line in zip(called, lines, strict=True))
    return said and bool(lines) and all(len(label) > 1 for label in called)


def _stems(words: str) -> set[str]:
    """`tax` of `taxes`, `clíni` of `clínica` and `clínicas`."""
    return {word.removesuffix("s").removesuffix("e")[:STEM] for word in plain(words).split()}


STEM = 5
"""Letters by which a word of a headline and a concept's label are the same."""


def _of_the_title(concepts: Sequence[str], desk: Desk) -> tuple[str, ...]:
    """Those of some concepts that the titles of all editions name: a row has one name in both."""
    titles = {code: f" {plain(title.partition(': ')[2])} " for code, title in desk.brief.title.items()}
    return tuple(concept for concept in concepts if _is_in_all(desk.words.labels_of(concept), titles))


def _headed_by_all(position: Position, desk: Desk) -> tuple[str, ...]:
    """The one matter of a week: what each of its articles is headed by, and its title or the line itself calls by its label.

    In a week of two matters an article's own headline says more than a word of it: `border clinic` is about no borders; nor is
    a line on nets about the vessels of a first sentence.
    """
    first, *others = [article.matters for article in desk.brief.articles] or [()]
    shared = [concept for concept in first if all(concept in matters for matters in others)]
    titled = {c for c in shared if all(_is_in_its_title(c, article, desk) for article in desk.brief.articles)}
    return tuple(c for c in shared if c in titled or names_topic(position, c, desk))


def _is_in_its_title(concept: str, article: BriefArticle, desk: Desk) -> bool:
    label = desk.words.labels_of(concept).get(article.language, "")
    return bool(label) and _stems(label) <= _stems(article.title or "")


def article_of(position: Position, brief: Brief) -> BriefArticle | None:
    """The article that every edition's line is from."""
    printed = {position.evidence[position.told_from.get(language, 0)].article for language in position.text}
    return next((article for article in brief.articles if printed == {article.id}), None)


def _is_in_all(labels: Mapping[Language, str], titles: Mapping[Language, str]) -> bool:
    """Whether each edition's title has its own label as a whole word: `railway` names no way."""
    return bool(titles) and all(labels.get(code) and f" {plain(labels[code])} " in title for code, title in titles.items())


def _plainly_named(position: Position) -> tuple[str, ...]:
    return tuple(concept for concept in position.concepts if concept in plain_topics())


@functools.cache
def plain_topics() -> frozenset[str]:
    """Concepts of one sense that are too common for an issue."""
    return frozenset(load_language("transfer", "words")["plain_topics"])
