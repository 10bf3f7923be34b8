"""Whether a name behind a title may as well be that of somebody close to its holder: his spokesman, his wife."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.phrase import Phrase


def is_of_someone_close(line: Line, title: Phrase, roles: Sequence[Phrase], lexicon: Lexicon) -> bool:
    """`el portavoz del presidente peruano, Juan Quispe,`: he or the president; `un portavoz …, Juan Quispe`: the president."""
    at = title.first - (title.definite and line.key(title.first - 1) in lexicon.grammar.articles)
    linked = line.match_before(at, lexicon.grammar.links)
    at -= linked
    aide = any(role.last == at and role.definite and not role.entry.plural for role in roles)
    return bool(linked) and (aide or line.key(at - 1) in lexicon.grammar.close_ones)
