"""The rows of meetings: their cells, their sentence, their agenda."""
