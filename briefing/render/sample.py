"""The sample week that templates are tried on: invented, small, and with something in every field.

It stands beside the templates: `templates/_sample`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from briefing.codec import read_brief
from briefing.model import Brief, Text
from briefing.render.audience import builtin_templates
from briefing.structure import load_yaml

LOCALES = ("es_MX", "en_US")
"""The locales in which a template is tried."""


@functools.cache
def sample_brief() -> Brief:
    path = builtin_templates() / "_sample" / "brief.yaml"
    return read_brief(path.read_text("utf-8"), file=path.name)


@functools.cache
def sample_labels() -> Mapping[str, Text]:
    data, _ = load_yaml((builtin_templates() / "_sample" / "labels.yaml").read_text("utf-8"))
    labels: Mapping[str, Text] = data
    return labels
