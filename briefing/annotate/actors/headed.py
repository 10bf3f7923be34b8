"""Whose minister each of several speakers is whom a heading calls by office and country, and not by name.

`Transcripción de la rueda de prensa de la ministra de Energía de Chad y del ministro de Agua de Togo`: by the one office that
agrees in gender; else nobody knows, and least of all the dateline, under which one of them is the guest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.titles import role_of
from briefing.model.known_rows import MINISTER

HEADS = frozenset({"title", "heading"})


def names_others(lines: Sequence[Line], home: str, lexicon: Lexicon) -> bool:
    """Whether the first line that calls an office names another country besides the one at home."""
    head = first_head(lines)
    named = set(countries_of(head, 0, len(head.pieces), lexicon)) if head else set()
    return bool(named - {home})


def headed_country(holder: Holder, lines: Sequence[Line], lexicon: Lexicon) -> str | None:
    """The country of the heading's offices that are of the holder's gender, where they are of one country."""
    head = first_head(lines)
    if head is None or holder.gender is None:
        return None
    offices = [chunk for chunk in head.chunks if chunk.kind == "role"]
    own = [chunk for chunk in offices if chunk.entries[0].gender in {holder.gender, None}]
    behind = [countries_of(head, chunk.last, len(head.pieces), lexicon)[:1] for chunk in own]
    found = {code for codes in behind for code in codes}
    return found.pop() if len(found) == 1 and all(behind) else None


def first_head(lines: Sequence[Line]) -> Line | None:
    """The first line of the heading that calls an office."""
    heads = (line for line in lines if line.sentence.kind in HEADS)
    return next((line for line in heads if any(chunk.kind == "role" for chunk in line.chunks)), None)


def with_headed(
    holders: Sequence[Holder],
    namings: Mapping[str, Sequence[Naming]],
    lines: Sequence[Line],
    titles: Sequence[Sequence[Phrase]],
    lexicon: Lexicon,
) -> tuple[Holder, ...]:
    """`… by the Prime Minister and the French Minister for Europe`, `MINISTER PETIT:`: of the only office that is his.

    Where the heading calls no other office that he may hold, and nobody else who speaks may hold that one.
    """
    head, by_index = first_head(lines), {line.index: line for line in lines}
    offices = [title for title in titles[head.index] if title.is_role] if head else []
    speakers = [h for h in holders if any(by_index[n.name.line].sentence.kind == "speaker" for n in namings[h.id])]

    def country(holder: Holder) -> str | None:
        bare = holder in speakers and not any(n.country or n.governs for n in namings[holder.id])
        if holder.country or holder.former or not bare:
            return holder.country
        fitting = [title for title in offices if may_hold(holder, title, lexicon)]
        rivals = [h for h in speakers if h is not holder and any(may_hold(h, title, lexicon) for title in fitting)]
        return fitting[0].country if len(fitting) == 1 and not rivals else None

    return tuple(replace(holder, country=country(holder)) for holder in holders)


def may_hold(holder: Holder, office: Phrase, lexicon: Lexicon) -> bool:
    """A minister an office of a minister, the head of a government that of one."""
    role, held = role_of(office, lexicon), [r for phrase in holder.phrases if (r := role_of(phrase, lexicon))]
    if role is None or (holder.country and office.country not in {None, holder.country}):
        return False
    ministers = role.minister or role.id == MINISTER
    return any(r.id == role.id or (ministers and (r.minister or r.id == MINISTER)) for r in held)
