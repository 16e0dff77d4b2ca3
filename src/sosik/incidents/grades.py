"""How well corroborated: the first rule that fits."""

from collections.abc import Sequence

from attrs import frozen

from sosik.accounts.account import Basis
from sosik.claims.claim import Claim, Stance
from sosik.incidents.incident import Grade
from sosik.incidents.origins import Origins
from sosik.values.text import Lang

_SHOWS = {Basis.document, Basis.imagery}


@frozen
class Corroboration:
    """What a grade is read from. ``origins`` are independent; ``good`` are independent origins that tell at first hand
    by a source of reliability A or B; ``shown`` says that one of these is a document or imagery, ``any_shown`` that a
    document or imagery is there at all; ``told`` that somebody named or described tells it; ``disputed`` that a
    first-hand origin that is no party says that it did not happen.
    """

    origins: int
    good: int
    shown: bool
    any_shown: bool
    told: bool
    disputed: bool = False


def corroboration(claims: Sequence[Claim], denials: Sequence[Claim], origins: Origins) -> Corroboration:
    """``claims`` are those that count; ``denials`` those that say it did not happen."""
    first_hand = [claim for claim in claims if origins.is_first_hand(claim)]
    good = [claim for claim in first_hand if origins.accounts[claim.account].reliability.is_good]
    return Corroboration(
        origins=origins.count(claims),
        good=origins.count(good),
        shown=any(origins.accounts[claim.account].basis in _SHOWS for claim in good),
        any_shown=any(origins.accounts[claim.account].basis in _SHOWS for claim in first_hand),
        told=any(origins.is_told(claim) for claim in claims),
        disputed=any(claim.stance is Stance.denied and origins.is_first_hand(claim) for claim in denials),
    )


def grade(facts: Corroboration) -> Grade:
    """A dispute caps the grade at reported; it never lifts one."""
    found = _uncapped(facts)
    return Grade.reported if facts.disputed and found in {Grade.confirmed, Grade.corroborated} else found


def why_line(facts: Corroboration, lang: Lang = Lang.en) -> str:
    """What the grade was read from, for members alone."""
    return " ".join(korean if lang is Lang.ko else english for english, korean in _whys(facts))


def raise_line(facts: Corroboration, lang: Lang = Lang.en) -> str:
    """What the next grade would need, for members alone; empty when there is none."""
    english, korean = _needs(facts)
    return korean if lang is Lang.ko else english


def _whys(facts: Corroboration) -> tuple[tuple[str, str], ...]:
    origins = {0: ("No independent origin.", "독립된 원출처 없음."), 1: ("One origin.", "원출처 하나.")}
    many = f"{facts.origins} independent origins.", f"독립된 원출처 {facts.origins}곳."
    good = f"{facts.good} at first hand by reliability A or B.", f"신뢰도 A·B 의 직접 진술 {facts.good}건."
    said = [origins.get(facts.origins, many), *([good] if facts.good else [])]
    if facts.any_shown:
        said.append(("A document or imagery is there.", "문서나 영상이 있음."))
    if not facts.told:
        said.append(("Nobody named or described tells it.", "누가 말했는지 알 수 없음."))
    if facts.disputed:
        said.append(("Disputed at first hand.", "직접 본 이가 부정함."))
    return tuple(said)


def _uncapped(facts: Corroboration) -> Grade:
    if facts.origins >= 2 and facts.good >= 2 and facts.shown:
        return Grade.confirmed
    if facts.origins >= 2 and facts.good >= 1:
        return Grade.corroborated
    if facts.origins >= 2 or facts.good >= 1 or facts.any_shown:
        return Grade.reported
    return Grade.single_source if facts.told else Grade.rumour


def _needs(facts: Corroboration) -> tuple[str, str]:
    uncapped = _uncapped(facts)
    if uncapped is Grade.confirmed:
        en, ko = "", ""
    elif uncapped is Grade.corroborated:
        en, ko = _needs_confirmed(facts)
    elif uncapped is Grade.reported:
        en, ko = _needs_corroborated(facts)
    elif uncapped is Grade.rumour:
        en, ko = "Somebody named or described who tells it.", "이름이나 신분이 알려진 사람의 진술."
    else:
        en = "A second independent origin, or a first-hand source of reliability A or B, or a document or imagery."
        ko = "독립된 둘째 원출처, 또는 신뢰도 A·B 소식통의 직접 진술, 또는 문서나 영상."
    if facts.disputed and uncapped in {Grade.confirmed, Grade.corroborated}:
        return "The first-hand denial settled.", "직접 본 이의 부정에 대한 판단."
    return en, ko


def _needs_confirmed(facts: Corroboration) -> tuple[str, str]:
    if facts.good >= 2:
        return "A document or imagery from a source of reliability A or B.", "신뢰도 A·B 소식통의 문서나 영상."
    if facts.shown:
        return "A second first-hand source of reliability A or B.", "신뢰도 A·B 인 둘째 소식통의 직접 진술."
    return (
        "A document or imagery from a second source of reliability A or B.",
        "신뢰도 A·B 인 둘째 소식통의 문서나 영상.",
    )


def _needs_corroborated(facts: Corroboration) -> tuple[str, str]:
    if facts.origins >= 2:
        return "A first-hand source of reliability A or B.", "신뢰도 A·B 소식통의 직접 진술."
    if facts.good:
        return "A second independent origin.", "독립된 둘째 원출처."
    return (
        "A second independent origin, and a first-hand source of reliability A or B.",
        "독립된 둘째 원출처와, 신뢰도 A·B 소식통의 직접 진술.",
    )
