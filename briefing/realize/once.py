"""What is asked of a sentence again and again is found once: `functools.cached_property` without its lock.

The lock, which Python has dropped in 3.12, is taken for each of the two thousand things that a brief of sixty items finds.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

Found = TypeVar("Found")
Owner = TypeVar("Owner")
Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=Hashable)


class found_once(Generic[Found]):  # noqa: N801 - a decorator, named as `property` is
    """A property that is found when it is first asked for, and kept in its object's `__dict__`."""

    def __init__(self, find: Callable[[Any], Found]) -> None:
        self.find, self.name, self.__doc__ = find, find.__name__, find.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> found_once[Found]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Found: ...

    def __get__(self, owner: object | None, kind: type) -> found_once[Found] | Found:
        if owner is None:
            return self
        found = owner.__dict__[self.name] = self.find(owner)
        return found


def of_its_words(ask: Callable[[Owner], Answer]) -> Callable[[Owner], Answer]:
    """A question about the kept words, whatever is edited in them, that is answered once for every passage."""
    name = f"{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def answered(passage: Owner) -> Answer:
        known = passage.__dict__  # where `found_once` keeps its own
        try:
            answer: Answer = known[name]
        except KeyError:
            answer = known[name] = ask(passage)
        return answer

    return answered


def of_its_words_with(ask: Callable[[Owner, Key], Answer]) -> Callable[[Owner, Key], Answer]:
    """The same of a question that takes one thing more: the knowledge, or the place of one of the words."""
    name = f"{ask.__module__}.{ask.__name__}"

    @wraps(ask)
    def answered(passage: Owner, key: Key) -> Answer:
        try:
            answer: Answer = passage.__dict__[name][key]
        except KeyError:
            answer = ask(passage, key)
            passage.__dict__.setdefault(name, {})[key] = answer
        return answer

    return answered


of_each_word = of_its_words_with
