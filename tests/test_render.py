"""What a memo says, for whom, and that it says the same every time."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from icalendar import Calendar
from memo_samples import AUDIENCES, LOCALES, memo_of, paragraphs_of, part_of, sample_memo, with_first_fact, words_of

from briefing.codec import write_brief
from briefing.errors import OutputError, TemplateError
from briefing.model import Brief, Item
from briefing.render import WRITERS, render, write_atomically
from briefing.render.layout.heights import count_pages
from briefing.render.memo import compose
from briefing.render.office_files.pdf import convert, without_comments
from briefing.render.sample import sample_brief, sample_labels
from briefing.render.sections.evidence import confidence_of
from briefing.render.sections.items import unwrapped
from briefing.render.sections.matrix import issue_rows

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROOT = Path(__file__).parents[1]


def markdown(audience: str = "base", locale: str = "en_US") -> str:
    return sample_memo(audience, locale, "md").decode()


# ------------------------------------------------------------------ what is said

# audience, locale, a line that must stand in the Markdown memo
SAID = [
    ("base", "en_US", "| TO | Principal |"),
    ("base", "es_MX", "| PARA | Titular |"),
    ("base", "en_US", "| **SUBJECT** | Chile–Norway: ports and fishing inspections (March 8–14, 2026) |"),
    ("base", "en_US", "**Bottom line.** Norway threatens to close its ports"),
    (
        "base",
        "en_US",
        "inspectors.[^1] *reported March 11\u00a0· 3\u00a0articles,\u00a02\u00a0original\u00a0sources\u00a0· dates differ*",
    ),
    ("base", "en_US", "by 11 percent in February.[^2] *2\u00a0articles\u00a0· amounts differ*"),
    ("base", "en_US", "“La flota de altura habría perdido 40 días de pesca & un contrato \\<marco\\>.” (in Spanish)[^3]"),
    ("base", "en_US", "(in Spanish)[^3] *March 10*"),
    ("base", "en_US", "4. Peru on joining the technical group on salmon.[^4] *March 13*"),
    ("base", "en_US", "Original text: “Perú pidió sumarse a la mesa técnica como tercer país afectado.” (in Spanish)"),
    ("base", "en_US", "[^1]: Taken from article 2. Also: article 4."),
    (
        "base",
        "en_US",
        "[^5]: Article 1: “La ministra de Pesca de Chile, Rosa Aldunate, rechazó el cierre de los "
        "puertos noruegos a la flota chilena.”",
    ),
    ("base", "en_US", "| Issue | Chile | Norway | Peru |"),
    ("base", "en_US", "| March 24 | **Talks.** The two ministers will meet in Bergen"),
    (
        "base",
        "en_US",
        "| Bergen | Rosa Aldunate (fisheries minister, Chile) and Ingrid Solheim (fisheries minister, Norway) "
        "| announced\u00a0· 2\u00a0articles |",
    ),
    ("base", "en_US", "| May | **Meeting.** Pacific fisheries commission."),
    ("base", "en_US", "- **Port access** (fact 1; dates differ): The closing date is April 1 or April 3."),
    (
        "base",
        "en_US",
        "  - April 3 — article 4: “Noruega cerraría sus puertos el 3 de abril si Chile no acepta inspectores independientes.”",
    ),
    ("base", "en_US", "  - 12.5 — El Faro de Valparaíso (article 1): “Las exportaciones de salmón"),
    ("base", "en_US", "  - Norway — El Faro de Valparaíso (article 1):"),
    ("base", "en_US", "“‘We do not want a quarrel, we want eyes on every net,’ Fisheries Minister Ingrid Solheim said.”"),
    (
        "base",
        "en_US",
        "This memo is based on four articles: three in Spanish and one in English. "
        "It draws on 31 of the 48 sentences in its sources. It quotes two lines in their original language.",
    ),
    ("base", "en_US", "in Spanish (same original source as article 4)."),
    ("base", "en_US", "received with its sentences out of order)"),
    ("base", "en_US", "- roto.pdf: "),
    ("base", "es_MX", "3. La flota de altura habría perdido 40 días de pesca & un contrato \\<marco\\>.[^3]"),
    ("minister", "en_US", "(Fjord Courier and “La flota espera en Punta Arenas”)"),
    ("minister", "en_US", "and meetings, omitted here for length."),
    ("legislators", "en_US", "by 11 percent in February. \\[1,\u00a02\\]"),
    ("press", "en_US", "“No aceptaremos inspectores que no respondan ante ley chilena” (in Spanish) — Rosa Aldunate"),
    ("security", "en_US", "2\u00a0original\u00a0sources\u00a0· dates differ\u00a0· low confidence*"),
    ("security", "en_US", "## How confidence is graded"),
    ("security", "en_US", "[^1]: Taken from article 2. Also: article 4."),
]


@pytest.mark.parametrize(("audience", "locale", "line"), SAID, ids=range(len(SAID)))
def test_the_memo_says(audience: str, locale: str, line: str) -> None:
    assert line in markdown(audience, locale)


# audience, what must not stand in its memo
UNSAID = [
    *(
        (audience, words)
        for audience in AUDIENCES
        for words in ("Must not be printed", "duda", "f-1a2b3c", "port_access", "technical_group", " a1", "o1")
    ),
    ("press", "conditional"),
    ("press", "Norway will close its ports"),
    ("press", "We do not want a quarrel"),
    ("minister", "## Sources"),
    ("minister", "[^"),
    ("legislators", "[^"),
    ("base", "low confidence"),
    ("base", "Taken from articles 2 and"),
]


@pytest.mark.parametrize(("audience", "words"), UNSAID)
def test_the_memo_does_not_say(audience: str, words: str) -> None:
    assert words not in markdown(audience)
    assert not any(words in paragraph for paragraph in paragraphs_of(sample_memo(audience)))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_nested_brackets_and_no_doubled_stops(audience: str, locale: str) -> None:
    for paragraph in paragraphs_of(sample_memo(audience, locale)):
        assert not re.search(r"\([^()]*\(", paragraph), paragraph
        assert not re.search(r"(?<!\.)\.\.(?!\.)|\.”\.|\( | ,", paragraph), paragraph


@pytest.mark.parametrize("audience", AUDIENCES)
def test_word_and_markdown_say_the_same_lines(audience: str) -> None:
    fields = compose(sample_brief(), audience=audience, locale="en_US", template_dirs=(), labels=sample_labels())
    word = " ".join(paragraphs_of(sample_memo(audience)))
    text = re.sub(r"\\(?=[^\w\s])", "", markdown(audience))
    for name in ("facts", "upcoming", "held"):
        for item in fields.fields[name]:
            line = fields.ledger.words(item["text"])
            assert line in word
            assert line in text


@pytest.mark.parametrize("audience", AUDIENCES)
def test_both_editions_carry_the_same_items_in_the_same_order(audience: str) -> None:
    editions = [
        compose(busy(3), audience=audience, locale=locale, template_dirs=(), labels=sample_labels()).fields
        for locale in LOCALES
    ]
    for name in ("facts", "upcoming", "held", "conflicts", "sources", "timeline"):
        assert len(editions[0][name]) == len(editions[1][name]), name
    assert [[len(row["cells"]) for row in table["rows"]] for table in editions[0]["positions"]] == [
        [len(row["cells"]) for row in table["rows"]] for table in editions[1]["positions"]
    ]


def test_marks_of_change_stand_in_the_matrix() -> None:
    matrix = next(words_of(t) for t in part_of(sample_memo(), "word/document.xml").iter(f"{W}tbl") if "Issue" in words_of(t))
    assert [word for word in ("unchanged", "moved", "new") if word in matrix] == ["unchanged", "moved", "new"]
    assert "moved, before: offers" in matrix
    assert "against the brief of March 7" in " ".join(paragraphs_of(sample_memo()))
    unmarked = tuple(dataclasses.replace(position, change=None) for position in sample_brief().positions)
    words = " ".join(paragraphs_of(memo_of(dataclasses.replace(sample_brief(), positions=unmarked))))
    assert not re.search("moved|against the brief", words)


def test_stance_is_a_word_and_a_shade() -> None:
    runs = [
        run for run in part_of(sample_memo(), "word/document.xml").iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    styles = {words_of(run): run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") for run in runs}
    assert (styles["Rejects"], styles["Offers"], styles["Requests"]) == ("StanceAgainst", "StanceFor", "StanceNeutral")


# certainty, origins, conflicts, confidence
GRADES = [
    ("asserted", 3, (), "high"),
    ("asserted", 2, (), "high"),
    ("asserted", 1, (), "moderate"),
    ("reported", 2, (), "moderate"),
    ("reported", 1, (), "low"),
    ("conditional", 5, (), "low"),
    ("denied", 5, (), "low"),
    ("asserted", 5, ("c1",), "low"),
]


@pytest.mark.parametrize(("certainty", "origins", "conflicts", "level"), GRADES)
def test_confidence_is_counted(certainty: str, origins: int, conflicts: tuple[str, ...], level: str) -> None:
    item = dataclasses.replace(
        sample_brief().facts[0], certainty=certainty, origins=origins, sources=origins, conflicts=conflicts
    )
    assert confidence_of(item) == level


def test_one_sentence_of_a_government_is_one_row_whatever_its_issues() -> None:
    first = dataclasses.replace(sample_brief().positions[0], issue=("water",))
    twin = dataclasses.replace(first, id="p-twin", stance="rejects", issue=())
    other = dataclasses.replace(twin, id="p-other", government="ZZ")
    rows = [
        [position.id for position in row]
        for row in issue_rows((twin, first, other), {first.id: first.issue, "p-twin": (), "p-other": ()})
    ]
    assert rows == [[first.id, "p-twin"], ["p-other"]]


def test_what_two_governments_agreed_in_one_line_is_one_row_and_answers_nothing() -> None:
    first = dataclasses.replace(sample_brief().positions[0], issue=("water",), stance="demands")
    behind = dataclasses.replace(first.evidence[0], start=first.evidence[0].stop + 1, stop=first.evidence[0].stop + 30)
    one = dataclasses.replace(first, id="p-one", stance="agrees", government="ZZ", issue=(), concepts=(), evidence=(behind,))
    both = (one, dataclasses.replace(one, id="p-both", government=first.government))
    assert [len(row) for row in issue_rows((first, *both), {first.id: first.issue, "p-one": (), "p-both": ()})] == [1, 2]
    assert [len(row) for row in issue_rows((first, one), {first.id: first.issue, "p-one": ()})] == [2], "an answer of one alone"


def test_rows_of_the_matrix_gather_what_is_about_one_issue() -> None:
    positions = sample_brief().positions
    topics = {position.id: position.issue for position in positions}
    assert [[position.id for position in row] for row in issue_rows(positions, topics)] == [
        ["p-100000", "p-200000"],
        ["p-300000"],
        ["p-400000"],
        ["p-500000"],
    ]


def test_more_governments_than_columns_make_more_tables() -> None:
    positions = tuple(
        dataclasses.replace(sample_brief().positions[0], id=f"p-{n}", government=code)
        for n, code in enumerate(("CL", "NO", "PE", "EC", "MX", "AR"))
    )
    brief = dataclasses.replace(sample_brief(), positions=positions)
    tables = [words_of(table.find(f"{W}tr")) for table in part_of(memo_of(brief), "word/document.xml").iter(f"{W}tbl")]
    assert [words for words in tables if words.startswith("Issue")] == ["IssueChileNorwayPeru", "IssueEcuadorMexicoArgentina"]


def test_what_has_no_words_falls_back_to_the_source_and_is_marked() -> None:
    memo = memo_of(with_first_fact(text={}, basis={}), format="md").decode()
    assert (
        "1. “Norway will close its ports to Chilean trawlers on April 1 unless Santiago accepts independent inspectors.”[^1]"
        in memo
    )


def test_an_empty_brief_is_a_memo() -> None:
    brief = Brief(as_of="2026-03-14", window="2026-03-08/2026-03-14")
    for audience in AUDIENCES:
        assert memo_of(brief, audience=audience, format="md").decode().startswith("---\n")
        assert paragraphs_of(memo_of(brief, audience=audience))[0]


# ------------------------------------------------------------------ pages


def busy(times: int) -> Brief:
    """A week with many items, all of them long."""
    brief = sample_brief()

    def many(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(dataclasses.replace(item, id=f"{item.id}{n}") for n in range(times) for item in items)

    return dataclasses.replace(brief, facts=many(brief.facts), positions=many(brief.positions), meetings=many(brief.meetings))  # type: ignore[arg-type]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("audience", "pages"), [("minister", 1), ("press", 1), ("legislators", 2)])
def test_a_busy_week_keeps_to_its_pages_by_our_estimate(audience: str, pages: int, locale: str) -> None:
    memo = compose(busy(6), audience=audience, locale=locale, template_dirs=(), labels=sample_labels())
    assert count_pages(memo.fields, memo.ledger.words) <= pages
    assert memo.fields["shortened"]
    assert len(memo.fields["facts"]) >= 3 or audience == "press"


@pytest.mark.skipif(shutil.which("soffice") is None or shutil.which("pdfinfo") is None, reason="LibreOffice is not installed")
def test_the_minister_s_memo_is_one_page(tmp_path: Path) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(render(busy(6), audience="minister", locale="es_MX", format="pdf", labels=sample_labels()))
    assert b"Pages:           1" in subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout


# ------------------------------------------------------------------ other formats


def test_a_calendar_has_what_is_to_come_with_the_precision_it_has() -> None:
    events = Calendar.from_ical(sample_memo("base", "en_US", "ics")).walk("VEVENT")
    rows = [
        (str(e["summary"]), str(e.decoded("dtstart")), str(e.decoded("dtend")), str(e["status"]), str(e["transp"]))
        for e in events
    ]
    assert rows == [
        ("Talks: technical group (Chile and Norway)", "2026-03-24", "2026-03-25", "CONFIRMED", "OPAQUE"),
        ("Meeting: Peru", "2026-05-01", "2026-06-01", "TENTATIVE", "TRANSPARENT"),
    ]
    assert [str(event["uid"]) for event in events] == ["m-a00000@briefing", "m-b00000@briefing"]
    assert str(events[0]["location"]) == "Bergen"
    assert events[0]["summary"].params["language"] == "en-US"
    assert "La mesa técnica se reunirá" in str(events[0]["description"])


def test_a_calendar_says_what_it_cannot_hold() -> None:
    meetings = tuple(dataclasses.replace(meeting, date=None) for meeting in sample_brief().meetings)
    data = memo_of(dataclasses.replace(sample_brief(), meetings=meetings), format="ics")
    calendar = Calendar.from_ical(data)
    assert calendar.walk("VEVENT") == []
    assert str(calendar["x-wr-caldesc"]) == "2 meetings have no date and are not here."


def test_pdf_without_libreoffice_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(OutputError) as caught:
        convert(sample_memo(), as_of="2026-03-14")
    assert str(caught.value) == "format pdf: LibreOffice (soffice) is not installed; install it, or take --format docx"


def test_a_pdf_is_made_without_comments() -> None:
    body = Document(io.BytesIO(without_comments(sample_memo("security")))).element.body
    assert not list(body.iter(qn("w:commentReference"), qn("w:commentRangeStart"), qn("w:commentRangeEnd")))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_pdf_is_the_same_pdf_again() -> None:
    first, second = (convert(sample_memo("press"), as_of="2026-03-14") for _ in range(2))
    assert first.startswith(b"%PDF-")
    assert b"/CreationDate(D:20260314000000" in first
    assert first == second


@pytest.mark.parametrize(
    ("locale", "format", "audience", "words"),
    [
        ("fr_FR", "md", "base", "locale fr_FR: unknown"),
        ("es_MX", "odt", "base", "format odt: unknown"),
        ("es_MX", "md", "ministr", "did you mean “minister”"),
    ],
)
def test_what_is_unknown_is_said(locale: str, format: str, audience: str, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        render(sample_brief(), audience=audience, locale=locale, format=format)


def test_the_formats() -> None:
    assert tuple(WRITERS) == ("md", "docx", "ics", "pdf")


# ------------------------------------------------------------------ the same bytes

PROGRAM = """
import hashlib, sys, time
from pathlib import Path
from briefing.codec import read_brief
from briefing.render import render
from briefing.render.sample import sample_labels
brief = read_brief(Path(sys.argv[1]).read_text("utf-8"))
for audience in ("base", "security", "press"):
    for format in ("md", "docx", "ics"):
        data = render(brief, audience=audience, locale="es_MX", format=format, labels=sample_labels())
        print(hashlib.sha256(data).hexdigest())
"""


def test_the_same_brief_gives_the_same_bytes(tmp_path: Path) -> None:
    """Under another hash seed, in another time zone, in another locale, seconds later."""
    (tmp_path / "brief.yaml").write_text(write_brief(sample_brief()), "utf-8")
    outputs = set()
    for seed, zone, language in (("1", "UTC", "C"), ("2", "Pacific/Kiritimati", "es_MX.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / "brief.yaml")]
        outputs.add(subprocess.run(command, env=environment, capture_output=True, check=True, text=True, timeout=120).stdout)
    assert len(outputs) == 1
    assert len(set(outputs.pop().split())) >= 7


def test_two_memos_of_one_process_are_alike() -> None:
    first, second = (hashlib.sha256(memo_of(sample_brief(), audience="security")).hexdigest() for _ in range(2))
    assert first == second


def test_nothing_heavy_is_loaded_before_a_memo_is_asked_for() -> None:
    heavy = ("docx", "jinja2", "babel", "lxml", "yaml", "icalendar")
    code = f"import briefing.render, sys; print([name for name in {heavy} if name in sys.modules])"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]"


# ------------------------------------------------------------------ files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "memo.docx"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [entry.name for entry in path.parent.iterdir()] == ["memo.docx"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "memo.docx"
    write_atomically(path, b"old")
    monkeypatch.setattr(os, "fsync", _fail)
    with pytest.raises(OutputError, match=r"memo.docx: cannot be written \(No space left on device\)"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["memo.docx"]


def _fail(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "file" / "memo.md", b"x")


def test_a_note_shows_the_words_that_its_line_retells() -> None:
    """Whatever the language: the reader's own language comes first only where no one sentence was retold."""
    other = dataclasses.replace(
        sample_brief().facts[0].evidence[0], text="Noruega insiste en los plazos.", language="es", article="a1"
    )
    evidence = (*sample_brief().facts[0].evidence, other)
    told = {"evidence": evidence, "text": {"en": "Norway insists on the terms.", "es": "Noruega insiste."}}
    memo = {
        number: memo_of(
            with_first_fact(**told, basis={"en": "frame", "es": "native"}, told_from=told_from), format="md"
        ).decode()
        for number, told_from in ((0, {}), (1, {"en": len(evidence) - 1}))
    }
    assert "Article 1: “Noruega insiste en los plazos.”" not in memo[0]
    assert "[^1]: Article 1: “Noruega insiste en los plazos.”" in memo[1]


def test_a_note_quotes_what_its_line_points_at_unless_that_is_printed_above() -> None:
    """`context` of the edition: exact words of the same article, behind the line's own."""
    own = sample_brief().facts[0].evidence[0]
    earlier = dataclasses.replace(own, text="Norway had leased two ferries to Chile.")
    told = {"text": {"en": "Norway insists on the terms.", "es": "Noruega insiste."}, "basis": {"en": "frame", "es": "native"}}
    memo = memo_of(with_first_fact(**told, context={"en": (earlier,)}), format="md").decode()
    above = memo_of(with_first_fact(**told, context={"en": (own,)}), format="md").decode()
    assert "Earlier in article 2: “Norway had leased two ferries to Chile.”" in memo
    assert "Earlier in" not in above
    one = memo_of(with_first_fact(**told, evidence=(own,), context={"en": (earlier,)}), format="md").decode()
    assert "Earlier in that article: “Norway had" in one


def test_a_note_leads_to_the_key_fact_that_its_line_points_at() -> None:
    """What a key fact says in its source's words, or word by word, is not quoted; what it sums up or cuts short is."""
    first, second = sample_brief().facts[:2]
    memos = []
    for basis, text in (("native", first.text["en"]), ("frame", first.text["en"]), ("native", "Norway insists […]")):
        lines = {"en": text, "es": text}
        told = dataclasses.replace(first, basis={"en": basis, "es": basis}, told_from={"en": 0, "es": 0}, text=lines)
        points = dataclasses.replace(second, context={"en": (first.evidence[0],)})
        memos.append(memo_of(dataclasses.replace(sample_brief(), facts=(told, points)), format="md").decode())
    assert ["See fact 1." in memo for memo in memos] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Chile has failed to act.", "Chile has failed to act, according to the port office."),
        ("Chile paid 2.5 million at 9 a.m. on Monday.", "Chile paid 2.5 million at 9 a.m. on Monday."),
        ("Chile has failed to act. It will pay.", "Chile has failed to act. It will pay."),
        ("Norway: “Chile has failed to act.”", "Norway said in an official document: “Chile has failed to act.”"),
        ("Agenda: Chile has failed to act.", "Agenda: Chile has failed to act."),  # no quotation
    ],
)
def test_what_an_official_text_tells_is_not_the_memo_s_word(text: str, printed: str) -> None:
    told = {"text": {"en": text, "es": "Chile no cumplió."}, "basis": {"en": "native", "es": "native"}}
    memo = memo_of(with_first_fact(**told, attribution=("the port office",), rules=("voice:issuer",)), format="md").decode()
    assert f"1. {printed}" in memo


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Chile: “We will pay.”", "Chile dijo: “We will pay.”"),
        ("Chile y Noruega: “We will pay.”", "Chile y Noruega dijeron: “We will pay.”"),
        ("Chile: “Chile will pay.”", "Chile dijo: “Chile will pay.”"),
        ("Solheim: “Solheim will not pay.”", "“Solheim will not pay.”"),  # told by another
        ("El plan de Chile: pagar “de inmediato”", "El plan de Chile: pagar “de inmediato”"),  # words of others inside
    ],
)
def test_who_speaks_has_a_verb_before_the_quotation(text: str, printed: str) -> None:
    told = {"text": {"en": "Chile will pay.", "es": text}, "basis": {"en": "native", "es": "native"}}
    memo = memo_of(with_first_fact(**told), format="md", locale="es_ES").decode()
    assert f"1. {printed}[^" in memo


@pytest.mark.parametrize(
    ("units", "told"),
    [
        (("EUR", "EUR"), "sums differ"),
        (("EUR", "USD"), "sums differ"),
        (("hour", "minute"), "numbers differ"),  # an hour is no sum
        (("percent", "percent"), "percentages differ"),
        (("EUR", "percent"), "amounts differ"),
    ],
)
def test_only_money_comes_in_sums(units: tuple[str, str], told: str) -> None:
    conflict = next(c for c in sample_brief().conflicts if c.field == "amount")
    first, second = conflict.values[:2]
    values = tuple(dataclasses.replace(v, value=n, unit=u) for v, n, u in zip((first, second), ("1", "30"), units, strict=True))
    assert (
        told
        in memo_of(
            dataclasses.replace(sample_brief(), conflicts=(dataclasses.replace(conflict, values=values),)), format="md"
        ).decode()
    )


def test_no_date_beside_a_line_whose_words_do_not_give_it() -> None:
    dated = {"date": "2026-03-08", "text": {"en": "Norway insists.", "es": "Noruega insiste."}}
    shown = {
        elsewhere: memo_of(with_first_fact(**dated, date_elsewhere=elsewhere), format="md").decode()
        for elsewhere in ((), ("en",))
    }
    line = next(line for line in shown[()].splitlines() if "Norway insists." in line)
    assert "*March 8" in line
    assert "March 8\u00a0·" not in next(line for line in shown[("en",)].splitlines() if "Norway insists." in line)


@pytest.mark.parametrize(
    ("status", "date", "stands"),
    [
        ("cancelled", "2026-02", False),
        ("cancelled", "2026-05", True),
        ("postponed", "2026-02", True),
        ("upcoming", "2026-05", True),
    ],
)
def test_what_was_called_off_before_the_memo_is_no_upcoming_meeting(status: str, date: str, stands: bool) -> None:
    brief = sample_brief()
    one = dataclasses.replace(brief.meetings[0], status=status, date=date, text={"en": "A hearing.", "es": "Una audiencia."})
    memo = memo_of(dataclasses.replace(brief, meetings=(one,)), format="md").decode()
    assert ("A hearing." in memo) == stands


def test_a_conflict_names_its_subject_once() -> None:
    brief = sample_brief()
    line = "Call between A and B: May 3 (article 1) or May 4 (article 2)."
    conflict = dataclasses.replace(brief.conflicts[0], about=(brief.meetings[0].id,), text={"en": line, "es": line})
    memo = memo_of(dataclasses.replace(brief, conflicts=(conflict,)), format="md").decode()
    assert re.search(r"\*\*Call between A and B\*\* \([^)]+\): May 3 \(article 1\) or May 4 \(article 2\)\.", memo)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('"No habrá acuerdo."', "No habrá acuerdo."),
        ('"No," she said. "Never."', '"No," she said. "Never."'),
        ('"No," she said.', '"No," she said.'),
        ("No.", "No."),
    ],
)
def test_only_marks_around_all_the_words_are_taken_off(text: str, printed: str) -> None:
    assert unwrapped(text) == printed
