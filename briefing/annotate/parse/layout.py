"""Where sentences end without a stop: what mails, lists and pages that have lost their line breaks still show.

Each rule yields offsets in a line at which another sentence begins; a rule that is not sure yields nothing, since news writes
dashes, colons and capitals inside its sentences too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefing.annotate.parse.language import Orthography
from briefing.model import Span
from briefing.model.letters import LOWER

EMOTICON = r"(?:[:;=]-?[()DPp](?![^\W_])|(?<!\S)\([:;](?!\w)|\^_+\^)"
RULER = re.compile(r"(?<!\S)([-=*~#+])\1{4,}(?!\S)")
BULLET = re.compile(r"(?<!\S)([-*•·–>])[^\S\n]+(?=[\"“«¿¡(]?[^\W_])")
NUMBER = re.compile(r"(?<!\S)(\d{1,2})[.)][^\S\n]+(?=[\"“«¿¡(]?[^\W\d_])")
STAMP = re.compile(r"(?<!\S)\d{1,2}/\d{1,2}/\d{2,4}[^\S\n]\d{1,2}:\d\d(?::\d\d)?[^\S\n]?[AP]M(?=\s)")
PAGE = re.compile(r"(?:https?://|www\.)\S+")
LINK = re.compile(rf"(?<!\S)(?:{PAGE.pattern}|[\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}(?!\S))|>>(?=\s)")
CLOSED = re.compile(r"[^\S\n]+([^\W\d_][\w'’-]*)(?:[^\S\n]+[^\W\d_][\w'’-]*)?[^\S\n]*(\S?)")
SENDER = re.compile(r"(?<![^\s\"”])<[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}>(?=\s)")
LABEL = re.compile(rf"(?<!\S)[^\W\d_{LOWER}]{{3,20}}:(?=\s)")
GREETED = re.compile(r"[^,:!\n]{2,40}[,:!](?=\s)")
SMILE = re.compile(rf"(?<=\s){EMOTICON}(?=\s)")
WORD = re.compile(r"\S+")
BEHIND = re.compile(r"[\s\"“«¿¡(]*([^\s\"“«¿¡(])")
NAME = r"[^\W\d_]\.?|[^\W\d_]['’]?[^\W\d_]+"
BARE_NAME = re.compile(rf"(?P<name>(?:{NAME})(?:[^\S\n](?:{NAME})){{0,2}}),[^\S\n]+(?P<next>[^\W\d_]+)")
FEWEST_CAPITALS = 4

Rule = Callable[[str, Orthography], Iterator[int]]


def rulers(line: str, rules: Orthography) -> Iterator[int]:
    """`----------` stands alone."""
    for match in RULER.finditer(line):
        yield from match.span()


def bullets(line: str, rules: Orthography) -> Iterator[int]:
    """`- Ghana - Togo`: further marks like the one that opens the line, before capitals and figures."""
    opening = BULLET.match(line)
    for match in BULLET.finditer(line) if opening else ():
        begun = following(line, match.end())
        if opening and match[1] == opening[1] and (begun.isupper() or begun.isdigit()):
            yield match.start()


def numbers(line: str, rules: Orthography) -> Iterator[int]:
    """`1. Talks began 2. They failed`: numbers before capitals that count up or down, the first of them behind a stop.

    The day in `by Dec. 18. He spoke` is none.
    """
    last, counting = 0, False
    for match in NUMBER.finditer(line):
        if not following(line, match.end()).isupper() or _abbreviated(line[max(0, match.start() - 16) : match.start()], rules):
            continue
        counting = abs(int(match[1]) - last) == 1 if counting else preceding(line, match.start()) in {"", *".:!?"}
        last = int(match[1])
        if counting:
            yield match.start()


def mail_header(line: str, rules: Orthography) -> Iterator[int]:
    """`Ana Mensah 05/17/2021 02:34 PM Please call me.`: sender, time and message."""
    for match in STAMP.finditer(line):
        yield from match.span()


def senders(line: str, rules: Orthography) -> Iterator[int]:
    """`Ana Mensah <ana@example.org> We have met`: behind the bracket begins the message, if with a capital."""
    yield from (match.end() for match in SENDER.finditer(line) if following(line, match.end()).isupper())


def labels(line: str, rules: Orthography) -> Iterator[int]:
    """`WHO: Ana Mensah WHEN: on Monday`: labels in capitals, of which one opens the line."""
    if LABEL.match(line):
        yield from (match.start() for match in LABEL.finditer(line))


def greeting(line: str, rules: Orthography) -> Iterator[int]:
    """`Dear Ms. Diaz: Attached is …`, `Ana, Did you call?`."""
    first = WORD.search(line)
    if first and first.group().lower() in rules.greetings:
        end = GREETED.match(line, first.end())
        if end and following(line, end.end()).isupper():
            yield end.end()
        return
    name = BARE_NAME.match(line, first.start()) if first else None
    if name and _begins(name["next"], rules):
        words = name["name"].split()
        if all(word[:1].isupper() and word.lower() not in rules.starters for word in words):
            yield name.start("next")


def closing(line: str, rules: Orthography) -> Iterator[int]:
    """`Thanks, Ana` and, at the end of a line, `Regards Ana Mensah`: the name is no part of what was said."""
    for match in rules.closing.finditer(line):
        name = CLOSED.match(line, match.end())
        alone = preceding(line, match.start()) in {"", ".", "!", "?"}
        named = name and name[1][:1].isupper() and name[1].lower() not in rules.starters
        if alone and name and named and (match[0].endswith(",") or not name[2]):
            yield match.end()


def capitals(line: str, rules: Orthography) -> Iterator[int]:
    """`MINISTERS MEET IN ACCRA The talks began`: a heading in capitals before a text that is not."""
    count = 0
    for match in WORD.finditer(line):
        word = match.group()
        if word.isupper() and word.replace("-", "").replace("'", "").isalpha():
            count += 1
        elif word.isdigit() and count:
            continue
        elif count >= FEWEST_CAPITALS and word[:1].isupper() and word[1:].islower() and word.isalpha():
            yield match.start()
            return
        else:
            return


def links(line: str, rules: Orthography) -> Iterator[int]:
    """An address behind a stop; and what begins behind an address or an attachment: a capital, another page."""
    for match in LINK.finditer(line):
        if preceding(line, match.start()) in {".", "!", "?", "…"}:
            yield match.start()
        word = WORD.search(line, match.end())
        if word and (PAGE.match(line, word.start()) or word.group()[:1].isupper()):
            yield word.start()


def emoticons(line: str, rules: Orthography) -> Iterator[int]:
    """`That is great :) They know it.`"""
    yield from (match.end() for match in SMILE.finditer(line))


def semicolons(line: str, rules: Orthography) -> Iterator[int]:
    """`… until 1881; The bridge was …`: a small word with a capital begins a sentence."""
    for match in re.finditer(r";[^\S\n]+(?=([^\W\d_]+))", line):
        if _begins(match[1], rules):
            yield match.end()


RULES: tuple[Rule, ...] = (
    rulers, bullets, numbers, mail_header, senders, labels, greeting, closing, capitals, links, emoticons, semicolons,
)  # fmt: skip


def parts(text: str, line: Span, rules: Orthography) -> Iterator[Span]:
    """The line cut wherever a rule says so; a greeting is looked for behind each cut too."""
    shown = line.of(text)
    cuts = sorted({cut for rule in RULES for cut in rule(shown, rules)} - {0, len(shown)})
    start = 0
    for stop in [*cuts, len(shown)]:
        begun = next(greeting(shown[start:stop], rules), 0) if start else 0
        if begun:
            yield Span(line.start + start, line.start + start + begun)
        yield Span(line.start + start + begun, line.start + stop)
        start = stop


def _abbreviated(before: str, rules: Orthography) -> bool:
    words = before.split()[-1:]
    return bool(words) and words[0].endswith(".") and words[0].strip("(.").lower() in rules.abbreviations


def following(line: str, at: int) -> str:
    """The first character behind white space and opening marks."""
    match = BEHIND.match(line, at)
    return match[1] if match else ""


def preceding(line: str, at: int) -> str:
    """The last character before white space."""
    while at and line[at - 1].isspace():
        at -= 1
    return line[at - 1 : at]


def _begins(word: str, rules: Orthography) -> bool:
    return len(word) > 1 and word[:1].isupper() and word.lower() in rules.starters
