"""Every word that the site says of its own accord: English and Korean here in one table, Chinese in ``words_zh``."""

from sosik.bulletins.edition import PublicGrade
from sosik.public.tongue import Tongue
from sosik.public.words_zh import FILES_ZH, GRADES_ZH, OUTCOMES_ZH, ZH

_ORDER = (Tongue.en, Tongue.ko)

WORDS: dict[str, tuple[str, str]] = {
    # --- the frame
    "skip": ("Skip to the text", "본문으로 건너뛰기"),
    "nav": ("Sections", "메뉴"),
    "home": ("Front page", "첫 화면"),
    "incidents": ("Incidents", "사건"),
    "measures": ("Measures", "조치"),
    "method": ("Method", "방법"),
    "corrections": ("Corrections", "정정"),
    "dataset": ("Dataset", "자료"),
    "feed": ("Feed", "피드"),
    "about": ("About the network", "취재망 소개"),
    "contact": ("Contact", "연락"),
    "articles": ("Articles", "기사"),
    "search": ("Search the articles", "기사 찾기"),
    "search_none": ("Nothing was found.", "찾은 것이 없습니다."),
    "search_older": ("Search older articles", "더 오래된 기사에서 찾기"),
    "search_found": ("Found", "찾음"),
    "search_needs": (
        "Searching needs a script. Without it, every article is in the list below.",
        "찾기에는 스크립트가 필요합니다. 없어도 아래 목록에 모든 기사가 있습니다.",
    ),
    "undated": ("undated", "날짜 모름"),
    "by_period": ("By time", "때로 찾기"),
    "filter": ("Show only", "골라 보기"),
    "filter_all": ("all", "모두"),
    "year": ("Year", "해"),
    # --- front page
    "latest": ("Latest", "최근 기사"),
    "all_places": ("Where", "어디서"),
    "all_days": ("When", "언제"),
    "nothing_yet": ("Nothing has been published yet.", "아직 펴낸 기사가 없습니다."),
    "all_incidents": ("All incidents", "모든 사건"),
    "all_articles": ("All articles", "모든 기사"),
    "all_corrections": ("All corrections", "모든 정정"),
    "monthly": ("By month", "달마다"),
    "monthly_says": (
        (
            "People killed or injured in each month: from the lowest number that must be true to the highest that can be. "
            "An incident that may have happened in either of two months counts towards the highest of both."
        ),
        (
            "달마다 숨지거나 다친 사람 수입니다. 확실한 가장 작은 수에서 있을 수 있는 가장 큰 수까지 그렸습니다. "
            "두 달 가운데 어느 달에 일어났는지 모르는 사건은 두 달 모두의 가장 큰 수에 들어갑니다."
        ),
    ),
    "month": ("Month", "달"),
    "at_least": ("At least", "최소"),
    "at_most": ("At most", "최대"),
    "people_axis": ("people", "명"),
    "people": ("People killed or injured", "숨지거나 다친 사람"),
    # --- a bulletin
    "read_ko": ("Read in Korean", "한국어로 읽기"),
    "read_en": ("Read in English", "영어로 읽기"),
    "not_translated": (
        "This article is not available in English yet.",
        "이 기사는 아직 한국어로 옮겨지지 않았습니다.",
    ),
    "writer": ("Written by", "글"),
    "translator": ("Translated by", "옮김"),
    "editor": ("Edited by", "편집"),
    "published": ("Published", "펴낸 날"),
    "photo_by": ("Photo", "사진"),
    "file_photo": ("File photo", "자료 사진"),
    "correction": ("Correction", "정정"),
    "in_figures": ("What this article reports", "이 기사가 전하는 것"),
    "told_in": ("Reported in", "기사"),
    "withdrawn_title": ("Withdrawn", "거두어들인 기사"),
    "withdrawn_says": (
        "This article has been withdrawn. Its text and its data are no longer published.",
        "이 기사는 거두어들였습니다. 글과 자료를 더는 싣지 않습니다.",
    ),
    "withdrawn_incident": (
        "What was published here has been withdrawn. This address will not be used again.",
        "여기에 실었던 것은 거두어들였습니다. 이 주소는 다시 쓰지 않습니다.",
    ),
    # --- an incident
    "known": ("What is known", "알려진 것"),
    "how": ("How it is known", "어떻게 알았나"),
    "unknown": ("What is not known", "알려지지 않은 것"),
    "how_many": ("How many", "얼마나"),
    "when": ("When", "언제"),
    "where": ("Where", "어디서"),
    "what": ("What", "무엇"),
    "grade": ("Corroboration", "확인 정도"),
    "table_of": ("The same as a table", "같은 내용의 표"),
    "contested": ("Contested", "다툼 있음"),
    "happened": ("whether it happened", "일어났는지 여부"),
    "contested_field": ("There is disagreement about this: {fields}.", "다음은 서로 말이 다릅니다: {fields}."),
    "unsplit": (
        "How many of them were killed and how many injured cannot be told apart.",
        "이 가운데 몇 명이 숨지고 몇 명이 다쳤는지는 가릴 수 없습니다.",
    ),
    "no_day": ("The exact day is not known.", "정확한 날짜는 알려지지 않았습니다."),
    "no_date": ("When it happened is not known.", "언제 일어났는지 알려지지 않았습니다."),
    "no_spot": ("The exact place is not known, or is not published.", "정확한 장소는 모르거나 싣지 않습니다."),
    "no_place": ("Where it happened is not known.", "어디서 일어났는지 알려지지 않았습니다."),
    "no_top": ("There may be more: no upper limit is known.", "더 많을 수 있습니다. 위쪽 한도를 모릅니다."),
    "no_count": ("How many people were harmed is not known.", "몇 명이 피해를 입었는지 알려지지 않았습니다."),
    "all_clear": ("Nothing that this page states is left open.", "이 화면이 말하는 것 가운데 남은 물음은 없습니다."),
    "aggregate": (
        "It was told as a total; it may stand for more than one event.",
        "합친 수로 전해졌습니다. 한 사건이 아닐 수 있습니다.",
    ),
    "count_key": (
        (
            "Bar: from the lowest to the highest possible number. Tick: the most likely number, where there is one. "
            "Arrow: no upper limit. Hatched: the killed and the injured cannot be told apart."
        ),
        (
            "막대: 가장 작은 수에서 가장 큰 수까지. 눈금: 가장 그럴듯한 수. "
            "화살표: 위쪽 한도 없음. 빗금: 숨진 사람과 다친 사람을 가릴 수 없음."
        ),
    ),
    "date_key": ("Bar: every day on which it may have happened.", "막대: 일어났을 수 있는 모든 날."),
    "map_key": (
        "The blue disc, line or area is everywhere it may have happened.",
        "파란 원이나 선, 구역은 일어났을 수 있는 모든 곳입니다.",
    ),
    "first_published": ("First published", "처음 펴낸 날"),
    "lowest": ("Lowest", "가장 작은 수"),
    "best": ("Most likely", "가장 그럴듯한 수"),
    "highest": ("Highest", "가장 큰 수"),
    "no_limit": ("no upper limit", "위쪽 한도 없음"),
    "not_stated": ("not stated", "밝혀지지 않음"),
    "outcome": ("Outcome", "결과"),
    "earliest": ("Earliest day", "가장 이른 날"),
    "latest_day": ("Latest day", "가장 늦은 날"),
    "place": ("Place", "곳"),
    "province": ("Province", "도"),
    "within": ("Within", "반경"),
    # --- measures
    "since": ("Since", "시작"),
    "until": ("Until", "끝"),
    "last_confirmed": ("Last confirmed", "마지막 확인"),
    "ongoing": ("not known to have ended", "끝났다는 말 없음"),
    "measures_says": (
        (
            "Lasting conditions along the border. Hazards such as mines are shown as whole counties or provinces only; "
            "a blank area is not a safe area."
        ),
        (
            "국경 지역에서 이어지는 상태입니다. 지뢰 같은 위험은 군이나 도 전체로만 나타냅니다. "
            "비어 있는 곳이 안전한 곳은 아닙니다."
        ),
    ),
    "hazard": ("Hazard", "위험"),
    "hazard_key": (
        "Hatched: a hazard, somewhere in this county or province. Plain: another measure. A blank area is not a safe area.",
        "빗금: 이 군이나 도 안 어딘가의 위험. 빗금 없음: 다른 조치. 비어 있는 곳이 안전한 곳은 아닙니다.",
    ),
    "period_key": (
        "Bar: from the first day on which it may have begun. Arrow: not known to have ended. Mark: last confirmed.",
        "막대: 시작했을 수 있는 첫날부터. 화살표: 끝났다는 말 없음. 눈금: 마지막 확인.",
    ),
    "no_measures": ("No measures have been published.", "펴낸 조치가 없습니다."),
    "no_incidents": ("No incidents have been published.", "펴낸 사건이 없습니다."),
    # --- corrections, dataset, lost
    "no_corrections": ("No corrections have been made.", "정정한 기사가 없습니다."),
    "corrections_says": (
        "What we got wrong, and what we have withdrawn. A correction bears the day on which it was published.",
        "잘못 전한 것과 거두어들인 것입니다. 정정에는 펴낸 날만 적습니다.",
    ),
    "lost_title": ("Not here", "없는 화면"),
    "lost_says": ("There is no page at this address.", "이 주소에는 화면이 없습니다."),
    "dataset_says": (
        "All that the articles publish, as tables. Empty means not stated; it never means zero. Every number is a range.",
        "기사에 실린 것을 모두 표로 묶었습니다. 빈칸은 밝혀지지 않았다는 뜻이며 0이 아닙니다. 모든 수는 범위입니다.",
    ),
    "file": ("File", "파일"),
    "holds": ("Holds", "내용"),
    "codebook": ("Codebook", "코드북"),
    "codebook_says": (
        "What every column of every table means. The names of columns and their codes are English in both languages.",
        "표마다 칸의 뜻입니다. 칸 이름과 코드, 그 설명은 두 언어 모두 영어로 적습니다.",
    ),
    "column": ("Column", "칸"),
    "type": ("Type", "갈래"),
    "means": ("Means", "뜻"),
    "version": ("Version", "판"),
    "proof": (
        (
            "manifest.json holds the SHA-256 of every file, manifest.json.minisig is its signature, and manifest.pub the key to "
            "check it with; compare that key with one that you had before."
        ),
        (
            "manifest.json 에 파일마다 SHA-256 이 있고, manifest.json.minisig 는 그 서명, manifest.pub 은 확인할 열쇠입니다. "
            "열쇠는 전에 받아 둔 것과 견주십시오."
        ),
    ),
    "licence": ("Licence", "이용 조건"),
    "cite": ("How to cite", "인용"),
    # --- maps
    "map_title": ("Map", "지도"),
    "map_source": (
        "Boundaries: Natural Earth 2013-2018; rivers: WDBII/GSHHG 2017",
        "경계: Natural Earth 2013-2018, 강: WDBII/GSHHG 2017",
    ),
    "timeline_title": ("Days on which each incident may have happened", "사건마다 일어났을 수 있는 날"),
}

OUTCOMES: dict[str, tuple[str, str]] = {
    "total": ("Killed or injured", "숨지거나 다침"),
    "killed": ("Killed", "숨짐"),
    "injured": ("Injured", "다침"),
    "killed_or_injured": ("Killed or injured", "숨지거나 다침"),
    "missing": ("Missing", "행방불명"),
    "detained": ("Detained", "붙잡힘"),
    "repatriated": ("Returned by force", "강제 송환"),
    "unknown": ("Fate unknown", "생사 모름"),
}

GRADES: dict[PublicGrade, tuple[tuple[str, str], tuple[str, str]]] = {
    PublicGrade.confirmed: (
        ("confirmed", "확인됨"),
        ("We have checked this in ways that do not depend on one another, and state it as fact.",
         "서로 기대지 않는 여러 방법으로 확인했으며, 사실로 전합니다."),
    ),
    PublicGrade.corroborated: (
        ("corroborated", "뒷받침됨"),
        ("Accounts that do not depend on one another agree on this.", "서로 기대지 않는 진술이 들어맞습니다."),
    ),
    PublicGrade.reported: (
        ("reported", "전해짐"),
        ("It was told to us credibly. We could not check all of it.",
         "믿을 만하게 전해졌으나 모두 확인하지는 못했습니다."),
    ),
    PublicGrade.unconfirmed: (
        ("unconfirmed", "미확인"),
        ("It was told to us and we cannot vouch for it. We do not state it as fact.",
         "전해 들었으나 보증할 수 없으며, 사실로 전하지 않습니다."),
    ),
}  # fmt: skip

FILES: dict[str, tuple[str, str]] = {
    "incidents.csv": ("Incidents: dates, places, ranges, grade", "사건: 날짜, 곳, 범위, 확인 정도"),
    "measures.csv": ("Measures: since, until, last confirmed, area", "조치: 시작, 끝, 마지막 확인, 구역"),
    "withdrawn.csv": ("Incidents and measures that were withdrawn", "거두어들인 사건과 조치"),
    "changes.csv": ("What each version added, changed and withdrew", "판마다 더하고 고치고 거두어들인 것"),
    "incidents.parquet": ("Incidents as Parquet", "사건(Parquet)"),
    "measures.parquet": ("Measures as Parquet", "조치(Parquet)"),
    "incidents.geojson": ("Incidents as discs, lines and areas", "사건을 원, 선, 구역으로"),
    "incidents.json": ("Incidents, nested", "사건(JSON)"),
    "incidents-hxl.csv": ("Incidents with a row of HXL tags", "사건(HXL 꼬리표 한 줄)"),
    "ucdp.csv": ("Shaped like UCDP GED", "UCDP GED 꼴"),
    "acled.csv": ("Shaped like ACLED", "ACLED 꼴"),
    "codebook.md": ("What every column means, to read", "칸마다의 뜻(읽는 글)"),
    "datapackage.json": ("What every column means (Frictionless)", "칸마다의 뜻(Frictionless)"),
}


HERE: dict[Tongue, str] = {Tongue.ko: "한국어로 읽기", Tongue.en: "Read in English", Tongue.zh: "用中文阅读"}
"""In each language's own words: how its readers are led to it."""


def word(key: str, lang: Tongue, **named: str) -> str:
    said = ZH[key] if lang is Tongue.zh else WORDS[key][_ORDER.index(lang)]
    return said.format(**named)


def outcome_word(key: str, lang: Tongue) -> str:
    """The word for an outcome; one that has none is shown as it is."""
    if key not in OUTCOMES:
        return key
    return OUTCOMES_ZH[key] if lang is Tongue.zh else OUTCOMES[key][_ORDER.index(lang)]


def grade_word(grade: PublicGrade, lang: Tongue) -> str:
    return GRADES_ZH[grade.value][0] if lang is Tongue.zh else GRADES[grade][0][_ORDER.index(lang)]


def grade_sentence(grade: PublicGrade, lang: Tongue) -> str:
    return GRADES_ZH[grade.value][1] if lang is Tongue.zh else GRADES[grade][1][_ORDER.index(lang)]


def file_words(name: str, lang: Tongue) -> str:
    return FILES_ZH[name] if lang is Tongue.zh else FILES[name][_ORDER.index(lang)]
