"""When no number is said, and why: each rule with its bound and its sentence in both languages."""

from enum import StrEnum

from attrs import field, frozen


class Rule(StrEnum):
    few_lists = "few-lists"
    no_overlap = "no-overlap"
    few_twice = "few-seen-twice"
    no_finite = "no-finite-estimate"
    wide = "envelope-wide"
    methods_apart = "methods-apart"
    models_apart = "models-apart"
    edge = "posterior-at-edge"
    linkage = "linkage-moves-it"
    copying = "lists-copy"
    lists_apart = "lists-apart"
    one_population = "one-population"


FEWEST_LISTS, FEWEST_TWICE = 3, 20
WIDEST, METHODS_APART, MODELS_APART, MODELS_WITHIN_BIC = 3.0, 1.5, 2.0, 6.0
MOST_AT_EDGE, LINKAGE_MOVES = 0.005, 0.25
COPIED_SHARE, FEWEST_COPIED = 0.1, 3
LEAST_MEETING, FEWEST_KNOWN = 0.75, 30
"""Of lists whose places or periods differ so that two lists' number would be a third too high; no fewer entries than the second tell."""

_SENTENCES = {
    Rule.few_lists: (
        "There are {n} lists: with fewer than three nothing tells how the lists depend on one another.",
        "목록이 {n}개다. 셋보다 적으면 목록이 서로 얼마나 얽혔는지 알 길이 없다.",
    ),
    Rule.no_overlap: (
        "The list {list} shares no incident with any other, so nothing tells how much it misses.",
        "목록 {list}은(는) 다른 목록과 겹치는 사건이 없어, 얼마나 놓치는지 알 길이 없다.",
    ),
    Rule.few_twice: (
        "Only {n} incidents stand on two lists or more; at least 20 are needed.",
        "두 목록 이상에 있는 사건이 {n}건뿐이다. 적어도 20건이 있어야 한다.",
    ),
    Rule.no_finite: (
        "No model has a finite estimate for these counts.",
        "이 수로는 유한한 추정을 내는 모형이 없다.",
    ),
    Rule.wide: (
        "The methods together span {low} to {high}, more than threefold.",
        "여러 방법을 합친 폭이 {low}에서 {high}까지로, 세 배가 넘는다.",
    ),
    Rule.methods_apart: (
        "The methods' estimates lie {ratio} times apart, more than 1.5.",
        "방법마다 추정이 {ratio}배 벌어져 1.5배를 넘는다.",
    ),
    Rule.models_apart: (
        "Models that fit about equally well give numbers {ratio} times apart, more than 2.",
        "엇비슷하게 맞는 모형들이 {ratio}배 벌어진 수를 내어 2배를 넘는다.",
    ),
    Rule.edge: (
        "The counts do not bound the number from above: the averaging runs to the edge of what is tried.",
        "이 수로는 위쪽이 묶이지 않는다. 평균이 시도한 끝까지 간다.",
    ),
    Rule.linkage: (
        "How uncertain links are drawn moves the estimate by {percent} per cent, more than 25.",
        "불확실한 연결을 어떻게 보느냐에 따라 추정이 {percent}퍼센트 움직여 25퍼센트를 넘는다.",
    ),
    Rule.copying: (
        "The lists {list} and {other} copy from one another ({n} incidents by retelling), so they do not see apart.",
        "목록 {list}와(과) {other}이(가) 서로 옮겨 실어({n}건) 따로 본 것이 아니다.",
    ),
    Rule.lists_apart: (
        "The lists {list} and {other} tell of different {what}, so an incident could hardly be on both.",
        "목록 {list}와(과) {other}은(는) 서로 다른 {what_ko}을(를) 다루어 한 사건이 둘 다에 오르기 어렵다.",
    ),
    Rule.one_population: (
        "Nobody has confirmed that all lists are about one population, period, place and definition (--assume-one-population).",
        "모든 목록이 같은 대상, 기간, 장소, 정의를 다룬다고 확인한 사람이 없다(--assume-one-population).",
    ),
}


@frozen
class Refusal:
    """``fields`` fill the sentence: numbers and the names of lists."""

    rule: Rule
    fields: dict[str, object] = field(factory=dict, hash=False)

    def says(self, lang: str = "en") -> str:
        en, ko = _SENTENCES[self.rule]
        return (ko if lang == "ko" else en).format(**self.fields)
