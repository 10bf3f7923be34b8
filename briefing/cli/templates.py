"""`briefing templates`: audiences and their Word templates."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from briefing.cli.files import PROJECT_TEMPLATES, make_folder, template_dirs, write_whole
from briefing.errors import TemplateError

LOCALES = {"es": "es_MX", "en": "en_US"}


def templates_command(arguments: argparse.Namespace) -> int:
    return ACTIONS[arguments.action](arguments, template_dirs(arguments.templates))


def list_action(arguments: argparse.Namespace, dirs: tuple[Path, ...]) -> int:
    from briefing.render.templates import list_templates

    for row in list_templates(dirs):
        print(f"{row.audience:14} {row.suffix:6} {row.path}  ({row.why})")
        for path in row.hidden:
            print(f"{'':21} hides {path}")
    return 0


def new_action(arguments: argparse.Namespace, dirs: tuple[Path, ...]) -> int:
    from briefing.render.templates import new_template

    folder = arguments.templates[0] if arguments.templates else PROJECT_TEMPLATES
    for path in new_template(arguments.audience, folder, base=arguments.origin, dirs=dirs):
        print(f"wrote {path}")
    return 0


def fields_action(arguments: argparse.Namespace, dirs: tuple[Path, ...]) -> int:
    from briefing.render.templates import fields_document

    write_whole(arguments.out, fields_document(LOCALES["en"], dirs=dirs))
    print(f"wrote {arguments.out}")
    return 0


def check_action(arguments: argparse.Namespace, dirs: tuple[Path, ...]) -> int:
    from briefing.render.templates import check_template

    faults = check_template(arguments.file, dirs)
    if faults:
        raise TemplateError(faults)
    print(f"{arguments.file}: no faults")
    return 0


def preview_action(arguments: argparse.Namespace, dirs: tuple[Path, ...]) -> int:
    from briefing.render.templates import preview

    make_folder(arguments.out)
    for language, locale in LOCALES.items():
        path = arguments.out / f"preview.{arguments.audience}.{language}.docx"
        write_whole(path, preview(arguments.audience, locale, dirs=dirs))
        print(f"wrote {path}")
    return 0


ACTIONS: dict[str, Callable[[argparse.Namespace, tuple[Path, ...]], int]] = {
    "list": list_action,
    "new": new_action,
    "fields": fields_action,
    "check": check_action,
    "preview": preview_action,
}
