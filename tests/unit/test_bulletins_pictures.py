"""Pictures of a bulletin: named in its file with words, rebuilt from pixels, and gone from the site without a trace of their file."""

import io

import pytest
from PIL import Image

from sosik.adapters.pictures import PillowPictures
from sosik.bulletins.assemble import assemble
from sosik.bulletins.check import check
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.draft_pictures import illustrated, picture_key
from sosik.bulletins.policy import Policy
from sosik.claims.codebook import Codebook
from sosik.claims.rules import Rules
from sosik.errors import BulletinRefused, NotCleared

RULES = Rules.shipped()
WORDS = {"file": "IMG_2031.jpg", "caption": "The river.", "credit": "A. Made-up", "alt": "A wide river."}


def text(pictures):
    lines = "".join("  - " + "    ".join(f"{key}: {value}\n" for key, value in each.items()) for each in pictures)
    return f"---\nbulletin: b-1\nlang: en\ntitle: T\npictures:\n{lines}---\nA landmine exploded.\n"


def read(*pictures):
    return read_bulletin({"b-1.en.md": text(pictures)})


def photo():
    out = io.BytesIO()
    image = Image.new("RGB", (640, 320), (90, 100, 110))
    exif = image.getexif()
    exif[0x010F] = "A maker of cameras"
    image.save(out, "JPEG", exif=exif)
    return PillowPictures().rebuild("IMG_2031.jpg", out.getvalue()).content


def test_a_picture_reaches_the_edition_under_another_name():
    """Caption, credit, alternative text and the note of an old photo are carried; the file's name and its maker are not."""
    bulletin = illustrated(read(WORDS | {"file_photo": "true"}), {picture_key("b-1", "IMG_2031.jpg"): photo()})
    picture = (
        assemble(bulletin, None, Codebook.load(), RULES.gazetteer, Policy.shipped()).edition.versions[0].pictures[0]
    )

    assert (picture.caption, picture.credit, picture.alt) == ("The river.", "A. Made-up", "A wide river.")
    assert picture.is_file_photo
    assert picture.path == "picture-1.jpg"
    assert b"maker" not in picture.content


@pytest.mark.parametrize("key", ["file", "caption", "credit", "alt"])
def test_a_picture_without_its_words_is_refused(key):
    """Nobody publishes a picture that has no caption, credit or words for those who do not see it."""
    with pytest.raises(BulletinRefused):
        read({name: value for name, value in WORDS.items() if name != key})


@pytest.mark.parametrize(
    "harm", [{"file": "../x.jpg"}, {"file": "a/b.jpg"}, {"size": "big"}, {"file_photo": "perhaps"}]
)
def test_a_picture_that_cannot_be_read_is_refused(harm):
    """A path out of the folder, an unknown key, a mark that is neither true nor false."""
    with pytest.raises(BulletinRefused):
        read(WORDS | harm)


def test_a_picture_that_the_desk_does_not_keep_blocks():
    """It is not left out silently."""
    with pytest.raises(NotCleared):
        illustrated(read(WORDS), {})


def test_words_at_a_picture_are_checked():
    """A caption or an alternative text that betrays blocks as the body would, and says where."""
    for key in ("caption", "alt"):
        said = {**WORDS, key: "Photo sent to us by a source in Karak-ri by WeChat on 12 November."}
        verdict = check(read(said), None, Policy.shipped(), RULES.gazetteer, RULES.codebook)
        assert any(reason.part == "picture" and reason.severity == "block" for reason in verdict.reasons), key
    plain = check(read(WORDS), None, Policy.shipped(), RULES.gazetteer, RULES.codebook)
    assert not [reason for reason in plain.reasons if reason.part == "picture"]
