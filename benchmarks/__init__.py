"""What chronicle gets right, and how fast it is.

Nothing here is imported by the package. Every figure in the documentation is printed by
one of these commands: ``python -m benchmarks.gold`` (the sample documents against a
historian's reading), ``python -m benchmarks.accuracy`` (the field's corpora) and
``python -m benchmarks.speed``.
"""
