"""The sentences that are quoted below a line: what it points at, what answers it, what limits it."""
