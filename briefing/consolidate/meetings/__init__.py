"""One call, meeting or visit out of the articles that tell of it, and which of them make a row."""
