"""Adapters over the engines themselves, where they are installed (`pip install spacy ufal.udpipe stanza`).

All three get tiny models that are trained here by their own trainers.
Elsewhere these tests are skipped; `test_parse_adapters.py` tests the same code on stand-ins.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.annotate.parse.adapters import load_adapter
from briefing.annotate.parse.protocol import Parser
from briefing.errors import KnowledgeError
from briefing.model import Span

ROWS = (
    (("Envoys", "envoy", "NOUN", 2, "nsubj"), ("spoke", "speak", "VERB", 0, "root"), (".", ".", "PUNCT", 2, "punct")),
    (("Ministers", "minister", "NOUN", 2, "nsubj"), ("left", "leave", "VERB", 0, "root"), (".", ".", "PUNCT", 2, "punct")),
    (
        ("Envoys", "envoy", "NOUN", 2, "nsubj"),
        ("left", "leave", "VERB", 0, "root"),
        ("in", "in", "ADP", 4, "case"),
        ("May", "May", "PROPN", 2, "obl"),
        (".", ".", "PUNCT", 2, "punct"),
    ),
)
"""A treebank of three sentences: form, lemma, tag, head, label."""
TEXT = "¡Ay! Envoys spoke.\n\nMinisters left.  Envoys left in May."
SENTENCES = (Span(5, 18), Span(20, 35), Span(37, 56))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


def check(parser: Parser) -> None:
    """What an adapter must give: our sentences, whose words lie where they say, as trees."""
    parsed = parser.parse(TEXT, SENTENCES)
    assert [[token.span.of(TEXT) for token in tokens] for tokens in parsed] == [[row[0] for row in rows] for rows in ROWS]
    assert [[(t.upos, t.head + 1, t.deprel) for t in tokens] for tokens in parsed] == [
        [row[2:] for row in rows] for rows in ROWS
    ]
    lemmas = [token.lemma for tokens in parsed for token in tokens]
    assert len(lemmas) == sum(map(len, ROWS))
    assert all(lemmas)


def test_spacy(folder: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("morphologizer")
    pipeline.add_pipe("parser", config={"min_action_freq": 1})
    examples = [Example.from_dict(pipeline.make_doc(" ".join(r[0] for r in rows)), spacy_gold(rows)) for rows in ROWS]
    pipeline.initialize(lambda: examples)
    for _ in range(60):
        pipeline.update(examples)
    pipeline.to_disk(folder / "spacy")
    check(load_adapter(f"spacy:{folder / 'spacy'}"))


def spacy_gold(rows: tuple[tuple[Any, ...], ...]) -> dict[str, Any]:
    return {
        "words": [row[0] for row in rows],
        "pos": [row[2] for row in rows],
        "lemmas": [row[1] for row in rows],
        "heads": [row[3] - 1 if row[3] else number for number, row in enumerate(rows)],
        "deps": [row[4] if row[3] else "ROOT" for row in rows],
        "sent_starts": [1] + [-1] * (len(rows) - 1),
    }


def test_udpipe(folder: Path) -> None:
    udpipe = pytest.importorskip("ufal.udpipe")
    error = udpipe.ProcessingError()
    model = udpipe.Trainer.train(
        "morphodita_parsito",
        udpipe_sentences(udpipe),
        udpipe.Sentences(),
        "epochs=3;batch_size=2;segment_size=20;dimension=16;learning_rate=0.02",
        "iterations=3",
        "iterations=30;hidden_layer=32;learning_rate=0.01;l2=0;structured_interval=0;embedding_upostag=8;embedding_form=8;embedding_deprel=8",
        error,
    )
    assert model, error.message
    (folder / "tiny.udpipe").write_bytes(bytes(model))
    check(load_adapter(f"udpipe:{folder / 'tiny.udpipe'}"))
    (folder / "broken.udpipe").write_bytes(b"no model")
    with pytest.raises(KnowledgeError, match="broken"):
        load_adapter(f"udpipe:{folder / 'broken.udpipe'}")


def misc(number: int, rows: tuple[tuple[Any, ...], ...]) -> str:
    return "SpaceAfter=No" if number == len(rows) - 1 else "_"


def udpipe_sentences(udpipe: Any) -> Any:
    sentences = udpipe.Sentences()
    for _ in range(10):
        for rows in ROWS:
            lines = [
                "\t".join([str(number), form, lemma, upos, "_", "_", str(head), label, "_", misc(number, rows)])
                for number, (form, lemma, upos, head, label) in enumerate(rows, start=1)
            ]
            reader = udpipe.InputFormat.newConlluInputFormat()
            reader.setText("\n".join(lines) + "\n\n")
            sentence = udpipe.Sentence()
            assert reader.nextSentence(sentence, udpipe.ProcessingError())
            sentences.append(sentence)
    return sentences


def test_stanza(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stanza's own trainers make a model that knows little; what is checked is that its documents become our words."""
    pytest.importorskip("stanza")
    monkeypatch.chdir(folder)
    for name in ("train", "dev"):
        Path(f"{name}.conllu").write_text("".join(conllu(rows) for rows in ROWS) * 10, encoding="utf-8")
        Path(f"{name}.txt").write_text("\n\n".join(written(rows) for rows in ROWS * 10), encoding="utf-8")
    train_stanza()
    parser = load_adapter(f"stanza:{folder / 'stanza' / 'en'}")
    parsed = parser.parse(TEXT, SENTENCES)
    for tokens, sentence in zip(parsed, SENTENCES, strict=True):
        assert "".join(token.span.of(TEXT) for token in tokens).replace(" ", "") == sentence.of(TEXT).replace(" ", "")
        assert [token.head for token in tokens].count(-1) == 1
        assert all(token.lemma and token.upos for token in tokens)
    with pytest.raises(KnowledgeError, match="nowhere"):
        load_adapter(f"stanza:{folder / 'nowhere' / 'es'}")


def conllu(rows: tuple[tuple[Any, ...], ...]) -> str:
    lines = [
        "\t".join([str(number), form, lemma, upos, "_", "_", str(head), label, "_", misc(number + 1, rows)])
        for number, (form, lemma, upos, head, label) in enumerate(rows, start=1)
    ]
    return "\n".join([f"# text = {written(rows)}", *lines]) + "\n\n"


def written(rows: tuple[tuple[Any, ...], ...]) -> str:
    return " ".join(row[0] for row in rows).replace(" .", ".")


def train_stanza() -> None:
    """A tokenizer, a tagger, a lemmatizer and a parser in `stanza/en`, in the form in which Stanza keeps its models."""
    from stanza.models import lemmatizer, parser, tagger, tokenizer
    from stanza.utils.datasets import prepare_tokenizer_data

    for name in ("train", "dev"):
        prepare_tokenizer_data.main([f"{name}.txt", f"{name}.conllu", "-o", f"./{name}.labels", "-m", f"{name}.json"])
    files = ["--txt_file", "train.txt", "--label_file", "train.labels", "--dev_txt_file", "dev.txt"]
    files += ["--dev_label_file", "dev.labels", "--dev_conll_gold", "dev.conllu", "--mwt_json_file", "dev.json"]
    small = ["--emb_dim", "8", "--hidden_dim", "16", "--steps", "60", "--eval_steps", "30"]
    tokenizer.main([*files, *small, *saved("tokenize"), "--lang", "en", "--no_use_mwt"])
    trees = ["--train_file", "train.conllu", "--eval_file", "dev.conllu"]
    lemmatizer.main([*trees, *saved("lemma"), "--dict_only"])
    small = [
        "--no_pretrain",
        "--hidden_dim",
        "8",
        "--char_hidden_dim",
        "8",
        "--deep_biaff_hidden_dim",
        "8",
        "--max_steps",
        "20",
    ]
    for name, trainer in (("pos", tagger), ("depparse", parser)):
        trainer.main([*trees, *small, *saved(name), "--lang", "en", "--batch_size", "20", "--eval_interval", "10"])
    models = ("tokenize", "pos", "lemma", "depparse")
    known = {name: {"tiny": {"md5": ""}} for name in models} | {"packages": {"default": dict.fromkeys(models, "tiny")}}
    Path("stanza/resources.json").write_text(json.dumps({"en": {"lang_name": "English", **known}}), encoding="utf-8")


def saved(name: str) -> list[str]:
    return ["--shorthand", "en_tiny", "--save_dir", f"stanza/en/{name}", "--save_name", "tiny.pt"]
