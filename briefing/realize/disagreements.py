"""A conflict as one line: what it is about, and each value with the articles that say it.

`Call between Boric and Boluarte: January 13 (article 1) or January 12 (articles 2 and 3).`
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.edtf import is_edtf
from briefing.knowledge import load_language
from briefing.localize import VOCABULARIES
from briefing.model import Actor, Amount, Brief, Conflict, ConflictValue, Fact, Item, Meeting, Position, Quantity, Span
from briefing.model.known_rows import VISIT
from briefing.model.letters import LOWER, capital
from briefing.model.marks import MATTER
from briefing.realize.edition import Edition, bare_name, government_name, listed, spelled
from briefing.realize.phrases import fill
from briefing.realize.rows.place_names import known_place
from briefing.realize.rungs.frames import sides_of
from briefing.realize.rungs.passages import Passage
from briefing.realize.topics import bare_list, bare_topic

MOST_NAMED = 2
"""So many of those who take part are named."""
OF_MEETINGS = frozenset({"place", "participants"})
"""Fields of which a meeting has one value."""
UNITS = frozenset({"currency", "percent", "measure", "rate"})
"""Kinds of quantities whose words are a unit that anything may have."""
TERMS = frozenset({"day", "week", "month", "year", "hour"})
"""Units that tell how long."""
SPOKEN_OF, DENIED_BEHIND = "said_or_not", "denied_just_after"
"""The rules on what was told in a talk, which is no talk denied, and on `La Armada lo negó` behind what it denies."""
ATTENDED = "came_or_not"
"""The rule on who came, whose name stands in the title."""
_LOWER_WORD = re.compile(rf"\b[{LOWER}]{{4,}}")


def conflict_line(conflict: Conflict, brief: Brief, edition: Edition) -> str:
    """The conflict in the edition's language."""
    items = {item.id: item for items in (brief.facts, brief.positions, brief.meetings) for item in items}
    numbers = {article.id: number for number, article in enumerate(brief.articles, 1)}
    about = subject_of(conflict, [items[id] for id in conflict.about if id in items], edition)
    about = capital(about or edition.localizer.term("conflict", conflict.field))
    shown = [_shown(conflict, value, edition) for value in conflict.values]
    articles = [_articles(value, numbers, edition) for value in conflict.values]
    if all(shown):
        values = [f"{words} ({where})" if where else words or "" for words, where in zip(shown, articles, strict=True)]
        either = edition.localizer.list(values, "or")
        return fill(edition.grammar.conflict, {"about": about, "values": either}, edition)
    difference = edition.localizer.pgettext("conflict line", "the sources differ")
    where = "; ".join(article for article in articles if article)
    values_of = {"about": about, "difference": difference, "articles": where}
    return fill(edition.grammar.conflict_no_values, values_of, edition)


def subject_of(conflict: Conflict, items: Sequence[Item], edition: Edition) -> str | None:
    """What it is about in a few words: a meeting, what is counted, what all sides name nearest to their values; else who."""
    rows = [item for item in items if isinstance(item, Meeting)]
    if rows and (rows[0] is items[0] or conflict.field in OF_MEETINGS):  # where, when and with whom they met
        return describe(fullest(rows, conflict), edition, placed=conflict.field not in OF_MEETINGS)
    counted = [_counted(value, edition) for value in conflict.values] if conflict.field == "amount" else []
    if topic := _counted_topic(counted, edition):
        deed = _matter(conflict, edition)
        return f"{topic} ({deed})" if deed else topic
    shared = in_all([_concepts_by_nearness(value, edition) for value in conflict.values])
    named = bare_list(shared or _named_in_part(conflict, edition), edition, 1)
    who = _taking_part(conflict, edition)
    if matter := _matter(conflict, edition):
        if ATTENDED in conflict.rules:  # of whom it is told, not by whom
            who = _people_of_all(conflict, edition) or _name_in_all(conflict, edition)
        beside = (who or named) if matter == named or ATTENDED in conflict.rules else (named or who)
        return f"{matter} ({beside})" if beside else matter
    deed = _deed_denied(conflict, edition)
    if deed and (beside := named or who):  # `withdrawal (troops)`: what is affirmed and denied of them
        return deed if beside == deed else f"{deed} ({beside})"
    return named or _as_met(conflict, rows, edition) or who


def fullest(rows: Sequence[Meeting], conflict: Conflict) -> Meeting:
    """`will travel to Bern on the 5th`, `the two will meet in Bern on the 7th`: of two rows that with both names."""
    days = {value.value for value in conflict.values} if conflict.field == "date" else set()
    both = (row for row in rows if rows[0].kind == VISIT and row.date in days and len(row.people) >= MOST_NAMED)
    return next(both, rows[0])


def _counted_topic(counted: Sequence[Sequence[str]], edition: Edition) -> str | None:
    """What is counted; `people`, a word that tells little, where both sides have it: what differs is their number."""
    if topic := bare_list([concept for concepts in counted for concept in concepts], edition, 1):
        return topic
    alike = in_all([concepts for concepts in counted if concepts])
    return bare_topic(alike[0], edition) if alike else None


def _as_met(conflict: Conflict, rows: Sequence[Meeting], edition: Edition) -> str | None:
    """`spoke by telephone on Monday`, `on Tuesday`: the row of the one day says what took place, a name alone does not."""
    days = {value.value for value in conflict.values} if conflict.field == "date" else set()
    return next((describe(row, edition) for row in rows if row.date in days), None)


def _matter(conflict: Conflict, edition: Edition) -> str | None:
    """What is told and denied, by the rule that found it: `payment`, `call or meeting`."""
    names = [rule.removeprefix(MATTER) for rule in conflict.rules if rule.startswith(MATTER)]
    names += [SPOKEN_OF] if SPOKEN_OF in conflict.rules else []
    labels = load_language("compare", "words")["disputed_matters"]
    return next((labels[name][edition.language] for name in names if name in labels), None)


def _deed_denied(conflict: Conflict, edition: Edition) -> str | None:
    """The only deed that both sides have the verb of, `spoke by telephone`, `denied that she had spoken`; of `denied it` that
    of the other side."""
    if conflict.field != "account" or SPOKEN_OF in conflict.rules:
        return None
    words = load_language("compare", "words")
    sides = [_deeds(edition.passages.of(value.evidence[0]), words["opposed_deeds"]) for value in conflict.values]
    told = [deeds for deeds in sides if deeds] if DENIED_BEHIND in conflict.rules else sides
    shared = in_all(told) if told else ()
    return words["disputed_matters"][shared[0]][edition.language] if len(shared) == 1 else None


def _deeds(passage: Passage, rows: Mapping[str, Mapping[str, Sequence[str]]]) -> Sequence[str]:
    """The deeds that a sentence has a verb of."""
    verbs = {token.lemma.casefold() for token in passage.tokens if token.upos == "VERB"}
    return [name for name, row in rows.items() if any(verbs.intersection(lemmas) for lemmas in row.values())]


def in_all(sides: Sequence[Sequence[str]]) -> Sequence[str]:
    """What the first side names and every other names too: a word of one side only is not what they differ about."""
    return [one for one in sides[0] if all(one in others for others in sides[1:])] if sides else ()


def _taking_part(conflict: Conflict, edition: Edition) -> str | None:
    """The people, else the countries, that all sides name: `Orozco and Lindqvist`, `Panama and Sweden`."""
    sides = [_actors_of(value, edition) for value in conflict.values]
    countries = [[actor.country for actor in actors if actor.country] for actors in sides]
    shared = list(dict.fromkeys(in_all(countries)))
    codes = shared if len(shared) >= MOST_NAMED else [*shared, *(code for side in countries for code in side)]
    where = [name for code in dict.fromkeys(codes) if (name := bare_name(edition, code))][:MOST_NAMED]
    return _people_of_all(conflict, edition) or listed(edition, where)


def _people_of_all(conflict: Conflict, edition: Edition) -> str | None:
    """The people that all sides name: `Orozco and Lindqvist`."""
    sides = [_actors_of(value, edition) for value in conflict.values]
    people = [[_surname(actor) for actor in actors if actor.kind == "person"] for actors in sides]
    return listed(edition, list(dict.fromkeys(in_all(people)))[:MOST_NAMED])


def _name_in_all(conflict: Conflict, edition: Edition) -> str | None:
    """A name of some words that all sides have: `Segundo Chunga`, of whom no article says more than that he is a governor."""
    sides = [edition.passages.of(value.evidence[0]) for value in conflict.values]
    forms = in_all([[token.form for token in side.tokens[1:] if token.form[:1].isupper()] for side in sides])
    runs: list[list[str]] = [[]]
    for token in sides[0].tokens:
        runs = [*runs[:-1], [*runs[-1], token.form]] if token.form in forms else [*runs, []]
    return next((" ".join(run) for run in runs if len(run) > 1), None)


def _actors_of(value: ConflictValue, edition: Edition) -> Sequence[Actor]:
    """Who is named in the sentence of a side, in the order of naming."""
    passage = edition.passages.of(value.evidence[0])
    known = passage.doc.actors if passage.doc else {}
    return [known[mention.actor] for mention in passage.found.mentions if mention.actor in known]


def _surname(actor: Actor) -> str:
    """By which articles name a person again."""
    return spelled(next(iter(actor.name.values()))).split()[-1]


def _counted(value: ConflictValue, edition: Edition) -> Sequence[str]:
    """What the number of a side counts, by its own noun: `29 fishermen`; no unit of money: `franc`."""
    passage = edition.passages.of(value.evidence[0])
    at = _value_start(passage, value)
    spans = [one.span for one in passage.found.quantities if one.span.start == at and not _is_measure(one)]
    rows = edition.knowledge.concepts
    told = [one for one in passage.found.concepts if any(span.overlaps(one.span) for span in spans)]
    return [one.concept for one in told if not (row := rows.get(one.concept)) or not row.adjective]  # `9,400 foreign`


def _concepts_by_nearness(value: ConflictValue, edition: Edition) -> Sequence[str]:
    """The concepts of a side's sentences, those nearest to the value first."""
    found: list[tuple[int, str]] = []
    for piece in value.evidence:
        passage = edition.passages.of(piece)
        at = _value_start(passage, value)
        here = Span(piece.start, piece.stop)
        names = [mention.span for mention in passage.found.mentions]  # `the opposition MP` only says who says it
        told = [one for one in passage.found.concepts if here.overlaps(one.span)]
        names += [one.span for one in passage.found.quantities if _is_measure(one)]  # `hectares` are of anything
        told = [one for one in told if not any(name.overlaps(one.span) for name in names)]
        found += [(abs(one.span.start - at), one.concept) for one in told]
    return list(dict.fromkeys(concept for _, concept in sorted(found)))


def _named_in_part(conflict: Conflict, edition: Edition) -> Sequence[str]:
    """`the trade deficit`, which the other side calls `a deficit`: the fuller name of what all sides have the noun of."""
    sides = [edition.passages.of(value.evidence[0]) for value in conflict.values]
    nouns = [{token.lemma.casefold() for token in side.tokens if token.upos == "NOUN"} for side in sides]
    for side in sides:
        for found in side.concepts:
            inside = [i for i, token in enumerate(side.tokens) if found.span.contains(token.span)]
            heads = [side.tokens[i] for i in inside if side.tokens[i].head not in inside and side.tokens[i].upos == "NOUN"]
            if len(inside) > 1 and len(heads) == 1 and all(heads[0].lemma.casefold() in of_side for of_side in nouns):
                return (found.concept,)
    return ()


def _is_measure(quantity: Quantity) -> bool:
    return quantity.kind in UNITS or quantity.unit in TERMS


def _value_start(passage: Passage, value: ConflictValue) -> int:
    """Where a sentence gives the value, its own start where it does not."""
    found = passage.found
    spans = [one.span for one in found.quantities if str(value.value).partition(" ")[0] in {str(one.value), f"{one.value:g}"}]
    spans += [one.span for one in found.dates if one.value == value.value]
    return spans[0].start if spans else passage.span.start


def describe(item: Item, edition: Edition, *, placed: bool = False) -> str | None:
    """An item in a few words: `call between Boric and Boluarte`, `Chile, homicides`."""
    if isinstance(item, Meeting):
        kind = edition.localizer.term("meeting", item.kind)
        if placed and item.kind == VISIT and item.place:  # who is named may be the host
            kind += edition.grammar.whither.format(place=known_place(item.place, edition) or item.place)
        sides = sorted(sides_of(item, edition), key=lambda side: not _is_at_home(side, edition))
        between = edition.grammar.between
        pattern = between.get(item.kind) or between["two" if len(sides) > 1 else "one"]
        return kind + (pattern.format(who=listed(edition, sides)) if sides else "")
    topics = bare_list(item.concepts, edition, 2)
    if isinstance(item, Position):
        name = bare_name(edition, item.government)
        stance = edition.localizer.term("stance", item.stance)
        return " ".join(part for part in (name, stance) if part) + (f" ({topics})" if topics else "")
    codes = item.actors if isinstance(item, Fact) else ()
    names = [name for code in codes[:2] if (name := bare_name(edition, code))]
    return ", ".join(part for part in (edition.localizer.list(names), topics) if part) or None


def _is_at_home(side: str, edition: Edition) -> bool:
    """Whether a person or a government is of the reader's own country, which goes first."""
    home = edition.localizer.home
    return bool(home) and (edition.passages.nations.get(side) == home or side == government_name(edition, home))


def _shown(conflict: Conflict, value: ConflictValue, edition: Edition) -> str | None:
    """One value in the edition's language: a date, a number, a known name; words only where they are of that language."""
    words = str(value.value)
    if conflict.field in {"date", "baseline"} and is_edtf(words):
        return edition.localizer.date(words, year=edition.year)
    if re.fullmatch(r"-?\d+(\.\d+)?", words):
        return edition.localizer.amount(Amount(value=float(words) if "." in words else int(words), unit=value.unit))
    if conflict.field == "amount" and (term := re.fullmatch(r"(\d+(?:\.\d+)?) (second|minute|hour)", words)):
        return edition.localizer.lasting(float(term[1]) if "." in words else int(term[1]), term[2])
    if conflict.field == "account" and (listed_word := account_word(words)):
        return edition.localizer.term(listed_word, words)
    known = bare_name(edition, words) or (known_place(words, edition) if conflict.field == "place" else None)
    if known:
        return known
    same_language = all(piece.language == edition.language for piece in value.evidence)
    return words if same_language or not _LOWER_WORD.search(words) else None


def account_word(value: str) -> str | None:
    """The closed list that an account's value is of: whether it was so, or what became of a meeting."""
    return next((name for name in ("account", "status") if value in VOCABULARIES[name]), None)


def _articles(value: ConflictValue, numbers: Mapping[str, int], edition: Edition) -> str:
    found = sorted({numbers[piece.article] for piece in value.evidence if piece.article in numbers})
    listed_numbers = edition.localizer.list([str(number) for number in found])
    message = edition.localizer.ngettext("article %(numbers)s", "articles %(numbers)s", len(found))
    return message % {"numbers": listed_numbers} if found else ""
