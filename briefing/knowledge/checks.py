"""What must hold between the rows of the knowledge: both languages, no form with two owners, references that exist."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.knowledge.entries import Knowledge
from briefing.model import Language

Fault = tuple[str, str, str]
"""Kind of row (`actors`), id, reason."""

PER_LANGUAGE: Mapping[str, tuple[str, ...]] = {
    "actors": ("names",),
    "roles": ("forms", "label"),
    "acts": ("label", "past", "forms", "examples"),
    "concepts": ("terms",),
}
"""The fields that every row must have in every language."""


def faults_of(knowledge: Knowledge, languages: Sequence[Language]) -> Iterator[Fault]:
    """Every fault of rows that are each well-formed."""
    yield from missing_languages(knowledge, languages)
    yield from doubled_forms(knowledge)
    yield from dangling_references(knowledge)


def missing_languages(knowledge: Knowledge, languages: Sequence[Language]) -> Iterator[Fault]:
    for kind, fields in PER_LANGUAGE.items():
        for row in getattr(knowledge, kind).values():
            for field, language in itertools.product(fields, languages):
                if not getattr(row, field).get(language):
                    yield kind, row.id, f"'{field}' lacks {language}"


def doubled_forms(knowledge: Knowledge) -> Iterator[Fault]:
    for kind, forms in (
        ("actors", _actor_names(knowledge)),
        ("acts", _act_forms(knowledge)),
        ("concepts", _concept_words(knowledge)),
    ):
        owners: dict[Any, str] = {}
        for owner, language, form, shown in forms:
            first = owners.setdefault((language, form), owner)
            if first != owner:
                yield kind, owner, f"'{shown}' ({language}) is a form of {first} too"


def dangling_references(knowledge: Knowledge) -> Iterator[Fault]:
    generic = {row.id for row in knowledge.actors.values() if row.generic}
    for row in knowledge.actors.values():
        if row.country and row.country not in knowledge.actors:
            yield "actors", row.id, f"unknown country {row.country}"
        if row.institution and row.institution not in generic:
            yield "actors", row.id, f"unknown institution {row.institution}"
    for role in knowledge.roles.values():
        if role.institution and role.institution not in generic:
            yield "roles", role.id, f"unknown institution {role.institution}"
    for concept in knowledge.concepts.values():
        if concept.broader and concept.broader not in knowledge.concepts:
            yield "concepts", concept.id, f"unknown broader concept {concept.broader}"


def _actor_names(knowledge: Knowledge) -> Iterable[tuple[str, Language, Any, str]]:
    for row in knowledge.actors.values():
        if not row.generic:
            yield from ((row.id, language, form, form) for language, forms in row.names.items() for form in forms)


def _act_forms(knowledge: Knowledge) -> Iterable[tuple[str, Language, Any, str]]:
    for row in knowledge.acts.values():
        for language, forms in row.forms.items():
            yield from ((row.id, language, replace(form, actor=()), form.lemma) for form in forms)


def _concept_words(knowledge: Knowledge) -> Iterable[tuple[str, Language, Any, str]]:
    for row in knowledge.concepts.values():
        for language, term in row.terms.items():
            yield from ((row.id, language, (word, row.adjective), word) for word in (term.lemma, *term.variants))
