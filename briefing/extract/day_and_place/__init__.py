"""When and where a meeting is."""
