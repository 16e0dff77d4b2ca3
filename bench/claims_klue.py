"""Korean dates, places and numbers of people against the tags of KLUE-NER, on the half that lies beside the repository.

python -m bench.claims_klue [--misses]

The reader is no tagger: it reads days on which something may have happened, places of its gazetteer and people. KLUE tags more. So each
kind is measured twice. *Strict* compares the reader's spans with the tags as they stand. *Mapped* does three things, all of them printed:

1. The reader's span is cut to what KLUE tags: "7일 오전부터" is one date and a time, "5일부터 9일까지" is two dates. ``지난`` before a date and ``전`` behind
   one are in some tags and not in others, so they are left off both.
2. Tags that bound no event are left out: lengths of time ("5년간", "하루"), recurrences ("매주 금요일"), anniversaries, eras and centuries,
   school terms, seasons of sport, numbers without a unit of time. A reader's date that lies on such a tag is left out with it.
3. Of places, those that the gazetteer holds, without names of bodies (KLUE tags a city's police as one organisation); of quantities, those
   with a counter of people.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from sosik.claims.dates import find_dates, find_unread_dates
from sosik.claims.gazetteer.entry import name_key
from sosik.claims.people.korean_phrases import Form, find_phrases
from sosik.cli.reading_rules import rules_of_reading
from sosik.values.text import Lang

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "corpora" / "klue_ner_half.tsv"
DAY = date(2020, 12, 1)
Span = tuple[int, int]

_HOURS = r"(?:새벽|아침|오전|낮|대낮|정오|오후|저녁|밤|심야|한밤|밤중)"
_SPLIT = re.compile(r"\s?(?:부터|에서)\s?|\s?까지\s?|(?<=[요일])인\s|(?<=일)\((?=[월화수목금토일]\))")
_TAIL = re.compile(
    rf"(?:\s?(?:부터|까지|사이|이후로?|이래|이전|들어서?|동안|간)|\s{_HOURS}|(?<=일){_HOURS}|\s?(?:전|뒤|후))+$"
)
_HEAD = re.compile(r"^(?:(?:지난|오는|최근|약|이번|다가오는)\s)+")
_NUMBER = r"(?:\d[\d,.]*\s?(?:여|억|만)?|[일이삼사오육칠팔구십백천만]+|몇|수|한|두|세|석|네|넉|다섯|여섯|일곱|여덟|아홉|열|몇십|몇천|수십|반)"
_LENGTH = re.compile(
    rf"^(?:약\s?|만\s?|지난\s?|최근\s?)?(?:(?:{_NUMBER}\s?여?\s?(?:년|해|개년|개월|달|주일|주|일|세기)\s?(?:반)?\s?(?:여)?){{1,2}}|하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름"
    r"|일주일|반년|일년|한해|1박 2일)\s?(?:간|동안|째|만|내내|치)?$"
)
_COUNTED_FROM = re.compile(r"^\s?여?\s?(?:전|뒤|후|이후)")
_NO_DAY = re.compile(
    r"주년|주기|주차|세기|시대|시절|왕조|중세|생$|년생|작$|학기|학년|시즌|매일|매주|매년|매달|매월|월호|회말|살때|전쟁|해전|공화국|희년|장마|라마단|억년|만년|광복절$(?<=8.15 광복절)|^[동하]계$|년 [동하]계$"
)
_BARE_FIGURE = re.compile(r"^'?\d[\d.·/~\-]*$")
_PEOPLE = re.compile(r"(?:명|사람|여명|인|분)$")


def sentences() -> Iterator[tuple[str, list[str]]]:
    """Each sentence with the tag of each of its characters."""
    chars: list[str] = []
    tags: list[str] = []
    for line in (*CORPUS.read_text("utf-8").splitlines(), ""):
        if line.startswith("##"):
            continue
        if line:
            char, _, tag = line.partition("\t")
            chars.append(char or " ")
            tags.append(tag)
        elif chars:
            yield "".join(chars), tags
            chars, tags = [], []


def tagged(tags: list[str], kind: str) -> list[Span]:
    found, start = [], None
    for at, tag in enumerate((*tags, "O")):
        if start is not None and tag != f"I-{kind}":
            found.append((start, at))
            start = None
        if tag == f"B-{kind}":
            start = at
    return found


@frozen
class Score:
    """Counts of one comparison."""

    tags: int = 0
    read: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.tags + other.tags, self.read + other.read, self.right + other.right)

    @classmethod
    def of(cls, tags: set[Span], read: set[Span]) -> "Score":
        return cls(len(tags), len(read), len(tags & read))

    def row(self, name: str) -> str:
        precision = self.right / self.read if self.read else 0.0
        recall = self.right / self.tags if self.tags else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"| {name} | {self.tags} | {self.read} | {precision:.3f} | {recall:.3f} | {f1:.3f} |"


def dates_read(text: str) -> list[Span]:
    """Every phrase taken for a date, those too among which no day can be told."""
    read = [one.span for one in find_dates(text, Lang.ko, DAY)]
    return [(span.start, span.end) for span in (*read, *find_unread_dates(text, Lang.ko, DAY))]


def cut(text: str, span: Span) -> list[Span]:
    """The dates within a phrase, as KLUE would tag them."""
    pieces, start = [], span[0]
    words = text[span[0] : span[1]]
    for match in _SPLIT.finditer(words):
        pieces.append((start, span[0] + match.start()))
        start = span[0] + match.end()
    pieces.append((start, span[1]))
    return [piece for one in pieces if (piece := trimmed(text, one))]


def trimmed(text: str, span: Span) -> Span | None:
    """Without words of the hour, connectives behind and ``지난`` before."""
    start, end = span
    while (tail := _TAIL.search(text[start:end])) and tail.start() > 0:
        end = start + tail.start()
    head = _HEAD.match(text[start:end])
    if head and head.end() < end - start:
        start += head.end()
    return (start, end) if start < end else None


def bounds_no_event(text: str, span: Span) -> str | None:
    """Why a tag is left out; None where it is a date that an event can bear."""
    words = text[span[0] : span[1]].strip()
    if _LENGTH.match(words) and not _COUNTED_FROM.match(text[span[1] :]):
        day_of_month = re.fullmatch(r"\d{1,2}일", words)
        return (
            None if day_of_month and not re.match(r"\s?(?:간|동안|째|만|치)", text[span[1] :]) else "a length of time"
        )
    if _NO_DAY.search(words):
        return "an era, an anniversary, a term, a recurrence"
    return "a figure without a unit of time" if _BARE_FIGURE.match(words) else None


def of_dates(text: str, tags: list[str], left_out: Counter[str], misses: Counter[str]) -> tuple[Score, Score]:
    gold, read = tagged(tags, "DT"), dates_read(text)
    reasons = {span: bounds_no_event(text, span) for span in gold}
    left_out.update(reason for reason in reasons.values() if reason)
    kept = {trimmed(text, span) or span for span, reason in reasons.items() if reason is None}
    aside = [span for span, reason in reasons.items() if reason]
    mine = {piece for span in read for piece in cut(text, span) if not any(_overlap(piece, one) for one in aside)}
    misses.update(f"missed {text[a:b]} | {text[max(0, a - 6) : b + 6]}" for a, b in kept - mine)
    misses.update(f"extra {text[a:b]} | {text[max(0, a - 6) : b + 6]}" for a, b in mine - kept)
    return Score.of(set(gold), set(read)), Score.of(kept, mine)


def of_places(text: str, tags: list[str], misses: Counter[str]) -> tuple[Score, Score]:
    gazetteer = rules_of_reading().gazetteer
    gold = set(tagged(tags, "LC"))
    read = {(one.span.start, one.span.end) for one in gazetteer.find(text, Lang.ko)}
    known = {span for span in gold if _names(text[span[0] : span[1]]) & gazetteer.names.keys()}
    inside = {span for span in (gold - known) | set(tagged(tags, "OG")) if any(_overlap(span, one) for one in read)}
    mine = {
        next((g for g in known if _alike(g, one)), one) for one in read if not any(_overlap(one, g) for g in inside)
    }
    misses.update(f"missed {text[a:b]} | {text[max(0, a - 6) : b + 6]}" for a, b in known - mine)
    misses.update(f"extra {text[a:b]} | {text[max(0, a - 6) : b + 6]}" for a, b in mine - known)
    return Score.of(gold, read), Score.of(known, mine)


def of_people(text: str, tags: list[str], misses: Counter[str]) -> tuple[Score, Score]:
    gold = set(tagged(tags, "QT"))
    phrases = [one for one in find_phrases(text, 0, len(text)) if one.form is Form.counted]
    people = {span for span in gold if _PEOPLE.search(text[span[0] : span[1]])}
    read = {(one.start, one.end) for one in phrases}
    mine = {next((g for g in gold if _overlap(g, one)), one) for one in read}
    misses.update(f"missed {text[a:b]} | {text[max(0, a - 6) : b + 6]}" for a, b in people - mine)
    misses.update(f"extra {text[a:b]} | {text[max(0, a - 6) : b + 6]}" for a, b in mine - people)
    return Score.of(gold, read), Score.of(people, mine)


def _names(words: str) -> set[str]:
    return {name_key(words), name_key(re.sub(r"(?:특별시|광역시|직할시|시|군|도|읍|현|성|구역)$", "", words))}


def _alike(one: Span, other: Span) -> bool:
    """The same place, with or without its unit."""
    return one[0] == other[0] and abs(one[1] - other[1]) <= 3


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measure() -> tuple[dict[str, Score], Counter[str], dict[str, Counter[str]]]:
    """Scores by name, how many date tags were left out for which reason, and what was missed or read too much."""
    totals = dict.fromkeys(
        ["dates, strict", "dates, mapped", "places, strict", "places, mapped", "people, strict", "people, mapped"],
        Score(),
    )
    left_out: Counter[str] = Counter()
    misses: dict[str, Counter[str]] = {kind: Counter() for kind in ("dates", "places", "people")}
    for text, tags in sentences():
        found = {
            "dates": of_dates(text, tags, left_out, misses["dates"]),
            "places": of_places(text, tags, misses["places"]),
            "people": of_people(text, tags, misses["people"]),
        }
        for kind, (strict, mapped) in found.items():
            totals[f"{kind}, strict"] += strict
            totals[f"{kind}, mapped"] += mapped
    return totals, left_out, misses


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--misses", action="store_true")
    show = asked.parse_args().misses
    if not CORPUS.exists():
        print(f"{CORPUS.name} is no part of the repository and is absent here: nothing measured")
        return
    totals, left_out, misses = measure()
    print("| KLUE-NER half | tags | read | precision | recall | F1 |\n|---|---|---|---|---|---|")
    print("\n".join(score.row(name) for name, score in totals.items()))
    print("date tags left out of the mapped figure: " + "; ".join(f"{n} {why}" for why, n in left_out.most_common()))
    for kind, found in misses.items() if show else ():
        print(f"--- {kind}")
        print("\n".join(f"{n} {what}" for what, n in found.most_common(400)))


if __name__ == "__main__":
    main()
