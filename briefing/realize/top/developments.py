"""Which items may stand at the top of the page, where nobody reads a note: done, decided or said, and in need of no other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.edtf import bounds
from briefing.model import Brief, Evidence, Fact, Item, Position
from briefing.model.marks import (
    OVERTAKEN,
    QUALIFIED_BY_THE_SENTENCE_BEHIND,
    REPORT_TOLD,
    TOLD_ASIDE,
    UNDER_A_DATE,
    WITH_THE_SENTENCE_BEFORE,
)
from briefing.realize.edition import Edition
from briefing.realize.leaning.complete import answers_another, is_complete, takes_up
from briefing.realize.leaning.epithets import names_country
from briefing.realize.rungs.decided import one_begins, one_ends
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.originals import BEHIND_FACT, LEANS
from briefing.realize.rungs.passages import Passage

_TALK = re.compile(r"\[[^\[\]:]+:(?:\] | )")
"""Who speaks, or what was asked."""
DONE = "report:done"
"""The rule of extraction on what a sentence tells that names no act of the knowledge."""
NAMED_BEFORE_THE_PRESS = frozenset({"voice:turn", "subject:explicit", "column:country"})
"""The rules of extraction on what a speaker tells of a government by its name: `Peru has filed a protest with Chile`."""
A_WEEK = 7
SAYING = "says"
"""The rule on what a government only says: nothing for the top of the page."""
SHORTEST_LINE = 6
ACT = "act:"
"""The rule of extraction on what was recognized as an act."""
MEETING = "meeting"
"""The rule of extraction on who meets whom."""
DEED = "deed"
SIGNING = "signing"
"""The rule of extraction on a meeting at which something is signed."""
DENYING = frozenset({"deny"})


def is_denial(fact: Item) -> bool:
    """What is denied is the news, and not that it is."""
    return isinstance(fact, Fact) and fact.act in DENYING


def opens_an_article(item: Item, editions: Iterable[Edition]) -> bool:
    """Whether it is what news opens with; an interview opens with its scene: `receives this newspaper in her office`."""
    passages = [edition.passages.of(told_piece(item, edition)) for edition in editions]
    return all(opens_its_article(passage) and not _is_of_a_talk(passage) for passage in passages)


def _is_of_a_talk(passage: Passage) -> bool:
    return passage.whole is not None and "question" in passage.whole.kinds


def needs_no_other(item: Item, editions: Iterable[Edition]) -> bool:
    """Whether no edition's sentence leans on another of its article: nobody reads a note at the top of the page."""
    passages = [(edition.passages.of(told_piece(item, edition)), edition) for edition in editions]
    return all(is_complete(passage) and not _is_of_a_bare_office(passage, edition) for passage, edition in passages)


def _is_of_a_bare_office(passage: Passage, edition: Edition) -> bool:
    """`The Deputy Prime Minister accepted an invitation`: whose, no word of the sentence says."""
    actors = passage.doc.actors if passage.doc and not opens_its_article(passage) else {}
    offices = [actor for one in passage.mentions if (actor := actors.get(one.actor)) and actor.kind == "office"]
    codes = {office.country for office in offices if office.country}
    return any(not names_country(passage.words, code, passage.language, edition) for code in codes)


def leans_not(item: Item, editions: Iterable[Edition]) -> bool:
    """Whether no sentence of it surely takes up another."""
    return not any(takes_up(edition.passages.of(told_piece(item, edition))) for edition in editions)


def answers(item: Item, editions: Iterable[Edition]) -> bool:
    """Whether some edition's sentence only makes sense behind what it answers: `called the decision absurd`."""
    return any(answers_another(edition.passages.of(told_piece(item, edition))) for edition in editions)


def told_piece(item: Item, edition: Edition) -> Evidence:
    """The piece of an item's evidence that an edition retells."""
    return item.evidence[item.told_from.get(edition.language, 0)]


def is_development(fact: Fact, brief: Brief) -> bool:
    """Whether something was done, decided or said.

    No bare figure, nothing from before the week, no meeting (the dates tell it), no words of which only the speaker is known.
    """
    told = fact.kind == "statement" or REPORT_TOLD in fact.rules or one_begins(fact.rules, ACT)
    return told and not (meets(fact) or is_past(fact, brief) or is_label_only(fact))


def is_news(fact: Fact, brief: Brief, editions: Iterable[Edition]) -> bool:
    """A development, or whatever an article opens with that is told as done: `Peru will send a team of inspectors to Ica`."""
    passages = [edition.passages.of(told_piece(fact, edition)) for edition in editions]
    opens = all(opens_its_article(passage) for passage in passages)
    scene = opens and any(_is_of_a_talk(passage) for passage in passages)
    apart = meets(fact) or is_label_only(fact) or UNDER_A_DATE in fact.rules
    done = DONE in fact.rules and opens and not apart
    return not scene and (done or (is_development(fact, brief) and UNDER_A_DATE not in fact.rules))


def meets(fact: Fact) -> bool:
    """Whether it only tells that somebody met or took part; with what came of it, it is more than a meeting.

    `hablaron media hora`, `will meet in Salto to study the sale of 90 tonnes`, `the team, led by the minister, took part`.
    """
    sits = fact.kind == "event" and fact.plover == "CONSULT"
    only = bool({MEETING, TOLD_ASIDE} & {*fact.rules}) and not tells_an_act(fact)
    return (sits or only) and not one_ends(fact.rules, f":{QUALIFIED_BY_THE_SENTENCE_BEHIND}")


def tells_an_act(fact: Item) -> bool:
    """Whether somebody decided, did or holds something, and not only met, or did so beside what the sentence tells.

    `The visit left the growers cold` tells none; `summoned the ambassador` is a meeting and a deed.
    """
    acts, beside = sum(rule.startswith(ACT) for rule in fact.rules), {MEETING, TOLD_ASIDE} & {*fact.rules}
    done = SIGNING in fact.rules or (DEED in fact.rules and TOLD_ASIDE not in fact.rules)
    return done or acts > len(beside)


def is_past(item: Item, brief: Brief) -> bool:
    """Whether an item's day or year had ended well before the week began."""
    end, start = bounds(item.date)[1] if item.date else None, bounds(brief.window)[0]
    return bool(end and start and (start - end).days > A_WEEK)


def is_label_only(item: Item) -> bool:
    """Whether it is somebody's answer, of which only the speaker is known; not what says by name which government acts."""
    return any(_TALK.match(text) for text in item.text.values()) and not {*item.rules} >= NAMED_BEFORE_THE_PRESS


def stands_alone(position: Position, brief: Brief) -> bool:
    """A sentence that a reader who has read nothing else understands: `Laos rejected the criticism` says of nothing what."""
    long_enough = all(len(text.split()) >= SHORTEST_LINE for text in position.text.values())
    leans = one_ends(position.rules, LEANS, WITH_THE_SENTENCE_BEFORE, BEHIND_FACT)
    return (
        long_enough
        and not leans
        and not is_past(position, brief)
        and not {OVERTAKEN, SAYING, UNDER_A_DATE} & {*position.rules}
        and not is_label_only(position)
    )
