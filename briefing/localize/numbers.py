"""Numbers, percentages and money in words of a locale.

Babel's symbols and plural names, with three corrections: every digit of a value is printed (Babel rounds to three decimals),
Spain groups only from five digits on (1250, 12.500), and money is said as news says it ("1.5 millones de dólares", "$1.5
million") where Babel prints "USD1,500,000.00".
"""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal, format_percent, get_currency_name
from babel.units import format_unit

from briefing.localize.forms import Forms, Scale, locale_of
from briefing.model import Number

MEASURES = {
    "km": "length-kilometer",
    "metre": "length-meter",
    "mile": "length-mile",
    "km2": "area-square-kilometer",
    "m2": "area-square-meter",
    "hectare": "area-hectare",
    "acre": "area-acre",
    "m3": "volume-cubic-meter",
    "litre": "volume-liter",
    "barrel": "volume-barrel",
    "kg": "mass-kilogram",
    "tonne": "mass-tonne",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
}
"""Units of quantities that CLDR names."""


def say_number(value: Number, locale: str, forms: Forms) -> str:
    exact = _exact(value)
    grouped = abs(exact) >= forms.grouping_from
    return format_decimal(exact, locale=locale_of(locale), decimal_quantization=False, group_separator=grouped)


def say_percent(value: Number, locale: str) -> str:
    """`value` counts hundredths: 40 is 40 %."""
    return format_percent(_exact(value) / 100, locale=locale_of(locale), decimal_quantization=False)


def say_money(value: Number, code: str, locale: str, forms: Forms) -> str:
    """An amount of an ISO 4217 currency.  An unknown code is printed as it is."""
    scale = _round_scale(value, forms)
    number = say_scaled(value, scale, locale, forms)
    form = forms.currencies.get(code)
    if form and form.sign:
        return form.sign.format(number)
    one, other = (form.one, form.other) if form else (get_currency_name(code, count, locale_of(locale)) for count in (1, 2))
    noun = (one if value == 1 else other) or code
    return (forms.scaled_unit if scale else "{number} {unit}").format(number=number, unit=noun)


def say_measure(value: Number, unit: str, locale: str, forms: Forms) -> str:
    """So much of a unit of `MEASURES`: `450 million cubic meters`."""
    scale = _round_scale(value, forms)
    _, _, noun = format_unit(value, MEASURES[unit], length="long", locale=locale_of(locale)).partition(" ")
    number = say_scaled(value, scale, locale, forms)
    return (forms.scaled_unit if scale else "{number} {unit}").format(number=number, unit=noun)


def say_lasting(value: Number, unit: str, locale: str) -> str:
    """So many of a unit of time that CLDR names: `hour`, `minute`."""
    return format_unit(value, f"duration-{unit}", length="long", locale=locale_of(locale))


def say_scaled(value: Number, scale: Scale | None, locale: str, forms: Forms) -> str:
    """ "1.5 millones" where a scale is given, all digits where none is."""
    if scale is None:
        return say_number(value, locale, forms)
    count = _exact(value) / scale.value
    plain = int(count) if count == int(count) else float(count)
    return f"{say_number(plain, locale, forms)} {scale.one if count == 1 else scale.other}"


def _round_scale(value: Number, forms: Forms) -> Scale | None:
    """The largest scale of which the value is a multiple of a tenth: nothing is lost by writing it so."""
    exact = abs(_exact(value))
    return next((scale for scale in forms.scales if exact >= scale.value and exact * 10 % scale.value == 0), None)


def _exact(value: Number) -> Decimal:
    """The decimal that is meant: 86.9, not 86.900000000000005684."""
    return Decimal(str(value))
