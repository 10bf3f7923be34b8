"""What governments say that they want: stances, the labels that their words earn, the columns where they may stand."""
