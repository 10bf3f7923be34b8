"""Two numbers: whether they measure one thing, and whether they differ."""
