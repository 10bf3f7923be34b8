"""Who a counterpart without a name is: `Ruiz met her Serbian counterpart.  The Serbian minister, Milan Stankov, said …`."""

from __future__ import annotations

from briefing.extract.reading import Reading, is_person, mentions_in
from briefing.extract.sentence.trees import Tree, children, root_of, span_of
from briefing.model import Event
from briefing.model.known_rows import COUNTERPART

MINISTER = "minister"
"""The role of who is some minister or other."""


def counterpart_named(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """The subject, of the counterpart's country and the same office or a bare `minister`; nobody where several may be meant."""
    if len(event.people) != 1 or len({*event.actors}) != 2 or not is_person(reading, event.people[0]):
        return ()
    known = reading.doc.actors[event.people[0]]
    told = [reading.doc.actors[m.actor] for m in mentions_in(reading, reading.trees[event.sentence].sentence.span)]
    others = {a.country for a in told if a.kind == "office" and a.role == COUNTERPART and a.country != known.country}
    subjects = [span_of(tree, c, ("acl",)) for c in children(tree, root_of(tree), "nsubj")]
    named = {m.actor for span in subjects for m in mentions_in(reading, span) if is_person(reading, m.actor)}
    fitting = [reading.doc.actors[actor] for actor in named if reading.doc.actors[actor].country in others]
    same = [a for a in fitting if a.role in {known.role, MINISTER} and (known.role or "").endswith(MINISTER)]
    return (same[0].id,) if len(named) == len(same) == len(others) == 1 else ()


__all__ = ["counterpart_named"]
