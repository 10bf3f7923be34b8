"""Copies, near-copies and origins; and that a large folder takes linear time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import read_articles
from briefing.ingest.duplicates import POSTINGS, assign_origins, find_copies
from briefing.model import Article, Skipped

WORDS = """
    ministro acuerdo frontera puerto carga trenes aduana cosecha informe presupuesto canal vecinos reunión propuesta gobierno
    rechazó anunció firmó presentó visitó durante semana después nuevos grandes planes según prensa costa región norte
""".strip()
NONE: frozenset[str] = frozenset()


def story(seed: int, words: int = 120) -> str:
    """A text of its own: the same seed is the same text."""
    generator = random.Random(seed)
    sentences = [" ".join(generator.choices(WORDS.split(), k=12)).capitalize() + " en la capital." for _ in range(words // 12)]
    return " ".join(sentences)


def read(folder: Path, *texts: str) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    for index, text in enumerate(texts):
        (folder / f"{index}.txt").write_text(text, encoding="utf-8")
    return read_articles([folder])


def test_the_same_text_is_counted_once(tmp_path: Path) -> None:
    articles, skipped = read(tmp_path, story(1), story(2), f"{story(1)}\r\n")
    assert [article.file for article in articles] == ["0.txt", "1.txt"]
    reason = "same text as 0.txt; counted once"
    assert skipped == (Skipped(file="2.txt", reason=reason, code="same_text", values={"file": "0.txt"}),)


def test_a_reprint_is_kept_and_shares_the_origin(tmp_path: Path) -> None:
    articles, skipped = read(
        tmp_path, f"date 2025-03-04 {story(1)}", story(2), f"date 2025-03-05\n\nOtro título del día\n\n{story(1)} Fin."
    )
    assert not skipped
    assert [article.origin for article in articles] == ["o1", "o2", "o1"]
    assert articles[0].notes == ("near-duplicate: of 2.txt (100 % of the shorter text in common)",)
    assert articles[2].notes[0].startswith("near-duplicate: of 0.txt")


def test_a_shortened_copy_is_found_by_its_containment(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, story(1, 600), story(1, 600)[:1500])
    assert articles[0].origin == articles[1].origin


def test_one_form_of_words_for_two_subjects_is_no_copy(tmp_path: Path) -> None:
    order = " ".join(
        f"{story(1, 48)} The duty on goods of {{0}} is paused, since {{0}} has acted, as {{0}} says." for _ in range(3)
    )
    articles, _ = read(tmp_path, *(order.format(country) for country in ("Norway", "Iceland")))
    assert articles[0].origin != articles[1].origin


def test_texts_of_one_subject_are_no_copies(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, *(story(seed, 400) for seed in range(6)))
    assert len({article.origin for article in articles}) == 6
    assert not any(note.startswith("near") for article in articles for note in article.notes)


def test_a_shared_agency_lowers_the_bar(tmp_path: Path) -> None:
    half = story(1, 240)
    texts = [half + " " + story(2, 360), half + " " + story(3, 360)]
    plain, _ = read(tmp_path, *texts)
    assert plain[0].origin != plain[1].origin
    signed, _ = read(tmp_path, f"LIMA, 3 mar (EFE).- {texts[0]}", f"{texts[1]}\n(con información de EFE)")
    assert signed[0].origin == signed[1].origin
    assert signed[0].notes[-1].endswith("both from EFE)")


def test_articles_of_one_outlet_share_the_origin(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, f"Medio: El Faro\n\n{story(1)}", story(2), f"Fuente: EL FARO\n\n{story(3)}")
    assert [article.origin for article in articles] == ["o1", "o2", "o1"]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["uno dos"], ["uno dos", "uno dos"], ["a b c d e"] * 2])
def test_texts_too_short_to_compare(texts: list[str]) -> None:
    assert find_copies(texts, [NONE] * len(texts)) == []


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=8))
def test_origins_are_numbered_in_order(pairs: list[tuple[int, int]]) -> None:
    from briefing.ingest.duplicates import Copy

    copies = [Copy(earlier=min(p), later=max(p), overlap=1) for p in pairs]
    origins = assign_origins(7, copies, [None] * 7)
    firsts = list(dict.fromkeys(origins))
    assert firsts == [f"o{i + 1}" for i in range(len(firsts))]
    assert all(origins[copy.earlier] == origins[copy.later] for copy in copies)


def test_many_copies_of_one_text_make_few_pairs() -> None:
    """Each is compared with the first few only: of two thousand there would be two million pairs."""
    texts = [f"{story(1, 600)} {n}" for n in range(2_000)]
    copies = find_copies(texts, [NONE] * len(texts))
    assert len(set(assign_origins(len(texts), copies, [None] * len(texts)))) == 1
    assert len(copies) <= POSTINGS * len(texts)


def test_a_thousand_articles_are_all_read(tmp_path: Path) -> None:
    for seed in range(1_000):
        (tmp_path / f"{seed:04}.txt").write_text(f"date 2025-03-04\n\n{story(seed, 700)}", encoding="utf-8")
    articles, _ = read_articles([tmp_path])
    assert len(articles) == 1_000
