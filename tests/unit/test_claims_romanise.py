"""Romanising Hangul place names by rule."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.claims.gazetteer.entry import name_key
from sosik.claims.gazetteer.romanise import mccune_reischauer, northern, revised, spellings
from sosik.claims.gazetteer.syllables import southern

NAMES = [
    # Hangul, Revised, McCune-Reischauer, as the North prints it
    ("청진", "Cheongjin", "Ch'ŏngjin", "Chongjin"),
    ("회령", "Hoeryeong", "Hoeryŏng", "Hoeryong"),
    ("혜산", "Hyesan", "Hyesan", "Hyesan"),
    ("함흥", "Hamheung", "Hamhŭng", "Hamhung"),
    ("만포", "Manpo", "Manp'o", "Manpho"),
    ("백암", "Baegam", "Paegam", "Paekam"),
    ("신의주", "Sinuiju", "Sinŭiju", "Sinuiju"),
    ("압록", "Amnok", "Amnok", "Aprok"),
    ("은률", "Eullyul", "Ŭllyul", "Unryul"),
    ("랑림", "Rangnim", "Rangnim", "Rangrim"),
    ("김형직", "Gimhyeongjik", "Kimhyŏngjik", "Kimhyongjik"),
    ("대홍단", "Daehongdan", "Taehongdan", "Taehongdan"),
    ("풍서", "Pungseo", "P'ungsŏ", "Phungso"),
    ("강릉", "Gangneung", "Kangnŭng", "Kangrung"),
    ("속초", "Sokcho", "Sokch'o", "Sokcho"),
    ("정주", "Jeongju", "Chŏngju", "Jongju"),
    ("벽동", "Byeokdong", "Pyŏktong", "Pyoktong"),
    ("왜관", "Waegwan", "Waegwan", "Waegwan"),
    ("독립문", "Dongnimmun", "Tongnimmun", "Tokripmun"),
]
SOUTHERN = [
    ("룡천", "용천"), ("라선", "나선"), ("녕변", "영변"), ("량강도", "양강도"), ("락원", "낙원"), ("리원", "이원"),
    ("랑림", "낭림"), ("은률", "은률"), ("회령", "회령"), ("남포", "남포"), ("련포", "연포"),
]  # fmt: skip


@pytest.mark.parametrize(("hangul", "south", "mr", "north"), NAMES)
def test_a_name_is_written_as_each_system_writes_it(hangul, south, mr, north):
    """Sounds that meet are written as they are heard, save in northern usage."""
    assert (revised(hangul), mccune_reischauer(hangul), northern(hangul)) == (south, mr, north)


@pytest.mark.parametrize(("north", "south"), SOUTHERN)
def test_the_south_spells_a_first_letter_otherwise(north, south):
    """An initial ㄹ or ㄴ is changed or dropped, and no other letter."""
    assert southern(north) == south


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("룡천군", "Yongch'ŏn-gun"), ("룡천군", "Ryongchon"), ("룡천군", "용천"), ("라선시", "Naseon"), ("라선시", "Rasŏn-si"),
        ("량강도", "Yanggang-do"), ("자강도", "Chagang"), ("자강도", "Jagang"), ("함경북도", "Hamgyeongbuk-do"), ("녕변군", "Yongbyon"),
    ],
)  # fmt: skip
def test_every_usual_form_is_among_the_spellings(name, form):
    """North and South, with and without the unit, with marks or without."""
    assert name_key(form) in {name_key(one) for one in spellings(name)}


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=8))
def test_any_hangul_is_written_in_latin_letters_alone(hangul):
    """Whatever the syllables, all three systems give Latin letters and apostrophes, and the same each time."""
    for write in (revised, mccune_reischauer, northern):
        latin = write(hangul)
        plain = unicodedata.normalize("NFD", latin).replace("'", "")
        assert latin == write(hangul)
        assert all(char.isascii() or unicodedata.combining(char) for char in plain)
        assert latin[:1].isupper()
