"""The sections of a memo, one row or line at a time."""
