"""Train the network: ``python -m training.train DATA RUN``.

Two processor cores need about an hour. Every epoch leaves ``RUN/epoch-N.pt`` with the
running average of the weights, which is what is exported; a run that was interrupted
goes on from there (``--resume RUN/epoch-N.pt``, with the same ``--epochs``).
"""

import argparse
import json
import logging
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from random import Random

import torch

from chronicle.language.pieces import Pieces
from training.augment import aged
from training.corpora import load
from training.losses import batch_loss
from training.network import Network, base_folder, load_base
from training.passages import Passage
from training.windows import Encoder, Labels, Window, batches, collate, cut

log = logging.getLogger("training")

ENCODER_RATE, HEAD_RATE, INPUT_RATE = 2.5e-4, 1.5e-3, 3e-3
PIECES_IN_BATCH = 1536
WARM_UP_STEPS = 80
AVERAGE_DECAY = 0.998
REPEATS = {"meantime": 3}


def epoch_windows(
    passages: list[Passage], encoder: Encoder, rng: Random
) -> list[Window]:
    """All corpora once more, each passage aged and cut anew."""
    return [
        encoder.window(run)
        for passage in passages
        for _ in range(REPEATS.get(passage.corpus, 1))
        for run in cut(aged(passage, rng), encoder, rng)
    ]


class Average:
    """The running mean of the weights, which generalises better than the last ones."""

    def __init__(self, network: Network) -> None:
        """Start from the network as it is."""
        self.weights = {k: v.clone() for k, v in network.state_dict().items()}
        self._steps = 0

    def add(self, network: Network) -> None:
        """Take in one step; early steps weigh little and are soon forgotten."""
        self._steps += 1
        decay = min(AVERAGE_DECAY, (1 + self._steps) / (10 + self._steps))
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point and name != "encoder.words.weight":
                self.weights[name].lerp_(value, 1 - decay)


def optimiser(network: Network) -> torch.optim.AdamW:
    """Small steps for the encoder, larger ones for what begins at nothing."""
    new = [network.encoder.shapes.weight, network.encoder.gaps.weight]
    fixed = [network.encoder.words.weight, network.encoder.positions.weight]
    for weight in fixed:
        weight.requires_grad_(False)
    apart = {id(p) for p in (*new, *fixed)}
    encoder = [p for p in network.encoder.parameters() if id(p) not in apart]
    inside = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in inside]
    groups = [
        {"params": new, "lr": INPUT_RATE, "weight_decay": 0.0},
        {"params": encoder, "lr": ENCODER_RATE},
        {"params": heads, "lr": HEAD_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def train(
    data: Path, run: Path, *, epochs: int, seed: int, resume: Path | None = None
) -> None:
    """All epochs, or those after a checkpoint; each leaves a checkpoint."""
    run.mkdir(parents=True, exist_ok=True)
    seed += 1000 * (int(resume.stem.rpartition("-")[2]) if resume else 0)
    torch.manual_seed(seed)
    rng = Random(seed)
    passages = load(data)
    labels = Labels.of(passages)
    (run / "labels.json").write_text(json.dumps(asdict(labels)), encoding="utf-8")
    vocabulary = base_folder() / "vocab.txt"
    encoder = Encoder(pieces=Pieces.from_file(vocabulary), labels=labels)
    network = Network(labels, len(vocabulary.read_text("utf-8").splitlines()))
    load_base(network)
    past = 0
    if resume is not None:
        network.load_state_dict(torch.load(resume, weights_only=True))
        past = int(resume.stem.rpartition("-")[2])
    steps = optimiser(network)
    rates = [group["lr"] for group in steps.param_groups]
    average = Average(network)
    first = batches(epoch_windows(passages, encoder, rng), PIECES_IN_BATCH, rng)
    total, begun = len(first) * epochs, time.monotonic()
    skipped = done = len(first) * past
    log.info("%d steps in each of %d epochs", len(first), epochs)
    for epoch in range(past + 1, epochs + 1):
        windows = epoch_windows(passages, encoder, rng)
        todo = batches(windows, PIECES_IN_BATCH, rng)
        sums: Counter[str] = Counter()
        network.train()
        for number, group in enumerate(todo, start=1):
            done += 1
            warm = (done - skipped) / WARM_UP_STEPS
            share = min(warm, max(0.01, 1 - done / total))
            for settings, rate in zip(steps.param_groups, rates, strict=True):
                settings["lr"] = rate * share
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = batch_loss(network, collate(group))
            steps.zero_grad()
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            average.add(network)
            sums.update({name: float(loss.detach()) for name, loss in losses.items()})
            if number % 50 == 0:
                told = " ".join(f"{k} {v / 50:.3f}" for k, v in sums.items())
                minutes = (time.monotonic() - begun) / 60
                log.info("%d/%d %.1f min: %s", done, total, minutes, told)
                sums.clear()
        torch.save(average.weights, run / f"epoch-{epoch}.tmp")
        (run / f"epoch-{epoch}.tmp").replace(run / f"epoch-{epoch}.pt")
        log.info("epoch %d done", epoch)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "data", type=Path, help="folder with permissive/ and treebanks/"
    )
    parser.add_argument("run", type=Path, help="folder for checkpoints")
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", type=Path, help="a checkpoint to go on from")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(
        given.data,
        given.run,
        epochs=given.epochs,
        seed=given.seed,
        resume=given.resume,
    )


if __name__ == "__main__":
    main()
