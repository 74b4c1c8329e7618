"""The sample documents against a historian's reading of them."""
