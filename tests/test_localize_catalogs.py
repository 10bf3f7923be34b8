"""Catalogs are complete in both languages, compile, and keep their plural rules and placeholders."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from briefing.localize import VOCABULARIES, Localizer
from briefing.localize.catalogs import catalog_of, compile_po
from briefing.render.messages import template_messages

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "briefing" / "locale"
LANGUAGES = sorted(path.name for path in LOCALE.iterdir() if path.is_dir())
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
Id = tuple[str | None, str]


def catalog(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "briefing.po").open("rb") as source:
        return read_po(source, locale=language, abort_invalid=True)


def used_ids() -> Iterator[Id]:
    """Every message that code and templates ask for, and every word of the closed lists."""
    for folder in (ROOT / "briefing", ROOT / "templates"):
        for _, _, message, _, context in extract_from_dir(folder, METHODS, keywords=KEYWORDS):
            yield context, message[0] if isinstance(message, tuple) else message
    for path in (ROOT / "templates").glob("*/memo*.docx"):
        yield from ((message.context, message.id) for message in template_messages(path))
    for vocabulary, words in VOCABULARIES.items():
        yield from ((vocabulary, word) for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    known = {(message.context, message.id[0] if isinstance(message.id, tuple) else message.id) for message in catalog(language)}
    assert sorted(set(used_ids()) - known, key=str) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_left_over_empty_or_doubtful(language: str) -> None:
    entries = [message for message in catalog(language) if message.id]
    used = set(used_ids())
    ids = [(message.context, message.id[0] if isinstance(message.id, tuple) else message.id) for message in entries]
    assert [id for id in ids if id not in used] == []
    for message in entries:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(strings), f"{message.id}: not translated"
        assert not message.fuzzy, f"{message.id}: marked fuzzy, which gettext leaves out"


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language: str) -> None:
    """All of them, but for the number where there is but one: `una línea`."""
    for message in catalog(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and message.context != "modifier":  # a modifier's id is a word of the brief: `more_than`
            one, *others = [sorted(re.findall(r"\{\w*\}|%\(\w+\)s", text)) for text in (*strings, *ids)]
            assert all(found == others[0] for found in others), ids
            assert one in (others[0], [place for place in others[0] if place != "%(n)s"]), ids


def test_every_modifier_has_a_place_for_its_number() -> None:
    for locale in ("es_MX", "en_US"):
        for word in VOCABULARIES["modifier"]:
            assert "{number}" in Localizer(locale).term("modifier", word)


def test_the_catalogs_have_the_same_messages() -> None:
    ids = [[(message.context, message.id) for message in catalog(language)] for language in LANGUAGES]
    assert all(other == ids[0] for other in ids)


PO = """msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {rule}\\n"

msgid "{{n}} day"
msgid_plural "{{n}} days"
msgstr[0] "{{n}} día"
msgstr[1] "{second}"
{third}
"""


@pytest.mark.parametrize(
    ("rule", "second", "third", "expected"),
    [
        ("nplurals=2; plural=(n != 1);", "{n} días", "", ["{n} días", "{n} día", "{n} días", "{n} días"]),
        (  # as CLDR and Weblate write Spanish: one, many, other
            "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
            "{n} de días",
            'msgstr[2] "{n} días"',
            ["{n} días", "{n} día", "{n} días", "{n} de días"],
        ),
    ],
)
def test_plural_rules_are_the_catalogs_own(rule: str, second: str, third: str, expected: list[str]) -> None:
    source = PO.format(rule=rule, second=second, third=third).encode()
    messages = GNUTranslations(io.BytesIO(compile_po(source)))
    assert [messages.ngettext("{n} day", "{n} days", n) for n in (0, 1, 2, 1_000_000)] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalog_is_read_as_it_is_written(language: str) -> None:
    messages = catalog_of(language)
    for message in catalog(language):
        if message.id and isinstance(message.id, str):
            found = messages.pgettext(message.context, message.id) if message.context else messages.gettext(message.id)
            assert found == message.string


def test_a_catalog_without_a_language_is_refused() -> None:
    with pytest.raises(ValueError, match="Language"):
        compile_po(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n')


def test_a_message_without_translation_stays_english() -> None:
    assert Localizer("es_MX").gettext("No such message here") == "No such message here"


def test_compiling_twice_gives_the_same_bytes() -> None:
    source = (LOCALE / "es" / "LC_MESSAGES" / "briefing.po").read_bytes()
    assert compile_po(source) == compile_po(source)


def test_the_wheel_holds_compiled_catalogs(tmp_path: Path) -> None:
    hatchling = pytest.importorskip("hatchling.builders.wheel", reason="hatchling builds the wheel; pip fetches it by itself")
    builder = hatchling.WheelBuilder(str(ROOT))
    wheel = next(iter(builder.build(directory=str(tmp_path), versions=["standard"])))
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        for language in LANGUAGES:
            compiled = archive.read(f"briefing/locale/{language}/LC_MESSAGES/briefing.mo")
            assert GNUTranslations(io.BytesIO(compiled)).gettext("today") == catalog_of(language).gettext("today")
    assert not [name for name in names if name.endswith(".pyc")]
