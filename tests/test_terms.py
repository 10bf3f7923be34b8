"""The termbase's exchange: TBX out and in again, files of other tools, files that mean harm; and the desk's own sheet."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from briefing.annotate.concepts import find_concepts
from briefing.annotate.mining import Gap
from briefing.annotate.parse import parse
from briefing.annotate.worksheet import worksheet
from briefing.cli import main
from briefing.errors import KnowledgeError
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.knowledge.entries import Concept, Term
from briefing.knowledge.tbx import LARGEST, read_tbx, write_tbx

KNOWLEDGE = load_knowledge()
SCHEMA = Path(__file__).parent / "tbx_basic.rng"

ISSUE_DOMAINS = {
    "security and crime": ["security"],
    "trade and customs": ["trade"],
    "migration": ["migration"],
    "energy": ["energy"],
    "water and environment": ["water", "environment"],
    "human rights and justice": ["rights"],
    "diplomacy and multilateral": ["diplomacy", "multilateral"],
    "defence": ["defence"],
    "economy and finance": ["economy"],
    "health": ["health"],
}


def test_the_termbase_has_what_a_desk_needs() -> None:
    counts = Counter(concept.domain for concept in KNOWLEDGE.concepts.values())
    small = {name: n for name, domains in ISSUE_DOMAINS.items() if (n := sum(counts[domain] for domain in domains)) < 150}
    assert small == {}
    assert counts["general"] >= 300
    assert len(KNOWLEDGE.concepts) >= 1500
    assert len(KNOWLEDGE.acts) >= 400


# ------------------------------------------------------------------ export and import


def test_everything_survives_the_round_trip() -> None:
    concepts = tuple(KNOWLEDGE.concepts.values())
    again, faults = read_tbx(write_tbx(concepts), "all.tbx", LANGUAGES)
    assert faults == []
    assert again == concepts


def test_what_is_written_is_tbx_basic() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(write_tbx(tuple(KNOWLEDGE.concepts.values()))))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'type="subjectField"', b'type="colour"'),
        (b">noun<", b">thing<"),
        (b"<term>", b"<term/><term>"),
        (b'style="dca"', b'style="dct"'),
        (b'type="partOfSpeech"', b'type="administrativeStatus"'),
    ],
)
def test_the_schema_sees_faults(old: bytes, new: bytes) -> None:
    data = write_tbx((KNOWLEDGE.concepts["tariffs"],)).replace(old, new, 1)
    assert not etree.RelaxNG(etree.parse(SCHEMA)).validate(etree.fromstring(data))


def entry(*terms: str, id: str = "wheat_tax", field: str = "Trade") -> str:
    return f'<conceptEntry id="{id}"><descrip type="subjectField">{field}</descrip>{"".join(terms)}</conceptEntry>'


def terms(language: str, *forms: str, gender: str = "", speech: str = "noun", note: str = "") -> str:
    noted = f'<termNote type="grammaticalGender">{gender}</termNote>' if gender else ""
    made = (
        f'<termSec><term>{form}</term><termNote type="partOfSpeech">{speech}</termNote>{noted}{note}</termSec>'
        for form in forms
    )
    return f'<langSec xml:lang="{language}">{"".join(made)}</langSec>'


def tbx(*entries: str, head: str = "") -> bytes:
    body = "".join(entries)
    return (
        f'<?xml version="1.0"?>{head}<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en">'
        f"<tbxHeader/><text><body>{body}</body></text></tbx>"
    ).encode()


EN = terms("en", "wheat tax", "tax on wheat")
ES = terms("es", "impuesto al trigo", gender="masculine")


def test_a_file_of_another_tool() -> None:
    es = terms("es-MX", "impuesto al trigo", gender="Masculine") + terms("es-ES", "tasa del trigo", gender="feminine")
    [concept], faults = read_tbx(tbx(entry(EN, es, terms("fr", "taxe sur le blé"), id="c17")), "a.tbx", LANGUAGES)
    assert faults == []
    assert concept == Concept(
        id="wheat_tax",
        domain="trade",
        terms={
            "en": Term(lemma="wheat tax", variants=("tax on wheat",)),
            "es": Term(lemma="impuesto al trigo", gender="m", variants=("tasa del trigo",)),
        },
    )


TAGS = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" style="dct" type="TBX-Basic"
  xmlns:basic="http://www.tbxinfo.net/ns/basic" xml:lang="en"><tbxHeader/><text><body><conceptEntry id="x">
  <min:subjectField>Trade</min:subjectField>
  <langSec xml:lang="en"><termSec><term>wheat tax</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
  <langSec xml:lang="es">
    <termSec><term>tasa</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>impuesto al trigo</term><basic:grammaticalGender>masculine</basic:grammaticalGender>
      <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  </langSec></conceptEntry></body></text></tbx>"""
VERSION_2 = """<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
  <martif type="TBX" xml:lang="en"><martifHeader/><text><body><termEntry id="x">
  <descrip type="subjectField">Trade</descrip><langSet xml:lang="en"><tig><term>wheat tax</term></tig></langSet>
  <langSet xml:lang="es"><ntig><termGrp><term>impuesto al trigo</term>
    <termNote type="grammaticalGender">masculine</termNote></termGrp></ntig></langSet></termEntry></body></text></martif>"""


@pytest.mark.parametrize(("text", "variants"), [(TAGS, ("tasa",)), (VERSION_2, ())])
def test_data_categories_as_tags_and_version_2(text: str, variants: tuple[str, ...]) -> None:
    [concept], faults = read_tbx(text.encode(), "a.tbx", LANGUAGES)
    assert faults == []
    assert (concept.id, concept.domain, concept.terms["es"].lemma) == ("x", "trade", "impuesto al trigo")
    assert concept.terms["es"].variants == variants


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (entry(EN), "wheat_tax: no term in es; left out"),
        (entry(EN, terms("es", "impuesto al trigo")), "'impuesto al trigo' (es) has no gender; add grammaticalGender"),
        (entry(EN, terms("es", "gravar", speech="verb")), "noun and verb: only nouns, or only adjectives, are concepts"),
        (entry(EN, terms("es", "x" * 500, gender="masculine")), "is longer than 200 characters; this is no term"),
        (entry(EN, terms("es", "trigo", gender="masculine", note="<note>number: two</note>")), "number 'two' (es)"),
        (entry(terms("en", "…"), ES, id="7"), "no id, and none can be made from its first term"),
    ],
)
def test_a_concept_that_lacks_something_is_one_line(made: str, reason: str) -> None:
    concepts, faults = read_tbx(tbx(made, entry(EN, ES, id="another")), "a.tbx", LANGUAGES)
    assert [concept.id for concept in concepts] == ["another"]
    [fault] = faults
    assert fault.startswith("a.tbx:1: ")
    assert reason in fault


def test_an_id_that_stands_twice() -> None:
    concepts, faults = read_tbx(tbx(entry(EN, ES), entry(EN, ES)), "a.tbx", LANGUAGES)
    assert len(concepts) == 1
    assert "the id stands twice" in faults[0]


# ------------------------------------------------------------------ files that mean harm

LAUGHS = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
READS = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ASKS = '<!DOCTYPE tbx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no well-formed XML"),
        (b"<tbx>", "no well-formed XML"),
        (b"\x00\x01", "no well-formed XML"),
        (b"<html><body/></html>", "no TBX file (its root is <html>)"),
        (b"<tbx/>", "no TBX file"),
        (tbx(entry(EN, ES), head=LAUGHS), "declares entities"),
        (tbx(entry(EN, ES), head=READS), "declares entities"),
        (tbx(entry(EN, ES), head=ASKS), "declares entities"),
        (tbx("<x>" * 400 + "</x>" * 400), "no well-formed XML"),
        (b" " * (LARGEST + 1), "larger than 50 MB"),
    ],
)
def test_what_is_no_harmless_tbx_is_refused(data: bytes, reason: str) -> None:
    start = time.monotonic()
    with pytest.raises(KnowledgeError) as caught:
        read_tbx(data, "a.tbx", LANGUAGES)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - start < 5


# ------------------------------------------------------------------ the commands


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_export_and_import_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("terms", "export", tmp_path / "trade.tbx", "--domain", "trade") == 0
    assert run("terms", "import", tmp_path / "trade.tbx", "--to", tmp_path / "own") == 0
    assert "0 left out" in capsys.readouterr().out
    own = load_knowledge((tmp_path / "own",))
    assert {name: own.concepts[name] for name in KNOWLEDGE.concepts} == dict(KNOWLEDGE.concepts)
    assert run("terms", "import", tmp_path / "trade.tbx", "--to", tmp_path / "own") == 2
    assert "exists; delete it, or rename trade.tbx" in capsys.readouterr().err


def test_an_imported_concept_is_found_and_one_that_clashes_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clash = entry(terms("en", "tariffs"), terms("es", "aranceles", gender="masculine"), id="customs_rates")
    (tmp_path / "desk.tbx").write_bytes(tbx(entry(EN, ES), clash))
    assert run("terms", "import", tmp_path / "desk.tbx", "--to", tmp_path / "own") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("desk.tbx: customs_rates: '")
    assert told[-1].endswith("1 concepts; 1 left out")
    own = load_knowledge((tmp_path / "own",))
    text = "Bajaron los impuestos al trigo."
    assert [mention.concept for mention in find_concepts(text, parse(text, "es"), "es", own)] == ["wheat_tax"]


def test_import_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "desk.tbx").write_bytes(tbx(entry(EN)))
    assert run("terms", "import", tmp_path / "desk.tbx", "--to", tmp_path / "own") == 3
    assert not (tmp_path / "own").exists()
    assert run("terms", "import", tmp_path / "missing.tbx", "--to", tmp_path / "own") == 2
    assert run("terms", "export", tmp_path / "a.tbx", "--domain", "poetry") == 2
    assert "there are defence, diplomacy" in capsys.readouterr().err


@pytest.fixture
def week(tmp_path: Path) -> Path:
    folder = tmp_path / "week"
    folder.mkdir()
    (folder / "a.txt").write_text("El mapache huyó del ministro. Los vecinos de la capital buscaron al mapache.", "utf-8")
    (folder / "b.txt").write_text("The marmot was seen in the garden of the minister, and the marmot ran away.", "utf-8")
    return folder


def test_mine_lists_by_frequency_with_context(week: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("terms", "mine", week) == 0
    shown = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "2 1 mapache El mapache huyó del ministro. Los vecinos de la" in shown
    assert any(line.startswith("2 1 marmot The marmot was seen") for line in shown)


def test_mine_as_json(week: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("terms", "mine", week, "--json") == 0
    gaps = json.loads(capsys.readouterr().out)["gaps"]
    assert {(gap["language"], gap["form"], gap["count"]) for gap in gaps} >= {("en", "marmot", 2), ("es", "mapache", 2)}


def test_a_sheet_is_knowledge_at_every_moment(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "own" / "concepts" / "desk.yaml"
    assert run("terms", "mine", week, "--to", sheet) == 0
    assert dict(load_knowledge((tmp_path / "own",)).concepts) == dict(KNOWLEDGE.concepts)  # nobody has filled it in
    blank = '# - {id: marmot, domain: desk, terms:\n#     {es: {lemma: "", gender: },\n#      en: {lemma: "marmot"}}}\n'
    text = sheet.read_text("utf-8")
    assert blank in text
    filled = (
        blank.replace("# ", "  ")
        .replace("#  ", "   ")
        .replace('lemma: "", gender: ', "lemma: marmota, gender: f")
        .replace("  - ", "- ")
    )
    sheet.write_text(text.replace(blank, filled), "utf-8")
    own = load_knowledge((tmp_path / "own",))
    assert own.concepts["marmot"].terms["es"] == Term(lemma="marmota", gender="f")
    capsys.readouterr()
    assert run("terms", "mine", week, "--knowledge", tmp_path / "own") == 0
    told = capsys.readouterr().out
    assert "mapache" in told
    assert "marmot" not in told
    assert run("terms", "mine", week, "--to", sheet) == 2
    assert "is not written over" in capsys.readouterr().err


def test_no_article_can_break_a_sheet(tmp_path: Path) -> None:
    gap = Gap(
        language="en", form='a "b\n- x: #', count=2, articles=1, contexts=("c\u2028- d: \x07", "\x85e"), sources=("f\n- g", "h")
    )
    folder = tmp_path / "concepts"
    folder.mkdir()
    (folder / "x.yaml").write_text(worksheet({"en": [gap]}), "utf-8")
    assert len(load_knowledge((tmp_path,)).concepts) == len(KNOWLEDGE.concepts)
