"""How a desk is set up: what members may change, each change a decision, and what is set elsewhere, with the place where."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from sosik.accounts.account import Account
from sosik.accounts.decision import DecisionKind
from sosik.accounts.settings import RETENTION, SITE, past_retention, setting_of
from sosik.adapters.release.kept import SITE as SITE_FILE
from sosik.adapters.release.kept import desk_words, read_site
from sosik.adapters.store.members import here
from sosik.adapters.store.opened import today
from sosik.adapters.store.ring import Member
from sosik.adapters.store.vault import last_sealed
from sosik.bulletins.policy import Policy
from sosik.desk import deciding
from sosik.desk.open_desk import Desk, Who
from sosik.errors import BulletinRefused, DecisionRefused
from sosik.incidents.rules import RULES
from sosik.public.desk_words import DeskWords

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHOWN = 20


@frozen
class SettingLook:
    """``due`` are accounts past their time; ``vault`` counts sources by handler and trustee."""

    words: DeskWords
    members: tuple[Member, ...]
    trustees: int
    vault: tuple[tuple[str, str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    months: int
    due: tuple[Account, ...]
    policy: Policy
    versions: tuple[tuple[str, str], ...]


def look(desk: Desk) -> SettingLook:
    kept = desk.ledger.kept()
    outlets = Counter(one.outlet for one in kept.accounts if one.outlet)
    pairs = Counter((str(one.handler), str(one.trustee)) for one in last_sealed(desk.store).values())
    policy = Policy.shipped()
    return SettingLook(
        words=desk_words(desk.ledger),
        members=tuple(here(desk.store)),
        trustees=len(desk.store.ring.trustees),
        vault=tuple((*pair, number) for pair, number in sorted(pairs.items())),
        outlets=tuple(outlets.most_common(_SHOWN)),
        months=int(setting_of(kept.decisions, RETENTION) or 0),
        due=past_retention(kept.accounts, kept.decisions, today())[:_SHOWN],
        policy=policy,
        versions=(*sorted(RULES.items()), ("policy", policy.version)),
    )


def set_site(desk: Desk, who: Who, said: Mapping[str, Any], days: tuple[str, ...], because: str) -> None:
    """What the public site says of itself; commands that publish read it. Raises BulletinRefused or DecisionRefused."""
    text = site_text(said, days)
    read_site(text.encode())
    with desk.writing:
        _decide(desk, who, SITE, text, because)
        desk.ledger.keep_public(SITE_FILE, text.encode())


def set_retention(desk: Desk, who: Who, months: str, because: str) -> None:
    """How many months accounts are kept; nought sets no end. Raises DecisionRefused."""
    _decide(desk, who, RETENTION, months.strip(), because)


def _decide(desk: Desk, who: Who, name: str, text: str, because: str) -> None:
    if not because.strip():
        raise BulletinRefused(file=name, why="a move needs a reason")
    deciding.decide(desk, who, DecisionKind.setting, {"setting": name, "text": text}, because)


def site_text(said: Mapping[str, Any], days: tuple[str, ...]) -> str:
    """``site.toml``, as the command that takes a folder of bulletins reads it too."""
    lines = [f"address = {_quoted(said['address'])}"] if said.get("address", "").strip() else []
    lines.append(f"release_days = {json.dumps([day for day in DAYS if day in days])}")
    for key in ("name", "about", "contact"):
        lines += [f"[{key}]", *(f"{lang} = {_quoted(said.get(f'{key}_{lang}', ''))}" for lang in ("en", "ko"))]
    lines += ["[licence]", *(f"{key} = {_quoted(said.get(f'licence_{key}', ''))}" for key in ("name", "title", "url"))]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """A basic string of TOML, which is one of JSON without the one control character that JSON lets stand."""
    plain = " ".join(words.replace("\x7f", " ").split())
    if any("\ud800" <= letter <= "\udfff" for letter in plain):
        raise DecisionRefused(file=SITE, line=1, why="it holds half a letter")
    return json.dumps(plain, ensure_ascii=False)
