"""Whose minister or ministry it is that tells, at the end of a sentence, what the country that opens it does or will do.

`Montenegro will not sign the annex, Trade Minister Ana Vukic said`; `Montenegro no enviará a nadie, dijo su canciller, Ana
Vukic`; `Montenegro will let inspectors in, the government said`.  Who speaks for another country's doing is called by his own:
`…, the Serbian minister said`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.home import is_against, is_of_any_government, is_whole_subject, verbs_of_speech
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.openers import end_of_opener
from briefing.annotate.actors.parties import was_left_undone
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.titles import role_of

LONGEST_CUE = 6
"""Pieces from the comma to the title: `, según dijo ayer el ministro`."""
BEHIND_THE_NAME = 3
"""Pieces behind a name within which an English verb of saying stands."""
COMMAS = frozenset({",", "”", '"', "»"})


def with_own_word(
    holders: Sequence[Holder],
    namings: Mapping[str, Sequence[Naming]],
    lines: Sequence[Line],
    home: str | None,
    lexicon: Lexicon,
) -> tuple[Holder, ...]:
    """The holders, those of a title alone with the country of whose doing they first tell.

    Not a bare title under another country's dateline: there it is of that country's minister.
    """
    by_index = {line.index: line for line in lines}

    def told(holder: Holder) -> str | None:
        first = min(namings[holder.id], key=lambda n: (n.name.line, n.name.first))
        bare = not holder.former and not any(n.country or n.governs for n in namings[holder.id])
        if holder.country or not bare or not holds_an_office(first, lexicon):
            return holder.country
        code = country_told_of(by_index[first.name.line], first.start, first.name.last, lexicon)
        owned = first.phrase is not None and first.phrase.owned  # `dijo su canciller`, under whatever dateline
        if code is None or (home not in {None, code} and not owned):
            return None
        return None if is_against(namings[holder.id], by_index, code, lexicon) else code

    return tuple(replace(holder, country=told(holder)) for holder in holders)


def holds_an_office(naming: Naming, lexicon: Lexicon) -> bool:
    """A minister, a spokesman …; `su viceministro` is of the country that the sentence tells of, whatever his office."""
    if naming.phrase is None:
        return False
    role = role_of(naming.phrase, lexicon)
    owned = naming.phrase.owned and role is not None and role.official and not role.epithet and not naming.phrase.specified
    return owned or is_of_any_government(naming.phrase, lexicon)


def country_told_of(line: Line, start: int, stop: int, lexicon: Lexicon) -> str | None:
    """The country that opens a sentence as its whole subject, where the pieces `start:stop` are who tells so at its end."""
    end = end_of_opener(line, lexicon)
    opening = line.ending(end) if end else None
    if opening is None or line.sentence.kind != "body" or not is_whole_subject(line, opening, lexicon):
        return None
    if was_left_undone(line, opening, lexicon):
        return None
    named = countries_of(line, 0, end, lexicon)
    return named[0] if len(named) == 1 and tells_at_the_end(line, start, stop, end, lexicon) else None


def tells_at_the_end(line: Line, start: int, stop: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a comma, and a verb of saying before the title or behind the name, set who speaks apart from what is said."""
    commas = [at for at in range(after, start) if line.key(at) in COMMAS]
    if not commas or start - commas[-1] > LONGEST_CUE:
        return False
    said = verbs_of_speech(lexicon.knowledge, lexicon.grammar.language)
    cue = [*range(commas[-1], start), *range(stop, min(len(line.pieces), stop + BEHIND_THE_NAME))]
    told = (token for at in cue if (token := line.token(at)) is not None)
    return any(token.lemma.lower() in said and token.upos != "NOUN" for token in told)  # `over remarks by President Vukic`
