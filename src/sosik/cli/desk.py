"""``sosik desk``: the web desk."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosik.cli.options import desk_options
from sosik.cli.words import say

if TYPE_CHECKING:
    from sosik.desk.gate import Gate

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@click.command(
    help=say(
        "The web desk for a team, on 127.0.0.1 until it is stopped. It starts locked: a member's passphrase, on the page or "
        "with --ask on the terminal, or --key-file unlocks it. While it is unlocked, other commands read the desk and do not write to it.\n\n"
        "Example: sosik desk --desk desk --port 8787",
        "팀이 쓰는 웹 데스크. 멈출 때까지 127.0.0.1 에서 돈다. 잠긴 채로 시작하며, 화면에서 적거나 --ask 로 터미널에 적은 "
        "구성원의 암호, 또는 --key-file 이 연다. 열려 있는 동안 다른 명령은 읽기만 한다.\n\n"
        "예: sosik desk --desk desk --port 8787",
    )
)
@desk_options
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8787, help=say("0 picks a free one.", "0이면 빈 곳을 고른다.")
)
@click.option("--host", default="127.0.0.1", help=say("Another address than loopback.", "루프백이 아닌 주소."))
@click.option(
    "--name",
    "names",
    multiple=True,
    help=say(
        "A name that the desk answers to behind an onion service or a VPN.",
        "어니언이나 VPN 뒤에서 데스크가 답하는 이름.",
    ),
)
@click.option(
    "--idle", type=click.FloatRange(min=0), default=8.0, help=say("Idle hours until it locks.", "쉬면 잠기는 시간.")
)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("The public site's folder, for releases (public).", "발행할 사이트의 폴더(공개)."),
)
@click.option(
    "--mirror",
    type=click.Path(path_type=Path, file_okay=False),
    help=say("A mirror of the drop's spool.", "받는 곳 폴더의 사본."),
)
@click.option("--ask", is_flag=True, help=say("Ask for the passphrase on the terminal.", "터미널에서 암호를 묻는다."))
@click.option("--locked", is_flag=True, help=say("Start locked, whatever else is given.", "무엇을 적든 잠긴 채 시작."))
def command(  # noqa: PLR0913 - one parameter per option
    desk: Path,
    key_file: Path | None,
    port: int,
    host: str,
    names: tuple[str, ...],
    idle: float,
    site: Path | None,
    mirror: Path | None,
    ask: bool,
    locked: bool,
) -> None:
    from sosik.desk.configuring import configure

    configure(hosts=(*names, *({host} - _LOOPBACK)), over_https=bool(names))
    from sosik.adapters.store.folder import DeskFolder
    from sosik.desk.open_desk import Places
    from sosik.desk.server import Serving, serve

    DeskFolder(desk).desk_id()
    again = [
        "desk",
        "--desk",
        str(desk),
        "--host",
        host,
        "--idle",
        str(idle),
        *(p for n in names for p in ("--name", n)),
        *(("--site", str(site.absolute())) if site else ()),
        *(("--mirror", str(mirror.absolute())) if mirror else ()),
    ]
    serving = Serving(desk, host, port, idle * 3600, tuple(again), Places(site, mirror))
    serve(serving, None if locked else _secret(desk, key_file, ask=ask), _tell)


def _secret(desk: Path, key_file: Path | None, *, ask: bool) -> str | None:
    from sosik.cli.asking import asked
    from sosik.desk import wiring

    if key_file is not None:
        return wiring.by_key_file(key_file)
    return wiring.by_passphrase(desk, asked(say("Passphrase", "암호"))) if ask else None


def _tell(address: str, gate: "Gate") -> None:
    click.echo(say(f"The desk: {address} (Ctrl-C stops it)", f"데스크: {address} (Ctrl-C로 멈춤)"))
    if gate.desk is None:
        click.echo(say("It is locked: open the page and unlock it.", "잠겨 있습니다. 화면을 열고 잠금을 푸십시오."))
        return
    from django.contrib.auth.models import User

    if not User.objects.exists():
        click.echo(
            say(
                f"Nobody signs in here yet. Begin at {address}welcome/{gate.welcome}/",
                f"아직 로그인할 사람이 없습니다. 여기서 시작하십시오: {address}welcome/{gate.welcome}/",
            )
        )
