"""Calendar mathematics: pure functions that know no document."""
