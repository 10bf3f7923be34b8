"""Verb groups: what a source's group says (`no ha rechazado`: reject, perfect, negated), and the same in another language.

One group is a main verb with its helpers, negation and clitics, in the order of the text.  Its meaning is taken apart into
tense, voice, aspect, modality and polarity, each by a word of the language's data (`languages/transfer/<language>.yaml`), and
put together again from the patterns of the other language.  A group that holds anything else closes the gate.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.knowledge import load_language
from briefing.model import Language, Token
from briefing.realize.grammar import grammar_of
from briefing.realize.wording.conjugating import inflected, spaced
from briefing.realize.wording.inflect import agreeing
from briefing.realize.wording.told_tenses import refused, tense_of
from briefing.realize.wording.transfer import GateClosedError

VERBAL = frozenset({"VERB", "AUX"})
_PERFECT = {
    "present": "perfect",
    "imperfect": "pluperfect",
    "past": "pluperfect",
    "infinitive": "perfect infinitive",
    "subjunctive": "perfect subjunctive",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb with its helpers.  `head` is the main verb's token; `used` every token that the group takes up."""

    head: int
    used: tuple[int, ...]
    tense: str
    plural: bool = False
    negated: bool = False
    passive: bool = False
    progressive: bool = False
    reflexive: bool = False
    again: bool = False
    state: bool = False  # `is closed`: what has been done, as a state
    no_longer: bool = False
    goes_on: bool = False
    modal: str = ""
    first: str = ""  # the number of a first person that the verb itself tells
    adverbs: tuple[int, ...] = ()

    def of_number(self, *, plural: bool) -> VerbGroup:
        """The same of one or of many."""
        return self if self.plural == plural else dataclasses.replace(self, plural=plural)

    def in_tense(self, tense: str) -> VerbGroup:
        """The same in a tense."""
        return self if self.tense == tense else dataclasses.replace(self, tense=tense)


@cache
def rules_of(language: Language) -> Mapping[str, Any]:
    """How a language makes and reads its verb groups."""
    rules: Mapping[str, Any] = load_language("transfer", language)
    endings = {form: [(re.compile(find), put) for find, put in rows] for form, rows in rules["endings"].items()}
    helpers: dict[str, list[tuple[list[str], str]]] = {}
    for row in rules["helpers"]:
        first, *others = row["words"].split(" ")
        helpers.setdefault(first, []).append((others, row["role"]))
    polish = [(re.compile(find), put) for find, put in rules["polish"]]
    never = [re.compile(find) for find in rules["never_said"]]
    either = re.compile("|".join(f"(?:{find})" for find, _ in rules["polish"]))  # most texts need none
    return {**rules, "endings": endings, "polish": polish, "to_polish": either, "never_said": never, "helpers": helpers}


@cache
def _small_words(language: Language) -> frozenset[str]:
    """What may stand before the first verb of a group."""
    rules = rules_of(language)
    return frozenset((*rules["not"], *rules["clitics"], *rules["marker"]))


@cache
def _first_words(language: Language) -> frozenset[str]:
    """What a group may begin with, other than a verb."""
    return _small_words(language) | {*rules_of(language)["no_longer_words"][:1]}


# ------------------------------------------------------------------ reading


def may_begin_a_group(token: Token, language: Language) -> bool:
    """A verb, or a small word that may stand before one."""
    return _is_verbal(token) or token.form.casefold() in _first_words(language)


def read_group(
    tokens: Sequence[Token], order: Sequence[int], at: int, language: Language, *, refused: Collection[str] | None = None
) -> VerbGroup | None:
    """The group that begins at a place of the order; None where none does.  `refused` are the persons that are not told."""
    rules = rules_of(language)
    if not may_begin_a_group(tokens[order[at]], language):
        return None
    refused = rules["persons"] if refused is None else refused
    used: list[int] = []
    negated = reflexive = doubled = False
    no_longer = _says_no_longer(tokens, order[at : at + 2], rules)
    if no_longer:
        used += order[at : at + 2]
        at += 2
    small = _small_words(language)
    while at < len(order) and (word := tokens[order[at]].form.casefold()) in small:
        if word in rules["clitics"] and tokens[order[at]].upos != "PRON":
            return None
        negated |= word in rules["not"]
        reflexive |= word in rules["reflexive"]
        doubled |= word in rules["datives"]
        if word in rules["clitics"] and word not in {*rules["reflexive"], *rules["datives"]}:
            raise GateClosedError("pronoun_as_object")
        used.append(order[at])
        at += 1
    if at >= len(order) or not _is_verbal(tokens[order[at]]):
        return None
    chain, helpers, adverbs = _chain(tokens, order, at, rules)
    used += chain
    behind = order[at + len(chain) + len(adverbs) :][:1]
    if behind and tokens[behind[0]].span.overlaps(tokens[chain[-1]].span) and tokens[behind[0]].upos == "PRON":  # `hacerse`
        if tokens[behind[0]].form.casefold() not in rules["reflexive"]:
            raise GateClosedError("pronoun_as_object")
        used.append(behind[0])
        reflexive = True
    negated |= any(tokens[i].form.casefold() in rules["not"] for i in chain)
    verbs = [i for i in chain if _is_verbal(tokens[i])]
    if doubled and not (_has_addressee(tokens, verbs[-1], rules) or (not negated and _may_go(tokens, verbs[-1], rules))):
        raise GateClosedError("pronoun_as_object")
    group = _combined([tokens[i] for i in verbs], helpers, persons=refused, rules=rules)
    first = _first_number(tokens[verbs[0]], rules)
    return VerbGroup(
        head=verbs[-1],
        used=tuple(used + adverbs),
        negated=negated,
        no_longer=no_longer,
        reflexive=reflexive,
        adverbs=tuple(adverbs),
        plural=tokens[verbs[0]].feat("Number") == "Plur",
        first=first,
        **group,
    )


def _says_no_longer(tokens: Sequence[Token], ahead: Sequence[int], rules: Mapping[str, Any]) -> bool:
    words: Sequence[str] = rules["no_longer_words"]
    return len(ahead) == len(words) and all(tokens[i].form.casefold() == word for i, word in zip(ahead, words, strict=True))


def _first_number(token: Token, rules: Mapping[str, Any]) -> str:
    """`Plur` of `exigimos`, whatever the tagger says; empty where the verb is not in the first person, or tells none."""
    if token.feat("Person") != "1" or not rules["persons"]:
        return ""
    several = token.form.casefold().endswith(tuple(rules["first_plural"]))
    return "Plur" if several else token.feat("Number") or ""


def _has_addressee(tokens: Sequence[Token], verb: int, rules: Mapping[str, Any]) -> bool:
    """`le aseguró este martes a la canciller`: the pronoun repeats who stands behind it."""
    cases = [token for token in tokens[verb + 1 :] if token.form.casefold() == rules["addressee"] and token.head > verb]
    above = [tokens[token.head].head for token in cases]  # `personalmente a la canciller`, which may hang on the adverb
    return verb in above or any(tokens[i].upos == "ADV" and tokens[i].head == verb for i in above)


def _may_go(tokens: Sequence[Token], verb: int, rules: Mapping[str, Any]) -> bool:
    """`le propuse una tregua`: whom is not said, and what is; not of `no le propuse`, which says less than `no propuse`."""
    told = any(t.head == verb and i > verb and t.deprel.split(":")[0] in {"obj", "ccomp"} for i, t in enumerate(tokens))
    return told and tokens[verb].lemma.casefold() in rules["dative_may_go"]


def _is_verbal(token: Token) -> bool:
    return token.upos in VERBAL or (token.upos == "ADJ" and token.feat("VerbForm") == "Part")


def _chain(
    tokens: Sequence[Token], order: Sequence[int], at: int, rules: Mapping[str, Any]
) -> tuple[list[int], list[str], list[int]]:
    """The helpers and the main verb from a verb on, with each helper's role, and the adverbs between them."""
    chain, roles, adverbs = [order[at]], list[str](), list[int]()
    while True:
        role, link = _role(tokens, order, at, rules)
        step = at + 1 + len(link)
        skipped: list[int] = []
        while step < len(order) and tokens[order[step]].upos in {"ADV", "PART"}:
            skipped.append(order[step])
            step += 1
        if not role or step >= len(order) or not _goes_on(role, tokens[order[step]], rules):
            return chain, roles, adverbs
        negations = [i for i in skipped if tokens[i].form.casefold() in rules["not"]]
        marks = [i for i in skipped if tokens[i].form.casefold() in rules["marker"]]
        adverbs += [i for i in skipped if i not in negations and i not in marks]
        chain += [*order[at + 1 : at + 1 + len(link)], *negations, *marks, order[step]]
        roles.append(role)
        at = step


def _role(tokens: Sequence[Token], order: Sequence[int], at: int, rules: Mapping[str, Any]) -> tuple[str, list[str]]:
    """What a verb is to the one behind it (`ha` perfect, `volvió a` again), with the words between them."""
    lemma = tokens[order[at]].lemma.casefold()
    for others, role in rules["helpers"].get(lemma, ()):
        if [tokens[i].form.casefold() for i in order[at + 1 : at + 1 + len(others)]] == others:
            return role, others
    return "", []


def _goes_on(role: str, token: Token, rules: Mapping[str, Any]) -> bool:
    wanted = rules["needs"].get(role, ["Inf"])
    form = token.feat("VerbForm") or ("Inf" if token.upos in VERBAL else None)
    return _is_verbal(token) and form in wanted and (role != "passive" or token.feat("VerbForm") == "Part")


def _combined(
    verbs: Sequence[Token], roles: Sequence[str], *, persons: Collection[str], rules: Mapping[str, Any]
) -> dict[str, Any]:
    """Tense, voice and mood from a chain of verbs."""
    tense = tense_of(verbs[0], persons=persons, rules=rules)
    fields: dict[str, Any] = {}
    for role, following in zip(roles, verbs[1:], strict=True):
        if role == "perfect":
            if tense not in _PERFECT:
                raise GateClosedError("tense_of_the_helper")
            tense = _PERFECT[tense]
        elif role in {"passive", "be"} and following.feat("VerbForm") == "Part" and following.feat("Tense") != "Pres":
            fields["passive"] = True
        elif role in {"progressive", "be"}:
            fields["progressive"] = True
        elif role == "going":
            tense = rules["going"].get(tense) or refused("tense_of_the_helper")  # `iban a enviar`
        elif role in {"again", "goes_on"}:
            fields[role] = True
        elif role in {"future", "conditional", "past", "present"}:
            tense = role if role != "do" else tense
        elif role == "do":
            continue
        else:
            fields["modal"] = role
    return fields | {"tense": tense}


def is_subjunctive(token: Token, language: Language) -> bool:
    """Whether a verb has the form of a subjunctive, whatever mood the tagger gives: `compartan`."""
    rules, lemma = rules_of(language), token.lemma.casefold()
    with suppress(GateClosedError):
        forms = [inflected(lemma, "subjunctive", rules, plural=plural) for plural in (False, True) if rules["untagged"]]
        return token.form.casefold() in forms
    return False


# ------------------------------------------------------------------ saying


def say_group(verb: str, group: VerbGroup, language: Language, *, feminine: bool = False, extra: str = "") -> str:
    """A verb of a language in the tense, voice and polarity of a group, with adverbs where the language has them."""
    rules = rules_of(language)
    if group.goes_on:
        following = say_group(verb, _plain(group, "infinitive"), language, feminine=feminine)
        return say_group(rules["go_on"], _plain(group, group.tense, group.negated), language) + f" {following}"
    if group.progressive and group.tense == "conditional" and not group.modal:
        raise GateClosedError("rumour")
    words = extra
    if group.passive:
        done = inflected(verb, "participle", rules)
        words = spaced(words, agreeing(done, "f" if feminine else "m", group.plural, grammar_of(language)))
        verb = rules["state" if group.state else "passive"]
    elif group.progressive and verb not in rules["never_progressive"]:
        words = spaced(words, inflected(verb, "gerund", rules))
        verb = rules["progressive"]
    first, _, particle = verb.partition(" ")
    auxiliary = group.passive or verb == rules["progressive"] or first == rules["passive"]
    said = _finite(first, group, rules, adverb=words if not auxiliary else "", auxiliary=auxiliary)
    if group.tense == "participle" and not group.modal:
        said = agreeing(said, "f" if feminine else "m", group.plural, grammar_of(language))
    tail = words if auxiliary else ""
    return spaced(said, particle, tail)


def _plain(group: VerbGroup, tense: str, negated: bool = False) -> VerbGroup:
    return VerbGroup(head=group.head, used=(), tense=tense, plural=group.plural, negated=negated)


def _finite(verb: str, group: VerbGroup, rules: Mapping[str, Any], *, adverb: str, auxiliary: bool) -> str:
    """The pattern of a tense, filled in with the verb's forms."""
    key = f"{group.modal} {group.tense}".strip()
    polarity = "no" if group.negated else "yes"
    table = rules["patterns"]["auxiliary" if auxiliary and f"{polarity} {key}" in rules["patterns"]["auxiliary"] else "verb"]
    pattern = table.get(f"{polarity} {key}")
    if pattern is None:
        raise GateClosedError(f"no_pattern_{polarity}_{key.replace(' ', '_')}")
    verb, pattern = _with_clitic(verb, pattern, rules)
    number = 1 if group.plural else 0
    wanted = [name for name in _fields_of(pattern) if name != "adverb" and name not in rules["by_number"]]
    forms = {name: inflected(verb, name, rules, plural=group.plural) for name in wanted}
    forms |= {name: pair[number] for name, pair in rules["by_number"].items()}
    return spaced(pattern.format(**forms, adverb=adverb))


@cache
def _fields_of(pattern: str) -> tuple[str, ...]:
    """The names of the forms that a pattern asks for."""
    return tuple(sorted(set(re.findall(r"\{(\w+)\}", pattern))))


def has_a_clitic(verb: str, language: Language) -> bool:
    """`negarse a`: a verb of a language that writes its own pronoun behind it; `increase` is none."""
    return _clitic_of(verb.partition(" ")[0], rules_of(language)) != ""


def _clitic_of(verb: str, rules: Mapping[str, Any]) -> str:
    clitic: str = rules.get("clitic", "")
    return clitic if clitic and verb.endswith(clitic) else ""


def _with_clitic(verb: str, pattern: str, rules: Mapping[str, Any]) -> tuple[str, str]:
    """`negarse` -> `se negó`, `no se ha negado`, `puede negarse`: the pronoun goes before what is finite, else behind."""
    clitic = _clitic_of(verb, rules)
    if not clitic:
        return verb, pattern
    bare = verb.removesuffix(clitic)
    if "{gerund}" in pattern or "{base}" in pattern:
        return bare, pattern.replace("{gerund}", "{gerund_clitic}").replace("{base}", "{base}" + clitic)
    denied = pattern.startswith(rules["denial"])
    return bare, pattern.replace(rules["denial"], rules["denial"] + clitic + " ", 1) if denied else f"{clitic} {pattern}"
