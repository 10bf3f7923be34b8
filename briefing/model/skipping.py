"""Why an input, or a part of one, was not used: by a code, so that each edition says it in its own language."""

from __future__ import annotations

from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "missing": "not found; check the path",
    "empty_folder": "the folder is empty: put .txt, .md or .html files there",
    "unreadable_folder": "the folder cannot be read: check its permissions",
    "broken_link": "a link to a file that is missing: copy the file",
    "outside_link": "a link that leaves the folder is not followed: copy the file",
    "not_regular": "not a regular file",
    "unreadable": "cannot be read: check its permissions",
    "too_large": "%(size)s MB is more than the %(most)s MB that an article may have: split the file",
    "empty": "the file is empty",
    "save_as_text": "%(suffix)s files are not read: save as .txt",
    "no_suffix": "a file without a suffix is not read; known are %(known)s",
    "unknown_suffix": "%(suffix)s files are not read; known are %(known)s",
    "pdf": "this is a PDF document: save its text as .txt",
    "zip": "this is a zip archive or Office document: save its text as .txt",
    "old_office": "this is an old Office document: save its text as .txt",
    "rtf": "this is an RTF document: save its text as .txt",
    "image": "this is an image: no text can be read from it",
    "compressed": "this is a compressed file: unpack it first",
    "zero_bytes": "this is no text (it holds zero bytes): save it as UTF-8 text",
    "control_characters": "this is no text (it holds control characters): save it as UTF-8 text",
    "no_web_page": "this is no web page: save the article's text as .txt",
    "no_main_text": "no main text found in this page: save the article's text as .txt",
    "too_little_text": "too little text to tell its language: left out; add the rest of the article",
    "other_language": "language %(language)s is not read (only %(read)s): left out; add a translation if it matters",
    "same_text": "same text as %(file)s; counted once",
    "front_matter_no_yaml": "front matter is not YAML; the article is read without it; correct the lines between the ---",
    "front_matter_no_list": "front matter is not a list of key: value lines; the article is read without it",
    "outside_window": "published %(published)s, outside %(window)s",
}
"""The English sentence of each code, which is also its message in the catalogs (context `skipped`)."""


def reason_of(code: str, values: Mapping[str, str], detail: str = "") -> str:
    """The sentence in English, with what a program said about it, as it stands in the brief and on a terminal.

    >>> reason_of("same_text", {"file": "a.txt"})
    'same text as a.txt; counted once'
    """
    words = REASONS[code] % values
    return f"{words} ({detail})" if detail else words
