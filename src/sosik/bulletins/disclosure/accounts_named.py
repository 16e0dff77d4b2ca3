"""Names by which somebody can be reached: e-mail, messengers, links to them."""

import re
from collections.abc import Iterator

_AT = r"(?:@|\s?[\[({<]\s?(?:at|@|골뱅이|앳)\s?[\])}>]\s?|\s(?:at|AT)\s(?=[\w-]+(?:\s?[\[({]|\s(?:dot|DOT)\s))|\s?골뱅이\s?)"
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|\.|점|닷)\s?[\])}>]\s?|\s(?:dot|DOT)\s|\s?(?:쩜|닷|점)\s?)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])[A-Za-z0-9][\w.+-]*(?:{_DOT}[\w+-]+)*?{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}(?:[A-Za-z]{{2,12}}|컴|네트|오알지)(?![A-Za-z0-9_-])"
)
_LINK = re.compile(
    r"(?:https?://|\b)(?:t\.me|telegram\.me|wa\.me|chat\.whatsapp\.com|signal\.me|signal\.group|line\.me|open\.kakao\.com|pf\.kakao\.com|qr\.kakao\.com|u\.wechat\.com|weixin\.qq\.com|threema\.id|m\.me|(?:www\.)?facebook\.com|instagram\.com|x\.com|twitter\.com|weibo\.com|discord\.gg|discord\.com|join\.skype\.com|vk\.com|ok\.ru|tiktok\.com|douyin\.com|keybase\.io)/[^\s)>\],]+"
    r"|\b(?:tg://|live:\.?|weixin://|kakaotalk://|line://|skype:|sip:|xmpp:|mailto:|tel:|sgnl://)[^\s)>\],]+",
    re.IGNORECASE,
)
_SERVICE = (
    r"(?:\b(?:WeChat|Weixin|Telegram|TG|KakaoTalk|Kakao(?: ?Talk)?|Katalk|Signal|WhatsApp|LINE|QQ|Skype|Viber|Facebook|FB|Instagram|Insta|Threema|Wickr|Wire|Session|Element|Matrix|Jabber|XMPP|Twitter|Weibo|Zalo|Discord|TikTok|Douyin|Snapchat|DingTalk|Messenger|Briar|Zangi)\b"
    r"|위챗|웨이신|위쳇|텔레그램|텔레|카카오톡|카카오|카톡|까톡|시그널|왓츠앱|왓츠앱|라인|큐큐|스카이프|페이스북|페북|인스타그램|인스타|웨이보|바이버|트위터|쓰리마|스리마|세션|엘리먼트|브라이어|와이어|잘로|스냅챗|딩톡|모멘트|샤오훙수|릴레이|메신저|디스코드|틱톡|微信|企鹅)"
)
_KIND = r"(?:[\s(:,]{0,3}(?:IDs?|accounts?|handles?|names?|user\s?names?|users?|screen\s?names?|nick(?:name)?s?|contacts?|number|아이디|ID|계정|이름|대화명|닉네임|사용자명|별명|친구|号|号码|账号))*"
_IS = r"(?:은|는|이|가|의|로|에서|에서는|에|으로)?[^\w@\n]{0,4}(?:\b(?:is|was|as|under|at|by|called|goes by|reads|to|name|on|via|user|uses?|using|the|handle|with|in|=)\b[^\w@\n]{0,3}){0,3}"
_NAME = r"(?P<name>@?(?=[A-Za-z0-9_.\-]*[\d_@.\-])[A-Za-z][A-Za-z0-9_.\-]{2,}[A-Za-z0-9_]|@[A-Za-z][A-Za-z0-9_.]{2,}|[1-9]\d{4,11}|[\"“'‘`](?P<inner>@?[\w.가-힣\- ]{3,24})[\"”'’`])"
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?!\s*\n))+")
_SAID = re.compile(rf"{_SERVICE}{_KIND}{_IS}{_NAME}", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?P<name>@?(?=[A-Za-z0-9_.\-]*[\d_@])[A-Za-z][A-Za-z0-9_.\-]{3,})(?:라는|이라는|란|이란)?\s(?:\(?(?:on|in|via)\s)?(?:the\s)?"
    + _SERVICE
    + r"(?:\s?(?:ID|아이디|계정|account))?",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?-i:\bID\b)|\b(?:handle|user\s?name|nick(?:name)?|screen name|login|channel|profile)\b|아이디|계정명|계정|대화명|닉네임|별명|접속명|账号)(?:은|는|이|가|로)?[^\w@\n]{0,4}(?:\b(?:is|was|reads|of|named|called)\b\s?)?[^\w@\n]{0,3}(?P<name>@?(?=[A-Za-z0-9_.\-]*[\d_@])[A-Za-z][A-Za-z0-9_.\-]{2,}|@?[A-Za-z][A-Za-z0-9_.\-]{3,}(?=[가-힣\"”'’]))",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    r"(?<![A-Za-z0-9_./@-])(?=[a-z0-9_]*\d)[a-z]{2,}[a-z0-9]*_[a-z0-9_]+(?![A-Za-z0-9_/@-])|\bwxid_\w+|(?<![\w.@/])@(?=[A-Za-z0-9_.]*[A-Za-z])[A-Za-z0-9_][\w.]{2,}(?<!\.)"
)
_HANDLE = re.compile(
    r"(?<![A-Za-z0-9_./@-])(?=[a-z0-9_.]*[a-z])(?=[a-z0-9_.]*\d)[a-z][a-z0-9_.]{4,30}(?![A-Za-z0-9_@/-])|(?<![A-Za-z0-9_./@-])[a-z]{2,}_[a-z0-9_]{2,30}(?![A-Za-z0-9_@/-])"
    r"|(?<![\w./@-])(?=[A-Z0-9]*[A-Z])(?=[A-Z0-9]*\d)[A-Z0-9]{7,16}(?![A-Za-z0-9_@/-])|(?<![\w./@-])[\w.]{3,30}#\d{3,6}(?!\w)|(?<![\w./@-])[가-힣]{2,10}[_.]?\d{1,6}(?=[\s,.;)\"”'’]|라는|이라는|$)"
)
_ANNOUNCED = re.compile(
    rf"{_SERVICE}|\b(?:handle|user\s?name|nickname|goes by|the name|account|ID)\b|아이디|계정|대화명|닉네임|라는 이름|대화\s?이름|이름은"
)
_NO_NAME = re.compile(
    r"(?:COVID|NK|North|South|[A-Z][a-z]+-based|\w+-to-\w+|end-to-end|real-time|e-mail|follow-up|face-to-face)",
    re.IGNORECASE,
)


def handles(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, without the word that announces it; ``text`` is unveiled."""
    for pattern in (_EMAIL, _LINK, _SHAPED):
        yield from (match.span() for match in pattern.finditer(text))
    for paragraph in _PARAGRAPH.finditer(text):
        if _ANNOUNCED.search(paragraph[0]):
            yield from (
                (paragraph.start() + match.start(), paragraph.start() + match.end())
                for match in _HANDLE.finditer(paragraph[0])
            )
    for pattern in (_SAID, _BEFORE, _CALLED):
        for match in pattern.finditer(text):
            if not _NO_NAME.match(match["name"]):
                yield match.span("name")
