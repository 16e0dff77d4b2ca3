"""Words that make a number a running total over many events."""

import re

from sosik.values.text import Lang

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_RUNNING = {
    Lang.en: re.compile(
        r"\bso far (?:this|in) |\bin the first \w+ (?:months|weeks) of (?:this|last|the|\d{4})\b|\bthis year so far\b|\bto date\b|\bin (?:that|this) (?:time|period)\b|\bsince the (?:start|beginning) of\b"
        r"|\bcumulative|\baltogether since\b|\ball told\b|\bover the (?:past|last) (?:\w+ )?(?:weeks|months|years|year|decade)\b"
        r"|\bin the (?:past|last) (?:\w+ )?(?:months|years|decade)\b|\bup to now\b|\buntil now\b|\bin total since\b|\byear to date\b|\bin (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|that month|that year|one month)(?: \d{4})? alone\b|\bin the course of (?:the|this|last) year\b"
        rf"|\b(?:count|register|tally|list|database|records?|ledger)s? (?:\w+ )?(?:counts?|holds?|lists?|names?|records?|shows?|has|have|puts?) (?:\w+ )?\d+\b.*\bin {_MONTH}\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"(?:지난해|작년|올해|\d{4}년|[상하]반기|\d\s?/?\s?분기)[^.\n]{0,50}(?:집계|통계|누계)|올해\s?들어|금년\s?들어|올\s?들어|지금까지(?!도|\s(?:[가-힣]+\s)?(?:못|찾지|묘연))|현재까지|이때까지|여태까지|지금껏|누적|누계|그동안|그간|최근 (?:\d+|[일이삼사오육]|몇)\s?(?:년|개월|달)(?:간| 동안| 사이)?"
        r"|지난 (?:\d+|몇)\s?(?:년|개월|달)(?:간| 동안)|이후 (?:모두|총|최소|적어도|지금껏)|부터 지금까지|이로써.{0,40}(?:모두|총)|이것으로.{0,40}(?:모두|총)|해마다 |(?:한|일) ?[년해] ?(?:동안|내내)"
    ),
}
_PERIOD = {
    Lang.en: re.compile(
        r"\b(?:first|second|third|fourth|last) (?:quarter|half)\b|\bin all of \d{4}\b|\b(?:during|throughout|over) (?:the year|\d{4}|the (?:spring|summer|autumn|winter|season))\b"
        r"|\b(?:first|last) \w+ (?:months|weeks) of\b|\bQ[1-4]\b|\bbetween (?:\w+ )?\d{4} and\b|\bfrom (?:\w+ )?\d{4} to\b|\bin (?:the year )?\d{4}\b|\b(?:throughout|during|all) (?:last|this) year\b|\bsince\b"
        rf"|(?<!some time )(?<!sometime )\bbetween (?:the (?:start|beginning|end) of |early |mid-|late )?{_MONTH}(?: \d{{4}})? and (?:the (?:start|beginning|end) of |early |mid-|late )?{_MONTH}\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(
        r"[1-4일이삼사]\s?[/]?\s?분기|[상하]반기|한 해|년간|개월간|동안|연간|(?:작년|지난해|올해)\s?(?:내내|전체|에만|에 )|부터 .{1,20}까지"
    ),
}
_SUM = {
    Lang.en: re.compile(
        r"\b(?:(?:recorded|counted|documented|logged|registered|tallied|collected|verified)|number of|a total of|in total|in all|altogether|total(?:led|s)?|sums? up|sheet|counts|tally|tallies|register|ledger|statistics|figures|database|summary|records?|listed|list of|lists|log of|puts? the \w+|stands? at|stood at|com(?:es|ing) to|reckoned up)\b",
        re.IGNORECASE,
    ),
    Lang.ko: re.compile(r"모두|총|합계|합쳐|도합|통계|집계|누계|전체|합하면|합산|인원|명단"),
}
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:missing|held|in custody|detained|under arrest|imprisoned|jailed|locked up|not been seen)\b", re.IGNORECASE
)


def is_running_total(sentence: str, lang: Lang) -> bool:
    """The sentence sums up what happened over time: a total "so far", or a sum over a stated period."""
    return bool(_RUNNING[lang].search(sentence) or (_PERIOD[lang].search(sentence) and _SUM[lang].search(sentence)))


def goes_on_since(sentence: str, outcome: str) -> bool:
    """As in "since March twelve have been killed": with a perfect, of what happens anew, not of a state that lasts."""
    return bool(_SINCE.search(sentence)) and not _STATE.search(outcome)
