"""make_decision: a checked decision about one value."""

import base64
import json
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256

from chronicle.decisions.fields import WHOLE, check
from chronicle.decisions.targets import target_of
from chronicle.errors import DecisionError
from chronicle.model import AnnotatedDocument, Decision, Target, Verdict


def make_decision(
    annotated: AnnotatedDocument,
    id: str,
    *,
    field: str = "event",
    value: str | None = None,
    verdict: Verdict = Verdict.CORRECT,
    reviewer: str | None = None,
    note: str | None = None,
    now: datetime,
) -> Decision:
    """A decision on a field of what an id names: event, timex, division or document.

    ``field`` "event" is the item as a whole, whatever its kind, to be accepted or
    rejected. Raises ``DecisionError`` with what is allowed.
    """
    target = target_of(annotated, id)
    if field == "event":
        field = WHOLE[target.kind]
    if value is not None:
        value = value.strip()
    check(annotated, target.kind, field, value, verdict)
    if field == "note" and note is None:
        note = value
    if now.tzinfo is None:
        raise DecisionError("now: give a time with its zone, datetime.now(UTC)")
    now = now.astimezone(UTC)
    return Decision(
        id=_id(target, field, value, verdict, now),
        target=target,
        field=field,
        value=value,
        verdict=verdict,
        reviewer=reviewer,
        decided_at=now,
        note=note,
    )


def _id(
    target: Target, field: str, value: str | None, verdict: Verdict, now: datetime
) -> str:
    parts = [asdict(target), field, value, str(verdict), now.isoformat()]
    digest = sha256(json.dumps(parts, sort_keys=True).encode()).digest()
    return base64.b32encode(digest).decode("ascii")[:12].lower()
