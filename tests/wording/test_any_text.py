"""No text, however odd, breaks a summary or gets words that it has not."""

import re

from handmade import EVIDENCE, Handmade, assembly
from hypothesis import given
from hypothesis import strategies as st

from chronicle.model import (
    DocumentKey,
    Event,
    EventClass,
    EventId,
    Factuality,
    Mention,
    Participant,
    Role,
)
from chronicle.wording import event_when, how_dated, quotation, state, summary

VOCABULARY = (
    *("he", "I", "we", "the", "men", "who", "which", "and", ",", ";", ".", "“", "”"),
    *('"', "(", ")", "«", "»", "if", "had", "not", "to", "may", "…", "\n", "came"),
    *("left", "said", "Rome's", "2,250", "it", "there", "on", "Friday", "as", "that"),
)
People = list[tuple[Role, int, int]]
WORDS = st.lists(
    st.sampled_from(VOCABULARY),
    min_size=1,
    max_size=25,
)


@given(
    WORDS,
    st.lists(
        st.tuples(
            st.integers(0, 24),
            st.sampled_from(list(Factuality)),
            st.sampled_from(list(EventClass)),
            st.sampled_from(["PAST", "PRESENT", "INFINITIVE", "NONE"]),
            st.sampled_from(["VERB", "NOUN", "ADJ"]),
            st.lists(
                st.tuples(
                    st.sampled_from(list(Role)), st.integers(0, 24), st.integers(1, 6)
                ),
                max_size=3,
            ),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda made: made[0],
    ),
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=3),
)
def test_any_text(
    words: list[str],
    told: list[
        tuple[int, Factuality, EventClass, str, str, list[tuple[Role, int, int]]]
    ],
    links: list[tuple[int, int]],
) -> None:
    places, text = [], ""
    for word in words:
        places.append((len(text), len(text) + len(word)))
        text += f"{word} "
    made = Handmade(text)
    key = DocumentKey(made.key)

    def mention(first: int, count: int = 1) -> Mention:
        first = first % len(places)
        last = min(first + count, len(places)) - 1
        return Mention(document=key, start=places[first][0], end=places[last][1])

    for n, (at, factuality, class_, tense, pos, people) in enumerate(told):
        trigger = mention(at)
        if trigger.start == trigger.end:
            continue
        made.events.append(
            Event(
                id=EventId(f"ev{n}"),
                division=made.annotated().divisions[0].id,
                trigger=trigger,
                extent=trigger,
                sentence=Mention(document=key, start=0, end=len(text)),
                lemma="do",
                pos=pos,
                class_=class_,
                tense=tense,
                factuality=factuality,
                participants=tuple(
                    Participant(role=role, mention=mention(start, count))
                    for role, start, count in people
                ),
                evidence=EVIDENCE,
            )
        )
    ids = [event.id for event in made.events]
    for a, b in links:
        if a < len(ids) and b < len(ids):
            made.link("SLINK", ids[a], "evidential", ids[b])
    timeline = assembly(made)
    for entry in timeline.entries:
        said = summary(timeline, entry)
        assert event_when(timeline, entry.head) == "n.d."
        assert how_dated(timeline, entry)
        assert state(timeline, entry)
        sentence, at = quotation(timeline, entry), 0
        supplied = re.sub(r"^(?:\[[^\]]*\]:? )*", "", said)
        for word in re.findall(r"\w+", supplied):
            at = sentence.find(word, at)
            assert at >= 0, (said, sentence)
            at += len(word)
