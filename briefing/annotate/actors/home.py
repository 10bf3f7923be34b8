"""Whose minister somebody is whom an article calls by the title alone: the country where the article is written.

At home the country goes without saying: `BELMOPAN, May 12 - Belize will …, Foreign Minister Ana Usher said`.  Only where the
dateline is a capital, the article's first sentences tell of that country, and nothing beside the name speaks of another one;
or where the whole text is a ministry's own, whose name stands above it (`Ministry of Trade of Belize`).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.headed import headed_country, names_others
from briefing.annotate.actors.heads import LONGEST_STATE, PLACED, capitals, countries_of
from briefing.annotate.actors.lexicon import Lexicon, strip_accents
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.outside_quotes import unquoted
from briefing.annotate.actors.parties import (
    deals_with,
    is_faced,
    is_met,
    is_other_party,
    is_turned_down,
    phrase_of,
    was_left_undone,
)
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.places import tells_of_going
from briefing.annotate.actors.titles import role_of
from briefing.annotate.quotes.lexicon import load_lexicon as load_cues
from briefing.knowledge import Knowledge
from briefing.model import Language
from briefing.model.known_rows import SPOKESPERSON

LEAD = 2
"""Sentences of the body that must tell of the country."""
SPOKEN = frozenset({"title", "heading", "speaker"})
"""Lines that say who speaks."""
SPEAKERS = frozenset(
    {"spokesperson", "trade_representative", "minister", "deputy_minister", "deputy_foreign_minister", "deputy_prime_minister"}
    | {"vice_president", "state_secretary", "minister_of_state", "national_security_adviser", "presidency_secretary"}
)
"""Offices besides those of ministers and heads of government that every government has."""


def with_home(
    holders: Sequence[Holder],
    namings: Mapping[str, Sequence[Naming]],
    lines: Sequence[Line],
    home: str | None,
    lexicon: Lexicon,
    *,
    official: bool = False,
) -> tuple[Holder, ...]:
    """The holders, those of a title alone with the country at home, which is that of an `official` text's issuer.

    `namings` are those of each holder's id.
    """
    by_index = {line.index: line for line in lines}
    either = {holder.id for holder in holders if any(shares_title(naming) for naming in namings[holder.id])}
    holders = tuple(
        replace(holder, country=seat)
        if holder.country is None and (seat := speaking_seat(holder, namings[holder.id], by_index, home, lexicon))
        else holder
        for holder in holders
    )
    if home is None:
        return holders
    leads, spoken = official or leads_with(lines, home, lexicon), speaks_of(lines, home, lexicon)
    speakers = [holder for holder in holders if is_speaker(holder, namings[holder.id], by_index, home, lexicon)]
    # `Ministry of Trade of Chad` / `Minister Ali: …`: the one who speaks is its own; of two, one may be the guest
    spoken = spoken or (official and len(speakers) == 1)
    labelled = [h for h in holders if any(by_index[n.name.line].sentence.kind == "speaker" for n in namings[h.id])]
    joint = len(labelled) > 1 and names_others(lines, home, lexicon)
    known = {n: h.country for h in holders for n in namings[h.id] if h.country}
    either |= {h.id for h in holders if is_met(namings[h.id], namings, by_index, lexicon)}
    # in a ministry's own text a bare minister is its own, whomever the sentence before deals with
    told = {} if official else by_index
    return tuple(
        replace(holder, country=headed_country(holder, lines, lexicon) if joint and holder in speakers else home)
        if (leads and holder.id not in either and is_at_home(holder, namings[holder.id], by_index, told, home, known, lexicon))
        or (spoken and holder in speakers)
        else holder
        for holder in holders
    )


def shares_title(naming: Naming) -> bool:
    """`Presidents Ana Ruiz and Per Lund promised`: of two countries, and nobody knows which of them is at home."""
    return naming.phrase is not None and naming.phrase.entry.plural and not naming.phrase.others


def is_against(namings: Sequence[Naming], lines: Mapping[int, Line], code: str, lexicon: Lexicon) -> bool:
    """Whether a bare title is first told of as the other party, or its holder ever deals with the country, or answers it."""
    first = min(namings, key=lambda n: (n.name.line, n.name.first))
    here = lines[first.name.line]
    spans = spans_of(here, code, lexicon)
    if is_faced(here, spans, lexicon) or is_turned_down(here, first.name.first, spans, lexicon):
        return True
    return is_other_party(lines[first.name.line], first.start, first.name.first, lexicon) or any(
        deals_with(lines[n.name.line], n.name.first, spans_of(lines[n.name.line], code, lexicon), lexicon) for n in namings
    )


def spans_of(line: Line, code: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where a line names a country or its government."""
    return [
        (c.first, c.last)
        for c in line.chunks
        if c.kind in PLACED - {"demonym"} and code in countries_of(line, c.first, c.last, lexicon)
    ]


def with_owners(
    holders: Sequence[Holder], namings: Mapping[str, Sequence[Naming]], lines: Sequence[Line], lexicon: Lexicon
) -> tuple[Holder, ...]:
    """`Montenegro disputes the sum. Its prime minister, Ana Vukic, …`: of the country that opens the sentence before.

    Where a party or an army of the country opens it, its spokesman is that one's.
    """
    by_index = {line.index: line for line in lines}

    def owner(holder: Holder) -> str | None:
        first = min(namings[holder.id], key=lambda n: (n.name.line, n.name.first))
        here, before = by_index[first.name.line], by_index.get(first.name.line - 1)
        owned = first.phrase is not None and first.phrase.owned
        if owned and first.start > 1:
            before = here  # `Montenegro will not pay, said its finance minister, Ana Vukic`
        goes_on = before is not None and before.sentence.paragraph == here.sentence.paragraph
        if holder.country or not owned or before is None or not goes_on:
            return holder.country
        opening = before.starting(0) or before.starting(1)
        named = countries_of(before, opening.first, opening.last, lexicon) if opening else []
        role = role_of(first.phrase, lexicon) if first.phrase else None
        whole = opening is not None and (is_whole_subject(before, opening, lexicon) or (role is not None and role.minister))
        return named[0] if whole and len(named) == 1 else None

    return tuple(replace(holder, country=owner(holder)) for holder in holders)


def is_whole_subject(line: Line, opening: Chunk, lexicon: Lexicon) -> bool:
    """`Montenegro disputes`, and neither `Montenegro's unions` nor `Montenegrin dockers`."""
    owns = line.match(opening.last, lexicon.grammar.possessives)
    return opening.kind != "demonym" and not owns and line.upos(opening.last) not in NAMING


NAMING = frozenset({"NOUN", "PROPN", "ADJ"})
"""What goes on a phrase that a country opens."""


def speaking_seat(
    holder: Holder, namings: Sequence[Naming], lines: Mapping[int, Line], home: str | None, lexicon: Lexicon
) -> str | None:
    """The capital where a minister speaks who is first named there, without a country: his own.

    `Desde Podgorica, la ministra de Hacienda, Ana Vukic, dijo …`; or whoever speaks first under a capital's dateline.
    """
    first = min(namings, key=lambda n: (n.name.line, n.name.first))
    here = lines[first.name.line]
    bare = not holder.former and not any(n.country or n.governs for n in namings) and here.sentence.kind == "body"
    if not bare or first.phrase is None or first.phrase.owned or not is_of_any_government(first.phrase, lexicon):
        return None
    if not speaks_first(here, first, lexicon) or any(others_office(line, home, lexicon) for line in lines.values()):
        return None
    if home is not None and any(tells_of_coming(lines[n.name.line], home, lexicon) for n in namings):
        return None
    body = next(line for line in lines.values() if line.sentence.kind == "body")
    seat = (home if body is here else None) if first.start <= 1 else seat_before(here, first.start, lexicon)
    return seat if seat and not is_against(namings, lines, seat, lexicon) else None


def speaks_first(line: Line, naming: Naming, lexicon: Lexicon) -> bool:
    """Whether the sentence's main verb is one of saying, and no country is named beside the title."""
    beside = countries_of(line, naming.start, min(len(line.pieces), naming.name.last + 2), lexicon)
    return says(line, lexicon) and not beside


def says(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence's main verb is one of saying."""
    root = next((token for token in line.sentence.tokens if token.head < 0), None)
    cues = load_cues(lexicon.grammar.language)
    lemma = cues.lemma(root).lower() if root else ""
    return lemma in cues.frames or lemma in verbs_of_speech(lexicon.knowledge, lexicon.grammar.language)


@functools.lru_cache(maxsize=8)
def verbs_of_speech(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """What a government says, asks or refuses with."""
    spoken = [act for act in knowledge.acts.values() if act.kind in {"speech", "reporting"}]
    return frozenset(form.lemma for act in spoken for form in act.forms.get(language, ()) if form.kind == "verb")


def others_office(line: Line, home: str | None, lexicon: Lexicon) -> bool:
    """Whether a headline calls an office of another country than the one at home: a guest may be who speaks."""
    if home is None or line.sentence.kind == "body":
        return False
    named = set(countries_of(line, 0, len(line.pieces), lexicon)) - {home}
    return any(calls_office_of(line, code, lexicon) for code in named)


def seat_before(line: Line, start: int, lexicon: Lexicon) -> str | None:
    """The country in `En Montenegro, la ministra …`, or of the capital in `Desde Podgorica, …`, right before the title."""
    comma = next((at for at in range(start) if line.key(at) == ","), None)
    if comma is None or start - comma > 2 or line.key(0) not in lexicon.grammar.place_prepositions:
        return None
    land = line.starting(1 + (line.key(1) in lexicon.grammar.articles))
    if land is not None and land.kind == "country" and land.last == comma:
        return land.entries[0].id
    place = " ".join(strip_accents(line.key(at)) for at in range(1, comma))
    return next((code for name, code in capitals(lexicon.knowledge, lexicon.grammar.language) if name == place), None)


def speaks_of(lines: Sequence[Line], home: str, lexicon: Lexicon) -> bool:
    """Whether a transcript speaks of the country at home and calls none of its offices: `the Chilean minister` is another."""
    said = [line for line in lines if line.sentence.kind in {"body", "question"}]
    named = any(home in countries_of(line, 0, len(line.pieces), lexicon) for line in said)
    return named and not any(calls_office_of(line, home, lexicon) for line in said)


def calls_office_of(line: Line, home: str, lexicon: Lexicon) -> bool:
    """`el ministro chileno`, `Peru's president`, `embajador de Bolivia`: an office of the country, as others call it."""
    grammar = lexicon.grammar
    own = [c for c in line.chunks if c.kind in {"country", "demonym"} and home in countries_of(line, c.first, c.last, lexicon)]
    after = {c.last for c in line.chunks if c.kind == "role"}
    before = {c.first for c in line.chunks if c.kind == "role"}
    for chunk in own:
        start = chunk.first - (line.key(chunk.first - 1) in grammar.articles)
        possessed = chunk.last + line.match(chunk.last, grammar.possessives)
        linked = line.key(start - 1) in grammar.of and start - 1 in after
        if linked or chunk.first in after or (possessed in before and (chunk.kind == "demonym" or possessed > chunk.last)):
            return True
    return False


def is_speaker(holder: Holder, namings: Sequence[Naming], lines: Mapping[int, Line], home: str, lexicon: Lexicon) -> bool:
    """Of a title alone, whom a title line or a speaker's label names, beside no other country."""
    titled = [n for n in namings if n.phrase and lines[n.name.line].sentence.kind in SPOKEN]
    if holder.country or holder.former or not titled or any(n.country or n.governs for n in namings):
        return False
    named = {code for n in titled for code in countries_of(lines[n.name.line], 0, len(lines[n.name.line].pieces), lexicon)}
    return named <= {home} and any(n.phrase and is_of_any_government(n.phrase, lexicon) for n in titled)


def leads_with(lines: Sequence[Line], home: str, lexicon: Lexicon) -> bool:
    body = [line for line in lines if line.sentence.kind == "body"][:LEAD]
    return any(home in countries_of(line, 0, len(line.pieces), lexicon) for line in body)


def is_at_home(
    holder: Holder,
    namings: Sequence[Naming],
    lines: Mapping[int, Line],
    telling: Mapping[int, Line],
    home: str,
    known: Mapping[Naming, str],
    lexicon: Lexicon,
) -> bool:
    """An office of the government without a country, in a sentence whose first country, if any, is the one at home.

    Else in one behind a `telling` line of which that is true, or of which somebody `known` to be of home is told first.
    """
    titled = [n for n in namings if n.phrase and lines[n.name.line].sentence.kind == "body"]
    if holder.country or holder.former or not titled or any(n.country or n.governs for n in namings):
        return False
    if any(tells_of_coming(lines[n.name.line], home, lexicon) for n in namings):
        return False
    if is_against(namings, lines, home, lexicon):
        return False
    first = min(titled, key=lambda n: (n.name.line, n.name.first))
    if first.phrase is None or first.phrase.owned or not is_of_any_government(first.phrase, lexicon):
        return False  # `its president`: a party's or a league's, as often as a state's
    here = lines[first.name.line]
    if telling and any(e.id == SPOKESPERSON for e in first.phrase.entries) and is_any(here, first.start, lexicon):
        return False  # `The Commission asked for calm. A spokeswoman, Ana Vukic, said …`
    joined = here.key(first.name.last) in lexicon.grammar.joiners  # `Minister Ana Ruiz and Peru's president`
    beside = [] if joined else countries_of(here, first.name.last, min(len(here.pieces), first.name.last + 2), lexicon)
    beside += places_behind(here, first.name.last, lexicon)
    before = telling.get(here.index - 1)
    opening = here.starting(0)
    reproached = opening is not None and was_left_undone(here, opening, lexicon)  # `Laos has not paid, Minister Vukic said`
    told = [] if reproached else told_countries(here, first.start, lexicon)
    going_on = before is not None and before.sentence.paragraph == here.sentence.paragraph
    told = told or (told_first(before, known, lexicon, going_on=going_on) if before else [])
    if is_of_the_guest(here, first, home, known):
        return False
    return not [code for code in beside if code != home] and (not told or told[0] == home)


def places_behind(line: Line, stop: int, lexicon: Lexicon) -> list[str]:
    """`was made by Minister Ana Vukic in Kara, Togo`: as likely of where he is as of where the paper is written."""
    near = [c for c in line.chunks if c.kind == "country" and stop < c.first <= stop + REACH_OF_GOING]
    marks = lexicon.grammar.place_prepositions
    placed = (c for c in near if any(line.key(at) in marks for at in range(stop, c.first)))
    return [c.entries[0].id for c in placed if line.key(c.first - 1) in {",", *marks}]


def is_any(line: Line, start: int, lexicon: Lexicon) -> bool:
    """`a spokeswoman`, `una portavoz`: one of somebody's."""
    return line.key(start - 1) in lexicon.grammar.indefinite or line.key(start) in lexicon.grammar.indefinite


def is_of_the_guest(line: Line, naming: Naming, home: str, known: Mapping[Naming, str]) -> bool:
    """`received the Cuban deputy, who handed over a letter from President Ruiz`: of whose people the last one named may be.

    Not of whom something is told himself: `received the Cuban deputy, and President Ruiz said …`.
    """
    people = sorted((n.name.first, n.country or code) for n, code in known.items() if n.name.line == line.index)
    last = next((code for first, code in reversed(people) if first < naming.start), home)
    at = phrase_of(line, naming.name.first)
    return last != home and at is not None and not line.sentence.tokens[at].deprel.startswith("nsubj")


def told_first(line: Line, known: Mapping[Naming, str], lexicon: Lexicon, *, going_on: bool) -> list[str]:
    """The country of who is named before all countries of a sentence (`Vukic refused, though Serbia asks …`); else those.

    Where no paragraph is `going_on` not the one that somebody only goes to: `The minister will travel to the Serbian capital.`
    """
    people = sorted((n.name.first, code) for n, code in known.items() if n.name.line == line.index)
    lands = [c.first for c in line.chunks if c.kind in PLACED and countries_of(line, c.first, c.last, lexicon)]
    opens = people and people[0][0] < min(lands, default=len(line.pieces))
    if opens:
        return [people[0][1]]
    ends = [] if going_on else [c for c in line.chunks if is_gone_to(line, c, lexicon)]
    gone_to = {code for c in ends for code in countries_of(line, c.first, c.last, lexicon)}
    told = [code for first, last in unquoted(line) for code in told_there(line, first, last, lexicon)]
    return told[1:] if told and told[0] in gone_to else told


def is_gone_to(line: Line, land: Chunk, lexicon: Lexicon) -> bool:
    """`viajará a la capital serbia`, `will travel to Serbia`: right behind a word of going, wherever a parser hangs it."""
    before = range(max(0, land.first - REACH_TO_PLACE), land.first)
    going = [at for at in before if (token := line.token(at)) is not None and token.lemma.lower() in lexicon.grammar.motion]
    return land.kind in PLACED and any(line.key(at + 1) in lexicon.grammar.towards for at in going)


REACH_TO_PLACE = 4
"""Pieces from a verb of going to whose place it is: `viajará | a | la | capital | serbia`."""


def told_there(line: Line, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """The countries of some pieces of which a sentence tells; not whom its verb acts upon, nor whose official it names.

    `It denied that the minister had called his Kenyan counterpart`, `the row broke out when he accused Kenya`.
    """
    root = next((n for n, token in enumerate(line.sentence.tokens) if token.head < 0), 0)
    lands = [c for c in line.chunks if c.kind in PLACED and first <= c.first < last]
    return [code for c in lands if not is_acted_upon(line, c, root) for code in countries_of(line, c.first, c.last, lexicon)]


def is_acted_upon(line: Line, land: Chunk, root: int) -> bool:
    at = phrase_of(line, land.first)
    if at is None or line.pieces[land.first].token < root:
        return False
    titled = land.kind == "demonym" and any(c.kind == "role" and land.first in {c.last, c.first - 1} for c in line.chunks)
    deprel = line.sentence.tokens[at].deprel
    return deprel in {"obj", "iobj"} or (titled and not deprel.startswith("nsubj"))


def tells_of_coming(line: Line, home: str, lexicon: Lexicon) -> bool:
    """`before Minister Ana Vukic arrives in Podgorica`, `en su visita a Lima`: who comes to a country is from elsewhere."""
    grammar = lexicon.grammar
    seats = {name for name, code in capitals(lexicon.knowledge, grammar.language) if code == home}

    def is_there(at: int) -> bool:
        chunk = line.starting(at)
        named = chunk is not None and chunk.kind != "demonym" and home in countries_of(line, chunk.first, chunk.last, lexicon)
        words = [strip_accents(line.key(n)) for n in range(at, min(at + LONGEST_STATE, len(line.pieces)))]
        return named or any(" ".join(words[: len(seat.split())]) == seat for seat in seats)

    going = [at for at in range(len(line.pieces)) if tells_of_going(line, at, grammar)]
    return any(is_there(to) for at in going for to in range(at + 1, min(at + REACH_OF_GOING, len(line.pieces))))


REACH_OF_GOING = 6
"""Pieces from a verb or noun of going to the place: `llegará el próximo martes a Lima`."""


def told_countries(line: Line, stop: int, lexicon: Lexicon) -> list[str]:
    """The countries that the article itself speaks of before a piece: `“Peru wants it all”, said …` is about the speaker's."""
    spans = [(first, last) for first, last in unquoted(line) if first < stop]
    return [code for first, last in spans for code in countries_of(line, first, min(last, stop), lexicon)]


def is_of_any_government(title: Phrase, lexicon: Lexicon) -> bool:
    """A minister, who heads the government, a spokesman; not `the spokesman of the Red Cross`, nor who is posted abroad.

    Whose `its spokesman` is only the sentence before says: a party's, as often as a ministry's.
    """
    role = role_of(title, lexicon)
    if role is not None and role.id in SPEAKERS and title.owned:
        return False
    if role is None or not role.official or role.epithet or role.countries or title.specified or title.posting:
        return False
    body = lexicon.knowledge.actors.get(title.body) if title.body else None
    general = title.body is None or (body is not None and body.generic)
    return general and (role.minister or role.head_of_government or role.id in SPEAKERS)
