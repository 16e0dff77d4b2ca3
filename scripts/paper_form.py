"""The paper form of an oral account, one page in each language, as the desk prints it: `python scripts/paper_form.py`.

It bears no name of a product, a newsroom or a file. Needs the font Noto Sans CJK KR; only the letters that are used are embedded.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import vl_convert

OUT = Path(__file__).resolve().parents[1] / "src" / "sosik" / "desk" / "paper"
WIDTH, HEIGHT, EDGE = 595, 842, 42  # points of an A4 page
FONT = "Noto Sans CJK KR"
LEFT, RIGHT = EDGE, WIDTH - EDGE
MIDDLE = WIDTH // 2 + 6

WORDS = {
    "ko": {
        "title": "전해 들은 말 기록",
        "rules": [
            "이름, 전화번호, 신분 번호, 주소는 적지 않습니다. 시각을 적지 않고 날짜만 적습니다.",
            "옮겨 적은 뒤에는 이 종이를 없앱니다.",
        ],
        "handle": "부호 (이름이 아님)",
        "instalment": "몇 회차",
        "told": "들은 날",
        "reached": "받은 날",
        "basis": "말한 사람은 어떻게 아는가",
        "bases": ["직접 봄", "전해 들음", "소문", "문서", "영상·사진"],
        "consent": "동의",
        "consents": ["공개해도 됨", "통계로만", "안 됨"],
        "not_before": "이날 전에는 안 됨",
        "text": "들은 말 (말한 그대로. 언제, 어디서, 누가 몇 명, 어떻게 되었는가)",
        "counts": "수를 말할 때 쓴 말 그대로",
        "count_names": ["죽음", "다침", "둘 중 어느 쪽인지 모름", "잡힘", "행방 모름"],
        "unsure": "확실하지 않은 것, 다시 물을 것",
    },
    "en": {
        "title": "Record of what was told",
        "rules": [
            "No names, telephone or identity numbers, no addresses. Days only, never a time.",
            "Destroy this sheet once it has been copied out.",
        ],
        "handle": "Handle (not a name)",
        "instalment": "Instalment",
        "told": "Day it was told",
        "reached": "Day it reached us",
        "basis": "How the teller knows",
        "bases": ["saw it", "was told", "rumour", "document", "picture or film"],
        "consent": "Agreed to",
        "consents": ["publishing", "statistics only", "neither"],
        "not_before": "Not before",
        "text": "What was told, in the teller's words: when, where, how many of whom, what became of them",
        "counts": "Numbers, in the words that were used",
        "count_names": ["killed", "injured", "one or the other", "detained", "not heard of"],
        "unsure": "What is not certain, what to ask again",
    },
}


def words(x: float, y: float, said: str, size: float = 9.5, weight: int = 400) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}">{escape(said)}</text>'


def line(x: float, y: float, to: float, colour: str = "#444") -> str:
    return f'<line x1="{x}" y1="{y}" x2="{to}" y2="{y}" stroke="{colour}" stroke-width="0.6"/>'


def boxes(y: float, choices: list[str], step: float) -> Iterator[str]:
    for at, said in enumerate(choices):
        x = LEFT + at * step
        yield f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="none" stroke="#222" stroke-width="0.8"/>'
        yield words(x + 15, y, said)


def field(x: float, y: float, to: float, name: str) -> Iterator[str]:
    yield words(x, y, name, 8.5, 700)
    yield line(x, y + 23, to)


def ruled(y: float, number: int, step: float = 21.0) -> Iterator[str]:
    yield from (line(LEFT, y + at * step, RIGHT, "#999") for at in range(1, number + 1))


def parts(said: dict) -> Iterator[str]:
    yield words(LEFT, 62, said["title"], 18, 700)
    yield from (words(LEFT, 82 + at * 14, rule, 9.5) for at, rule in enumerate(said["rules"]))
    yield from field(LEFT, 122, MIDDLE - 24, said["handle"])
    yield from field(MIDDLE, 122, RIGHT, said["instalment"])
    yield from field(LEFT, 164, MIDDLE - 24, said["told"])
    yield from field(MIDDLE, 164, RIGHT, said["reached"])
    yield words(LEFT, 210, said["basis"], 8.5, 700)
    yield from boxes(228, said["bases"], 102)
    yield words(LEFT, 254, said["consent"], 8.5, 700)
    yield from boxes(272, said["consents"], 102)
    yield words(LEFT + 3.4 * 102, 254, said["not_before"], 8.5, 700)
    yield line(LEFT + 3.4 * 102, 274, RIGHT)
    yield words(LEFT, 302, said["text"], 8.5, 700)
    yield from ruled(308, 15)
    yield words(LEFT, 646, said["counts"], 8.5, 700)
    for at, name in enumerate(said["count_names"]):
        yield words(LEFT + at * 102, 662, name, 8.5)
        yield line(LEFT + at * 102, 684, LEFT + at * 102 + 90)
    yield words(LEFT, 708, said["unsure"], 8.5, 700)
    yield from ruled(714, 4)


def page(lang: str) -> str:
    inner = "".join(parts(WORDS[lang]))
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" fill="#111">{inner}</svg>'


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for lang in WORDS:
        (OUT / f"form.{lang}.pdf").write_bytes(vl_convert.svg_to_pdf(page(lang)))


if __name__ == "__main__":
    main()
