"""Who is of a country, by one noun: `300 haitianos` -> `300 Haitians`."""

from __future__ import annotations

from briefing.knowledge.peoples import demonyms
from briefing.model import Token
from briefing.realize.tell.state import Telling
from briefing.realize.wording.verbs import rules_of


def is_of_a_people(telling: Telling, token: Token) -> bool:
    """`devolvió a 300 haitianos`: persons, whatever the tagger takes the word for."""
    return token.form.casefold() in demonyms(telling.t.edition.knowledge, telling.t.passage.language)


def one_of_a_people(telling: Telling, token: Token) -> str | None:
    """`Haitian`, `Spaniard`, of whom there may be several; None where the language has but an adjective (`French`)."""
    code = demonyms(telling.t.edition.knowledge, telling.t.passage.language).get(token.form.casefold())
    names = telling.t.edition.knowledge.actors[code].demonyms.get(telling.language, ()) if code else ()
    ending: str = rules_of(telling.language)["plural_of_peoples"]
    one = next((name for name in names if name + ending in names), None)
    return one and (one + ending if token.feat("Number") == "Plur" else one)
