"""Dates and quantities as the edition writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Amount, Date, Language, Quantity
from briefing.realize.tell.nominal.figures import scaled_number
from briefing.realize.tell.nominal.peoples import is_of_a_people
from briefing.realize.tell.nominal.phrases import counted_noun
from briefing.realize.tell.state import Telling, check_not_behind_a_day, skip, starting
from briefing.realize.wording.transfer import GateClosedError, UnsayableError, base
from briefing.realize.wording.verbs import rules_of

_LATER = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")  # no seasons or quarters, which are often any year's

WEEK = dt.timedelta(days=6)
"""From the first day of a week to its last."""


def date(telling: Telling) -> bool:
    """`el 16 de enero de 2026`; after a preposition without another: `desde enero`."""
    found = starting(telling, telling.t.dates) or (_day_behind_its_article(telling) if telling.token.upos == "DET" else None)
    if not isinstance(found, Date):
        return False
    value = found.value
    if found.type == "TIME" and (part := _part_of_day(telling, found)):
        telling.said.append(part)
        skip(telling, found.span)
        return True
    if found.type == "DURATION" and isinstance(starting(telling, telling.t.quantities), Quantity):
        return False  # `un mes`, `ten days`: a number of something
    if found.value is None and found.span == telling.token.span:
        return False  # `pronto`, `recently`: an adverb like others
    week = _week(telling, found)
    if value is None or not (week or _LATER.fullmatch(value)) or found.type != "DATE":
        raise UnsayableError("date_of_another_kind", telling.token)
    if _year_is_guessed(telling, found):
        raise GateClosedError("year_is_guessed")
    if found.modifier:
        return _part_of_a_period(telling, found)
    localizer = telling.t.edition.localizer
    before = telling.said[-1] if telling.said else ""
    beside = telling.between or telling.date_at == len(telling.said) - 2
    joined = beside and before == rules_of(telling.language)["joiners"]["and"]
    if joined or before in said_prepositions(telling) or before in rules_of(telling.language)["beside_dates"]:
        telling.between = telling.between and not joined
        if week:
            raise UnsayableError("week_behind_a_preposition", telling.token)
        if before == said_prepositions(telling)[0]:
            telling.said.pop()
            telling.said.append(localizer.on_date(value, year=telling.t.edition.year))
        else:
            telling.said.append(_date_alone(telling, value))
    else:
        telling.said.append(week or localizer.on_date(value, year=telling.t.edition.year))
    telling.date_at = len(telling.said) - 1
    skip(telling, found.span)
    following = telling.peek()
    if len(telling.said) > 1 and telling.said[-2] == "," and following is not None and following.form == ",":
        del telling.said[-2]
        telling.at += 1
    elif telling.date_at == 0 and (week or telling.order[0] != min(telling.order)) and following is not None:  # moved there
        telling.said += rules_of(telling.language)["behind_opening_dates"]
    return True


def _part_of_day(telling: Telling, found: Date) -> str | None:
    """`on Wednesday night` -> `el 11 de marzo por la noche`; None behind a preposition of its own, and for the clock."""
    words = telling.t.passage.tree.forms
    parts: Mapping[str, str] = telling.words["parts_of_day"]
    inside = [words[i] for i in telling.t.passage.tree.covered_by(found.span)]
    named = [parts[word] for word in inside if word in parts]
    bound = telling.said and telling.said[-1] in {*said_prepositions(telling), *rules_of(telling.language)["beside_dates"]}
    value = found.value or ""
    if len(named) != 1 or bound or len(value) != len("2026-01-01") or any(word[:1].isdigit() for word in inside):
        return None
    localizer, year = telling.t.edition.localizer, telling.t.edition.year
    pattern: str = rules_of(telling.language)["part_of_day"]
    return pattern.format(on=localizer.on_date(value, year=year), date=localizer.date(value, year=year), part=named[0])


def _week(telling: Telling, found: Date) -> str | None:
    """`la semana pasada` -> `in the week of March 2`: some day or days of it, and not from its first to its last."""
    first, last = bounds(found.value) if found.value and "/" in found.value else (None, None)
    if first is None or last is None or first.isoweekday() != 1 or last - first != WEEK:
        return None
    localizer = telling.t.edition.localizer
    return str(rules_of(telling.language)["week"]).format(date=localizer.date(first.isoformat(), year=telling.t.edition.year))


def _day_behind_its_article(telling: Telling) -> Date | None:
    """`antes de el [31 de octubre]`: the article is no part of what English says."""
    token, behind = telling.token, telling.peek(1)
    if token.feat("Definite") != "Def" or behind is None or telling.modifiers_first:
        return None
    found = next((d for d in telling.t.dates if d.span.start == behind.span.start and d.type == "DATE"), None)
    if found is None or not found.value or len(found.value) < len("2026-01-01") or found.modifier:
        return None
    telling.at += 1
    return found


def _year_is_guessed(telling: Telling, found: Date) -> bool:
    """`until December`, of which year the source does not say and the calendar takes another than the brief's."""
    doc = telling.t.passage.doc
    words = found.span.of(doc.article.text) if doc else ""
    value = found.value or ""
    named = value[:4] in words or not re.search(r"\w", words) or found.basis in {"explicit", "deictic", "weekday"}
    return not named and len(value) >= len("2026-01") and value[:4] != telling.t.edition.year


def _date_alone(telling: Telling, value: str) -> str:
    """A date behind a preposition other than its own: `until May 3`, `hasta el 3 de mayo`."""
    localizer, article = telling.t.edition.localizer, str(rules_of(telling.language)["date_article"])
    on = localizer.on_date(value, year=telling.t.edition.year)
    return on if article and on.startswith(article) else localizer.date(value, year=telling.t.edition.year)


def _part_of_a_period(telling: Telling, found: Date) -> bool:
    """`a principios de 2025` -> `in early 2025`."""
    pattern = rules_of(telling.language)["parts_of_periods"].get(found.modifier)
    if pattern is None:
        raise GateClosedError("date_of_another_kind")
    said, rules = (
        str(pattern).format(date=telling.t.edition.localizer.date(found.value or "", year=telling.t.edition.year)),
        rules_of(telling.language),
    )
    if telling.at and telling.t.tokens[telling.order[telling.at - 1]].upos == "ADP" and telling.said:
        if telling.said[-1] in rules["bounds"]:
            when = telling.t.edition.localizer.date(found.value or "", year=telling.t.edition.year)
            said = rules["bounded_parts"][found.modifier].format(date=when)
        elif telling.said[-1] in rules["at_times"]:
            telling.said.pop()
        elif telling.said[-1] not in telling.words["no_later_than"].values():
            raise GateClosedError("date_of_another_kind")
    telling.said.append(said)
    skip(telling, found.span)
    return True


def said_prepositions(telling: Telling) -> Sequence[str]:
    return _said_prepositions(telling.t.passage.language, telling.language)


@cache
def _said_prepositions(source: Language, language: Language) -> Sequence[str]:
    table = load_language("transfer", "words")["prepositions"][source]
    return tuple(dict.fromkeys([rules_of(language)["in"], *table.values()]))


def _vague_number(telling: Telling) -> bool:
    """`cientos de cuentas`, `hundreds of accounts`: many hundreds, and not about one."""
    vague: Mapping[str, str] = telling.words["vague_numbers"]
    said = vague.get(telling.token.form.casefold())
    if said is None:
        return False
    behind, noun = telling.peek(1), telling.peek(2)
    if behind is None or behind.form.casefold() not in telling.words["owner_cases"] or noun is None:
        return False
    found = starting(telling, telling.t.quantities)
    inside = found is not None and found.span.contains(noun.span) and noun.form.casefold() in vague
    if inside or noun.upos not in {"NOUN", "ADJ"} or noun.form.casefold() in vague or telling.said[-1:] == ["the"]:
        raise GateClosedError("quantity_of_another_kind")
    first = telling.modifiers_first
    before = telling.t.tokens[telling.order[telling.at - 1]].form.casefold() if telling.at else ""
    if before == telling.words["to"] or (first and base(telling.token) in {"obj", "iobj"}):
        raise GateClosedError("quantity_of_another_kind")  # `detuvo a miles de personas`: which mark their noun takes
    number = telling.index
    telling.at += 2
    read = counted_noun(telling, said)
    telling.plurals[number] = True
    telling.genders[number] = telling.genders.get(telling.order[telling.at - 1], "m")  # `miles de vidas serían salvadas`
    return read


def quantity(telling: Telling) -> bool:
    """Money and percentages whole; numbers in front of their noun."""
    if _vague_number(telling):
        return True
    article = telling.token.upos == "DET"
    found = (_behind_its_article(telling) if article else None) or starting(telling, telling.t.quantities)
    behind = telling.peek(1) if article else None
    ordinal = behind is not None and behind.upos == "ADJ"  # `un segundo carril`
    if not isinstance(found, Quantity) or found.high is not None or ordinal:
        return False
    if any(t.feat("VerbForm") == "Fin" and found.span.contains(t.span) for t in telling.t.tokens):
        raise GateClosedError("verb_inside_a_quantity")  # `el comercio superó los 22.000 millones`
    if found.from_value is not None:
        return _change(telling, found)
    if telling.modifiers_first and (found.kind in {"number", "measure", "rate"} or _stands_before_a_noun(telling, found)):
        return False
    localizer = telling.t.edition.localizer
    if found.kind == "percent":
        said = _share(telling, found, localizer.percent(found.value))
    elif found.kind == "currency" and found.unit:
        if (people := _people_called_like_money(telling, found)) is not None:
            telling.at = people
            return counted_noun(telling, _number_of(telling, found))
        said = localizer.money(found.value, found.unit)
    elif found.kind in {"number", "measure"}:
        return _counted(telling, found)
    else:
        raise GateClosedError("quantity_of_another_kind")
    telling.said.append(_modified(telling, found, said))
    skip(telling, found.span)
    return True


def _share(telling: Telling, found: Quantity, number: str) -> str:
    """`about 40% of its gas` -> `alrededor del 40 % de su gas`."""
    behind = next((token for token in telling.t.tokens if token.span.start >= found.span.stop), None)
    of = behind is not None and behind.form.casefold() in telling.words["owner_cases"]
    pattern: str = rules_of(telling.language)["modified_percent"]["share" if of else "change"]
    return pattern.format(number=number) if found.modifier else number


def _behind_its_article(telling: Telling) -> Quantity | None:
    """`el 31 %`, `los 10 mil soldados` -> `31%`, `the 10,000 soldiers`."""
    token, behind = telling.token, telling.peek(1)
    article = token.feat("PronType") == "Art" and not telling.modifiers_first
    if not article or behind is None:
        return None
    found = next((q for q in telling.t.quantities if q.span.start == behind.span.start), None)
    if found is None or found.from_value is not None or found.modifier or found.kind not in {"number", "percent", "currency"}:
        return None
    if found.kind != "percent" and token.feat("Definite") != "Def":
        return None
    if found.kind != "percent" and telling.verb not in telling.words["reaching"]:
        telling.said.append(rules_of(telling.language)["definite"])
    telling.at += 1
    return found


def _stands_before_a_noun(telling: Telling, found: Quantity) -> bool:
    """`25% tariffs`: read with the noun."""
    inside = [t for t in telling.t.tokens if found.span.contains(t.span)]
    return any(
        token.head >= 0
        and telling.t.tokens[token.head].span.start >= found.span.stop
        and token.deprel.partition(":")[0] in {"nummod", "compound", "amod", "nmod"}
        for token in inside
    )


def _change(telling: Telling, found: Quantity) -> bool:
    """`de 86.9 a 52.4` -> `from 86.9 to 52.4`."""
    if found.kind not in {"number", "percent", "currency"} or (found.kind == "number" and found.unit):
        raise GateClosedError("quantity_of_another_kind")
    if telling.said and telling.said[-1] == telling.t.edition.grammar.genitive:  # `de 86.9 a 52.4`
        telling.said.pop()
    amount = Amount(value=found.value, unit=found.unit, from_value=found.from_value, modifier=found.modifier)
    telling.said.append(telling.t.edition.localizer.amount(amount))
    skip(telling, found.span)
    return True


def _number_of(telling: Telling, found: Quantity) -> str:
    small: Sequence[str] = rules_of(telling.language)["small_numbers"]
    few = found.value == int(found.value) and 0 <= found.value < len(small)
    return _modified(telling, found, small[int(found.value)] if few else scaled_number(telling, found))


def _people_called_like_money(telling: Telling, found: Quantity) -> int | None:
    """`detuvo a dos bolivianos`: where in the order the people stand; None for money.  Raises GateClosedError for either."""
    t = telling.t
    inside = [n for n, i in enumerate(telling.order) if n >= telling.at and found.span.contains(t.tokens[i].span)]
    last = t.tokens[telling.order[inside[-1]]] if inside else telling.token
    if not is_of_a_people(telling, last):
        return None
    marked = telling.at > 0 and t.tokens[telling.order[telling.at - 1]].form.casefold() == telling.words["to"]
    if base(last) == "nsubj" or (marked and base(last) in {"obj", "iobj"}):
        return inside[-1]
    if marked:
        raise GateClosedError("people_or_money")  # `vendió el gas a dos bolivianos`
    return None


def _counted(telling: Telling, found: Quantity) -> bool:
    said = _number_of(telling, found)
    stop = telling.at
    while stop < len(telling.order) and _is_number_word(telling, stop, found):
        stop += 1
    if any(telling.t.tokens[i].form.casefold() in telling.words["fractions"] for i in telling.order[telling.at : stop + 1]):
        raise GateClosedError("quantity_of_another_kind")  # `media hora` is no number of hours
    if stop >= len(telling.order) or telling.t.tokens[telling.order[stop]].upos not in {"NOUN", "ADJ"}:
        raise GateClosedError("number_of_nothing")
    check_not_behind_a_day(telling)
    telling.at = stop
    if _lasts_so_long(telling, found):
        telling.said.append(telling.words["before_durations"][telling.words["lasting_word"]])
    if not _is_followed_by_more(telling):
        return counted_noun(telling, said)
    counted_noun(telling, str(rules_of(telling.language)["more_of"]).format(number=said))
    telling.at += 1
    return True


def _lasts_so_long(telling: Telling, found: Quantity) -> bool:
    """`permanecerán allí diez días` -> `will remain there for 10 days`, where no preposition has been said."""
    time = any(d.type == "DURATION" and d.span.overlaps(found.span) for d in telling.t.dates)
    before = telling.t.tokens[telling.index - 1].upos if telling.index else ""
    return time and telling.verb in telling.words["lasting_without_a_word"] and before != "ADP"


def _is_followed_by_more(telling: Telling) -> bool:
    """`500 soldados más` -> `500 more soldiers`, but not `500 soldados más que en 2020`."""
    more, behind = telling.peek(1), telling.peek(2)
    ends = behind is None or (behind.upos in {"PUNCT", "ADP"} and behind.form.casefold() not in telling.words["owner_cases"])
    return more is not None and more.form.casefold() in telling.words["more_behind"] and ends


def _is_number_word(telling: Telling, place: int, found: Quantity) -> bool:
    """A part of the number itself: `más`, `de`, `40`, `mil`; what is counted comes behind it."""
    token = telling.t.tokens[telling.order[place]]
    if token.upos == "DET" and any(telling.t.tokens[i].upos == "NUM" for i in telling.order[telling.at : place]):
        return False  # `dos exministros`: no article stands behind a figure, so the noun was mistaken for one
    scale = token.lemma.casefold() in telling.words["scales"]
    return found.span.contains(token.span) and (token.upos not in {"NOUN", "ADJ", "PROPN"} or scale)


def _modified(telling: Telling, found: Quantity, said: str) -> str:
    """`up to 30 tons`; `subió hasta los 30 dólares` is to 30, and no limit."""
    if telling.form in telling.words["until"]:
        changing = telling.words["changing"]
        if telling.verb in changing["verbs"] or telling.noun in telling.words["by_percent"]:
            return f"{changing[telling.words['to']]} {said}"
    return telling.t.edition.localizer.term("modifier", found.modifier).format(number=said) if found.modifier else said
