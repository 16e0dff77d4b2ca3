"""Ways to hide a line of text in a folder that is to be published, written from the contract alone and apart from the scanner.

Three kinds, in the order in which they are put on: a *spelling* changes the text and keeps it text; a *charset* makes it bytes;
a *wrapping* makes bytes of bytes and may be put on twice. Nothing here is read by the scanner, and nothing of the scanner here.
"""

import base64
import binascii
import bz2
import codecs
import gzip
import html
import html.entities
import io
import json
import lzma
import quopri
import re
import unicodedata
import urllib.parse
import zipfile
import zlib

# --- spellings: text to text -----------------------------------------------------------------------------------------

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e"


def _form(name):
    return lambda text, rng: unicodedata.normalize(name, text)


def _halfway(text, rng):
    """A random half of the letters through ``change``; at least one."""
    return {at for at in range(len(text)) if rng.random() < 0.5} or {rng.randrange(len(text))}


def _invisible(text, rng):
    return "".join(letter + (rng.choice(INVISIBLE) if rng.random() < 0.6 else "") for letter in text)


def _combining(text, rng):
    """A dot below or an overline on letters; a font shows the word all the same."""
    return "".join(
        letter + (rng.choice("\u0323\u0305\u0332\u0338") if letter.isalnum() and rng.random() < 0.5 else "")
        for letter in text
    )


def _spaced(text, rng):
    return rng.choice([" ", "\u00a0", "\u3000", "\u2009"]).join(text.replace(" ", ""))


def _wrapped_lines(text, rng):
    at = rng.randrange(1, len(text))
    return text[:at] + rng.choice(["\n", "\r\n", "\n"]) + text[at:]


def _unspaced(text, rng):
    return text.replace(" ", "")


def _other_spaces(text, rng):
    return text.replace(" ", rng.choice(["\u00a0", "\u3000", "\t", "  ", "\u2003", "\n", " \n "]))


def _full_width(text, rng):
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]


def _letters_apart(text, rng):
    """Hangul written letter by letter, in the letters that a keyboard shows."""
    out = []
    for letter in text:
        at = ord(letter) - 0xAC00
        if 0 <= at < 11172:
            out.append(_LEADS[at // 588] + _VOWELS[at % 588 // 28] + _TAILS[at % 28])
        else:
            out.append(letter)
    return "".join(out)


def _tags(text, rng):
    """A tag in the middle of a word, or between every two letters."""
    tag = rng.choice(
        [("<b>", "</b>"), ("<span class='k'>", "</span>"), ("<wbr>", ""), ("<!-- x -->", ""), ("<i id=a>", "</i>")]
    )
    if rng.random() < 0.5:
        at = rng.randrange(1, len(text))
        return text[:at] + tag[0] + text[at:] + tag[1]
    return "".join(f"{tag[0]}{letter}{tag[1]}" for letter in text)


def _svg_letters(text, rng):
    return "".join(f'<tspan x="{10 * at}" dy="0.{at}">{html.escape(letter)}</tspan>' for at, letter in enumerate(text))


def _entities(write):
    def hide(text, rng):
        chosen = set(range(len(text))) if rng.random() < 0.5 else _halfway(text, rng)
        return "".join(
            write(letter, text[at + 1 : at + 2]) if at in chosen else html.escape(letter)
            for at, letter in enumerate(text)
        )

    return hide


_NAMED = {value: key for key, value in html.entities.html5.items() if key.endswith(";") and len(value) == 1}


def _named(text, rng):
    """Named entities where there are any, soft hyphens and no-break spaces by name among the rest."""
    out = []
    for letter in text:
        out.append(f"&{_NAMED[letter]}" if letter in _NAMED else "&nbsp;" if letter == " " else letter)
        if rng.random() < 0.4:
            out.append(rng.choice(["&shy;", "&zwnj;", "&ZeroWidthSpace;", "&zwj;"]))
    return "".join(out)


def _without_semicolon(letter, following):
    bare = f"&#{ord(letter)}"
    return bare if following and not following.isdigit() else bare + ";"


def _units(letter):
    raw = letter.encode("utf-16-be")
    return [raw[at : at + 2].hex() for at in range(0, len(raw), 2)]


def _json(text, rng):
    """As ``json.dumps`` does, or every letter."""
    if rng.random() < 0.5:
        return (
            json.dumps(text)[1:-1] if not text.isascii() else "".join(f"\\u{unit}" for x in text for unit in _units(x))
        )
    return "".join(f"\\u{rng.choice([unit, unit.upper()])}" for letter in text for unit in _units(letter))


def _js(text, rng):
    return "".join(
        f"\\u{{{ord(letter):x}}}" if ord(letter) > 255 or rng.random() < 0.5 else f"\\x{ord(letter):02x}"
        for letter in text
    )


def _css(text, rng):
    if rng.random() < 0.5:
        return "".join(f"\\{ord(letter):06x}" for letter in text)
    return "".join(f"\\{ord(letter):x} " for letter in text)


def _c_bytes(text, rng):
    return "".join(f"\\x{byte:02x}" for byte in text.encode())


def _c_octal(text, rng):
    return "".join(f"\\{byte:03o}" for byte in text.encode())


def _c_long(text, rng):
    return "".join(f"\\U{ord(letter):08x}" for letter in text)


def _percent_u(text, rng):
    return "".join(f"%u{unit}" for letter in text for unit in _units(letter))


def _joined_strings(text, rng):
    at = rng.randrange(1, len(text))
    return f'"{text[:at]}" + "{text[at:]}"'


def _punycode(text, rng):
    """A host name: only what has no space and is no plain Latin can be one."""
    if " " in text or text.isascii():
        return None
    return "https://xn--" + unicodedata.normalize("NFKC", text).lower().encode("punycode").decode() + ".example/"


SPELLINGS = {
    "plain": lambda text, rng: text,
    "nfc": _form("NFC"),
    "nfd": _form("NFD"),
    "nfkc": _form("NFKC"),
    "nfkd": _form("NFKD"),
    "lower": lambda text, rng: text.lower(),
    "upper": lambda text, rng: text.upper(),
    "swapped-case": lambda text, rng: text.swapcase(),
    "full-width": _full_width,
    "letters-apart": _letters_apart,
    "zero-width": _invisible,
    "combining": _combining,
    "spaced": _spaced,
    "wrapped-lines": _wrapped_lines,
    "unspaced": _unspaced,
    "other-spaces": _other_spaces,
    "split-tags": _tags,
    "svg-letters": _svg_letters,
    "entities-decimal": _entities(lambda letter, _: f"&#{ord(letter)};"),
    "entities-hex": _entities(lambda letter, _: f"&#x{ord(letter):x};"),
    "entities-hex-upper": _entities(lambda letter, _: f"&#X{ord(letter):X};"),
    "entities-padded": _entities(lambda letter, _: f"&#{ord(letter):09d};"),
    "entities-bare": _entities(_without_semicolon),
    "entities-named": _named,
    "json": _json,
    "javascript": _js,
    "css": _css,
    "c-bytes": _c_bytes,
    "c-octal": _c_octal,
    "c-long": _c_long,
    "percent-u": _percent_u,
    "joined-strings": _joined_strings,
    "punycode": _punycode,
    "rot13": lambda text, rng: codecs.encode(text, "rot13") if any("a" <= x.lower() <= "z" for x in text) else None,
    "reversed": lambda text, rng: text[::-1],
}

# --- charsets: text to bytes -----------------------------------------------------------------------------------------


def _charset(name):
    def hide(text, rng):
        try:
            return text.encode(name)
        except UnicodeEncodeError:
            return None

    return hide


CHARSETS = {
    name: _charset(name)
    for name in (
        *("utf-8", "utf-8-sig", "euc-kr", "cp949", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le", "utf-32-be"),
        *("utf-32", "utf-7"),
    )
}

# --- wrappings: bytes to bytes ---------------------------------------------------------------------------------------

_PADS = [b"", b"z", b"ok", b"Day", b"from "]


def _base64(write):
    def hide(raw, rng):
        return write(rng.choice(_PADS) + raw + rng.choice(_PADS), rng)

    return hide


def _lines(text, rng):
    width = rng.choice([4, 19, 60, 64, 76])
    end = rng.choice([b"\n", b"\r\n", b"\n  "])
    return end.join(text[at : at + width] for at in range(0, len(text), width))


def _percent(raw, rng):
    if rng.random() < 0.4:
        return urllib.parse.quote(raw).encode()
    if rng.random() < 0.3:
        return re.sub("%..", lambda found: found[0].lower(), urllib.parse.quote_plus(raw)).encode()
    return "".join(rng.choice([f"%{byte:02X}", f"%{byte:02x}"]) for byte in raw).encode()


def _quoted_printable(raw, rng):
    if rng.random() < 0.5:
        return quopri.encodestring(raw)
    whole = "".join(f"={byte:02X}" for byte in raw)
    return "=\r\n".join(whole[at : at + 72] for at in range(0, len(whole), 72)).encode()


def _hex(raw, rng):
    text = rng.choice([b"", b"\x00\x01", b"ab"]) + raw
    style = rng.randrange(6)
    if style == 0:
        return binascii.hexlify(text)
    if style == 1:
        return binascii.hexlify(text).upper()
    if style == 2:
        return binascii.hexlify(text, rng.choice([b" ", b":", b"-"]))
    if style == 3:
        return b", ".join(b"0x%02x" % byte for byte in text)
    if style == 4:
        return _lines(binascii.hexlify(text), rng)
    return b"\\x" + binascii.hexlify(text)


def _deflate(raw, rng):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(raw) + packer.flush()


def _zip(raw, rng):
    held = io.BytesIO()
    method = rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("a/readme.txt", b"nothing")
        archive.writestr("a/held.bin", raw)
    return held.getvalue()


WRAPPINGS = {
    "base64": _base64(lambda raw, rng: base64.b64encode(raw)),
    "base64-url": _base64(lambda raw, rng: base64.urlsafe_b64encode(raw).rstrip(b"=")),
    "base64-lines": _base64(lambda raw, rng: _lines(base64.b64encode(raw), rng)),
    "base32": lambda raw, rng: base64.b32encode(raw),
    "hex": _hex,
    "percent": _percent,
    "quoted-printable": _quoted_printable,
    "gzip": lambda raw, rng: gzip.compress(raw, mtime=0),
    "zlib": lambda raw, rng: zlib.compress(raw, rng.choice([1, 6, 9])),
    "deflate": _deflate,
    "zip": _zip,
    "bzip2": lambda raw, rng: bz2.compress(raw),
    "xz": lambda raw, rng: lzma.compress(raw),
    "reversed-bytes": lambda raw, rng: raw[::-1],
}
TEXTUAL = {"base64", "base64-url", "base64-lines", "base32", "hex", "percent", "quoted-printable"}
"""Wrappings whose outcome is ASCII, so that it can stand inside a page."""


def hide(text, rng, spelling, charset, wrappings):
    """The bytes that hide ``text``, or None where the text cannot be written so."""
    spelled = SPELLINGS[spelling](text, rng)
    raw = None if spelled is None else CHARSETS[charset](spelled, rng)
    for name in wrappings:
        if raw is None:
            return None
        raw = WRAPPINGS[name](raw, rng)
    return raw
