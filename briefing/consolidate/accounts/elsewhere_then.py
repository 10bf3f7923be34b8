"""Who was in another town on the day on which one article has him meet somebody: another received the guest.

`met President Weber in Riga on May 4`; `President Weber was in Ventspils that day.  Mr Costa was received by Minister Ozols.`:
the second article names his place, says that it was then, and speaks beside it of whom he is told to have met.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.presence import being_away
from briefing.consolidate.accounts.scenes import are_other_places
from briefing.consolidate.accounts.told_gatherings import people_in
from briefing.consolidate.meetings.overtaken import is_older
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import bodies, claim_at
from briefing.consolidate.week import SentenceKey, Week
from briefing.model import Doc, Event
from briefing.model.marks import MATTER
from briefing.model.meeting_kinds import CONTACTS


def elsewhere_then(week: Week) -> Iterator[Difference]:
    """Each sentence on who was elsewhere with the meetings of other articles which it contradicts."""
    told = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and c.meeting in CONTACTS]
    held = [event for event in told if event.status is None]
    for key, sentence in bodies(week):
        doc = week.docs[key[0]]
        away = next((one for i in range(len(sentence.tokens)) if (one := being_away(doc, key, sentence, i))), None)
        if away is None:
            continue
        beside, claim = people_beside(doc, key), claim_at(week, key)
        met = [
            event
            for event in held
            if event.evidence.article != key[0] and not is_older(week, claim, event)
            if has_both(week, event, away.names, beside - away.names) and is_apart(event, away.away)
        ]
        if met:
            ground = frozenset({f"{MATTER}meet_or_speak"})
            yield Difference((), "account", {"affirmed": met, "denied": [claim]}, "met_or_not", ground)


def people_beside(doc: Doc, key: SentenceKey) -> frozenset[str]:
    """Whom the sentence itself, the one before or the one behind names."""
    near = [doc.sentences[n] for n in range(max(0, key[1] - 1), min(len(doc.sentences), key[1] + 2))]
    return frozenset().union(*(people_in(doc, one) | people_in(doc, one, telling=True) for one in near))


def has_both(week: Week, event: Event, away: frozenset[str], beside: frozenset[str]) -> bool:
    actors = (week.docs[event.evidence.article].actors.get(name) for name in event.people)
    names = [{fold(word) for form in actor.forms for word in form.split()} for actor in actors if actor]
    return any(one & away for one in names) and any(one & beside and not one & away for one in names)


def is_apart(event: Event, away: frozenset[str]) -> bool:
    """`met him in Riga`, `was in Ventspils`; of a meeting without a place nothing says that it was in Ventspils."""
    return not event.place or are_other_places(frozenset({fold(event.place)}), away)


__all__ = ["elsewhere_then"]
