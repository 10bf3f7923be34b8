"""Where the sources disagree: what is compared, and what a discrepancy needs."""
