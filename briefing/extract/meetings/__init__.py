"""Calls, meetings, visits, summits, hearings: which words tell of one, and what makes it a row."""
