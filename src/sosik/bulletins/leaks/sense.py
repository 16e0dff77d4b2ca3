"""Can anything stand in bytes that were decoded on a guess? Most runs of letters are words, and decode to noise.

What passes holds as much as the shortest secret, in some charset and from either end, or the beginning of something packed.
"""

import re

_ASCII = rb"[\t\n\r\x20-\x7e]"
_UTF8 = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
_BACKWARD = rb"(?:[\x80-\xbf][\xc2-\xdf]|[\x80-\xbf]{2}[\xe0-\xef])"
_KOREAN = rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]"
_HIGH = rb"[\x03\x11\x20\x30\x31\xac-\xd7\xfe\xff]"
_LITTLE = rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x00-\xff]" + _HIGH + rb")"
_BIG = rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|" + _HIGH + rb"[\x00-\xff])"
_BETWEEN = _ASCII + rb"{0,5}"
_PACKED = rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]|BZh[1-9]1AY|\xfd7zXZ|PK\x03\x04"
_SENSE = re.compile(
    b"|".join(
        (
            _ASCII + rb"{6}",
            *(rb"(?:" + each + _BETWEEN + rb"){3}" for each in (_UTF8, _BACKWARD)),
            rb"(?:" + _KOREAN + _BETWEEN + rb"){2}",
            *(each + rb"{3}" for each in (_LITTLE, _BIG)),
            *(rb"(?:" + each + rb"){2}" for each in (_LITTLE + rb"\x00\x00", rb"\x00\x00" + _BIG)),
            _PACKED,
        )
    ),
    re.DOTALL,
)


def holds_sense(piece: bytes) -> bool:
    return _SENSE.search(piece) is not None
