"""The drop's few pages: plain HTML in three languages, no script, no product's name."""

import base64
import hashlib
from html import escape

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.6 system-ui,'Noto Sans KR',sans-serif;max-width:38rem;margin:2rem auto;"
    "padding:0 1rem;word-break:keep-all}input,button{font:inherit;padding:.5rem;max-width:100%}code{overflow-wrap:anywhere}"
    "section{border-top:1px solid #999;margin-top:1.5rem}"
)
STYLE_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'"
"""What a policy lets the pages' one style through by."""

_TEXTS = {
    "ko": {
        "send": "봉한 파일을 여기에 두고 갈 수 있습니다. 봉하지 않은 것은 받지 않습니다.",
        "file": "봉한 파일",
        "go": "두고 가기",
        "composer": "편지 봉하기 쪽",
        "reply": "답장: 주소창에서 이 쪽 주소 뒤에 /m/ 과 사서함 번호를 붙이십시오. 받은 파일은 편지 봉하기 쪽에서 엽니다.",
        "kept": "받았습니다. 이 번호 말고는 남는 것이 없습니다.",
        "refused": "봉한 파일이 아니어서 받지 않았습니다. 편지 봉하기 쪽에서 만든 파일을 고르십시오.",
        "large": "너무 커서 받지 않았습니다. 나누어 봉하십시오.",
        "busy": "지금은 받을 수 없습니다. 나중에 다시 오십시오. 아무것도 남지 않았습니다.",
        "nothing": "여기에는 아무것도 없습니다.",
    },
    "en": {
        "send": "You can leave a sealed file here. What is not sealed is not taken.",
        "file": "Sealed file",
        "go": "Leave it",
        "composer": "The page that seals letters",
        "reply": "Replies: add /m/ and the number of your mailbox to this page's address. The file is opened on the page that seals.",
        "kept": "Received. Nothing is kept of it but this number.",
        "refused": "Not taken: this is no sealed file. Choose one that the sealing page made.",
        "large": "Not taken: too large. Seal it in several letters.",
        "busy": "Not now. Come again later. Nothing was kept.",
        "nothing": "There is nothing here.",
    },
    "zh": {
        "send": "您可以把封好的文件放在这里。未封的一概不收。",
        "file": "封好的文件",
        "go": "放下",
        "composer": "封信页",
        "reply": "回信：在本页地址后加上 /m/ 和您的信箱号。所得文件在封信页中打开。",
        "kept": "已收到。除此编号外不留任何记录。",
        "refused": "未收下：这不是封好的文件。请选择封信页生成的文件。",
        "large": "未收下：太大。请分几封。",
        "busy": "现在不能接收，请稍后再来。未保留任何内容。",
        "nothing": "这里什么也没有。",
    },
}


def front(composer_hash: str | None) -> str:
    """The form; with the composer's link and hash where the drop has one."""
    return _page("".join(_front(lang, composer_hash) for lang in _TEXTS))


def said(key: str, receipt: str = "") -> str:
    """One sentence in each language, and the receipt where there is one."""
    number = f"<p><code>{escape(receipt)}</code></p>" if receipt else ""
    return _page("".join(f'<p lang="{lang}">{texts[key]}</p>' for lang, texts in _TEXTS.items()) + number)


def _front(lang: str, composer_hash: str | None) -> str:
    texts = _TEXTS[lang]
    link = ""
    if composer_hash:
        link = f'<p><a href="/letter.html" download>{texts["composer"]}</a><br><code>SHA-256 {escape(composer_hash)}</code></p>'
    return (
        f'<section lang="{lang}"><p>{texts["send"]}</p>'
        f'<form method="post" action="/" enctype="multipart/form-data"><label>{texts["file"]} <input type="file" name="file" required></label> '
        f"<button>{texts['go']}</button></form>{link}<p>{texts['reply']}</p></section>"
    )


def _page(body: str) -> str:
    return (
        '<!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>·</title><style>{_STYLE}</style><main>{body}</main></html>"
    )
