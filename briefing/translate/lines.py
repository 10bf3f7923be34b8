"""The lines of a brief that stand in the other language's words, asked of an engine and kept where every gate passes."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from briefing.knowledge import Knowledge
from briefing.model import EDITIONS, Brief, BriefArticle, Item, Language, Translation
from briefing.translate.engine import TranslationError, Translator
from briefing.translate.gate import closed_gate

ItemKind = TypeVar("ItemKind", bound=Item)
PREFIX = "translate:"


@dataclass
class Tally:
    """What was asked for one edition, and what came of it."""

    asked: int = 0
    used: int = 0
    unanswered: int = 0
    refused: Counter[str] = field(default_factory=Counter)


class Asked:
    """An engine with what it answered so far: a line that stands in two items is asked once, a silent engine no more.

    `tell` gets each reason why a line was not translated, once.
    """

    def __init__(self, translator: Translator, tell: Callable[[str], None]) -> None:
        self.translator = translator
        self._tell = tell
        self._answers: dict[tuple[str, Language, Language], str | None] = {}
        self._reasons: set[str] = set()
        self._is_silent = False

    def translate(self, text: str, source: Language, target: Language) -> str | None:
        key = (text, source, target)
        if key not in self._answers:
            self._answers[key] = None if self._is_silent else self._ask(key)
        return self._answers[key]

    def _ask(self, key: tuple[str, Language, Language]) -> str | None:
        try:
            return self.translator.translate(*key).strip() or None
        except TranslationError as error:
            self._is_silent = self._is_silent or error.final
            if str(error) not in self._reasons:
                self._reasons.add(str(error))
                self._tell(str(error))
            return None


def translate_brief(
    brief: Brief, translator: Translator, knowledge: Knowledge, tell: Callable[[str], None] = lambda reason: None
) -> Brief:
    """The brief with its `verbatim` lines translated where the words are the other language's and every gate is open.

    Each such line names its engine (`translated_by`) and keeps its evidence; the others stay as they were, counted in
    `translations`.  The same answers give the same brief, so a run with a cache can be repeated to the byte.
    """
    asked = Asked(translator, tell)
    tallies = {language: Tally() for language in EDITIONS}
    articles = {article.id: article for article in brief.articles}

    def reworded(items: Iterable[ItemKind]) -> tuple[ItemKind, ...]:
        return tuple(_reworded(item, asked, tallies, knowledge, articles) for item in items)

    worded = dataclasses.replace(
        brief, facts=reworded(brief.facts), positions=reworded(brief.positions), meetings=reworded(brief.meetings)
    )
    found = {
        language: Translation(
            engine=translator.name,
            asked=tally.asked,
            used=tally.used,
            refused=dict(sorted(tally.refused.items())),
            unanswered=tally.unanswered,
        )
        for language, tally in tallies.items()
        if tally.asked
    }
    return dataclasses.replace(worded, translations=found)


def _reworded(
    item: ItemKind,
    asked: Asked,
    tallies: dict[Language, Tally],
    knowledge: Knowledge,
    articles: Mapping[str, BriefArticle],
) -> ItemKind:
    for language, tally in tallies.items():
        words = foreign_words(item, language, articles)
        if words is None:
            continue
        tally.asked += 1
        theirs, published = words
        answer = asked.translate(item.text[language], theirs, language)
        if answer is None:
            tally.unanswered += 1
            continue
        gate = closed_gate(item.text[language], answer, theirs, language, knowledge, published)
        if gate:
            tally.refused[gate] += 1
            item = _with_rule(item, f"{PREFIX}{language}:closed:{gate}")
            continue
        tally.used += 1
        item = _with_rule(_told_by(item, language, answer, asked.translator.name), f"{PREFIX}{language}:translated")
    return item


def foreign_words(item: Item, language: Language, articles: Mapping[str, BriefArticle]) -> tuple[Language, str | None] | None:
    """The language of an item's line in an edition, where it stands in another's words, and when those were published."""
    if item.basis.get(language) != "verbatim" or not item.text.get(language):
        return None
    piece = item.evidence[item.told_from.get(language, 0)]
    article = articles.get(piece.article)
    theirs = piece.language or (article.language if article else language)
    return (theirs, article.published if article else None) if theirs in EDITIONS and theirs != language else None


def _told_by(item: ItemKind, language: Language, text: str, name: str) -> ItemKind:
    return dataclasses.replace(
        item,
        text={**item.text, language: text},
        basis={**item.basis, language: "translated"},
        translated_by={**item.translated_by, language: name},
    )


def _with_rule(item: ItemKind, rule: str) -> ItemKind:
    kept = tuple(other for other in item.rules if not other.startswith(rule.rsplit(":", 2)[0] + ":") or other == rule)
    return dataclasses.replace(item, rules=(*kept, rule) if rule not in kept else kept)
