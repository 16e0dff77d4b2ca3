"""Bulletin files are read whole or refused with the reason."""

import pytest

from sosik.bulletins.draft import masked, read_bulletin, read_bulletins
from sosik.errors import BulletinRefused
from sosik.values.text import Lang

EN = """---
bulletin: b-ford
lang: en
title: Two hurt
sources: [s-wren, s-lark]
witnessed: [i-12ab]
writer: m-han
translator: m-seo
translated_from: 2
---
Two people were hurt. {figure:i-12ab.injured} [claim:c-99ff]
"""
KO = """---
bulletin: b-ford
lang: ko
title: 두 명 다쳐
sources: [s-wren]
writer: m-han
---
두 명이 다쳤다. {figure:i-12ab.injured}
"""


def test_versions_join_into_one_bulletin():
    """The versions of one bulletin share its sources and what was witnessed."""
    bulletin = read_bulletin({"ford.en.md": EN, "ford.ko.md": KO})
    assert bulletin.id == "b-ford"
    assert set(bulletin.versions) == {Lang.en, Lang.ko}
    assert bulletin.sources == {"s-wren", "s-lark"}
    assert bulletin.witnessed == {"i-12ab"}
    assert bulletin.authors == {"m-han", "m-seo"}


def test_citations_bear_their_offsets_in_the_body():
    """Cutting the body at a citation's offsets gives the citation; masking keeps every other character in place."""
    draft = read_bulletin({"ford.en.md": EN}).versions[Lang.en]
    figure, claim = draft.citations
    assert draft.body[figure.start : figure.end] == "{figure:i-12ab.injured}"
    assert (figure.incident, figure.figure) == ("i-12ab", "injured")
    assert draft.body[claim.start : claim.end] == "[claim:c-99ff]"
    assert claim.claim == "c-99ff"
    assert len(masked(draft)) == len(draft.body)
    assert masked(draft)[: figure.start] == draft.body[: figure.start]
    assert "figure" not in masked(draft)


def test_sources_that_nobody_lists_are_not_an_empty_list():
    """Absent sources are unknown, which is not the same as none."""
    assert read_bulletin({"a.md": "---\nbulletin: b\n---\nText.\n"}).sources is None


REFUSED = {
    "no front matter": {"a.en.md": "Two people."},
    "no bulletin key": {"a.en.md": "---\ntitle: x\n---\nText."},
    "empty body": {"a.en.md": "---\nbulletin: b\n---\n \n"},
    "an unknown key": {"a.en.md": EN.replace("writer", "writter")},
    "another language than its name": {"a.ko.md": EN},
    "an unknown language": {"a.md": EN.replace("lang: en", "lang: fr")},
    "two versions in one language": {"a.en.md": EN, "b.en.md": EN},
    "versions of different bulletins": {"a.en.md": EN, "a.ko.md": KO.replace("b-ford", "b-other")},
    "a figure without its name": {"a.en.md": EN.replace(".injured", "")},
    "a claim without its id": {"a.en.md": EN.replace("c-99ff", "")},
    "an unclosed citation": {"a.en.md": EN.replace("injured}", "injured")},
    "a revision that is no number": {"a.en.md": EN.replace("translated_from: 2", "translated_from: two")},
    "sources that are no list of names": {"a.en.md": EN.replace("[s-wren, s-lark]", "[1, 2]")},
    "a key that stands twice": {"a.en.md": EN.replace("lang: en", "lang: en\nlang: en")},
    "nothing": {},
}


@pytest.mark.parametrize("files", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused(files):
    """Each broken file is refused with E-BULLETIN, never guessed at."""
    with pytest.raises(BulletinRefused) as refused:
        read_bulletin(files)
    assert refused.value.code == "E-BULLETIN"


def test_one_broken_bulletin_does_not_stop_the_others():
    """A folder gives every bulletin that can be read and a refusal for each that cannot."""
    bulletins, refused = read_bulletins({"ford.en.md": EN, "ford.ko.md": KO, "bad.en.md": "no"})
    assert [one.id for one in bulletins] == ["b-ford"]
    assert [error.fields["file"] for error in refused] == ["bad.en.md"]
