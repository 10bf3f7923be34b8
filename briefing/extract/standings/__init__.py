"""How a meeting stands: held, to come, put off, moved, called off, or nothing that anybody has announced."""
