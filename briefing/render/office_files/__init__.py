"""What Word files are made of, and how they are opened, checked and saved."""
