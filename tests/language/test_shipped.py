"""Loading: what is missing or unfit is said with its mend."""

from pathlib import Path

import pytest
import spacy

from chronicle.errors import ModelError
from chronicle.language import load
from chronicle.language.installed import UNIVERSAL, check
from chronicle.language.shipped import FILES, load_shipped


def test_missing_files_are_named_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "labels.json").write_text("{}", encoding="utf-8")
    with pytest.raises(
        ModelError, match=r"lacks network\.onnx.*install chronicle again"
    ):
        load_shipped(tmp_path)


def test_an_unknown_pipeline_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match=r"no_such_pipeline.*no installed spaCy"):
        load("no_such_pipeline")


def test_a_pipeline_without_parser_is_refused() -> None:
    with pytest.raises(ModelError, match="'plain': it has no parser"):
        check(spacy.blank("en"), name="plain")


def parser_with(labels: set[str]) -> spacy.language.Language:
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in sorted(labels):
        parser.add_label(label)
    return nlp


def test_other_dependencies_are_refused_with_the_labels_that_show_it() -> None:
    nlp = parser_with({"nsubj", "dobj", "prep", "pobj", "ROOT"})
    with pytest.raises(ModelError, match="labels dobj, pobj, prep"):
        check(nlp, name="en_other")


def test_a_parser_that_lacks_universal_relations_is_refused() -> None:
    with pytest.raises(ModelError, match=r"lacks .*obl"):
        check(parser_with({"nsubj", "obj", "ROOT"}), name="en_small")


def test_universal_dependencies_are_accepted() -> None:
    check(parser_with({*UNIVERSAL, "nsubj:pass", "ROOT"}), name="en_ud")


@pytest.mark.model
def test_the_shipped_model_is_complete_and_small() -> None:
    folder = load_shipped().folder
    assert sum((folder / name).stat().st_size for name in FILES) < 32_000_000
