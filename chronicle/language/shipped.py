"""The files of the shipped model, and the network behind them."""

import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chronicle.errors import ModelError
from chronicle.language.lemmas import LemmaRules
from chronicle.language.pieces import Pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("network.onnx", "vocabulary.txt", "labels.json", "lemmas.json")
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
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The label sets, in the order of the network's outputs."""

    xpos: tuple[str, ...]
    morph: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says of one window, word by word; slot 0 is the root."""

    xpos: "NDArray[Any]"
    morph: "NDArray[Any]"
    starts: "NDArray[Any]"
    names: "NDArray[Any]"
    events: "NDArray[Any]"
    arcs: "NDArray[Any]"
    relation_children: "NDArray[Any]"
    relation_heads: "NDArray[Any]"

    def relations(
        self, words: Sequence[int], heads: Sequence[int], *, never: int
    ) -> "NDArray[Any]":
        """The best relation of each word to its head, one label ruled out."""
        import numpy as np

        children = self.relation_children[np.asarray(words)]
        chosen = self.relation_heads[np.asarray(heads)]
        scores = np.matmul(children, chosen[:, :, None])[:, :, 0]
        scores[:, never] = -np.inf
        best: NDArray[Any] = scores.argmax(1)
        return best


@dataclass(frozen=True, eq=False, kw_only=True)
class Shipped:
    """The shipped model, its files read once."""

    folder: Path

    @cached_property
    def labels(self) -> Labels:
        """The label sets."""
        stored = json.loads((self.folder / "labels.json").read_text(encoding="utf-8"))
        return Labels(**{name: tuple(values) for name, values in stored.items()})

    @cached_property
    def pieces(self) -> Pieces:
        """The vocabulary of word pieces."""
        return Pieces.from_file(self.folder / "vocabulary.txt")

    @cached_property
    def lemmas(self) -> LemmaRules:
        """The lemma rules."""
        path = self.folder / "lemmas.json"
        return LemmaRules.from_file(path, known=self.pieces.whole_words)

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # An arena would keep the memory of the largest window for good.
        options.enable_cpu_mem_arena = False
        return onnxruntime.InferenceSession(
            self.folder / "network.onnx", options, providers=["CPUExecutionProvider"]
        )

    def scores(
        self,
        *,
        ids: Sequence[int],
        shapes: Sequence[int],
        gaps: Sequence[int],
        first: Sequence[int],
    ) -> Scores:
        """Run the network on one window, alone."""
        import numpy as np

        given = {"ids": ids, "shapes": shapes, "gaps": gaps, "first": first}
        feed = {name: np.asarray(row, dtype=np.int64) for name, row in given.items()}
        found = self._session.run(list(OUTPUTS), feed)
        return Scores(**dict(zip(OUTPUTS, found, strict=True)))


@lru_cache(maxsize=2)
def load_shipped(folder: Path = WEIGHTS) -> Shipped:
    """The model in a folder; raises ``ModelError`` if a file of it is missing."""
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise ModelError(
            f"the language model lacks {', '.join(missing)} in {folder}: "
            "install chronicle again, or train the model (training/README.md)"
        )
    log.debug("language model in %s", folder)
    return Shipped(folder=folder)
