"""Why a claim was not linked, in words."""

_WORDS = {
    "no_date": ("no day is given", "날짜가 없음"),
    "no_place": ("no place is given", "곳이 없음"),
    "open_date": ("the days have no end", "날짜의 끝이 열려 있음"),
    "too_wide": ("the days or the place are too wide", "날짜나 곳이 너무 넓음"),
    "no_match": ("it speaks of no incident that is known", "아는 사건 가운데 맞는 것이 없음"),
}


def vague_words(reason: str, lang: str) -> str:
    return _WORDS.get(reason, (reason, reason))[lang == "ko"]
