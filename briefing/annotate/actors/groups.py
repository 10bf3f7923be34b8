"""Both at once: `ambos gobiernos`, `the two leaders` are the two countries that the text spoke of just before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

NEAR = 3
"""How many sentences back the two may be."""
RARE = 0.25
"""A third country named at most this often, against the second, does not make `both` doubtful."""

Acted = Sequence[tuple[int, str]]
"""Line and country of every mention so far, in order."""


def pair_before(line: int, acted: Acted, everywhere: Sequence[str], *, scrambled: bool) -> tuple[str, ...]:
    """The codes of the two countries, sorted; nothing where there are not just two.

    The sentence itself, then one more before it at a time, until there are two; else the two that the whole article is about.
    """
    reach = 0 if scrambled else NEAR
    for back in range(reach + 1):
        codes = {code for at, code in acted if line - at <= back}
        if len(codes) == 2:
            # `Oman would host the talks if both sides asked`: who stands in the sentence itself may be a third
            alone = back == 1 and not any(at == line for at, _ in acted)
            return pair_of_both(tuple(sorted(codes)), everywhere, alone=alone) if back else tuple(sorted(codes))
        if len(codes) > 2:
            break
    return main_pair(everywhere)


def pair_of_both(near: tuple[str, ...], everywhere: Sequence[str], *, alone: bool = False) -> tuple[str, ...]:
    """`Several members, among them Spain and Hungary, oppose it.  The two countries …`: nothing where the article is about
    others, or names the two only there.  `alone`: the sentence before has these two and nobody else.

    >>> pair_of_both(("ES", "HU"), ["GR", "TR", "ES", "HU"]), pair_of_both(("GR", "TR"), ["GR", "TR", "GR", "TR", "HU"])
    ((), ())
    >>> pair_of_both(("GR", "TR"), ["GR", "TR", "GR", "TR", "HU"], alone=True)
    ('GR', 'TR')
    >>> pair_of_both(("KE", "UG"), ["KE", "UG", "SD", "UG", "SD", "KE", "SD"])
    ()
    """
    main = main_pair(everywhere)
    again = alone and not main and min(map(everywhere.count, near)) > 1
    return near if near == main or not set(everywhere) - set(near) or again else ()


def main_pair(codes: Sequence[str]) -> tuple[str, ...]:
    """
    >>> main_pair(["MX", "US", "US", "MX", "VE", "MX", "US", "US", "MX"])
    ('MX', 'US')
    >>> main_pair(["MX", "US", "VE"])
    ()
    """
    counted = sorted(Counter(codes).items(), key=lambda item: (-item[1], item[0]))
    if len(counted) < 2 or (len(counted) > 2 and counted[2][1] > RARE * counted[1][1]):
        return ()
    return tuple(sorted(code for code, _ in counted[:2]))
