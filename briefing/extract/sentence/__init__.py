"""What one sentence says, whatever it is about: its clauses, their subjects, objects, moods and who tells them."""
