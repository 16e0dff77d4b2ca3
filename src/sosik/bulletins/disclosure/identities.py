"""Numbers that stand for one person, document, device or purse."""

import re
from collections.abc import Iterator

_SHAPES = re.compile(
    r"(?<![\d-])\d{6}\s?[-–]?\s?[1-8][\d*xX●○]{6}(?!\d)|(?<![\dA-Za-z])\d{6}\s?(?:19|20)\d{2}\s?\d{4}\s?\d{3}[\dXx](?![\dA-Za-z])"
    r"|(?<![\d-])\d{2}[\s-]\d{6}[\s-]\d{6}(?:[\s-]\d{1,2})?(?![\d-])|(?<![\d.])\d{14,17}(?![\d.])|(?<!\d)89(?:86|82|850)\d{14,16}(?!\d)"
    r"|(?<![\d-])35[\s-]?\d{4}[\s-]?\d{2}[\s-]?\d{6}[\s-]?\d(?!\d)|(?<![\d-])\d{6,8}-\d{1,3}(?![\d-])|\b(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}\b",
    re.IGNORECASE,
)
_WORD_EN = (
    r"\b(?:ID|I\.D\.|identity|identification|identifier|citizen(?:['’]s|ship)?|party|passport|membership|member(?:ship)?|registration|resident(?:['’]s)?|"
    r"serial|prisoner|inmate|detainee|IMEI(?:SV)?|IMSI|ICCID|SIM|card|permit|service|military|soldier|dog tag|badge|licen[cs]e|driver['’]?s|case|file|dossier|patient|employee|worker|staff|student|household|visa|travel (?:permit|certificate)|certificate|MAC|device|tax|social security|insurance|pass)\b"
    r"(?:\s+(?:card|book|registration|membership|document|certificate|permit|address|licen[cs]e|pass|file|record|page|tag))?"
)
_WORD_KO = r"(?:공민증|시민증|당원증|당증|입당|주민등록|주민번호|주민|여권|신분증|신분|등록|군번|군인증|식별|죄수|수감자?|수인|통행증|려행증|여행증|출입증|증명서|고유|맹원증|사원증|학생증|면허증?|환자|사건|호적|심카드|유심|단말기?|기기|제품|일련|직원|사번|신소|문건|身份证|护照)"
_NUMBER_WORD = r"(?:[\s,:(]*(?:number|numbers|no\.?|nos\.?|#|№|code))?"
_VALUE = r"(?P<bare>(?:[가-힣]{2,4}\s)?[A-Z]{0,3}[\s-]?(?:제\s?)?\d[\d\s*xX●-]{2,22}[\d*X●](?![\w]*[.,]\d)|[A-Z]{1,3}\d{6,9})"
_CALLED = re.compile(
    rf"(?:{_WORD_EN}{_NUMBER_WORD}|{_WORD_KO}\s?(?:번호|番号|No\.?|#|№)?|号码|일련번호)(?:은|는|이|가|의|을|를)?[^\w\n+]{{0,4}}\s?(?:is|was|reads?|ending(?: in)?|ends(?: in)?|of|with|끝자리)?[^\w\n+]{{0,3}}{_VALUE}",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"number|no\b|no\.|#|№|ID\b|IMEI|IMSI|ICCID|MAC|card|passport|permit|번호|공민증|당원증|당증|여권|신분증|군번|증\b|号|护照",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    r"(?<![A-Za-z0-9_-])(?:[A-Z]{1,2}\d{7,9}|[EGDSP][A-Z]?\d{8}|[MPRS]\d{8}|[MPRS]\d{3}[A-Z]\d{4})(?![A-Za-z0-9_-])"
)
_BANK = re.compile(
    r"(?:\b(?:account|a/c|acct|IBAN|bank account|bank card|debit card|card|wallet|Alipay|WeChat Pay|remittance)\b(?:\s+(?:number|no\.?|#))?|계좌(?:\s?번호)?|통장(?:\s?번호)?|은행|농협|수협|신협|카드(?:\s?번호)?|Nonghyup|Shinhan|Kookmin|Woori|Hana|IBK|ICBC|신한|국민|우리은행|하나은행|기업은행|송금|입금|예금|무역은행|지갑(?:\s?주소)?|账号|银行卡|账户|卡号|银行)"
    r"[^\d\n]{0,40}?(?P<bare>\d[\d\s-]{7,26}\d)(?![\d.,]|\s?(?:원|위안|달러|won|yuan|명))",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"(?<![\d-])(?:\d{4}[\s-]){3}\d{4}(?:[\s-]\d{3})?(?!\d)|(?<!\d)62\d{14,17}(?!\d)|(?<![\d-])\d{3,6}-\d{2,6}-\d{5,8}(?:-\d{2,3})?(?![\d-])"
)
_PURSE = re.compile(
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?\b|\b(?:bc1[a-z0-9]{20,60}|0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b"
)
_DAY = re.compile(r"(?:19|20)\d\d\s?[-./]?\s?\d{0,2}\s?[-./]?\s?\d{0,2}")


def identities(text: str) -> Iterator[tuple[str, int, int]]:
    """``id-number`` or ``bank-account`` with its characters; ``text`` is unveiled."""
    yield from (("id-number", *match.span()) for match in _SHAPES.finditer(text))
    yield from (("bank-account", *match.span("bare")) for match in _BANK.finditer(text))
    for pattern in (_PURSE, _CARD):
        yield from (("bank-account", *match.span()) for match in pattern.finditer(text))
    yield from (("id-number", *match.span()) for match in _PASSPORT.finditer(text))
    for match in _CALLED.finditer(text):
        said = match["bare"]
        lead = match[0][: match.start("bare") - match.start()]
        digits = sum(one.isdigit() or one in "*xX●" for one in said)
        if not _DAY.fullmatch(said.strip()) and digits >= (4 if _STRONG.search(lead) else 6) and "\n" not in said:
            yield "id-number", *match.span("bare")
