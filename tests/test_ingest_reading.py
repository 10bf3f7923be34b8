"""Reading: bytes to text, formats to sources, files to articles; every kind of bad input with its one clear line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ArticleError
from briefing.ingest import READERS, decode, read_articles
from briefing.ingest.decode import damage, declared_encoding, normalize_newlines
from briefing.ingest.files import MAX_BYTES
from briefing.ingest.language import identify_language
from briefing.ingest.lines import unwrap
from briefing.ingest.markdown import holds_markup, read_markdown, resolve_inline
from briefing.model import Article, Skipped

BODY = "El gobierno de Chile anunció el martes que reabrirá su embajada en Caracas, según dijo el canciller a la prensa."
OTHER = "La ministra de Agricultura de Uruguay rechazó la propuesta argentina sobre la miel y pidió una nueva reunión en abril."


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def one(folder: Path, name: str, content: str | bytes) -> Article:
    articles, skipped = read_articles([write(folder, {name: content})])
    assert not skipped
    return articles[0]


def reason(folder: Path, name: str, content: str | bytes) -> str:
    """The reason for leaving the file out; a good file beside it must still come out."""
    articles, skipped = read_articles([write(folder, {name: content, "zz_good.txt": BODY})])
    assert [article.file for article in articles] == ["zz_good.txt"]
    assert [entry.file for entry in skipped] == [name]
    assert "\n" not in skipped[0].reason
    return skipped[0].reason


# ------------------------------------------------------------------ encodings

ENCODED = [
    ("España y México", "utf-8", "utf-8"),
    ("España y México", "utf-8-sig", "utf-8"),
    ("España y México", "cp1252", "cp1252"),
    ("“Ñandú” – dijo", "cp1252", "cp1252"),
    ("España", "utf-16", "utf-16-le"),
    ("plain words", "ascii", "utf-8"),
    ("<meta charset='iso-8859-1'>España €", "cp1252", "cp1252"),
    ("<meta charset='iso-8859-1'>España", "utf-8", "utf-8"),  # declared wrongly: valid UTF-8 does not come by chance
    ("<meta charset='utf-8'>España", "cp1252", "cp1252"),  # declared wrongly the other way round
    ("<?xml version='1.0' encoding='iso-8859-15'?><p>España €</p>", "iso-8859-15", "iso8859-15"),
]


@pytest.mark.parametrize(("text", "written", "read"), ENCODED)
def test_decode(text: str, written: str, read: str) -> None:
    assert decode(text.encode(written)) == (text, read)


def test_a_broken_byte_does_not_spoil_the_rest() -> None:
    text, encoding = decode("Añorábamos la montaña después".encode() + b"\xff fin")
    assert (text, encoding) == ("Añorábamos la montaña después\ufffd fin", "utf-8")
    assert damage(text) == "lost characters: 1 could not be decoded; save the original again as UTF-8"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), max_size=200))
def test_every_text_in_utf8_comes_back(text: str) -> None:
    try:
        assert decode(text.encode())[0] == text
    except ArticleError:
        assert sum(ord(c) < 32 for c in text) or text.startswith(("%PDF", "{\\rtf", "GIF8"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except ArticleError as error:
        text = str(error)
    assert "\r" not in normalize_newlines(text)


@pytest.mark.parametrize("text", ["España", "Ça va", "Âge d’or", "SÃO PAULO", "Ãàç", "10 €", "Ã y Â"])
def test_sound_text_is_not_called_damaged(text: str) -> None:
    assert damage(text) is None


@pytest.mark.parametrize("text", ["EspaÃ±a", "“MÃ©xicoâ€\u009d", "dijo que â€œnoâ€", "PeÃ±a Nieto", "Ã\u00adndice"])
def test_mojibake_is_noticed(text: str) -> None:
    assert (damage(text) or "").startswith("mojibake: ")


def test_declared_encoding_unknown_to_python() -> None:
    assert declared_encoding(b"<meta charset='klingon'>") is None


# ------------------------------------------------------------------ line breaks

WRAPPED = """\
Mongolia Sells Cashmere to Peru
date 2025-03-04

Mongolia will sell raw cashmere to weavers in southern Peru, the two
governments said on Tuesday after a year of talks about prices and
quotas. The first shipment leaves in May, and the last one is planned for
the end of the year.

-   The price is fixed for three years, according to the text that was
    published in Lima.
-   The quota is 300 tonnes.
"""


def test_wrapped_lines_become_paragraphs() -> None:
    lines = unwrap(WRAPPED).split("\n")
    assert lines[:2] == ["Mongolia Sells Cashmere to Peru", "date 2025-03-04"]
    assert lines[3].startswith("Mongolia will sell")
    assert lines[3].endswith("end of the year.")
    assert lines[5].endswith("the text that was published in Lima.")
    assert lines[6] == "-   The quota is 300 tonnes."


@pytest.mark.parametrize(
    "text",
    [
        "Uno dijo que sí.\nOtro dijo que no.\nEl tercero calló.\nNadie más habló.\nSe fueron todos.\nFin.",
        f"{BODY}\n{OTHER}\n{BODY}\n{OTHER}\n{BODY}\n{OTHER}",
        "P: ¿Por qué se cerró el muelle de Kara a los barcos?\nR: Porque hay obras hasta el mes de mayo.\n" * 6,
        "PREGUNTA: ¿Sí?\nRESPUESTA: No.\nPREGUNTA: ¿Por qué?\nRESPUESTA: Porque no hay acuerdo entre ellas.\n- Gracias.\nNada.",
    ],
)
def test_a_paragraph_a_line_stays(text: str) -> None:
    assert unwrap(text) == text


@given(st.text(st.sampled_from("ab \n-.é"), max_size=400))
def test_unwrapping_keeps_the_words(text: str) -> None:
    assert unwrap(text).split() == text.split()


# ------------------------------------------------------------------ Markdown

FRONT = """\
---
título: Chile reabre su embajada
fecha: 2025-03-04
Outlet: El Faro
url: https://faro.example/1
language: es
tags: [a, b]
---
"""


def test_front_matter(tmp_path: Path) -> None:
    article = one(tmp_path, "a.md", f"{FRONT}\n# Chile reabre su embajada\n\n{BODY}\n")
    assert (article.title, article.outlet, article.url) == ("Chile reabre su embajada", "El Faro", "https://faro.example/1")
    assert (article.published, article.published_basis) == ("2025-03-04", "metadata")
    assert [(m.kind, m.rule) for m in article.marks] == [("metadata", "front_matter"), ("title", "markup_heading")]
    assert article.marks[0].span.of(article.text) == FRONT.rstrip()


@pytest.mark.parametrize(
    ("yaml", "words"),
    [
        ("title: [unclosed", "front matter is not YAML"),
        ("title: a: b: c", "front matter is not YAML"),
        ("a: &x [1, 2]\nb: *x", "aliases"),
        ("just words", "front matter is not a list"),
        ("title: one\ntitle: two", "stands twice"),
        ("title: !!python/object/apply:os.system [ls]", ""),
    ],
)
def test_bad_front_matter_costs_no_article(tmp_path: Path, yaml: str, words: str) -> None:
    articles, skipped = read_articles([write(tmp_path, {"a.md": f"---\n{yaml}\n---\n\n{BODY}\n"})])
    assert articles[0].marks[0].span.of(articles[0].text) == f"---\n{yaml}\n---"
    assert len(skipped) == bool(words)
    assert all(words in entry.reason and entry.file == "a.md" and "\n" not in entry.reason for entry in skipped)


INLINE = [
    ("**Comercio**: el *ministro* dijo", "Comercio: el ministro dijo"),
    ("según [el diario](https://x.example/a) de hoy", "según el diario de hoy"),
    ("![un puerto](a.jpg)El puerto", "El puerto"),
    ('<span style="x">Sec. 1.</span> Texto', "Sec. 1. Texto"),
    ("> cita de un texto", "cita de un texto"),
    ("a<!-- b -->c", "ac"),
    ("5 * 3 * 2 y snake_case_name", "5 * 3 * 2 y snake_case_name"),
    ("si a < b y c > d", "si a < b y c > d"),
    (r"1\. Uno", "1. Uno"),
    ("AT&amp;T", "AT&T"),
    ("***", ""),
]


@pytest.mark.parametrize(("markup", "text"), INLINE)
def test_inline_markup(markup: str, text: str) -> None:
    assert resolve_inline(markup) == text


def test_markdown_headings_are_marked() -> None:
    source = read_markdown(f"## Uno\n\n{BODY}\n\n### Dos ###\n\n{OTHER}\n")
    assert [mark.span.of(source.text) for mark in source.marks] == ["Uno", "Dos"]


def test_a_text_file_with_markup_is_read_as_markdown(tmp_path: Path) -> None:
    article = one(tmp_path, "a.txt", f"**Chile**: {BODY}\n\n**Uruguay**: {OTHER}\n")
    assert article.text.startswith("Chile: El gobierno")
    assert article.notes[0] == "read as Markdown: the file holds markup"
    assert not holds_markup("un asterisco * y otro * y ** nada")


# ------------------------------------------------------------------ HTML

PAGE = f"""<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Chile reabre su embajada | El Faro</title>
<link rel="canonical" href="https://faro.example/embajada"><meta property="og:site_name" content="El Faro">
<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage", "datePublished": "2020-01-01"}},
{{"@type": ["NewsArticle"], "headline": "Chile reabre su embajada", "datePublished": "2025-03-04T09:00:00-03:00",
"publisher": {{"name": "El Faro"}}}}]}}</script></head><body><nav><a href="/">Inicio</a> <a href="/p">Política</a></nav>
<article><h1>Chile reabre su embajada</h1><p>{BODY}</p><h2>Una larga pausa</h2><p>{OTHER}</p>
<ul><li>Primera visita: mayo de 2025</li><li>Segunda visita: junio de 2025</li></ul>
<p>El acuerdo fue firmado por ambos cancilleres.<br>La firma fue breve.</p></article>
<script>alert(1)</script><footer>Todos los derechos reservados</footer></body></html>"""


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.txt"])
def test_a_page(tmp_path: Path, name: str) -> None:
    article = one(tmp_path, name, PAGE)
    assert (article.title, article.outlet) == ("Chile reabre su embajada", "El Faro")
    assert (article.url, article.published) == ("https://faro.example/embajada", "2025-03-04")
    assert article.published_basis == "metadata"
    paragraphs = article.text.split("\n\n")
    assert paragraphs[:4] == ["Chile reabre su embajada", BODY, "Una larga pausa", OTHER]
    assert "- Primera visita: mayo de 2025" in paragraphs
    assert "El acuerdo fue firmado por ambos cancilleres.\nLa firma fue breve." in article.text
    assert "alert" not in article.text
    assert "Inicio" not in article.text
    assert [(m.kind, m.span.of(article.text)) for m in article.marks] == [
        ("title", "Chile reabre su embajada"),
        ("heading", "Una larga pausa"),
    ]


def test_a_page_in_cp1252(tmp_path: Path) -> None:
    article = one(tmp_path, "a.html", PAGE.replace("utf-8", "iso-8859-1").encode("cp1252"))
    assert BODY in article.text


def test_a_page_without_text(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.html", "<html><body><script>x</script></body></html>").startswith("no main text")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + BODY,
        PAGE.replace("2025-03-04T", '"], "x": ["'),
        PAGE + "<" * 1000,
        PAGE.replace("</p>", ""),
        "<html" * 50,
    ],
)
def test_hostile_pages_are_read_or_refused(tmp_path: Path, page: str) -> None:
    articles, skipped = read_articles([write(tmp_path, {"a.html": page})])
    assert len(articles) + len(skipped) == 1


# ------------------------------------------------------------------ bad input


def test_bad_files(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.txt", "") == "the file is empty"
    assert reason(tmp_path, "a.txt", " \n\r\n\t ") == "the file is empty"
    assert reason(tmp_path, "a.txt", b"\x7fELF\x01\x00\x00\x02" * 50).startswith("this is no text")
    assert reason(tmp_path, "a.txt", bytes(range(1, 32)) * 20).startswith("this is no text")
    assert reason(tmp_path, "a.txt", b"%PDF-1.7 ...").startswith("this is a PDF document: save its text as .txt")
    assert reason(tmp_path, "a.txt", "3.14").startswith("too little text")


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_formats_to_save_as_text(tmp_path: Path, suffix: str) -> None:
    assert reason(tmp_path, f"a{suffix}", b"x") == f"{suffix} files are not read: save as .txt"


def test_unknown_suffix(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.xyz", b"x").endswith("known are " + " ".join(READERS))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    assert (
        reason(tmp_path, "a.txt", b"palabra " * (20_000_000 // 8))
        == "20 MB is more than the 5 MB that an article may have: split the file"
    )
    assert MAX_BYTES == 5_000_000


FOREIGN = [
    (
        "fr",
        "Le ministre des Affaires étrangères a déclaré que la France ne participera pas à cette réunion, selon un communiqué.",
    ),
    ("pt", "O ministro das Relações Exteriores disse que o Brasil não vai participar da reunião, segundo uma nota do governo."),
    ("it", "Il ministro degli Esteri ha detto che l'Italia non parteciperà alla riunione, secondo una nota del governo."),
    (
        "de",
        "Der Außenminister sagte, dass Deutschland nicht an dem Treffen teilnehmen werde, wie aus einer Erklärung hervorgeht.",
    ),
    (
        "ca",
        "El ministre d'Afers Estrangers va dir que el govern no participarà en aquesta reunió, segons un comunicat seu.",
    ),
    ("Cyrillic", "Министр иностранных дел заявил, что страна не будет участвовать в этой встрече на следующей неделе."),
]


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_other_languages_are_left_out_by_name(tmp_path: Path, code: str, text: str) -> None:
    assert reason(tmp_path, "a.txt", text).startswith(f"language {code} is not read (only en, es)")


def test_a_tie_with_a_language_that_is_not_read() -> None:
    """Names and `el`, `de`, `a que`, which are Catalan too."""
    text = "El canciller condicionó el viaje a que Panamá retire la multa. El ministro de Salud exhortó a Panamá a firmar."
    assert identify_language(text) == "es"


def test_a_declared_language_decides_only_where_the_text_does_not(tmp_path: Path) -> None:
    assert one(tmp_path / "1", "a.md", "---\nlanguage: es-MX\n---\nBogotá 24, Lima 31, Quito 12.\n").language == "es"
    assert one(tmp_path / "2", "a.md", f"---\nlanguage: en\n---\n{BODY}\n").language == "es"


def test_an_empty_folder_and_a_missing_path(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    articles, skipped = read_articles([empty, tmp_path / "nowhere"])
    assert articles == ()
    assert [entry.reason for entry in skipped] == [
        "the folder is empty: put .txt, .md or .html files there",
        "not found; check the path",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": BODY})
    (tmp_path / "a.txt").chmod(0)
    assert read_articles([tmp_path])[1][0].reason.endswith("check its permissions")


def test_an_error_of_the_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    articles, skipped = read_articles([write(tmp_path, {"a.txt": BODY})])
    assert articles == ()
    reason = "cannot be read: check its permissions (Permission denied)"
    assert skipped == (Skipped(file="a.txt", reason=reason, code="unreadable"),)


# ------------------------------------------------------------------ folders


def test_folders_are_read_with_what_is_below_them(tmp_path: Path) -> None:
    write(tmp_path, {"b.txt": BODY, "sub/a.md": OTHER, ".hidden.txt": BODY, ".git/x.txt": BODY})
    articles, skipped = read_articles([tmp_path])
    assert [(a.id, a.file) for a in articles] == [("a1", "b.txt"), ("a2", "sub/a.md")]
    assert skipped == ()


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"b.txt": BODY, "a.txt": OTHER, "sub/c.txt": "date 2025-03-04 The minister said that the talks will go on in Riga."},
    )
    paths = [tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "sub"]
    assert read_articles(paths) == read_articles(paths[::-1])
    assert read_articles([*paths, tmp_path / "b.txt"]) == read_articles(paths)


def test_links_that_leave_the_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"out/secret.txt": BODY, "in/good.txt": OTHER})
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "out/secret.txt")
    (tmp_path / "in/folder").symlink_to(tmp_path / "out")
    (tmp_path / "in/lost.txt").symlink_to(tmp_path / "in/nothing.txt")
    (tmp_path / "in/loop.txt").symlink_to(tmp_path / "in/loop.txt")
    (tmp_path / "in/same.txt").symlink_to(tmp_path / "in/good.txt")
    articles, skipped = read_articles([tmp_path / "in"])
    assert [article.file for article in articles] == ["good.txt"]
    assert [entry.file for entry in skipped] == ["folder", "link.txt", "loop.txt", "lost.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert read_articles([tmp_path])[1] == (Skipped(file="pipe.txt", reason="not a regular file", code="not_regular"),)


# ------------------------------------------------------------------ articles


def test_line_breaks_are_normalized_and_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    unix, windows = f"{BODY}\n{OTHER}\n", f"{BODY}\r\n{OTHER}\r\n"
    first, second = one(tmp_path / "1", "a.txt", unix), one(tmp_path / "2", "a.txt", windows)
    assert first.text == second.text == unix
    assert first.sha256 != second.sha256


def test_damage_is_noted_and_nothing_is_changed(tmp_path: Path) -> None:
    broken = BODY.encode().decode("cp1252")
    article = one(tmp_path, "a.txt", broken)
    assert article.text == broken
    assert article.notes[0].startswith("mojibake: “anunciÃ³”")
    assert one(tmp_path / "2", "a.txt", BODY.encode("cp1252")).notes[0] == "encoding: read as cp1252"


def test_outlet_from_the_dateline(tmp_path: Path) -> None:
    assert one(tmp_path, "a.txt", f"SANTIAGO, 4 mar (EFE).- {BODY}").outlet == "EFE"
    assert one(tmp_path / "2", "a.txt", BODY).outlet is None


@given(
    st.lists(
        st.sampled_from([BODY, OTHER, "Publicidad", "date 2025-03-04", "“Sí”, dijo.", "", "LIMA, 3 mar (EFE) - "]), max_size=8
    )
)
def test_marks_quote_the_stored_text(lines: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        articles, skipped = read_articles([path])
    assert len(articles) + len(skipped) == 1
    for article in articles:
        assert all(0 <= m.span.start < m.span.stop <= len(article.text) for m in article.marks)
        assert list(article.marks) == sorted(article.marks, key=lambda m: m.span)


def test_lines_that_are_a_link_and_nothing_else_lead_elsewhere() -> None:
    text = (
        "# Latvia shuts a bridge\n\n[World](https://example.org/w)\n\n"
        "Latvia shut the bridge at night, its minister said on Monday.\n\n"
        "[Estonia expels a consul](https://example.org/1)\n\nThe [ministry](https://example.org/m) gave no date.\n\n"
        "- [Finland signs a pact](https://example.org/2)\n- a bridge of iron\n"
    )
    source = read_markdown(text)
    links = [mark.span.of(source.text) for mark in source.marks if mark.kind == "link_list"]
    assert links == ["Estonia expels a consul", "- Finland signs a pact"]


def test_an_address_is_no_outlet() -> None:
    source = read_markdown("---\nsource: https://example.org/a\n---\n# Latvia shuts a bridge\n\nIt shut it, officials said.\n")
    assert dict(source.fields) == {"url": "https://example.org/a"}
