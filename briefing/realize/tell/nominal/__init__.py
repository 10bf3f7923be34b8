"""Noun phrases in the other language: heads and what stands around them, names, offices, owners, figures, times."""
