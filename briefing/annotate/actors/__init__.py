"""Who acts: countries, governments, institutions, offices, persons, resolved inside one article."""

from __future__ import annotations

from briefing.annotate.actors.find import find_actors

__all__ = ["find_actors"]
