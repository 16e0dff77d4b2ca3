"""``sosik envelope``: the one-file composer for relays, correspondents and exiles."""

from importlib.resources import files
from pathlib import Path

import click

from sosik.cli.words import say


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
    "--recipient",
    "recipients",
    multiple=True,
    required=True,
    help=say("An age recipient; up to eight.", "age 수신자, 여덟까지."),
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help=say("The page.", "쪽 파일.")
)
def command(recipients: tuple[str, ...], out: Path) -> None:
    from sosik.adapters.private_file import write_private
    from sosik.intake.composer import EnvelopeKey, Settings, check_recipients, composer_page, keys_text
    from sosik.intake.receipt import receipt_of

    checked = [_checked(one) for one in dict.fromkeys(recipients)]
    check_recipients(checked)
    page = composer_page(_template(), Settings(keys_text([EnvelopeKey(one) for one in checked]))).encode()
    write_private(out, page)
    click.echo(
        say(
            f"{out.name}: {len(page)} bytes, SHA-256 {receipt_of(page)} (private: who holds it can be asked why)",
            f"{out.name}: {len(page)}바이트, SHA-256 {receipt_of(page)} (비공개. 가진 이가 추궁받을 수 있습니다)",
        )
    )


def _checked(untrusted: str) -> str:
    from sosik.adapters.age_files import check_recipient
    from sosik.intake.composer import check_post_quantum, is_post_quantum

    said = untrusted.strip()
    return check_post_quantum(said) if is_post_quantum(said) else check_recipient(said)


def _template() -> str:
    return files("sosik.intake").joinpath("composer.html").read_text("utf-8")
