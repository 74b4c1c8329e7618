"""How fast chronicle is, and how much memory it takes."""
