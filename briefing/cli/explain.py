"""`briefing explain`: where an item comes from."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from briefing.cli.files import load_brief
from briefing.codec import all_items, find_item
from briefing.consolidate.conflicts.grounds import GROUNDS, told_grounds
from briefing.errors import BriefError
from briefing.model import Article, Brief, Conflict, Evidence, Item
from briefing.structure import unstructure


def explain_command(arguments: argparse.Namespace) -> int:
    brief = load_brief(arguments.brief)
    entry = find_item(brief, arguments.item)
    if entry is None:
        raise BriefError([f"{arguments.brief}: there is no '{arguments.item}'; {known_ids(brief)}"])
    if arguments.json:
        print(json.dumps(unstructure(entry), ensure_ascii=False, indent=1))
    else:
        print("\n".join(explain_conflict(brief, entry) if isinstance(entry, Conflict) else explain_item(brief, entry)))
    return 0


def known_ids(brief: Brief) -> str:
    ids = [item.id for item in all_items(brief)] + [conflict.id for conflict in brief.conflicts]
    return f"it has {', '.join(ids[:12])}{' …' if len(ids) > 12 else ''}" if ids else "it has no items"


def explain_item(brief: Brief, item: Item) -> Iterator[str]:
    yield f"{item.id}  ({type(item).__name__.lower()}, {item.certainty})"
    for language, text in item.text.items():
        yield f"  {language} [{item.basis.get(language, '?')}]  {text}"
    for name, value in fields_of(item):
        yield f"  {name}: {value}"
    yield f"  articles that carry it: {item.sources}, independent origins: {item.origins}"
    yield "  rests on:"
    for number, evidence in enumerate(item.evidence):
        if number in item.beside:
            yield "    also touches on it, not counted:"
        yield from explain_evidence(brief, evidence)
        yield from (f"        {line}" for line in read_again(brief, evidence))
    yield "  made by:"
    yield from (f"    {rule}" for rule in item.rules)
    for name in item.conflicts:
        conflict = find_item(brief, name)
        if isinstance(conflict, Conflict):
            yield from explain_conflict(brief, conflict)


def fields_of(item: Item) -> Iterator[tuple[str, str]]:
    """What else is known of an item, one line for each field that holds something."""
    plain = unstructure(item)
    told = {"id", "text", "basis", "evidence", "rules", "conflicts", "sources", "origins", "certainty"}
    for name, value in plain.items():
        if name not in told:
            yield name, json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value


def explain_evidence(brief: Brief, evidence: Evidence) -> Iterator[str]:
    article = next((a for a in brief.articles if a.id == evidence.article), None)
    where = f"{article.file}, published {article.published or '?'} ({article.published_basis})" if article else evidence.article
    yield f"    {where}, characters {evidence.start}-{evidence.stop}:"
    yield f"      «{evidence.text}»"


def read_again(brief: Brief, evidence: Evidence) -> Iterator[str]:
    """How the words are read by themselves: their clauses, acts and events.  The brief keeps the words alone."""
    from briefing.annotate.document import annotate  # late: models and knowledge are loaded for this command only
    from briefing.extract.showing import show_reading
    from briefing.knowledge import load_knowledge

    article = next((a for a in brief.articles if a.id == evidence.article), None)
    language = evidence.language or (article.language if article else None)
    if language is None:
        return
    knowledge = load_knowledge()
    published = article.published if article else None
    text = Article(id=evidence.article, file="", sha256="", text=evidence.text, language=language, published=published)
    yield from show_reading(annotate(text, knowledge), knowledge)


def explain_conflict(brief: Brief, conflict: Conflict) -> Iterator[str]:
    yield f"{conflict.id}  the sources disagree about: {conflict.field} of {', '.join(conflict.about)}"
    for language, text in conflict.text.items():
        yield f"  {language}  {text}"
    for value in conflict.values:
        yield f"  {value.value}, according to:"
        for evidence in value.evidence:
            yield from explain_evidence(brief, evidence)
    yield from (f"  found by {rule}" for rule in conflict.rules if rule not in GROUNDS)
    yield from (f"  because {ground}" for ground in told_grounds(conflict.rules))
