"""What a difference is called, in one plain sentence of each language."""

from sosik.bulletins.translation.drift import Kind
from sosik.bulletins.translation.finding import Found

_BOTH = {
    Kind.number: ("The numbers differ", "수가 다르다"),
    Kind.date: ("The days or hours differ", "날짜나 시각이 다르다"),
    Kind.place: ("The places differ", "장소가 다르다"),
    Kind.outcome: ("What became of them differs", "결과가 다르다"),
    Kind.negation: ("One version says the contrary of the other", "한쪽이 다른 쪽과 반대로 말한다"),
    Kind.direction: ("The words stand against each other", "말의 방향이 반대이거나 다르다"),
    Kind.attribution: ("Who tells it differs", "누가 말했는지가 다르다"),
}
_ABOUT = {
    "bound": ("The number has another bound", "수의 한도가 다르다"),
    "swapped": ("The numbers are given to other outcomes", "수가 서로 바뀌었다"),
    "turned": ("From and to are turned round", "처음 값과 나중 값이 뒤바뀌었다"),
    "way": ("From and to are turned round", "출발과 도착이 뒤바뀌었다"),
    "name": ("The names differ", "이름이 다르다"),
    "rank": ("The ranks differ", "계급이 다르다"),
    "office": ("The offices differ", "직책이 다르다"),
    "who tells it": ("Who tells it differs", "누가 말했는지가 다르다"),
    "how many tell": ("One teller in one version, several in the other", "말한 사람이 한쪽은 하나, 다른 쪽은 여럿이다"),
}
_KO_ALONE = ("Only the Korean version says it", "한국어판에만 있다")
_EN_ALONE = ("Only the English version says it", "영어판에만 있다")


def said(found: Found, ko: str, en: str) -> tuple[str, str]:
    if found.kind in {Kind.missing, Kind.added}:
        return _stopped(_KO_ALONE if found.kind is Kind.missing else _EN_ALONE)
    if found.ko is None or found.en is None:
        whose = _KO_ALONE if found.en is None else _EN_ALONE
        word = ko if found.en is None else en
        return f"{whose[0]}: {word}.", f"{whose[1]}: {word}."
    words = _ABOUT.get(found.about, _BOTH[found.kind])
    return f"{words[0]}: {ko} against {en}.", f"{words[1]}: {ko}, {en}."


def _stopped(words: tuple[str, str]) -> tuple[str, str]:
    return words[0] + ".", words[1] + "."
