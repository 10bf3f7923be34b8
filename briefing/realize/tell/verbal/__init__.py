"""Verb groups in the other language: their words, tenses, subjects, voices, and the verbs behind other words."""
