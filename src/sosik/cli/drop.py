"""``sosik drop``: the server that takes sealed files."""

from pathlib import Path

import click

from sosik.cli.words import say
from sosik.errors import InputMissing, PortTaken


@click.command(
    help=say(
        "The server that takes sealed files and keeps nothing of who brought them, on 127.0.0.1 until it is stopped. "
        "It holds no key and never reaches the desk; put it behind an onion service (deploy/).\n\n"
        "Example: sosik drop --spool spool --port 8790 --composer letter.html",
        "봉한 파일을 받고 누가 가져왔는지는 남기지 않는 서버. 멈출 때까지 127.0.0.1 에서 돈다. "
        "열쇠가 없고 데스크에 닿지 않는다. 어니언 서비스 뒤에 둔다(deploy/).\n\n예: sosik drop --spool spool --port 8790 --composer letter.html",
    )
)
@click.option(
    "--spool", type=click.Path(path_type=Path, file_okay=False), required=True, help=say("A folder.", "폴더.")
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8790, help=say("0 picks a free one.", "0이면 빈 곳을 고른다.")
)
@click.option(
    "--composer",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("The page to hand out.", "내어줄 봉하기 쪽."),
)
@click.option("--host", default="127.0.0.1", show_default=True, help=say("The address to listen on.", "들을 주소."))
def command(spool: Path, port: int, composer: Path | None, host: str) -> None:
    from sosik.drop.wiring import drop_of, serve

    try:
        drop = drop_of(spool, composer)
    except OSError as error:
        raise InputMissing(file=Path(error.filename or spool).name) from error
    try:
        serve(
            drop,
            port,
            lambda at: click.echo(say(f"Drop: {at} (Ctrl-C stops it)", f"받는 곳: {at} (Ctrl-C로 멈춤)")),
            host,
        )
    except OSError as error:
        raise PortTaken(host=host, port=port) from error
