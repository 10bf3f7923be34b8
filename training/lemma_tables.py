"""Learn the lemma tables of `briefing.annotate.parse.lemmas` from training sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from treebank import Word

from briefing.annotate.parse.lemmas import CHECKED, INFLECTION, LONGEST, Irregular, LemmaTables, edit, inflection, lemmatize


def learn(sentences: Iterable[list[Word]], verbs: Irregular) -> LemmaTables:
    """Rules seen twice (or of at most two letters), and the forms that they and `verbs` get wrong."""
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence:
            if word.lemma != "_":
                form = word.form if word.upos == "PROPN" else word.form.lower()
                seen[form, word.upos, inflection(word.feats)][word.lemma] += 1
    lemma_of = {key: counts.most_common(1)[0][0] for key, counts in sorted(seen.items())}
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for (form, upos, key), lemma in lemma_of.items():
        if upos != "PROPN":
            for length in range(min(LONGEST, len(form)) + 1):
                rules[f"{upos}\t{key}\t{form[len(form) - length :]}"][edit(form, lemma)] += 1
    kept = {rule: _best(edits) for rule, edits in rules.items() if edits.total() > 1 or len(rule.rsplit("\t", 1)[1]) <= 2}
    known = {upos: frozenset(lemma for (_, u, _), lemma in lemma_of.items() if u == upos) for upos in sorted(CHECKED)}
    inflections = tuple(sorted({key for _, upos, key in lemma_of if upos in CHECKED}))
    plain = LemmaTables({}, _without_redundant(kept), known, inflections)
    exceptions = {}
    for (form, upos, key), lemma in lemma_of.items():
        feats = "|".join(f"{n}={v}" for n, v in zip(INFLECTION, key.split(";"), strict=True) if v)
        if lemmatize(plain, verbs, form, upos, feats) != lemma:
            exceptions[f"{form}\t{upos}\t{key}"] = lemma
    return LemmaTables(exceptions, plain.rules, known, inflections)


def _best(edits: Counter[str]) -> str:
    ranked = sorted(edits.items(), key=lambda pair: (-pair[1], pair[0]))
    return " ".join(change for change, _ in ranked[:5])


def _without_redundant(rules: dict[str, str]) -> dict[str, str]:
    """The rules without those that say the same as the rule of the next shorter ending."""
    kept = {}
    for rule, edits in rules.items():
        head, ending = rule.rsplit("\t", 1)
        if not ending or rules.get(f"{head}\t{ending[1:]}") != edits:
            kept[rule] = edits
    return kept
