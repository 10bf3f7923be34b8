"""Ingest: files to articles.  Reads by suffix, decodes, marks what is not prose, tells language, date, copies and origin.

Notes on an article begin with a word that says their kind: `scrambled`, `mojibake`, `lost characters`, `encoding`, `read as`,
`date`, `date inferred`, `future date`, `no date`, `near-duplicate`.
"""

from __future__ import annotations

from briefing.ingest.articles import read_articles
from briefing.ingest.cleaning import prose
from briefing.ingest.decode import decode
from briefing.ingest.language import identify_language
from briefing.ingest.readers import READERS, Reader

__all__ = ["READERS", "Reader", "decode", "identify_language", "prose", "read_articles"]
