"""Which two act where a sentence leaves a plural subject out: `Han encargado, además, un estudio`."""

from __future__ import annotations

from briefing.realize.edition import Edition, actor_name, listed
from briefing.realize.rungs.passages import Passage

TWO = 2


def acting_pair(passage: Passage, edition: Edition) -> str | None:
    """The two of two countries who act in the sentence right before, if it names nobody else."""
    own, doc, whole = passage.sentence, passage.doc, passage.whole
    before = whole.body_before(passage.span.start)[-1:] if whole is not None and not (passage.offset or passage.edits) else []
    if own is None or doc is None or not before or before[0].paragraph != own.paragraph:
        return None
    beside = passage.beside(before[0])
    named = dict.fromkeys(mention.actor for mention in beside.mentions if mention.actor in doc.actors and not mention.place)
    people = [doc.actors[one] for one in named if doc.actors[one].kind == "person"]
    of_two_countries = len(people) == len({one.country for one in people if one.country}) == TWO
    both = of_two_countries and {one.id for one in people} <= _acting(beside)
    return listed(edition, [actor_name(edition, one) for one in people]) if both else None


def _acting(passage: Passage) -> set[str]:
    """Who are named in the subject of the main verb."""
    tree, root = passage.tree, passage.root
    below = tree.children.get(root, ()) if root is not None else ()
    subject = next((i for i in below if tree.relations[i].startswith("nsubj")), None)
    places = tree.subtree(subject) if subject is not None else ()
    return {passage.mention_at[i].actor for i in places if i in passage.mention_at}
