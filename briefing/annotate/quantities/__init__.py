"""Numbers with what they count, in words and figures: see `find_quantities`."""

from briefing.annotate.quantities.find import find_quantities

__all__ = ["find_quantities"]
