"""Names of people in Latin letters: Korean in every romanisation, Chinese in pinyin, and others by the words around them."""

import re
import unicodedata
from collections.abc import Iterator

_SURNAMES = (
    "Kim Gim Lee Ri Rhee Yi Li Ree Park Pak Bak Choi Choe Choy Jung Jong Chung Chong Jeong Cheong Kang Gang Cho Jo Yoon Yun Jang Chang Lim Im Rim Yim Han Oh O Seo So Suh Shin Sin Kwon Gwon Kweon Hwang An Ahn Song Ryu Yoo Yu You "
    "Jeon Jon Chon Jun Hong Ko Go Koh Mun Moon Yang Ryang Son Sohn Shon Pae Bae Paek Baek Paik Ho Huh Hur Heo Hu Nam Sim Shim No Noh Ro Roh Ha Kwak Gwak Seong Sung Cha Chu Ju Joo Choo U Woo Wu Ku Koo Gu Min Jin Chin Ji Chi Om Eom Um "
    "Chae Won Weon Cheon Pang Bang Kong Gong Hyon Hyun Ham Pyon Byun Byon Pyun Yom Yeom Yeo Yo To Do Sok Seok Sol Seol Ma Kil Gil Yon Yeon Wi Pyo Myong Myung Ki Gi Ban Ra La Na Wang Kum Geum Ok Yuk In Maeng Meng Je Che Mo Tak Kuk Guk Ryong Ryom Ryo Tae Thae Hyong Pong Bong "
    "Namgung Sonu Seonwoo Hwangbo Tokko Dokgo Jegal Cegal Sagong"
)
_PINYIN = (
    "Wang Zhang Liu Chen Zhao Huang Zhou Wu Xu Sun Zhu Ma Hu Guo He Lin Luo Liang Xie Deng Feng Cao Zeng Peng Xiao Cai Pan Tian Dong Yuan Yu Ye Jiang Du Su Wei Cheng Lu Ding Shen Ren Yao Fu Zhong Cui Tan Liao Fan Jin Shi Dai Jia Xia Qiu Fang Hou Zou Xiong Meng Qin Bai Yan "
    "Xue Yin Duan Lei Shi Long Tao Gu Mao Hao Gong Shao Wan Qian Piao Quan Xuan Nan Chi Li Yang Jiang Han Song Zheng Tang Kong Xiang Mei Pu Ji Che Shang Hong Qi Kang Bi Hui Ge Niu "
    "Zhuang Zhan Zhuo Zong Zuo Zang Yue Ying Xing Xin Weng Tong Tu Teng Sha Ruan Rong Rao Ran Qu Qiao Pei Ouyang Ning Nie Mu Miao Mi Lou Ling Lian Leng Lai Kuang Ke Jing Jiao Jian Huo Hua Guan Gui Geng Gan Fei Dou Diao Dang Cong Cen Bian Bao Ao"
)
_KO = set(_SURNAMES.split())
_ZH = set(_PINYIN.split())
_ONSET = r"(?:kk|gg|tt|dd|pp|bb|ss|jj|tch|ch'?|sh|k'?|g|n|t'?|th|d|r|l|m|p'?|ph|b|s|j|h|w|y)?"
_VOWEL = r"(?:yae|yeo|yoo|you|wae|weo|oeu|ae|ya|ye|yo|yu|wa|wo|we|wi|oo|ou|eo|eu|ee|oe|ui|oi|ei|ey|ay|a|e|i|o|u)"
_CODA = r"(?:ng|ck|k|g|n|t|d|l|r|m|p|b|h|s)?"
_SYLLABLE = rf"{_ONSET}{_VOWEL}{_CODA}"
_KO_GIVEN = re.compile(rf"{_SYLLABLE}(?:[-' ]?{_SYLLABLE})?", re.IGNORECASE)
_KO_ONE = re.compile(_SYLLABLE, re.IGNORECASE)
_FINAL = (
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)"
)
_ZH_GIVEN = re.compile(rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}){{1,2}}", re.IGNORECASE)
_CAP = r"[A-Z][a-z]*(?:'(?!s\b)[a-z]+)?"
_WORD = rf"(?:{_CAP}(?:-(?:[A-Z]?[a-z]+(?:'(?!s\b)[a-z]+)?))*|[A-Z]{{2,}}|O)"
_RUN = re.compile(rf"(?<![\w@.-]){_WORD}(?:[ ]{_WORD}){{0,3}}(?![\w@])")
_SUR = "|".join(sorted(_KO | _ZH, key=len, reverse=True))
_CLEAR = re.compile(
    r"(?:yong|young|chol|cheol|hyok|hyuk|kyong|kyung|gyeong|myong|myung|sook|suk|jong|jung|jeong|hyun|hyon|seung|kwang|gwang|jae|hee|hui|soo|hwa|hye|eun|mi|ok)(?:[a-z]{0,5})$|^(?:yong|young|chol|cheol|myong|myung|kyong|kyung|kwang|gwang|hyon|hyun|sung|song|jong|jung|sang|tae|jae|min|sun|soon|eun|un|hye|ji|jin|yu|mi)[a-z-]{2,6}$",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"[A-Z][a-z]{0,6}'?[a-z]*-[A-Za-z][a-z]{1,6}")
_NO_GIVEN = frozenset(
    "road avenue hotel station bank market city river mountain bridge port island county province party army street union league university college press daily news times post radio city town gate tower dynasty era war act law day night morning "
    "said says told is was has had in on at to of by the and or for as it he she we they who man men woman women one two no not so an do go my me be am are lake bay cape line unit team food fish rice wood tea road home house "
    "korea korean korea's china chinese japan japanese russia russian america american seoul pyongyang beijing shenyang sinuiju hyesan hoeryong musan onsong rason chongjin hamhung wonsan nampo kaesong dandong yanji "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn winter "
    "north south east west northern southern eastern western central upper lower new old "
    "us uk eu usa rfa voa nk dprk prc kpa kcna mss unicef wfp who covid pcr sms sim imei gps "
    "each end all also any but can did get her him his its let mid nor now off old our out own per see ten too via way yet you your this that these those then than there thus they some such soon since sons songs".split()
)
_BEFORE_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Comrade|Grandma|Grandmother|Granny|Grandpa|Grandfather|Auntie|Aunt|Uncle|Pastor|Reverend|Rev|Elder|Deacon(?:ess)?|Evangelist|Missionary|Nun|Monk|Father|Sister|Brother|Captain|Capt|Lieutenant|Lt|Colonel|Col|Major|Maj|Sergeant|Sgt|General|Gen|Corporal|Cpl|Private|Pvt|Warrant Officer|Officer|Agent|Inspector|Professor|Prof|"
    r"Nurse|Teacher|Foreman|Manager|Director|Madam|Madame|Old|Little|Lao|Xiao|Squad Leader|Team Leader|Unit Leader|Section Chief|Party Secretary|Secretary|Chief|Principal|Doctor|Engineer|Driver|Broker|Guard|Prosecutor|Judge|Widow|Master|Boss|Chairman|Chairwoman|Commander)"
)
_NAME_WORD = r"(?:[A-Z][a-z]+(?:'(?!s\b)[a-z]+)?(?:-[A-Z]?[a-z]+)*|[A-Z]{2,}|O)"
_TITLED = re.compile(rf"\b{_BEFORE_TITLE}\.?\s(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})")
_CALLED = re.compile(
    rf"\b(?:sur)?(?:named|called|calling|calls? (?:him|her|them|himself|herself)|nicknamed|identified (?:himself |herself )?(?:only )?as|known (?:locally |there )?(?:to \w+ )?as|(?:given |real |full |first |last |family |birth |maiden )?names? (?:is|was|are|were|being|of)|by the name(?: of)?|real name[,:]?|full name[,:]?|[Nn]ame:|pseudonym,?|alias,?|goes by|went by|a\.?k\.?a\.?|née|born|signed(?: by)?|in the name of|addressed to|belongs to|registered to|payable to)\s[“\"'‘(]?(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})"
)
_AGED = re.compile(
    rf"\b(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})(?=,\s(?:aged?\s)?\d{{1,2}}\b(?!\s?(?:people|men|women|percent|per|%|km|year-olds|{{}}))|,\s(?:an?|his|her|the)\s\d{{1,2}}-year-old|\s\(\s?(?:aged?\s)?\d{{1,2}}\s?[,)]|,\s(?:born|b\.)\s(?:in\s)?(?:19|20)\d\d)"
)
_KINS = r"(?:wife|husband|son|daughter|mother|father|brother|sister|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|grandson|granddaughter|neighbou?r|friend|colleague|fianc[eé]e?|widow|relative|broker|source|informant|driver|trader|contact|resident|patient|victim|prisoner|detainee|soldier|witness|classmate|roommate|employee|miner|farmer|nurse|teacher|interpreter|translator|guide|smuggler|woman|man|boy|girl|worker|student|doctor|officer)"
_KIN_NAMED = re.compile(
    rf"\b{_KINS}(?:-in-law)?,?\s(?:one\s)?(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})(?=[,.;:)’'\s]|$)"
)
_PUBLIC_OFFICE = re.compile(
    r"(?:President|Premier|Minister|Ambassador|Supreme Leader|[Ll]eader|Marshal|Vice Marshal|[Ss]pokes(?:man|woman|person)|Envoy|Governor|Senator|Chancellor|Secretary[- ]General|General Secretary|Special Rapporteur|Rapporteur|Commissioner|Translated by|Edited by|Reported by|Written by|Photo by|Reporting by|Editing by|By|Author:|Editor:|Writer:|Translator:|Photo:|Credit:|©)\s*(?:[A-Z]\w+\s)?\Z"
)
_PUBLIC_AFTER = re.compile(
    r"(?:['’]s)?\s(?:regime|era|dynasty|Street|Road|University|Square|Stadium|Mausoleum|Museum|Institute|Foundation|Hotel|River|Mountain|Mt|Island|Sea|Bridge|Station|Port|Province|County|City|District)\b"
)
_NOT_FIRST = re.compile(
    r"^(?:The|This|That|These|Those|In|On|At|An?|And|But|As|If|It|By|For|From|To|Of|Not|No One|He|She|They|We|You|I|When|While|After|Before|Since|One|Two|Three|Four|Five|Six|Ten|North|South|East|West|Northern|Southern|Korea|Korean|Koreans|China|Chinese|Pyongyang|Seoul|Party|Workers|State|Ministry|Central|People|United|Daily|Radio|Some|All|Many|Most|Several|Another|Other|There|Here|Now|Then|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|God|Christ|Jesus|Christmas|Buddha|WeChat|Telegram|Signal|Kakao\w*|Juche|Hallyu|Chuseok|Inminban|Bowibu)\b"
)


def latin_names(text: str) -> Iterator[tuple[int, int]]:
    """Characters of each, public persons' too; ``text`` is unveiled, its diacritics as they stand."""
    bare = without_marks(text)
    for match in _RUN.finditer(bare):
        yield from _in_run(match.start(), match[0])
    for pattern in (_TITLED, _CALLED, _AGED, _KIN_NAMED):
        for match in pattern.finditer(bare):
            if not _NOT_FIRST.match(match["name"]) and _can_be(match["name"], pattern is _KIN_NAMED):
                yield match.span("name")


def surnames_again(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The surname, or the given name, alone of somebody whose full name stands elsewhere."""
    bare = without_marks(text)
    for name in names:
        for part in name.split():
            if len(part) > 1 and part.casefold() not in _NO_GIVEN | {"an", "so", "no", "in", "do", "to"}:
                yield from (match.span() for match in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])", bare))


def is_korean_surname(word: str) -> bool:
    return _titled(word) in _KO


def is_ordinary(word: str) -> bool:
    """No name of a person: a day, a country, a body, a word that opens a sentence."""
    return word.casefold() in _NO_GIVEN or _NOT_FIRST.match(word) is not None


def is_of_office(text: str, start: int, end: int) -> bool:
    """Spoken of in a public office, or as a byline, or a thing that bears the name."""
    return bool(_PUBLIC_OFFICE.search(text[max(0, start - 30) : start]) or _PUBLIC_AFTER.match(text, end))


def without_marks(text: str) -> str:
    """Letters without breves and accents, one for one, apostrophes alike: Ch'ŏl and Ch’ol are both Ch'ol."""
    plain = (
        unicodedata.normalize("NFD", one)[0] if ord(one) > 0xBF and one.isalpha() and not "가" <= one <= "힣" else one
        for one in text
    )
    return "".join(plain).replace("’", "'").replace("ʻ", "'").replace("`", "'").replace("‘", "'")


def _can_be(name: str, needs_shape: bool) -> bool:
    words = name.split()
    if any(word.casefold() in _NO_GIVEN for word in words):
        return False
    return not needs_shape or len(words) > 1 or bool(_HYPHENED.fullmatch(name)) or _is_korean(words[0])


def _in_run(base: int, run: str) -> Iterator[tuple[int, int]]:
    """Names in a row of capitalised words: Kim Yong Hui, Kim Yong-hui, Yong-hui Kim, Zhang Wei, and Chol-su alone."""
    words = [(match.start(), match[0]) for match in re.finditer(r"\S+", run)]
    at = 0
    while at < len(words):
        size = _name_at([word for _, word in words[at:]])
        if size:
            last_at, last = words[at + size - 1]
            yield base + words[at][0], base + last_at + len(last)
        at += size or 1


def _name_at(words: list[str]) -> int:
    """How many of the words are a name, from the first; 0 for none."""
    first = _titled(words[0])
    if len(words) > 1 and first in _KO | _ZH:
        if len(words) > 2 and "-" not in words[1] and _one(words[1]) and _one(words[2]):
            return 3
        if _given(words[1], first):
            return 2
    if len(words) > 1 and _titled(words[1]) in _KO and "-" in words[0] and _is_korean(words[0]):
        return 2
    if (
        len(words) > 2
        and _titled(words[2]) in _KO
        and _one(words[0])
        and _one(words[1])
        and _titled(words[0]) not in _KO
    ):
        return 3
    if len(words) > 1 and _titled(words[1]) in _KO and _CLEAR.search(words[0]) and _is_korean(words[0]):
        return 2
    return 1 if "-" in words[0] and _HYPHENED.fullmatch(words[0]) and _is_korean(words[0]) else 0


def _given(word: str, surname: str) -> bool:
    if word.casefold() in _NO_GIVEN or len(word) < 2:
        return False
    return (surname in _KO and _is_korean(word)) or (surname in _ZH and _ZH_GIVEN.fullmatch(word) is not None)


def _one(word: str) -> bool:
    return word.casefold() not in _NO_GIVEN and _KO_ONE.fullmatch(word) is not None


def _is_korean(word: str) -> bool:
    """One or two syllables of a romanised name; a unit such as Sambong-ri is none."""
    if word.casefold() in _NO_GIVEN or (
        re.search(
            r"-(?:ri|dong|up|eup|myon|myeon|gun|gu|do|si|ku|san|gang|kang|ro|gil|jin|po|kun|nodongjagu|style|led|run|based|made|era|ho)$",
            word,
        )
        and not re.search(r"-ho$", word)
    ):
        return False
    return _KO_GIVEN.fullmatch(word) is not None


def _titled(word: str) -> str:
    word = word.replace("'", "")
    return word.title() if word.isupper() and len(word) > 1 else word
