"""A build on disk: ``documents.jsonl``, from which every later command can start."""

from chronicle.store.files import DOCUMENTS, load, save, save_documents

__all__ = ["DOCUMENTS", "load", "save", "save_documents"]
