"""The exception tree.

::

    ChronicleError            everything chronicle raises on purpose
    ├── UsageError            the call or command line cannot be carried out as given
    ├── SourceError           a source file cannot be read as a document
    │   └── MetadataError     its sidecar or front matter is at fault
    ├── SettingsError         chronicle.toml is at fault
    ├── ModelError            the language model is missing or of the wrong kind
    ├── EdtfError             a text is no EDTF date
    ├── DecisionError         a decision names nothing, or no field that can be decided
    └── StoreError            a saved build cannot be read or written

Messages are lowercase and say what was wrong, where, and what to do.
"""

__all__ = [
    "ChronicleError",
    "DecisionError",
    "EdtfError",
    "MetadataError",
    "ModelError",
    "SettingsError",
    "SourceError",
    "StoreError",
    "UsageError",
]


class ChronicleError(Exception):
    """The root of everything that chronicle raises on purpose."""


class UsageError(ChronicleError):
    """The call or command line cannot be carried out as given."""


class SourceError(ChronicleError):
    """A source file cannot be read as a document."""


class MetadataError(SourceError):
    """A sidecar or front matter cannot be understood."""


class SettingsError(ChronicleError):
    """A settings file cannot be understood."""


class ModelError(ChronicleError):
    """The language model is missing or of the wrong kind."""


class EdtfError(ChronicleError, ValueError):
    """A text is no EDTF date."""


class DecisionError(ChronicleError):
    """A decision names nothing, or no field that can be decided."""


class StoreError(ChronicleError):
    """A saved build cannot be read or written."""
