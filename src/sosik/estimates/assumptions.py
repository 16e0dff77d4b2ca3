"""What an estimate takes for granted, in the words that stand beside every number."""

_ALWAYS = (
    (
        "All lists are about one population, period, place and definition, and each incident could have come onto each list.",
        "모든 목록이 같은 대상, 기간, 장소, 정의를 다루며, 어느 사건이든 어느 목록에나 오를 수 있었다.",
    ),
    (
        "Some incidents are likelier than others to be told at all. That makes the true number larger than what is said here, which is why only the lower end is a headline.",
        "어떤 사건은 다른 사건보다 알려지기 쉽다. 그래서 실제 수는 여기 적힌 것보다 크기 쉽고, 아래쪽 끝만 앞세운다.",
    ),
    (
        "Lists that avoid one another (outlets that skip each other's stories, lists of different regions or months) push the number up; counts alone cannot show it.",
        "서로 피하는 목록(남이 쓴 것은 쓰지 않는 매체, 지역이나 달이 다른 목록)은 수를 부풀리며, 수만으로는 드러나지 않는다.",
    ),
    (
        "The lists share no interaction of all of them at once. Were that off by a factor of two, the unseen would be half or twice the best model's.",
        "모든 목록이 한꺼번에 얽힌 몫은 없다고 본다. 그것이 두 배 어긋나면 보이지 않은 수는 가장 맞는 모형의 절반이나 두 배가 된다.",
    ),
)
_LINKS = (
    "Up to {percent} per cent of the links between lists may have been missed; the lower end allows for it.",
    "목록 사이 연결의 {percent}퍼센트까지 놓쳤을 수 있으며, 아래쪽 끝은 이를 감안한다.",
)
_NO_LINKS = (
    "No link between lists was missed. A missed link pushes the number up.",
    "목록 사이 연결을 하나도 놓치지 않았다고 본다. 놓친 연결은 수를 부풀린다.",
)


def assumptions(missed_links: float, lang: str = "en") -> list[str]:
    """One sentence each; ``missed_links`` is the share of links that the lower end allows to have been missed."""
    at = 1 if lang == "ko" else 0
    links = (_LINKS if missed_links else _NO_LINKS)[at].format(percent=round(missed_links * 100))
    return [*(pair[at] for pair in _ALWAYS), links]
