"""The brief's title and its bottom line, from what the items already say.

Both editions take the same items: those that each language has words for, else the first ones.  Where an edition could only
quote one of these, or where it opens aside from the two main governments, a fact that it tells in its own words stands in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from briefing.edtf import bounds
from briefing.model import Brief, Fact, Item, Language, Position, Stance
from briefing.model.letters import capital
from briefing.model.marks import OVERTAKEN, VOICE, VOICE_ISSUER, WITH_THE_SENTENCE_BEFORE
from briefing.realize.edition import Edition, bare_name
from briefing.realize.rungs.decided import one_begins, one_ends
from briefing.realize.rungs.gists import vacuous
from briefing.realize.rungs.native import countries_named
from briefing.realize.rungs.originals import BEHIND_FACT, LEANS
from briefing.realize.top.developments import (
    SHORTEST_LINE,
    answers,
    is_denial,
    is_development,
    is_news,
    leans_not,
    needs_no_other,
    opens_an_article,
    stands_alone,
    tells_an_act,
    told_piece,
)
from briefing.realize.top.matters import main_topics
from briefing.realize.top.repeating import as_fact, repeats
from briefing.realize.top.upcoming import upcoming_line
from briefing.realize.top.worded import SAYING_RUNGS, origin_of, worded
from briefing.realize.topics import bare_topic

LONGEST_LINE = 70
"""Words of a sentence of the bottom line."""
SHARE_OF_A_PARTY = 0.15
MOST_GOVERNMENTS = 3
MOST_POSITIONS = 2
MOST_SENTENCES = 3
"""The main development, and what the other articles open with or the other government wants."""
STALE_DAYS = 3
MOST_READ = 8
"""So many facts at the top of the list are looked through for one that tells a development."""
SHORTEST_OPENING = 10
"""Words of a sentence that opens the line before a quotation: `Serbia had received no complaint` says of nothing what."""
ASKING: frozenset[Stance] = frozenset({"demands", "requests"})
STANCE = "says_with_a_stance"
"""The rule of extraction on what a government says that it wants, refuses or offers."""
DEED = "deed"
"""The rule of extraction on what an actor has done."""
JUDGING = frozenset({"judges", "accuses_of_a_fault"})
"""The rules of extraction on what a government holds against another."""
ANNOUNCED = "announces_a_deed"
"""The rule of extraction on a deed that its doer has said to come."""
STAND_INS = 2
"""Only the second development may open the line in place of the first, where that one is only quoted."""
CANDIDATES = 4
"""Of so many facts at the top of the list one opens the bottom line."""


def title(brief: Brief, edition: Edition) -> str:
    """`Chile–Peru: visas and border`, the reader's own government first; without topics, the governments alone."""
    home = edition.localizer.home
    codes = sorted(title_governments(brief), key=lambda code: code != home)
    names = {code: name for code in codes if (name := bare_name(edition, code))}
    short = edition.localizer.forms.short_countries if len(names) == 2 else {}
    said = [short.get(code, name) for code, name in names.items()]
    joined = "–".join(said) if len(said) < 3 else edition.localizer.list(said)
    topics = edition.localizer.list([bare_topic(concept, edition) for concept in main_topics(brief, edition)])
    return edition.localizer.punctuate(capital(": ".join(part for part in (joined, topics) if part)))


def title_governments(brief: Brief) -> tuple[str, ...]:
    """The first two, and a third that is a party: who says one word on the matter is none.

    It holds its share of the positions, or has done with one of the two what a fact at the top of the list tells.
    """
    held = Counter(position.government for position in brief.positions if not position.omit)
    party = {code for fact in brief.facts[:CANDIDATES] if _is_a_deed_with_the_main(fact, brief) for code in fact.actors}
    least = max(2, SHARE_OF_A_PARTY * held.total())
    third = [code for code in brief.governments[2:MOST_GOVERNMENTS] if held[code] >= least or code in party]
    return (*brief.governments[:2], *third) if held else brief.governments[:MOST_GOVERNMENTS]


def _is_a_deed_with_the_main(fact: Fact, brief: Brief) -> bool:
    """`Honduras and Nicaragua signed an accord`, of a week that El Salvador and Honduras are heard of most."""
    done = DEED in fact.rules and not fact.omit and OVERTAKEN not in fact.rules
    return done and bool({*fact.actors} & {*brief.governments[:2]})


def bottom_line(brief: Brief, editions: Mapping[Language, Edition]) -> Mapping[Language, str]:
    """Up to four sentences in each language: the main development, what the two main governments want, the next dates."""
    main = main_fact(brief, editions)
    chosen = [*main, *_positions(brief, editions, main, whole=True)]
    chosen += further_facts(brief, editions, chosen)[: MOST_SENTENCES - len(chosen)]
    chosen += [] if len(chosen) > 1 else _positions(brief, editions, main, whole=False)[:1]
    lines = {
        code: [worded(item, edition) for item in told_first(in_own_words(chosen, brief, edition), brief, edition)]
        for code, edition in editions.items()
    }
    for language, dates in upcoming_line(brief, editions).items():
        lines[language].append(dates)
    return {language: " ".join(sentences) for language, sentences in lines.items() if sentences}


def in_own_words(chosen: Sequence[Item], brief: Brief, edition: Edition) -> list[Item]:
    """The items of an edition's line: for one that it could only quote, what stands nearest and is told in its own words; for
    one that opens the line aside from the two main governments, likewise; the item itself where there is no such other.
    """
    taken = list(chosen)
    for place, item in enumerate(chosen):
        quoted = item.basis.get(edition.language) not in SAYING_RUNGS
        if quoted or (place == 0 and is_of_a_third(item, brief)):
            fresh = (other for other in _nearest(item, brief, edition) if not any(repeats(other, one) for one in taken))
            taken[place] = next(fresh, item)
    return taken


def told_first(items: Sequence[Item], brief: Brief, edition: Edition) -> list[Item]:
    """The items of an edition's line; one in its own words opens it before those that it can only quote in another language.

    How things stood days before the quoted one is no opening, nor what is on another matter.
    """
    own = [item for item in items if origin_of(item, edition) == edition.language]
    opening = [item for item in own if not _is_older(item, items[0], brief) and _may_open(item, items[0], brief, edition)]
    opening = [one for one in opening if not answers(one, [edition]) and _is_no_bloc(one, items[0], brief)]
    opening.sort(key=lambda item: not opens_an_article(item, [edition]))
    if not opening or items[0] in own:
        return list(items)
    return [opening[0], *(item for item in items if item is not opening[0])]


def _is_no_bloc(item: Item, first: Item, brief: Brief) -> bool:
    return not (isinstance(item, Fact) and isinstance(first, Fact)) or acts_like(item, first, brief)


def _may_open(item: Item, first: Item, brief: Brief, edition: Edition) -> bool:
    """Whether a sentence says, of the first one's matter or between the two main governments, more than a few words."""
    shared = {*item.concepts} & {*first.concepts} - vacuous()
    facts = [fact for fact in brief.facts if fact is item or fact.evidence[0].at == item.evidence[0].at]
    named = {code for fact in facts for code in (*fact.actors, *fact.recipients)}
    named |= {item.government, *item.addressee} if isinstance(item, Position) else set()
    between = {*brief.governments[:MOST_POSITIONS]} <= named
    return (bool(shared) or between) and len(item.text[edition.language].split()) >= SHORTEST_OPENING


def _nearest(item: Item, brief: Brief, edition: Edition) -> Iterator[Item]:
    """For a position what the same government holds likewise; for a fact what one main government said of the other."""
    if isinstance(item, Position):
        own = (p for p in brief.positions if holds_likewise(p, item) and stands_alone(p, brief) and _is_told(p, edition))
        yield from (p for p in own if needs_no_other(p, [edition]))
        return
    told = [fact for fact in brief.facts if may_stand_in(fact, brief) and _is_told(fact, edition)]
    told = [fact for fact in told if needs_no_other(fact, [edition])]
    yield from sorted(told, key=is_denial)


def holds_likewise(position: Position, other: Position) -> bool:
    """Whether two positions are one government's and of one stance; what is requested and what is demanded are both asked."""
    return position.government == other.government and (
        position.stance == other.stance or {position.stance, other.stance} <= ASKING
    )


def may_stand_in(fact: Fact, brief: Brief) -> bool:
    """Whether a fact is what one of the two main governments said, announced or agreed about the other.

    What a newspaper tells as so, and what an official text says without saying whose word it is, are no words to open with.
    """
    said = fact.kind == "statement" or ANNOUNCED in fact.rules
    bare = one_ends(fact.rules, LEANS, WITH_THE_SENTENCE_BEFORE, BEHIND_FACT) or one_begins(fact.rules, VOICE)
    return (
        said and not bare and OVERTAKEN not in fact.rules and is_development(fact, brief) and _is_between_the_main(fact, brief)
    )


def is_of_a_third(item: Item, brief: Brief) -> bool:
    """Whether a fact is about a third government and not about both main ones: `Brazil called in the envoy of Chile`."""
    main = {*brief.governments[:MOST_POSITIONS]}
    third = {*brief.governments} - main
    return isinstance(item, Fact) and bool(third & {*item.actors}) and not _is_between_the_main(item, brief)


def _only_judges(fact: Item) -> bool:
    """`have an intolerable alliance with the government`: what one says of the other is no stand-in for what was done."""
    return OVERTAKEN in fact.rules or not JUDGING.isdisjoint(fact.rules)


def acts_like(fact: Fact, other: Fact, brief: Brief) -> bool:
    """Whether one of the two main governments acts in it, if one does in the other: a bloc that offers to mediate is no
    stand-in for what a government has done."""
    main = {*brief.governments[:MOST_POSITIONS]}
    return {*fact.actors[:1]} <= main or not {*other.actors[:1]} <= main


def _is_between_the_main(fact: Fact, brief: Brief) -> bool:
    return {*brief.governments[:MOST_POSITIONS]} <= {*fact.actors, *fact.recipients}


def _names_the_main(fact: Fact, brief: Brief, editions: Mapping[Language, Edition]) -> bool:
    """Whether a fact is between the two, or its sentence names both: `Peru rejected what it called an ultimatum by Chile`."""
    pieces = [edition.passages.of(told_piece(fact, edition)) for edition in editions.values()]
    both = {*brief.governments[:MOST_POSITIONS]}
    theirs = {STANCE, ANNOUNCED, DEED} & {*fact.rules} and not one_ends(fact.rules, LEANS)  # no party, no guild of theirs
    return _is_between_the_main(fact, brief) or (bool(theirs) and all(both <= countries_named(piece) for piece in pieces))


def _is_told(item: Item, edition: Edition) -> bool:
    """Whether an edition tells an item whole, in a sentence of its own that is neither long nor of a few words."""
    rung, words = item.basis.get(edition.language), len(item.text.get(edition.language, "").split())
    return rung in SAYING_RUNGS and rung != "gist" and SHORTEST_LINE <= words <= LONGEST_LINE and not item.omit


def _said_in_all(items: Sequence[Item], editions: Mapping[Language, Edition]) -> Iterator[Item]:
    for item in items:
        texts = [item.text.get(language, "") for language in editions]
        rungs = [item.basis.get(language) for language in editions]
        short = all(0 < len(text.split()) <= LONGEST_LINE for text in texts)
        if not item.omit and short and all(rung in SAYING_RUNGS for rung in rungs):
            yield item


def _said_in_one(items: Sequence[Item]) -> list[Item]:
    """The first short items, those that one edition has words of its own for before those that are only quoted."""
    short = [item for item in items if not item.omit and _is_short(item)]
    return sorted(short[:CANDIDATES], key=lambda item: not any(rung in SAYING_RUNGS for rung in item.basis.values()))


def main_fact(brief: Brief, editions: Mapping[Language, Edition]) -> list[Item]:
    """Of the first few developments the first that each edition has words of its own for, more than a gist; else the first,
    in original words.

    What both can say further down is no main development: a quotation that is one serves the reader better.
    """
    sure = [fact for fact in brief.facts if not is_of_two_days(fact, brief)]
    printed = [fact for fact in sure if not fact.omit]
    leading = _leading(printed, brief, editions)[:CANDIDATES]
    leading.sort(key=lambda fact: _comes_behind(fact, editions))
    matter = {concept for fact in leading[:1] for concept in fact.concepts} - vacuous()
    matter |= {concept for edition in editions.values() for concept in main_topics(brief, edition)}
    matter |= {c.broader for e in editions.values() for n in matter if (c := e.knowledge.concepts.get(n)) and c.broader}
    near = [fact for fact in leading if matter & {*fact.concepts} and not _is_older(fact, leading[0], brief)]
    stand_ins = _said_in_all(near[:STAND_INS], editions)
    worded = [fact for fact in stand_ins if not (_gists(fact) or is_denial(fact) or _only_judges(fact))]
    opens = any(opens_an_article(fact, editions.values()) for fact in leading[:1])
    worded = [fact for fact in worded if not opens or opens_an_article(fact, editions.values())]
    worded = [fact for fact in worded if isinstance(fact, Fact) and acts_like(fact, leading[0], brief)]
    best = [fact for fact in leading if _comes_behind(fact, editions) == _comes_behind(leading[0], editions)]
    return (worded or _said_in_one(best) or _said_in_one(leading) or _said_in_one(sure))[:1]


def _leading(printed: Sequence[Fact], brief: Brief, editions: Mapping[Language, Edition]) -> list[Fact]:
    """The news among the first facts; where each of them leans on another sentence, what an article opens with before them."""
    news = [fact for fact in printed[:MOST_READ] if is_news(fact, brief, editions.values())]
    whole = any(needs_no_other(fact, editions.values()) for fact in news)
    openers = [] if whole else [fact for fact in printed[:MOST_READ] if opens_an_article(fact, editions.values())]
    return [*openers, *(fact for fact in news if fact not in openers)] or list(printed)


def _comes_behind(fact: Fact, editions: Mapping[Language, Edition]) -> tuple[bool, ...]:
    """What an article opens with comes first, of that what tells an act, then what is no mere judgment and answers nothing
    that the line has not told, then what needs no other sentence, then what surely takes none up."""
    every = editions.values()
    return (
        not opens_an_article(fact, every),
        not tells_an_act(fact),
        _only_judges(fact),
        answers(fact, every),
        not needs_no_other(fact, every),
        not leans_not(fact, every),
    )


def is_of_two_days(fact: Fact, brief: Brief) -> bool:
    """`They are to meet on May 14`, of one for which the next dates give `May 14 or 15`: the day is not settled."""
    ahead = {meeting.id for meeting in brief.meetings if meeting.status == "upcoming" and not meeting.omit}
    disputed = (c for c in brief.conflicts if c.field == "date" and c.id in fact.conflicts and ahead & {*c.about})
    return any(fact.date in {value.value for value in conflict.values} for conflict in disputed)


def _is_older(item: Item, first: Item, brief: Brief) -> bool:
    """Whether an item is from an article of days before the first one's: how things stood then is no stand-in."""
    then, now = _published(item, brief), _published(first, brief)
    return bool(then and now and (now - then).days >= STALE_DAYS)


def _published(item: Item, brief: Brief) -> date | None:
    article = next((article for article in brief.articles if article.id == item.evidence[0].at[0]), None)
    return bounds(article.published)[0] if article and article.published else None


def further_facts(brief: Brief, editions: Mapping[Language, Edition], told: Sequence[Item]) -> list[Item]:
    """The next developments that need no other sentence, each from an article of its own: those that an article opens with
    first, since by the genre of news that is what it is about.  What is of one of the main governments alone and of another
    matter is left to the list.
    """
    leading = [
        fact for fact in brief.facts if not fact.omit and is_news(fact, brief, editions.values()) and not is_denial(fact)
    ]
    leading = [one for one in leading if VOICE_ISSUER not in one.rules or opens_an_article(one, editions.values())]
    leading = [fact for fact in leading if not is_of_two_days(fact, brief)]
    fresh = [fact for fact in leading if OVERTAKEN not in fact.rules and not _gists(fact) and _is_short(fact)]
    acting = [fact for fact in fresh if tells_an_act(fact) or opens_an_article(fact, editions.values())]
    whole = [fact for fact in acting if needs_no_other(fact, editions.values())]
    chosen: list[Item] = []
    matter = {concept for item in told for concept in item.concepts} - vacuous()
    near = [fact for fact in whole if _names_the_main(fact, brief, editions) or matter & {*fact.concepts}]
    for fact in sorted(near, key=lambda fact: not opens_an_article(fact, editions.values())):
        if not any(repeats(fact, item) or fact.evidence[0].at[0] == item.evidence[0].at[0] for item in (*told, *chosen)):
            chosen.append(fact)
    return chosen


def _is_short(item: Item) -> bool:
    return all(len(text.split()) <= LONGEST_LINE for text in item.text.values())


def _gists(item: Item) -> int:
    return sum(rung == "gist" for rung in item.basis.values())


def _positions(brief: Brief, editions: Mapping[Language, Edition], main: Sequence[Item], *, whole: bool) -> list[Item]:
    """A position in a full sentence of each of the two main governments, from other words than the main fact.

    Where the main fact tells what one of them wants, that one is told already.  `whole` ones need no other sentence.
    """
    words = {item.evidence[0].at for item in main}
    told = {code for item in main if isinstance(item, Fact) and item.kind == "statement" for code in item.actors}
    told |= {p.government for p in brief.positions if p.evidence[0].at in words}
    chosen: list[Item] = []
    for code in [code for code in brief.governments[:MOST_POSITIONS] if code not in told]:
        own = [p for p in brief.positions if p.government == code and not p.omit and stands_alone(p, brief)]
        own = [p for p in own if (needs_no_other if whole else leans_not)(p, editions.values())]
        fresh = [p for p in own if not any(repeats(as_fact(p, brief), item) for item in (*main, *chosen))]
        said = [p for p in _said_in_all(fresh, editions) if not _gists(p)]
        # Words of the other language stand in the line only beside a main fact that has them as well.
        others = [] if any(True for _ in _said_in_all(main, editions)) else _said_in_one(fresh)
        chosen += _answers_first(said or [p for p in others if not _gists(p)], main)[:1]
    return chosen


def _answers_first(positions: Sequence[Item], main: Sequence[Item]) -> list[Item]:
    """Of the first few, those on the main fact's own topics: what the one side asks, and what the other answers."""
    topics = {concept for item in main for concept in item.concepts} - vacuous()
    likely = sorted(positions[:CANDIDATES], key=lambda position: not topics & {*position.concepts})
    return [*likely, *positions[CANDIDATES:]]
