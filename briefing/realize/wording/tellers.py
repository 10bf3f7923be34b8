"""What somebody tells, apart from the clause at its end that says who: `…, dijo el ministro de Salud` -> `According to …, …`.

Of that clause nothing is told but the name: where it was said and what office the teller holds may have no words in the other
language.  It is put apart only where it ends the sentence behind a comma, names one teller and denies nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.realize.grammar import negations_of
from briefing.realize.tell.state import entries
from briefing.realize.wording.clauses import Part, source_of
from briefing.realize.wording.transfer import Transfer

APART = "its_teller_apart"
FEWEST = 5
"""Words of what is told."""
MOST_WORDS = 24
"""Words of the clause that tells whose words the sentence is."""


def told_apart(t: Transfer, kept: Sequence[int]) -> Iterator[Part]:
    """The sentence without its teller."""
    start = _teller_start(t, kept)
    if start is None:
        return
    source = _name_in(t, kept[start:])
    order = tuple(kept[:start])
    if source is None or len(order) < FEWEST:
        return
    yield Part(rule=APART, order=order, source=source)


def _teller_start(t: Transfer, kept: Sequence[int]) -> int | None:
    """Where in the kept words the last comma stands that opens `, dijo …`, `, según informó …`."""
    words = entries(t.passage.language)
    commas = [place for place, i in enumerate(kept) if t.tokens[i].form == "," and place + 1 < len(kept)]
    for place in commas:
        first = t.tokens[kept[place + 1]]
        lemma, form = first.lemma.casefold(), first.form.casefold()
        opens = form in words["according"] or (
            first.upos == "VERB" and lemma in words["tellers"] and first.feat("Person") == "3"
        )
        if opens and len(kept) - place <= MOST_WORDS:
            return place if _only_tells(t, kept[place:]) else None
    return None


def _only_tells(t: Transfer, rest: Sequence[int]) -> bool:
    """Whether the clause has no other verb than that of saying, no negation, and no words of the teller's own."""
    words = entries(t.passage.language)
    tokens = [t.tokens[i] for i in rest]
    verbs = [token for token in tokens if token.upos == "VERB"]
    said = all(token.lemma.casefold() in words["tellers"] for token in verbs) and len(verbs) <= 1
    plain = not {token.form.casefold() for token in tokens} & {*negations_of(t.passage.language), *words["not_in_teller"]}
    return said and plain and not any(token.form in set('“”«»"') for token in tokens[2:])


def _name_in(t: Transfer, rest: Sequence[int]) -> str | None:
    """The one actor who is named in these words, in the edition's words."""
    found = [m for m in t.mentions if not m.place and any(m.span.contains(t.tokens[i].span) for i in rest)]
    actors = {m.actor for m in found if not any(other is not m and other.span.contains(m.span) for other in found)}
    doc = t.passage.doc
    return source_of(t.edition, doc.actors[actors.pop()]) if doc and len(actors) == 1 else None
