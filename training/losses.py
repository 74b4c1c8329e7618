"""The loss of a batch: every head learns from the words its corpora label."""

import torch
from torch.nn import functional

from training.network import Network
from training.passages import EVENT_HEADS, MASKED
from training.windows import Batch

WEIGHTS = {"xpos": 0.5, "morph": 0.5, "starts": 0.5, "names": 1.0}
MAIN_EVENT, OTHER_EVENT = 1.0, 0.5
# Draws means over few labels towards zero, or a rare corpus would shake the encoder.
PRIOR_COUNT = 64


def batch_loss(network: Network, batch: Batch) -> dict[str, torch.Tensor]:
    """Each head's loss, weighted; their sum is what is minimised."""
    words = network.vectors(
        batch.ids, batch.shapes, batch.gaps, batch.mask, batch.first
    )
    targets = batch.targets
    losses = {
        "xpos": _entropy(network.xpos(words), targets["xpos"]),
        "morph": _entropy(network.morph(words), targets["morph"]),
        "names": _entropy(network.names(words), targets["names"]),
        "starts": _binary(network.starts(words)[..., 0], targets["starts"]),
    }
    losses = {name: loss * WEIGHTS[name] for name, loss in losses.items()}
    losses["arcs"] = _entropy(arc_scores(network, words, batch), targets["arcs"])
    taught = (targets["arcs"] >= 0) & (targets["relations"] >= 0)
    if taught.any():
        scores = network.relation_scores(words, targets["arcs"].clamp(min=0))
        masked = targets["relations"].masked_fill(~taught, MASKED)
        losses["relations"] = _entropy(scores, masked)
    scores = network.events(words)
    for n, head in enumerate(EVENT_HEADS):
        weight = MAIN_EVENT if head == "main" else OTHER_EVENT
        loss = _binary(scores[..., n], batch.events[..., n])
        losses[f"event-{head}"] = loss * weight
    return losses


def arc_scores(network: Network, words: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Scores with all heads outside the gold sentence ruled out (the root excepted)."""
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    same[:, :, 0] = True
    same &= ~torch.eye(same.shape[1], dtype=torch.bool)[None]
    return network.arc_scores(words).masked_fill(~same, -1e9)


def _entropy(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    total = functional.cross_entropy(
        scores.flatten(0, 1), targets.flatten(), ignore_index=MASKED, reduction="sum"
    )
    return total / ((targets != MASKED).sum() + PRIOR_COUNT)


def _binary(scores: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    taught = targets != MASKED
    total = functional.binary_cross_entropy_with_logits(
        scores[taught], targets[taught].float(), reduction="sum"
    )
    return total / (taught.sum() + PRIOR_COUNT)
