"""What a model is called in what it made, so that a retrained one is told apart."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from chronicle.errors import ModelError
from chronicle.language.shipped import WEIGHTS


@cache
def identity(model: str | None) -> str:
    """The shipped model with a digest of its weights, or a pipeline with its version.

    Raises ``ModelError`` where the weights are missing.
    """
    if model is not None:
        try:
            return f"{model} {version(model)}"
        except PackageNotFoundError:
            return model
    weights = WEIGHTS / "network.onnx"
    try:
        return f"chronicle {sha256(weights.read_bytes()).hexdigest()[:12]}"
    except OSError as error:
        raise ModelError(
            f"{weights.name}: the language model is missing ({error.strerror}): "
            "install chronicle again"
        ) from error
