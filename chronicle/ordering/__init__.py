"""Order: every event of a document in its place, dated or not.

``order`` settles one document; ``display_order`` and ``steps`` show what was settled.
"""

from chronicle.ordering.display import display_order, steps
from chronicle.ordering.order import order

__all__ = ["display_order", "order", "steps"]
