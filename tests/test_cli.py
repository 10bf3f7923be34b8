"""The commands as a user runs them: what they write, what they say, how they end."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.codec import read_brief, write_brief
from briefing.model import Evidence

WEEK = {
    "uno.txt": " date 2026-03-03 El gobierno de Chile rechazó la propuesta de Perú de desplegar tropas en la frontera.\n\n"
    "La canciller chilena, Rosa Díaz, se reunirá con el canciller peruano, Juan Quispe, el 12 de marzo de 2026 en Lima.\n",
    "two.md": "---\ntitle: Chile turns down troops\ndate: 2026-03-03\noutlet: The Andean Ledger\nlanguage: en\n---\n\n"
    "Chile rejected a proposal by Peru to deploy troops at the border, the Chilean foreign minister said on Tuesday.\n",
}


@pytest.fixture
def week(tmp_path: Path) -> Path:
    folder = tmp_path / "week"
    folder.mkdir()
    for name, text in WEEK.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def run(*arguments: object) -> int:
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as stop:  # argparse ends usage errors itself
        return int(stop.code or 0)


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


# ------------------------------------------------------------------ what is written


def test_run_writes_a_brief_and_four_memos(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", week, "--out", tmp_path / "out") == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"brief.yaml", "memo.base.es.docx", "memo.base.es.md", "memo.base.en.docx", "memo.base.en.md"}
    brief = read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8"))
    assert brief.as_of == "2026-03-03"
    assert {position.government for position in brief.positions} >= {"CL"}
    assert [meeting.date for meeting in brief.meetings if meeting.status == "upcoming"] == ["2026-03-12"]
    assert "2 articles read, 0 left out" in capsys.readouterr().out


def test_default_folder_is_the_week_of_the_brief(week: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("run", week, "--format", "md", "--lang", "en") == 0
    assert (tmp_path / "out" / "2026-W10" / "memo.base.en.md").is_file()


def test_json_for_scripts(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", week, "--out", tmp_path / "out", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["articles"] == 2
    assert len(told["written"]) == 5


def test_render_carries_what_a_person_edited(week: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("run", week, "--out", out, "--format", "md")
    brief = read_brief((out / "brief.yaml").read_text("utf-8"))
    first = brief.facts[0]
    edited = dataclasses.replace(first, text={**first.text, "en": "Words of the desk."}, basis={**first.basis, "en": "edited"})
    (out / "brief.yaml").write_text(write_brief(dataclasses.replace(brief, facts=(edited, *brief.facts[1:]))), "utf-8")
    assert run("render", out / "brief.yaml", "--format", "md") == 0
    assert "Words of the desk." in (out / "memo.base.en.md").read_text("utf-8")


def test_explain_shows_the_exact_words(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    run("run", week, "--out", out, "--format", "md")
    position = read_brief((out / "brief.yaml").read_text("utf-8")).positions[0]
    capsys.readouterr()
    assert run("explain", out / "brief.yaml", position.id) == 0
    told = capsys.readouterr().out
    assert position.evidence[0].text in told
    assert "made by:" in told
    assert position.rules[0] in told


def test_explain_an_unknown_id(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("run", week, "--out", tmp_path / "out", "--format", "md")
    assert run("explain", tmp_path / "out" / "brief.yaml", "f-nothing") == 3
    assert "there is no 'f-nothing'" in capsys.readouterr().err


def test_check_tells_three_faults_at_once(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    run("run", week, "--out", out, "--format", "md")
    path = out / "brief.yaml"
    text = (
        path.read_text("utf-8")
        .replace("schema: 1", "schema: one")
        .replace("as_of:", "asof:")
        .replace("kind: meeting", "kind: met")
    )
    path.write_text(text, "utf-8")
    capsys.readouterr()
    assert run("check", path) == 3
    faults = capsys.readouterr().err.splitlines()
    assert len(faults) >= 3
    assert all(f"{path}:" in fault for fault in faults)


# ------------------------------------------------------------------ bad input: one clear line, the rest comes out

BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("binary.txt", bytes(range(256)) * 40, "no text"),
    ("huge.txt", b"El gobierno de Chile. " * 1_000_000, "MB"),
    ("broken.pdf", b"%PDF-1.7 \x00", "pdf"),
    ("francais.txt", "Le ministre des affaires étrangères a rencontré hier son homologue à Paris. ".encode() * 8, "fr"),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_a_bad_file_is_left_out_and_named_in_the_memo(week: Path, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (week / name).write_bytes(data)
    assert run("run", week, "--out", tmp_path / "out", "--format", "md") == 0
    brief = read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8"))
    assert len(brief.articles) == 2
    assert [entry.file for entry in brief.skipped] == [name]
    assert words in brief.skipped[0].reason
    assert "\n" not in brief.skipped[0].reason
    for language in ("es", "en"):
        assert name in (tmp_path / "out" / f"memo.base.{language}.md").read_text("utf-8").replace("\\", "")


def test_front_matter_that_is_not_yaml(week: Path, tmp_path: Path) -> None:
    (week / "three.md").write_text(
        "---\ntitle: [open\ndate: 2026-03-02\n---\n\nChile denied the report on Monday, officials said.\n", "utf-8"
    )
    assert run("run", week, "--out", tmp_path / "out", "--format", "md") == 0
    brief = read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8"))
    assert "three.md" in {article.file for article in brief.articles} | {entry.file for entry in brief.skipped}
    told = [entry.reason for entry in brief.skipped] + [note for article in brief.articles for note in article.notes]
    assert any("front matter" in words for words in told)


def test_cp1252_is_read(week: Path, tmp_path: Path) -> None:
    (week / "tres.txt").write_bytes(
        " date 2026-03-02 El gobierno de España respaldó a Chile en la reunión de la región.\n".encode("cp1252")
    )
    assert run("run", week, "--out", tmp_path / "out", "--format", "md") == 0
    assert "España" in (tmp_path / "out" / "brief.yaml").read_text("utf-8")


def test_no_date_anywhere(tmp_path: Path) -> None:
    folder = tmp_path / "undated"
    folder.mkdir()
    (folder / "uno.txt").write_text(
        "El gobierno de Chile rechazó la propuesta de Perú de abrir la frontera a las tropas.\n", "utf-8"
    )
    assert run("run", folder, "--out", tmp_path / "out", "--format", "md") == 0
    brief = read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8"))
    assert brief.articles[0].published_basis == "unknown"


def test_a_date_in_the_future_is_not_trusted(week: Path, tmp_path: Path) -> None:
    (week / "cuatro.txt").write_text(
        " date 2031-01-01 El gobierno de Chile aceptó la propuesta de Perú sobre la frontera.\n", "utf-8"
    )
    assert run("run", week, "--as-of", "2026-03-04", "--out", tmp_path / "out", "--format", "md") == 0
    brief = read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8"))
    article = next(article for article in brief.articles if article.file == "cuatro.txt")
    assert article.published != "2031-01-01"
    assert any("future" in note or "after" in note for note in article.notes)


# ------------------------------------------------------------------ how it ends

ENDINGS = [
    (["run", "{tmp}/nowhere"], 2, "there is no such file or folder"),
    (["run", "{tmp}/void"], 3, "no article could be read"),
    (["run", "{week}", "--as-of", "yesterday"], 2, "--as-of yesterday: not a day"),
    (["run", "{week}", "--week", "2026-3"], 2, "not an ISO week"),
    (["run", "{week}", "--since", "2026-03-09", "--until", "2026-03-01"], 2, "the first day is after the last"),
    (["run", "{week}", "--audience", "nobody"], 5, "nobody"),
    (["check", "{tmp}/none.yaml"], 3, "cannot be read"),
    (["frobnicate"], 2, "invalid choice"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), ENDINGS, ids=[row[2] for row in ENDINGS])
def test_exit_codes(
    week: Path, tmp_path: Path, arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "void").mkdir()
    filled = [argument.format(tmp=tmp_path, week=week) for argument in arguments]
    if filled[0] == "run":
        filled += ["--out", str(tmp_path / "out"), "--format", "md"]
    assert run(*filled) == code
    assert words in capsys.readouterr().err


def test_nothing_reportable_has_its_own_code_and_an_honest_memo(tmp_path: Path) -> None:
    folder = tmp_path / "quiet"
    folder.mkdir()
    (folder / "receta.txt").write_text(
        " date 2026-03-02 La receta lleva harina, azúcar y un poco de sal. Se hornea despacio.\n", "utf-8"
    )
    assert run("run", folder, "--out", tmp_path / "out", "--format", "md") == 4
    assert (tmp_path / "out" / "memo.base.es.md").is_file()


def test_an_unwritable_folder(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    assert run("run", week, "--out", tmp_path / "file" / "out") == 6
    assert "--out" in capsys.readouterr().err


def test_a_window_leaves_articles_out_and_says_so(week: Path, tmp_path: Path) -> None:
    (week / "viejo.txt").write_text(
        " date 2026-01-05 El gobierno de Chile aceptó en enero la propuesta de Perú sobre aduanas.\n", "utf-8"
    )
    assert run("run", week, "--week", "2026-W10", "--out", tmp_path / "out", "--format", "md") == 0
    brief = read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8"))
    assert [entry.file for entry in brief.skipped] == ["viejo.txt"]
    assert brief.window == "2026-03-02/2026-03-08"


# ------------------------------------------------------------------ same input, same bytes


def test_the_same_bytes_under_other_hash_seeds_zones_and_file_orders(week: Path, tmp_path: Path) -> None:
    results = []
    for number, (seed, zone, order) in enumerate([("1", "UTC", 1), ("2", "America/Mexico_City", -1)]):
        out = tmp_path / f"out{number}"
        files = sorted(week.iterdir())[::order]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        command = [sys.executable, "-m", "briefing", "run", *map(str, files), "--as-of", "2026-03-04", "--out", str(out)]
        subprocess.run(command, check=True, env=environment, capture_output=True)
        results.append(hashes(out))
    assert results[0] == results[1]


def test_killing_a_run_leaves_the_old_memos_whole(week: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("run", week, "--out", out)
    before = hashes(out)
    for delay in (0.2, 0.6, 1.0):
        process = subprocess.Popen(
            [sys.executable, "-m", "briefing", "run", str(week), "--out", str(out)], stdout=subprocess.DEVNULL
        )
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        after = {name: value for name, value in hashes(out).items() if name in before}
        assert after == before  # the same articles: whether replaced or not, every file is whole


# ------------------------------------------------------------------ an earlier brief


def earlier(week: Path, tmp_path: Path) -> Path:
    """The brief of the week before, in which Chile wanted what it turns down now."""
    run("run", week, "--out", tmp_path / "before", "--format", "md")
    path = tmp_path / "before" / "brief.yaml"
    brief = read_brief(path.read_text("utf-8"))
    words = Evidence(article=brief.articles[0].id, start=0, stop=6, text="Others", language="en")
    positions = tuple(
        dataclasses.replace(one, id=f"{one.id}x", stance="supports", evidence=(words,), told_from={}) for one in brief.positions
    )
    path.write_text(write_brief(dataclasses.replace(brief, as_of="2026-02-24", positions=positions)), "utf-8")
    return path


@pytest.mark.parametrize("folder", [False, True])
def test_previous_marks_what_has_moved(week: Path, tmp_path: Path, folder: bool) -> None:
    path = earlier(week, tmp_path)
    out = tmp_path / "out"
    assert run("run", week, "--out", out, "--format", "md", "--previous", path.parent if folder else path) == 0
    brief = read_brief((out / "brief.yaml").read_text("utf-8"))
    assert brief.previous == "2026-02-24"
    assert [(one.change, one.was) for one in brief.positions if one.stance == "rejects"] == [("moved", "supports")]
    assert "moved, before: supports" in (out / "memo.base.en.md").read_text("utf-8")
    assert "cambió; antes: apoya" in (out / "memo.base.es.md").read_text("utf-8")
    first = hashes(out)
    assert run("render", out / "brief.yaml", "--format", "md") == 0
    assert run("render", out / "brief.yaml", "--format", "md", "--previous", path) == 0
    assert hashes(out) == first


PREVIOUS = [
    ("nowhere.yaml", None, "cannot be read"),
    ("bad.yaml", "schema: [", "bad.yaml"),
    ("faulty.yaml", "as_of: 2026-02-24\nwindow: x\nfacts: [{id: a}]\n", "more; see `briefing check`"),
    ("later.yaml", "schema: 1\nas_of: '2026-03-10'\nwindow: 2026-03-04/2026-03-10\n", "not before this brief's 2026-03-03"),
]


@pytest.mark.parametrize(("name", "text", "words"), PREVIOUS, ids=[row[0] for row in PREVIOUS])
def test_a_bad_earlier_brief_is_one_line_and_the_run_goes_on(
    week: Path, tmp_path: Path, name: str, text: str | None, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    assert run("run", week, "--out", tmp_path / "out", "--format", "md", "--previous", tmp_path / name) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert told[0].startswith("briefing: --previous: ")
    assert words in told[0]
    assert read_brief((tmp_path / "out" / "brief.yaml").read_text("utf-8")).previous is None


# ------------------------------------------------------------------ annotate and templates


def test_annotate_in_three_forms(week: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("annotate", week / "uno.txt") == 0
    view = capsys.readouterr().out
    assert "rechazar" in view
    assert "2026-03-12 (explicit)" in view
    assert "person:juan quispe" in view
    assert run("annotate", week / "uno.txt", "--json") == 0
    docs = json.loads(capsys.readouterr().out)["docs"]
    assert docs[0]["sentences"][0]["tokens"]
    assert run("annotate", week / "uno.txt", "--html") == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert "<svg" in page
    assert "http" not in page


def test_annotate_knows_what_the_user_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.txt").write_text("The government of Atlantis rejected the proposal on Monday.\n", "utf-8")
    (tmp_path / "own" / "actors").mkdir(parents=True)
    (tmp_path / "own" / "actors" / "own.yaml").write_text(
        "- {id: XA, kind: country, names: {es: [Atlántida], en: [Atlantis]}}\n", "utf-8"
    )

    def actors(*options: object) -> set[str]:
        assert run("annotate", tmp_path / "x.txt", "--json", *options) == 0
        (doc,) = json.loads(capsys.readouterr().out)["docs"]
        return set(doc.get("actors", {}))

    assert "XA" not in actors()
    assert "XA" in actors("--knowledge", tmp_path / "own")


def test_annotate_escapes_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.txt").write_text("El gobierno de Chile rechazó <script>alert(1)</script> la propuesta de Perú.\n", "utf-8")
    assert run("annotate", tmp_path / "x.txt", "--html") == 0
    assert "<script>" not in capsys.readouterr().out


def test_audiences_are_looked_up_from_near_to_far(
    week: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Command line, project folder, user folder, package; in each, the locale's own file first."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    places = {"given": "given", "project": "templates", "user": "home/briefing/templates"}
    seen = []
    for name in reversed(places):
        folder = tmp_path / places[name] / "minister"
        folder.mkdir(parents=True)
        (folder / "audience.yaml").write_text(f"address: {{to: {{en: From the {name}, es: Del {name}}}}}\n", "utf-8")
        for suffix in ("", ".es", ".es-MX"):
            (folder / f"memo{suffix}.md.j2").write_text(f"{name}{suffix}: {{{{ memo.to }}}}\n", "utf-8")
            options = ["--templates", tmp_path / "given"] if name == "given" else []
            run("run", week, "--out", "out", "--audience", "minister", "--format", "md", *options)
            seen.append([(tmp_path / "out" / f"memo.minister.{code}.md").read_text("utf-8").strip() for code in ("es", "en")])
    assert seen == [
        [f"{name}{suffix}: Del {name}", f"{name}: From the {name}"]
        for name in reversed(places)
        for suffix in ("", ".es", ".es-MX")
    ]
    capsys.readouterr()
    assert run("templates", "list") == 0
    assert "minister       md.j2  templates/minister/memo.es-MX.md.j2  (in templates)" in capsys.readouterr().out


def test_a_folder_of_templates_that_is_not_there(week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", week, "--out", tmp_path / "out", "--templates", tmp_path / "nowhere") == 2
    assert "--templates" in capsys.readouterr().err


def test_templates_for_a_new_audience(
    week: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("templates", "new", "desk", "--from", "minister") == 0
    assert run("templates", "check", "templates/desk/memo.docx") == 0
    assert run("templates", "list") == 0
    assert "minister" in capsys.readouterr().out
    assert run("templates", "fields") == 0
    assert (tmp_path / "fields.docx").stat().st_size > 5000
    assert run("run", week, "--out", "out", "--audience", "desk", "--templates", "templates", "--format", "md") == 0
    assert (tmp_path / "out" / "memo.desk.es.md").is_file()


# ------------------------------------------------------------------ what a newcomer tries


def test_undated_articles_are_said_to_be_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "week"
    folder.mkdir()
    (folder / "a.txt").write_text("Chile rejected the proposal of Peru to close the border, its minister said.", "utf-8")
    run("run", folder, "--format", "md", "--lang", "en", "--out", tmp_path / "out")
    printed = capsys.readouterr().out
    assert "1 article read" in printed
    assert "no date of publication: a.txt; the brief is dated" in printed


def test_a_copy_that_differs_by_a_space_adds_no_item(week: Path, tmp_path: Path) -> None:
    run("run", week, "--format", "md", "--out", tmp_path / "one")
    for path in sorted(week.iterdir()):
        copy = path.read_text("utf-8").replace(" the ", "  the ").replace(" la ", "  la ")
        (week / f"copy-{path.name}").write_text(copy, "utf-8")
    run("run", week, "--format", "md", "--out", tmp_path / "two")
    one, two = (read_brief((tmp_path / name / "brief.yaml").read_text("utf-8")) for name in ("one", "two"))
    assert [len(fact.evidence) for fact in two.facts] == [2 * len(fact.evidence) for fact in one.facts]
    assert len(two.positions) == len(one.positions)
    assert run("check", tmp_path / "two" / "brief.yaml") == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lang", "fr"], "--lang fr: memos are written in es and en"),
        (["--knowledge", "nosuch"], "nosuch: there is no such folder of knowledge"),
        (["--templates", "nosuch"], "--templates nosuch: there is no such folder"),
    ],
)
def test_wrong_options_are_one_line(
    week: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert run("run", week, "--out", tmp_path / "out", *options) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("text", "said"), [("", "found an empty file"), ("- a\n", "found a list")])
def test_what_is_no_brief_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(text, "utf-8")
    assert run("check", path) == 3
    assert said in capsys.readouterr().err
