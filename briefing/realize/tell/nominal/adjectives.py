"""Adjectives: of nouns, and what something is said to be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.knowledge.entries import Concept
from briefing.knowledge.inflect import neutral_key
from briefing.knowledge.peoples import demonyms
from briefing.model import Language, Token
from briefing.realize.tell.state import GATE, Telling, is_of_another_sense, unknown, word_for
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of

NOMINAL = frozenset({"obj", "iobj", "nsubj", "nmod"})
"""Relations of nouns."""
QUOTES = frozenset("“”«»\"‘’'")


def adjective(telling: Telling) -> bool:
    """An adjective that says what something is: `es inaceptable`."""
    if telling.token.upos != "ADJ":
        return False
    before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
    if base(telling.token) == "amod" and before is not None and before.upos in {"NOUN", "PROPN"}:
        raise GateClosedError("adjective_behind_its_noun")  # `por mayoría simple`, behind words that are said together
    if base(telling.token) in NOMINAL:
        raise GateClosedError("adjective_for_a_noun")  # `apoyó a los débiles`
    found = adjectives_at(telling, behind=True)
    if not found:
        return False
    telling.said.append(" ".join(found))
    return True


def adjectives_at(telling: Telling, *, behind: bool = False) -> list[str]:
    """Adjectives from here on: `concretos y verificables`, `"más importante"`."""
    found: list[str] = []
    while (token := telling.peek()) is not None:
        step = 0
        while (mark := telling.peek(step)) is not None and mark.form in QUOTES:
            step += 1
        if behind and found and mark is not None and mark.upos == "CCONJ":
            step += 1
            while (mark := telling.peek(step)) is not None and mark.form in QUOTES:
                step += 1
        degree = _degree(telling, step) if behind else ""
        if degree:
            step += 1
            mark = telling.peek(step)
        token = mark
        taken = token is not None and behind and _is_taken_for_a_noun(telling, token)
        if token is None or not (token.upos == "ADJ" or taken) or (not behind and _names_a_concept(telling, step)):
            break
        if begins_phrase(telling, step):  # `acero [procedente de] Perú`
            break
        following = telling.peek(step + 1)
        verbal = token.feat("VerbForm") == "Part" and following is not None and following.upos in {"ADP", "DET"}
        if verbal and (behind or not word_for(telling, "adjectives", token)):
            break  # `detenidos en marzo`: told as a verb, with what belongs to it
        joined = step > 0 and telling.peek(step - 1) is not None and _cc_between(telling, step)
        first = None if behind else telling.words["adjectives_before"].get(token.lemma.casefold())
        if first == GATE:
            raise unknown("adjective", token)
        said = first or _demonym(telling, token) or word_for(telling, "adjectives", token) or _adjective_term(telling, token)
        if said is None or said.endswith(tuple(rules_of(telling.language)["bound_endings"])):
            raise unknown("adjective", token)
        said = f"{degree} {said}".strip()
        telling.at += step + 1
        while (mark := telling.peek()) is not None and mark.form in QUOTES:
            telling.at += 1
        if joined:
            found[-1] = telling.t.edition.localizer.list([found[-1], said])
        else:
            found.append(said)
    return found


def _degree(telling: Telling, step: int) -> str:
    """`una propuesta [muy] clara`: told with its adjective, before the noun."""
    mark, following = telling.peek(step), telling.peek(step + 1)
    if mark is None or following is None or following.upos != "ADJ" or base(following) != "amod":
        return ""
    degrees: Mapping[str, str] = telling.words["degrees"]
    return degrees.get(mark.form.casefold(), "") if mark.upos == "ADV" else ""


def _is_taken_for_a_noun(telling: Telling, token: Token) -> bool:
    """`los sindicatos mineros`, two nouns to the tagger: right behind a noun of its number, with nothing of its own."""
    if token.upos != "NOUN":
        return False
    t, index = telling.t, telling.t.tokens.index(token)
    before = t.tokens[index - 1] if index else None
    alike = before is not None and before.upos == "NOUN" and before.feat("Number") == token.feat("Number")
    own = any(t.tokens[i].upos in {"DET", "ADP"} for i in t.below(index))
    return token.head == index - 1 and alike and not own and bool(word_for(telling, "adjectives", token))


def begins_phrase(telling: Telling, step: int) -> bool:
    """Whether the word so many places ahead and the one behind it mean one thing together."""
    first, second = telling.peek(step), telling.peek(step + 1)
    return first is not None and second is not None and f"{first.form} {second.form}".casefold() in telling.words["phrases"]


def _adjective_term(telling: Telling, token: Token) -> str | None:
    if is_of_another_sense(telling, "adjectives", token):
        return None
    concept = adjective_terms(telling.t.edition.knowledge, telling.t.passage.language).get(
        neutral_key(token.form, telling.t.passage.language)
    )
    return concept.terms[telling.language].lemma if concept else None


@lru_cache(maxsize=8)
def adjective_terms(knowledge: Knowledge, language: Language) -> Mapping[str, Concept]:
    return {neutral_key(c.terms[language].lemma, language): c for c in knowledge.concepts.values() if c.adjective}


def _cc_between(telling: Telling, step: int) -> bool:
    return any((mark := telling.peek(n)) is not None and mark.upos == "CCONJ" for n in range(step))


def _demonym(telling: Telling, token: Token) -> str | None:
    knowledge = telling.t.edition.knowledge
    form = token.form.casefold()
    code = demonyms(knowledge, telling.t.passage.language).get(form)
    return (knowledge.actors[code].demonyms.get(telling.language) or (None,))[0] if code else None


def _names_a_concept(telling: Telling, step: int) -> bool:
    """`presunto` before its noun is an adjective, `militares` alone is a noun."""
    token = telling.peek(step)
    following = telling.peek(step + 1)
    return token is not None and not (following is not None and following.upos in {"NOUN", "ADJ", "PROPN"})
