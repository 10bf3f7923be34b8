"""One article while its actors are put together: its lines, titles, people and bodies, and the actors so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.annotate.actors.acronyms import explained, of_another_country
from briefing.annotate.actors.bodies import (
    Explicit,
    find_explicit,
    led_from,
    owner_of,
    skip_articles,
    speaks,
)
from briefing.annotate.actors.by_sides import with_sides
from briefing.annotate.actors.conveying import with_conveyed
from briefing.annotate.actors.grammar import key_of, keys_of
from briefing.annotate.actors.headed import with_headed
from briefing.annotate.actors.heads import masthead_of
from briefing.annotate.actors.home import with_home, with_owners
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line, read_line
from briefing.annotate.actors.names import find_known, find_names
from briefing.annotate.actors.one_office import with_one_office_each, without_joint_heads
from briefing.annotate.actors.one_person import Holder, join_namings, make_holder, without_predecessors
from briefing.annotate.actors.one_place import with_sure_places
from briefing.annotate.actors.openers import with_openers
from briefing.annotate.actors.opposite import owners_of_counterparts, the_pair, with_opposites
from briefing.annotate.actors.own_word import with_own_word
from briefing.annotate.actors.people import Naming, find_namings
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.phrases import find_phrases
from briefing.annotate.actors.titles import with_countries_of_titles
from briefing.model import Actor, Mention, Sentence
from briefing.model.known_rows import COUNTERPART

SHORTEST_NAME = 3
"""Letters of a speaker's name that a head is searched for."""
Found = list[tuple[int, Mention]]
"""Mentions with the index of their line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article while its actors are put together: what was read, and the actors so far."""

    lexicon: Lexicon
    lines: Sequence[Line]
    phrases: Sequence[Sequence[Phrase]]
    people: Mapping[Naming, Holder]
    explicit: Sequence[Explicit]
    scrambled: bool
    official: Phrase | None = None
    """The ministry or presidency that issues the text."""
    own: str | None = None
    """The country whose `the Minister` is, in a text of its ministry or a talk in which nobody of another country speaks."""
    home: str | None = None
    """The country in whose capital the article is written."""
    acronyms: Mapping[str, Phrase] = field(default_factory=dict)
    """The bodies that the article gives by an acronym."""
    anothers_letters: frozenset[str] = frozenset()
    """The acronyms of the knowledge that the article gives to another country."""
    actors: dict[str, Actor] = field(default_factory=dict)

    def named(self, line: Line) -> dict[Naming, Holder]:
        return {naming: holder for naming, holder in self.people.items() if naming.name.line == line.index}

    def mention(self, line: Line, first: int, last: int, actor: Actor, rule: str, *, place: bool = False) -> Mention:
        self.actors.setdefault(actor.id, actor)
        return Mention(span=line.span(first, last), actor=actor.id, rule=rule, place=place)


def read(
    text: str, sentences: Sequence[Sentence], lexicon: Lexicon, home: str | None, issuer: str | None, *, scrambled: bool
) -> Reading:
    read_lines = [read_line(n, text, sentence, lexicon) for n, sentence in enumerate(sentences)]
    lines = with_sure_places([*with_heads_of_speakers(read_lines)], lexicon)
    phrases = [find_phrases(line, lexicon) for line in lines]
    official = None if scrambled else masthead_of(lines, phrases, issuer, lexicon)
    own = official.country if official else issuer
    people = find_people(lines, phrases, own or home, lexicon, official=own is not None)
    labels = {line.index for line in lines if line.sentence.kind == "speaker"}
    speaking = {holder.country for naming, holder in people.items() if naming.name.line in labels and holder.country}
    explicit = [body for line, titles in zip(lines, phrases, strict=True) for body in find_explicit(line, titles, lexicon)]
    return Reading(
        lexicon=lexicon,
        lines=lines,
        phrases=phrases,
        people=people,
        explicit=explicit,
        scrambled=scrambled,
        official=official,
        own=own if speaking <= {own} else None,
        home=home,
        acronyms=explained(lines, phrases, lexicon.knowledge.actors),
        anothers_letters=of_another_country(lines, lexicon),
    )


def with_heads_of_speakers(lines: Sequence[Line]) -> Iterator[Line]:
    """`Latvian Foreign Minister Anna Liepa` above `MINISTER LIEPA:`: the capitals of that head tell of a speaker's name."""
    labels = [line for line in lines if line.sentence.kind == "speaker"]
    words = {word for line in labels for word in name_words(line)}
    for line in lines:
        heads = line.flat and line.sentence.kind in {"title", "heading"} and not all(p.form.isupper() for p in line.pieces)
        yield replace(line, flat=False) if heads and not words.isdisjoint(name_words(line)) else line


def name_words(line: Line) -> Iterator[str]:
    """The words with a capital in no form of the lexicon."""
    taken = {n for chunk in line.chunks for n in range(chunk.first, chunk.last)}
    named = [n for n in range(len(line.pieces)) if n not in taken and line.capital(n) and len(line.key(n)) >= SHORTEST_NAME]
    yield from (line.key(n) for n in named)


def with_country_led(line: Line, naming: Naming, owners: Mapping[Naming | None, Phrase], lexicon: Lexicon) -> Naming:
    """`una delegación chilena encabezada por Ana Mora`: hers is the country of the body that she leads."""
    body = owners.get(naming)
    led = body is not None and (led_from(line, body, lexicon) > body.last or body.first > naming.name.last)
    return replace(naming, country=body.country) if led and body and body.country and not naming.country else naming


def body_led(line: Line, naming: Naming, bodies: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """`Ana Mora, who leads the Chilean delegation,`, `Ana Mora, quien encabeza la delegación chilena`: what she leads."""
    verbs = (at for at in range(naming.name.last, min(len(line.pieces), naming.name.last + REACH_OF_LEADING)))
    for at in verbs:
        token = line.token(at)
        whose = token is not None and token.deprel.startswith("acl") and token.head in pieces_of(line, naming)
        who = line.key(at - 1) in lexicon.grammar.who and at - 1 in {naming.name.last, naming.name.last + 1}
        if token is not None and (whose or who) and token.lemma.lower() in lexicon.grammar.leading:
            start = skip_articles(line, at + 1, lexicon)
            of_sides = (p for p in bodies if p.first == start and p.country and not p.is_role and not p.others)
            rows = lexicon.knowledge.actors
            return next((p for p in of_sides if any(e.kind == "unit" and speaks(rows[e.id]) for e in p.entries)), None)
    return None


def with_gender_of_owner(
    line: Line, naming: Naming, here: Sequence[Naming], titles: Sequence[Phrase], lexicon: Lexicon
) -> Naming:
    """`Minister Quispe met | his | Bolivian counterpart`: a man, if he alone is named before, and not called otherwise."""
    genders = lexicon.grammar.owners
    owned = ((t, owner_at(line, t.first - 1)) for t in titles if t.entry.id == COUNTERPART)
    colleague, owner = next(((t, line.key(at)) for t, at in owned if line.key(at) in genders), (None, ""))
    before = [other for other in here if colleague and other.name.last < colleague.first]
    own = colleague is not None and before == [naming] and naming.phrase is not None and naming.gender is None
    return replace(naming, gender=genders[owner]) if own else naming


def owner_at(line: Line, at: int) -> int:
    """Where `his` stands in `his | visiting Kenyan counterpart`: past one word more that tells of a colleague."""
    return at - 1 if line.upos(at) in {"ADJ", "VERB"} and not line.capital(at) else at


def pieces_of(line: Line, naming: Naming) -> set[int]:
    """The tokens of a name and of the title before it, on either of which a parser hangs what is told of its bearer."""
    return {line.pieces[at].token for at in range(naming.start, naming.name.last)}


REACH_OF_LEADING = 4
"""Pieces from a name to the verb of leading: `, | who | also | leads`."""


def find_people(
    lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], home: str | None, lexicon: Lexicon, *, official: bool
) -> dict[Naming, Holder]:
    """Every naming with its person; headlines in title case only name people of the other lines."""
    namings: list[Naming] = []
    known = frozenset(key_of(word) for line in lines for name in find_names(line, lexicon) for word in name.words)
    for line, titles in zip(lines, phrases, strict=True):
        here = list(find_namings(line, find_names(line, lexicon, known), titles, lexicon))
        here = [with_gender_of_owner(line, naming, here, titles, lexicon) for naming in here]
        owners = {owner_of(line, title, here, lexicon): title for title in titles}
        owners |= {naming: body for naming in here if (body := body_led(line, naming, titles, lexicon))}
        namings += [replace(with_country_led(line, naming, owners, lexicon), governs=naming in owners) for naming in here]
    groups = [(group, holder) for group in join_namings(namings, lexicon) if (holder := make_holder(group, lines, lexicon))]
    places_of = {holder.id: [(naming.name.line, naming.name.first) for naming in group] for group, holder in groups}
    names = {(n.name.line, title.first) for n in namings for title in (n.phrase, n.aside) if title}
    roles = [(line.index, title) for line, titles in zip(lines, phrases, strict=True) for title in titles if title.is_role]
    told = next((line.index for line in lines if line.sentence.kind == "speaker"), len(lines))  # who speaks calls others so
    titled = [(n, t) for n, t in roles if n < told and (n, t.first) not in names and not before_name(lines[n], t, lexicon)]
    titled = [(n, t) for n, t in titled if not is_dealt_with(lines[n], t, namings, lexicon)]
    titled = [(n, t) for n, t in titled if not is_behind_unknown(n, t, lines, namings, lexicon)]
    pair = the_pair(lines, lexicon)  # `to meet President Vukic. Chad's president has been invited as well`: nobody of a third
    titled = [(n, t) for n, t in titled if not pair or t.country in pair]
    titled = [(n, replace(t, definite=t.definite or is_quoted_in_headline(lines[n], t))) for n, t in titled]
    by_id = {holder.id: group for group, holder in groups}
    denied = dict(owners_of_counterparts([holder for _, holder in groups], by_id, lines, phrases))
    holders = with_countries_of_titles([holder for _, holder in groups], titled, places_of, denied, lexicon)
    beside_names = holders = with_owners(holders, by_id, lines, lexicon)
    holders = with_conveyed(holders, by_id, lines, lexicon)
    holders = with_openers(holders, by_id, lines, home, lexicon)
    holders = with_own_word(holders, by_id, lines, home, lexicon)
    holders = with_headed(holders, by_id, lines, phrases, lexicon)
    holders = holders if official else with_opposites(holders, by_id, lines, phrases, home, lexicon)
    holders = with_sides(holders, by_id, lines, lexicon)
    holders = with_home(holders, by_id, lines, home, lexicon, official=official)
    holders = with_one_office_each(beside_names, holders, lexicon)
    holders = without_joint_heads(beside_names, holders, by_id, lexicon)
    holders = without_predecessors(holders, lexicon)
    people = {naming: holder for (group, _), holder in zip(groups, holders, strict=True) for naming in group}
    return people | dict(in_headlines(lines, phrases, holders, lexicon))


def is_dealt_with(line: Line, title: Phrase, namings: Sequence[Naming], lexicon: Lexicon) -> bool:
    """`He ruled out a meeting with the Chilean president`: another one than he; a headline has named nobody before.

    Where somebody is named in the sentence, `to` does as well: `Minister Ruiz wrote to the Chilean Minister`.
    """
    named = any(n.name.line == line.index and n.name.last <= title.first for n in namings)
    with_whom = lexicon.grammar.dealing if named else lexicon.grammar.dealing - lexicon.grammar.towards
    return (named or line.index > 0) and bool({line.key(title.first - 1), line.key(title.first - 2)} & with_whom)


def is_quoted_in_headline(line: Line, title: Phrase) -> bool:
    """`Canciller panameño: “La frontera sigue abierta”`: an article is left out of a headline, and he speaks below."""
    return line.sentence.kind == "title" and title.first == 0 and line.key(title.last) == ":"


def is_behind_unknown(index: int, title: Phrase, lines: Sequence[Line], namings: Sequence[Naming], lexicon: Lexicon) -> bool:
    """`Minister Ruiz will see Per Lund on Friday. The Chilean minister had refused`: his, whose office is untold, as likely."""
    before = [n for n in namings if (index - 1, 0) <= (n.name.line, n.name.first) < (index, title.first)]
    if title.country is None or not before:
        return False
    last = max(before, key=lambda n: (n.name.line, n.name.first)).name
    words = {key_of(word) for word in last.words}
    return len(words) > 1 and not any(n.phrase and words & {key_of(w) for w in n.name.words} for n in namings)


def before_name(line: Line, title: Phrase, lexicon: Lexicon) -> bool:
    """`el ministro peruano de Pesca y Puertos, Juan Quispe`: a title of more words than are known, before its holder."""
    at = title.last
    while at < len(line.pieces) and (line.key(at) in lexicon.grammar.of | lexicon.grammar.joiners or line.capital(at)):
        at += 1
    return line.key(at) == "," and line.capital(at + 1) and line.upos(at + 1) == "PROPN" and line.starting(at + 1) is None


def in_headlines(
    lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], holders: Sequence[Holder], lexicon: Lexicon
) -> Iterator[tuple[Naming, Holder]]:
    forms = {keys_of(form): holder for holder in reversed(holders) for form in holder.forms}
    longest_first = sorted(forms, key=lambda keys: (-len(keys), keys))
    for line, titles in zip(lines, phrases, strict=True):
        if line.flat:
            for naming in find_namings(line, tuple(find_known(line, longest_first)), titles, lexicon):
                yield naming, forms[tuple(line.key(n) for n in range(naming.name.first, naming.name.last))]
