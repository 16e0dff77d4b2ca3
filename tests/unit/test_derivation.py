"""Who retells whom is found, shown and never counted apart; two who saw one thing are two."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.incident_cases import account, claim, relate

from sosik.accounts.account import Account, Basis
from sosik.accounts.derivation.retelling import Manner, Passage, Retelling
from sosik.claims.derivation import outlet_key, retellings
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.incidents.origins import Origins
from sosik.values.ids import AccountId
from sosik.values.text import Lang, detect
from sosik.values.textspan import TextSpan

RULES = Rules.shipped()
DAY = date(2025, 11, 12)
ARTICLE = (
    "A landmine exploded beside the Tumen River in Hoeryong on November 9 and killed three residents, a source in North"
    " Hamgyong Province said on the 11th. The source said that the three had been gathering driftwood for the winter, as"
    " people of that quarter do every year. Soldiers closed the bank road the same night and told households to stay"
    " indoors until further notice. Four others were wounded and were carried to the city hospital on handcarts."
)
KOREAN = (
    "9일 함경북도 회령시 두만강 기슭에서 지뢰가 폭발해 주민 3명이 숨졌다고 현지 소식통이 11일 전했다. 소식통은 세 사람이 겨울에 쓸"
    " 나무를 줍고 있었다고 말했다. 그날 폭발로 다른 주민 4명이 다쳐 시 병원으로 옮겨졌다. 10일에는 회령시에서 주민 2명이 체포됐다."
)
ENGLISH = (
    "On the 9th at the bank of the Tumen River in Hoeryong City of North Hamgyong Province a landmine exploded and 3 residents"
    " died, a local source said on the 11th. The source said that three persons were gathering wood to use in winter. By the"
    " explosion of that day 4 other residents were injured and were moved to the city hospital. On the 10th 2 residents were"
    " arrested in Hoeryong City."
)


def one(name, text, days=0, **more):
    more = {"basis": Basis.press, "outlet": name, "published": DAY + timedelta(days)} | more
    return Account(AccountId(name), text, detect(text), **more)


def found(*accounts):
    kept = {item.id: item for item in accounts}
    return retellings(kept, {name: read(item, RULES) for name, item in kept.items()}, RULES.gazetteer)


def test_a_near_copy_is_found_with_its_passages():
    """Half of an article under another opening: the later page retells the earlier one, and the shared words are shown."""
    copy = "Reports reach us from the far bank of the river. " + ARTICLE[:330]
    (retold,) = found(one("Far Bank", ARTICLE), one("Near Bank", copy, 1))

    assert (retold.account, retold.of, retold.manner) == ("Near Bank", "Far Bank", Manner.near_copy)
    assert any(len(item.here.words(copy)) > 150 for item in retold.passages)
    for item in retold.passages:
        assert item.here.words(copy).strip(" .,") in ARTICLE


def test_a_machine_translation_is_found_by_its_facts():
    """No word in common, the same facts in the same order."""
    (retold,) = found(one("강건너", KOREAN), one("Near Bank", ENGLISH, 1))

    assert (retold.account, retold.of, retold.manner) == ("Near Bank", "강건너", Manner.translated)
    shown = {(item.here.words(ENGLISH), item.there.words(KOREAN)) for item in retold.passages}
    assert any("4 other residents" in here and "4명" in there for here, there in shown)


def test_a_named_retelling_is_found_across_languages():
    """An account that names an outlet, by its name in another script, retells that outlet's report of the event."""
    text = (
        "Ganggeonneo News reports that three residents were killed when a landmine exploded in Hoeryong on November 9."
    )
    other = "강건너 통신"
    (retold,) = found(one("a", KOREAN, outlet=other), one("b", text, 3, outlet="Near Bank"))

    assert (retold.account, retold.of, retold.manner) == ("b", "a", Manner.named)
    assert retold.passages[0].here.words(text) == "Ganggeonneo News"


DRIFTS = {
    "5 becomes 6": ("killed three residents", "killed five residents", "number", "changed"),
    "a count grows wide": ("killed three residents", "killed three to six residents", "number", "wider"),
    "a day becomes a month": ("on November 9", "in November", "date", "wider"),
    "another month": ("on November 9", "on October 9", "date", "changed"),
    "another place": ("in Hoeryong on", "in Onsong on", "place", "changed"),
    "dead become hurt": ("killed three residents", "wounded three residents", "outcome", "changed"),
    "a negation is added": ("had been gathering", "had not been gathering", "negation", "changed"),
}


@pytest.mark.parametrize("name", DRIFTS)
def test_a_changed_detail_is_listed(name):
    """What reads otherwise in the copy is named, with the words of both."""
    before, after, kind, change = DRIFTS[name]
    (retold,) = found(one("Far Bank", ARTICLE), one("Near Bank", ARTICLE.replace(before, after), 1))

    assert (kind, change) in {(item.kind, item.change) for item in retold.drift}


def test_a_faithful_copy_has_no_drift():
    """The same words under another name."""
    (retold,) = found(one("Far Bank", ARTICLE), one("Near Bank", ARTICLE, 1))

    assert retold.drift == ()
    assert retold.share == 1.0


APART = {
    "two sources of the desk who saw one event": (
        one("a", ARTICLE[:240], basis=Basis.eyewitness, source="s-wren", outlet=None),
        one("b", "지난 9일 회령시 두만강 기슭에서 지뢰가 터져 주민 3명이 죽었다고 소식통이 말했다.", source="s-lark", outlet=None, basis=Basis.eyewitness),
    ),
    "an own source and a page about the same event": (
        one("a", KOREAN, basis=Basis.eyewitness, source="s-wren", outlet=None),
        one("b", ENGLISH, 2),
    ),
    "two pages about two events": (
        one("a", ARTICLE),
        one("b", "Guards shot a smuggler dead near Hyesan on November 8, a trader said. The body was taken away by truck.", 1),
    ),
    "one sentence of two notes that a desk wrote": (
        one("a", "A mine went off near Musan on 3 November and killed five people, a source said.", source="s-wren", basis=Basis.eyewitness),
        one("b", "A mine went off near Musan on 3 November and killed two people, a source said.", source="s-lark", basis=Basis.eyewitness),
    ),
    "an outlet that is named for another story": (
        one("a", "Market stalls in Chongjin were shut on November 2, a trader told us.", outlet="Far Bank Weekly"),
        one("b", "Far Bank Weekly reports that three residents drowned in the Yalu River at Uiju on November 9.", 2),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", APART)
def test_what_is_no_retelling_is_not_found(name):
    """Corroboration is not taken for copying."""
    assert found(*APART[name]) == ()


def test_what_the_front_matter_says_is_not_found_again():
    """A stated upstream needs no proposal."""
    assert found(one("a", ARTICLE), one("b", ARTICLE, 1, retells=(AccountId("a"),))) == ()


def proposed(account_name, of):
    span = TextSpan(0, 1)
    return Retelling(AccountId(account_name), AccountId(of), Manner.near_copy, 1.0, (Passage(span, span),))


def count(accounts, found_ones=(), decisions=()):
    origins = Origins.of({item.id: item for item in accounts}, decisions, found_ones)
    return origins.count([claim(item.id) for item in accounts])


def test_an_unconfirmed_copy_is_not_counted_apart():
    """Two first-hand accounts of which one seems a copy count as one, until a member says that they are independent."""
    accounts = [account("a", "eyewitness"), account("b", "eyewitness")]
    pair = [proposed("b", "a")]

    assert count(accounts) == 2
    assert count(accounts, pair) == 1
    assert count(accounts, pair, [relate("b", "independent", "a")]) == 2
    assert count(accounts, pair, [relate("b", "retells", "a")]) == 1


@given(
    st.lists(st.sampled_from(["eyewitness", "second-hand", "press", "document"]), min_size=2, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8),
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(["retells", "independent", "same_source"]), st.integers(0, 5)),
        max_size=4,
    ),
)
def test_what_is_found_never_raises_a_count(bases, pairs, decided):
    """Whatever is found between whom, beside whatever members decided: no more origins than without it."""
    accounts = [account(f"a{number}", basis) for number, basis in enumerate(bases)]
    names = [item.id for item in accounts]
    decisions = [
        relate(names[a], relation, names[b]) for a, relation, b in decided if a != b and max(a, b) < len(names)
    ]
    retold = [proposed(names[a], names[b]) for a, b in pairs if a != b and max(a, b) < len(names)]

    for many in range(len(retold)):
        assert count(accounts, retold[: many + 1], decisions) <= count(accounts, retold[:many], decisions)


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("강건너 통신", "Ganggeonneo News"),
        ("Daily NK", "데일리NK"),
        ("The Far Bank", "Far Bank"),
        ("연합뉴스", "Yonhap News Agency"),
    ],
)
def test_an_outlet_has_one_key_in_both_languages(one_name, other):
    """By rule of letters, or by the list of names that no rule brings together."""
    assert outlet_key(one_name) == outlet_key(other)


def test_languages_are_as_detected():
    """The cases above are what they are taken for."""
    assert (detect(KOREAN), detect(ENGLISH)) == (Lang.ko, Lang.en)
