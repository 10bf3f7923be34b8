"""The rungs of the ladder, and the steps that make a source's sentence fit to be printed."""
