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
    "3일 혜산에서 단속이 있었는가.", "3일 무산에서 불이 났느냐고 물었다.", "3일 혜산에서 단속은 안 했다.", "3일 회령에서 체포된 사람이 있습니까?", "3일 남포에서 아무도 안 잡혀갔다.",
    "저녁 장사를 하던 혜산의 두부집은 3일 일찍 문을 닫았다.", "3일 무산에서 버섯을 캐러 갔다.",
    "협상이 무산돼 회담장에서 고성이 오갔다.", "그 배우의 인기가 폭발했다.", "세금 폭탄을 맞았다.", "논쟁에 불이 붙었다.", "불길한 예감이 들었다.", "문화재를 전시했다.",
    "포고문이 붙었다.", "기술 고문으로 일했다.", "김일성 동상에 꽃을 바쳤다.", "혁명에 투신했다.", "시간이 많이 소요됐다.", "다음 사항의 이행을 요구했다.", "강원도청 앞을 지났다.",
    "정보의 홍수 속에 산다.", "찻잔 속의 태풍이었다.", "폭풍군단이 왔다.", "날벼락을 맞은 기분이었다.", "살인적인 물가였다.", "모내기 전투를 벌였다.", "무력 시위를 벌였다.",
    "기회를 붙잡았다.", "균형이 잡혔다.", "틀에 갇혔다.", "마약에 중독됐다.", "사랑에 빠졌다.", "눈물바다가 됐다.", "처형네 집에 갔다.", "가두여성들이 모였다.", "입단속을 했다.",
    "시장에서 쌀이 사라졌다.", "날개 돋친 듯 팔려 나갔다.", "웃음이 터졌다.", "온갖 수단을 동원했다.", "중절모를 썼다.", "발포 비타민을 먹었다.", "손을 붙잡고 울었다.", "악습을 추방하자고 했다.",
]  # fmt: skip

TOLD = [
    ("traffic_accident", "12일 자성군에서 버스가 빙판에 미끄러지면서 여덟 명이 다쳤다."),
    ("traffic_accident", "지난 2일 명간군 열차 충돌 사고로 4명이 숨졌다."),
    ("traffic_accident", "12일 자성군에서 소달구지가 넘어져 노인 한 명이 깔려 숨졌다."),
    ("traffic_accident", "지난 6일 구성시에서 짐차가 다리 난간을 받아 다섯 명이 죽었다."),
    ("workplace_accident", "12일 자성군 갱에서 돌덩이가 떨어져 광부 두 명이 다쳤다."),
    ("workplace_accident", "12일 청진항에서 짐이 쏟아져 부두 노동자 한 명이 다리를 다쳤다."),
    ("workplace_accident", "8일 무산 광산에서 발파를 하다 청년 한 명이 한쪽 눈을 잃었다."),
    ("beating", "지난 5일 보천군에서 한 청년이 규찰대에 맞아 팔이 부러졌다."),
    ("storm", "지난 16일 신포시 부근 바다에서 폭풍에 고깃배가 뒤집혀 어부 8명이 실종됐다."),
    ("injury", "12일 혜산에서 세 명이 다쳤다."),
    ("injury", "12일 혜산에서 두 사람이 칼에 찔려 다쳤다."),
    ("landmine", "14일 무산군에서 한 남성이 지뢰를 밟아 다쳤다. 남성은 버섯을 캐러 산에 올랐다가 변을 당했다."),
    ("market_ban", "당국은 12월 1일부터 혜산시에서 시장 영업을 금지할 예정이다."),
    ("fence", "12월 5일부터 온성군 국경에 철조망을 새로 칠 예정이다."),
    ("landmine", "지난달 12일 새벽 보천군에서 나물 캐던 여성 한 명이 지뢰를 밟아 다리를 잃었다고 량강도 소식통이 전했다."),
    ("landmine", "9월 하순 삼수군 강기슭에서 목함지뢰가 터져 밀수꾼 2명이 죽거나 다쳤다."),
    ("shooting", "10월 초 온성군에서 경비대가 강을 건너던 사람들에게 사격을 가해 세 명이 숨졌다."),
    ("shooting", "11월 3일 밤 혜산에서 초병이 쏜 총에 맞아 열아홉 살 청년이 숨졌다."),
    ("beating", "지난주 회령시 안전부에서 조사받던 상인이 심하게 맞아 의식을 잃었다."),
    ("public_execution", "8월 20일 청진시 수남구역에서 주민들이 모인 가운데 남성 2명이 총살됐다."),
    ("execution", "지난해 12월 평양에서 간부 네 명이 비공개로 처형됐다."),
    ("arrest", "11월 1일 무산군에서 중국 손전화를 쓰던 주민 3명이 보위부에 체포됐다."),
    ("arrest", "이달 5일 신의주시에서 송금 브로커 두 명이 붙잡혔다."),
    ("repatriation", "10월 9일 중국 훈춘에서 탈북민 70여 명이 북송됐다."),
    ("disappearance", "7월 초 나선시에서 고기잡이를 나간 어부 5명이 실종됐다."),
    ("disappearance", "9월 중순 혜산시에서 여대생 한 명이 행방불명됐다고 한다."),
    ("drowning", "8월 2일 만포시 인근 압록강에서 고기를 잡던 두 사람이 급류에 휩쓸려 숨졌다."),
    ("drowning", "지난달 30일 신포시 앞바다에서 어선이 뒤집혀 선원 여섯 명이 숨졌다."),
    ("freezing", "올해 1월 대홍단군에서 돌격대원 두 명이 얼어 죽었다."),
    ("starvation", "지난 5월 곡산군에서 노부부가 굶어 숨진 채 발견됐다."),
    ("disease", "지난 8월 평성시에서 장티푸스로 어린이 네 명이 숨졌다."),
    ("poisoning", "12월 5일 혜산시에서 탄내를 맡은 일가족 네 명이 숨졌다."),
    ("suicide", "10월 중순 함흥시에서 빚에 쫓기던 40대 여성이 스스로 목숨을 끊었다."),
    ("death_in_custody", "9월 초 전거리교화소에서 수감자 3명이 영양실조로 숨졌다고 함경북도 소식통이 전했다."),
    ("mine_collapse", "6월 18일 개천시 탄광에서 갱이 무너져 탄부 7명이 매몰돼 숨졌다."),
    ("workplace_accident", "4월 3일 평양시 살림집 건설장에서 기중기가 넘어져 돌격대원 2명이 숨졌다."),
    ("traffic_accident", "10월 25일 부전군 고개에서 써비차가 굴러 아홉 명이 죽고 열 명이 다쳤다."),
    ("fire", "3월 8일 원산시 아파트에서 불이 나 세 명이 숨졌다."),
    ("flood", "7월 28일 신의주시 하단리가 물에 잠겨 주민 수십 명이 숨지거나 실종됐다."),
    ("landslide", "8월 중순 김형권군에서 산사태로 살림집 스무 채가 묻혀 12명이 숨졌다."),
    ("storm", "8월 27일 태풍이 통천군을 덮쳐 두 명이 숨졌다."),
    ("raid", "10월 2일 새벽 보위부가 청진시의 한 가정집을 급습해 지하교인 5명을 체포했다."),
    ("banishment", "지난달 초 혜산시에서 다섯 가구가 풍서군 농촌으로 추방됐다."),
    ("forced_labour", "9월부터 온성군에서 붙잡힌 여성들이 강제노동에 시달리고 있다."),
    ("forced_abortion", "4월 무산군 보위부에서 북송된 임신부 한 명이 강제 낙태를 당했다."),
    ("escape_from_custody", "8월 5일 회령시 구류장에서 수감자 2명이 탈출했다."),
    ("trafficking", "5월 장백현에서 탈북 여성 두 명이 농촌으로 팔려 갔다."),
    ("sexual_violence", "6월 초 혜산시에서 단속원이 여성 장사꾼을 성폭행했다."),
    ("abduction", "6월 10일 옌지에서 한국인 활동가 한 명이 괴한들에게 납치됐다."),
    ("public_trial", "10월 20일 삼지연시에서 공개재판이 열려 청년 다섯 명이 노동교화형을 선고받았다."),
    ("explosion", "9월 9일 강계시 군수공장에서 폭발이 일어나 최소 8명이 숨졌다."),
    ("armed_clash", "11월 4일 무산군에서 국경경비대와 무장한 탈영병 사이에 교전이 벌어져 두 명이 숨졌다."),
    ("border_crossing", "10월 7일 인제군에서 북한군 병사 한 명이 군사분계선을 넘어 귀순했다."),
    ("mine_laying", "지난 8월부터 혜산시 일대 국경에 지뢰를 새로 묻고 있다."),
    ("cameras", "9월부터 회령시 강변에 감시카메라가 설치되고 있다."),
    ("fence", "올해 3월부터 신의주시 강변을 따라 고압 철조망을 세우고 있다."),
    ("shoot_on_sight", "8월 25일 북부 국경에 접근하는 자는 무조건 사격하라는 포고가 내려졌다."),
    ("lockdown", "11월 1일부터 혜산시가 20일간 봉쇄됐다."),
    ("crackdown", "10월부터 평성시에서 한국 영상물 집중 단속이 벌어지고 있다."),
    ("market_ban", "11월 초부터 사리원시에서 장마당 운영을 오후 세 시간으로 제한했다."),
    ("travel_ban", "10월 10일부터 량강도 주민의 타 지역 이동이 금지됐다."),
    ("curfew", "10월 중순부터 무산군에서 밤 9시 이후 통행이 금지됐다."),
    ("checkpoint", "9월 초 혜산시 외곽에 10호 초소가 새로 생겼다."),
    ("border_tightening", "8월부터 중국 쪽 국경에서 변방대가 순찰을 늘렸다."),
    ("border_closure", "11월 6일 장백-혜산 세관이 다시 닫혔다."),
    ("signal_jamming", "9월부터 온성군에서 방해전파를 쏘고 있다."),
    ("phone_detection", "10월 초 회령시에 독일제 전파탐지기가 들어왔다."),
    ("house_searches", "10월 29일 청진시 안전원들이 집집마다 돌며 수색했다."),
    ("labour_mobilisation", "10월 초부터 정주시 주민들이 가을걷이에 동원되고 있다."),
    ("ration_cut", "9월부터 강계시에서 배급이 절반으로 줄었다."),
    ("currency_control", "11월 1일부터 나선시에서 위안화 사용이 금지됐다."),
    ("ideological_campaign", "10월부터 함흥시에서 반동사상문화배격법 강연회가 열리고 있다."),
    ("reward_for_informing", "9월부터 혜산시에서 탈북을 신고하면 포상금을 준다는 포고문이 붙었다."),
    ("sentry_posts", "8월부터 대홍단군 강변에 잠복초소를 200미터 간격으로 세우고 있다."),
    ("landmine", "무산군 주민 세 명이 10월 2일 두만강을 건너다 지뢰가 터져 숨졌다."),
    ("", "주민들은 지뢰를 밟을까 두려워 강가에 가지 않는다고 한다."),
    ("", "이번 달 쌀 가격은 킬로그램당 8천 원으로 올랐다."),
    ("", "예전에는 무산군에서 굶어 죽는 사람이 흔했다."),
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


@pytest.mark.parametrize(("category", "text"), TOLD)
def test_a_korean_telling_is_of_its_category(category, text):
    """One sentence of each kind, in the words of call notes and exile news; none where nothing happened."""
    assert [one.category.value for one in claims(text)] == category.split()


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


def test_each_place_of_a_sentence_has_its_own_people():
    """Three in one county and five in another on another day are two events, told in one sentence."""
    text = "지난 7일 무산군에서 2명, 지난 8일 회령시에서 3명이 체포됐다고 소식통이 전했다."
    account = Account(
        id=AccountId("x"), text=text, lang=Lang.ko, basis=Basis.unknown, outlet=None, received=date(2024, 11, 20)
    )

    claims = read(account, Rules.shipped()).claims

    assert [
        (str(one.when.value.earliest), one.where[0].names[1], one.casualties["detained"].best) for one in claims
    ] == [
        ("2024-11-07", "무산군", 2),
        ("2024-11-08", "회령시", 3),
    ]


def test_two_tellers_of_one_sentence_keep_their_own_numbers():
    """Another source counts the dead anew: two claims, each with its day."""
    text = "소식통은 8일 혜산시에서 두 명이 숨졌다고 전했으나 또 다른 소식통은 숨진 사람이 세 명이라고 말했다."
    account = Account(
        id=AccountId("x"), text=text, lang=Lang.ko, basis=Basis.unknown, outlet=None, received=date(2024, 11, 20)
    )

    claims = read(account, Rules.shipped()).claims

    assert [(one.speaker, one.casualties["killed"].best) for one in claims] == [("p1", 2), ("p2", 3)]
