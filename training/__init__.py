"""Builds the language model that ships with chronicle; see ``README.md``."""
