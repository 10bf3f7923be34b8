"""Bodies without a country of their own, `the ministry`, `the embassy`: given the country that the article tells."""

from __future__ import annotations

from briefing.annotate.actors.bodies import (
    ANY_MINISTRY,
    body_actor,
    country_from_text,
    speaks,
    unit_of,
)
from briefing.annotate.actors.heads import countries_of
from briefing.annotate.actors.home import is_of_any_government, told_countries, told_first, verbs_of_speech
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.own_word import country_told_of
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.reach import ACCREDITED
from briefing.annotate.actors.reading import Found, Reading
from briefing.annotate.actors.seats import country_of_the_seat
from briefing.annotate.actors.titles import NEAR
from briefing.model import Mention


def resolve_body(line: Line, body: Phrase, before: Found, certain: Found, reading: Reading) -> Mention | None:
    """`la Cancillería`, `su gobierno`, `the ministry`: whose it is by the text, or nobody's."""
    lexicon = reading.lexicon
    if not any(entry.kind == "unit" for entry in body.entries):
        return None
    seat = country_of_the_seat(line, body, reading.lines, lexicon) if not reading.scrambled else None
    if unit_of(body) == ANY_MINISTRY and seat is None:
        return last_ministry(line, body, before, reading)
    country = body.country or seat
    if country is None and is_of_both(line, body, lexicon):
        return None
    if country is None and not reading.scrambled:
        here = [reading.actors[m.actor].country for n, m in before if n == line.index and not m.place]
        acting = acting_countries(certain, reading)
        country = of_the_issuer(line, body, reading) or called_so(body, reading)
        country = country or country_from_text(line, body, here, acting, reading.explicit, lexicon)
        country = country or at_home(line, body, reading) or of_its_own_word(line, body, reading)
        country = country or behind_home(line, body, reading) or of_the_interviewed(line, body, reading)
        country = country or at_home_telling(line, body, reading) or of_who_says_it(line, body, reading)
    if country is not None and is_federal(line, body, lexicon):
        country = federation_of(country, reading)
    if country is None:
        return None
    return reading.mention(line, body.first, body.last, body_actor(body, country, lexicon), "body_in_context")


def is_federal(line: Line, body: Phrase, lexicon: Lexicon) -> bool:
    """`the Federal Government`."""
    return any(line.key(at) in lexicon.grammar.federal for at in range(body.first, body.last))


def federation_of(country: str, reading: Reading) -> str | None:
    """The federation that a federal body is of: the one found, or else the only one that the text speaks of.

    `The Dutch Government is asking for more. The Federal Government considers …`, in a text from Berlin.
    """
    rows = reading.lexicon.knowledge.actors
    if (row := rows.get(country)) and row.federal:
        return country
    told = {code for line in reading.lines for code in countries_of(line, 0, len(line.pieces), reading.lexicon)}
    federal = [code for code in sorted(told) if (row := rows.get(code)) and row.federal]
    return federal[0] if len(federal) == 1 else None


def is_of_both(line: Line, body: Phrase, lexicon: Lexicon) -> bool:
    """`las autoridades coincidieron en que …`: many who agree, perhaps with each other."""
    tokens = [token for at in range(body.first, body.last) if (token := line.token(at)) and token.deprel.startswith("nsubj")]
    verbs = {line.sentence.tokens[token.head].lemma.casefold() for token in tokens if token.head >= 0}
    return any(token.feat("Number") == "Plur" for token in tokens) and not verbs.isdisjoint(lexicon.grammar.mutual)


def acting_countries(certain: Found, reading: Reading) -> list[str]:
    """The country of each that acts in the text; none where another may go without saying.

    A paper of nowhere that tells of two countries names the other one, and its own government by the bare word.
    """
    told = {code for line in reading.lines for code in countries_of(line, 0, len(line.pieces), reading.lexicon)}
    if has_unplaced_minister(reading) or (reading.home is None and len(told) > 1):
        return []
    acting = [m for n, m in certain if not m.place and not is_in_a_name(reading.lines[n], m)]
    codes = [code for mention in acting if (code := reading.actors[mention.actor].country)]
    return codes if reading.home in {None, *codes} or not is_told_at_home(reading) else []


def is_told_at_home(reading: Reading) -> bool:
    """`MADRID - The Spanish firm demanded payment from Algeria. The Industry Ministry …`: as likely Spain's as Algeria's."""
    told = (countries_of(line, 0, len(line.pieces), reading.lexicon) for line in reading.lines)
    return any(reading.home in codes for codes in told)


def has_unplaced_minister(reading: Reading) -> bool:
    """Whether a minister of no named country speaks: then the country at home goes without saying, and another is named."""
    titles = [naming.phrase for naming, holder in reading.people.items() if naming.phrase and holder.country is None]
    return any(is_of_any_government(title, reading.lexicon) for title in titles)


def is_in_a_name(line: Line, mention: Mention) -> bool:
    """`the Laos Transit Permit`: a thing's name, in which no country acts."""
    last = next((n for n, piece in enumerate(line.pieces) if piece.start < mention.span.stop <= piece.stop), None)
    behind = last + 1 if last is not None else len(line.pieces)
    follows = behind < len(line.pieces) and line.pieces[behind].start == mention.span.stop + 1
    return mention.rule in {"country", "demonym"} and follows and line.capital(behind)


def of_the_issuer(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`the Government`, `la Cancillería`, `The Royal Government` in a ministry's own text: its country's; its name above it.

    Not `thanked Malta for opening the consulate in Kara`: the host's ministry has none there.
    """
    named = line.sentence.kind in {"title", "heading"}
    own = (body.definite or named) and not body.owned and not body.specified
    if reading.official and unit_of(body) in ACCREDITED and not any(e.id in ACCREDITED for e in reading.official.entries):
        return None
    return (
        reading.official.country
        if reading.official and own and speaks(reading.lexicon.knowledge.actors[unit_of(body)])
        else None
    )


def called_so(body: Phrase, reading: Reading) -> str | None:
    """`the Foreign Office`, where the text tells of Britain, which calls its own so; Pakistan's goes by that name as well.

    Behind its article, whole: `foreign forces` are not the Bolivarian Armed Forces.
    """
    rows, language = reading.lexicon.knowledge.actors.values(), reading.lexicon.grammar.language
    own = [row for row in rows if row.institution == unit_of(body) and row.country]
    own = [row for row in own if row.in_sentence.get(language, "").casefold().split()[1:] == body.entry.form.casefold().split()]
    told = {code for line in reading.lines for code in countries_of(line, 0, len(line.pieces), reading.lexicon)}
    codes = {row.country for row in own} & told
    return codes.pop() if len(codes) == 1 else None


def at_home(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`KAMPALA - The government has …`, under a title that begins with Uganda: its own, in the first sentence of the body."""
    first = next((other.index for other in reading.lines if other.sentence.kind == "body"), None)
    opens = line.index == first and body.definite and body.first <= 1 and not (body.owned or body.specified)
    titled = [countries_of(other, 0, len(other.pieces), reading.lexicon)[:1] for other in reading.lines[: line.index]]
    told = [codes[0] for codes in titled if codes]
    return reading.home if opens and told[:1] == [reading.home] else None


def behind_home(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`KAMPALA - … The Ugandan unions want a study. The government rules it out`: right behind home, and no other country."""
    before = reading.lines[line.index - 1] if line.index else None
    if before is None or before.sentence.kind != "body" or before.sentence.paragraph != line.sentence.paragraph:
        return None
    told = set(countries_of(before, 0, len(before.pieces), reading.lexicon))
    return reading.home if is_bare(body) and body.first <= 1 and told == {reading.home} else None


def at_home_telling(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`BOGOTÁ - Colombia … “…”, indicó la Cancillería`: a paper calls its own country's by the bare name.

    Under a capital's dateline, where the first sentence tells of that country first, and no other's is called so.
    """
    unit = unit_of(body)
    head = next((line.token(at) for at in range(body.first, body.last) if line.is_subject(at)), None)
    if reading.home is None or head is None or not is_bare(body) or unit not in ABROAD:
        return None
    lead = next((other for other in reading.lines if other.sentence.kind == "body"), line)
    leads = told_countries(lead, len(lead.pieces), reading.lexicon)[:1] == [reading.home]
    others = {explicit.country for explicit in reading.explicit if explicit.unit == unit} - {reading.home}
    above = reading.lines[line.index - 1] if line.index > lead.index else None
    told = (
        told_first(above, {}, reading.lexicon, going_on=True)[:1] if above else []
    )  # `Peru asked why.  “…”, said the ministry`
    before = {*told, *told_countries(line, body.first, reading.lexicon)} - {reading.home}
    tells = head.head >= 0 and is_of_saying(line, head.head, reading.lexicon)
    return reading.home if leads and tells and not others and not before else None


ABROAD = frozenset({"foreign_ministry", "presidency"})
"""Who speaks to other countries; what another ministry promises is a home affair as often."""


def is_of_saying(line: Line, index: int, lexicon: Lexicon) -> bool:
    lemma = line.sentence.tokens[index].lemma.lower()
    return lemma in verbs_of_speech(lexicon.knowledge, lexicon.grammar.language)


def of_the_interviewed(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`The government will pay`, in an answer of the one minister whom the title of an interview names: his country's."""
    kinds = [other.sentence.kind for other in reading.lines]
    answers = line.sentence.kind == "body" and "question" in kinds[: line.index] and "speaker" not in kinds
    if not answers or not is_bare(body) or not speaks(reading.lexicon.knowledge.actors[unit_of(body)]):
        return None
    titled = {n.name.line for n in reading.people if reading.lines[n.name.line].sentence.kind == "title"}
    named = {holder.country for n, holder in reading.people.items() if n.name.line in titled}
    return named.pop() if len(named) == 1 else None


def of_who_says_it(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`President Ana Ruiz said that the government had refused`: hers, in a clause of what she says; of an envoy it is as
    likely her host's.
    """
    head = next((at for at in range(body.first, body.last) if line.is_subject(at)), None)
    if head is None or unit_of(body) != GOVERNMENT or not is_bare(body) or is_of_main_verb(line, head):
        return None
    before = [(n, h) for n, h in reading.people.items() if n.name.line == line.index and n.stop <= body.first]
    speaking = [h for n, h in before if any(is_of_main_verb(line, at) for at in range(n.start, n.stop))]
    told = {holder.country for holder in speaking if not is_envoy(holder, reading.lexicon)}
    says = any(is_of_saying(line, at, reading.lexicon) for at, token in enumerate(line.sentence.tokens) if token.head < 0)
    return told.pop() if says and len(told) == 1 else None


GOVERNMENT = "government"


def is_of_main_verb(line: Line, piece: int) -> bool:
    """Whether a word is the main verb's subject, or part of its name."""
    token, tokens = line.token(piece), line.sentence.tokens
    while token is not None and token.deprel.partition(":")[0] in {"flat", "appos", "compound"}:
        token = tokens[token.head] if token.head >= 0 else None
    return token is not None and token.deprel == "nsubj" and token.head >= 0 and tokens[token.head].head < 0


def is_envoy(holder: Holder, lexicon: Lexicon) -> bool:
    """An ambassador, a consul."""
    roles = (lexicon.knowledge.roles.get(entry.id) for phrase in holder.phrases for entry in phrase.entries)
    return any(role is not None and role.institution in ACCREDITED for role in roles)


def is_bare(body: Phrase) -> bool:
    return body.definite and not (body.owned or body.specified)


def of_its_own_word(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`Uganda will build it alone, the ministry said`: of the country of whose doing it tells, under no other's dateline."""
    if not body.definite or body.owned or body.specified:
        return None
    code = country_told_of(line, body.first, body.last, reading.lexicon)
    return code if reading.home in {None, code} else None


def last_ministry(line: Line, body: Phrase, before: Found, reading: Reading) -> Mention | None:
    """The only ministry named in this sentence or the two before it, else one of the country of whose doing it tells."""
    if reading.scrambled or not body.definite or body.country:
        return None
    rows, own = reading.lexicon.knowledge.actors, {name: unit for (_, unit), name in reading.lexicon.own.items()}
    near = [m.actor for n, m in before if line.index - n <= NEAR]
    kinds = {name: rows.get(own.get(name, name.partition(".")[2])) for name in near}
    ministries = {name for name, row in kinds.items() if row and row.generic and row.portfolio}
    if not ministries and reading.official and reading.official.country:  # `The Ministry denies …`, far below its own name
        actor = body_actor(reading.official, reading.official.country, reading.lexicon)
        return reading.mention(line, body.first, body.last, actor, "body_of_issuer")
    if len(ministries) != 1:
        country = of_its_own_word(line, body, reading)
        told = body_actor(body, country, reading.lexicon) if country else None
        return reading.mention(line, body.first, body.last, told, "body_in_context") if told else None
    return reading.mention(line, body.first, body.last, reading.actors[ministries.pop()], "body_before")
