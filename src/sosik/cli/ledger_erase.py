"""``sosik ledger erase``."""

from collections.abc import Iterable
from pathlib import Path

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say
from sosik.errors import WrongUse


@click.command(
    help=say(
        "Destroy the keys of an account, or of a source and all accounts of theirs, and remove them. Nothing public changes by "
        "itself: what an editor must look at is listed.\n\n"
        "Example: sosik ledger erase --account call-2025-11-09 --reason 'asked by the source' --desk desk --key-file key",
        "진술 하나, 또는 소식통과 그의 모든 진술의 열쇠를 없애고 지운다. 공개된 것은 저절로 바뀌지 않으며, 편집자가 볼 것을 알린다.\n\n"
        "예: sosik ledger erase --account call-2025-11-09 --reason '소식통의 요청' --desk desk --key-file key",
    )
)
@desk_options
@click.option("--account", help=say("One account.", "진술 하나."))
@click.option("--source", help=say("A source's handle.", "소식통의 이름표."))
@click.option("--reason", required=True, help=say("Why; kept with the erasure.", "까닭. 지움과 함께 남는다."))
def erase(desk: Path, key_file: Path | None, account: str | None, source: str | None, reason: str) -> None:
    from sosik.accounts.erasure import Erasable
    from sosik.cli.newsroom import erase_and_recompute
    from sosik.cli.wiring import open_desk
    from sosik.values.ids import AccountId, SourceHandle

    if bool(account) == bool(source):
        raise WrongUse(what=say("Give either --account or --source.", "--account 와 --source 중 하나를 적어 주십시오."))
    opened = open_desk(desk, key_file, writing=True)
    what = Erasable(AccountId(account) if account else None, SourceHandle(source) if source else None)
    done = erase_and_recompute(opened, what, reason)
    if not (done.erased.accounts or done.erased.entries):
        click.echo(say("It was erased before: nothing of it is left.", "앞서 지웠습니다. 남은 것이 없습니다."))
        tell_unreached(done.erased.unreached)
        return
    click.echo(
        say(
            f"Erased: {done.erased.accounts} accounts, {done.erased.entries} entries. The chain still verifies.",
            f"지웠습니다: 진술 {done.erased.accounts}건, 항목 {done.erased.entries}건. 사슬은 여전히 맞습니다.",
        )
    )
    for name in done.changed:
        click.echo(say(f"Changed inside the desk: {name}", f"데스크 안에서 바뀜: {name}"))
    for name in done.erased.quoted_in:
        click.echo(say(f"Still quotes or names it: {name}", f"아직 인용하거나 부르는 것: {name}"), err=True)
    tell_unreached(done.erased.unreached)


@click.command(
    help=say(
        "What erasures changed inside the desk: incidents that an editor looks at before the next release, what still quoted the erased, and accounts past the time for which the desk keeps them. Private.\n\n"
        "Example: sosik ledger waiting --desk desk --key-file key",
        "지움이 데스크 안에서 바꾼 사건과 지운 것을 아직 인용하던 것, 두기로 한 기간이 지난 진술. 다음 발행 전에 편집자가 살핀다. 비공개.\n\n예: sosik ledger waiting --desk desk --key-file key",
    )
)
@desk_options
def waiting(desk: Path, key_file: Path | None) -> None:
    from sosik.accounts.settings import past_retention
    from sosik.adapters.store.opened import today
    from sosik.cli.wiring import open_desk

    opened = open_desk(desk, key_file)
    for name in opened.ledger.waiting():
        click.echo(name)
    kept = opened.ledger.kept()
    for account in past_retention(kept.accounts, kept.decisions, today()):
        click.echo(
            say(
                f"Kept longer than the desk decided: {account.id}", f"데스크가 정한 기간보다 오래 둔 진술: {account.id}"
            )
        )


def tell_unreached(copies: Iterable[str]) -> None:
    for path in copies:
        click.echo(
            say(
                f"This copy of the key file could not be replaced; destroy it or back up again: {path}",
                f"이 열쇠 파일 사본을 바꾸지 못했습니다. 없애거나 다시 백업하십시오: {path}",
            ),
            err=True,
        )
