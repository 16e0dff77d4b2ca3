"""Words of both languages that mean one of a set: the table of contrasts, and how a word of a text is looked up in it."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from attrs import field, frozen

from sosik.values.text import Lang

_VOWELS = frozenset("aeiou")
_ENDINGS = ("s", "ed", "ing", "er", "est", "ly")
_SOFT = "~"
_SHORT = 4  # letters of a doubtful word that is not inflected: she is no shed


@frozen(order=True)
class Meaning:
    """One value of one set, such as ``direction.width`` ``narrow``; one that is not ``firm`` accuses nobody."""

    set: str
    value: str
    firm: bool = field(default=True, eq=False, order=False)

    @property
    def kind(self) -> str:
        return self.set.partition(".")[0]


@frozen
class Lexicon:
    """``words`` by language: what a word, or several with a space between (none in Korean), may mean."""

    words: Mapping[Lang, Mapping[str, tuple[Meaning, ...]]] = field(hash=False, repr=False)
    longest: int = 6

    @classmethod
    def shipped(cls) -> "Lexicon":
        return _shipped()

    def get(self, key: str, lang: Lang) -> tuple[Meaning, ...]:
        return self.words[lang].get(key, ())


@cache
def _shipped() -> Lexicon:
    table = tomllib.loads(files(__package__).joinpath("contrasts.toml").read_text("utf-8"))
    words: dict[Lang, dict[str, dict[Meaning, bool]]] = {Lang.ko: {}, Lang.en: {}}
    plain = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))["words"]
    table["soft"]["word"] = {str(number): pair for number, pair in enumerate(plain)}
    for kind, sets in table.items():
        for name, values in sets.items():
            for value, (korean, english) in values.items():
                own = f"{kind}.{name}"
                _fill(words[Lang.ko], own, value, ((word, (word.replace("+", ""),)) for word in korean.split()))
                _fill(words[Lang.en], own, value, ((word, _forms(word)) for word in _english(english)))
    return Lexicon(
        {lang: {key: tuple(_meanings(found)) for key, found in known.items()} for lang, known in words.items()}
    )


def _meanings(found: Mapping[Meaning, bool]) -> Iterable[Meaning]:
    return (Meaning(one.set, one.value, firm) for one, firm in found.items())


def _fill(
    known: dict[str, dict[Meaning, bool]], own: str, value: str, words: Iterable[tuple[str, Iterable[str]]]
) -> None:
    """A form that stands in the table itself is as firm as it stands there, whatever else inflects to it."""
    given = list(words)
    listed = {word.removeprefix(_SOFT): not word.startswith(_SOFT) for word, _ in given}
    for word, forms in given:
        for form in forms:
            plain = form.removeprefix(_SOFT)
            meanings = known.setdefault(plain, {})
            meaning = Meaning(own, value)
            meanings[meaning] = listed.get(plain, meanings.get(meaning, False) or not word.startswith(_SOFT))


def _english(words: str) -> Iterable[str]:
    """Words between commas; the forms of an irregular one stand with slashes between."""
    for entry in words.split(","):
        forms = entry.strip().split("/")
        soft = forms[0].startswith(_SOFT)
        yield from (one if not soft or one.startswith(_SOFT) else _SOFT + one for one in forms if one)


def _forms(word: str) -> Iterable[str]:
    """A word with its regular inflections; of several words the first and the last are inflected in turn."""
    soft = _SOFT if word.startswith(_SOFT) else ""
    parts = word.removeprefix(_SOFT).split(" ")
    yield soft + " ".join(parts)
    if len(parts) == 1:
        yield from (soft + form for form in _inflected(parts[0]) if not soft or len(parts[0]) > _SHORT)
        return
    yield from (soft + " ".join((form, *parts[1:])) for form in _inflected(parts[0]))
    yield from (soft + " ".join((*parts[:-1], form)) for form in _inflected(parts[-1]) if form.endswith("s"))


def _inflected(word: str) -> Iterable[str]:
    if not word.isalpha() or len(word) < 3:
        return
    if word.endswith("y") and word[-2] not in _VOWELS:
        yield from (word[:-1] + ending for ending in ("ies", "ied", "ier", "iest", "ily"))
        yield word + "ing"
        return
    if word.endswith("e"):
        yield from (word + "s", word + "d", word + "r", word + "st", word[:-1] + "ing", word[:-1] + "ed")
        return
    if word.endswith(("s", "x", "ch", "sh", "z")):
        yield word + "es"
    yield from (word + ending for ending in _ENDINGS)
    if len(word) < 7 and word[-1] not in "aeiouwxy" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        yield from (word + word[-1] + ending for ending in ("ed", "ing", "er", "est"))
