"""Bech32 as BIP173 defines it, slow and readable: an age identity out of 32 bytes."""

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def encoded(prefix, content):
    words = _of_five(content)
    return prefix + "1" + "".join(_LETTERS[word] for word in words + _check_sum(prefix, words))


def _of_five(content):
    bits = "".join(f"{byte:08b}" for byte in content)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[at : at + 5], 2) for at in range(0, len(bits), 5)]


def _check_sum(prefix, words):
    spread = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    left = _polymod(spread + words + [0] * 6) ^ 1
    return [(left >> 5 * (5 - at)) & 31 for at in range(6)]


def _polymod(values):
    total = 1
    for value in values:
        top = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for at, part in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            total ^= part if (top >> at) & 1 else 0
    return total
