"""Two accounts: whether one says that it was so and the other that it was not."""
