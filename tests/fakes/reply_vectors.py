"""The bytes of a shared vector: sealed as it stands, or another's bytes cut, flipped or lengthened."""

import base64


def content_of(vector, every):
    if "sealed" in vector:
        return base64.b64decode(vector["sealed"])
    content = bytearray(base64.b64decode(every[vector["of"]]["sealed"]))
    if "flip" in vector:
        content[vector["flip"]] ^= 1
    content += bytes(vector.get("add", 0))
    return bytes(content[: len(content) - vector.get("cut", 0)])
