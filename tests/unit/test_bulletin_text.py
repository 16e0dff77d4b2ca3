"""A bulletin written as its files is the bulletin that is read from them, and a save gives honest revisions."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sosik.bulletins.bulletin import Bulletin, Draft, DraftPicture
from sosik.bulletins.bulletin_text import file_name, file_text, revised
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.staleness import stale_versions
from sosik.values.ids import BulletinId, SourceHandle
from sosik.values.text import Lang, normalise

WORDS = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=40).map(
    lambda text: normalise(text).strip()
)
SAID = WORDS.filter(bool)
SOME = WORDS.map(lambda text: text or None)
DRAFTS = st.builds(
    Draft,
    lang=st.just(Lang.ko),
    title=WORDS,
    body=st.builds(lambda text: f"글 {text}\n\n둘째 --- : 문단\n", WORDS).filter(
        lambda text: "{" not in text and "[" not in text
    ),
    sources=st.none()
    | st.lists(st.from_regex(r"s-[a-z]{1,8}", fullmatch=True), max_size=3).map(
        lambda names: tuple(SourceHandle(one) for one in names)
    ),
    witnessed=st.none() | st.just(("i-1", "i-2")),
    writer=SOME,
    translator=SOME,
    editor=SOME,
    translated_from=st.none() | st.integers(1, 99),
    correction=SOME,
    pictures=st.lists(
        st.builds(
            DraftPicture,
            file=st.just("river.jpg"),
            caption=SAID,
            credit=SAID,
            alt=SAID,
            is_file_photo=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    revision=st.integers(1, 99),
)


@given(DRAFTS)
def test_what_is_written_is_read_back(draft):
    """Whatever stands in the fields: colons, quotes, dashes, numbers, yes and no."""
    files = {file_name("b-x", Lang.ko): file_text("b-x", draft)}

    assert read_bulletin(files).versions[Lang.ko] == draft


KO = Draft(Lang.ko, "제목", "글\n", writer="m-a", revision=3)
EN = Draft(Lang.en, "Title", "Text\n", writer="m-a", translator="m-b", translated_from=3, revision=3)
BOTH = Bulletin(BulletinId("b-x"), {Lang.ko: KO, Lang.en: EN}, 3)


def saved(ko=KO, en=EN, *, looked=False):
    return revised(BOTH, Bulletin(BOTH.id, {Lang.ko: ko, Lang.en: en}, 3), translation_looked_at=looked)


def stale(bulletin):
    return [draft.lang.value for draft, _ in stale_versions(bulletin)]


def test_a_save_without_a_change_changes_nothing():
    """Neither a revision nor a byte."""
    assert saved() == BOTH


def test_a_changed_original_leaves_its_translation_behind():
    """It rises, and the translation is stale until it is changed or looked at."""
    ko = evolve(KO, body="새 글\n")

    assert (saved(ko).revision, stale(saved(ko))) == (4, ["en"])
    assert stale(saved(ko, evolve(EN, body="New text\n"))) == []
    assert stale(saved(ko, looked=True)) == []
    assert saved(ko, looked=True).versions[Lang.en].translated_from == 4


def test_two_that_were_written_apart_stand_together_once_somebody_says_so():
    """Without a translator each save of one leaves the other behind; who looked at both brings them to one revision."""
    apart = {Lang.ko: evolve(KO, revision=4), Lang.en: evolve(EN, translator=None, translated_from=None, revision=3)}
    both = Bulletin(BOTH.id, apart, 4)

    assert stale(both) == ["en"]
    assert stale(revised(both, both, translation_looked_at=True)) == []


def test_a_changed_translation_leaves_nothing_behind():
    """A slip mended in the translation alone makes nobody stale."""
    found = saved(en=evolve(EN, body="Texts\n"))

    assert stale(found) == []
    assert found.versions[Lang.en].body == "Texts\n"
    assert found.versions[Lang.ko] == KO
