"""The rows of the knowledge that rules ask for by name: what they mean to the program is more than data can say."""

from __future__ import annotations

COUNTERPART = "counterpart"
"""The office of who holds the same one in another country: `su homólogo`, `his Armenian colleague`."""
MINISTER = "minister"
"""The office of a minister of whom the word does not say for what."""
SPOKESPERSON = "spokesperson"
"""Who speaks for a government, and is not for that its minister."""
VISIT = "visit"
"""The kind of who travels to another's country, and of the stay there."""
HEARING = "hearing"
"""The kind of a sitting that hears somebody."""
SUMMONS = "summon_ambassador"
"""The act of being called in, which is not being met."""
