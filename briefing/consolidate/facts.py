"""Key facts: clusters of sentences that tell the same thing, in the order of their importance.

The unit is the sentence, so that nothing is printed twice because it holds a statement, a deed and a figure at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.consolidate.accounts.denied_things import deny_two_things
from briefing.consolidate.clusters import cluster
from briefing.consolidate.dating import days, item_date
from briefing.consolidate.families import FAMILIES
from briefing.consolidate.main_claims import INDIRECT, actors_of, kind_of, main_claim, recipients_of, together, weakest_shared
from briefing.consolidate.ranking import (
    Entry,
    dated,
    importance,
    in_a_chronology,
    is_report,
    leads,
    only_named,
    only_wanted,
    opens_with_a_deed,
    prominence,
    standing_rules,
    two_governments,
)
from briefing.consolidate.reasons import apart_rules, merge_rules, place, vetoes_between
from briefing.consolidate.saying import Printed, unsaid
from briefing.consolidate.sentences import load_words, says
from briefing.consolidate.signatures import LEAST_SHARED, Feature
from briefing.consolidate.values.shares_borne import bear_other_shares
from briefing.consolidate.week import SentenceKey, Week, counts, make_id, place_key, retold_medium, unique_evidence
from briefing.model import Claim, Event, Evidence, Fact, Figure, Statement
from briefing.model.marks import REPORT_TOLD, SAME_PEOPLE, UNDER_A_DATE, VOICE_TURN

SAME_FACT = 0.36
"""Two sentences this similar tell the same thing; set on sentences of three weeks, see benchmarks/."""
RETOLD = 0.2
"""From here on two articles' sentences are asked whether one says all that the other does."""
RESTATED = 0.6
"""Two sentences of one article this similar say the same thing twice."""
REPEATS = 0.30
"""A fact this similar to one already chosen waits until the others had their turn."""
MOST_WANTED = 8
"""So many facts may tell nothing but what a government wants: the positions have them all."""
MOST_SHARED = 400
"""So many facts that share a feature are looked up by it."""
PAGE = 12
"""So many facts a memo prints: what stands on the page is decided first, then what stands at its top."""
ROUNDED = 1e-6
SHARE_OF_SENTENCES = 0.4
FEWEST_FACTS = 10
LIFTING = frozenset({"RETREAT", "CONCEDE"})
"""PLOVER classes of what takes back something done to somebody."""


def find_facts(week: Week) -> tuple[Fact, ...]:
    """The facts of the week, the most important first; at most two fifths of its sentences."""
    entries = [entry for group in fact_clusters(week) if tells_something(week, entry := make_entry(week, group))]
    ranked = in_turn(week, sorted(entries, key=lambda e: (-importance(week, e), place_key(week, e.claims[0]))))
    ranked = [*sorted(ranked[:PAGE], key=lambda e: -prominence(week, e)), *ranked[PAGE:]]
    most = max(FEWEST_FACTS, round(len(week.by_sentence) * SHARE_OF_SENTENCES))
    apart = kept_apart(week, ranked[:most])
    return tuple(make_fact(week, entry, apart.get(index, ())) for index, entry in enumerate(ranked[:most]))


def kept_apart(week: Week, entries: Sequence[Entry]) -> dict[int, tuple[str, ...]]:
    """Of facts that are alike enough to be one: the vetoes that keep them apart."""

    def speaks(left: Entry, right: Entry) -> list[str]:
        alike = week.likeness(left.sentences[0], right.sentences[0]) >= SAME_FACT
        return vetoes_between(week, left.sentences, right.sentences, VETOES) if alike else []

    return apart_rules(
        week,
        entries,
        near=lambda entry: [f for f in week.signatures[entry.sentences[0]].everything if f[0] != "actor"],
        speaks=speaks,
        name=lambda entry: place(week, entry.sentences[0]),
    )


def fact_clusters(week: Week) -> tuple[tuple[SentenceKey, ...], ...]:
    return cluster(
        list(week.signatures),
        lambda key: week.signatures[key].everything | {("words", week.words[key])},
        lambda left, right: likeness(week, left, right),
        SAME_FACT,
        key=lambda key: sentence_key(week, key),
        forbids=lambda left, right: any(veto(week, left, right) for veto in VETOES),
    )


def likeness(week: Week, left: SentenceKey, right: SentenceKey) -> float:
    """How alike two sentences are; the same words are the same fact, however little they hold that can be compared, and so is
    what one sentence says of the other in other words."""
    if week.words[left] == week.words[right]:
        return 1.0
    alike = week.likeness(left, right)
    return SAME_FACT if RETOLD <= alike < SAME_FACT and is_retold(week, left, right) else alike


def is_retold(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """One of two articles says all that the other does there; or both tell one act of the same sides on one day."""
    acts = [{(c.act, a) for c in week.by_sentence[key] if c.act and (a := frozenset(actors_of(c)))} for key in (left, right)]
    if left[0] == right[0] or not acts[0] & acts[1]:
        return False
    days_told = [{v for told in days_of_acts(week, key).values() for v in told} for key in (left, right)]
    if days_told[0] & days_told[1] and week.docs[left[0]].article.language != week.docs[right[0]].article.language:
        return True
    return says_all(week, left, right) or says_all(week, right, left)


def says_all(week: Week, one: SentenceKey, other: SentenceKey) -> bool:
    tokens = range(len(week.docs[one[0]].sentences[one[1]].tokens))
    return not unsaid(week, Printed(one, frozenset(tokens)), other)


def sentence_key(week: Week, key: SentenceKey) -> str:
    return f"{week.docs[key[0]].article.file}\0{key[1]:06d}"


def one_article_two_facts(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """What one article tells in two sentences is two facts, unless they restate each other, with the same figures."""
    if left[0] != right[0] or left == right:
        return False
    if week.likeness(left, right) < RESTATED:
        return True
    a, b = ({f for f in week.signatures[key].neutral if f[0] == "number"} for key in (left, right))
    return bool(a and b) and not a & b


def other_positions(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """One tells what this government wants, the other what that one wants: the same topic, not the same fact."""
    a, b = (held_in(week, key) for key in (left, right))
    return bool(a and b) and not a & b


def held_in(week: Week, key: SentenceKey) -> set[tuple[str, str]]:
    """Who holds what in a sentence; in `X rejected the proposal by Y` the one that a verb tells, not the other beside it."""
    stated = [claim for claim in week.by_sentence[key] if isinstance(claim, Statement)]
    told = [claim for claim in stated if not INDIRECT & {*claim.rules}] or stated
    return {(claim.government, FAMILIES[claim.stance]) for claim in told}


def denied_by_one(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """A claim and its denial share every word: `will take back 600`, `the figure of 600 corresponds to nothing`."""
    return denies(week, left) != denies(week, right)


def denies(week: Week, key: SentenceKey) -> bool:
    """Whether a sentence denies: by what it states, by its main verb, or by calling a claim unfounded."""
    stated = any(isinstance(c, Statement) and (c.stance == "denies" or c.certainty == "denied") for c in week.by_sentence[key])
    doc = week.docs[key[0]]
    said = doc.sentences[key[1]].span.of(doc.article.text)
    return stated or key in week.negated or says(said, load_words(doc.article.language).unfounded)


def other_act_other_figures(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`would accept 120 licences instead of 206`, `had granted 206 until 2016`: one number in common is not one fact."""
    numbers = [{f for f in week.signatures[key].neutral if f[0] == "number"} for key in (left, right)]
    acts = [{claim.act for claim in week.by_sentence[key] if claim.act} for key in (left, right)]
    return all(numbers) and numbers[0] != numbers[1] and any(acts) and not acts[0] & acts[1]


def imposed_and_lifted(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`is implementing a 25% duty`, `the 25% duty is suspended`: the one undoes the other."""
    classes = [{claim.plover for claim in week.by_sentence[key] if claim.act} for key in (left, right)]
    return all(classes) and bool(classes[0] & LIFTING) != bool(classes[1] & LIFTING)


def other_days(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`will arrive on November 12`, `will arrive on November 19`: of two days each is told by itself."""
    a, b = (days_of_acts(week, key) for key in (left, right))
    return any(not a[act] & b[act] for act in a.keys() & b.keys())


def days_of_acts(week: Week, key: SentenceKey) -> dict[str, set[str]]:
    """The days that a sentence gives to what is done in it; a kind of meeting is one act."""
    found: dict[str, set[str]] = {}
    for claim in week.by_sentence[key]:
        if isinstance(claim, Event) and claim.date and (claim.act or claim.meeting) and days(claim.date) == 0:
            found.setdefault(claim.meeting or claim.act or "", set()).add(claim.date)
    return found


def other_standing(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`will meet on Friday`, `the meeting on Friday has been called off`: the second is no source of the first."""
    told = [{c.status for c in week.by_sentence[key] if isinstance(c, Event) and c.meeting} for key in (left, right)]
    return bool(told[0] and told[1] and not told[0] & told[1])


def refused_by_one(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """`will not attend on the 24th`, `will attend on the 24th after all`: the second is no source of the first."""
    denied = [key in week.negated_anywhere for key in (left, right)]
    if denied[0] == denied[1]:
        return False
    refusing, other = (left, right) if denied[0] else (right, left)
    refused = {c.government for c in week.by_sentence[refusing] if isinstance(c, Statement) and c.act == REFUSAL}
    against = {c.government for c in week.by_sentence[other] if isinstance(c, Statement) and c.stance in {"rejects", "denies"}}
    return bool(refused - against)


REFUSAL = "refuse"
"""The act of what is refused by a negated future."""
VETOES = (
    one_article_two_facts,
    refused_by_one,
    other_positions,
    denied_by_one,
    deny_two_things,
    other_act_other_figures,
    imposed_and_lifted,
    other_days,
    other_standing,
    bear_other_shares,
)


def tells_something(week: Week, entry: Entry) -> bool:
    """Whether a fact is worth a line: somebody does or says something in it, with another government or in the week's own days.

    `La provincia de Mora es una provincia de Chile` is true and tells a reader of the week nothing.  What an article opens with
    is its news, though no act of it is known (`El subsecretario citó a la Cancillería a la encargada de Negocios a.i. de …`).
    """
    if any(REPORT_TOLD in claim.rules or not is_report(claim) for claim in entry.claims):
        return True
    if opens_with_a_deed(week, entry):
        return True
    tells = not only_named(week, entry) or leads(week, entry)
    return bool(dated(week, entry) or (two_governments(week, entry) and tells))


def make_entry(week: Week, group: Sequence[SentenceKey]) -> Entry:
    claims = tuple(sorted((c for key in group for c in week.by_sentence[key]), key=lambda c: place_key(week, c)))
    return Entry(claims=claims, sentences=tuple(group), centrality=week.centrality(group), **counts(week, claims))


def in_turn(week: Week, ranked: Sequence[Entry]) -> list[Entry]:
    """The same entries, behind them those that repeat an earlier one (maximal marginal relevance, in one step), then those that
    the positions tell as well, beyond the first few."""
    first: list[Entry] = []
    later: list[Entry] = []
    wanted: list[Entry] = []
    shelf = Shelf(week)
    for entry in ranked:
        if any(repeats(week, entry, other) for other in shelf.near(entry)):
            later.append(entry)
        elif only_wanted(week, entry) and shelf.wanted >= MOST_WANTED:
            wanted.append(entry)
        else:
            first.append(entry)
            shelf.add(entry)
    return [*first, *later, *wanted]


def repeats(week: Week, entry: Entry, other: Entry) -> bool:
    """Much the same again; what undoes or denies the other is news, however like it is, and so is the deed that it answers."""
    alike = week.likeness(entry.sentences[0], other.sentences[0]) >= REPEATS
    return alike and not undoes(week, entry, other) and not is_answered_by(week, entry, other)


def is_answered_by(week: Week, entry: Entry, other: Entry) -> bool:
    """`Peru will tax copper from Chile`, which an article opens with, and `Chile rejected the tax of Peru on copper`."""
    deed = bool(leads(week, entry)) or any(VOICE_TURN in claim.rules for claim in entry.claims)
    return deed and other_positions(week, entry.sentences[0], other.sentences[0])


class Shelf:
    """The facts chosen so far, found by what tells two facts alike.

    Of a feature that very many of them share the first `MOST_SHARED` are kept: a later fact that is alike only in such
    features, and only with facts behind those, does not count as their repetition.
    """

    def __init__(self, week: Week) -> None:
        self.week = week
        self.entries: list[Entry] = []
        self.wanted = 0
        self.sharing: dict[Feature, list[int]] = {}

    def add(self, entry: Entry) -> None:
        for feature in self.telling(entry):
            sharing = self.sharing.setdefault(feature, [])
            if len(sharing) < MOST_SHARED:
                sharing.append(len(self.entries))
        self.entries.append(entry)
        self.wanted += bool(only_wanted(self.week, entry))

    def near(self, entry: Entry) -> Iterator[Entry]:
        """Those that share enough with a fact to be compared, the most alike first."""
        shared: defaultdict[int, float] = defaultdict(float)
        for feature in self.telling(entry):
            weight = self.week.weights[feature]
            for index in self.sharing.get(feature, ()):
                shared[index] += weight
        enough = (index for index in shared if shared[index] > LEAST_SHARED / 2 - ROUNDED)
        yield from (self.entries[index] for index in sorted(enough, key=lambda index: (-shared[index], index)))

    def telling(self, entry: Entry) -> Iterator[Feature]:
        signature = self.week.signatures[entry.sentences[0]]
        return (feature for feature in signature.neutral | signature.bridges if feature[0] != "actor")


def undoes(week: Week, entry: Entry, other: Entry) -> bool:
    left, right = entry.sentences[0], other.sentences[0]
    return denied_by_one(week, left, right) or imposed_and_lifted(week, left, right)


def explained_by(claim: Claim) -> tuple[Evidence, ...]:
    """The sentences that a fact may be told by beside its own.

    None where `They will meet again in May` has its sides from the sentence before, which tells of another meeting.
    """
    return () if SAME_PEOPLE in claim.rules else claim.context


def make_fact(week: Week, entry: Entry, apart: Sequence[str]) -> Fact:
    main = main_claim(entry.claims)
    merged = merge_rules(week, (main.evidence.article, main.sentence), entry.sentences)
    same = [claim for claim in entry.claims if type(claim) is type(main) and claim.act == main.act]
    date, basis, dated_by = item_date(main, same)
    listed = bool(in_a_chronology(week, entry))  # what an article of its own tells as well is news
    evidence = tuple(dict.fromkeys((main.evidence, *explained_by(main), *unique_evidence(week, entry.claims))))
    return Fact(
        id=make_id("f", main.evidence.text),
        kind=kind_of(main),
        evidence=evidence,
        act=main.act,
        plover=main.plover,
        actors=tuple(dict.fromkeys(code for claim in together(main, same) for code in actors_of(claim))),
        recipients=recipients_of(main),
        concepts=tuple(dict.fromkeys(c for claim in (main, *entry.claims) for c in claim.concepts))[:8],
        date=date,
        date_basis=basis,
        quantities=tuple(dict.fromkeys(a for claim in entry.claims if isinstance(claim, Figure) for a in claim.quantities)),
        attribution=told_through(week, main),
        certainty=weakest_shared(same),
        rules=(
            *dict.fromkeys(rule for claim in entry.claims for rule in claim.rules if listed or rule != UNDER_A_DATE),
            *dated_by,
            *merged,
            *apart,
            *standing_rules(week, entry),
        ),
        sources=entry.sources,
        origins=entry.origins,
        retells=retold_medium(week, entry.claims),
    )


def told_through(week: Week, main: Claim) -> tuple[str, ...]:
    """Who tells a fact; what a government's own paper asserts is that government's word: `Chad has never laid mines`, `ten
    flights a day will be permitted`."""
    issuers = week.docs[main.evidence.article].issuers
    if len(issuers) == 1 and main.attribution in {(), issuers} and opens_with_its_issuer(week, main, issuers[0]):
        return ()  # `The Ministry of Trade informs the public that …`
    if main.attribution or len(issuers) != 1:
        return main.attribution  # what two say together is no word of one of them
    if isinstance(main, Statement) and {*main.rules} >= OWN_SPEECH and {"column:country", "column:government"} & {*main.rules}:
        return ()  # `Chad rejects the claim, according to Chad`
    return (main.government,) if isinstance(main, Statement) else issuers


def opens_with_its_issuer(week: Week, claim: Claim, issuer: str) -> bool:
    """Whether a sentence begins with a body of the government in whose name its paper speaks."""
    doc, start = week.docs[claim.evidence.article], claim.evidence.start
    first = (m for m in doc.mentions if start <= m.span.start <= start + OF_AN_ARTICLE and not m.place)
    return any((actor := doc.actors.get(mention.actor)) is not None and actor.country == issuer for mention in first)


OF_AN_ARTICLE = 4
"""Characters before the name: `The `."""
OWN_SPEECH = frozenset({"says_with_a_stance", "subject:explicit"})
"""The rules of what a government is told to say in so many words."""
