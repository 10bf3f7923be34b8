"""Every name of the knowledge is recognized as itself, demonyms too; small words never are."""

from __future__ import annotations

import pytest

from briefing.annotate.actors.grammar import load_actor_grammar
from briefing.annotate.actors.groups import main_pair, pair_before
from briefing.annotate.actors.lexicon import build_lexicon, gender_of, head_word, name_tokens, pluralize
from briefing.annotate.actors.lines import Chunk, read_line
from briefing.annotate.actors.one_person import register_of
from briefing.knowledge import LANGUAGES, load_grammar, load_knowledge, load_language
from briefing.knowledge.entries import ActorEntry
from briefing.model import Sentence, Span

KNOWLEDGE = load_knowledge()


def chunks(text: str, language: str) -> tuple[Chunk, ...]:
    sentence = Sentence(span=Span(0, len(text)), tokens=())
    return read_line(0, text, sentence, build_lexicon(KNOWLEDGE, language)).chunks


def recognized(text: str, language: str) -> set[str]:
    return {entry.id for chunk in chunks(text, language) for entry in chunk.entries[:1]}


def of_kind(*kinds: str) -> list[ActorEntry]:
    return [row for row in KNOWLEDGE.actors.values() if row.kind in kinds and not row.generic]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_recognized_as_itself(language: str) -> None:
    rows = of_kind("country", "institution", "organization", "group")
    wrong = [form for row in rows for form in row.names[language] if recognized(f"x {form} x", language) != {row.id}]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_first_demonym_is_one_country_s(language: str) -> None:
    wrong = [
        row.id
        for row in of_kind("country")
        if row.demonyms.get(language) and recognized(f"x {row.demonyms[language][0]} x", language) != {row.id}
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_capital_is_a_metonym(language: str) -> None:
    shared = {"EU"}  # Brussels stands for the European Union before Belgium
    wrong = [
        row.id
        for row in of_kind("country")
        if row.capital.get(language) and not recognized(f"x {row.capital[language]} x", language) & {row.id, *shared}
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_is_recognized(language: str) -> None:
    wrong = [
        form
        for role in KNOWLEDGE.roles.values()
        for form in role.forms[language]
        if role.id not in {entry.id for chunk in chunks(f"x {form} x", language) for entry in chunk.entries}
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_grammar_words_name_nobody(language: str) -> None:
    grammar = load_grammar(language)
    words = [word for topic in ("articles", "possessives", "negation", "relatives") for word in grammar[topic]]
    assert [word for word in words if chunks(f"x {word} x", language)] == []


@pytest.mark.parametrize(
    ("form", "language", "plural"),
    [
        ("ministro de Defensa", "es", "ministros de Defensa"),
        ("canciller", "es", "cancilleres"),
        ("vocera", "es", "voceras"),
        ("juez", "es", "jueces"),
        ("foreign minister", "en", "foreign ministers"),
        ("secretary of state", "en", "secretaries of state"),
        ("spokeswoman", "en", "spokeswomen"),
        ("agency", "en", "agencies"),
    ],
)
def test_plurals(form: str, language: str, plural: str) -> None:
    assert pluralize(form, load_actor_grammar(language), load_language("actors", language)["plural"]) == plural


@pytest.mark.parametrize(
    ("form", "language", "head"),
    [("ministra de Salud", "es", "ministra"), ("chief of staff", "en", "chief"), ("deputy prime minister", "en", "minister")],
)
def test_head_words(form: str, language: str, head: str) -> None:
    assert head_word(form, load_actor_grammar(language)) == head


@pytest.mark.parametrize(
    ("word", "gender"), [("ministra", "f"), ("vocero", "m"), ("analista", None), ("canciller", None), ("papa", "m")]
)
def test_gender_of_titles(word: str, gender: str | None) -> None:
    assert gender_of(word, {}, load_language("actors", "es")["title_endings"]) == gender


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Claudia Sheinbaum Pardo", "MX"),  # the register's name inside a longer one
        ("Trump", "US"),  # a surname that is nobody else's
        ("Eric Trump", None),  # … but with another first name it is somebody else's
        ("Marcelo", None),  # a first name alone
        ("Castro", None),  # a surname of several
        ("Ana Quispe", None),
    ],
)
def test_register(name: str, country: str | None) -> None:
    known = register_of(name, build_lexicon(KNOWLEDGE, "es"))
    assert (known.country if known else None) == country


def test_name_tokens_leave_out_particles_and_initials() -> None:
    assert name_tokens("George W. de la Peña-Nieto", load_actor_grammar("es")) == {"george", "pena", "nieto"}


@pytest.mark.parametrize(
    ("line", "acted", "pair"),
    [
        (1, [(0, "CL"), (0, "PE")], ("CL", "PE")),
        (1, [(0, "CL"), (0, "PE"), (1, "BR"), (1, "AR")], ("AR", "BR")),  # its own sentence first
        (1, [(0, "CL"), (0, "PE"), (1, "BR")], ()),  # three at once
        (9, [(0, "CL"), (0, "PE")], ("CL", "PE")),  # the only two of the article
        (9, [(0, "CL"), (0, "PE"), (1, "BR")], ()),
        (9, [(0, "CL")], ()),
    ],
)
def test_pairs(line: int, acted: list[tuple[int, str]], pair: tuple[str, ...]) -> None:
    assert pair_before(line, acted, [code for _, code in acted], scrambled=False) == pair


def test_a_rare_third_country_does_not_make_a_pair_doubtful() -> None:
    assert main_pair(["CL", "PE"] * 4 + ["BR"]) == ("CL", "PE")
    assert main_pair(["CL", "PE", "BR"]) == ()
