"""The loader: every fault at once with its line; a user's folder adds rows and overrides them; quick to load."""

from __future__ import annotations

import itertools
from importlib.resources import files
from pathlib import Path

import pytest
from babel import Locale

from briefing.errors import KnowledgeError
from briefing.knowledge import LANGUAGES, labels, load_grammar, load_knowledge, load_language
from briefing.knowledge.checks import faults_of
from briefing.knowledge.printed import printed_labels
from briefing.model import Language
from briefing.structure import load_plain

ATLANTIS = """
- id: XA
  kind: country
  names: {es: [Atlántida], en: [Atlantis]}
"""

NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Codes of CLDR that are no country: exceptional reservations, unions, the pseudo-locales."""


def folder_with(root: Path, **files: str) -> Path:
    for name, text in files.items():
        kind, _, stem = name.partition("__")
        path = root / kind / f"{stem}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def faults(root: Path, **files: str) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge([folder_with(root, **files)])
    return caught.value.faults


def test_builtin_is_loaded_once() -> None:
    assert load_knowledge() is load_knowledge()


def test_builtin_has_no_faults() -> None:
    assert list(faults_of(load_knowledge(), LANGUAGES)) == []


def test_folder_adds_rows(tmp_path: Path) -> None:
    knowledge = load_knowledge([folder_with(tmp_path, actors__own=ATLANTIS)])
    assert knowledge.actors["XA"].names["es"] == ("Atlántida",)
    assert knowledge.actors["US"] == load_knowledge().actors["US"]


def test_folder_overrides_by_id(tmp_path: Path) -> None:
    row = "- {id: US, kind: country, names: {es: [EUA], en: [USA]}}"
    assert load_knowledge([folder_with(tmp_path, actors__own=row)]).actors["US"].names["en"] == ("USA",)
    assert load_knowledge().actors["US"].names["en"][0] == "United States"


def test_later_folder_wins(tmp_path: Path) -> None:
    first = folder_with(tmp_path / "1", actors__own=ATLANTIS)
    second = folder_with(tmp_path / "2", actors__own=ATLANTIS.replace("Atlantis", "Mu"))
    assert load_knowledge([first, second]).actors["XA"].names["en"] == ("Mu",)


def test_folder_without_knowledge_is_empty(tmp_path: Path) -> None:
    assert load_knowledge([tmp_path]).actors == load_knowledge().actors


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (ATLANTIS + ATLANTIS.replace("Atl", "Mal"), "actors/own.yaml:6: XA: the id stands twice"),
        (ATLANTIS.replace("Atlantis", "Mexico"), "actors/own.yaml:2: XA: 'Mexico' (en) is a form of MX too"),
        (ATLANTIS.replace("es: [Atlántida], ", ""), "actors/own.yaml:2: XA: 'names' lacks es"),
        (ATLANTIS.replace("Atlántida", "~"), "actors/own.yaml:4: $[0].names['es'][0]: expected text, found nothing"),
        (ATLANTIS.replace("kind: country", "kind: realm"), "actors/own.yaml:3: $[0].kind: 'realm' is none of"),
        (ATLANTIS.replace("kind", "sort"), "actors/own.yaml:2: $[0].kind: 'kind' is missing"),
        (ATLANTIS + "  colour: red", "actors/own.yaml:2: $[0]: unknown: colour"),
        (ATLANTIS + "  country: QQ", "actors/own.yaml:2: XA: unknown country QQ"),
        (ATLANTIS + "  institution: navy_of_mars", "actors/own.yaml:2: XA: unknown institution navy_of_mars"),
        ("rows: 1", "actors/own.yaml:1: expected a list of rows"),
        ("- [", "actors/own.yaml: line 2: "),
        ("- {id: XA, id: XB}", "actors/own.yaml: line 1: 'id' stands twice"),
    ],
)
def test_faults(tmp_path: Path, text: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults(tmp_path, actors__own=text)), fault


def test_every_fault_of_every_file_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        actors__a="- {id: XA, kind: realm, names: {es: [a], en: [b]}}\n- {id: XB, kind: country, names: {}, hue: red}",
        actors__b="- {id: XC, kind: country, names: {es: [Tierra de Nadie]}}",
        concepts__c="- {id: c, domain: x, terms: {es: {lemma: a}, en: {lemma: b, gender: n}}}",
    )
    assert [fault.split(":")[0] for fault in found] == ["actors/a.yaml", "actors/a.yaml", "actors/b.yaml", "concepts/c.yaml"]


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = folder_with(tmp_path, actors__own=ATLANTIS) / "actors" / "own.yaml"
    path.write_bytes(ATLANTIS.encode("latin-1"))
    with pytest.raises(KnowledgeError, match=r"own\.yaml:1: cannot be read"):
        load_knowledge([tmp_path])


@pytest.mark.parametrize("language", LANGUAGES)
def test_grammar_of_every_language(language: str) -> None:
    assert load_grammar(language)["negation"]


def test_missing_language_file() -> None:
    with pytest.raises(KnowledgeError, match=r"languages/nothing/es\.yaml"):
        load_language("nothing", "es")


def test_labels() -> None:
    assert labels(load_knowledge(), "US") == {"en": "the United States", "es": "Estados Unidos"}
    assert labels(load_knowledge(), "person:x") == {"en": "person:x", "es": "person:x"}


def test_country_names_agree_with_cldr() -> None:
    """Every ISO 3166-1 code that CLDR names is there, and each of our first names is CLDR's or differs on purpose."""
    knowledge, ours = load_knowledge(), 0
    for language in LANGUAGES:
        cldr = Locale.parse(language).territories
        codes = [code for code in cldr if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES]
        assert [code for code in codes if code not in knowledge.actors] == []
        ours += sum(cldr[code] in knowledge.actors[code].names[language] for code in codes)
    assert ours >= 460  # of 500; the others are `Hong Kong SAR China`, `Trinidad & Tobago`, `Congo - Kinshasa` …


def test_places_have_their_name_in_each_language() -> None:
    printed = printed_labels(load_knowledge())
    assert printed["Luxembourg"]["es"] == "Luxemburgo"
    assert printed["Londres"]["en"] == "London"
    assert printed["PE"]["es"] == "Perú"


# ----------------------------------------------------------------- closed classes of words

ENOUGH = 4
"""Words of a list that is not alike by chance."""
ALIKE = 0.75
"""Shared words among all of two lists, from which they are one class written twice."""
MEANT: frozenset[tuple[str, str]] = frozenset(
    {
        ("actors.behind_title", "names.standing_in"),  # what may stand behind a title; who holds an office for a time
        ("actors.links", "compare.aimed"),  # what links two names; at whom something is aimed
        ("extract.asking_words", "quotes.question_words"),  # what is asked for; what opens a reported question
        ("extract.conditional_auxiliaries", "realize.moods"),  # moods of a clause; what a line keeps of them
        ("extract.joint", "extract.several_sided"),  # a ministerial body may be of many
        ("extract.reflexives", "quotes.reflexives"),  # of whom a verb tells; who is quoted speaks to no `os`
        ("localize.small_numbers", "transfer.small_numbers"),  # a country's forms are read by themselves
        ("languages.definite", "languages.demonstratives"),  # what a name may stand behind; what points back
    }
)
"""Pairs of lists that are alike and meant so."""


def word_lists(language: Language) -> dict[str, set[str]]:
    """Every row of words that a language's files write out themselves."""
    folder = Path(str(files("briefing") / "knowledge/languages"))
    paths = [folder / f"{language}.yaml", *sorted(folder.glob(f"*/{language}.yaml"))]
    rows = {f"{path.parent.name}.{key}": row for path in paths for key, row in load_plain(path.read_text("utf-8")).items()}
    words = {name: row for name, row in rows.items() if isinstance(row, list) and all(isinstance(w, str) for w in row)}
    return {name: set(row) for name, row in words.items() if len(row) >= ENOUGH}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_class_of_words_is_written_twice(language: Language) -> None:
    """Two lists of nearly the same words drift apart: the second names the first, `{of: negation, without: [nobody]}`."""
    pairs = itertools.combinations(sorted(word_lists(language).items()), 2)
    alike = {(a, b) for (a, one), (b, two) in pairs if len(one & two) > ALIKE * len(one | two)}
    assert alike - MEANT == set()


@pytest.mark.parametrize(
    ("topic", "key", "language", "with_", "without"),
    [
        ("extract", "negators", "en", {"never", "without"}, {"nobody"}),
        ("quotes", "negations", "es", {"nadie", "ni"}, {"si"}),
        ("extract", "condition_marks", "es", {"a no ser que", "salvo si"}, {"cuando"}),
        ("extract", "attribution_cases", "es", {"en palabras de", "en opinión de"}, {"por"}),
        ("quotes", "attributions", "en", {"as per"}, {"by"}),
    ],
)
def test_a_topic_names_a_class_of_the_grammar(
    topic: str, key: str, language: Language, with_: set[str], without: set[str]
) -> None:
    words = set(load_language(topic, language)[key])
    assert with_ <= words
    assert not without & words
