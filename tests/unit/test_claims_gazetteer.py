"""The shipped gazetteer: whole, sourced, and asked for names in either language."""

import csv
import json
from collections import Counter
from importlib.resources import files

import pytest

from sosik.adapters.kiwi_words import KiwiWords
from sosik.claims.claim import Role
from sosik.claims.gazetteer.entry import name_key
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.claims.gazetteer.morphemes import Morpheme
from sosik.claims.gazetteer.tables import names_of
from sosik.claims.places import find_places, finest
from sosik.values.place import Precision
from sosik.values.text import Lang

FOLDER = files("sosik.claims") / "gazetteer"
SHIPPED = Gazetteer.shipped()
WITH_KIWI = SHIPPED.cutting(KiwiWords())
BORDER = {
    "kp-n-hamgyong": "청진 김책 회령 라선 길주 온성 무산 경원 경성 명간 경흥 어랑 화대 명천 부령 연사",
    "kp-ryanggang": "혜산 삼지연 갑산 백암 운흥 김형직 풍서 김정숙 삼수 김형권 보천 대홍단",
    "kp-chagang": "강계 희천 만포 전천 성간 위원 장강 자성 동신 초산 우시 화평 시중 중강 송원 랑림 룡림 고풍",
    "kp-n-pyongan": "신의주 구성 정주 삭주 구장 룡천 선천 녕변 염주 피현 의주 태천 동림 운산 운전 박천 곽산 철산 대관 향산 천마 벽동 동창 창성 신도",
}
CHINESE_SIDE = "투먼 옌지 룽징 허룽 훈춘 창바이 린장 지안 단둥 콴뎬 싼허 난핑"


def test_every_place_has_its_source_and_parents_that_exist():
    """No row without a source, no parent that is not there, no circle."""
    for entry in SHIPPED.entries.values():
        assert entry.source
        assert entry.parent is None or entry.parent in SHIPPED.entries
        assert entry.name_en
        assert entry.name_ko
        assert len(SHIPPED.parents(entry.id)) <= 4


@pytest.mark.parametrize(("province", "stems"), BORDER.items())
def test_the_border_is_there_in_full(province, stems):
    """Every city and county of the four provinces, with population, point, Hangul of North and South, and Latin forms."""
    units = [one for one in SHIPPED.entries.values() if one.parent == province and one.kind in {"city", "county"}]
    assert {name_key(one.name_ko).removesuffix("시").removesuffix("군") for one in units} >= set(stems.split())
    for unit in units:
        assert unit.population, unit.id
        assert unit.point, unit.id
        assert len(names_of(unit)) >= 4, unit.id


@pytest.mark.parametrize(
    "province", ["n-hamgyong", "ryanggang", "chagang", "n-pyongan", "kangwon", "s-hwanghae", "s-hamgyong"]
)
def test_the_units_of_a_province_add_up_to_its_population(province):
    """The census total of the province, to the last person."""
    units = [
        one for one in SHIPPED.entries.values() if one.parent == f"kp-{province}" and one.kind in {"city", "county"}
    ]
    assert sum(one.population or 0 for one in units) == SHIPPED.get(f"kp-{province}").population


def test_units_counted_elsewhere_in_the_census_add_up_too():
    """Nampho stood in South Pyongan; Sangwon, Chunghwa and Sungho stood in Pyongyang."""
    people = {one.id: one.population or 0 for one in SHIPPED.entries.values()}
    south = sum(people[one.id] for one in SHIPPED.entries.values() if one.parent == "kp-s-pyongan")
    north = sum(people[one.id] for one in SHIPPED.entries.values() if one.parent == "kp-n-hwanghae")
    assert south == people["kp-s-pyongan"]
    assert north == people["kp-n-hwanghae"] + people["kp-sangwon"] + people["kp-chunghwa"] + people["kp-sungho"]


def test_a_point_that_is_only_approximate_says_so_and_is_wide_enough():
    """Eleven kilometres of doubt are in the radius; a place without a point stands for its province."""
    rows = list(csv.DictReader((FOLDER / "places.csv").read_text("utf-8").splitlines()))
    for row in rows:
        if row["kind"] in {"city", "county", "town"} and "approximate" in row["source"]:
            assert float(row["radius_km"]) >= 26, row["id"]
        if row["geonameid"]:
            assert "GeoNames" in row["source"], row["id"]
    taehung = SHIPPED.place(SHIPPED.get("kp-taehung"), Role.at)
    assert (taehung.precision, taehung.radius_km) == (Precision.province, SHIPPED.get("kp-s-pyongan").radius_km)


def test_the_rivers_are_lines():
    """Tumen and Yalu have a course; near them is a band along it."""
    for river in ("river-tumen", "river-yalu"):
        assert len(SHIPPED.get(river).line) > 40
        assert SHIPPED.place(SHIPPED.get(river), Role.near).precision is Precision.landscape
    assert {one["properties"]["id"] for one in json.loads((FOLDER / "rivers.geojson").read_text("utf-8"))["features"]}


@pytest.mark.parametrize("name", CHINESE_SIDE.split())
def test_the_crossing_towns_of_the_chinese_side_are_there(name):
    """Each with a point and a name in Chinese characters."""
    (place,) = SHIPPED.names[name][:1]
    entry = SHIPPED.get(place)
    assert entry.point
    assert any("\u4e00" <= word[0] <= "\u9fff" for word in entry.spellings), entry.id


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Hyesan", "kp-hyesan"), ("Hweryong", "kp-hoeryong"), ("Ch'ŏngjin", "kp-chongjin"), ("Chungjin", "kp-chongjin"), ("Rajin", "kp-rason"),
        ("Shinuiju", "kp-sinuiju"), ("Yongbyon", "kp-nyongbyon"), ("Kimhyŏngjik", "kp-kimhyongjik"), ("Daehongdan-gun", "kp-taehongdan"),
        ("Cheorwon", "kp-cholwon"), ("Tumen River", "river-tumen"), ("Dandong", "cn-dandong"), ("Vladivostok", "ru-vladivostok"),
        ("Vientiane", "la-vientiane"), ("Busan", "kr-busan"), ("Harbin", "cn-harbin"), ("Manpo-si", "kp-manpho"),
    ],
)  # fmt: skip
def test_a_place_is_found_by_any_of_its_spellings(words, place):
    """Romanised by rule or as the press writes it."""
    (mention, *_) = SHIPPED.find(f"It happened in {words}.", Lang.en)
    assert place in {entry.id for entry in mention.entries}


NAMES = [
    ("무산에서 세 명이 숨졌다.", ["kp-musan"]), ("무산 사람 셋이 죽었다.", ["kp-musan"]), ("무산광산에서 불이 났다.", ["kp-musan"]),
    ("위원에서 두 명이 체포됐다.", ["kp-wiwon"]), ("안주에서 병사 둘이 죽었다.", ["kp-anju"]), ("개천 탄광이 무너졌다.", ["kp-kaechon"]),
    ("지린성 집안에서 체포됐다.", ["cn-jilin", "cn-jian"]), ("통화시로 끌려갔다.", ["cn-tonghua"]), ("图们으로 송환됐다.", ["cn-tumen-city"]),
    ("용천에서 기차가 폭발했다.", ["kp-ryongchon"]), ("남포시 온천군에서 배가 뒤집혔다.", ["kp-nampho", "kp-onchon"]),
    ("온성세관 앞에서 잡혔다.", ["kp-onsong"]), ("연탄군에서 세 명이 숨졌다.", ["kp-yontan"]), ("수원에서 세 명이 체포됐다.", ["kr-suwon"]),
    ("라오스에서 체포됐다.", ["la"]), ("러시아 블라디보스토크에서 숨졌다.", ["ru", "ru-vladivostok"]), ("혜산보위부가 체포했다.", ["kp-hyesan"]),
]  # fmt: skip
OTHER_WORDS = [
    "계획이 무산됐다.", "협상이 무산되자 군은 돌아갔다.", "함흥차사가 됐다.", "경원선 열차가 멈췄다.", "식수원이 오염됐다.", "수원을 오염시켰다.",
    "대구를 잡던 어부가 숨졌다.", "대구탕을 먹었다.", "고성이 오갔다.", "위원 세 명이 숨졌다.", "구성원 세 명이 체포됐다.", "안주를 먹다 쓰러졌다.",
    "신도들이 체포됐다.", "집안에서 숨진 채 발견됐다.", "통화를 하다 체포됐다.", "이천 명이 동원됐다.", "조선소에서 사고가 났다.",
    "개천에 빠져 숨졌다.", "경비가 강화됐다.", "시중에서 거래된다.", "원산지를 속였다.", "연탄가스에 중독됐다.", "대안이 없다.", "온천에서 숨졌다.",
    "공주 두 명이 왔다.", "구리를 훔쳤다.", "은덕을 입었다.", "중화 요리를 먹었다.", "생산이 증산됐다.", "하산하다 다쳤다.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), NAMES)
def test_a_korean_name_is_found_where_it_is_one(text, places):
    """By its unit, its parent, a particle of place, or because the cutter of words takes it for a name."""
    assert [mention.entries[0].id for mention in WITH_KIWI.find(text, Lang.ko)] == places


@pytest.mark.parametrize("text", OTHER_WORDS)
def test_a_word_that_only_looks_like_a_name_is_no_place(text):
    """무산 the failure, 대구 the fish, 수원 the source of water, and names inside longer words."""
    assert WITH_KIWI.find(text, Lang.ko) == ()


class Boundaries:
    """A cutter that knows one word."""

    version = "fake"

    def __init__(self, *words):
        self.words, self.asked = words, Counter()

    def cut(self, sentence):
        self.asked[sentence] += 1
        return tuple(
            Morpheme(sentence.index(word), sentence.index(word) + len(word), is_name, True)
            for word, is_name in self.words
            if word in sentence
        )


def test_what_the_cutter_says_decides_where_characters_do_not():
    """The same words, taken for a name or not; and its version goes into the gazetteer's."""
    text = "무산 사람 셋이 죽었다."
    as_name, as_noun = SHIPPED.cutting(Boundaries(("무산", True))), SHIPPED.cutting(Boundaries(("무산", False)))
    assert len(as_name.find(text, Lang.ko)) == 1
    assert as_noun.find(text, Lang.ko) == ()
    assert as_name.version.endswith("/fake")


def test_a_sentence_without_a_doubtful_name_is_never_cut():
    """Only what may be a place is analysed, and each sentence once."""
    cutter = Boundaries()
    gazetteer = SHIPPED.cutting(cutter)
    gazetteer.find("사람들이 강을 건넜다. 비가 왔다.", Lang.ko)
    assert not cutter.asked
    gazetteer.find("무산은 조용하고 온성은 시끄럽다. 비가 왔다.", Lang.ko)
    assert list(cutter.asked.values()) == [1]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("무산 근처에서 지뢰가 터졌다.", [("kp-musan", "near")]), ("혜산 일대에서 단속이 벌어졌다.", [("kp-hyesan", "within")]),
        ("도문에서 온성으로 송환됐다.", [("cn-tumen-city", "from"), ("kp-onsong", "toward")]), ("온성 쪽으로 달아났다.", [("kp-onsong", "toward")]),
        ("회령 출신 여성이 함흥에서 체포됐다.", [("kp-hoeryong", "from"), ("kp-hamhung", "at")]), ("함경북도 소식통은 무산에서 셋이 숨졌다고 전했다.", [("kp-musan", "at")]),
        ("온성에 사는 여성이 무산에서 숨졌다.", [("kp-onsong", "from"), ("kp-musan", "at")]),
        ("갑산군 주민 두 명이 혜산에서 체포됐다.", [("kp-kapsan", "from"), ("kp-hyesan", "at")]), ("혜산 주민들이 동원됐다.", [("kp-hyesan", "at")]), ("혜산에서 온 청년이 무산에서 체포됐다.", [("kp-hyesan", "from"), ("kp-musan", "at")]),
        ("두만강변에서 총소리가 났다.", [("river-tumen", "at")]), ("(서울=소식) 무산에서 불이 났다.", [("kp-musan", "at")]),
        ("혜산에서 일곱 세대가 추방됐다.", [("kp-hyesan", "from")]), ("훈춘에서 라선으로 버스 석 대에 나뉘어 70명이 송환됐다.", [("cn-hunchun", "from"), ("kp-rason", "toward")]),
        ("평양에서 살던 열네 가구가 장진군 산골로 추방됐다.", [("kp-pyongyang", "from"), ("kp-jangjin", "toward")]), ("신의주 앞바다에서 배가 뒤집혔다.", [("kp-sinuiju", "near")]),
        ("청진에 있는 구류장에서 숨졌다.", [("kp-chongjin", "at")]), ("무산군과 온성군 사이에서 지뢰가 터졌다.", [("kp-musan", "near"), ("kp-onsong", "near")]),
        ("무산에서 10km 떨어진 마을에서 불이 났다.", [("kp-musan", "near")]),
    ],
)  # fmt: skip
def test_where_it_happened_is_kept_apart_from_whence_and_whither(text, roles):
    """Where a teller or a victim comes from is not where it happened."""
    found = find_places(text, Lang.ko, WITH_KIWI)
    assert [(place.entry.id, str(place.role)) for place in found] == roles


def test_the_finest_place_stands_for_its_parents():
    """A county with its province gives the county; both are known through its parents."""
    found = finest(find_places("함경북도 무산군에서 불이 났다.", Lang.ko, WITH_KIWI), WITH_KIWI)
    assert [place.entry.id for place in found] == ["kp-musan"]
    assert [one.id for one in WITH_KIWI.parents(found[0].entry.id)] == ["kp-n-hamgyong", "kp"]


def test_a_name_that_two_places_bear_stays_ambiguous():
    """고성 lies on both sides of the line: the reading is not sure, unless a word settles it."""
    (alone,) = find_places("고성에서 지뢰가 터졌다.", Lang.ko, WITH_KIWI)
    _, settled = find_places("강원도 북쪽 고성군에서 지뢰가 터졌다.", Lang.ko, WITH_KIWI)
    assert not alone.is_sure
    assert settled.is_sure
    assert settled.entry.id == "kp-kosong"
