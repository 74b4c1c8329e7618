"""Windows of consecutive sentences as arrays of numbers, and batches of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

import torch

from chronicle.language.forms import shape
from chronicle.language.pieces import Pieces
from training.passages import EVENT_HEADS, MASKED, Passage, Sentence

MAX_PIECES_IN_WINDOW = 300
WORD_TASKS = ("xpos", "morph", "starts", "names", "arcs", "relations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The label sets, in the order of the network's outputs."""

    xpos: tuple[str, ...]
    morph: tuple[str, ...]
    relations: tuple[str, ...]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> "Labels":
        """All labels that occur."""
        xpos, morph, relations = set(), set(), set()
        for passage in passages:
            for sentence in passage.sentences:
                for word in sentence.words:
                    xpos.add(word.xpos)
                    morph.add(word.morph)
                    relations.add(word.relation)
        sets = ((s for s in group if s) for group in (xpos, morph, relations))
        xs, ms, rs = (tuple(sorted(s)) for s in sets)
        return cls(xpos=xs, morph=ms, relations=rs)


@dataclass(slots=True, kw_only=True)
class Window:
    """One input of the network; ``first[w]`` is word w's first piece, 0 the root."""

    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]
    sentence: list[int]
    targets: dict[str, list[int]]
    events: list[list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """Turns sentences into windows."""

    pieces: Pieces
    labels: Labels

    def window(self, sentences: list[Sentence]) -> Window:
        """The sentences side by side; heads are made to point into the window."""
        made = Window(
            ids=[self.pieces.first],
            shapes=[0],
            gaps=[0],
            first=[0],
            sentence=[-1],
            targets={task: [MASKED] for task in WORD_TASKS},
            events=[[MASKED] * len(EVENT_HEADS)],
        )
        for number, sentence in enumerate(sentences):
            offset = len(made.first)
            for word in sentence.words:
                ids = self.pieces.ids(word.form)
                made.first.append(len(made.ids))
                made.sentence.append(number)
                made.ids += ids
                made.shapes += [int(shape(word.form))] * len(ids)
                made.gaps += [int(word.gap)] * len(ids)
                made.events.append([word.events.get(h, MASKED) for h in EVENT_HEADS])
                self._targets(made.targets, word, offset)
        made.targets["starts"][1] = MASKED
        made.ids.append(self.pieces.last)
        made.shapes.append(0)
        made.gaps.append(0)
        return made

    def _targets(
        self, targets: dict[str, list[int]], word: object, offset: int
    ) -> None:
        labels = self.labels
        targets["xpos"].append(_number(labels.xpos, word.xpos))
        targets["morph"].append(_number(labels.morph, word.morph))
        targets["starts"].append(word.starts)
        targets["names"].append(word.name)
        if word.head is None:
            targets["arcs"].append(MASKED)
            targets["relations"].append(MASKED)
        else:
            targets["arcs"].append(0 if word.head < 0 else word.head + offset)
            targets["relations"].append(_number(labels.relations, word.relation))

    def size(self, sentence: Sentence) -> int:
        """The number of pieces of a sentence."""
        return sum(len(self.pieces.ids(word.form)) for word in sentence.words)


def _number(labels: tuple[str, ...], label: str | None) -> int:
    return labels.index(label) if label in labels else MASKED


def cut(
    passage: Passage, encoder: Encoder, rng: Random | None = None
) -> Iterator[list[Sentence]]:
    """Runs of whole sentences, of random length in training, else about 160 words."""
    run: list[Sentence] = []
    words = pieces = 0
    goal = _goal(rng)
    for sentence in passage.sentences:
        size = encoder.size(sentence)
        full = (
            words + len(sentence.words) > goal or pieces + size > MAX_PIECES_IN_WINDOW
        )
        if run and full:
            yield run
            run, words, pieces, goal = [], 0, 0, _goal(rng)
        for part in _bounded(sentence, encoder):
            run.append(part)
        words += len(sentence.words)
        pieces += size
    if run:
        yield run


def _goal(rng: Random | None) -> int:
    if rng is None:
        return 160
    return rng.randint(10, 60) if rng.random() < 0.15 else rng.randint(90, 190)


def _bounded(sentence: Sentence, encoder: Encoder) -> list[Sentence]:
    """A sentence that no window can hold loses its tail (a few in all corpora)."""
    total, kept = 0, 0
    for word in sentence.words:
        total += len(encoder.pieces.ids(word.form))
        if total > MAX_PIECES_IN_WINDOW:
            break
        kept += 1
    if kept == len(sentence.words):
        return [sentence]
    words = sentence.words[:kept]
    for word in words:
        if word.head is not None and word.head >= kept:
            word.head = None
    return [Sentence(words=words, paragraph=sentence.paragraph)]


@dataclass(slots=True, kw_only=True)
class Batch:
    """Windows padded to one length."""

    ids: torch.Tensor
    shapes: torch.Tensor
    gaps: torch.Tensor
    mask: torch.Tensor
    first: torch.Tensor
    sentence: torch.Tensor
    targets: dict[str, torch.Tensor]
    events: torch.Tensor


def collate(windows: list[Window]) -> Batch:
    """One batch."""
    events = [w.events for w in windows]
    words = max(map(len, events))
    blank = [MASKED] * len(EVENT_HEADS)
    return Batch(
        ids=_padded([w.ids for w in windows], 0),
        shapes=_padded([w.shapes for w in windows], 0),
        gaps=_padded([w.gaps for w in windows], 0),
        mask=_padded([[1] * len(w.ids) for w in windows], 0),
        first=_padded([w.first for w in windows], 0),
        sentence=_padded([w.sentence for w in windows], -2),
        targets={
            task: _padded([w.targets[task] for w in windows], MASKED)
            for task in WORD_TASKS
        },
        events=torch.tensor([e + [blank] * (words - len(e)) for e in events]),
    )


def _padded(rows: list[list[int]], value: int) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [value] * (longest - len(row)) for row in rows])


def batches(windows: list[Window], pieces: int, rng: Random) -> list[list[Window]]:
    """Windows of like length together, no batch above a number of pieces, shuffled."""
    ordered = sorted(windows, key=lambda w: len(w.ids) + rng.random() * 8)
    made: list[list[Window]] = [[]]
    for window in ordered:
        if made[-1] and len(window.ids) * (len(made[-1]) + 1) > pieces:
            made.append([])
        made[-1].append(window)
    rng.shuffle(made)
    return made
