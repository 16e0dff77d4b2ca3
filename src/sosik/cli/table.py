"""Incidents, measures and tallies as a table to look at: ranges as ranges, grades as words."""

from typing import Any

from rich.console import Console
from rich.table import Table

from sosik.accounts.derivation.retelling import Manner, Retelling
from sosik.cli.words import reader_lang, say
from sosik.incidents.bounds import Bound, bounds
from sosik.incidents.grades import raise_line, why_line
from sosik.incidents.incident import Incident, Measure, NamedPlace, Tally
from sosik.incidents.projection import Projection
from sosik.incidents.vague_words import vague_words
from sosik.values.edtf import write_span
from sosik.values.quantity import Count
from sosik.values.text import Lang


def print_projection(projection: Projection) -> None:
    console = Console(highlight=False, soft_wrap=False)
    wide = console if console.is_terminal else Console(highlight=False, width=160)
    if projection.incidents:
        wide.print(_table(say("Incidents", "사건"), [_incident(one) for one in projection.incidents]))
    if projection.measures:
        wide.print(_table(say("Measures", "조치"), [_measure(one) for one in projection.measures]))
    if projection.tallies:
        wide.print(_table(say("Tallies", "집계"), [_tally(one) for one in projection.tallies]))
    for bound in bounds(projection):
        for line in bound_lines(bound):
            wide.print(line)
    _print_grades(wide, projection)
    for one, other in projection.cannot_tell:
        wide.print(
            say(
                f"May be one event, for a member to judge: {one}  {other}",
                f"한 사건일 수 있어 구성원이 판단할 쌍: {one}  {other}",
            )
        )
    for vague in projection.too_vague:
        words = vague_words(vague.reason, reader_lang())
        wide.print(say(f"Too vague to link: {vague.claim} ({words})", f"잇기에는 모호함: {vague.claim} ({words})"))
    for retold in projection.awaited:
        wide.print(retelling_words(retold))


def bound_lines(bound: Bound) -> list[str]:
    """What a total says beside the incidents that it covers; nothing where it says no more than they do."""
    total, covered = range_words(bound.total), range_words(bound.covered)
    lines = []
    if bound.is_exceeded:
        lines.append(
            say(
                f"{bound.tally}: the incidents alone add up to {covered} ({bound.outcome}), more than the total's {total}.",
                f"{bound.tally}: 사건만 더해도 {covered}({bound.outcome})으로 집계 {total}보다 많음.",
            )
        )
    if bound.untold:
        lines.append(
            say(
                f"{bound.tally}: of {total} ({bound.outcome}) at least {bound.untold} are in no incident.",
                f"{bound.tally}: {total}({bound.outcome}) 가운데 적어도 {bound.untold}은 어느 사건에도 없음.",
            )
        )
    return lines


def _print_grades(console: Console, projection: Projection) -> None:
    """Why each grade, and what the next would need: inside the desk alone."""
    lang = Lang(reader_lang())
    for one in projection.incidents:
        facts = projection.facts.get(one.id)
        if facts is not None:
            needs = raise_line(facts, lang)
            more = say(f" Next: {needs}", f" 다음 등급: {needs}") if needs else ""
            console.print(f"{one.id}: {one.grade.replace('_', ' ')}. {why_line(facts, lang)}{more}")


def retelling_words(one: Retelling) -> str:
    """One line: who seems to retell whom, how that shows, and which details read otherwise."""
    manner = {
        Manner.near_copy: say("copies", "베낌"),
        Manner.translated: say("translates", "옮김"),
        Manner.named: say("names", "밝힘"),
    }[one.manner]
    drift = ", ".join(dict.fromkeys(f"{item.kind} {item.change}" for item in one.drift))
    changed = say(f"; changed: {drift}", f"; 달라진 것: {drift}") if drift else ""
    return say(
        f"Not counted apart until a member relates them: {one.account} -> {one.of} ({manner}, {one.share:.0%}{changed})",
        f"구성원이 관계를 정할 때까지 따로 세지 않음: {one.account} -> {one.of} ({manner}, {one.share:.0%}{changed})",
    )


def range_words(count: Count | None) -> str:
    """``0-5``, ``5``, ``2+``; a dash where nothing is stated."""
    if count is None:
        return "-"
    if count.max is None:
        return f"{count.min}+"
    return str(count.min) if count.min == count.max else f"{count.min}-{count.max}"


def place_words(where: NamedPlace | None) -> str:
    if where is None:
        return "-"
    name = where.name_ko if reader_lang() == "ko" else where.name_en
    return name or where.place.wording or "-"


def _table(title: str, rows: list[dict[str, Any]]) -> Table:
    table = Table(title=title, title_justify="left", show_edge=False)
    for heading in rows[0]:
        table.add_column(heading)
    for row in rows:
        table.add_row(*(str(cell) for cell in row.values()))
    return table


def _incident(one: Incident) -> dict[str, Any]:
    counts = one.figures.counts
    return {
        "id": one.id,
        say("category", "분류"): one.category,
        say("when", "때"): write_span(one.when) if one.when else "-",
        say("where", "곳"): place_words(one.where),
        say("killed", "사망"): range_words(counts.get("killed")),
        say("injured", "부상"): range_words(counts.get("injured")),
        say("total", "합계"): range_words(counts.get("total")),
        say("grade", "등급"): one.grade.replace("_", " "),
        say("origins", "원출처"): one.origins,
        say("status", "상태"): one.status,
    }


def _measure(one: Measure) -> dict[str, Any]:
    return {
        "id": one.id,
        say("category", "분류"): one.category,
        say("since", "시작"): write_span(one.since) if one.since else "-",
        say("until", "끝"): write_span(one.until) if one.until else "-",
        say("last confirmed", "마지막 확인"): one.last_confirmed.isoformat(),
        say("where", "곳"): place_words(one.where),
        say("grade", "등급"): one.grade.replace("_", " "),
    }


def _tally(one: Tally) -> dict[str, Any]:
    return {
        "id": one.id,
        say("category", "분류"): one.category,
        say("when", "때"): write_span(one.when) if one.when else "-",
        say("where", "곳"): place_words(one.where),
        say("total", "합계"): range_words(one.figures.counts.get("total")),
    }
