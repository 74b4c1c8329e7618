"""What speaks against a reading: counted things, names, verbs, bare words.

Each refusal looks at one class of expression and at the words around it. A tagger's
word counts where there is one; without it the words themselves must do.
"""

from collections.abc import Callable
from itertools import chain

from chronicle.model import Unit
from chronicle.times.lexicons import lexicon, listed
from chronicle.times.meaning import Meaning
from chronicle.times.words import Words

Refusal = Callable[[Words, int, int], bool]

_COUNTED = listed("counted", "counted", "nouns")
_BEFORE_NUMBER = listed("counted", "before", "words")
_PAPERS = listed("counted", "names", "papers")
_UNITS = frozenset(chain.from_iterable(lexicon("calendar")["unit"].values()))
_STREETS = listed("counted", "names", "streets")
_NAMES = listed("counted", "names", "after_ordinal")
_ON = listed("contexts", "before_date", "words")
_FUNCTION = listed("happenings", "function", "words")
_IN = listed("contexts", "before_year", "words")
_SPELLED = frozenset({"in", "of", "since", "until", "by", "from", "during", "to"})
_FOR = listed("contexts", "before_length", "words")
_QUOTES = frozenset("\"'“‘«")
_OTHER_WORDS = frozenset({"may", "march", "august", "mar", "jan", "dec", "sep"})
_BEFORE_ORDINAL = frozenset({"on", "until", "till", "since", "by", "before"})
_PLURAL_NOUNS = {"NNS", "NNPS"}


def _capital(words: Words, i: int) -> bool:
    return 0 <= i < len(words) and words[i].text[:1].isupper()


def _same_sentence(words: Words, i: int) -> bool:
    return 0 < i < len(words) and not words.sentence_end(i)


def counted(words: Words, start: int, end: int) -> bool:
    """“1500 men”: a number that counts what follows it is no year."""
    before = start - 1
    if words.lower(before) == "." and not words.parted(start):
        before -= 1
    if words.lower(before) in _BEFORE_NUMBER and not words.parted(start):
        return True
    if words.parted(end) or not _same_sentence(words, end):
        return False
    after = words.lower(end)
    if after in _COUNTED:
        return True
    plural = words.tag(end) in _PLURAL_NOUNS or (
        not words.tag(end) and after.endswith("s") and words[end].text.islower()
    )
    if not plural or words.lower(start - 1) in {"the", "in", "of"}:
        return False
    figures = words.lower(end - 1)
    return figures.isdecimal() and after not in _FUNCTION and after != "s"


def address(words: Words, start: int, end: int) -> bool:
    """“1711 West Prospect Place”: the number of a house."""
    near = range(end, min(end + 5, len(words)))
    if not _capital(words, end) or words.sentence_end(end):
        return False
    return any(words.lower(i) in _STREETS and _capital(words, i) for i in near)


def lone_year(words: Words, start: int, end: int) -> bool:
    """A bare number wants a word, a bracket or a dash that makes a year of it."""
    if counted(words, start, end) or address(words, start, end):
        return True
    if words.lower(start) == "the":
        return False
    before, after = words.lower(start - 1), words.lower(end)
    if before == "." and words.lower(start - 2) in {"c", "ca", "fl"}:
        return False
    if before == "-" and words.glued(start) and words.lower(start - 2).isdecimal():
        return True
    if words.parted(start) or before in _IN or before in "([,;–-/:":
        return False
    return not (
        words.lower(start).isdecimal()
        and 1400 <= int(words.lower(start)) <= 2100
        and not (after == "-" and words.glued(end))
    )


def month_word(words: Words, start: int, end: int) -> bool:
    """“May”, “March”, “August” without a date around them may be other words."""
    at = end - 1 if words.lower(end - 1) != "." else end - 2
    tag, before = words.tag(at), words.lower(at - 1)
    named = _capital(words, end) and _same_sentence(words, end)
    if named and before not in _ON and words.lower(at - 1) != "the":
        return True
    if words.lower(at) not in _OTHER_WORDS:
        return words[at].text.islower() and tag not in {"", "NNP", "NNPS"}
    if tag and tag not in {"NNP", "NNPS"}:
        return True
    if words.lower(at) == "jan" and named:
        return True
    if before == "the":
        across = words.lower(end) in {"of", "on", "to", "across", "through"}
        return named or across or not tag
    if before in _ON or before in {"-", "–", "/", "and", "or", "(", ",", "to"}:
        return False
    if words.lower(at) == "march" and _capital(words, at - 1) and at > 0:
        return not words.sentence_end(at)
    return not tag


def ordinal_day(words: Words, start: int, end: int) -> bool:
    """“The second”, “the 4th Infantry”: an ordinal is a day only where dates stand."""
    after, before = words.lower(end), words.lower(start - 1)
    figures = words.lower(end - 2).isdecimal() and end - start >= 3
    if words.lower(start) == "ye":
        return False
    if _same_sentence(words, end) and (after in _NAMES or after in _UNITS):
        return True
    if figures:
        if before in _ON - {"in"}:
            return words.pos(end) in {"NOUN", "ADJ"} and _same_sentence(words, end)
        return before in {"in", "for", "with", "as"} or not _closed(words, end)
    return before not in _BEFORE_ORDINAL or not _closed(words, end)


def weekday_ordinal(words: Words, start: int, end: int) -> bool:
    """“Friday, the fourth decline of the week”: no day of the month."""
    if words.lower(end - 1).isdecimal() or words.lower(end - 2).isdecimal():
        return False
    return not _closed(words, end)


def _closed(words: Words, end: int) -> bool:
    """Whether the phrase is over: a mark or a function word follows, or nothing."""
    after = words.lower(end)
    return not _same_sentence(words, end) or after in _FUNCTION or not after.isalnum()


def short_year(words: Words, start: int, end: int) -> bool:
    """“'61” needs a word before it; else it may be an opening quotation mark."""
    before = words.lower(start - 1)
    return before not in _IN and before not in {"the", "-", "–", "class"}


def season_word(words: Words, start: int, end: int) -> bool:
    """“Fall” and “spring” as verbs, “the fall of Paris”, “the Winter Palace”."""
    at = end - 1
    if words.tag(at) and words.tag(at) not in {"NN", "NNP", "NNS"}:
        return True
    if words.lower(at) == "fall" and words.lower(end) in {"of", "from", "in", "to"}:
        return True
    if _capital(words, at) and (_capital(words, end) or _capital(words, at - 1)):
        return _same_sentence(words, at)
    if words.lower(at) in {"fall", "spring"} and words.lower(end) == "of":
        return True
    if words.lower(at) == "fall" and words.lower(start - 1) not in _ON:
        return True
    if words.lower(start) == "the" or words.lower(start - 1) in _ON:
        return False
    return not words.tag(at) or words.lower(at) in {"fall", "spring"}


def weekday_word(words: Words, start: int, end: int) -> bool:
    """“Sun”, “Sat”, “Wed” alone are no weekdays; “the Sunday Times” is none."""
    lone = words.lower(start)
    if words.lower(end) in _PAPERS and _capital(words, end):
        return True
    return len(lone) <= 4 and lone.isalpha()


def bare_length(words: Words, start: int, end: int) -> bool:
    """“Years”, “hours” name a time only after “for”, “within” and the like."""
    return words.lower(start - 1) not in _FOR or words.lower(end) == "of"


def quarter_length(words: Words, start: int, end: int) -> bool:
    """“Three quarters of the men”: fractions, lodgings, quarters of a town."""
    return any(words.lower(i) in {"quarter", "quarters"} for i in range(start, end))


def price(words: Words, start: int, end: int) -> bool:
    """“A day” behind a number is a rate, behind “one” a tale's beginning."""
    return words.lower(start) in {"a", "an"} and words.lower(start - 1) in {
        "dollars",
        "pounds",
        "shillings",
        "francs",
        "times",
        "cents",
        "miles",
    }


def then_word(words: Words, start: int, end: int) -> bool:
    """“At the time”, not “the time has come” nor “the same time zone”."""
    before = words.lower(start - 1)
    return before not in {
        "at",
        "around",
        "about",
        "throughout",
        "by",
        "from",
        "since",
        "until",
        "till",
        "in",
        "during",
        "before",
        "up",
        "to",
    }


def annual_word(words: Words, start: int, end: int) -> bool:
    """“The Daily Mail”, “a weekly”: names and papers."""
    return _capital(words, start) and not words.sentence_end(start)


def named_daypart(words: Words, start: int, end: int) -> bool:
    """“Operation Red Dawn”."""
    return _capital(words, start) and not words.sentence_end(start)


def lone_decade(words: Words, start: int, end: int) -> bool:
    """“The forties” are years, not latitudes or a man's age (“his forties”)."""
    return words.lower(end) in {"of", "degree", "degrees"}


def aged(words: Words, start: int, end: int) -> bool:
    """“Six years old”, “a 44-year-old man”: an age, not a length of something told."""
    if words.lower(end) == "of" and words.lower(end + 1) == "age":
        return True
    return any(words.lower(i) in {"old", "olds"} for i in range(end, end + 2)) and (
        words.lower(end) in {"old", "-"} or words.lower(end - 1) in {"-", "old"}
    )


def lone_unit(words: Words, start: int, end: int) -> bool:
    """“The year” with more to it, or one of many: “the week of the fair”."""
    if words.lower(end) in {"of", "when", "that", "in", "which", "-"}:
        return True
    return words.lower(start + 1) == "month"


def spelled_year(words: Words, start: int, end: int) -> bool:
    """“Nineteen hundred men”: in words a year wants “in” or “the year” before it."""
    if words.lower(start) == "the":
        return False
    return words.lower(start - 1) not in _SPELLED or counted(words, start, end)


def lone_daypart(words: Words, start: int, end: int) -> bool:
    """“In the morning” stands alone; “the morning papers”, “night attacks” do not."""
    if words.lower(start) in {"at", "by", "during"}:
        return not _closed(words, end) or words.lower(end) == "of"
    before = words.lower(start - 1) in {"in", "during", "by", "on", "throughout"}
    return not before or not _closed(words, end) or words.lower(end) == "of"


def lowered(words: Words, start: int, end: int) -> bool:
    """Feasts are written with a capital."""
    return not any(_capital(words, i) for i in range(start, end)) or words.lower(
        start - 1
    ) in {"white", "father"}


def mere_now(words: Words, start: int, end: int) -> bool:
    """“Now, gentlemen”: the word that opens a speech; “now that he is gone”."""
    if words.lower(start) != "now":
        return False
    opens = words.sentence_end(start) or words.lower(start - 1) in _QUOTES
    return words.lower(end) == "that" or (opens and words.lower(end) == ",")


def mere_question(words: Words, start: int, end: int) -> bool:
    """“Last night?” asks; “1848?” in brackets or in mid-sentence doubts."""
    after = words.lower(end)
    return words.parted(end) or not (after in "])," or words[end].text.islower())


def that_conjunction(words: Words, start: int, end: int) -> bool:
    """“He said that March was cold”: only a determiner points at a month."""
    return words.lower(start) == "that" and words.tag(start) != "DT"


_BY_RULE: dict[str, Refusal] = {
    "year-alone": lone_year,
    "month-alone": month_word,
    "day-of-running-month": ordinal_day,
    "weekday-day": weekday_ordinal,
    "short-year": short_year,
    "season-alone": season_word,
    "weekday-alone": weekday_word,
    "lone-unit": lone_unit,
    "year-in-words": spelled_year,
    "present": mere_now,
    "doubted": mere_question,
    "lone-daypart": lone_daypart,
    "feast": lowered,
    "noon": named_daypart,
    "decade-alone": lone_decade,
    "then": then_word,
    "rate": annual_word,
    "same-month": that_conjunction,
    "same-weekday": that_conjunction,
}


def refused(words: Words, start: int, end: int, meaning: Meaning) -> bool:
    """Whether something in the text speaks against what a rule has read."""
    rule = meaning.rules[0]
    if rule == "hedged-length":
        return aged(words, start, end)
    if rule == "duration":
        return _length_refused(words, start, end, meaning)
    refusal = _BY_RULE.get(rule)
    return refusal is not None and refusal(words, start, end)


def _length_refused(words: Words, start: int, end: int, meaning: Meaning) -> bool:
    if meaning.grain is Unit.QUARTER:
        return quarter_length(words, start, end)
    if aged(words, start, end):
        return True
    if end - start == 1:
        return bare_length(words, start, end)
    return price(words, start, end)
