"""The place of a meeting as an edition writes it: a known country, capital or city, or as a source in that language has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from briefing.knowledge import LANGUAGES, Knowledge
from briefing.knowledge.entries import ActorEntry
from briefing.knowledge.printed import may_be_another, says_less
from briefing.model import Language, Meeting
from briefing.model.letters import LOWER
from briefing.realize.edition import Edition, government_name
from briefing.realize.wording.transfer import translations


def place_name(meeting: Meeting, edition: Edition) -> str | None:
    """The place in the edition's language: a known country or capital, or as a source in that language writes it."""
    if meeting.place is None:
        return None
    if meeting.place in edition.knowledge.actors:
        return government_name(edition, meeting.place)
    known = known_place(meeting.place, edition)
    if known:
        return known
    in_this_language = (piece for piece in meeting.evidence if piece.language == edition.language)
    return meeting.place if any(meeting.place in piece.text for piece in in_this_language) else None


def known_place(place: str, edition: Edition) -> str | None:
    """`Londres` as `London`, `Washington, D.C.` as it is: what stands behind the comma is kept where it is no word."""
    city, _, rest = place.partition(",")
    written = city.strip().casefold()
    country = _places(edition.knowledge).get(written)
    if country is not None and not country[1]:
        return country[0].in_sentence.get(edition.language) or country[0].names[edition.language][0]
    if country is None and may_be_another(written, edition.passages.countries):
        return None
    if country is not None and country[0].id not in edition.passages.countries and says_less(city.strip(), country[0].capital):
        return None
    name = country[0].capital.get(edition.language) if country else cities_in(edition.language).get(written)
    return f"{name}, {rest.strip()}" if name and rest and not re.search(f"[{LOWER}]", rest) else name


@lru_cache(maxsize=8)
def _places(knowledge: Knowledge) -> Mapping[str, tuple[ActorEntry, bool]]:
    """Capitals and countries by their names, each with whether it is the capital; the first of the knowledge wins."""
    found: dict[str, tuple[ActorEntry, bool]] = {}
    for entry in knowledge.actors.values():
        for capital in entry.capital.values():
            found.setdefault(capital.casefold(), (entry, True))
        for name in (name for names in entry.names.values() for name in names if entry.kind == "country"):
            found.setdefault(name.casefold(), (entry, False))
    return found


@cache
def cities_in(language: Language) -> Mapping[str, str]:
    """Cities other than capitals by their names in any language, as this one writes them."""
    own = {name.casefold(): name for name in translations("cities", language)}
    others = (translations("cities", other) for other in LANGUAGES if other != language)
    return own | {name.casefold(): said for rows in others for name, said in rows.items()}
