"""`briefing terms`: what the termbase lacks, and its exchange with other tools."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.files import make_folder, write_whole
from briefing.errors import ArticleError, BriefingError, KnowledgeError
from briefing.structure import unstructure

if TYPE_CHECKING:
    from briefing.annotate.mining import Gap
    from briefing.knowledge.entries import Concept
    from briefing.model import Language

WIDEST = 34


def terms_command(arguments: argparse.Namespace) -> int:
    return ACTIONS[arguments.action](arguments)


# ------------------------------------------------------------------ mine


def mine_action(arguments: argparse.Namespace) -> int:
    from briefing.annotate.document import annotate
    from briefing.annotate.mining import mine
    from briefing.ingest import read_articles
    from briefing.knowledge import load_knowledge

    articles, skipped = read_articles(arguments.articles)
    if not articles:
        raise ArticleError("\n".join(["no article could be read", *(f"{s.file}: {s.reason}" for s in skipped)]))
    knowledge = load_knowledge(tuple(arguments.knowledge))
    gaps = mine([annotate(article, knowledge) for article in articles], knowledge, least=arguments.least)
    if arguments.to:
        write_sheet(arguments.to, gaps)
    if arguments.json:
        print(
            json.dumps(
                {"schema": 1, "gaps": unstructure([gap for found in gaps.values() for gap in found])}, ensure_ascii=False
            )
        )
    else:
        print("\n".join(told(gaps)))
    return 0


def write_sheet(path: Path, gaps: Mapping[Language, Sequence[Gap]]) -> None:
    from briefing.annotate.worksheet import worksheet

    if path.exists():
        raise BriefingError(f"{path}: exists; a sheet that somebody has filled in is not written over")
    make_folder(path.parent)
    write_whole(path, worksheet(gaps).encode("utf-8"))


def told(gaps: Mapping[Language, Sequence[Gap]]) -> Iterator[str]:
    """A line for each gap: how often, in how many articles, the words, and where they stand first."""
    for language, found in gaps.items():
        yield f"{language}: {len(found)} words and phrases that the termbase lacks"
        for gap in found:
            yield f"{gap.count:5} {gap.articles:4}  {gap.form:{WIDEST}}  {gap.contexts[0] if gap.contexts else ''}"
    if not gaps:
        yield "nothing is lacking"


# ------------------------------------------------------------------ exchange


def export_action(arguments: argparse.Namespace) -> int:
    from briefing.knowledge import load_knowledge
    from briefing.knowledge.tbx import write_tbx

    concepts = list(load_knowledge(tuple(arguments.knowledge)).concepts.values())
    chosen = [concept for concept in concepts if not arguments.domain or concept.domain in arguments.domain]
    if not chosen:
        domains = ", ".join(sorted({concept.domain for concept in concepts}))
        raise BriefingError(f"--domain {' '.join(arguments.domain)}: no such domain; there are {domains}")
    make_folder(arguments.file.parent)
    write_whole(arguments.file, write_tbx(chosen))
    print(f"wrote {arguments.file}: {len(chosen)} concepts")
    return 0


def import_action(arguments: argparse.Namespace) -> int:
    from briefing.knowledge import LANGUAGES
    from briefing.knowledge.tbx import read_tbx

    path: Path = arguments.file
    target = arguments.to / "concepts" / f"{path.stem}.yaml"
    if target.exists():
        raise BriefingError(f"{target}: exists; delete it, or rename {path.name}")
    concepts, faults = read_tbx(read_whole(path), path.name, LANGUAGES)
    kept, clashes = without_clashes(concepts, path.name, arguments.to)
    if kept:
        make_folder(target.parent)
        write_whole(target, concepts_file(kept, path.name).encode("utf-8"))
    for line in [*faults, *clashes]:
        print(line)
    print(
        f"wrote {target}: {len(kept)} concepts; {len(faults) + len(clashes)} left out" if kept else f"{path}: no concept to add"
    )
    return 0 if kept else 3


def read_whole(path: Path) -> bytes:
    from briefing.knowledge.tbx import LARGEST

    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise KnowledgeError([f"{path}: cannot be read ({error.strerror})"]) from error


def without_clashes(concepts: Sequence[Concept], file: str, folder: Path) -> tuple[list[Concept], list[str]]:
    """The concepts that go together with the knowledge there is, and a line for each that does not.

    A concept with the id of a built-in one replaces it; one whose words are another's is left out.
    """
    from dataclasses import replace

    from briefing.knowledge import LANGUAGES, load_knowledge
    from briefing.knowledge.checks import faults_of

    known = load_knowledge((folder,) if folder.is_dir() else ())
    kept = {concept.id: concept for concept in concepts}
    told: list[str] = []
    while True:
        merged = replace(known, concepts={**known.concepts, **kept})
        clashing = {name: reason for kind, name, reason in faults_of(merged, LANGUAGES) if kind == "concepts" and name in kept}
        if not clashing:
            return list(kept.values()), told
        told += [f"{file}: {name}: {reason}; left out" for name, reason in clashing.items()]
        kept = {name: concept for name, concept in kept.items() if name not in clashing}


def concepts_file(concepts: Sequence[Concept], source: str) -> str:
    """The rows of a knowledge file."""
    import yaml

    rows = yaml.safe_dump(unstructure(list(concepts)), sort_keys=False, allow_unicode=True, width=120, default_flow_style=None)
    name = "".join(letter if letter.isprintable() else "?" for letter in source)
    return f"# Imported from {name}.\n{rows}"


ACTIONS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "mine": mine_action,
    "export": export_action,
    "import": import_action,
}
