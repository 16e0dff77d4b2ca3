"""A reason from a rule of the policy: its verdict, its sentence, its number with every factor."""

from sosik.bulletins.calculation import Calculation
from sosik.bulletins.policy import Policy
from sosik.bulletins.verdict import Reason


def reason(  # noqa: PLR0913 - a reason's parts
    rule: str,
    policy: Policy,
    *,
    lang: str,
    text: str,
    span: tuple[int, int] | None = None,
    part: str = "body",
    calculation: Calculation | None = None,
    suggest: str | None = None,
    suggest_span: tuple[int, int] | None = None,
) -> Reason:
    """The rule's own severity, or what its number gives; a numbered rule without a calculation is unknown and blocks."""
    said = policy.rules[rule]
    n_low = calculation.n_low if calculation else None
    numbered = said.severity is None
    is_unknown = numbered and n_low is None
    says = said.says_unknown if is_unknown else said.says
    missing = calculation.unknown if calculation else None
    why = {
        "en": missing.source if missing else "nothing is known of it",
        "ko": missing.source_ko if missing else "알려진 것이 없습니다",
    }
    en, ko = (says[key].format(n=n_low, why=why[key], days=policy.contact_days) for key in ("en", "ko"))
    return Reason(
        rule=rule,
        kind=said.kind,
        lang=str(lang),
        severity=said.severity or policy.severity_of(n_low),
        text=text,
        says=en,
        says_ko=ko,
        span=span,
        part=part,
        numbered=numbered,
        n_low=n_low,
        suggest=suggest,
        suggest_span=suggest_span,
        factors=tuple((one.name, one.value, one.source) for one in calculation.factors) if calculation else (),
    )
