"""``sosik envelope``: the one-file composer for relays, correspondents and exiles."""

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import key_file_option
from sosik.cli.words import say
from sosik.errors import WrongUse

if TYPE_CHECKING:
    from sosik.intake.composer import Settings


@click.command(
    help=say(
        "Build the composer: one page that seals words and photos to these recipients, in any browser, without a network. "
        "Holding it is itself evidence: give it only to those who know.\n\n"
        "Example: sosik envelope --recipient age1... --out letter.html",
        "편지 봉하기 쪽을 만든다. 이 수신자들에게 글과 사진을 봉하며, 어떤 브라우저에서나 인터넷 없이 된다. "
        "가지고 있는 것 자체가 증거이니 아는 이에게만 준다.\n\n예: sosik envelope --recipient age1... --out letter.html",
    )
)
@click.option(
    "--recipient", "recipients", multiple=True, help=say("An age recipient; up to eight.", "age 수신자, 여덟까지.")
)
@click.option(
    "--desk",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("Instead: the desk's own keys, which change by the quarter.", "대신: 분기마다 바뀌는 데스크의 열쇠."),
)
@key_file_option
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help=say("The page.", "쪽 파일.")
)
def command(recipients: tuple[str, ...], desk: Path | None, key_file: Path | None, out: Path) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.intake.composer import composer_page
    from sosik.intake.receipt import receipt_of

    if bool(recipients) == bool(desk):
        raise WrongUse(
            what=say("Give either --recipient or --desk.", "--recipient 와 --desk 가운데 하나를 적으십시오.")
        )
    settings = _of_desk(desk, key_file) if desk else _of(recipients)
    page = composer_page(_template(), settings).encode()
    write_private(out, page)
    click.echo(
        say(
            f"{out.name}: {len(page)} bytes, SHA-256 {receipt_of(page)} (private: who holds it can be asked why)",
            f"{out.name}: {len(page)}바이트, SHA-256 {receipt_of(page)} (비공개. 가진 이가 추궁받을 수 있습니다)",
        )
    )
    if settings.fingerprint:
        click.echo(
            say(f"The page shows this fingerprint: {settings.fingerprint}", f"쪽에 보이는 지문: {settings.fingerprint}")
        )


def _of_desk(desk: Path, key_file: Path | None) -> "Settings":
    from sosik.cli.wiring import desk_settings, open_desk

    return desk_settings(open_desk(desk, key_file, writing=True), date.today())  # noqa: DTZ011 - the desk's own day


def _of(recipients: tuple[str, ...]) -> "Settings":
    from sosik.intake.composer import EnvelopeKey, Settings, check_recipients, keys_text

    checked = [_checked(one) for one in dict.fromkeys(recipients)]
    check_recipients(checked)
    return Settings(keys_text([EnvelopeKey(one) for one in checked]))


def _checked(untrusted: str) -> str:
    from sosik.adapters.age_files import check_recipient
    from sosik.intake.composer import check_post_quantum, is_post_quantum

    said = untrusted.strip()
    return check_post_quantum(said) if is_post_quantum(said) else check_recipient(said)


def _template() -> str:
    return files("sosik.intake").joinpath("composer.html").read_text("utf-8")
