"""Check what the shipped models were trained from: `python licences.py --treebanks DIR`.

A model's vocabulary holds every word that stands twice or more in its training sentences, so a genre that was left out
cannot have been used without showing there.  Counts the words of `TREEBANKS` anew, with and without the genres of GUM that
are not free, and compares; ends with code 1 where a model's list is another.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from treebank import TREEBANKS, load, read

from briefing.annotate.parse.features import word_key
from briefing.annotate.parse.models import model_path


def vocabulary(sentences: list[list[str]]) -> set[str]:
    counts = Counter(word_key(form) for forms in sentences for form in forms)
    return {word for word, count in counts.items() if count > 1}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--treebanks", type=Path, required=True)
    folder = options.parse_args().treebanks
    same = True
    for language in sorted(TREEBANKS):
        with np.load(model_path(language), allow_pickle=False) as archive:
            shipped = set(json.loads(archive["meta"].tobytes())["words"])
        free = vocabulary([[word.form for word in words] for _, words in load(language, folder)])
        every = [read(folder / f"{name}.conllu.xz") for name, _, _ in TREEBANKS[language]]
        whole = vocabulary([[word.form for word in words] for sentences in every for words in sentences if len(words) > 1])
        verdict = "the same" if shipped == free else "NOT the same"
        print(f"{language}: {len(shipped)} words in the model, {len(free)} in the free texts ({verdict}), {len(whole)} in all")
        same = same and shipped == free
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
