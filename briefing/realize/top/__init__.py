"""The top of the page: title, bottom line, main developments, next dates."""
