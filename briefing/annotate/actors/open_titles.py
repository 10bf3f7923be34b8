"""Whether a title without a name may as well be another's than that of the one person whom it fits."""

from __future__ import annotations

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.reading import Found, Reading
from briefing.annotate.actors.titles import NEAR, fits_title, is_broad, role_of
from briefing.model.known_rows import COUNTERPART


def is_open(line: Line, title: Phrase, person: str, before: Found, reading: Reading) -> bool:
    """Whether a title alone may as well be another's: its holder comes far below, or another one stands as near."""
    holders, first = {holder.id: holder for holder in reading.people.values()}, first_lines(reading)
    if title.country:  # `the Foreign Minister of Finland`, and far below `at the invitation of Foreign Minister Rasa Petraite`
        return holders[person].country is None
    if is_of_the_nameless(title, before, reading):
        return True
    if line.sentence.kind != "body" or reading.scrambled:
        return False
    if is_of_an_unplaced_office(line, title, person, before, reading) or is_named_behind(line, title, person, reading):
        return True
    if first[person] > line.index + 1 or (first[person] > line.index and not bears(holders[person], title)):
        return True
    country = holders[person].country
    held = [h for name, h in holders.items() if first[name] < line.index and fits_title(h, title, reading.lexicon)]
    if any(country is None or other.country != country for other in held if other.id != person):
        return not is_subject_just_before(line, person, before, reading)
    if is_told_of_another(line, title, person, before, reading):
        return True
    near = [holders[m.actor] for at, m in before if m.actor in holders and line.index - NEAR <= at < line.index]
    role = role_of(title, reading.lexicon)
    if not near or any(holder.id == person for holder in near) or (role and role.head_of_government):
        return False
    return not near[-1].phrases and not near[-1].in_office  # somebody of no known office was named last


def is_of_the_nameless(title: Phrase, before: Found, reading: Reading) -> bool:
    """`…, a Chilean official said. … said the official`: whoever was left without a name, and nobody who has one."""
    people = {holder.id for holder in reading.people.values()}
    told = [(at, mention.span) for at, mention in before if mention.actor not in people]
    words = {
        piece.form.casefold()
        for at, span in told
        for piece in reading.lines[at].pieces
        if span.start <= piece.start < span.stop
    }
    return is_broad(title, reading.lexicon) and title.entry.form.casefold() in words


def is_of_an_unplaced_office(line: Line, title: Phrase, person: str, before: Found, reading: Reading) -> bool:
    """`El ministro de Salud lo negó. … dijo el funcionario`: he of no known country, of whom the article has told since."""
    since = max((mention.span.stop for _, mention in before if mention.actor == person), default=0)
    known = {mention.span.start for _, mention in before} | {line.pieces[title.first].start}
    offices = [
        other.pieces[phrase.first]
        for other in reading.lines[max(0, line.index - NEAR) : line.index + 1]
        for phrase in reading.phrases[other.index]
        if phrase.is_role and not phrase.entry.plural and other.is_subject(phrase.first) and is_main(other, phrase.first)
    ]
    starts = {piece.start for piece in offices if since <= piece.start < line.pieces[title.first].start}
    return is_broad(title, reading.lexicon) and bool(starts - known)


def is_named_behind(line: Line, title: Phrase, person: str, reading: Reading) -> bool:
    """`The Minister spoke by telephone with the Chilean Minister Juan Quispe`: another than who is first named behind him."""
    if first_lines(reading)[person] != line.index:
        return False
    here = [naming for naming, holder in reading.named(line).items() if holder.id == person]
    first = min(here, key=lambda naming: naming.start)
    return first.start > title.last and first.phrase is not None and first.phrase.entry.form == title.entry.form


def is_main(line: Line, piece: int) -> bool:
    """The subject of a sentence's main verb."""
    token = line.token(piece)
    return token is not None and token.head >= 0 and line.sentence.tokens[token.head].head < 0


def bears(holder: Holder, title: Phrase) -> bool:
    """Whether somebody is called so: `The minister will lead … the Energy Secretary, Per Lund, will visit Oslo` are two."""
    return any(title.entry.form in phrase.entry.form.split() for phrase in holder.phrases)


def is_told_of_another(line: Line, title: Phrase, person: str, before: Found, reading: Reading) -> bool:
    """`Quispe, who will see the Chilean minister, Ana Mora, spoke. The minister added …`: he, of no known office, or she."""
    if line.pieces[title.first].token > 1 or is_subject_just_before(line, person, before, reading):
        return False
    holders, tokens = reading.people.values(), reading.lines[line.index - 1].sentence.tokens if line.index else ()
    subjects = [t.span for t in tokens if t.deprel.startswith("nsubj") and t.head >= 0 and tokens[t.head].head < 0]
    told = {m.actor for at, m in before if at == line.index - 1 and any(m.span.contains(span) for span in subjects)}
    return any(holder.id in told and may_bear(holder, title, reading.lexicon) for holder in holders)


def may_bear(holder: Holder, title: Phrase, lexicon: Lexicon) -> bool:
    """Somebody of no known office, of this one, or who is told of as another's counterpart alone and so has the same."""
    opposite = all(phrase.entry.id == COUNTERPART for phrase in holder.phrases)
    return opposite or fits_title(holder, title, lexicon)


def is_subject_just_before(line: Line, person: str, before: Found, reading: Reading) -> bool:
    """Named in this sentence, or the subject of the one before it."""
    spans = [(at, mention.span) for at, mention in before if mention.actor == person and line.index - 1 <= at <= line.index]
    tokens = reading.lines[line.index - 1].sentence.tokens if line.index else ()
    subjects = [token.span for token in tokens if token.deprel.startswith("nsubj")]
    return any(at == line.index or any(span.contains(subject) for subject in subjects) for at, span in spans)


def first_lines(reading: Reading) -> dict[str, int]:
    """The line in which each person is first named."""
    found: dict[str, int] = {}
    for naming, holder in sorted(reading.people.items(), key=lambda item: item[0].name.line):
        found.setdefault(holder.id, naming.name.line)
    return found
