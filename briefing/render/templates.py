"""What people who shape templates need: which one is used and why, a copy to begin with, every field, a check, a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import OutputError, TemplateError
from briefing.model import Text
from briefing.render.atomic import write_atomically
from briefing.render.audience import NAME, SETTINGS, audience_names, builtin_templates, candidates, load_audience
from briefing.render.memo import Memo, compose
from briefing.render.sample import LOCALES, sample_brief, sample_labels

SUFFIXES = ("docx", "md.j2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An audience, and for each kind of template the file that is used, why, and those that it hides."""

    audience: str
    title: Text
    suffix: str
    path: Path
    why: str
    hidden: tuple[Path, ...]


def list_templates(dirs: Sequence[Path] = (), *, tag: str = "es-MX") -> list[Listed]:
    """Every audience with the templates that a memo in this language would be made from."""
    listed = []
    for name in audience_names(dirs):
        audience = load_audience(name, dirs)
        for suffix in SUFFIXES:
            first, *others = candidates(audience.chain, dirs, "memo", suffix, tag)
            hidden = tuple(path for path in others if path.parent.name == first.parent.name)
            why = _why(first, name, dirs)
            listed.append(Listed(audience=name, title=audience.title, suffix=suffix, path=first, why=why, hidden=hidden))
    return listed


def new_template(name: str, folder: Path, *, base: str = "base", dirs: Sequence[Path] = ()) -> list[Path]:
    """A working audience in `folder`, to be edited: settings, a copy of the Word template, a Markdown template.

    Raises TemplateError where the name is no name or is taken.
    """
    if not NAME.fullmatch(name):
        raise TemplateError([f"{name}: is no name for an audience; take small letters, digits and hyphens, a letter first"])
    audience = load_audience(base, dirs)
    target = folder / name
    if (target / SETTINGS).exists():
        raise TemplateError([f"{target}: is there already; choose another name, or edit what is there"])
    word = candidates(audience.chain, dirs, "memo", "docx", "")[0]
    settings = f"# What differs from {base}.  `briefing templates check` says whether it can be read.\n"
    settings += f"extends: {base}\ntitle: {{es: {name}, en: {name}}}\n"
    files = {
        SETTINGS: settings.encode(),
        "memo.docx": word.read_bytes(),
        "memo.md.j2": b'{% extends "parent/memo.md.j2" %}\n',
    }
    for file, data in files.items():
        write_atomically(target / file, data)
    return [target / file for file in files]


def check_template(path: Path, dirs: Sequence[Path] = ()) -> list[str]:
    """Every fault of a template file or of an audience's folder, one line each; none where it is sound."""
    from briefing.render.checking import check_markdown, check_word

    if not path.exists():
        raise OutputError(f"{path}: is not there")
    if path.is_dir():
        inside = [path / SETTINGS, *sorted(path.glob("memo*.docx")), *sorted(path.glob("memo*.md.j2"))]
        return [fault for file in inside if file.is_file() for fault in check_template(file, dirs)]
    audience, places = _audience_of(path, dirs)
    try:
        memos = [_sample(audience, locale, places) for locale in LOCALES]
    except TemplateError as error:
        return error.faults
    if path.name == SETTINGS:
        return []
    if path.name.endswith(".md.j2"):
        return check_markdown((path, *(file for file in memos[0].templates("md.j2") if file != path)), memos)
    return check_word(path, memos)


def preview(audience: str, locale: str, *, format: str = "docx", dirs: Sequence[Path] = ()) -> bytes:
    """The sample week for an audience: what a template looks like when it is filled."""
    from briefing.render import WRITERS

    return WRITERS[format](_sample(audience, locale, dirs))


def fields_document(locale: str, *, dirs: Sequence[Path] = ()) -> bytes:
    """A Word file with every field, what it prints and a sample value, to copy tags from."""
    from briefing.render.reference import write_reference

    return write_reference(_sample("base", locale, dirs))


def _sample(audience: str, locale: str, dirs: Sequence[Path]) -> Memo:
    return compose(sample_brief(), audience=audience, locale=locale, template_dirs=dirs, labels=sample_labels())


def _audience_of(path: Path, dirs: Sequence[Path]) -> tuple[str, Sequence[Path]]:
    """The audience that a file belongs to, and the places with its own before them; the base, where it belongs to none."""
    folder = path.resolve().parent
    if (folder / SETTINGS).is_file():
        return folder.name, dirs if folder.parent in map(Path.resolve, dirs) else (folder.parent, *dirs)
    return "base", dirs


def _why(path: Path, audience: str, dirs: Sequence[Path]) -> str:
    place = "the package" if path.is_relative_to(builtin_templates()) else str(path.parents[1])
    return f"in {place}" if path.parent.name == audience else f"from {path.parent.name}, which it extends, in {place}"
