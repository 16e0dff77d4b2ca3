"""A handler's scan of the release that waits, for strings that only they can open; the verdict on its hash is a decision."""

from attrs import frozen

from sosik.accounts.decision import Decision, DecisionKind
from sosik.adapters.pattern_search import PatternSearch
from sosik.adapters.scan_folder import scan_held
from sosik.adapters.store.bundles import waiting_bundle
from sosik.adapters.store.derived import at_hand
from sosik.adapters.store.ring import Opens
from sosik.adapters.store.vault import VaultEntry, last_sealed, open_identity
from sosik.bulletins.leaks.letters import flat_letters
from sosik.bulletins.leaks.matching import Matcher
from sosik.bulletins.leaks.release import Release, bundle_hash
from sosik.bulletins.leaks.secret import LEAST, read_secrets, strength
from sosik.desk import deciding
from sosik.desk.open_desk import Desk, Who
from sosik.errors import NotFound, ReleaseChanged, ReleaseNotReady, ScanNotTheirs
from sosik.values.ids import MemberId, SourceHandle


@frozen
class Due:
    """One source behind the release: who may scan for them, and who did with which word (the last word of each)."""

    source: SourceHandle
    vault: VaultEntry | None
    verdicts: tuple[Decision, ...] = ()

    @property
    def is_clean(self) -> bool:
        return bool(self.verdicts) and not self.is_hit

    @property
    def is_hit(self) -> bool:
        return any(one.about["verdict"] == "hit" for one in self.verdicts)

    def is_for(self, member: MemberId) -> bool:
        return self.vault is None or member in {self.vault.handler, self.vault.trustee}


@frozen
class Scanned:
    """``paths`` are files that hold one of the strings; which one is told to nobody."""

    source: SourceHandle
    files: int
    strings: int
    paths: tuple[str, ...]
    unread: tuple[str, ...]


def due(desk: Desk, release: Release) -> tuple[Due, ...]:
    """By source."""
    vault = last_sealed(desk.store)
    told: dict[tuple[str, MemberId], Decision] = {}
    for one in desk.ledger.kept().decisions:
        if one.kind is DecisionKind.scan and one.about["bundle"] == release.hash:
            told[str(one.about["source"]), one.member] = one
    return tuple(
        Due(source, vault.get(source), tuple(one for (name, _), one in told.items() if name == source))
        for source in sorted(release.sources)
    )


def scan(  # noqa: PLR0913 - whose strings, in which bytes, and on whose word
    desk: Desk, who: Who, source: SourceHandle, wanted: str, strings: str, because: str, opens: Opens | None = None
) -> Scanned:
    """Of the very bytes that wait; the strings stay in memory, and only for so long.

    With ``opens``, by the member's own key, what the vault holds of the source is looked for too, line by line. Raises ReleaseNotReady, ReleaseChanged, ScanNotTheirs, SecretsNone, SecretTooShort or SignatureMissing.
    """
    try:
        files = waiting_bundle(at_hand(desk.store))
    except NotFound as error:
        raise ReleaseNotReady from error
    if bundle_hash(files) != wanted:
        raise ReleaseChanged
    entry = last_sealed(desk.store).get(source)
    if entry is not None and who.member not in {entry.handler, entry.trustee}:
        raise ScanNotTheirs(source=source, handler=entry.handler, trustee=entry.trustee)
    desk.signer_for(who.member)
    if entry is not None and opens is not None:
        strings = "\n".join([strings, *_in_vault(desk, who, source, opens)])
    secrets = read_secrets("-", strings)
    found = scan_held(files, Matcher(secrets, PatternSearch))
    verdict = "hit" if found.hits or found.unread else "clean"
    about = {"bundle": wanted, "source": source, "verdict": verdict}
    deciding.decide(desk, who, DecisionKind.scan, about, because)
    paths = tuple(dict.fromkeys(hit.path for hit in found.hits))
    return Scanned(source, found.files, len(secrets), paths, found.unread)


def _in_vault(desk: Desk, who: Who, source: SourceHandle, opens: Opens) -> list[str]:
    """Lines that are long enough to be looked for; the opening is written down like any other."""
    with desk.writing:
        identity = open_identity(desk.store, source, opens, who.member)
    lines = (line.strip() for line in identity.decode("utf-8", "replace").splitlines())
    return [line for line in lines if strength(line) >= LEAST and flat_letters(line)]
