"""Every kind of mention is found, in Korean and English, in wordings of the class and not only in the obvious one."""

import pytest

from sosik.bulletins.disclosure.found import Page
from sosik.bulletins.disclosure.read import betrayed
from sosik.bulletins.disclosure.weighing import RULE
from sosik.bulletins.policy import Policy, Severity
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang

EN = [
    # the place of the source
    ("place-narrows", "A source in Hyesan told us that rice went up.", "in Hyesan"),
    ("place-narrows", "According to a resident of Onsong County, the wire was cut.", "Onsong"),
    ("place-narrows", "A Sinuiju-based source said trucks had stopped.", "Sinuiju"),
    ("place-narrows", "Sources inside South Pyongan said the harvest failed.", "South Pyongan"),
    ("place-narrows", "“It was cold,” explained an insider near Hoeryong.", "near Hoeryong"),
    ("place-narrows", "A villager from Sambong-ri said the bridge was shut.", "Sambong-ri"),
    ("place-narrows", "The informant, who lives in Musan, said prices rose.", "Musan"),
    # role and rank
    ("rare-role", "A customs officer told the paper that fees had doubled.", "customs officer"),
    ("rare-role", "A military source said the unit moved.", "military source"),
    ("rare-role", "a source who works at the county hospital said beds were full", "works at the county hospital"),
    ("rare-role", "According to a trader in Chongjin, the yuan fell.", "trader"),
    ("rare-role", "The source, a retired teacher, said schools had closed.", "retired teacher"),
    ("rare-role", "“We were told to wait,” a tractor driver said.", "driver"),
    ("rare-role", "A source in the provincial party committee said the order came.", "party committee"),
    # age, sex, relation
    ("age", "a source in her 50s told us the market closed", "in her 50s"),
    ("age", "A 37-year-old source in Hyesan said so.", "37-year-old"),
    ("age", "An elderly resident of Kilju said the well was dry.", "elderly"),
    ("age", "A resident of Kilju in his late thirties said the well was dry.", "late thirties"),
    ("sex", "A woman in Hoeryong told us the price.", "woman"),
    ("sex", "a male source in Ryanggang Province said so", "male"),
    ("relation", "A cousin of the dead man said he had left at night.", "cousin of the dead man"),
    ("relation", "A source whose brother was arrested said he was moved.", "whose brother"),
    ("relation", "The victim's neighbour said nobody came.", "neighbour"),
    # contact
    ("contact-day", "A source in Ryanggang Province told our newspaper on Friday that rice went up.", "on Friday"),
    ("contact-day", "A source said on Nov. 12 that rice went up.", "on Nov. 12"),
    ("contact-day", "On Tuesday, a source in Ryanggang Province told us that rice went up.", "On Tuesday"),
    ("contact-day", "“Rice went up,” the source said yesterday.", "yesterday"),
    ("contact-day", "The source said in a call on March 3 that rice went up.", "March 3"),
    ("contact-day", "A source, reached last week, said that rice went up.", "last week"),
    ("contact-day", "An informant told Riverside Post late Sunday night that rice went up.", "Sunday night"),
    ("contact-day", "A source contacted on the 14th said rice went up.", "on the 14th"),
    ("contact-channel", "The source said by phone that rice went up.", "by phone"),
    ("contact-channel", "A source told us over WeChat that rice went up.", "over WeChat"),
    ("contact-channel", "In a text message, a source said that rice went up.", "In a text message"),
    (
        "contact-channel",
        "“Rice went up,” a source told us via an encrypted messaging app.",
        "via an encrypted messaging app",
    ),
    (
        "contact-channel",
        "A source using a Chinese mobile phone told us that rice went up.",
        "using a Chinese mobile phone",
    ),
    # presence
    ("presence", "A source who saw the fire near Musan said it burned for hours.", "saw"),
    ("presence", "“I heard three shots and then shouting near Hyesan,” the source said.", "heard"),
    ("presence", "The source said there was a deafening roar near Kilju and the windows shook.", "roar"),
    ("presence", "“The whole bank was lit up by flames near Onsong,” a source said.", "lit up"),
    ("presence", "An eyewitness in Hoeryong said the truck turned over.", "eyewitness"),
    ("presence", "The informant was at the scene in Musan and said two died.", "at the scene"),
    ("presence", "The source watched with her own eyes as the body was carried through Hyesan.", "own eyes"),
    # the rest
    ("witness-count", "Three separate sources described the order.", "Three separate sources"),
    ("witness-count", "Two villagers who saw the arrest said he was silent.", "Two villagers who saw"),
    ("witness-count", "The only witness has left the county.", "only witness"),
    ("same-source", "The same source reported new cameras in May.", "same source"),
    ("same-source", "The informant, who earlier told us of the floods, said so.", "who earlier told"),
    ("few-know", "The directive was shown only to heads of work teams.", "only to heads"),
    ("few-know", "Only a handful of officials knew of the transfer.", "Only a handful"),
    ("few-know", "It was read out at a closed-door meeting of the unit.", "closed-door meeting"),
    ("route", "They crossed by the shallows 300 metres downstream of the bridge.", "300 metres downstream"),
    ("route", "The path behind the sawmill leads to the bank.", "path behind the sawmill"),
    ("route", "The wire is cut between guard posts 14 and 15.", "guard posts 14"),
    ("recognisable-victim", "The dead included the youngest son of a party secretary.", "son of a party secretary"),
    ("recognisable-victim", "One was a pregnant woman.", "pregnant woman"),
    ("recognisable-victim", "A 29-year-old teacher from Kilju was shot.", "29-year-old teacher"),
    ("source-imagery", "Photographs taken by the source show the fence.", "Photographs taken"),
    ("verbatim-quote", "“Everybody is afraid to go out after dark now,” the source said.", "afraid"),
    # direct
    ("phone", "Call 010-2345-6789 for the rest.", "010-2345-6789"),
    ("phone", "He used +86 139 4321 8765 in Yanji.", "+86 139 4321 8765"),
    ("phone", "The line 191-234-5678 rang.", "191-234-5678"),
    ("phone", "Her number is +850 191 234 5678.", "+850 191 234 5678"),
    ("id-number", "His IMEI is 356938035643809.", "356938035643809"),
    ("id-number", "Party membership number 0412345 was revoked.", "0412345"),
    ("id-number", "She holds 850312-2345678.", "850312-2345678"),
    ("address", "They live at apartment 14, 3rd floor.", "apartment 14"),
    ("address", "He heads inminban 27 of the town.", "inminban 27"),
    ("coordinate", "The mine lay at 42.2261, 129.2084.", "42.2261, 129.2084"),
    ("coordinate", "The post is at 42°13'34\"N 129°12'30\"E.", "42°13'34"),
    ("messenger", "Her WeChat ID is river_9921.", "river_9921"),
    ("messenger", "Write to gobi77@example.org for it.", "gobi77@example.org"),
    ("messenger", "On Telegram he is @northwind_k.", "@northwind_k"),
    ("plate", "A truck with plate 함북 31-4455 stopped.", "함북 31-4455"),
    ("plate", "A van with licence plate 31-4455 stopped.", "31-4455"),
    ("person-name", "The source, Pak Yong-ho, said so.", "Pak Yong-ho"),
    ("person-name", "Ri Chol Nam was taken at night.", "Ri Chol Nam"),
    ("person-name", "A woman surnamed Hwang was taken.", "Hwang"),
    ("rare-role", "A high school principal told us the books never came.", "principal"),
    ("presence", "Residents of Kilju heard a blast at dawn, the source said.", "heard a blast"),
    ("presence", "The source attended the public trial in Chongjin.", "attended"),
    ("witness-count", "Four people besides the source were in the room.", "Four people besides"),
    ("few-know", "Only the manager and his deputy have the key.", "Only the manager"),
    ("few-know", "The word is known to the shift leaders alone.", "known to the shift leaders alone"),
    ("route", "They use the gully beneath the monument to reach the ice.", "gully beneath"),
    ("recognisable-victim", "The widow of the former police chief was expelled.", "widow of the former police chief"),
    ("source-imagery", "The video, filmed on a phone, shows queues.", "filmed"),
    ("place-narrows", "People in Ryanggang Province say the wire is new.", "in Ryanggang"),
    ("place-narrows", "A source said so. He lives two doors from the market.", "lives two doors"),
    ("rare-role", "A source said so. She works at the county clinic.", "works at the county clinic"),
    ("relation", "A source said so. Her husband was taken.", "Her husband"),
    ("sex", "A source in Kangwon said so. “It is cold,” she added.", "she"),
    ("contact-day", "A source called. “It is very cold here,” he said during a call late Saturday.", "late Saturday"),
    ("contact-day", "A relative forwarded the message to us on 3 November.", "3 November"),
    ("few-know", "Fewer than ten people had been inside.", "Fewer than ten"),
    ("few-know", "Nobody else in the district owns a Chinese phone.", "Nobody else"),
    ("recognisable-victim", "The patient in bed 6 was a foreman.", "patient in bed 6"),
    ("address", "The house is the second one behind the cinema.", "behind the cinema"),
    ("messenger", "Ask wxid_8fk2l0 for it.", "wxid_8fk2l0"),
    ("person-name", "A nurse, whom we are calling Min-ji, said so.", "Min-ji"),
    ("person-name", "Comrade Tae ran the market.", "Tae"),
]

KO = [
    ("place-narrows", "함경북도 회령시의 한 소식통은 쌀값이 올랐다고 전했다.", "회령시"),
    ("place-narrows", "혜산에 사는 주민은 물이 나오지 않는다고 말했다.", "혜산에 사는"),
    ("place-narrows", "평안남도 내부 소식통에 따르면 수확이 줄었다.", "평안남도"),
    ("place-narrows", "온성군 출신 취재원이 이 사실을 알려왔다.", "온성군"),
    ("place-narrows", "무산군 새골리 주민은 다리가 막혔다고 전했다.", "새골리"),
    ("rare-role", "한 세관원은 수수료가 두 배가 됐다고 말했다.", "세관원"),
    ("rare-role", "국경경비대 군관인 소식통은 초소가 늘었다고 밝혔다.", "군관"),
    ("rare-role", "도당에서 일하는 소식통이 지시를 전했다.", "도당에서 일하는"),
    ("rare-role", "군부 소식통에 따르면 부대가 이동했다.", "군부"),
    ("rare-role", "탄광 노동자는 배급이 끊겼다고 증언했다.", "탄광 노동자"),
    ("age", "50대 소식통은 시장이 닫혔다고 말했다.", "50대"),
    ("age", "서른 살의 한 주민은 우물이 말랐다고 전했다.", "서른 살"),
    ("sex", "함경북도의 한 여성은 값이 올랐다고 전했다.", "여성"),
    ("sex", "남성 소식통은 값이 올랐다고 전했다.", "남성"),
    ("relation", "숨진 남성의 사촌은 그가 밤에 떠났다고 말했다.", "사촌"),
    ("relation", "남편을 잃은 소식통은 보상이 없다고 말했다.", "남편을 잃은"),
    ("contact-day", "양강도 소식통은 12일 본지에 쌀값이 올랐다고 전했다.", "12일"),
    ("contact-day", "소식통은 지난 금요일 “쌀값이 올랐다”고 말했다.", "지난 금요일"),
    ("contact-day", "3일 함경북도 소식통에 따르면 쌀값이 올랐다.", "3일"),
    ("contact-day", "소식통은 쌀값이 올랐다고 어제 알려왔다.", "어제"),
    ("contact-day", "소식통은 11월 14일 기자와의 통화에서 쌀값이 올랐다고 말했다.", "11월 14일"),
    ("contact-channel", "소식통은 전화 통화에서 쌀값이 올랐다고 말했다.", "통화에서"),
    ("contact-channel", "소식통은 위챗으로 쌀값을 알려왔다.", "위챗으로"),
    ("contact-channel", "소식통은 문자메시지를 통해 이같이 전했다.", "문자메시지를 통해"),
    ("presence", "소식통은 무산군에서 총성이 울렸다고 전했다.", "총성"),
    ("presence", "“내 눈으로 봤다”고 혜산시 주민이 말했다.", "내 눈으로"),
    ("presence", "회령시의 목격자는 차가 뒤집혔다고 말했다.", "목격자"),
    ("presence", "“쾅 하는 소리가 나더니 불길이 치솟았다”고 소식통은 말했다. 온성군에서 있은 일이다.", "쾅"),
    ("presence", "현장에 있던 소식통은 무산군에서 두 명이 숨졌다고 전했다.", "현장에 있던"),
    ("witness-count", "세 명의 소식통이 같은 말을 했다.", "세 명의 소식통"),
    ("witness-count", "목격자는 두 명뿐이었다.", "목격자는 두 명"),
    ("same-source", "같은 소식통은 5월에 카메라 설치를 전했다.", "같은 소식통"),
    ("same-source", "앞서 홍수 소식을 전했던 소식통이다.", "전했던 소식통"),
    ("few-know", "이 지시는 작업반장들에게만 전달됐다.", "에게만 전달"),
    ("few-know", "이 일을 아는 사람은 거의 없다.", "아는 사람은 거의 없"),
    ("few-know", "비공개 회의에서 나온 말이다.", "비공개 회의"),
    ("route", "다리에서 상류로 300m 떨어진 곳에서 건넜다.", "300m"),
    ("route", "14호 초소 옆을 지났다.", "14호 초소"),
    ("route", "제재소 뒤 오솔길로 내려갔다.", "오솔길"),
    ("recognisable-victim", "당비서의 막내아들이 숨졌다.", "비서의 막내아들"),
    ("recognisable-victim", "29세 여성 교원이 총에 맞았다.", "29세 여성"),
    ("recognisable-victim", "임신한 여성이 다쳤다.", "임신한 여성"),
    ("source-imagery", "소식통이 보내온 사진에는 철조망이 보인다.", "사진"),
    ("verbatim-quote", "“요즘은 해가 지면 다들 밖에 나가지 않는다”고 소식통은 말했다.", "요즘은"),
    ("phone", "연락처는 010-2345-6789다.", "010-2345-6789"),
    ("phone", "손전화 1912345678로 걸었다.", "1912345678"),
    ("id-number", "공민증 번호는 1234567이다.", "1234567"),
    ("address", "27인민반 3층에 산다.", "27인민반"),
    ("address", "역전동 12반 5호에 산다.", "12반"),
    ("coordinate", "북위 42.2261 동경 129.2084 지점이다.", "42.2261"),
    ("messenger", "위챗 아이디 river9921을 쓴다.", "river9921"),
    ("plate", "차량 번호 함북 31-4455 트럭이 섰다.", "함북 31-4455"),
    ("person-name", "박영호 씨는 그날 밤 나갔다.", "박영호"),
    ("person-name", "리철남(34)이 끌려갔다.", "리철남"),
    ("person-name", "황모 씨가 끌려갔다.", "황"),
    ("rare-role", "한 교장은 책이 오지 않았다고 말했다.", "교장"),
    ("rare-role", "9군단 소식통은 훈련이 취소됐다고 밝혔다.", "9군단"),
    ("rare-role", "신의주시 인민위원회 무역과 간부는 수수료를 설명했다.", "무역과 간부"),
    ("relation", "온성에 있는 가족과 연락하는 탈북민은 전화기가 압수됐다고 전했다.", "가족과 연락하는"),
    ("contact-day", "이번 주 초 한 소식통은 본지에 문이 닫혔다고 전했다.", "이번 주 초"),
    ("presence", "불타는 차를 봤다고 소식통은 말했다.", "봤다고"),
    ("presence", "소식통은 청진의 공개재판에 직접 참석했다.", "직접 참석"),
    ("witness-count", "방에는 소식통 말고 네 명이 더 있었다.", "소식통 말고 네 명"),
    ("few-know", "창고 열쇠는 지배인과 부지배인만 가지고 있다.", "부지배인만 가지고"),
    ("few-know", "간부 여섯 명이 참석한 회의에서 논의됐다.", "여섯 명이 참석한"),
    ("route", "기념비 아래 골짜기로 내려간다.", "골짜기로"),
    ("recognisable-victim", "전 안전부장의 미망인이 추방됐다.", "안전부장의 미망인"),
    ("rare-role", "소식통이 전했다. 그는 탄광에서 일하고 있다.", "탄광에서 일하"),
    ("age", "소식통이 전했다. 이 소식통은 40대 남성이다.", "40대"),
    ("relation", "소식통이 전했다. 그의 사촌이 끌려갔다.", "그의 사촌"),
    ("relation", "“우리 옆집도 굶는다”고 소식통은 말했다.", "우리 옆집"),
    ("contact-day", "소식통은 이달 초 전화로 물량이 줄었다고 했다.", "이달 초"),
    ("contact-day", "또 다른 소식통 역시 20일 “상황이 같다”고 전했다.", "20일"),
    ("few-know", "이 사실은 해당 중대 군관들만 알고 있다.", "군관들만 알고"),
    ("few-know", "창고에는 열 명도 안 되는 사람이 있었다.", "열 명도 안"),
    ("recognisable-victim", "숨진 사람은 분조장의 둘째 딸로 19살이었다.", "19살"),
    ("person-name", "사촌 리은경의 집이다.", "리은경"),
    ("person-name", "취재원 김은실은 이렇게 말했다.", "김은실"),
]

CLEAN = [
    ("en", "Three people were killed when a mine went off near the Tumen River in mid-October."),
    ("en", "The authorities have been adding cameras along the border since August."),
    ("en", "A source said that the price of rice rose in October."),
    ("en", "Kim Jong Un visited a farm, state media said on Monday."),
    ("en", "Coal is the main source of income in the county."),
    ("en", "The market in Hoeryong closed at noon on Friday."),
    ("ko", "지난 10월 중순 두만강 근처에서 지뢰가 터져 세 사람이 숨졌다."),
    ("ko", "당국은 8월부터 국경에 감시 카메라를 늘리고 있다."),
    ("en", "A source said the market closed on Friday."),
    ("en", "A source told us the guards were moved last week."),
    ("en", "The soldiers were told to comply with the order."),
    ("ko", "소식통은 군인들이 시장을 막았다고 전했다."),
    ("ko", "소식통은 시장이 3일에 닫혔다고 전했다."),
    ("ko", "소식통은 10월 들어 쌀값이 올랐다고 전했다."),
    ("ko", "김정은 총비서가 농장을 찾았다고 조선중앙통신이 보도했다."),
    ("ko", "회령시 장마당은 금요일 낮에 문을 닫았다."),
]


def found(text: str, lang: str):
    return betrayed(Page(text, text, "", Lang(lang), Gazetteer.shipped()), Policy.shipped())


@pytest.mark.parametrize(("rule", "text", "words"), EN, ids=[f"{rule}: {words}" for rule, _, words in EN])
def test_english_mentions_are_found(rule, text, words):
    """Each betraying phrase is found under its rule, at the words that betray."""
    at = text.index(words)
    assert any(one.rule == rule and one.start < at + len(words) and at < one.end for one in found(text, "en"))


@pytest.mark.parametrize(("rule", "text", "words"), KO, ids=[f"{rule}: {words}" for rule, _, words in KO])
def test_korean_mentions_are_found(rule, text, words):
    """Each betraying phrase is found under its rule, at the words that betray."""
    at = text.index(words)
    assert any(one.rule == rule and one.start < at + len(words) and at < one.end for one in found(text, "ko"))


@pytest.mark.parametrize(("lang", "text"), CLEAN)
def test_what_points_at_nobody_is_left_alone(lang, text):
    """Plain news without a narrowing phrase has no mention; what is only weighed bears no verdict."""
    assert [one for one in found(text, lang) if one.rule != RULE] == []


MORE = [
    ("verbatim-quote", "en", "-- You saw it?\n-- From the gate, yes.\n-- Were you alone?\n-- My sister was there.\n", "From the gate, yes."),
    ("verbatim-quote", "ko", "문: 무엇을 보았습니까.\n답: 트럭 두 대입니다.\n문: 언제입니까.\n답: 봄입니다.\n", "트럭 두 대입니다."),
    ("rare-role", "en", "Interviewee 7, female, 30s, former weaver, Chongjin.\n", "former weaver"),
    ("age", "ko", "면담자 7: 여성, 30대, 전직 방직공, 청진.\n", "30대"),
    ("rare-role", "en", "A source told us of it. She is a bookkeeper at the kiln. The bookkeeper asked us to wait.", "The bookkeeper"),
    ("contact-day", "en", "The desk was handed the copy by a porter on 4 May.", "on 4 May"),
    ("contact-channel", "ko", "취재진은 장백현의 한 식당에서 그를 만났다.", "식당에서"),
    ("few-know", "en", "Three copies exist, a source said.", "copies exist"),
    ("few-know", "ko", "원장과 통계원만 사본을 가지고 있다.", "통계원만"),
    ("route", "en", "The mines lie between the second and third watchtower.", "between the second"),
    ("route", "ko", "지뢰는 둘째 초소와 버드나무 사이에 묻혔다.", "버드나무 사이"),
    ("relation", "en", "A source, the aunt of one of the dead, said so.", "aunt of one"),
    ("recognisable-victim", "en", "The dead man leaves a wife and a lame son of nine.", "a wife"),
    ("trait", "en", "The source lost a finger in the same mill and told us of it.", "lost a finger"),
    ("place-narrows", "ko", "읍 목욕탕 뒤에 사는 녀성 소식통은 카드를 샀다고 전했다.", "목욕탕 뒤에 사는"),
    ("same-source", "en", "A contact who sent us the lists in spring says so.", "who sent us"),
    ("presence", "en", "It was seen by a woman on the bank, a source said.", "seen by a woman"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "lang", "text", "words"), MORE, ids=[f"{rule}: {words}" for rule, _, _, words in MORE]
)
def test_other_genres_betray_in_their_own_way(rule, lang, text, words):
    """Transcripts, lists of persons, later mentions, arrivals of papers: found under their rule, at the words that betray."""
    at = text.index(words)
    assert any(one.rule == rule and one.start < at + len(words) and at < one.end for one in found(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        (
            "en",
            "A source in Wiwon spoke to us. Both of them tend the furnace, and one counted the carts from the boiler room.",
            "Both of them",
        ),
        ("ko", "소식통이 본지에 전했다. 두 사람은 보이라를 때고 한 사람은 보이라실에서 달구지를 세었다.", "두 사람은"),
    ],
)
def test_a_sentence_that_says_more_of_a_source_is_weighed(lang, text, said):
    """In words that no finder has to know, and with no verdict of its own."""
    weighed = [one for one in found(text, lang) if one.rule == RULE]

    assert any(one.start <= text.index(said) < one.end for one in weighed)
    assert Policy.shipped().rules[RULE].severity is Severity.info


@pytest.mark.parametrize(
    ("lang", "text", "rule", "value"),
    [
        (
            "en",
            "Home town: Unsan\nWork there: sorted ore\nFamily left: a half-brother in the choir\n",
            "rare-role",
            "sorted ore",
        ),
        (
            "ko",
            "고향: 운산군\n하던 일: 광석을 고름\n남은 식구: 합창단에 있는 이복동생\n",
            "relation",
            "합창단에 있는 이복동생",
        ),
    ],
)
def test_a_form_is_read_line_by_line(lang, text, rule, value):
    """What the label asks for is what the line says of somebody."""
    assert any(one.rule == rule and text[one.start : one.end].strip() == value for one in found(text, lang))
