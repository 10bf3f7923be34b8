"""How many independent origins stand behind an item: articles that are one source count once.

Beyond what reading found (one outlet, copied text), articles that retell one medium's report are one origin for what they
retell.  An article that names that medium anywhere is taken to retell it where others say so of the same thing: too few origins
are the safe error (WorldMonitor#6443: a third of what was called corroborated was one publisher).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.knowledge import Knowledge
from briefing.model import Claim, Doc


def media_cited(claims: Sequence[Claim], knowledge: Knowledge) -> frozenset[str]:
    """The media to which an article attributes anything."""
    return frozenset(name for claim in claims for name in claim.attribution if knowledge.is_medium(name))


def count_origins(
    members: Sequence[Claim], docs: Mapping[str, Doc], cited: Mapping[str, frozenset[str]], knowledge: Knowledge
) -> int:
    """The number of independent origins of some claims."""
    retold = {name for claim in members for name in claim.attribution if knowledge.is_medium(name)}
    return len({origin_of(claim, retold, docs, cited) for claim in members})


def origin_of(claim: Claim, retold: set[str], docs: Mapping[str, Doc], cited: Mapping[str, frozenset[str]]) -> str:
    article = docs[claim.evidence.article].article
    media = sorted(retold & cited.get(article.id, frozenset()))
    return media[0] if media else article.origin or article.id
