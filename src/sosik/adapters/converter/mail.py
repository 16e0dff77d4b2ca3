"""A mail to the words of its body, inside the sandbox: no address and no header but the subject and the day enters the text."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from lxml.etree import LxmlError

from sosik.adapters.converter.answer import Answer, Refused, answer
from sosik.adapters.converter.pages import plain


def mail(content: bytes) -> Answer:
    message = message_from_bytes(content, policy=policy.default)
    if not message.keys() or not isinstance(message, EmailMessage):
        raise Refused("damaged")
    try:
        body = message.get_body(preferencelist=("plain", "html"))
        if body is None:
            raise Refused("no body")
        words = body.get_content()
        text = plain(words) if body.get_content_subtype() == "html" else words
        return answer(text, title=str(message.get("subject") or ""), received=_day(message))
    except (LookupError, ValueError, AttributeError, TypeError, LxmlError) as error:
        raise Refused("damaged") from error


def _day(message: EmailMessage) -> str | None:
    """The day on which it was sent, by the sender's clock; None where the header says none."""
    header = message.get("date")
    sent = getattr(header, "datetime", None)
    return sent.date().isoformat() if sent else None
