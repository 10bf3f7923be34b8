"""What a small word says by the noun behind it: a building, a rate, a day to come, or no place at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Date
from briefing.realize.tell.state import GATE, Telling, starting, unknown
from briefing.realize.wording.transfer import GateClosedError


def phrase_before(telling: Telling, written: str, length: int) -> str | None:
    """`frente a la embajada`, `frente a la amenaza`: by the noun behind; the gate where the data name no such noun."""
    choices: Mapping[str, Sequence[str]] | None = telling.words["phrases_before"].get(written)
    if choices is None:
        return None
    ahead = (telling.t.tokens[i] for i in telling.order[telling.at + length :])
    noun = next((token.lemma.casefold() for token in ahead if token.upos in {"NOUN", "PROPN"}), "")
    return next((said for said, nouns in choices.items() if noun in nouns), GATE)


def by_how_much(telling: Telling, form: str) -> str | None:
    """`redujo el gasto en un 20 %` -> `by 20%`, `redujo la tasa al 9 %` -> `to 9%`; what is levied is levied on something."""
    ahead = [telling.t.tokens[i].span.start for i in telling.order[telling.at : telling.at + 2]]
    kinds = {q.kind for q in telling.t.quantities if q.span.start in ahead}
    changed = telling.verb in telling.words["changing"]["verbs"]
    if form in telling.words["until"] and kinds and not changed and starting(telling, telling.t.dates) is None:
        raise GateClosedError("up_to_how_much")  # `desplegará hasta 200 agentes`
    by = telling.words["before_percent"].get(form) if changed or "percent" in kinds else None
    word: str | None = by or (telling.words["changing"].get(form) if changed else None)
    return word if kinds & {"percent", "currency"} else None


def check_is_ahead(telling: Telling, found: Date) -> None:
    """`convocaron una huelga para el jueves`: what is set for a day is set for one to come."""
    doc = telling.t.passage.doc
    published = (doc.article.published or "") if doc else ""
    if published and (found.value or "") <= published[: len(found.value or "")]:
        raise GateClosedError("set_for_a_day_that_is_over")


def check_not_bare(telling: Telling, form: str) -> None:
    """`en avión`, `en huelga`: how, or of what, and not where; the few that are said word for word are data."""
    noun = telling.peek()
    if form != telling.words["in"] or noun is None or noun.upos != "NOUN" or noun.feat("Number") != "Sing":
        return
    dated = starting(telling, telling.t.dates) is not None or starting(telling, telling.t.mentions) is not None
    lemma = noun.lemma.casefold()
    if (
        not dated
        and lemma not in telling.words["bare_in"]
        and lemma not in telling.words["kinds"]
        and f"{form} {lemma}" not in telling.words["places"]
    ):
        raise unknown("phrase", noun)


def word_by_noun(telling: Telling, form: str, ahead: int = 0) -> str | None:
    """`before a judge` -> `ante`, `before the vote` -> `antes de`: by the noun behind; else the gate."""
    choices: Mapping[str, Sequence[str]] | None = telling.words["by_noun"].get(form)
    if choices is None:
        return None
    behind = [telling.t.tokens[i] for i in telling.order[telling.at + ahead :]]
    nouns = []
    for token in behind:
        if token.upos in {"NOUN", "PROPN"}:
            nouns.append(token.lemma.casefold())
        elif nouns or token.upos not in {"DET", "ADJ", "NUM"}:
            break
    return next((said for said, known in choices.items() if nouns and nouns[-1] in known), GATE)


def has_an_end(telling: Telling, found: Date) -> bool:
    """`from May 3 to May 8`, and not `from 2029`."""
    behind = next((token for token in telling.tokens[telling.at :] if token.span.start >= found.span.stop), None)
    return "/" in (found.value or "") or (behind is not None and behind.form.casefold() in telling.words["ends_of_times"])


def is_set_for(telling: Telling, found: Date) -> bool:
    """`invited him to Bucharest on September 22`: of what was told before that day, the day is that of the visit."""
    doc = telling.t.passage.doc
    published = ((doc.article.published or "") if doc else "")[: len(found.value or "")]
    later = telling.past and bool(published) and (found.value or "") > published and found.type == "DATE"
    if later and telling.verb in telling.words["setting"]:
        return True
    above = telling.t.tokens[telling.order[telling.at - 1]].head
    over = telling.t.tokens[above].head if above >= 0 else -1
    planned = over >= 0 and telling.t.tokens[over].feat("VerbForm") == "Inf"  # `agreed to open the border on March 12`
    if later and over >= 0 and not planned and telling.t.passage.tree.lemmas[over] == telling.verb in telling.words["events"]:
        raise GateClosedError("past_deed_of_a_later_day")
    return False


def word_before_a_duration(telling: Telling, form: str) -> str:
    """`extended the permit for two years` -> `por dos años`: by how much it is longer, and not while somebody extended it."""
    longer: Mapping[str, str] = telling.words["by_how_long"] if telling.verb in telling.words["lengthening"] else {}
    return str(longer.get(form, telling.words["before_durations"][form]))


def check_is_a_topic(telling: Telling) -> None:
    """`talks on fishing` have a topic; `talks on Gotland`, `on the island`: where, or of what.  Raises GateClosedError."""
    t = telling.t
    noun = next((i for i in telling.order[telling.at : telling.at + 4] if t.tokens[i].upos in {"NOUN", "PROPN"}), -1)
    if noun < 0:
        return
    spans = [*(m.span for m in t.mentions), *(c.span for c in t.concepts)]
    named = any(span.contains(t.tokens[noun].span) for span in spans)
    unknown_name = t.tokens[noun].upos == "PROPN" and t.tokens[noun].form[:1].isupper() and not named
    if unknown_name or t.passage.tree.lemmas[noun] in telling.words["islands"]:
        raise GateClosedError("where_or_about_what")


def check_no_deed_taken_for_a_noun(telling: Telling, form: str) -> None:
    """`accused Chad of training rebels`, taken for rebels of some training.  Raises GateClosedError for either."""
    noun, behind = telling.peek(), telling.peek(1)
    ends = (ending for verb, ending in telling.words["blamed_for_doing"].items() if verb == f"{telling.verb} {form}")
    if noun is None or behind is None or noun.upos != "NOUN" or behind.upos not in {"NOUN", "ADJ"}:
        return
    if any(noun.form.casefold().endswith(ending) for ending in ends):
        raise GateClosedError("deed_or_noun")
