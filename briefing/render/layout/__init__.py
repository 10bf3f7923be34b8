"""How much fits a page, and how high and wide it will be."""
