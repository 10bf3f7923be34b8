"""Property tests without a clock: a loaded machine is no fault of the program."""

from hypothesis import settings

settings.register_profile("no_clock", deadline=None)
settings.load_profile("no_clock")
