"""The command line: one file a command; each parses, calls the library and prints."""

import sys

from chronicle.cli.app import app
from chronicle.errors import (
    ChronicleError,
    DecisionError,
    SettingsError,
    UsageError,
)

__all__ = ["app", "main"]

# Exit statuses: 0 done, 1 something was left out or failed, 2 the call was wrong.
FAILED = 1
USAGE = 2


def main() -> None:
    """Run the command line; every expected error is one plain line."""
    try:
        app()
    except (UsageError, DecisionError, SettingsError) as error:
        print(f"chronicle: {error}", file=sys.stderr)
        sys.exit(USAGE)
    except ChronicleError as error:
        print(f"chronicle: {error}", file=sys.stderr)
        sys.exit(FAILED)
