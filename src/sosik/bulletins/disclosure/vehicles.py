"""Vehicle plates of the two Koreas, China and Russia."""

import re
from collections.abc import Iterator

_NK_KO = r"(?:평양|평남|평북|평안남도|평안북도|함남|함북|함경남도|함경북도|황남|황북|황해남도|황해북도|강원|강원도|량강|양강|량강도|자강|자강도|남포|라선|나선|개성|신의주|청진)"
_NK_EN = r"(?:P['’]?y[oŏ]ngyang|(?:North |South |N\. |S\. )?(?:Hamgy[oŏ]ng|P['’]?y[oŏ]ngan|Hwanghae)(?: ?[- ]?(?:puk|buk|nam)(?:do)?)?|Ryanggang|Yanggang|Chagang|Jagang|Kangw[oŏ]n|Gangwon|Nampo|Rason|Kaesong|Hambuk|Hamnam|Pyongbuk|Pyongnam)"
_SK = r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)?\s?"
_CN = r"[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新遼]"
_PLATE = re.compile(
    r"(?<![A-Za-z0-9-])\d{4}\s?[A-Z]{2}\s?\d{2,3}(?![A-Za-z0-9])|"
    r"(?<![\w-])[АВЕКМНОРСТУХABEKMHOPCTYX]\s?\d{3}\s?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}\s?\d{2,3}(?!\d)|"
    rf"{_NK_KO}\s?[A-Zㄱ-ㅎ가-힣]?\s?[·-]?\s?\d{{2}}\s?[-–·\s]\s?\d{{2,5}}(?!\d|\s?(?:명|원|일|년|월|킬로|km|톤))"
    rf"|{_NK_EN}(?:\s(?:province|plates?|registration|number))?[\s:-]{{1,2}}\d{{2}}[-–\s]\d{{3,5}}\b|(?<![\w-]){_SK}\d{{2,3}}\s?[가-힣]\s?\d{{4}}(?!\d|\s?(?:명|원|년|톤|달러|위안))|{_CN}\s?[A-Z]\s?[·\-.\s]?\s?(?=[A-Z0-9]*\d)[A-Z0-9]{{5,6}}(?![A-Z0-9])"
    rf"|(?:길림?|료녕?|요녕|흑룡?강?)\s?[A-H]\s?[·\-.\s]?\s?(?=[A-Z0-9]*\d)[A-Z0-9]{{5,6}}(?![A-Z0-9])|\b(?:Ji|Liao|Hei|Jing|Hu|Lu|Yu)\s?[A-H][\s·-]?(?=[A-Z0-9]*\d)[A-Z0-9]{{5,6}}\b",
)
_CALLED = re.compile(
    r"(?:\b(?:licen[cs]e|number|registration|vehicle|car|truck|military|army|tag)\s+(?:plates?|tags?|numbers?|no\.?)|\bplates?(?:\s(?:number|no\.?))?|\bregistered(?:\s(?:as|under))?|\bregistration(?:\snumber)?\b|\bregistration mark|차량\s?(?:번호판?|번호)|자동차\s?번호|차\s?번호|번호판|차량\s?등록\s?번호|车牌号?|(?:트럭|승용차|승합차|버스|오토바이|차)의?\s?번호)"
    r"[^\d\n]{0,30}?(?P<bare>(?:[A-Zㄱ-ㅎ가-힣]{1,3}[\s·-]?)?\d{1,4}\s?[-–·]?\s?[A-Zㄱ-ㅎ가-힣]?\s?[-–·]?\s?\d{2,5}(?![\d])|[A-Z]{1,3}[\s·-]?[A-Z]?\d[A-Z\d]{3,5})",
    re.IGNORECASE,
)
_NO_PLATE = re.compile(r"전화|손전화|연락|계좌|공민|당증|군번|phone|account|ID\b", re.IGNORECASE)


def plates(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, with its province; ``text`` is unveiled."""
    yield from (match.span() for match in _PLATE.finditer(text))
    for match in _CALLED.finditer(text):
        lead = text[max(0, match.start() - 12) : match.start("bare")]
        if not _NO_PLATE.search(lead) and sum(one.isdigit() for one in match["bare"]) >= 4:
            yield match.span("bare")
