"""What opens a whole clause: `after`, `before`, `if`, `until`, and the mood that each asks for in the other language.

What is still to come stands in the Spanish subjunctive (`después de que firme`), a present condition does not (`si paga`).
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.realize.tell.nominal.adjectives import begins_phrase
from briefing.realize.tell.state import GATE, Telling, known, unknown
from briefing.realize.tell.verbal.gerunds import is_gerund
from briefing.realize.wording.transfer import GateClosedError, base


def clause_opener(telling: Telling) -> bool:
    """`after`, `before`, `when` in front of a whole clause."""
    token = telling.token
    openers: Mapping[str, str] = telling.words.get("before_clauses", {})
    opens = token.upos == "SCONJ" or (token.upos == "ADP" and base(token) == "mark")
    if not opens or token.form.casefold() not in openers or begins_phrase(telling, 0):
        return False
    above = telling.t.tokens[token.head] if token.head >= 0 else token
    helpers = [telling.t.tokens[i] for i in telling.t.below(token.head, "aux", "cop")]
    if not any(one.feat("VerbForm") == "Fin" for one in (above, *helpers)):
        if not is_gerund(above):
            raise GateClosedError("clause_without_verb")
        return False
    if not telling.modifiers_first:
        return _opens_a_known_clause(telling, openers)
    word = known(openers[token.form.casefold()], "conjunction", token)
    telling.wanted = word in telling.words["subjunctive_after"] or _is_still_to_come(telling, word)
    telling.said.append(word)
    telling.past = telling.past or telling.tense_ahead == "past"
    telling.at += 1
    return True


def _is_still_to_come(telling: Telling, word: str) -> bool:
    """`will pay after Chile signs`, `would pay if Chile signed`: not yet so.  Raises GateClosedError where in doubt."""
    if word in telling.words["subjunctive_of_presents"]:
        return telling.tense_ahead == "present" or _is_foreseen(telling, word)
    if word != telling.words["condition"]:
        return False
    token, t = telling.token, telling.t
    above = t.tokens[token.head]
    before = t.tokens[telling.order[telling.at - 1]].form.casefold() if telling.at else ""
    helpers = {t.tokens[i].form.casefold() for i in t.below(token.head, "aux")}
    if base(above) != "advcl" or before in telling.words["not_before_if"] or helpers & {*telling.words["not_in_if"]}:
        raise unknown("sconj", token)  # `asked if`, `even if`, `if it had signed`
    return telling.tense_ahead == "past"


def _is_foreseen(telling: Telling, word: str) -> bool:
    """`would pay once Chile had signed`.  Raises GateClosedError for `waited until Chile paid`."""
    t, ruling = telling.t, telling.t.tokens[telling.token.head].head
    would = ruling >= 0 and any(t.tokens[i].lemma.casefold() in telling.words["foreseeing"] for i in t.below(ruling, "aux"))
    if not would and word in telling.words["only_to_come"]:
        raise unknown("conjunction", telling.token)
    return would


def _opens_a_known_clause(telling: Telling, openers: Mapping[str, str]) -> bool:
    """`si`, `aunque`, `porque` before what is so, or may be: a subjunctive closes the gate at its verb."""
    token = telling.token
    word = openers[token.form.casefold()]
    above = telling.t.tokens[token.head]
    ruling = telling.t.tokens[above.head].lemma.casefold() if above.head >= 0 else ""
    asked = telling.words["asking_whether"]
    asks = word == asked["if"] and ruling in asked["verbs"] and telling.verb == ruling  # `votará el lunes si exige …`
    if base(above) == "ccomp" or asks:
        complete = base(above) != "ccomp" and telling.t.below(above.head, "obj", "ccomp", "xcomp")
        word = asked["words"].get(ruling, asked["word"]) if asks and not complete else GATE
    elif base(above) != "advcl":
        word = GATE
    telling.said.append(known(word, "sconj", token))
    telling.at += 1
    return True
