"""The glossary's words for the choices that the desk shows, in English and Korean."""

from collections.abc import Mapping

from django.utils.translation import get_language

Pair = tuple[str, str]

BASIS: Mapping[str, Pair] = {
    "eyewitness": ("saw it", "직접 봄"),
    "second-hand": ("heard it from someone", "전해 들음"),
    "rumour": ("rumour", "소문"),
    "document": ("document", "문서"),
    "imagery": ("imagery", "영상"),
    "official": ("official", "공식"),
    "press": ("press", "보도"),
    "unknown": ("not said", "밝히지 않음"),
}
CONSENT: Mapping[str, Pair] = {
    "publish": ("may be published", "공개 동의"),
    "statistics": ("in sums only", "집계에만"),
    "none": ("none", "동의 없음"),
}
STANCE: Mapping[str, Pair] = {
    "asserted": ("says so", "단정"),
    "hearsay": ("has heard so", "전언"),
    "supposed": ("supposes so", "추정"),
    "denied": ("says it is not so", "부정"),
    "planned": ("says it is planned", "계획"),
}
KIND: Mapping[str, Pair] = {
    "incident": ("incident", "사건"),
    "measure": ("measure", "조치"),
    "tally": ("tally", "집계"),
}
GRADE: Mapping[str, Pair] = {
    "confirmed": ("confirmed", "확인됨"),
    "corroborated": ("corroborated", "뒷받침됨"),
    "reported": ("reported", "보고됨"),
    "single_source": ("single source", "단일 소식통"),
    "rumour": ("rumour", "소문"),
}
STATUS: Mapping[str, Pair] = {
    "proposed": ("waits", "대기"),
    "accepted": ("accepted", "받아들임"),
    "rejected": ("rejected", "물리침"),
}
VERDICT: Mapping[str, Pair] = {
    "same": ("the same event", "같은 사건"),
    "different": ("two events", "서로 다른 사건"),
    "cannot_tell": ("cannot tell", "가릴 수 없음"),
}
OUTCOME: Mapping[str, Pair] = {
    "killed": ("killed", "사망"),
    "injured": ("injured", "부상"),
    "killed_or_injured": ("killed or injured", "사상"),
    "total": ("killed and injured together", "사상자 모두"),
    "missing": ("missing", "실종"),
    "detained": ("detained", "구금"),
    "repatriated": ("returned by force", "강제 송환"),
    "unknown": ("outcome unknown", "결과 미상"),
}
ROLE_OF_PLACE: Mapping[str, Pair] = {
    "at": ("at", "에서"),
    "near": ("near", " 근처"),
    "within": ("somewhere in", " 안 어딘가"),
    "toward": ("towards", " 쪽으로"),
    "from": ("from", "에서 온"),
}
ROLE: Mapping[str, Pair] = {
    "reporter": ("reporter", "기자"),
    "editor": ("editor", "편집자"),
    "translator": ("translator", "번역자"),
    "analyst": ("analyst", "분석가"),
    "administrator": ("administrator", "관리자"),
}
DECISION: Mapping[str, Pair] = {
    "accept": ("accepted", "받아들임"),
    "correct": ("corrected", "고침"),
    "reject": ("rejected", "물리침"),
    "judge": ("compared", "견줌"),
    "choose_best": ("chose the best value", "최선값을 고름"),
    "relate": ("related", "관계를 정함"),
    "source": ("rated the source", "소식통 평가"),
    "basis": ("set the basis", "근거를 정함"),
    "consent": ("set the consent", "동의를 정함"),
    "undo": ("took back", "되돌림"),
    "compromise": ("marked compromised", "노출됨으로 표시"),
    "review": ("reviewed", "검토함"),
    "clear": ("cleared", "공개 허가"),
    "publish": ("published", "공개함"),
    "withdraw": ("withdrew", "거둬들임"),
    "override": ("overrode", "예외를 둠"),
    "scan": ("scanned", "검사함"),
    "erase": ("erased", "지움"),
    "setting": ("changed a setting", "설정을 바꿈"),
}
MANNER: Mapping[str, Pair] = {
    "near_copy": ("a copy of", "옮겨 적은 글"),
    "translated": ("a translation of", "번역한 글"),
    "named": ("names as its source", "출처로 밝힌 글"),
}
VERDICT_WORD: Mapping[str, Pair] = {
    "block": ("blocked", "막힘"),
    "warn": ("warned", "경고"),
    "info": ("note", "참고"),
    "no_known_narrowing": ("no known narrowing", "좁혀짐 알려진 바 없음"),
}
DRIFT: Mapping[str, Pair] = {
    "number": ("number", "수"),
    "date": ("day", "날짜"),
    "place": ("place", "장소"),
    "outcome": ("outcome", "결과"),
    "negation": ("denial", "부정"),
    "direction": ("direction", "방향"),
    "attribution": ("who tells it", "전한 이"),
    "missing": ("missing", "빠짐"),
    "added": ("added", "더해짐"),
}
LACK: Mapping[str, Pair] = {
    "no other member has reviewed these bytes": ("waits for a review by another member", "다른 구성원의 검토를 기다림"),
    "no second member has cleared these bytes": (
        "waits for a second member to clear it",
        "둘째 구성원의 허가를 기다림",
    ),
    "nobody has decided to publish these bytes": ("waits for the decision to publish", "발행 결정을 기다림"),
    "its reviewer wrote or translated it": ("reviewed by who wrote or translated it", "쓰거나 옮긴 이가 검토함"),
    "who clears it wrote or translated it": ("cleared by who wrote or translated it", "쓰거나 옮긴 이가 허가함"),
    "one member both reviewed and cleared it": (
        "one member both reviewed and cleared it",
        "한 사람이 검토와 허가를 다 함",
    ),
}
BULLETIN_FIELD: Mapping[str, Pair] = {
    "title": ("Headline", "제목"),
    "body": ("Text", "본문"),
    "writer": ("writer", "쓴 이"),
    "translator": ("translator", "옮긴 이"),
    "editor": ("editor", "편집"),
    "correction": ("Note of correction, for readers", "바로잡는 말(독자에게)"),
    "": ("Sources behind it, never published", "뒤에 있는 소식통(공개되지 않음)"),
}
STAGE: Mapping[str, Pair] = {
    "draft": ("draft", "초고"),
    "checked": ("checked", "점검됨"),
    "reviewed": ("reviewed", "검토됨"),
    "cleared": ("cleared", "허가됨"),
    "published": ("published", "발행됨"),
    "withdrawn": ("withdrawn", "거둬들임"),
}
MOVE: Mapping[str, Pair] = {
    "review": ("Reviewed", "검토함"),
    "clear": ("Clear", "허가"),
    "publish": ("Publish", "발행"),
    "withdraw": ("Withdraw", "거둬들이기"),
}
LEAVES: Mapping[str, Pair] = {
    "new": ("new", "새 기사"),
    "corrects": ("a correction", "바로잡음"),
    "withdraws": ("a withdrawal", "거둬들임"),
}
ROW_CHANGE: Mapping[str, Pair] = {
    "added": ("row added", "줄 더함"),
    "changed": ("row changed", "줄 바뀜"),
    "withdrawn": ("row withdrawn", "줄 거둠"),
}
FIELD: Mapping[str, Pair] = {
    **OUTCOME,
    "when": ("the day", "날짜"),
    "where": ("the place", "곳"),
    "happened": ("whether it happened", "일어났는지"),
}
CUSTODY: Mapping[str, Pair] = {
    "received": ("received", "받음"),
    "opened": ("opened", "열어 봄"),
    "derived": ("made from it", "여기서 만듦"),
    "verified": ("verified", "확인함"),
}
CODED: Mapping[str, Pair] = {
    "claim": ("whether there is a claim", "주장이 있는지"),
    "kind": ("kind", "종류"),
    "category": ("category", "분류"),
    "stance": ("stance", "태도"),
    "place": ("place", "곳"),
    "earliest": ("first day", "첫날"),
    "latest": ("last day", "끝날"),
    "killed_min": ("killed, at least", "사망 최소"),
    "killed_max": ("killed, at most", "사망 최대"),
    "injured_min": ("injured, at least", "부상 최소"),
    "injured_max": ("injured, at most", "부상 최대"),
    "total_min": ("in all, at least", "모두 최소"),
    "total_max": ("in all, at most", "모두 최대"),
}
WEEKDAY: Mapping[str, Pair] = {
    "monday": ("Monday", "월요일"),
    "tuesday": ("Tuesday", "화요일"),
    "wednesday": ("Wednesday", "수요일"),
    "thursday": ("Thursday", "목요일"),
    "friday": ("Friday", "금요일"),
    "saturday": ("Saturday", "토요일"),
    "sunday": ("Sunday", "일요일"),
}
TABLES: Mapping[str, Mapping[str, Pair]] = {
    "basis": BASIS, "consent": CONSENT, "stance": STANCE, "kind": KIND, "grade": GRADE, "status": STATUS,
    "verdict": VERDICT, "outcome": OUTCOME, "place_role": ROLE_OF_PLACE, "role": ROLE, "decision": DECISION,
    "manner": MANNER, "field": FIELD, "verdict_word": VERDICT_WORD, "drift": DRIFT, "lack": LACK, "bulletin_field": BULLETIN_FIELD,
    "stage": STAGE, "move": MOVE, "leaves": LEAVES, "row_change": ROW_CHANGE, "custody": CUSTODY, "coded": CODED, "weekday": WEEKDAY,
}  # fmt: skip


def reader_lang() -> str:
    return "ko" if (get_language() or "en").startswith("ko") else "en"


def say(en: str, ko: str) -> str:
    return ko if reader_lang() == "ko" else en


def term(table: str, key: object) -> str:
    """The word for a choice; the key itself where the glossary has none."""
    pair = TABLES[table].get(str(key))
    return say(*pair) if pair else str(key)


def choices(table: str, *, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(key, say(*pair)) for key, pair in TABLES[table].items() if key not in but]
