"""Print the model's figures: ``python -m training.evaluate DATA [--checkpoint FILE]``.

With a checkpoint, the network in full precision is measured beside the exported one:
the difference is what quantisation costs.
"""

import argparse
import resource
import time
from pathlib import Path

from chronicle.language.analysis import analyse_with
from chronicle.language.shipped import WEIGHTS, Shipped, load_shipped
from chronicle.model import Document, DocumentKey
from training import gold_tokens, raw_text, trigger_score
from training.export import load_network
from training.windows import Encoder, Labels

TREEBANKS = (("ewt_test", "ewt"), ("gum_permissive_dev", "gum"))


def say(title: str, parts: list[str]) -> None:
    """One line of figures."""
    print(f"{title}: {', '.join(parts)}", flush=True)


def encoder_for(model: Shipped) -> Encoder:
    """The encoder of windows with the shipped labels and vocabulary."""
    sets = model.labels
    labels = Labels(xpos=sets.xpos, morph=sets.morph, relations=sets.relations)
    return Encoder(pieces=model.pieces, labels=labels)


def syntax(data: Path, model: Shipped, checkpoint: Path | None) -> None:
    """Gold words: the exported network and, if asked, the one in full precision."""
    runs = {"int8": gold_tokens.shipped_run(model)}
    if checkpoint is not None:
        network, _ = load_network(checkpoint)
        runs["torch"] = gold_tokens.torch_run(network)
    encoder = encoder_for(model)
    for name, corpus in TREEBANKS:
        path = data / f"treebanks/{name}.conllu"
        for kind, run in runs.items():
            tally = gold_tokens.measure(path, corpus, encoder, run, model.lemmas)
            say(f"{name}, gold words, {kind}", tally.lines())


def events(data: Path, model: Shipped) -> None:
    """Triggers; the threshold for nouns is to be read off MEANTIME alone."""
    gm = trigger_score.measure(data / "permissive/meantime_gm.jsonl", model)
    news = [
        trigger_score.measure(data / f"measure_only/{name}.jsonl", model)
        for name in ("timebank", "aquaint")
    ]
    for told in (*trigger_score.line("MEANTIME gm", [gm]),):
        print(told)
    for told in trigger_score.line("TimeBank + AQUAINT", news):
        print(told)


def speed(data: Path, model: Shipped) -> None:
    """Words a second on running prose, and the memory it took."""
    texts = [
        text for text, _, _ in raw_text.documents(data / "treebanks/ewt_test.conllu")
    ]
    text = "\n\n".join(texts)
    analyse_with(model, Document(key=DocumentKey("warm"), text=texts[0]))
    begun = time.process_time()
    analyse_with(model, Document(key=DocumentKey("speed"), text=text))
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(text.split()) / spent:.0f} words/s on one core, peak {peak:.0f} MB")


def main() -> None:
    """Read the command line and print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--only", choices=("speed", "syntax", "raw", "events"))
    given = parser.parse_args()
    model = load_shipped(given.weights)
    if given.only in {None, "speed"}:
        speed(given.data, model)
    if given.only in {None, "syntax"}:
        syntax(given.data, model, given.checkpoint)
    if given.only in {None, "raw"}:
        for name, _ in TREEBANKS:
            figures = raw_text.measure(given.data / f"treebanks/{name}.conllu", model)
            say(f"{name}, raw text", figures)
    if given.only in {None, "events"}:
        events(given.data, model)


if __name__ == "__main__":
    main()
