"""Korean people and outcomes: a table of wordings by class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosik.claims.people import find_victims
from sosik.claims.people.korean_numbers import plain
from sosik.claims.people.korean_phrases import Form, find_phrases
from sosik.values.text import Lang

READ = [
    ("이달 5일 숨진 돌격대원은 애초 알려진 두 명이 아니라 네 명이었다.", [("killed", 4, 4)]),
    ("부상자 가운데 두 명이 병원에서 숨져 사망자는 다섯 명으로 늘었다.", [("killed", 5, 5)]),
    ("총 9명의 사상자 중 4명은 숨졌다.", [("injured", 5, 5), ("killed", 4, 4)]),
    ("마차에 탄 이 셋이 숨졌다.", [("killed", 3, 3)]),
    ("칼부림. 둘 죽음. 셋 다침.", [("killed", 2, 2), ("injured", 3, 3)]),
    ("대학생 두명이 로동단련형 6개월을 받았다.", [("detained", 2, 2)]),
    ("주민 6명 체포 사건의 발단은 라디오였다.", [("detained", 6, 6)]),
    ("청년 한 명이 쓰러졌는데 살았는지 죽었는지는 모른다.", []),
    ("두 사람이 왜 잡혀갔는지는 모른다.", [("detained", 2, 2)]),
    ("북송된 사람이 합계 212명이다.", [("repatriated", 212, 212)]),
    ("7일 무산에서 2명, 8일 회령에서 3명이 총에 맞아 숨졌다.", [("killed", 2, 2), ("killed", 3, 3)]),
    ("본지는 세 명이 숨졌다고 보도했으나 실제 사망자는 여섯 명으로 확인됐다.", [("killed", 6, 6)]),
    ("앞서 주민 다섯 명이 체포됐다고 전했지만, 체포된 사람은 모두 두 명이었다.", [("detained", 2, 2)]),
    ("숨진 사람을 3명으로 적었으나 1명이 맞습니다.", [("killed", 1, 1)]),
    ("처음에는 열 명이 다쳤다고 했는데 다시 알아보니 일곱 명이 다친 것이었다.", [("injured", 7, 7)]),
    ("주민은 두 명이 숨졌다고 했지만 다른 주민은 세 명이 숨졌다고 했다.", [("killed", 2, 2), ("killed", 3, 3)]),
    ("총에 맞아 죽은 사람은 셋이라고 한다.", [("killed", 3, 3)]),
    ("산사태로 숨진 이가 다섯이라고 한다.", [("killed", 5, 5)]),
    ("“죽은 사람은 셋”이라는 것이다.", [("killed", 3, 3)]),
    ("다친 건 넷이오.", [("injured", 4, 4)]),
    ("한 청년이 규찰대에 맞아 팔이 부러졌다.", [("injured", 1, 1)]),
    ("우리 형님이 매를 맞아 갈비뼈 두 대가 나갔단 말이오.", [("injured", 1, 1)]),
    ("노동자 한 명의 손가락이 잘렸다.", [("injured", 1, 1)]),
    ("로동자 두 명이 쇳물에 데어 실려 갔다.", [("injured", 2, 2)]),
    ("얼굴을 덴 여성 두 명이 입원했다.", [("injured", 2, 2)]),
    ("규찰대원이 담배 파는 남자를 때려 이가 두 대 부러졌다.", [("injured", 1, 1)]),
    ("한 남성이 지뢰를 밟아 다쳤다. 남성은 나물을 캐다 변을 당했다.", [("injured", 1, 1)]),
    ("아무도 안 죽었다.", [("killed", 0, 0)]),
    ("자식이 사라졌다.", [("missing", 1, 1)]),
    ("그 집 물건 두 가지가 부러졌다.", []),
    ("아이 둘이 죽고 다섯이 뼈가 부러졌다.", [("killed", 2, 2), ("injured", 5, 5)]),
    ("부모와 아이 둘, 모두 4명이 숨졌다.", [("killed", 4, 4)]),
    ("5명이 사망하고 18명이 부상하는 등 모두 23명의 사상자가 났다.", [("killed", 5, 5), ("injured", 18, 18)]),
    ("나머지 1명은 행방을 모른다.", [("missing", 1, 1)]),
    ("노부부와 손자 등 세 명이 숨졌다.", [("killed", 3, 3)]),
    ("탄광이 무너져 탄부 12명이 갇혔다가 3명은 숨진 채 발견됐다.", [("killed", 3, 3)]),
    ("아홉 명이 죽고 열 명이 다쳤다.", [("killed", 9, 9), ("injured", 10, 10)]),
    ("두 명이 죽고 세 명이 실종됐다.", [("killed", 2, 2), ("missing", 3, 3)]),
    ("지뢰가 터져 다섯 명이 죽거나 다쳤다.", [("killed_or_injured", 5, 5)]),
    ("지뢰 폭발로 5명의 사상자가 발생했다.", [("killed_or_injured", 5, 5)]),
    ("사상자는 모두 7명이라고 한다.", [("killed_or_injured", 7, 7)]),
    ("이 사고로 3명이 숨지고 4명이 다쳤다.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("3명이 사망하고 4명이 부상을 입었다.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("사망자 3명, 부상자 4명이 나왔다.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("사망 3명, 부상 4명.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("3명 사망, 4명 부상.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("그 자리에서 세 명이 즉사했고 두 명은 병원으로 옮겨졌으나 끝내 숨졌다.", [("killed", 3, 3), ("killed", 2, 2)]),
    ("10여 명이 숨졌다.", [("killed", 10, 19)]),
    ("20여명이 체포됐다.", [("detained", 20, 29)]),
    ("수십 명이 죽었다.", [("killed", 20, 99)]),
    ("수백 명이 끌려갔다.", [("detained", 200, 999)]),
    ("최소 5명이 숨졌다.", [("killed", 5, None)]),
    ("적어도 다섯 명이 목숨을 잃었다.", [("killed", 5, None)]),
    ("최대 30명이 숨졌을 것으로 보인다.", [("killed", 0, 30)]),
    ("5명 이상이 숨졌다.", [("killed", 5, None)]),
    ("5명 미만이 숨졌다.", [("killed", 0, 4)]),
    ("10명 이하가 다쳤다.", [("injured", 0, 10)]),
    ("100명 넘게 체포됐다.", [("detained", 101, None)]),
    ("35~40명이 숨졌다.", [("killed", 35, 40)]),
    ("서너 명이 다쳤다.", [("injured", 3, 4)]),
    ("두세 명이 체포됐다.", [("detained", 2, 3)]),
    ("열 명 남짓이 숨졌다.", [("killed", 10, 19)]),
    ("타고 있던 9명 전원이 숨졌다.", [("killed", 9, 9)]),
    ("배에 탄 아홉 명이 모두 익사했다.", [("killed", 9, 9)]),
    ("부부가 숨진 채 발견됐다.", [("killed", 2, 2)]),
    ("40대 부부가 체포됐다.", [("detained", 2, 2)]),
    ("일가족 네 명이 숨졌다.", [("killed", 4, 4)]),
    ("형제가 총에 맞아 숨졌다.", [("killed", 2, 2)]),
    ("두 형제가 체포됐다.", [("detained", 2, 2)]),
    ("두 명 중 한 명이 숨지고 한 명은 달아났다.", [("killed", 1, 1)]),
    ("네 명 가운데 두 명은 붙잡히고 두 명은 강을 건넜다.", [("detained", 2, 2)]),
    ("다친 사람은 없었다.", [("injured", 0, 0)]),
    ("인명피해는 없었다.", [("killed_or_injured", 0, 0)]),
    ("아무도 다치지 않았다.", [("injured", 0, 0)]),
    ("한 명도 죽지 않았다.", [("killed", 0, 0)]),
    ("사망자는 나오지 않았다.", [("killed", 0, 0)]),
    ("6명은 헤엄쳐 나왔고 3명이 숨졌다.", [("killed", 3, 3)]),
    ("30대 여성 한 명이 총에 맞아 숨졌다.", [("killed", 1, 1)]),
    ("52세 남성이 처형됐다.", [("killed", 1, 1)]),
    ("열일곱 살 소녀가 팔려 갔다.", [("unknown", 1, 1)]),
    ("김모(34) 씨가 체포됐다.", [("detained", 1, 1)]),
    ("박 씨와 그의 아들이 숨졌다.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("군인 3명과 여성 1명이 숨졌다.", [("killed", 3, 3), ("killed", 1, 1)]),
    ("군인 세 명, 주민 두 명이 다쳤다.", [("injured", 3, 3), ("injured", 2, 2)]),
    ("어린이 두 명을 포함해 일곱 명이 숨졌다.", [("killed", 7, 7)]),
    ("일곱 명이 숨졌는데 이 가운데 두 명은 어린이였다.", [("killed", 7, 7)]),
    ("탈북민 40여 명이 북송됐다.", [("repatriated", 40, 49)]),
    ("탈북 여성 22명이 강제 송환됐다.", [("repatriated", 22, 22)]),
    ("중국 공안이 600명가량을 돌려보냈다.", [("repatriated", 600, 600)]),
    ("중국 공안이 탈북민 5명을 체포했다.", [("detained", 5, 5)]),
    ("보위부가 주민 세 명을 체포해 갔다.", [("detained", 3, 3)]),
    ("보위원들이 그의 아내와 딸을 끌고 갔다.", [("detained", 1, 1), ("detained", 1, 1)]),
    ("그는 10년 교화형을 선고받았다.", [("detained", 1, 1)]),
    ("주민 두 명이 행방불명됐다.", [("missing", 2, 2)]),
    ("청년 셋이 실종됐다.", [("missing", 3, 3)]),
    ("3명의 행방을 알 수 없다.", [("missing", 3, 3)]),
    ("올해 들어 모두 14명이 숨졌다.", [("killed", 14, 14)]),
    ("누적 사망자는 120명이다.", [("killed", 120, 120)]),
    ("지난 3년간 모두 35명이 처형됐다.", [("killed", 35, 35)]),
    ("8월부터 지금까지 스무 명이 잡혀갔다.", [("detained", 20, 20)]),
    ("시신 세 구가 발견됐다.", [("killed", 3, 3)]),
    ("시체 2구를 건졌다.", [("killed", 2, 2)]),
    ("병사 하나가 얼어 죽었다.", [("killed", 1, 1)]),
    ("군인 둘이 물에 빠져 죽었다.", [("killed", 2, 2)]),
    ("노인 다섯이 굶어 죽었다.", [("killed", 5, 5)]),
    ("한 남성이 매를 맞아 갈비뼈가 부러졌다.", [("injured", 1, 1)]),
    ("여성이 성폭행을 당했다.", [("unknown", 1, 1)]),
    ("청년이 맞아 죽었다.", [("killed", 1, 1)]),
    ("초병이 쏜 총에 주민 한 명이 맞아 사망했다.", [("killed", 1, 1)]),
    ("경비대가 세 명을 사살했다.", [("killed", 3, 3)]),
    ("경비대원의 총격으로 두 명이 사망, 한 명이 부상했다.", [("killed", 2, 2), ("injured", 1, 1)]),
    ("두 사람이 공개처형됐다.", [("killed", 2, 2)]),
    ("5명이 총살당했다.", [("killed", 5, 5)]),
    ("사형이 집행된 사람은 3명이다.", [("killed", 3, 3)]),
    ("처형된 이들은 모두 20대 청년 4명이다.", [("killed", 4, 4)]),
    ("녀성 2명이 희생되였다.", [("killed", 2, 2)]),
    ("로동자 6명이 사망하였다.", [("killed", 6, 6)]),
    ("어머니와 두 아이가 얼어 죽었다.", [("killed", 1, 1), ("killed", 2, 2)]),
    ("모녀가 목숨을 끊었다.", [("killed", 2, 2)]),
    ("할머니와 손자가 숨졌다.", [("killed", 1, 1), ("killed", 1, 1)]),
    ("임신부 한 명이 강제 낙태를 당했다.", [("unknown", 1, 1)]),
    ("세 명은 그 자리에서 죽고 다른 두 명은 다리를 잃었다.", [("killed", 3, 3), ("injured", 2, 2)]),
    ("한 명은 즉사, 나머지 두 명은 중상을 입었다.", [("killed", 1, 1), ("injured", 2, 2)]),
    ("주민 수십여 명이 감염돼 이 중 9명이 숨졌다.", [("killed", 9, 9)]),
    ("8명이 감방에 갇혔다.", [("detained", 8, 8)]),
    ("보안원 2명이 부상당했다.", [("injured", 2, 2)]),
    ("중상자 2명을 포함해 부상자가 5명이다.", [("injured", 5, 5)]),
    ("사망자 수는 12명으로 늘었다.", [("killed", 12, 12)]),
    ("사망자가 3명에서 5명으로 늘었다.", [("killed", 5, 5)]),
    ("죽은 사람만 열 명이 넘는다.", [("killed", 11, None)]),
    ("열 명도 넘는 사람이 죽었다.", [("killed", 11, None)]),
    ("숨진 5명은 모두 10대였다.", [("killed", 5, 5)]),
    ("탈북을 시도하던 주민 3명이 붙잡혔다.", [("detained", 3, 3)]),
    ("체포된 7명 중 4명은 여성이다.", [("detained", 7, 7)]),
    ("두 명이 숨졌고 그중 한 명은 어린이다.", [("killed", 2, 2)]),
    ("다섯 식구가 한꺼번에 변을 당했다.", [("killed", 5, 5)]),
    ("20대 2명, 30대 1명이 체포됐다.", [("detained", 2, 2), ("detained", 1, 1)]),
    ("남녀 두 명이 처형됐다.", [("killed", 2, 2)]),
    ("장사꾼 하나가 강도에게 살해당했다.", [("killed", 1, 1)]),
    ("쌍둥이 형제가 물에 빠져 숨졌다.", [("killed", 2, 2)]),
    ("사망자는 5명, 부상자는 12명, 실종자는 3명으로 집계됐다.", [("killed", 5, 5), ("injured", 12, 12), ("missing", 3, 3)]),
    ("5명이 죽었다는 말도 있고 7명이 죽었다는 말도 있다.", [("killed", 5, 7)]),
    ("총 40명 중 38명이 사망했다.", [("killed", 38, 38)]),
    ("로동자 셋이 화상을 입고 그중 하나는 끝내 숨졌다.", [("injured", 2, 2), ("killed", 1, 1)]),
    ("사상자 30여 명 가운데 11명이 숨졌다.", [("injured", 19, 28), ("killed", 11, 11)]),
    ("타고 있던 20명 가운데 4명이 숨지고 나머지는 크게 다쳤다.", [("killed", 4, 4), ("injured", 16, 16)]),
    ("3명은 주검으로 떠올랐고 1명은 아직 찾지 못했다.", [("killed", 3, 3), ("missing", 1, 1)]),
    ("선원 21명이 바다에 나갔다 돌아오지 못했다.", [("missing", 21, 21)]),
    ("굶어 죽은 사람이 일곱입니다.", [("killed", 7, 7)]),
    ("죽은 사람만 해도 스물이 넘는다.", [("killed", 21, None)]),
    ("사망자가 최소 12명에서 최대 20명에 달한다.", [("killed", 12, 20)]),
    ("군인 하나와 민간인 둘이 희생되었다.", [("killed", 1, 1), ("killed", 2, 2)]),
    ("사망 3, 부상 7.", [("killed", 3, 3), ("injured", 7, 7)]),
    ("3명 사망·7명 부상.", [("killed", 3, 3), ("injured", 7, 7)]),
    ("열댓 명이 다쳤다.", [("injured", 14, 16)]),
    ("둘은 사살됐고 남은 둘은 행방을 모른다.", [("killed", 2, 2), ("missing", 2, 2)]),
    ("40명 넘는 주민이 체포됐다.", [("detained", 41, None)]),
    ("여성 한 명이 넘어져 팔이 부러졌다.", [("injured", 1, 1)]),
    ("군인 두 명과 밀수군 한 명이 죽고 군인 한 명과 소년이 다쳤다.", [("killed", 2, 2), ("killed", 1, 1), ("injured", 1, 1), ("injured", 1, 1)]),
    ("사망자를 5명이라고 쓴 것은 4명의 잘못이다.", [("killed", 4, 4)]),
    ("덴 사람이 대여섯 됩니다.", [("injured", 5, 6)]),
    ("로인 내외가 가스에 중독되여 돌아가셨소.", [("killed", 2, 2)]),
    ("병사 둘이 즉사했다.", [("killed", 2, 2)]),
    ("3명이 물에 휩쓸려 1명은 주검으로 발견되고 2명은 종적이 없다.", [("killed", 1, 1), ("missing", 2, 2)]),
    ("농장원 10여 명이 다치고 그 가운데 두 명은 위독하다.", [("injured", 10, 19)]),
    ("죽은 건 셋이고 넷은 입원했다.", [("killed", 3, 3), ("injured", 4, 4)]),
    ("4~5명을 찾지 못하고 있다.", [("missing", 4, 5)]),
    ("운전사하고 처녀가 죽었습니다. 우리 아홉이 다쳤습니다.", [("killed", 1, 1), ("killed", 1, 1), ("injured", 9, 9)]),
    ("처형자는 열한 곳 합쳐 모두 17명이다.", [("killed", 17, 17)]),
    ("송환된 사람은 모든 다리를 통틀어 350명 이상이다.", [("repatriated", 350, None)]),
]  # fmt: skip

# Survivors, rates, households, what is no outcome.
NOBODY = [
    "학교에서 학생 30명을 집으로 돌려보냈다.",
    "마흔 명이 싸우다 죽는 장면이 나온다.",
    "인구 10만 명당 149.0명이 숨졌다.",
    "사망률이 3퍼센트 늘었다.",
    "주민의 30%가 굶주린다.",
    "구조된 사람은 6명이다.",
    "살아남은 사람은 둘뿐이다.",
    "열네 가구가 추방됐다.",
    "5세대가 쫓겨났다.",
    "세 가족 열한 명이 추방됐다.",
    "1만 2천 명이 수해를 입었다.",
    "1,200여 명이 동원됐다.",
    "150명이 이재민이 됐다.",
    "매일 두세 명이 굶어 죽는다.",
    "한 달에 열 명씩 죽어 나간다.",
    "그중 한 명은 도망쳤다.",
    "시신은 한 구도 돌아오지 않았다.",
    "많은 날은 7명이 굶어 죽는다.",
    "주민 100명당 3명이 결핵으로 죽었다.",
    "아버지는 저녁에 집으로 돌아가셨다.",
    "균형이 잡혔다.",
    "누리꾼들이 탄원서에 서명했다.",
    "오후 2시 30분께 숨이 찼다.",
]

DESCRIBED = [
    ("30대 여성 한 명이 총에 맞아 숨졌다.", "female", None),
    ("52세 남성이 처형됐다.", "male", 52),
    ("열일곱 살 소녀가 팔려 갔다.", "female", 17),
    ("김모(34) 씨가 체포됐다.", None, 34),
    ("녀성 2명이 희생되였다.", "female", None),
    ("두 형제가 체포됐다.", "male", None),
    ("남녀 두 명이 처형됐다.", None, None),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_the_words_count_these_people(text, expected):
    """Each outcome with the least and the most that the words allow; None is an open end."""
    found = find_victims(text, Lang.ko)
    assert [(str(one.outcome), one.count.min, one.count.max) for one in found] == expected
    for one in found:
        assert one.span.words(text).strip() == one.span.words(text)


@pytest.mark.parametrize("text", NOBODY)
def test_who_came_to_no_harm_is_not_counted(text):
    """No number is an outcome by itself."""
    assert find_victims(text, Lang.ko) == ()


@pytest.mark.parametrize(("text", "sex", "age"), DESCRIBED)
def test_sex_and_age_are_read(text, sex, age):
    """Where the words say them of all of these people."""
    (one,) = find_victims(text, Lang.ko)
    assert (one.sex, one.age) == (sex, age)


@pytest.mark.parametrize(
    ("text", "is_total"),
    [
        ("올해 들어 모두 14명이 숨졌다.", True), ("누적 사망자는 120명이다.", True), ("지난 3년간 모두 35명이 처형됐다.", True),
        ("8월부터 지금까지 스무 명이 잡혀갔다.", True), ("10월 5일 14명이 숨졌다.", False), ("지난달 무산에서 세 명이 숨졌다.", False),
    ],
)  # fmt: skip
def test_a_running_total_is_told_apart(text, is_total):
    """A sum over many events is a tally."""
    assert {one.is_total for one in find_victims(text, Lang.ko)} == {is_total}


@given(
    st.integers(1, 9999), st.sampled_from([("이", 0), (" 이상이", 1), (" 미만이", -1), (" 이하가", -2), (" 넘게", 2)])
)
def test_a_bound_never_narrows(number, bound):
    """Whatever the number: at least, fewer than, up to, more than."""
    words, kind = bound
    (one,) = find_victims(f"{number}명{words} 숨졌다.", Lang.ko)
    wanted = {
        0: (number, number),
        1: (number, None),
        -1: (0, max(0, number - 1)),
        -2: (0, number),
        2: (number + 1, None),
    }
    assert (one.count.min, one.count.max) == wanted[kind]


@given(st.integers(1, 99))
def test_native_numerals_count_as_figures_do(number):
    """한, 두 ... 아흔아홉 before a counter are the same people as digits."""
    tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"][number // 10]
    units = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"][number % 10]
    words = "스무" if number == 20 else tens + units
    (one,) = find_victims(f"{words} 명이 숨졌다.", Lang.ko)
    assert one.count.best == number == plain(words).best


@given(st.integers(1, 23), st.integers(1, 59))
def test_minutes_are_no_people(hour, minute):
    """분 after a figure is an hour's."""
    text = f"오전 {hour}시 {minute}분께 불이 났다."
    assert [one for one in find_phrases(text, 0, len(text)) if one.form is Form.counted] == []
