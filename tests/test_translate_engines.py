"""The engines' real code: Apertium as installed, a CTranslate2 model made here, an endpoint on loopback that misbehaves."""

from __future__ import annotations

import gc
import logging
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback import KEY, Answer, Handler, Server, listening, says, status

from briefing.errors import BriefingError
from briefing.translate import Settings, TranslationError, make_translator
from briefing.translate.apertium import Apertium
from briefing.translate.endpoint import Endpoint

# ------------------------------------------------------------------ Apertium


def has_apertium() -> bool:
    program = shutil.which("apertium")
    listed = subprocess.run([program, "-l"], capture_output=True, check=False).stdout if program else b""
    return b"spa-eng" in listed


needs_apertium = pytest.mark.skipif(not has_apertium(), reason="apertium and apertium-eng-spa are not installed")


@needs_apertium
def test_apertium_translates_both_ways() -> None:
    assert "port" in Apertium().translate("El puerto cerró\nayer.", "es", "en")
    assert "puerto" in Apertium().translate("The port closed yesterday.", "en", "es")


@needs_apertium
def test_apertium_marks_words_that_it_does_not_know_but_names() -> None:
    assert Apertium().translate("Xochiquetzal llegó con un zzyzzx.", "es", "en").startswith("Xochiquetzal ")
    assert "*zzyzzx" in Apertium().translate("Xochiquetzal llegó con un zzyzzx.", "es", "en")


@needs_apertium
def test_a_pair_that_is_not_installed() -> None:
    with pytest.raises(TranslationError, match="no pair from es to de"):
        Apertium().translate("El puerto cerró.", "es", "de")


def test_apertium_where_it_is_not_installed() -> None:
    with pytest.raises(TranslationError, match="not installed") as caught:
        Apertium(command="no-such-apertium").translate("El puerto cerró.", "es", "en")
    assert caught.value.final


def script(folder: Path, body: str) -> str:
    path = folder / "apertium-stand-in"
    path.write_text(f"#!/bin/sh\n[ \"$1\" = -l ] && echo '  spa-eng' && exit 0\n{body}\n", "utf-8")
    path.chmod(0o755)
    return str(path)


def test_apertium_that_hangs(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match=r"no answer within 0\.3 seconds"):
        Apertium(seconds=0.3, command=script(tmp_path, "exec sleep 5")).translate("El puerto.", "es", "en")


def test_apertium_that_fails(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="exit code 3"):
        Apertium(command=script(tmp_path, "exit 3")).translate("El puerto.", "es", "en")


def test_apertium_that_says_what_is_no_text(tmp_path: Path) -> None:
    assert Apertium(command=script(tmp_path, "printf 'the \\377 port'")).translate("El puerto.", "es", "en") == "the � port"


# ------------------------------------------------------------------ CTranslate2

TABLE = {"El": "The", "puerto": "port", "de": "of", "Perú": "Peru", "no": "not", "cerró": "closed", "ayer.": "yesterday."}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("ctranslate2", reason="ctranslate2 is not installed (the extra: translate)")
    pytest.importorskip("sentencepiece", reason="sentencepiece is not installed (the extra: translate)")
    import tiny_model

    folder: Path = tmp_path_factory.mktemp("packages")
    tiny_model.make_package(folder / "translate-es_en-1_0", TABLE, "es", "en")
    tiny_model.make_package(folder / "translate-en_es-1_0", {new: old for old, new in TABLE.items()}, "en", "es")
    return folder


def test_models_translate_by_their_own_words(packages: Path) -> None:
    engine = make_translator("ctranslate2", Settings(where=str(packages)))
    assert engine.translate("El puerto de Perú\nno cerró ayer.", "es", "en") == "The port of Peru not closed yesterday."
    assert engine.translate("The port of Peru closed yesterday.", "en", "es") == "El puerto de Perú cerró ayer."


def test_argos_keeps_its_packages_where_it_says(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    engine = make_translator("argos", Settings())
    assert engine.name == "Argos Translate"
    assert engine.translate("El puerto cerró ayer.", "es", "en") == "The port closed yesterday."


def test_a_plain_model_folder_tells_its_languages_by_its_name(packages: Path, tmp_path: Path) -> None:
    plain = tmp_path / "opus-mt-es-en"
    shutil.copytree(packages / "translate-es_en-1_0" / "model", plain)
    shutil.copy(packages / "translate-es_en-1_0" / "sentencepiece.model", plain / "source.spm")
    shutil.copy(packages / "translate-es_en-1_0" / "sentencepiece.model", plain / "target.spm")
    engine = make_translator("ctranslate2", Settings(where=str(plain)))
    assert engine.translate("El puerto cerró ayer.", "es", "en") == "The port closed yesterday."
    with pytest.raises(TranslationError, match=r"no model from en to es \(it has es-en\)"):
        engine.translate("The port closed.", "en", "es")


def test_a_damaged_model(packages: Path, tmp_path: Path) -> None:
    broken = tmp_path / "es-en"
    shutil.copytree(packages / "translate-es_en-1_0", broken)
    (broken / "model" / "model.bin").write_bytes(b"no model")
    with pytest.raises(TranslationError, match="cannot be loaded") as caught:
        make_translator("ctranslate2", Settings(where=str(broken))).translate("El puerto.", "es", "en")
    assert caught.value.final
    assert str(tmp_path) not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_model(tmp_path: Path) -> None:
    with pytest.raises(TranslationError, match="no model from es to en"):
        make_translator("ctranslate2", Settings(where=str(tmp_path))).translate("El puerto.", "es", "en")
    with pytest.raises(BriefingError, match="no such folder"):
        make_translator("ctranslate2", Settings(where=str(tmp_path / "nowhere")))


# ------------------------------------------------------------------ an endpoint


@pytest.fixture
def no_collection() -> Iterator[None]:
    """What the collector ends at the limit of recursion fails, and would be laid to the test that reads so deep a text."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def server() -> Iterator[Server]:
    with listening() as made:
        yield made


def sleeps(handler: Handler) -> None:
    time.sleep(1.5)


def drips(handler: Handler) -> None:
    """A byte at a time, so that no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b" ")
        time.sleep(0.1)


def test_an_endpoint_is_asked_as_the_protocol_says(server: Server) -> None:
    endpoint = server.endpoint(says(" The port closed. \n"))
    assert endpoint.translate("El puerto\ncerró.", "es", "en") == "The port closed."
    [asked] = server.asked
    assert (asked["path"], asked["key"]) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert (asked["body"]["model"], asked["body"]["temperature"]) == ("tiny", 0)
    system, user = asked["body"]["messages"]
    assert "from Spanish into English" in system["content"]
    assert user == {"role": "user", "content": "El puerto cerró."}


def test_no_key_no_header(server: Server) -> None:
    server.endpoint(says("The port."), key="").translate("El puerto.", "es", "en")
    assert server.asked[0]["key"] is None


def test_a_busy_server_is_asked_again(server: Server) -> None:
    endpoint = server.endpoint(status(500), status(429, Retry_After="0"), says("The port."))
    assert endpoint.translate("El puerto.", "es", "en") == "The port."
    assert len(server.asked) == 3


def test_it_waits_as_long_as_the_server_says(server: Server) -> None:
    start = time.monotonic()
    assert server.endpoint(status(429, Retry_After="1"), says("The port.")).translate("El puerto.", "es", "en") == "The port."
    assert 1.0 <= time.monotonic() - start < 10.0


@pytest.mark.usefixtures("no_collection")
@pytest.mark.parametrize(
    ("answer", "reason", "requests"),
    [
        (status(401), r"refuses the key \(401\)", 1),
        (status(403), r"does not allow this \(403\)", 1),
        (status(404), r"no such address or model \(404\)", 1),
        (status(429, Retry_After="0"), r"too many requests \(429\)", 3),
        (status(500), "status 500", 3),
        (status(302, Location="http://127.0.0.1:9/"), "status 302", 1),
        (status(204), "status 204", 1),
        (lambda handler: handler.send(200, b"<html>Welcome!</html>"), "something else than a translation", 1),
        (lambda handler: handler.send(200, b'{"choices": []}'), "something else than a translation", 1),
        (lambda handler: handler.send(200, b"[" * 150_000), "something else than a translation", 1),
        (lambda handler: handler.send(200, b"x" * 3_000_000), "something else than a translation", 1),
        (lambda handler: handler.send(200, bytes(range(256))), "something else than a translation", 1),
        (says(None), "something else than a translation", 1),
        (says(["The port."]), "something else than a translation", 1),
        (lambda handler: handler.connection.shutdown(socket.SHUT_RDWR), "gave no answer", 3),
    ],
)
def test_what_an_endpoint_says_is_told_in_one_line(server: Server, answer: Answer, reason: str, requests: int) -> None:
    with pytest.raises(TranslationError, match=reason) as caught:
        server.endpoint(answer).translate("El puerto.", "es", "en")
    assert len(server.asked) == requests
    assert "\n" not in str(caught.value)
    assert KEY not in str(caught.value)


def test_an_endpoint_that_never_answers(server: Server) -> None:
    start = time.monotonic()
    with pytest.raises(TranslationError, match="gave no answer, asked 3 times") as caught:
        server.endpoint(sleeps, seconds=0.2).translate("El puerto.", "es", "en")
    assert time.monotonic() - start < 5
    assert caught.value.final


def test_an_endpoint_that_drips(server: Server) -> None:
    start = time.monotonic()
    with pytest.raises(TranslationError, match=r"no whole answer within 0\.3 seconds"):
        server.endpoint(drips, seconds=0.3).translate("El puerto.", "es", "en")
    assert time.monotonic() - start < 1.5


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(TranslationError, match="refuses the connection") as caught:
        Endpoint(url=url, model="tiny").translate("El puerto.", "es", "en")
    assert caught.value.final


def test_the_key_is_in_no_log_and_no_picture_of_the_engine(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    endpoint = server.endpoint(status(500), says("The port."))
    endpoint.translate("El puerto.", "es", "en")
    shown = [repr(endpoint), endpoint.name, endpoint.identity, repr(Settings(key=KEY)), caplog.text]
    assert not any(KEY in text for text in shown)
    assert "chat/completions" in caplog.text  # the log was on


@pytest.mark.parametrize(
    ("where", "model", "key", "reason"),
    [
        ("", "m", "", "the URL is none"),
        ("localhost:80", "m", "", "the URL is none"),
        ("ftp://localhost/v1", "m", "", "the URL is none"),
        ("http://[::1/v1", "m", "", "the URL is none"),
        ("http://localhost:99999/v1", "m", "", "the URL is none"),
        (f"https://user:{KEY}@example.org/v1", "m", "", "no user, key or query"),
        (f"https://example.org/v1?key={KEY}", "m", "", "no user, key or query"),
        ("https://example.org/v1", "", "", "needs --translate-model"),
        ("http://example.org/v1", "m", KEY, "only sent to an https address"),
        ("https://example.org/v1", "m", "sk\r\nX-Other: 1", "no key has"),
    ],
)
def test_wrong_settings(where: str, model: str, key: str, reason: str) -> None:
    with pytest.raises(BriefingError, match=reason) as caught:
        make_translator("endpoint", Settings(where=where, model=model, key=key))
    assert KEY not in str(caught.value)


def test_no_such_engine() -> None:
    with pytest.raises(BriefingError, match="there are apertium, argos, ctranslate2, endpoint"):
        make_translator("oracle", Settings())


# ------------------------------------------------------------------ the cache


def cached(server: Server, folder: Path) -> Any:
    return make_translator("endpoint", Settings(where=server.url, model="tiny", key=KEY), folder)


def test_what_is_in_the_cache_is_not_asked(server: Server, tmp_path: Path) -> None:
    server.plan = [says("The port."), says("The harbour.")]
    engine = cached(server, tmp_path / "cache")
    assert [engine.translate("El puerto.", "es", "en") for _ in range(2)] == ["The port."] * 2
    assert len(server.asked) == 1
    assert engine.translate("El puerto.", "en", "es") == "The harbour."  # another direction is another question
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "cache").iterdir())
    assert KEY not in written
    assert "El puerto." in written


@pytest.mark.usefixtures("no_collection")
@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"answer": "The moon."}', b'{"answer": 3}', b"[" * 90_000, b"\xff"])
def test_a_damaged_cache_is_asked_anew(server: Server, tmp_path: Path, damage: bytes) -> None:
    server.plan = [says("The port.")]
    cached(server, tmp_path).translate("El puerto.", "es", "en")
    [path] = tmp_path.iterdir()
    path.write_bytes(damage)
    assert cached(server, tmp_path).translate("El puerto.", "es", "en") == "The port."
    assert len(server.asked) == 2


def test_a_cache_that_cannot_be_written(server: Server, tmp_path: Path) -> None:
    server.plan = [says("The port.")]
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(TranslationError, match="the cache cannot be written"):
        cached(server, tmp_path / "file").translate("El puerto.", "es", "en")
