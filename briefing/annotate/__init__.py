"""Reading an article: sentences, trees, dates, quantities, actors, quotes, concepts; `document.annotate` puts them together."""
