"""What a sentence leaves to its article, and the brackets that give it back."""
