"""What is asked for on the terminal, unseen; never taken from an argument or a variable, which would be shown or logged."""

import sys

import click

from sosik.cli.words import say
from sosik.errors import WrongUse

_LEAST = 12


def asked(prompt: str, *, twice: bool = False) -> str:
    """Raises WrongUse where there is no terminal."""
    if not sys.stdin.isatty():
        raise WrongUse(
            what=say(
                "There is no terminal to ask for the passphrase on: give --key-file.",
                "암호를 물을 터미널이 없습니다. --key-file 을 적어 주십시오.",
            )
        )
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=twice))


def new_passphrase() -> str:
    """Raises WrongUse for one that a thief of the folder would soon have tried."""
    words = asked(say("New passphrase", "새 암호"), twice=True)
    if len(words) < _LEAST:
        raise WrongUse(
            what=say(
                f"A passphrase has {_LEAST} characters at least: take four words that nobody says together.",
                f"암호는 {_LEAST}자 이상입니다. 아무도 함께 말하지 않을 낱말 넷을 고르십시오.",
            )
        )
    return words
