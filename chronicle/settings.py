"""Settings: everything a user can choose, frozen, read from ``chronicle.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, Self

from chronicle.errors import SettingsError

FILE_NAME = "chronicle.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user can choose.

    ``first_day_of_week`` counts from Monday 0; ``days_at_week_end`` is how many last
    days of a week make "this week" ambiguous. ``numeric_dates`` says how 4/7/1916 is
    read: "dmy" (4 July), "mdy" (7 April), or ``None``: both, flagged. ``date_order``,
    ``era`` and ``circa`` shape dates in print. ``model`` is an installed spaCy
    pipeline that speaks Universal Dependencies; ``None`` is the model that ships.
    ``southern`` puts seasons south of the equator.
    """

    first_day_of_week: int = 0
    days_at_week_end: int = 1
    numeric_dates: Literal["dmy", "mdy"] | None = None
    date_order: Literal["dmy", "mdy"] = "dmy"
    era: Literal["BC", "BCE"] = "BC"
    circa: Literal["c.", "ca."] = "c."
    southern: bool = False
    with_notes: bool = False
    model: str | None = None

    def __post_init__(self) -> None:
        faults = []
        if not 0 <= self.first_day_of_week <= 6:
            faults.append("first_day_of_week: give 0 (Monday) to 6 (Sunday)")
        if not 0 <= self.days_at_week_end <= 6:
            faults.append("days_at_week_end: give 0 to 6")
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                listed = ", ".join(repr(a) for a in allowed if a)
                faults.append(f"{name}: give one of {listed}")
        if faults:
            raise SettingsError("settings: " + "; ".join(faults))

    @classmethod
    def from_mapping(cls, table: Mapping[str, Any], *, source: str) -> Self:
        """Settings from a TOML table; raises ``SettingsError`` naming every fault."""
        known = {f.name: f for f in fields(cls)}
        unknown = sorted(set(table) - set(known))
        wrong = sorted(
            f"{name}: a {type(value).__name__} where {known[name].type} belongs"
            for name, value in table.items()
            if name in known and not _fits(value, getattr(cls(), name), name)
        )
        faults = [f"{name}: no such setting" for name in unknown] + wrong
        if faults:
            raise SettingsError(f"{source}: {'; '.join(faults)}")
        try:
            return cls(**table)
        except SettingsError as error:
            raise SettingsError(f"{source}: {error}") from None


_CHOICES: dict[str, tuple[str | None, ...]] = {
    "numeric_dates": ("dmy", "mdy", None),
    "date_order": ("dmy", "mdy"),
    "era": ("BC", "BCE"),
    "circa": ("c.", "ca."),
}


def _fits(value: object, default: object, name: str) -> bool:
    if default is None:
        return value is None or isinstance(value, str)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    return isinstance(value, type(default)) and bool(name)


def read_settings(path: Path) -> Settings:
    """The settings in a TOML file; raises ``SettingsError`` if it is unreadable."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML ({error})") from error
    return Settings.from_mapping(table, source=str(path))
