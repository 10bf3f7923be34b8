"""`briefing render`: the memos of a brief, and the writing that `briefing run` shares."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.cli import DEFAULT_FORMATS, LANGUAGES
from briefing.cli.files import load_brief, make_folder, template_dirs, write_whole
from briefing.cli.previous import marked_since
from briefing.errors import BriefingError
from briefing.model import Brief

LOCALES = {"es": "es_MX", "en": "en_US"}
"""What a bare language means; a full locale (`es_ES`) is taken as it is."""


def render_command(arguments: argparse.Namespace) -> int:
    written: list[Path] = []
    for path in arguments.briefs:
        brief = marked_since(load_brief(path), arguments.previous)
        written += write_memos(brief, arguments.out or path.parent, arguments)
    if arguments.json:
        print(json.dumps({"schema": 1, "written": [str(path) for path in written]}, ensure_ascii=False))
    else:
        print("\n".join(f"wrote {path}" for path in written))
    return 0


def check_options(arguments: argparse.Namespace) -> None:
    """Raises what is wrong with the audiences and languages asked for, before anything is read."""
    from briefing.render import load_audience

    for audience in arguments.audience or ["base"]:
        load_audience(audience, template_dirs(arguments.templates))
    for language in arguments.lang or LANGUAGES:
        locale_of(language)


def write_memos(brief: Brief, folder: Path, arguments: argparse.Namespace) -> list[Path]:
    """Make every memo first, then put them in place, so that a fault leaves all old files as they were."""
    made = list(make_memos(brief, arguments))
    make_folder(folder)
    paths = []
    for name, data in made:
        write_whole(folder / name, data)
        paths.append(folder / name)
    return paths


def make_memos(brief: Brief, arguments: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    """The file name and the bytes of each memo asked for."""
    from briefing.knowledge import load_knowledge
    from briefing.knowledge.printed import printed_labels
    from briefing.render import render

    labels = printed_labels(load_knowledge(tuple(getattr(arguments, "knowledge", ()))), countries_of(brief))
    for audience in arguments.audience or ["base"]:
        for language in arguments.lang or LANGUAGES:
            for kind in arguments.format or DEFAULT_FORMATS:
                data = render(
                    brief,
                    audience=audience,
                    locale=locale_of(language),
                    format=kind,
                    template_dirs=template_dirs(arguments.templates),
                    labels=labels,
                )
                yield memo_name(audience, language, kind), data


def countries_of(brief: Brief) -> frozenset[str]:
    """The countries that a brief is about: of its governments, people and meetings."""
    people = (person.country for person in brief.people if person.country)
    return frozenset((*brief.governments, *people, *(code for meeting in brief.meetings for code in meeting.participants)))


def locale_of(language: str) -> str:
    """The locale that an option means: `es`, `es_ES`, and for a region that has no forms of its own (`es_CL`) the language's.

    >>> locale_of("es"), locale_of("es-ES"), locale_of("es_CL")
    ('es_MX', 'es_ES', 'es')
    """
    from briefing.localize import LOCALES as KNOWN

    name = language.replace("-", "_")
    if name in LOCALES or name in KNOWN:
        return LOCALES.get(name, name)
    base = name.partition("_")[0]
    if base not in LANGUAGES:
        raise BriefingError(f"--lang {language}: memos are written in {' and '.join(LANGUAGES)}; such as {', '.join(KNOWN)}")
    return base


def memo_name(audience: str, language: str, kind: str) -> str:
    """`memo.base.es.docx`."""
    return f"memo.{audience}.{language}.{kind}"


__all__: Sequence[str] = ("check_options", "make_memos", "memo_name", "render_command", "write_memos")
