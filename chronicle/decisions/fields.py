"""What can be decided of what, and which values are allowed."""

from collections.abc import Callable, Mapping

from chronicle.errors import DecisionError, EdtfError
from chronicle.model import AnnotatedDocument, EventClass, Factuality, Role, Verdict

Check = Callable[[str, AnnotatedDocument], None]

# The field that stands for the item as a whole.
WHOLE: Mapping[str, str] = {
    "event": "event",
    "timex": "timex",
    "division": "division",
    "document": "document",
}


def _date(value: str, annotated: AnnotatedDocument) -> None:
    from chronicle.dates import edtf

    try:
        edtf.validate(value)
    except EdtfError as error:
        raise DecisionError(
            f"date {value}: {error}; write it as 1848-02-24, 1848-02, 1848~ or "
            "[1848-02-23..1848-02-25]"
        ) from None


def _factuality(value: str, annotated: AnnotatedDocument) -> None:
    _one_of("factuality", value, [str(f) for f in Factuality])


def _class(value: str, annotated: AnnotatedDocument) -> None:
    _one_of("class", value, [str(c) for c in EventClass])


def _one_of(field: str, value: str, allowed: list[str]) -> None:
    if value not in allowed:
        raise DecisionError(f"{field} {value}: give one of {', '.join(allowed)}")


def _words(value: str, annotated: AnnotatedDocument) -> None:
    if not value.strip():
        raise DecisionError("give a name, or reject the field")


def _anchor(value: str, annotated: AnnotatedDocument) -> None:
    known = (annotated.event, annotated.timex, annotated.division)
    if not any(value in table for table in known):
        raise DecisionError(
            f"anchor {value}: no event, time expression or division of "
            f"{annotated.document.key} has this id: copy one from events.csv"
        )


# Whose word an event's participants and its place are corrected by: the role's name.
ROLES: Mapping[str, Role] = {str(role): role for role in Role}
DATES = ("date", "written", "posted", "received", "published")

FIELDS: Mapping[str, Mapping[str, Check]] = {
    "event": {
        "date": _date,
        "factuality": _factuality,
        "class": _class,
        **dict.fromkeys(ROLES, _words),
        "note": _words,
    },
    "timex": {"value": _date, "date": _date, "anchor": _anchor, "note": _words},
    "division": {**dict.fromkeys(DATES, _date), "note": _words},
    "document": {**dict.fromkeys(DATES, _date), "note": _words},
}


def check(
    annotated: AnnotatedDocument,
    kind: str,
    field: str,
    value: str | None,
    verdict: Verdict,
) -> None:
    """Raise ``DecisionError`` unless a field of this kind can be decided so."""
    fields = FIELDS[kind]
    if field == WHOLE[kind]:
        if verdict is Verdict.CORRECT:
            raise DecisionError(
                f"{field}: accept or reject it, or name a field to correct "
                f"({', '.join(fields)})"
            )
        return
    if field not in fields:
        raise DecisionError(
            f"{field}: no field of {_an(kind)} that can be decided: "
            f"give one of {', '.join(fields)}"
        )
    if verdict is Verdict.CORRECT:
        if value is None:
            raise DecisionError(f"{field}: give the right value")
        fields[field](value, annotated)


def _an(kind: str) -> str:
    return f"an {kind}" if kind == "event" else f"a {kind}"
