"""Values in the desk's words, ranges as ranges."""

from collections.abc import Mapping

from sosik.claims.claim import Victims
from sosik.incidents.incident import NamedPlace
from sosik.values.datespan import DateSpan
from sosik.values.edtf import write_span
from sosik.values.ids import CategoryKey
from sosik.values.quantity import Count

_OUTCOMES = {
    "killed": ("killed", "사망"),
    "injured": ("injured", "부상"),
    "killed_or_injured": ("killed or injured", "사상"),
    "missing": ("missing", "실종"),
    "detained": ("detained", "구금"),
    "repatriated": ("returned by force", "송환"),
    "unknown": ("outcome unknown", "결과 미상"),
}


def count_words(count: Count | None, lang: str) -> str:
    """``5``, ``4-5``, ``5 or more``; "not stated" is a word, never 0."""
    if count is None:
        return "언급 없음" if lang == "ko" else "not stated"
    if count.max is None:
        return f"{count.min} 이상" if lang == "ko" else f"{count.min} or more"
    return str(count.min) if count.min == count.max else f"{count.min}–{count.max}"


def span_words(span: DateSpan | None) -> str:
    return write_span(span) if span else "—"


def place_words(where: NamedPlace | None, lang: str) -> str:
    """The gazetteer's name in the reader's language, the other beside it."""
    if where is None:
        return "—"
    names = [where.name_ko, where.name_en] if lang == "ko" else [where.name_en, where.name_ko]
    known = [name for name in names if name]
    return " ".join([known[0], *(f"({name})" for name in known[1:])]) if known else where.place.wording


def victim_words(victims: Victims, lang: str) -> str:
    outcome = _OUTCOMES[victims.quantity.outcome][lang == "ko"]
    group = f" {victims.group}" if victims.group else ""
    return f"{count_words(victims.quantity.count, lang)}{group}: {outcome}"


def label(key: CategoryKey, labels: Mapping[CategoryKey, tuple[str, str]], lang: str) -> str:
    en, ko = labels.get(key, (key, key))
    return ko if lang == "ko" else en
