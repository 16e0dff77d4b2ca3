"""Pictures are rebuilt from pixels: whatever a file carries besides, none of it is in what is published."""

import io
import os
import random
import zipfile

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from sosik.adapters.pictures import PillowPictures, check_published, check_segments
from sosik.errors import PictureRefused

MARK = "Kim-Young-hee-42.2331"


def picture(rng, kind):
    """A picture with the mark in its metadata, in every place that the format has, and after its end."""
    image = Image.effect_noise((rng.randrange(70, 300), rng.randrange(70, 300)), 40).convert("RGB")
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x9C9B] = MARK, MARK, MARK.encode("utf-16-le")
    exif.get_ifd(0x8825)[29] = MARK
    small = io.BytesIO()
    image.resize((32, 32)).save(small, "JPEG", comment=MARK.encode())
    thumbnail = exif.get_ifd(ExifTags.IFD.IFD1)
    thumbnail[0x0103], thumbnail[0x010D] = 6, MARK
    options = {"exif": exif.tobytes(), "icc_profile": MARK.encode() * 9, "xmp": f"<x>{MARK}</x>".encode()}
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", MARK)
        info.add_text("Packed", MARK, zip=True)
        info.add_itxt("XML:com.adobe.xmp", MARK)
        options["pnginfo"] = info
    elif kind == "JPEG":
        options["comment"] = MARK.encode()
    out = io.BytesIO()
    image.save(out, kind, **options)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(f"{MARK}.txt", MARK)
    tail = rng.choice([b"", held.getvalue(), b"\0\0\0\x18ftypmp42" + MARK.encode(), MARK.encode()])
    raw = out.getvalue()
    if kind == "JPEG":
        carried = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + _iptc() + small.getvalue()
        raw = raw[:2] + b"\xff\xed" + (len(carried) + 2).to_bytes(2, "big") + carried + raw[2:]
    return raw + tail


def _iptc():
    """A caption as IPTC carries it."""
    record = b"\x1c\x02\x78" + len(MARK).to_bytes(2, "big") + MARK.encode()
    return len(record).to_bytes(4, "big") + record


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("seed", range(334 if os.environ.get("SOSIK_PROFILE") == "soak" else 12))
def test_nothing_but_pixels_survives(kind, seed):
    """No mark in any charset, none of the words of metadata; the segments are those of the allow-list."""
    raw = picture(random.Random(seed), kind)
    content = PillowPictures().rebuild("p", raw).content

    assert MARK.encode() in raw
    for charset in ("utf-8", "utf-16-le", "utf-16-be"):
        assert MARK.encode(charset) not in content
    assert not [
        word
        for word in (b"Exif", b"ICC_PROFILE", b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"ns.adobe", b"Photoshop", b"8BIM")
        if word in content
    ]
    check_segments("p", content)
    with pytest.raises(PictureRefused):
        check_segments("p", raw)


def test_a_heic_becomes_a_jpeg():
    """HEIC in, JPEG out."""
    out = io.BytesIO()
    Image.effect_noise((128, 128), 40).convert("RGB").save(out, "HEIF")

    assert PillowPictures().rebuild("p", out.getvalue()).suffix == ".jpg"


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7", b"\xff\xd8\xff\xe0", picture(random.Random(1), "JPEG")[:900]])
def test_what_is_no_whole_picture_is_refused_in_one_sentence(raw):
    """Never with a decoder's own error."""
    with pytest.raises(PictureRefused):
        PillowPictures().rebuild("p", raw)


def test_an_animation_and_a_bomb_are_refused():
    """More frames than one, more pixels than fit."""
    frames = [Image.new("RGB", (80, 80), (shade, 0, 0)) for shade in (0, 99)]
    out = io.BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    bomb = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(bomb, "PNG")
    for raw in (out.getvalue(), bomb.getvalue()):
        with pytest.raises(PictureRefused):
            PillowPictures().rebuild("p", raw)


def test_documents_and_raw_pictures_do_not_leave():
    """A bundle holds only kinds of files that we write, and pictures of pixels alone."""
    check_published(
        {"a/index.html": b"", "p.jpg": PillowPictures().rebuild("p", picture(random.Random(2), "JPEG")).content}
    )
    for files in ({"report.pdf": b"%PDF"}, {"p.jpg": picture(random.Random(3), "JPEG")}, {"x": b""}):
        with pytest.raises(PictureRefused):
            check_published(files)
