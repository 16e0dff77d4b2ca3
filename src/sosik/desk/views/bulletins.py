"""Bulletins: two languages side by side, with what they betray and where they drift beside the text, and what moves them on."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from attrs import evolve
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from sosik.accounts.decision import DecisionKind
from sosik.adapters.store.opened import today
from sosik.bulletins.bulletin import Bulletin
from sosik.bulletins.bulletin_text import file_name, file_text, revised
from sosik.bulletins.draft import read_bulletin
from sosik.bulletins.kept_texts import bulletins_ever
from sosik.bulletins.next_moves import Move
from sosik.bulletins.translation.faithful import RULE
from sosik.desk import deciding
from sosik.desk.bulletin_look import BulletinLook, check_counted, every, kept_of, look_at, one_of
from sosik.desk.bulletin_steps import WAY, on_its_way, public_page
from sosik.desk.counted_case import CountedMatter
from sosik.desk.joining import base_of, fields_of, found_base, joined
from sosik.desk.picturing import pictures_of
from sosik.desk.roles import Right, needs
from sosik.desk.terms import reader_lang
from sosik.desk.views.answers import onward, plainly
from sosik.desk.views.framed import framed
from sosik.errors import BulletinRefused, NotFound
from sosik.values.ids import MemberId, SourceHandle
from sosik.values.text import Lang

_CITABLE = 60  # incidents that are offered to be cited, the latest; any other is cited by its id
_ID = re.compile(r"b-[a-z0-9][a-z0-9-]{1,60}")


@needs(Right.write)
@require_GET
@plainly
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/bulletins.html", {"bulletins": every(request.desk)})


@needs(Right.write)
@require_POST
@plainly
def new(request: HttpRequest) -> HttpResponse:
    """An empty one in both languages; raises BulletinRefused for a name that is taken or is none."""
    name = request.POST.get("bulletin", "").strip()
    if not _ID.fullmatch(name):
        raise BulletinRefused(file=name[:40] or "-", why="a bulletin is named b- and small letters, digits and hyphens")
    with request.desk.writing:
        if kept_of(request.desk.ledger.bulletins()).bulletin(name):
            raise BulletinRefused(file=name, why="there is one of this name")
        for lang, body in ((Lang.ko, "여기에 씁니다.\n"), (Lang.en, "Write here.\n")):
            text = file_text(
                name,
                read_bulletin(
                    {"x.md": f"---\nbulletin: {name}\nlang: {lang.value}\nwriter: {request.who.member}\n---\n{body}"}
                ).versions[lang],
            )
            request.desk.ledger.keep_bulletin(file_name(name, lang), text)
    request.desk.recount.moved()
    return onward(request, reverse("bulletin", args=[name]))


@needs(Right.write)
@require_GET
@plainly
def one(request: HttpRequest, name: str) -> HttpResponse:
    seen = one_of(request.desk, name)
    return render(request, "desk/bulletin.html", _whole(request, seen))


@needs(Right.write)
@require_POST
@plainly
def check(request: HttpRequest, name: str) -> HttpResponse:
    """The verdict and the drift of what stands in the form; nothing is kept."""
    kept = kept_of(request.desk.ledger.bulletins())
    before = kept.bulletin(name)
    if before is None:
        raise NotFound(what=name)
    seen = look_at(request.desk, CountedMatter.of(request.desk), kept, _written(request.POST, before))
    return render(request, "desk/bulletin_verdict.html", _shown(seen) | {"is_saved": seen.bulletin == before})


@needs(Right.write)
@require_POST
@plainly
def save(request: HttpRequest, name: str) -> HttpResponse:
    """Both versions, as new revisions where they changed.

    ``base`` tells at which words the form was opened: what another member saved meanwhile is joined with it, or shown beside it.
    """
    with request.desk.writing:
        kept = kept_of(request.desk.ledger.bulletins())
        before = kept.bulletin(name)
        if before is None:
            raise NotFound(what=name)
        said, apart = _together(request, before)
        if apart:
            return _apart(request, before, said, apart)
        after = revised(before, _written(said, before), translation_looked_at="looked" in request.POST)
        for draft in after.drafts:
            request.desk.ledger.keep_bulletin(file_name(kept.stem(name), draft.lang), file_text(name, draft))
    request.desk.recount.moved()
    return onward(request, reverse("bulletin", args=[name]))


@needs(Right.write)
@require_POST
@plainly
def move(request: HttpRequest, name: str) -> HttpResponse:
    """Review, clear, publish (from a day on) or withdraw, on exactly the bytes that were looked at, if this member may now."""
    check_counted(request.desk)
    seen = one_of(request.desk, name)
    step = on_its_way(request.desk, request.who, seen).step(request.POST.get("move", ""))
    _check_asked(request, name, step.hash)
    if step.refused is not None:
        raise step.refused
    about: dict[str, Any] = {"bulletin": name, "revision": step.revision, "hash": step.hash}
    day = request.POST.get("from", "").strip()
    if step.move is Move.publish and day > today().isoformat():
        about["from"] = day
    deciding.decide(request.desk, request.who, DecisionKind(step.move.value), about, request.POST["because"])
    return onward(request, reverse("bulletin", args=[name]))


@needs(Right.write)
@require_POST
@plainly
def override(request: HttpRequest, name: str) -> HttpResponse:
    """One member's line of an exception; it counts with the second member's own."""
    check_counted(request.desk)
    seen = one_of(request.desk, name)
    _check_asked(request, name, seen.verdict.hash)
    about = {"bulletin": name, "revision": seen.verdict.revision, "hash": seen.verdict.hash}
    rule, second = (request.POST.get(key, "").strip() for key in ("rule", "second"))
    deciding.decide(
        request.desk, request.who, DecisionKind.override, about, request.POST["because"],
        rule=rule, second=MemberId(second),
    )  # fmt: skip
    return onward(request, reverse("bulletin", args=[name]))


@needs(Right.write)
@require_GET
@plainly
def preview(request: HttpRequest, name: str, digest: str, file: str) -> HttpResponse:
    """A file of the site as it would be, for the frame: the bytes of exactly this hash."""
    seen = None
    if digest not in request.desk.release.previews:
        seen = one_of(request.desk, name)
        if seen.verdict.hash != digest:
            raise NotFound(what=name)
    files = request.desk.release.previews[digest] if seen is None else public_page(request.desk, seen)
    return framed(files, file)


def _together(request: HttpRequest, before: Bulletin) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """What is to be saved, and the fields that both changed in the same place; raises BulletinRefused for a form of nobody's."""
    said = request.POST.dict()
    if said.get("base") == base_of(before):
        return said, ()
    ever = (one for one in bulletins_ever(request.desk.ledger.every_version()) if one.id == before.id)
    base = found_base(ever, said.get("base", ""))
    if base is None:
        raise BulletinRefused(file=before.id, why="it is not what you looked at any more")
    both = joined(fields_of(base), said, fields_of(before))
    return both.fields, both.apart


def _apart(request: HttpRequest, now: Bulletin, said: Mapping[str, str], apart: tuple[str, ...]) -> HttpResponse:
    """Nothing is kept yet and nothing is lost: what this member wrote is in the form, what the other saved stands beside it."""
    theirs = fields_of(now)
    pairs = [(name, *name.rpartition("_")[::2], said[name], theirs[name]) for name in said if name in theirs]
    rows = [
        {"name": name, "what": what, "lang": lang, "mine": mine, "theirs": other, "is_apart": name in apart}
        for name, what, lang, mine, other in pairs
    ]
    shown = {"bulletin": now, "base": base_of(now), "rows": rows}
    return render(request, "desk/bulletin_joined.html", shown, status=409)


def _check_asked(request: HttpRequest, name: str, digest: str) -> None:
    if request.POST.get("hash") != digest:
        raise BulletinRefused(file=name, why="it is not what you looked at any more")
    if not request.POST.get("because", "").strip():
        raise BulletinRefused(file=name, why="a move needs a reason")


def _written(said: Mapping[str, str], before: Bulletin) -> Bulletin:
    """What the form holds, as a bulletin; raises BulletinRefused."""
    files = {}
    for draft in before.drafts:
        lang = draft.lang.value
        names = tuple(said.get("sources", "").replace(",", " ").split())
        text = file_text(
            before.id,
            evolve(
                draft,
                title=said.get(f"title_{lang}", draft.title).strip(),
                body=said.get(f"body_{lang}", draft.body).replace("\r\n", "\n"),
                sources=tuple(SourceHandle(one) for one in names) if names or draft.sources is not None else None,
                writer=said.get(f"writer_{lang}", "").strip() or None,
                translator=said.get(f"translator_{lang}", "").strip() or None,
                editor=said.get(f"editor_{lang}", "").strip() or None,
                correction=said.get(f"correction_{lang}", "").strip() or None,
            ),
        )
        files[file_name(before.id, draft.lang)] = text
    return read_bulletin(files)


def _whole(request: HttpRequest, seen: BulletinLook) -> dict[str, Any]:
    """The page: its form, what stands beside it, the way of the bulletin, and the addresses of the frames."""
    way = on_its_way(request.desk, request.who, seen)
    files = public_page(request.desk, seen)
    pages = [(path[:2], path) for path in files if re.fullmatch(r"(ko|en)/bulletins/[^/]+\.html", path)]
    said = {draft.lang.value for draft in seen.bulletin.drafts}
    return _shown(seen) | {
        "sides": _sides(seen.bulletin),
        "pictures": pictures_of(request.desk, seen.bulletin),
        "language": reader_lang(),
        "way": way,
        "stages": [stage.value for stage in WAY],
        "pages": [(lang, path) for lang, path in sorted(pages, reverse=True) if lang in said],
        "tomorrow": (today() + timedelta(1)).isoformat(),
    }


def _sides(bulletin: Bulletin) -> list[dict[str, Any]]:
    return [{"lang": draft.lang.value, "draft": draft} for draft in bulletin.drafts]


def _shown(seen: BulletinLook) -> dict[str, Any]:
    """What the verdict's column shows: blocks first, then warnings; the public text in its frame."""
    order = {"block": 0, "warn": 1}
    reasons = sorted(seen.verdict.reasons, key=lambda one: order.get(one.severity.value, 2))
    return {
        "seen": seen,
        "bulletin": seen.bulletin,
        "base": base_of(seen.bulletin),
        "sources": " ".join(sorted(seen.bulletin.sources or ())),
        "reasons": reasons,
        "rules": sorted({one.rule for one in seen.verdict.blocking} | {RULE + one.kind for one in seen.drift}),
        "citable": [one for one in seen.case.latest(_CITABLE) if one.claims],
    }
