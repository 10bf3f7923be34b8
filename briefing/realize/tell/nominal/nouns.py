"""Nouns with their determiners and adjectives, by the termbase or the dictionary."""

from __future__ import annotations

from typing import Any

from briefing.model import Mention
from briefing.realize.edition import government_name
from briefing.realize.tell.addressees import hangs_on_the_verb
from briefing.realize.tell.governed import goes_from_to, is_taken_away
from briefing.realize.tell.nominal.chunks import Chunk, read_chunk
from briefing.realize.tell.nominal.determiners import DEFINITE, INDEFINITE
from briefing.realize.tell.nominal.name_words import is_relative
from briefing.realize.tell.nominal.names import actor
from briefing.realize.tell.state import Telling, check_not_behind_a_day, starting, unknown
from briefing.realize.wording.inflect import article
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of

LONGEST_OWNER = 4
"""Words of a name before `'s`, with its article."""


def postmodified_noun(telling: Telling, *, counted: bool = False) -> bool:
    """A noun with its determiner, numbers and adjectives, in a language that puts most of them behind it."""
    check_not_behind_a_day(telling)
    start = telling.at
    before = telling.t.tokens[telling.order[start - 1]] if start else None
    beside = telling.token.upos == "NOUN" and before is not None and before.upos == "NOUN" and telling.verb_at != start
    if beside and not counted and telling.token.head == telling.order[start - 1]:
        raise GateClosedError("two_nouns_together")
    chunk = read_chunk(telling, counted=counted)
    if chunk is None:
        telling.at = start
        return False
    telling.plurals |= dict.fromkeys(telling.order[start : telling.at], chunk.plural)
    if _names_a_paper(telling):
        return True
    owner = "" if _ends_with_another_noun(telling, start) else _owner(telling, chunk)
    telling.said.append(_say_chunk(telling, chunk, owner))
    return True


def _ends_with_another_noun(telling: Telling, start: int) -> bool:
    """`respeto a la soberanía [de Perú]`: a term with a preposition inside, whose last noun is what is somebody's."""
    inside = [telling.t.tokens[i] for i in telling.order[start : telling.at]]
    return any(token.upos == "ADP" and token.form.casefold() not in telling.words["owner_cases"] for token in inside)


def _names_a_paper(telling: Telling) -> bool:
    """`el diario The New York Times`: the name is enough."""
    mention = starting(telling, telling.t.mentions)
    entry = telling.t.edition.knowledge.actors.get(mention.actor) if isinstance(mention, Mention) else None
    return entry is not None and entry.branch == "media"


def _owner(telling: Telling, chunk: Chunk) -> str:
    """`la propuesta de Trump` -> `Trump's proposal`, `las fuerzas de Perú` -> `Peruvian forces`."""
    case = telling.peek()
    genitives = rules_of(telling.language)["owner"]
    if _is_second_of_two(telling):  # `la soberanía y la integridad de Perú`: of both, or of one
        return ""
    if (
        not genitives
        or chunk.determiner not in {DEFINITE, ""}
        or case is None
        or case.form.casefold() not in genitives["cases"]
        or goes_from_to(telling, telling.at)
    ):
        return ""
    if telling.verb in telling.words["receiving"] and hangs_on_the_verb(telling, case):
        return ""  # `recibió tres barcos de Japón`: who gave them
    start, count = telling.at, len(telling.actors)
    telling.at += 1
    if telling.noun in telling.words["not_of_countries"] and starting(telling, telling.t.mentions) is not None:
        raise unknown("noun", telling.t.tokens[telling.order[start - 1]])
    mark = len(telling.said)
    if telling.at < len(telling.order) and actor(telling):
        # `expulsó de Perú a tres hombres`, `retirará a diez peritos de Perú`
        sent_off = telling.verb in {*telling.words["sends_off"], *telling.words["takes_away"]}
        if sent_off or telling.noun in telling.words["of_or_from"] or is_taken_away(telling):
            raise GateClosedError("of_or_from")
        name = telling.said.pop()
        del telling.said[mark:]
        following = telling.peek()
        goes_on = following is not None and following.form == "," and is_relative(telling.peek(1))
        if following is None or not (following.upos == "CCONJ" or goes_on):  # `la propuesta de Ana Ruiz, quien firmó …`
            if telling.noun in telling.words["named_by_owner"] and _is_a_body(telling, telling.actors[-1]):
                return f"{genitives['definite']} {name.removeprefix(genitives['definite']).strip()}"
            if _is_long(telling, name):
                del telling.actors[count:]
                telling.at = start
                return ""  # `the support of the Organization of American States`
            of_body = name.startswith(f"{genitives['definite']} ") and name != government_name(
                telling.t.edition, telling.actors[-1]
            )
            if chunk.determiner == "" and chunk.plural and of_body:
                del telling.actors[count:]
                telling.at = start
                return ""  # `agentes de la CIA` are some of its agents
            if chunk.determiner == "" and telling.said[-1:] == [telling.t.edition.grammar.genitive]:
                raise GateClosedError("owner_of_either_noun")  # `una oferta de diálogo de Chile`
            adjective = _adjective_of(telling, telling.actors[-1], name)
            if adjective and (chunk.determiner == "" or name.endswith("s")):
                the = article(adjective, "m", chunk.plural, telling.t.edition.grammar) if chunk.determiner else ""
                return f"{the} {adjective}".strip()
            if _is_counted(telling, start):
                raise GateClosedError("counted_things_of_a_name")
            return str(genitives["plural" if name.endswith("s") else "form"]).format(name=name)
    del telling.actors[count:]
    telling.at = start
    return ""


def _is_long(telling: Telling, name: str) -> bool:
    """A name with `of` in it or of more than three words takes no `'s`."""
    words = name.split(" ")
    return telling.t.edition.grammar.genitive in words or len(words) > LONGEST_OWNER


def _is_counted(telling: Telling, stop: int) -> bool:
    """`tres hospitales [de Quito]`: `three Quito's hospitals` is no English."""
    place = stop - 1
    while place >= 0 and telling.t.tokens[telling.order[place]].upos in {"NOUN", "ADJ"}:
        place -= 1
    return place >= 0 and telling.t.tokens[telling.order[place]].upos == "NUM"


def _is_a_body(telling: Telling, code: str) -> bool:
    """`la cumbre de el Mercosur` -> `the Mercosur summit`: an organization, and no country."""
    entry = telling.t.edition.knowledge.actors.get(code)
    return entry is not None and entry.kind != "country"


def _is_second_of_two(telling: Telling) -> bool:
    """Whether the noun that has just been read stands behind `and` and another noun."""
    place = telling.at - 1
    while place >= 0 and telling.t.tokens[telling.order[place]].upos in {"NOUN", "ADJ", "DET"}:
        place -= 1
    before = [telling.t.tokens[telling.order[n]] for n in (place - 1, place) if n >= 0]
    return len(before) == 2 and before[1].upos == "CCONJ" and before[0].upos in {"NOUN", "ADJ"}


def _adjective_of(telling: Telling, code: str, name: str) -> str | None:
    """`fuerzas de Perú` -> `Peruvian forces`, where the country itself is named."""
    entry = telling.t.edition.knowledge.actors.get(code)
    if entry is None or name != government_name(telling.t.edition, code):
        return None
    return (entry.demonyms.get(telling.language) or (None,))[0]


def _say_chunk(telling: Telling, chunk: Chunk, owner: str) -> str:
    words = " ".join([*chunk.adjectives, chunk.words])
    if owner:
        return f"{owner} {words}"
    if chunk.determiner in {DEFINITE, INDEFINITE, ""} and not chunk.counted:
        return " ".join(part for part in (_article(telling, chunk, words), words) if part)
    return " ".join(
        part for part in (chunk.determiner, words) if part and not (chunk.counted and part in {DEFINITE, INDEFINITE})
    )


def _article(telling: Telling, chunk: Chunk, words: str) -> str:
    grammar = telling.t.edition.grammar
    following = telling.peek()
    narrowed = following is not None and (is_relative(following) or following.form.casefold() in grammar_cases(telling))
    gender: Any = chunk.gender
    if chunk.determiner == DEFINITE:
        several = (
            chunk.plural
            and (chunk.adjectives or " " in chunk.words)
            and not set(chunk.adjectives) & set(telling.words["keep_the"])
        )
        shown = telling.said_verb in telling.words["thanks_for_all"] and telling.verb_at == telling.at - 2
        kept = chunk.words in telling.words["keep_the_masses"] or _is_at_hand(telling, chunk)
        particular = narrowed or shown or before_share(telling) or (chunk.mass and kept)
        return "" if (chunk.mass or several) and not particular else article(words, gender, chunk.plural, grammar)
    if chunk.plural or (chunk.mass and not (chunk.fixed and chunk.determiner == INDEFINITE)):
        return ""
    before = telling.said[-1] if telling.said else ""
    if before == telling.words["none"]:  # `there is no agreement`
        return ""
    if chunk.determiner == "" and before == grammar.genitive:
        raise GateClosedError("bare_noun_behind_of")
    if chunk.determiner == "" and telling.noun not in telling.words["takes_a"]:
        raise GateClosedError("bare_noun")
    return grammar.a[gender + "s"]


def _is_at_hand(telling: Telling, chunk: Chunk) -> bool:
    """`negó que la carne sea peligrosa`: of goods those that were told of, and not all there are."""
    tokens = [telling.t.tokens[i] for i in telling.order[max(0, telling.at - 2) : telling.at]]
    heads = [telling.t.tokens[token.head] for token in tokens if base(token) == "nsubj" and token.head >= 0]
    goods = not chunk.adjectives and chunk.words in telling.words["goods"]
    return goods and any(base(head) == "ccomp" for head in heads)


def before_share(telling: Telling) -> bool:
    """Whether a percentage and `of` have just been said."""
    of = telling.t.edition.grammar.genitive
    return len(telling.said) > 1 and telling.said[-1] == of and telling.said[-2].endswith("%")


def grammar_cases(telling: Telling) -> frozenset[str]:
    return frozenset(rules_of(telling.language)["narrowing"])
