"""What articles that an item does not rest on tell of its matter: their sentences most like the one that its line prints.

Consolidation puts together sentences that are much alike.  An article that says a line in other words, or in the midst of other
things, is found here, once the line is known: its sentence is asked whether it says the line, and else stands beside it where
it is on the same matter.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.tellings import heads_of
from briefing.consolidate.people import fold
from briefing.consolidate.saying import around, called, days_in
from briefing.consolidate.sentences import load_words
from briefing.consolidate.signatures import LEAST_SHARED, Feature, shared_features
from briefing.consolidate.told_clauses import at, is_undone, manner_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import intersects
from briefing.model import Event, Meeting

ASKED = 0.1
"""A sentence this similar to a printed one is asked whether it says it."""
SAME_MATTER = 0.2
"""A sentence this similar to a printed one is on its matter; set on pairs of sentences of ten weeks."""
MOST_SHARING = 40
"""A feature that more sentences have finds none."""
MOST_ASKED = 12
"""So many sentences of other articles, the most alike, are asked."""
LEAST_IN_COMMON = 3.5
"""Weight of what two sentences of one matter have in common besides who is named, and when."""
ANYBODYS = frozenset({"actor", "person", "name", "date"})
"""Kinds of features that sentences of quite other matters of one week share."""
NUMBER, LEMMA = "number", "lemma:"
COUNTRY_CODE = 2
LARGE = 100
"""From here on a number is hardly shared by chance."""
CALL = "call"
PASSING = frozenset({"actor", "act"})
"""Kinds of features that find nothing by themselves."""


class Finder:
    """The sentences of a week by what tells them apart."""

    def __init__(self, week: Week) -> None:
        self.week = week
        self.sharing: Mapping[Feature, tuple[SentenceKey, ...]] = sharing_of(week)

    def like(self, printed: Sequence[SentenceKey], taken: frozenset[str]) -> Iterator[tuple[SentenceKey, float]]:
        """Sentences of other articles than those `taken` with how alike they are to any printed one, the most alike first."""
        known = [key for key in dict.fromkeys(printed) if key in self.week.signatures]
        found = {key for one in known for f in self.week.signatures[one].everything for key in self.sharing.get(f, ())}
        rated = (
            (key, max(self.week.likeness(one, key, least=LEAST_SHARED / 2) for one in known))
            for key in found
            if key[0] not in taken
        )
        ordered = sorted(rated, key=lambda row: (-row[1], self.week.docs[row[0][0]].article.file, row[0][1]))
        yield from (row for row in ordered[:MOST_ASKED] if row[1] >= ASKED)


def sharing_of(week: Week) -> Mapping[Feature, tuple[SentenceKey, ...]]:
    found: defaultdict[Feature, list[SentenceKey]] = defaultdict(list)
    for key in sorted(week.signatures):
        if week.docs[key[0]].sentences[key[1]].kind == "body":
            for feature in week.signatures[key].everything:
                found[feature].append(key)
    return {f: tuple(keys) for f, keys in found.items() if f[0] not in PASSING and len(keys) <= MOST_SHARING}


def is_on_the_matter(week: Week, printed: Sequence[SentenceKey], key: SentenceKey) -> bool:
    """Whether a sentence has more in common with a printed one than names, days and small numbers: a thing, a sum, a deed."""
    apart = (of_other_governments, of_other_days)
    known = [one for one in printed if one in week.signatures and not any(veto(week, one, key) for veto in apart)]
    return any(in_common(week, one, key) >= LEAST_IN_COMMON for one in known)


def of_other_governments(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`Chile and Peru agreed`, `Chile and Bolivia agreed`: each names a country that the other does not."""
    ours, theirs = (countries_of(week, key) for key in (left, right))
    return bool(ours - theirs) and bool(theirs - ours)


def of_other_days(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`On January 15 they spoke`, `the talk of January 11`: each gives days, and none that may be the other's."""
    ours, theirs = ([date.value for date in days_in(*at(week, key)) if date.value] for key in (left, right))
    return bool(ours and theirs) and not any(intersects(one, other) for one in ours for other in theirs)


def countries_of(week: Week, key: SentenceKey) -> frozenset[str]:
    signature = week.signatures.get(key)
    named = signature.everything if signature else ()
    return frozenset(word for kind, word in named if kind == "actor" and len(word) == COUNTRY_CODE and word.isupper())


def in_common(week: Week, left: SentenceKey, right: SentenceKey) -> float:
    shared = shared_features(week.signatures[left], week.signatures[right])
    named = written_large(week, left)
    return math.fsum(sorted(week.weights[f] for f in shared if f[0] not in ANYBODYS and is_telling(f, named)))


def is_telling(feature: Feature, named: Set[str]) -> bool:
    """`half a million dollars`, `retaliation`; not `six days` beside `six months`, nor `Wednesday`, `Zealand`."""
    kind, word = feature
    if kind == NUMBER:
        return abs(float(word)) >= LARGE
    return not kind.startswith(LEMMA) or not (word in named or word.isdigit())


def written_large(week: Week, key: SentenceKey) -> frozenset[str]:
    """The words of a sentence that begin with a capital letter, as they are looked up."""
    return frozenset(token.lemma.lower() for token in at(week, key)[1].tokens if token.form[:1].isupper())


def is_near_a_meeting(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Whether a sentence, or one beside it, has the day, the place or somebody of a meeting."""
    near = around(week, key)
    said = frozenset().union(*(called(week, one) for one in near))
    named = (*meeting.people, *((meeting.place,) if meeting.place else ()))
    dated = any(date.value == meeting.date for one in near for date in days_in(*at(week, one)))
    return dated or any({fold(word) for word in name.split()} & said for name in named)


def is_of_a_meeting(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Whether a sentence tells of a meeting or call, as this one is, that stands as this one does: held, or still to come."""
    told = (claim for claim in week.by_sentence.get(key, ()) if isinstance(claim, Event) and claim.meeting)
    if any(claim.status == meeting.status and (claim.meeting == CALL) == (meeting.kind == CALL) for claim in told):
        return True
    heads = () if meeting.kind == CALL else heads_of(*at(week, key))
    return any(meets(week, key, head, held=meeting.status == "held") for head in heads)


def meets(week: Week, key: SentenceKey, head: int, *, held: bool) -> bool:
    """`recibirá en Arica a su colega`: a verb of what two do together, done or to come, and neither denied nor only wished."""
    doc, sentence = at(week, key)
    mood, supposed = manner_of(doc, sentence, head)
    stands = (mood == "done") == held and not supposed
    meeting = sentence.tokens[head].lemma.lower() in load_words(doc.article.language).mutual
    return stands and meeting and not is_denied(doc, sentence, head) and not is_undone(doc, sentence, head)


def names_everybody(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Whether a sentence, or one beside it, names all the people of a meeting."""
    said = frozenset().union(*(called(week, near) for near in around(week, key)))
    return all({fold(word) for word in name.split()} & said for name in meeting.people)
