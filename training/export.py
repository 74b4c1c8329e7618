"""Write what the package loads: ``python -m training.export DATA CHECKPOINT TARGET``.

One ONNX graph with int8 weights, the vocabulary, the label sets and the lemma rules.
The graph takes one window at a time. Word embeddings are int8 with a scale for each
row; linear maps are int8 with a scale for each channel, their inputs scaled as they
come (so a window's numbers depend on that window alone). Seven bits are used of the
weights' eight, for processors whose 16-bit sums would otherwise overflow.
"""

import argparse
import json
import logging
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.lemmas import learn_file
from training.network import Network, base_folder
from training.passages import EVENT_HEADS, NAME_LABELS
from training.windows import Labels

log = logging.getLogger("export")

INPUTS = ("ids", "shapes", "gaps", "first")
OUTPUTS = (
    "xpos",
    "morph",
    "starts",
    "names",
    "events",
    "arcs",
    "relation_children",
    "relation_heads",
)


class Int8Embedding(nn.Module):
    """Rows of int8 with a scale each."""

    def __init__(self, weight: torch.Tensor) -> None:
        """Round each row to 255 steps."""
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """The rows as floats."""
        shape = (*ids.shape, -1)
        rows = torch.index_select(self.rows, 0, ids.flatten()).view(shape)
        scale = torch.index_select(self.scale, 0, ids.flatten()).view(shape)
        return rows.to(torch.float32) * scale


class Graph(nn.Module):
    """The network as it is exported: one window in, all scores out."""

    def __init__(self, network: Network) -> None:
        """Around a trained network."""
        super().__init__()
        self.network = network

    def forward(
        self,
        ids: torch.Tensor,
        shapes: torch.Tensor,
        gaps: torch.Tensor,
        first: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:
        """In the order of ``OUTPUTS``; labels as numbers, the rest as scores."""
        net = self.network
        mask = torch.ones_like(ids)
        words = net.vectors(
            ids[None], shapes[None], gaps[None], mask[None], first[None]
        )
        children, heads = net.relation_parts(words)
        return (
            net.xpos(words)[0].argmax(-1),
            net.morph(words)[0].argmax(-1),
            net.starts(words)[0, :, 0].sigmoid(),
            net.names(words)[0].log_softmax(-1),
            net.events(words)[0].sigmoid(),
            net.arc_scores(words)[0],
            children[0],
            heads[0],
        )


def load_network(checkpoint: Path) -> tuple[Network, Labels]:
    """The network of a checkpoint and the labels that lie beside it."""
    stored = json.loads((checkpoint.parent / "labels.json").read_text("utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in stored.items()})
    weights = torch.load(checkpoint, weights_only=True)
    network = Network(labels, weights["encoder.words.weight"].shape[0])
    network.load_state_dict(weights)
    return network.eval(), labels


def sample(length: int, words: int) -> tuple[torch.Tensor, ...]:
    """A random window."""
    generator = torch.Generator().manual_seed(length)
    ids = torch.randint(1000, 20000, (length,), generator=generator)
    shapes = torch.randint(0, 6, (length,), generator=generator)
    gaps = torch.randint(0, 5, (length,), generator=generator)
    chosen = torch.randperm(length - 2, generator=generator)[: words - 1] + 1
    first = torch.cat([torch.zeros(1, dtype=torch.long), chosen.sort().values])
    return ids, shapes, gaps, first


def write_graph(network: Network, path: Path) -> None:
    """The float graph with int8 embeddings, checked against torch."""
    network.encoder.words = Int8Embedding(network.encoder.words.weight.detach())
    graph = Graph(network).eval()
    axes = {name: {0: "pieces"} for name in INPUTS[:3]} | {"first": {0: "words"}}
    axes |= {name: {0: "words"} for name in OUTPUTS}
    axes["arcs"] = {0: "words", 1: "words"}
    torch.onnx.export(
        graph,
        sample(40, 30),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    for length, words in ((12, 7), (90, 61), (256, 180)):
        given = sample(length, words)
        feed = {n: t.numpy() for n, t in zip(INPUTS, given, strict=True)}
        with torch.no_grad():
            expected = graph(*given)
        for name, ours, torchs in zip(
            OUTPUTS, session.run(None, feed), expected, strict=True
        ):
            worst = float(np.abs(ours - torchs.numpy()).max())
            if worst > 1e-3:
                raise SystemExit(f"{name}: the graph differs from torch by {worst}")


def quantise(source: Path, target: Path) -> None:
    """Linear maps to int8."""
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul", "Gemm"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    onnx.checker.check_model(str(target))


def export(data: Path, checkpoint: Path, target: Path) -> None:
    """All files of the shipped model, each put in place whole."""
    target.mkdir(parents=True, exist_ok=True)
    network, labels = load_network(checkpoint)
    with tempfile.TemporaryDirectory(dir=target) as folder:
        made = Path(folder)
        write_graph(network, made / "float.onnx")
        quantise(made / "float.onnx", made / "network.onnx")
        (made / "float.onnx").unlink()
        vocabulary = (base_folder() / "vocab.txt").read_text("utf-8")
        (made / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
        sets = {
            "xpos": labels.xpos,
            "morph": labels.morph,
            "relations": labels.relations,
            "names": NAME_LABELS,
            "events": EVENT_HEADS,
        }
        text = json.dumps(sets, ensure_ascii=False, indent=0)
        (made / "labels.json").write_text(text + "\n", encoding="utf-8")
        learn_file(data, base_folder() / "vocab.txt", made / "lemmas.json")
        for file in sorted(made.iterdir()):
            file.replace(target / file.name)
            log.info("%s %d bytes", file.name, (target / file.name).stat().st_size)


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    export(given.data, given.checkpoint, given.target)


if __name__ == "__main__":
    main()
