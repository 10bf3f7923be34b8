"""The words of a sentence that is told in another language: forms, tenses, order, what it may do without."""
