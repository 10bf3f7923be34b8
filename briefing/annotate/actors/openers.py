"""Whose minister a title alone names: of the country that opens the sentence before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.heads import PLACED, countries_of
from briefing.annotate.actors.home import is_against, is_of_any_government, says, tells_of_coming
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.outside_quotes import OPENING_MARKS, STRAIGHT, unquoted
from briefing.annotate.actors.parties import phrase_of
from briefing.annotate.actors.people import Naming


def with_openers(
    holders: Sequence[Holder],
    namings: Mapping[str, Sequence[Naming]],
    lines: Sequence[Line],
    home: str | None,
    lexicon: Lexicon,
) -> tuple[Holder, ...]:
    """`Montenegro called the sum wrong. Finance Minister Ana Vukic said …`: of the country that opens the sentence before.

    Not where the minister replies, which the other side does; nor where another country is named beside the title, or is the
    article's own: `The Thai government lent a plane. Foreign Minister Ann Ouma …` under Nairobi's dateline is either's, though
    not where that government has spoken: `The Thai government asked for calm. Its view is known, Minister …`.
    """
    by_index = {line.index: line for line in lines}
    lead = next((line for line in lines if line.sentence.kind == "body"), None)
    own = {home} if home else {*countries_of(lead, 0, len(lead.pieces), lexicon)[:1]} if lead else set()

    def opener(holder: Holder) -> str | None:
        first = min(namings[holder.id], key=lambda n: (n.name.line, n.name.first))
        here, before = by_index[first.name.line], by_index.get(first.name.line - 1)
        bare = not holder.former and not any(n.country or n.governs for n in namings[holder.id])
        # `Fiji's cocoa board denies it. Its president, …`: whose he is, `with_owners` alone can say
        free = first.phrase is not None and not first.phrase.owned and is_of_any_government(first.phrase, lexicon)
        titled = free and opens_line(here, first.start)
        if holder.country or not bare or not titled or before is None or before.sentence.kind != "body":
            return holder.country
        goes_on = before.sentence.paragraph == here.sentence.paragraph
        replies = any(token.lemma.lower() in lexicon.grammar.replying for token in here.sentence.tokens)
        named = countries_of(before, 0, end_of_opener(before, lexicon), lexicon)
        # behind a quotation whoever the sentence before also names may speak as well
        others = first.start > 1 and {*countries_of(before, 0, len(before.pieces), lexicon)} - {*named}
        sure = (
            goes_on
            and not replies
            and not others
            and len(named) == 1
            and ({*named} == own or ((not home or speaks_itself(before, lexicon)) and says(here, lexicon)))
        )
        sure = sure and not tells_of_another(here, named[0], lexicon)
        against = sure and is_against(namings[holder.id], by_index, named[0], lexicon)
        return named[0] if sure and not against and not tells_of_coming(here, named[0], lexicon) else None

    return tuple(replace(holder, country=opener(holder)) for holder in holders)


def tells_of_another(line: Line, code: str, lexicon: Lexicon) -> bool:
    """`Montenegro closed the port. Minister Ana Ilic said that Serbia would use its own`: as likely hers is who will do so."""
    lands = ((c, countries_of(line, c.first, c.last, lexicon)) for c in line.chunks if c.kind in PLACED)
    others = (phrase_of(line, c.first) for c, codes in lands if codes and code not in codes)
    return any(at is not None and line.sentence.tokens[at].deprel.startswith("nsubj") for at in others)


def speaks_itself(line: Line, lexicon: Lexicon) -> bool:
    """`El Gobierno de Montenegro pidió …`: a government opens the sentence, whose main verb is one of saying."""
    body = line.starting(int(line.key(0) in lexicon.grammar.articles))
    return body is not None and body.kind == "unit" and says(line, lexicon)


def end_of_opener(line: Line, lexicon: Lexicon) -> int:
    """Behind the country that opens a sentence, by its name or as `el Gobierno de Montenegro`; 0 where none does, or two do."""
    at = int(line.key(0) in lexicon.grammar.articles)
    body = line.starting(at)
    if body is not None and body.kind == "unit" and lexicon.knowledge.actors[body.entries[0].id].official:
        at = body.last + (line.key(body.last) in lexicon.grammar.of)
        at += line.starting(at) is None and line.key(at) in lexicon.grammar.articles
    elif body is None or body.kind != "country":  # `The Gambia will …` is opened by a country as well
        at = 0
    opening = line.starting(at)
    alone = opening is not None and opening.kind in PLACED and line.key(opening.last) not in lexicon.grammar.joiners
    return opening.last if opening is not None and alone else 0


def opens_line(line: Line, start: int) -> bool:
    """Whether a title opens its sentence, or stands behind the quotation that does (`“We will pay,” Minister Vukic said`)."""
    outside = sum(max(0, min(stop, start) - first) for first, stop in unquoted(line) if first < start)
    return start <= 1 or (line.pieces[0].form in {*OPENING_MARKS, *STRAIGHT} and outside <= LONGEST_CUE)


LONGEST_CUE = 4
"""Pieces between a quotation and the title of who said it: `”, dijo ayer el ministro`."""
