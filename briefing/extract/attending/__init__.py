"""Who meets: the sides that a meeting's words name, those who only come along, and those who take no part."""
