"""``chronicle decide``: a person's word on one value, kept for ever."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from chronicle.cli.places import Folder, folder_of
from chronicle.errors import UsageError


def decide(
    event: Annotated[
        str,
        typer.Argument(
            help="An event's id (or its beginning), an entry's number, or the id of a "
            "date or of a part of a document.",
            show_default=False,
        ),
    ],
    field: Annotated[
        str | None,
        typer.Option(help="What to correct: date, factuality, agent, …"),
    ] = None,
    value: Annotated[str | None, typer.Option(help="The right value.")] = None,
    reject: Annotated[
        bool, typer.Option("--reject", help="This is no event: leave it out.")
    ] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="The machine's value is right.")
    ] = False,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    reviewer: Annotated[str | None, typer.Option(help="Who says so.")] = None,
    folder: Folder = None,
) -> None:
    """Correct, accept or reject one value; the timeline follows at once."""
    from chronicle.decisions import append_decision, make_decision
    from chronicle.explain import find_item
    from chronicle.model import Verdict
    from chronicle.pipeline import DECISIONS, reopen

    if (value is not None) + reject + accept != 1:
        raise UsageError("decide: give one of --value, --accept and --reject")
    if value is not None and field is None:
        raise UsageError("decide: --value needs --field (date, factuality, agent, …)")
    verdict = Verdict.CORRECT
    if reject or accept:
        verdict = Verdict.REJECT if reject else Verdict.ACCEPT
    home = folder_of(folder)
    assembly = reopen(home).assembly
    event_id = find_item(assembly, event)
    decision = make_decision(
        assembly.home[event_id],
        event_id,
        field=field or "event",
        value=value,
        verdict=verdict,
        reviewer=reviewer,
        note=note,
        now=datetime.now(UTC),
    )
    append_decision(home / DECISIONS, decision)
    timeline = reopen(home)
    timeline.save(home)
    what = " ".join(part for part in (field or verdict.value, value) if part)
    typer.echo(f"decided: “{decision.target.exact}”: {what}")
    typer.echo(f"kept in {home / DECISIONS}; the files in {home}/ are up to date.")
