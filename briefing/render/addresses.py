"""Which addresses a memo may turn into a link."""

from __future__ import annotations

from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto")


def is_web_address(url: str) -> bool:
    """Whether a reader may open the address by a click.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)"), is_web_address("file:///etc/passwd")
    (True, False, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or (parts.scheme.lower() == "mailto" and parts.path))
