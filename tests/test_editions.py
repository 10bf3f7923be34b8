"""Two editions of one brief: the same items in the same order with the same flags, and each in one language."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from memo_samples import AUDIENCES, paragraphs_of

from briefing.codec import find_faults
from briefing.ingest.language import UNKNOWN, identify_language
from briefing.knowledge import load_knowledge
from briefing.knowledge.printed import printed_labels
from briefing.localize import Localizer
from briefing.model import Brief
from briefing.pipeline import make_brief, read_week
from briefing.render import render
from briefing.render.memo import compose
from briefing.render.sample import sample_brief, sample_labels

SEEDS = Path(__file__).parents[1] / "seeds"
LOCALES = {"es": "es_MX", "en": "en_US"}
OTHER = {"es": "en", "en": "es"}


@functools.cache
def brief_of(story: str) -> tuple[Brief, Any]:
    """A brief and the words for its ids: the sample week as the pipeline reads it, and the sample of the templates."""
    if story == "template sample":
        return sample_brief(), sample_labels()
    knowledge = load_knowledge()
    reading = read_week([SEEDS], as_of=None, window=None, today="2026-01-31")
    return make_brief(reading, knowledge), printed_labels(knowledge)


STORIES = ("sample week", "template sample")


# ------------------------------------------------------------------ parity


@pytest.mark.parametrize("story", STORIES)
def test_a_brief_proves_its_parity(story: str) -> None:
    assert list(find_faults(brief_of(story)[0])) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"title": {"es": "Chile"}}, "$.title"),
        ({"bottom_line": {"en": "Chile said no.", "es": " "}}, "$.bottom_line"),
        ({"text": {"en": "Chile said no."}}, "$.facts[0].text"),
        ({"basis": {"en": "native"}}, "$.facts[0].basis"),
        ({"conflict": {"es": "Chile: enero o febrero."}}, "$.conflicts[0].text"),
    ],
)
def test_what_one_edition_lacks_is_a_fault(changes: dict[str, Any], path: str) -> None:
    brief = sample_brief()
    if "conflict" in changes:
        first = dataclasses.replace(brief.conflicts[0], text=changes["conflict"])
        brief = dataclasses.replace(brief, conflicts=(first, *brief.conflicts[1:]))
    elif "title" in changes or "bottom_line" in changes:
        brief = dataclasses.replace(brief, **changes)
    else:
        brief = dataclasses.replace(brief, facts=(dataclasses.replace(brief.facts[0], **changes), *brief.facts[1:]))
    assert path in [found for found, _ in find_faults(brief)]


def levels(language: str) -> dict[str, str]:
    """What a confidence is called -> what it is."""
    localizer = Localizer(LOCALES[language])
    return {localizer.pgettext("confidence", f"{level} confidence"): level for level in ("low", "moderate", "high")}


def shape(story: str, audience: str, language: str) -> dict[str, Any]:
    """What an edition carries, without its words."""
    brief, labels = brief_of(story)
    memo = compose(brief, audience=audience, locale=LOCALES[language], template_dirs=(), labels=labels)
    fields, known = memo.fields, levels(language)
    return {
        "facts": [(fact["n"], known[fact["confidence"]], bool(fact["sources"])) for fact in fields["facts"]],
        "positions": [
            [
                [(cell["leaning"], known[cell["confidence"]]) for cell in row["cells"] if cell.get("leaning")]
                for row in table["rows"]
            ]
            for table in fields["positions"]
        ],
        "meetings": [[known[one["confidence"]] for one in fields[name]] for name in ("upcoming", "held")],
        "conflicts": [len(conflict["values"]) for conflict in fields["conflicts"]],
        "counts": {name: len(fields[name]) for name in ("timeline", "quotes", "sources", "left_out")},
    }


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("story", STORIES)
def test_both_editions_carry_the_same_items_with_the_same_flags(story: str, audience: str) -> None:
    spanish, english = (shape(story, audience, language) for language in ("es", "en"))
    assert spanish == english
    assert spanish["facts"] or spanish["counts"]["quotes"]


# ------------------------------------------------------------------ one language in each

FOREIGN = {
    # Function words of one language that are no word of the other and stand in no name but between its parts.
    "es": "el los las del que para por con según y una unos unas sus al fue han como más pero entre sobre desde hasta "
    "donde cuando también este esta estos estas ese esa aquel ya muy sin ni o e se lo le les",
    "en": "the of and that with was were is are by from for will said has have had their its not this these those which who "
    "when where than then they them his her on at to into about after before between an or as be been would could",
}
SHARED = {"es": {"o", "e", "se", "lo", "le", "sin", "ni", "me"}, "en": {"has", "an", "on", "at", "as", "be", "or"}}
"""Words that the other language, or a name, has as well: they decide nothing."""
QUOTED = re.compile('“[^”]*”|«[^»]*»|"[^"]*"|‘[^’]*’(?!\\w)')
NAME = re.compile(r"\b[A-ZÁÉÍÓÚÑ][\w.’']*(?:[ \u00a0](?:de|del|la|las|los|el|y|of|the|and|for|on)\b)+(?=[ \u00a0][A-ZÁÉÍÓÚÑ])")
"""A proper name's small words stand between its parts: `Juan de la Torre`, `Bank of England`."""
ADDRESS = re.compile(r"https?://\S+|<[^>]*>|\S+\.(?:txt|md|html|pdf)\b|\[\^?\d+\]")


def own_words(line: str) -> str:
    """A line without quotations, names' small words, addresses and file names."""
    plain = ADDRESS.sub(" ", line.replace("\\", ""))
    while QUOTED.search(plain):
        plain = QUOTED.sub(" ", plain)
    return NAME.sub("Name ", plain)


def common_words(line: str) -> str:
    """The words of a line that are in small letters: a name is in no language."""
    return " ".join(word for word in own_words(line).split() if word[:1].islower())


def foreign_words(line: str, language: str) -> list[str]:
    """The other language's function words in a line that is to be in one language."""
    other = OTHER[language]
    words = set(FOREIGN[other].split()) - SHARED[other]
    return [word for word in re.findall(r"[^\W\d_]+", own_words(line)) if word in words]


def lines_of(story: str, audience: str, language: str, format: str) -> Iterator[str]:
    brief, labels = brief_of(story)
    data = render(brief, audience=audience, locale=LOCALES[language], format=format, labels=labels)
    yield from data.decode().splitlines() if format == "md" else paragraphs_of(data)


@pytest.mark.parametrize("format", ["md", "docx"])
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("story", STORIES)
def test_every_line_is_in_its_edition_s_language(story: str, audience: str, language: str, format: str) -> None:
    lines = [line for line in lines_of(story, audience, language, format) if line.strip()]
    assert len(lines) > 5
    wrong = [(line, found) for line in lines if (found := foreign_words(line, language))]
    wrong += [(line, ["identified"]) for line in lines if identify_language(common_words(line)) not in (language, UNKNOWN)]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "line", "clean"),
    [
        ("en", "Chile rejected the offer, said the minister.", True),
        ("en", "Juan de la Torre spoke with the Bank of England.", True),
        ("en", "“Chile rechazó la oferta de la que habló” (in Spanish)", True),
        ("en", "Chile rechazó la oferta que hizo Perú.", False),
        ("en", "Chile rejected la oferta del ministro.", False),
        ("es", "Chile rechazó la oferta, dijo el ministro.", True),
        ("es", "El Bank of England y The New York Times lo dijeron.", True),
        ("es", "«The minister said no» (en inglés)", True),
        ("es", "The minister said that Chile will not go.", False),
        ("es", "Chile rechazó the offer.", False),
    ],
)
def test_the_identifier_sees_the_other_language(language: str, line: str, clean: bool) -> None:
    assert (foreign_words(line, language) == []) is clean
