"""What was not used, and what is doubtful of a source, is said in the language of each edition."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from string import Formatter

import pytest
from memo_samples import memo_of, paragraphs_of

from briefing.codec import read_brief, write_brief
from briefing.ingest import read_articles
from briefing.ingest.refusals import left_out, refused
from briefing.localize.catalogs import catalog_of
from briefing.model import Skipped
from briefing.model.skipping import REASONS
from briefing.pipeline import read_week
from briefing.render.sample import sample_brief

VALUES = {
    "size": "20",
    "most": "5",
    "suffix": ".xyz",
    "known": ".txt .md",
    "language": "fr",
    "read": "en, es",
    "file": "a.txt",
    "published": "2026-01-02",
    "window": "2026-01-11/2026-01-17",
}


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_said_in_both_languages(code: str) -> None:
    spanish, english = (catalog_of(language).pgettext("skipped", REASONS[code]) for language in ("es", "en"))
    assert english == REASONS[code]
    assert spanish != english
    assert spanish % VALUES
    assert not list(Formatter().parse(spanish % VALUES))[1:]  # no placeholder is left


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        (
            "es_MX",
            [
                "a.pdf: los archivos .pdf no se leen: guárdelo como .txt",
                "b.txt: el idioma francés no se lee (solo inglés y español): se dejó fuera",
                "c.txt: publicado: 2 de enero de 2026, fuera de",
                "d.txt: el idioma cirílico no se lee",
                "e.txt: escrito por una persona",
            ],
        ),
        (
            "en_US",
            [
                "a.pdf: .pdf files are not read: save as .txt",
                "b.txt: language French is not read (only English and Spanish): left out",
                "c.txt: published January 2, 2026, outside",
                "d.txt: language Cyrillic is not read",
                "e.txt: escrito por una persona",
            ],
        ),
    ],
)
def test_a_memo_says_it_in_its_own_language(locale: str, words: list[str]) -> None:
    skipped = (
        left_out("a.pdf", refused("save_as_text", suffix=".pdf")),
        left_out("b.txt", refused("other_language", language="fr", read="en, es")),
        left_out("c.txt", refused("outside_window", published="2026-01-02", window="2026-01-11/2026-01-17")),
        left_out("d.txt", refused("other_language", language="Cyrillic", read="en, es")),
        Skipped(file="e.txt", reason="escrito por una persona"),
        Skipped(file="f.txt", reason="edited", code="too_large", values={}),
    )
    shown = "\n".join(paragraphs_of(memo_of(dataclasses.replace(sample_brief(), skipped=skipped), locale=locale)))
    shown = shown.replace("\u00a0", " ").replace("\u202f", " ")
    for line in words:
        assert line in shown
    assert "f.txt: edited" in shown


@pytest.mark.parametrize(
    ("locale", "unsure", "words"),
    [
        ("en_US", 1, "Another sentence may refer to a position or a meeting but was not clear"),
        ("en_US", 3, "Another three sentences may refer to positions or meetings but were not clear"),
        ("es_MX", 1, "Otra oración podría referirse a una postura o a un encuentro; no se incluye"),
        ("es_MX", 3, "Otras tres oraciones podrían referirse a posturas o encuentros; no se incluyen"),
        ("en_US", 0, ""),
    ],
)
def test_a_memo_counts_what_was_not_sure_enough(locale: str, unsure: int, words: str) -> None:
    brief = sample_brief()
    counted = dataclasses.replace(brief, coverage=dataclasses.replace(brief.coverage, unsure=unsure))
    shown = "\n".join(paragraphs_of(memo_of(counted, locale=locale))).replace("\u00a0", " ")
    assert words in shown
    assert ("Another" in shown) == (locale == "en_US" and unsure > 0)


def test_codes_survive_the_brief_and_its_words_stay_readable() -> None:
    skipped = (left_out("a.txt", refused("unreadable", "Permission denied")), left_out("b.txt", refused("empty")))
    text = write_brief(dataclasses.replace(sample_brief(), skipped=skipped))
    assert "cannot be read: check its permissions (Permission denied)" in text
    assert read_brief(text).skipped == skipped


def test_what_is_read_gives_codes(tmp_path: Path) -> None:
    files = {
        "a.pdf": b"x",
        "b.txt": b"",
        "c.txt": b"%PDF-1.7 x",
        "d.txt": b"a\0b",
        "e": b"x",
        "f.txt": b"3.14",
        "g.html": b"<p></p>",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "h.md").write_text(
        "---\ntitle: [open\n---\n\nEl gobierno de Chile dijo que no habrá reunión en Lima.\n", "utf-8"
    )
    _, skipped = read_articles([tmp_path, tmp_path / "nowhere"])
    assert {entry.file.rpartition("/")[2]: entry.code for entry in skipped} == {
        "a.pdf": "save_as_text",
        "b.txt": "empty",
        "c.txt": "pdf",
        "d.txt": "zero_bytes",
        "e": "no_suffix",
        "f.txt": "too_little_text",
        "g.html": "no_main_text",
        "h.md": "front_matter_no_yaml",
        "nowhere": "missing",
    }


def test_articles_outside_the_window_have_a_code(tmp_path: Path) -> None:
    (tmp_path / "2026-01-02-a.txt").write_text("El gobierno de Chile dijo que no habrá reunión en Lima.", "utf-8")
    reading = read_week([tmp_path], as_of="2026-01-17", window="2026-01-11/2026-01-17", today="2026-01-17")
    assert [(entry.code, entry.values["published"]) for entry in reading.skipped] == [("outside_window", "2026-01-02")]


@pytest.mark.parametrize(
    ("note", "spanish"),
    [
        (
            "future date: the metadata says 2031-01-01, which is after 2026-01-17; not used",
            "da una fecha futura, que no se usó",
        ),
        ("mojibake: “anunciÃ³”", "con caracteres dañados"),
        ("date: the date line says 2026-01-02, the dateline says 2026-01-09", "da dos fechas"),
        ("scrambled", "texto recibido con las oraciones en desorden"),
    ],
)
def test_a_note_on_a_source_is_said_in_its_language(note: str, spanish: str) -> None:
    brief = sample_brief()
    noted = dataclasses.replace(brief, articles=(dataclasses.replace(brief.articles[0], notes=(note,)), *brief.articles[1:]))
    shown = "\n".join(paragraphs_of(memo_of(noted, locale="es_MX")))
    assert spanish in shown
    assert "says" not in shown
