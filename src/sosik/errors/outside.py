"""What comes sealed from outside, and programs beside ours."""

from sosik.errors.base import InputRefused, SosikError


class RecipientUnreadable(SosikError):
    code = "E-RECIPIENT"
    en = "That is not an age recipient (age1...)."
    ko = "age 수신자(age1...)가 아닙니다."


class SealBroken(InputRefused):
    code = "E-SEALED"
    en = "Something sealed is damaged and does not open."
    ko = "봉인된 것이 손상되어 열리지 않습니다."


class EnvelopeRefused(InputRefused):
    code = "E-ENVELOPE"
    en = "{file} was not opened: {why}."
    ko = "{file} 을(를) 열지 않았습니다: {why}."


class EnvelopeKeyWrong(SosikError):
    code = "E-ENVELOPE-KEY"
    exit_code = 6
    en = "None of the keys opens {file}: it is sealed to others, or its quarter is long over."
    ko = "{file} 을(를) 여는 열쇠가 없습니다. 다른 이에게 봉했거나 그 분기가 오래전에 지났습니다."


class PartsMissing(InputRefused):
    code = "E-PARTS"
    en = "{file} is not complete: of {count} parts these are missing: {numbers}."
    ko = "{file} 이(가) 다 모이지 않았습니다. {count}개 가운데 빠진 조각: {numbers}."


class RecipientsTooMany(SosikError):
    code = "E-RECIPIENTS"
    en = "An envelope is sealed to at least one and at most {most} recipients."
    ko = "봉투는 하나 이상, {most} 이하의 수신자에게 봉합니다."


class RecipientsMixed(SosikError):
    code = "E-RECIPIENTS-MIXED"
    en = "Post-quantum and other recipients in one envelope: the weaker would open it. Give one kind alone."
    ko = "양자 내성 수신자와 다른 수신자를 섞으면 약한 쪽으로 열립니다. 한 종류만 주십시오."


class NoteTooLarge(SosikError):
    code = "E-NOTE-SIZE"
    en = "That is too large for {what}: {limit} bytes at most."
    ko = "{what} 에는 너무 큽니다. 최대 {limit} 바이트입니다."


class SecondReaderElsewhere(SosikError):
    code = "E-SECOND-READER-ADDRESS"
    en = "A second reader must be on this machine: http://127.0.0.1:PORT. Nothing was sent."
    ko = "둘째 판독기는 이 기계 안에 있어야 합니다: http://127.0.0.1:PORT. 아무것도 보내지 않았습니다."


class SecondReaderSilent(SosikError):
    code = "E-SECOND-READER"
    en = "The second reader did not answer; the first reading stands."
    ko = "둘째 판독기가 답하지 않았습니다. 첫 판독은 그대로입니다."


class SecondReaderRubbish(SecondReaderSilent):
    code = "E-SECOND-READER-ANSWER"
    en = "The second reader's answer cannot be read; the first reading stands."
    ko = "둘째 판독기의 답을 읽을 수 없습니다. 첫 판독은 그대로입니다."


class MirrorMissing(SosikError):
    code = "E-MIRROR"
    en = "This desk was started without a mirror of the drop (--mirror), or the folder is gone: nothing was fetched or sealed."
    ko = "받는 곳의 사본(--mirror) 없이 켠 데스크이거나 그 폴더가 없습니다. 가져오거나 봉한 것은 없습니다."


class PortTaken(SosikError):
    code = "E-PORT"
    en = (
        "Nothing can listen on {host} port {port}: another program is there, or it is not allowed. Give another --port."
    )
    ko = "{host} 의 {port}번 포트에서 들을 수 없습니다. 다른 프로그램이 쓰고 있거나 허용되지 않습니다. 다른 --port 를 적어 주십시오."
