"""A difference as a comparison finds it, before it is put in words."""

from attrs import frozen

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.sections import Section
from sosik.values.textspan import TextSpan


@frozen
class Found:
    """Where one version has no words for it the span is None, and the section's passage is shown."""

    kind: Kind
    about: str
    ko: TextSpan | None
    en: TextSpan | None
    section: Section
