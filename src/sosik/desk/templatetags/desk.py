"""Words in the reader's language, values in words, and what the frame of every page needs."""

import json
from collections.abc import Mapping
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.safestring import SafeString

from sosik.desk import bars, lists
from sosik.desk.marking import style_of
from sosik.desk.reasons import answer_sentence, why_words
from sosik.desk.roles import Right
from sosik.desk.terms import choices, reader_lang, say, term
from sosik.desk.words import count_words, place_words, span_words, victim_words
from sosik.incidents.grades import Corroboration, raise_line
from sosik.incidents.vague_words import vague_words
from sosik.values.datespan import Period
from sosik.values.edtf import write_period
from sosik.values.text import Lang

register = template.Library()
_STEPS = ("rumour", "single_source", "reported", "corroborated", "confirmed")


def page(request: HttpRequest) -> dict[str, Any]:
    """For every template: the language, what the member may do, what waits."""
    who = getattr(request, "who", None)
    desk = getattr(request, "desk", None)
    frame: dict[str, Any] = {"lang": reader_lang(), "who": who, "rights": set(who.rights) if who else set()}
    if who is not None and desk is not None and not request.headers.get("HX-Request"):
        frame["waits"] = lists.counts(desk) if Right.overview in who.rights else {}
        frame["counting"] = desk.recount.progress
        frame["is_demo"] = desk.store.is_demo
    return frame


@register.simple_tag
def t(en: str, ko: str, **values: Any) -> str:
    """The words in the reader's language; ``{name}`` in them takes a value."""
    words = say(en, ko)
    return words.format(**values) if values else words


@register.simple_tag(takes_context=True)
def address(context: Mapping[str, Any], **changes: Any) -> str:
    """The address of this page with some of its filters changed; an empty one is left out, and the page begins anew."""
    query = context["request"].GET.copy()
    for key, value in {"page": "", **changes}.items():
        query.pop(key, None)
        if value != "":
            query[key] = str(value)
    return "?" + query.urlencode()


@register.filter(name="term")
def term_of(key: object, table: str) -> str:
    return term(table, key)


@register.simple_tag
def choices_of(table: str, but: str = "") -> list[tuple[str, str]]:
    return choices(table, but=tuple(but.split()))


@register.simple_tag(takes_context=True)
def category(context: Mapping[str, Any], key: str) -> str:
    found = context["request"].desk.rules.codebook.categories.get(key)
    return found.name(reader_lang()) if found else str(key)


@register.filter
def days(span: Any) -> str:
    if isinstance(span, Period):
        return write_period(span)
    return span_words(span)


@register.filter
def row_days(row: Mapping[str, Any]) -> str:
    first, last = row["earliest"], row["latest"]
    if first == last:
        return first or "—"
    return f"{first or '…'} – {last or '…'}"


@register.filter
def row_place(row: Mapping[str, Any]) -> str:
    names = (row["place_ko"], row["place_en"]) if reader_lang() == "ko" else (row["place_en"], row["place_ko"])
    known = [name for name in names if name]
    return " ".join(dict.fromkeys(known)) or "—"


@register.filter
def count(value: Any) -> str:
    return count_words(value, reader_lang())


@register.filter
def place(where: Any) -> str:
    return place_words(where, reader_lang())


@register.filter
def said_place(one: Any) -> str:
    en, ko = one.names or (one.place.wording, one.place.wording)
    return say(f"{term('place_role', one.role.value)} {en}", f"{ko}{term('place_role', one.role.value)}")


@register.filter
def victims(one: Any) -> str:
    return victim_words(one, reader_lang())


@register.filter
def vague(reason: str) -> str:
    return vague_words(reason, reader_lang())


@register.filter
def styled(number: int) -> int:
    return style_of(number)


@register.filter
def title_of(title: str | None) -> str:
    """A title; the number of an instalment in the reader's language."""
    number = (title or "").removeprefix("instalment ")
    return say(f"instalment {number}", f"{number}회차") if title and number.isdigit() else (title or "")


@register.filter
def listed(value: str) -> list[Any]:
    found: list[Any] = json.loads(value or "[]")
    return found


@register.filter
def next_grade(facts: Corroboration | None) -> str:
    return raise_line(facts, Lang(reader_lang())) if facts else ""


@register.simple_tag
def grade_steps(grade: str) -> list[bool]:
    """Five steps, filled up to the grade."""
    reached = _STEPS.index(grade) if grade in _STEPS else -1
    return [number <= reached for number in range(len(_STEPS))]


@register.simple_tag
def bar(value: Any, scale: int, css: str) -> SafeString:
    return bars.count_bar(value, scale, css, count_words(value, reader_lang()))


@register.filter
def signed(bits: float) -> str:
    return f"{bits:+.1f}"


@register.filter
def has(rights: set[str], name: str) -> bool:
    return name in rights


@register.filter
def sentence(error: Any) -> str:
    return answer_sentence(error)


@register.filter
def item(mapping: Mapping[str, Any], key: str) -> Any:
    return mapping.get(key)


@register.filter
def lack(why: str) -> str:
    """What a bulletin still needs, or why a move is refused."""
    return why_words(why)


@register.filter
def refusal(error: Any) -> str:
    """Why a move is not there now, with its code."""
    return f"{why_words(str(error.fields.get('why', '')))} ({error.code})"


@register.filter
def reason_words(one: Any) -> str:
    return say(one.says, one.says_ko)


@register.filter
def event_days(one: Any) -> str:
    """When an incident happened, or since when a measure or a tally runs."""
    when = getattr(one, "when", None) or getattr(one, "since", None) or getattr(one, "period", None)
    return days(when) if when is not None else "—"


@register.filter
def figures_line(one: Any) -> str:
    """The figures of an incident or tally in one line, with the grade; a measure by its grade alone."""
    counts = getattr(getattr(one, "figures", None), "counts", {})
    said = [f"{term('outcome', name)} {count_words(value, reader_lang())}" for name, value in counts.items() if value]
    grade = getattr(one, "grade", None)
    origins = say(f"origins {one.origins}", f"원출처 {one.origins}") if hasattr(one, "origins") else ""
    return " · ".join(filter(None, [*said, origins, term("grade", grade.value) if grade else ""])) or "—"


@register.filter
def row_label(row: Any) -> str:
    return str(row.labels[Lang(reader_lang())])


@register.filter
def public_place(where: Any) -> str:
    return str(where.names[Lang(reader_lang())])


@register.simple_tag
def figure_mark(claim: str, figure: str) -> str:
    """A citation as bulletins write it."""
    return f"{{figure:{claim}.{figure}}}"


@register.simple_tag(takes_context=True)
def place_name(context: Mapping[str, Any], key: str) -> str:
    entry = context["request"].desk.rules.gazetteer.entries.get(key)
    return say(entry.name_en, entry.name_ko) if entry else str(key)
