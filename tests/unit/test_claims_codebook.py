"""The codebook: what it holds, what its words do not mean, and how a desk adds to it."""

from datetime import date

import pytest

from sosik.accounts.account import Account, Basis
from sosik.claims.claim import Kind
from sosik.claims.codebook import Codebook, CodebookRefused
from sosik.claims.reading import read
from sosik.claims.rules import Rules
from sosik.cli.reading_rules import rules_of_reading
from sosik.values.ids import AccountId
from sosik.values.text import Lang

BOOK = Codebook.load()
ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip
FIGURES_OF_SPEECH = [
    "협상이 무산돼 회담장에서 고성이 오갔다.", "그 배우의 인기가 폭발했다.", "세금 폭탄을 맞았다.", "논쟁에 불이 붙었다.", "불길한 예감이 들었다.", "문화재를 전시했다.",
    "포고문이 붙었다.", "기술 고문으로 일했다.", "김일성 동상에 꽃을 바쳤다.", "혁명에 투신했다.", "시간이 많이 소요됐다.", "다음 사항의 이행을 요구했다.", "강원도청 앞을 지났다.",
    "정보의 홍수 속에 산다.", "찻잔 속의 태풍이었다.", "폭풍군단이 왔다.", "날벼락을 맞은 기분이었다.", "살인적인 물가였다.", "모내기 전투를 벌였다.", "무력 시위를 벌였다.",
    "기회를 붙잡았다.", "균형이 잡혔다.", "틀에 갇혔다.", "마약에 중독됐다.", "사랑에 빠졌다.", "눈물바다가 됐다.", "처형네 집에 갔다.", "가두여성들이 모였다.", "입단속을 했다.",
    "시장에서 쌀이 사라졌다.", "날개 돋친 듯 팔려 나갔다.", "웃음이 터졌다.", "온갖 수단을 동원했다.", "중절모를 썼다.", "발포 비타민을 먹었다.", "손을 붙잡고 울었다.", "악습을 추방하자고 했다.",
]  # fmt: skip


def claims(text, rules=None, lang=Lang.ko):
    account = Account(id=AccountId("a"), text=text, lang=lang, basis=Basis.unknown, received=date(2024, 11, 13))
    return read(account, rules or rules_of_reading()).claims


def test_the_field_is_covered():
    """At least 25 kinds of incidents and 15 of measures, each named and with triggers in both languages."""
    kinds = [one.kind for one in BOOK.categories.values()]
    assert kinds.count(Kind.incident) >= 25
    assert kinds.count(Kind.measure) >= 15
    for one in BOOK.categories.values():
        assert one.en
        assert one.ko
        assert all(one.triggers[lang] for lang in Lang), one.key


def test_codes_are_those_of_the_tables_they_go_into():
    """ACLED's event and sub-event types fit each other; UCDP's types of violence are 1, 2 and 3."""
    for one in BOOK.categories.values():
        event, sub_event = one.acled
        assert (event == "") == (sub_event == "")
        assert event == "" or sub_event in ACLED[event], one.key
        assert one.ucdp in {None, "1", "2", "3"}


@pytest.mark.parametrize("text", FIGURES_OF_SPEECH)
def test_a_figure_of_speech_is_no_event(text):
    """On a stated day in a stated place, words that only look like a category give no claim."""
    assert claims(f"11월 5일 혜산시에서 {text}") == ()


def test_a_desk_adds_a_category_and_words_without_code(tmp_path, monkeypatch):
    """A file in its own folder: a new category, more words for an old one, an old one's name, and what it is not."""
    monkeypatch.setenv("SOSIK_HOME", str(tmp_path))
    text = "11월 5일 혜산시에서 소금이 떨어졌다."
    assert claims(text) == ()
    (tmp_path / "codebook.toml").write_text(
        '[category.salt_shortage]\nkind = "measure"\nen = "salt shortage"\nko = "소금 부족"\n'
        'triggers_en = ["salt & ran out"]\ntriggers_ko = ["소금 & 떨어"]\n'
        '[category.landmine]\nko = "지뢰 사고"\ntriggers_ko = ["쇠단추 & @harm"]\nnot_ko = ["놀이용 쇠단추"]\n',
        "utf-8",
    )
    (salt,) = claims(text)
    assert (salt.category.value, salt.kind) == ("salt_shortage", Kind.measure)
    assert rules_of_reading().codebook.get("landmine").ko == "지뢰 사고"
    (mine,) = claims("11월 5일 무산군에서 쇠단추를 밟아 두 명이 숨졌다.")
    assert mine.category.value == "landmine"
    assert all(
        one.category.value != "landmine" for one in claims("11월 5일 무산군에서 놀이용 쇠단추를 삼켜 두 명이 숨졌다.")
    )
    assert rules_of_reading().codebook.version != BOOK.version


@pytest.mark.parametrize(
    "own",
    [
        "[category.x\n",
        '[category.x]\nkind = "incident"\n',
        '[category.x]\nkind = "thing"\nen = "x"\nko = "x"\n',
        '[category.fire]\ntriggers_ko = ["("]\n',
    ],
)
def test_a_codebook_that_cannot_be_read_is_refused(tmp_path, own):
    """By its name and the kind of fault, before anything is read with it."""
    file = tmp_path / "codebook.toml"
    file.write_text(own, "utf-8")
    with pytest.raises(CodebookRefused):
        Codebook.load(file)


def test_the_rules_name_their_version():
    """The codebook, the gazetteer and the cutter of words, since a cache hangs on them."""
    assert rules_of_reading().version != Rules.shipped().version
    assert "kiwi" in rules_of_reading().version
