"""A sentence's tokens, and where its clauses begin: marks instead of a parse."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from chronicle.model import AnnotatedDocument, Event, Mention, Participant, Role
from chronicle.wording.lexicon import lexicon

__all__ = ["NEAR", "PUNCTUATION", "Sentence", "Token"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:[’'\-]\w+)*|[^\w\s]")
PUNCTUATION = frozenset(",;:—–-()")
_FINITE = frozenset({"PAST", "PRESENT", "FUTURE"})
NEAR = 6  # words between a subject and its verb that may stay
PARTED = 3  # words between an auxiliary and its verb
REACH = 1200  # characters on either side of an event that may be its clause
UNKNOWN = 8  # words before a verb that are its clause, where no subject is known


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, lower-cased, and its place in the document."""

    start: int
    end: int
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it is more than a mark."""
        return self.lower[0].isalnum()


def _is_told(event: Event, start: int, end: int) -> bool:
    """Whether one of the event's participants lies in a stretch."""
    mentions = (p.mention for p in event.participants)
    return any(m is not None and m.start < end and start < m.end for m in mentions)


def _start(participant: Participant) -> int:
    return participant.mention.start if participant.mention else 0


class Sentence:
    """One sentence's tokens (marks of pages left out), and where its events stand."""

    def __init__(self, annotated: AnnotatedDocument, event: Event) -> None:
        self.annotated = annotated
        # a text without any full stop is one sentence: look about the event only
        self.start = max(event.sentence.start, event.trigger.start - REACH)
        self.end = min(event.sentence.end, event.trigger.end + REACH)
        told = annotated.told_at.get(event.sentence.start, ())
        first = bisect_left(told, self.start, key=lambda e: e.trigger.start)
        last = bisect_left(told, self.end, key=lambda e: e.trigger.start)
        self.told = told[first:last]
        text = annotated.document.text
        marks = annotated.document.locators
        first = bisect_right(marks, self.start, key=lambda m: m.end)
        last = bisect_left(marks, self.end, key=lambda m: m.start)
        hidden = [(m.start, m.end) for m in marks[first:last]]
        self.tokens = [
            Token(m.start(), m.end(), m.group().lower())
            for m in _TOKEN.finditer(text, self.start, self.end)
            if not any(a <= m.start() < b for a, b in hidden)
        ]
        self.times = [
            (t.mention.start, t.mention.end)
            for t in annotated.times_at.get(event.sentence.start, ())
            if t.mention is not None and self.holds(t.mention)
        ]

    def holds(self, mention: Mention) -> bool:
        """Whether a mention lies within the sentence."""
        return self.start <= mention.start and mention.end <= self.end

    def at(self, offset: int) -> int:
        """The index of the first token that ends after an offset."""
        return bisect_right(self.tokens, offset, key=lambda token: token.end)

    def words(self, start: int, end: int) -> int:
        """How many words there are between two offsets."""
        tokens = self.tokens[self.at(start) : self.at(end)]
        return sum(token.is_word for token in tokens)

    def verb_start(self, event: Event) -> int:
        """Where the verb group begins: auxiliaries, negation, light adverbs."""
        i = self._before_auxiliaries(self.at(event.extent.start))
        for back in range(2, PARTED + 2):  # "had in fact come", "have this day sent"
            if i - back < 0 or self._is_joint(self.tokens[i - back + 1]):
                break
            start, end = self.tokens[i - back].start, self.tokens[i - 1].end
            if self.tokens[i - back].lower in lexicon().firm and not (
                _is_told(event, start, end) or self._has_event(start, end)
            ):
                i = self._before_auxiliaries(i - back)
                break
        if i > 0 and self.tokens[i - 1].lower in lexicon().expletives:
            i -= 1
        return self.tokens[i].start if i < len(self.tokens) else event.trigger.start

    def _has_event(self, start: int, end: int) -> bool:
        told = self.told
        return any(start <= e.trigger.start < end for e in told)

    def _before_auxiliaries(self, i: int) -> int:
        words = lexicon().auxiliaries
        text = self.annotated.document.text
        while i > 0:
            token = self.tokens[i - 1]
            is_manner = token.lower.endswith("ly") and len(token.lower) > 4
            is_name = text[token.start].isupper() and i > 1
            if token.lower not in words and (is_name or not is_manner):
                break
            i -= 1
        return i

    def clause_start(self, event: Event) -> int:
        """Where the clause of a verb without a known subject seems to begin."""
        verb = self.at(self.verb_start(event))
        if verb >= len(self.tokens):
            return event.trigger.start
        if event.pos == "NOUN":
            while verb > 0 and self.tokens[verb - 1].lower in lexicon().determiners:
                verb -= 1
            return self.tokens[verb].start
        if event.tense not in _FINITE and verb == self.at(event.trigger.start):
            is_lone = len(self.told) == 1
            short = is_lone and self.words(self.start, event.extent.end) <= UNKNOWN
            return self.tokens[0].start if short else self.verb_start(event)
        told = self.told
        floor = max(
            (
                e.trigger.end
                for e in told
                if e.id != event.id and e.trigger.start < event.trigger.start
            ),
            default=self.start,
        )
        i = verb
        while i > 0 and self.tokens[i - 1].start >= floor:
            if self._is_joint(self.tokens[i - 1]) or not self.tokens[i - 1].is_word:
                break
            i -= 1
        if verb - i > UNKNOWN:
            i = verb
        return self.tokens[i].start if i < len(self.tokens) else event.trigger.start

    def subject(self, event: Event) -> Participant | None:
        """The participant that stands before the verb, the agent for choice.

        Several joined by "and" are one; a date that leads them is left out.
        """
        verb = self.verb_start(event)
        for role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT):
            found = [
                p
                for p in event.taking_part(role)
                if p.mention and self.holds(p.mention) and p.mention.start < verb
            ]
            if found:
                return self._joined(sorted(found, key=_start))
        return None

    def _joined(self, found: list[Participant]) -> Participant:
        last = found[-1]
        assert last.mention is not None
        start, entity = last.mention.start, last.entity
        for earlier in reversed(found[:-1]):
            assert earlier.mention is not None
            gap = self.tokens[self.at(earlier.mention.end) : self.at(start)]
            if not all(t.lower in (",", "and", "or", "&") for t in gap):
                break
            start, entity = earlier.mention.start, None
        i = self.at(start)
        while i < len(self.tokens) and self._leads_in(i):
            i += 1
        if i < len(self.tokens) and self.tokens[i].start < last.mention.end:
            while i > 0 and self.tokens[i - 1].lower in lexicon().determiners:
                i -= 1
            start = self.tokens[i].start
        mention = replace(last.mention, start=start)
        return replace(last, mention=mention, entity=entity)

    def _leads_in(self, i: int) -> bool:
        """Whether a token before a subject belongs to a date or joins clauses."""
        token = self.tokens[i]
        if self._in_time(token.start) or token.lower in ("and", ","):
            return True
        dated = i + 1 < len(self.tokens) and self._in_time(self.tokens[i + 1].start)
        is_small = token.lower in lexicon().connectives | lexicon().approximators
        return dated and is_small

    def is_clause(self, event: Event) -> bool:
        """Whether an event is a clause of its own, to be cut from before another."""
        if event.pos == "NOUN":
            return False
        if event.tense in _FINITE:
            return True
        i = self.at(self.verb_start(event))
        group = self.tokens[i : self.at(event.trigger.start)]
        if any(token.lower in lexicon().firm for token in group):
            return True
        return i > 0 and self.tokens[i - 1].lower in PUNCTUATION

    def breaks(self, floor: int) -> list[int]:
        """Where a clause surely ends: at a semicolon, or a second "and that"."""
        found = []
        for i, token in enumerate(self.tokens):
            if token.start < floor:
                continue
            later = [t.lower for t in self.tokens[i + 1 : i + 3]]
            again = token.lower == "," and later[:1] in (["and"], ["but"])
            if token.lower == ";" or (again and later[1:] == ["that"]):
                found.append(token.start)
        return found

    def edge(self, event: Event, floor: int) -> int:
        """Where another clause begins, its conjunction and date with it.

        ``floor`` is the end of the verb that it follows.
        """
        left = self.verb_start(event)
        who = self.subject(event)
        mention = who.mention if who is not None else None
        if mention is not None and mention.start >= floor:
            left = min(left, self._relative(mention, left))
            return self._before_connectives(self.at(left))
        return self._before_connectives(self._joint(self.at(left), floor))

    def _relative(self, mention: Mention, verb: int) -> int:
        """Where the clause of a subject begins: a relative one after its antecedent."""
        for token in self.tokens[self.at(mention.end) : self.at(verb)]:
            if token.lower in lexicon().relatives:
                return token.start
        return mention.start

    def _joint(self, i: int, floor: int) -> int:
        """The conjunction or comma just before a verb whose subject is not known."""
        joints = lexicon().joints | PUNCTUATION
        for back in range(1, NEAR + 1):
            if i - back < 0 or self.tokens[i - back].start < floor:
                break
            if self.tokens[i - back].lower in joints:
                return i - back + 1
        return i

    def _before_connectives(self, i: int) -> int:
        """The offset before the date and the conjunctions that lead a clause in."""
        if i > 0 and self.tokens[i - 1].lower in lexicon().temporal:
            i -= 1
        fronted = self._before_times(i)
        is_led = fronted == 0 or self._is_joint(self.tokens[fronted - 1])
        return self.before_joints(fronted if is_led else i)

    def before_joints(self, i: int) -> int:
        """The offset of the first of the conjunctions and commas before a token."""
        words = lexicon()
        while i > 0:
            token = self.tokens[i - 1]
            after = self.tokens[i].lower if i < len(self.tokens) else ""
            is_pied = token.lower in words.connectives and after in words.relatives
            if not (self._is_joint(token) or is_pied):
                break
            i -= 1
        return self.tokens[i].start if i < len(self.tokens) else self.end

    def _before_times(self, i: int) -> int:
        """The index before any dates that end at an index, their prepositions too."""
        led = False
        while i > 0:
            token = self.tokens[i - 1]
            ahead = self.tokens[i].start if i < len(self.tokens) else self.end
            small = lexicon().connectives | lexicon().approximators
            leads = token.lower in small and (self._in_time(ahead) or led)
            comma = token.lower == "," and i > 1
            closes = comma and self._in_time(self.tokens[i - 2].start)
            if not (self._in_time(token.start) or leads or closes):
                break
            led = leads
            i -= 1
        return i

    def _in_time(self, offset: int) -> bool:
        return any(a <= offset < b for a, b in self.times)

    def is_joint(self, i: int) -> bool:
        """Whether a token joins clauses."""
        return self._is_joint(self.tokens[i])

    @staticmethod
    def _is_joint(token: Token) -> bool:
        return token.lower in PUNCTUATION or token.lower in lexicon().joints
