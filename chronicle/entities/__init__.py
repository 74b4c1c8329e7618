"""Entities: who and what is named, and whom the pronouns mean."""

from chronicle.entities.find import find_entities

__all__ = ["find_entities"]
