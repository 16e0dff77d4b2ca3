"""Korean names of places in a text: the longest name first, and what must stand beside a name that is another word too."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from attrs import field, frozen

from sosik.claims.gazetteer.entry import PlaceMention
from sosik.claims.gazetteer.morphemes import Morpheme, WordCutter
from sosik.claims.gazetteer.starts import NameStarts
from sosik.claims.gazetteer.tables import Needs
from sosik.claims.sentences import split
from sosik.values.ids import PlaceId
from sosik.values.textspan import TextSpan

_HANGUL = re.compile(r"[가-힣]+(?:·[가-힣]+)*")
_LONGEST = 10
_LOOK = 16  # characters behind a name that can decide about it
_LONGEST_PIECE = 400
_BARE_NAME = 2  # syllables of a name that needs a particle after it to be a name
_PARTICLE = re.compile(
    r"(?:$|에서|서(?![가-힣])|에게|에는|에도|에만|에선|에|의|으로|로|을|를|은|는|이나|이며|이|가|과|와|도|까지|부터|쪽|측|시내|역|산골|행|발|출신|"
    r"인근|근처|부근|지역|일대|주민|시|군|읍|세관|국경|강변|시장|하류|상류|변|땅|당국|만|보다|처럼|항|앞|바다|현지)"
)
_UNIT = re.compile(
    r"(특별시|광역시|시|군|읍|구역|지구|구|현|성)(?:(?![가-힣]{2})|(?=[에은는이의을를내당안인까도과와부로출주소]|으로|관))"
)
_LOCATIVE = re.compile(
    r"(?:에서|에는|에도|에선|에|쪽|측|시내|역|출신|인근|근처|부근|지역|일대|강변|으로|로|읍|행)(?!서)"
)
# Behind a name that is no other word, endings that no verb and no longer word has.
_SETTLED = re.compile(
    r"(?:시|군|읍|구역)?(?:에서|에선|에게|까지|부터|으로|시내|세관|출신|주민|인근|근처|부근|지역|일대|강변|국경|산골|역|쪽|측|행|에|의|에는|에도|엔)(?:에서|에게|으로|에|에는|에도|은|는|이|가|을|를|의|도|만|까지|부터)?"
)
_PARTICLES = frozenset("로 을 를 은 는 이 가 과 와 도 만".split())  # behind a name of three syllables and more
_SENT_TO = re.compile(r"(?:으로|로)$")
_SENT = re.compile(r" (?:강제 )?(?:송환|북송|압송|이송|호송|추방|넘겨|끌려)")
_PAIR = re.compile(
    r"(?:와|과) (?P<other>[가-힣]{2,4})(?:시|군)?(?:에서|의|에 )"
)  # A and B, where B is followed by words of place
_LOCATIVE_FROM = re.compile(r"에서")
_LOCATIVE_TO = re.compile(r"(?:으로|로)(?!서)")
_SEATED = re.compile(
    r"(?:세관|시장|역전|보위부|보위국|안전부|안전국|광산|탄광|농장|교화소|단련대|집결소|출신|주민|지역|공장|탄전|항|장(?=[에의])|장마당|장터|수용소|관리소|구류장|감옥|병원|공단|공업지구|경제특구)"
)
_AROUND = re.compile(
    r"\s*(?:인근|근처|부근|일대|시내|쪽|강변|지역|읍)|의\s(?:[가-힣]+\s){0,2}?(?:폭발|사고|화재|큰물|홍수|집결소|구류장|탄광|광산|교화소|시장|장마당|공장|세관)|에 [^.]{0,30}?(?:들어[왔온섰선]|들여|도착|배치|설치|나타|생[겼긴]|세[웠워])|\s?(?:탄광|광산|장(?=[에의])|장마당|시장)|\s(?:구류장|감옥|감방|단련대|집결소|수용소|관리소|로동단련대|노동단련대|역전|나루|교화소|세관|앞바다|보위부|안전부|장마당|\d{1,2}호\s?(?:관리소|수용소|교화소))"
)
_NAMES_A_BODY = re.compile(
    r"(?:통신|신문|일보|방송|뉴스|저널|타임스|대학|호텔|은행|텔레비전|미디어|상사|무역회사|연구소|재단|식당|여관)"
)
_OBJECT = re.compile(r"(?:을|를)(?![가-힣])")
_NAME_ENDS = frozenset("시군읍구도강산성현역항")


class Known(Protocol):
    """What the finder asks of the gazetteer."""

    @property
    def names(self) -> Mapping[str, tuple[PlaceId, ...]]: ...

    @property
    def ambiguous(self) -> Mapping[str, Needs]: ...

    @property
    def starts(self) -> NameStarts: ...

    @property
    def words(self) -> WordCutter | None: ...

    def mention(self, start: int, end: int, name: str) -> PlaceMention: ...

    def holds(self, above: PlaceMention, name: str) -> bool: ...


def find_korean(text: str, known: Known) -> Iterator[PlaceMention]:
    """Every place named, in order, none inside another."""
    return _Finder(text, known).found()


@frozen
class _Finder:
    text: str
    known: Known
    _cuts: dict[int, tuple[Morpheme, ...]] = field(factory=dict)
    _pieces: list[TextSpan] = field(factory=list)

    def found(self) -> Iterator[PlaceMention]:
        previous: PlaceMention | None = None
        for start, ends in self.known.starts.found(self.text):
            after = previous.span.end if previous is not None else 0
            if start < after or (start > after and start and "가" <= self.text[start - 1] <= "힣"):
                continue
            mention = self._at(start, ends, previous)
            if mention is not None:
                previous = mention
                yield mention

    def _at(self, start: int, ends: Sequence[int], previous: PlaceMention | None) -> PlaceMention | None:
        """The longest of the names that begin here, in its word, and stands; a name of two words needs no more than that."""
        run = _HANGUL.match(self.text, start)
        if run is None:
            return None
        for end in ends:
            name = self.text[start:end]
            if (
                " " not in name
                and end - start <= _LONGEST
                and end <= run.end()
                and self._stands(name, start, run, previous)
            ):
                return self.known.mention(start, end, name)
        spaced = next((end for end in ends if self.text[run.end() : run.end() + 1] == " " and end > run.end()), None)
        return self.known.mention(start, spaced, self.text[start:spaced]) if spaced else None

    def _stands(self, name: str, at: int, run: re.Match[str], previous: PlaceMention | None) -> bool:
        """What follows a name shows that it is one; where characters do not settle it, the cutter of words is asked."""
        end = at + len(name)
        rest = self.text[end : min(run.end(), end + _LOOK)].partition("·")[0]
        if _NAMES_A_BODY.match(rest):
            return False
        if self.known.ambiguous.get(name) is not None:
            return self._is_shown(name, at, rest, previous)
        if len(name) > _BARE_NAME and name[-1] in _NAME_ENDS:
            return not rest or bool(_PARTICLE.match(rest)) or self._is_cut(at, end, plain=True)
        if not rest or _SETTLED.fullmatch(rest) or (len(name) > _BARE_NAME and rest in _PARTICLES):
            return True
        plain = len(name) > _BARE_NAME or bool(_PARTICLE.match(rest)) or self.known.names.get(rest[:3]) is not None
        if self.known.words is None:
            return plain
        return self._is_cut(at, end, plain=plain)

    def _is_shown(self, name: str, at: int, rest: str, previous: PlaceMention | None) -> bool:
        """Its unit, its parent right before it, or words of place; else a proper noun, where the name needs no unit."""
        end = at + len(name)
        gap = at - previous.span.end if previous is not None else -1
        if previous is not None and 0 <= gap <= 4 and self.known.holds(previous, name):
            return True
        unit = _UNIT.match(rest)
        if (unit and (name + unit[1] in self.known.names or unit[1] == "읍")) or self._is_placed(end, rest):
            return True
        if self.known.ambiguous[name] is Needs.unit:
            return False
        if _LOCATIVE.match(rest):
            firm = _LOCATIVE_FROM.match(rest) or (len(name) > _BARE_NAME and _LOCATIVE_TO.match(rest))
            return bool(firm) or self._is_named(at, end) is not False
        return not _OBJECT.match(rest) and self._is_named(at, end) is True

    def _is_placed(self, end: int, rest: str) -> bool:
        """Words of place stand behind it, or it is the end of somebody's way, or one of two places."""
        if _AROUND.match(self.text, end) or (_SENT_TO.match(rest) and _SENT.match(self.text, end + len(rest))):
            return True
        pair = _PAIR.match(self.text, end)
        return pair is not None and any(pair["other"][:size] in self.known.names for size in (2, 3))

    def _is_named(self, at: int, end: int) -> bool | None:
        """The cutter takes it for a proper noun; None where there is no cutter."""
        if self.known.words is None:
            return None
        return any(m.start == at and m.end == end and m.is_name for m in self._around(at))

    def _is_cut(self, at: int, end: int, *, plain: bool) -> bool:
        """No word runs over the end of the name (함흥차사) and no verb makes it up (해주는)."""
        seated = bool(_SEATED.match(self.text, end))
        placed = seated or bool(_LOCATIVE.match(self.text, end))
        for morpheme in self._around(at):
            if morpheme.start < end < morpheme.end:
                return seated or (plain and (morpheme.start <= at and self._is_unit(morpheme, end)))
            if at <= morpheme.start < end and not morpheme.is_noun and not placed:
                return False
        return plain or seated

    def _is_unit(self, morpheme: Morpheme, end: int) -> bool:
        """The longer word is the name with one syllable of a unit: 무산군, 신의주역."""
        return morpheme.end == end + 1 and self.text[end] in _NAME_ENDS

    def _around(self, at: int) -> tuple[Morpheme, ...]:
        """The morphemes next to the place, of a sentence that is cut once; of a very long one, a piece."""
        if self.known.words is None:
            return ()
        if not self._pieces:
            self._pieces.extend(_pieces(self.text))
        piece = self._pieces[bisect_right(self._pieces, at, key=lambda span: span.start) - 1]
        if piece.start not in self._cuts:
            cut = self.known.words.cut(piece.words(self.text))
            moved = (Morpheme(m.start + piece.start, m.end + piece.start, m.is_name, m.is_noun) for m in cut)
            self._cuts[piece.start] = tuple(moved)
        cut_piece = self._cuts[piece.start]
        first = bisect_left(cut_piece, at - _LOOK, key=lambda morpheme: morpheme.start)
        last = bisect_right(cut_piece, at + _LOOK, key=lambda morpheme: morpheme.start)
        return cut_piece[first:last]


def _pieces(text: str) -> Iterator[TextSpan]:
    """Sentences, cut at a space where they run on without end, so that the time stays in proportion to the text."""
    for span in split(text):
        start = span.start
        while span.end - start > _LONGEST_PIECE:
            space = text.rfind(" ", start + _LONGEST_PIECE // 2, start + _LONGEST_PIECE)
            end = space if space > 0 else start + _LONGEST_PIECE
            yield TextSpan(start, end)
            start = end
        yield TextSpan(start, span.end)
