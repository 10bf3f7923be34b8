"""Sets of stances, and of PLOVER's classes of deeds, that several rules ask for; a set of one rule stands with it."""

from __future__ import annotations

from briefing.model.words import Stance

ASKED: frozenset[Stance] = frozenset({"demands", "requests", "proposes"})
"""A government would have another do something."""
NOT_YET_SO: frozenset[Stance] = ASKED | {"offers", "threatens"}
"""What they are about is not so yet: `exigió una disculpa`, and there is none."""
UNDERTAKEN: frozenset[Stance] = frozenset({"promises", "agrees", "offers"})
"""A government binds itself towards another."""
ARRANGING: frozenset[Stance] = frozenset({"agrees", "promises", "announces"})
"""Of who says that he will meet."""
BLAMING: frozenset[Stance] = frozenset({"criticizes", "rejects", "denies"})
"""A judgement that something is false or bad."""
AGAINST: frozenset[Stance] = BLAMING | {"accuses", "threatens"}
"""Turned against another."""

MEASURES_AGAINST = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""PLOVER's material conflict as far as governments do it: by force, arrest, measure, troops."""
MATERIAL_CONFLICT = MEASURES_AGAINST | {"PROTEST"}
GRAVE = MEASURES_AGAINST | {"THREATEN"}
"""What is news though it is only held out."""
MATERIAL_COOPERATION = frozenset({"AID", "COOPERATE", "RETREAT", "CONCEDE"})
COOPERATION = MATERIAL_COOPERATION | {"CONSULT", "SUPPORT", "AGREE"}
"""With the verbal kind: what is said to each other in friendship."""
