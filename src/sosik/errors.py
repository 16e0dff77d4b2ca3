"""Coded errors: one plain sentence each, naming files and ids only, never a source's words."""

from pathlib import PurePath
from typing import ClassVar

from attrs import frozen


class SosikError(Exception):
    """An error of the catalogue: a stable code, an exit code, a sentence in English and in Korean.

    The fields in braces are given as keyword arguments; they are names of files, ids and numbers, never text of an account.

    >>> print(InputUndated(file="call.txt"))
    E-INPUT-UNDATED call.txt bears no date: give received, told or published, or --received.
    """

    code: ClassVar[str] = "E-SOSIK"
    exit_code: ClassVar[int] = 2
    en: ClassVar[str] = "Something went wrong."
    ko: ClassVar[str] = "문제가 생겼습니다."

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code)
        self.fields = fields

    def sentence(self, lang: str = "en") -> str:
        return (self.ko if lang == "ko" else self.en).format(**self.fields)

    def __str__(self) -> str:
        return f"{self.code} {self.sentence()}"


@frozen
class Refusal:
    """One thing that was not taken, and why; the rest went on."""

    name: str
    error: SosikError


class WrongUse(SosikError):
    code = "E-USE"
    en = "{what}"
    ko = "{what}"


class Broken(SosikError):
    code = "E-BROKEN"
    en = "The program failed ({where}); what was taken in before is kept. Please report this line."
    ko = "프로그램이 실패했습니다({where}). 앞서 받아들인 것은 남아 있습니다. 이 줄을 알려 주십시오."


def where(error: BaseException) -> str:
    """The kind of error and the line of ours that it came from: enough for a report, and no word of an account."""
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f"{PurePath(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "?"
    return f"{type(error).__name__}, {place}"


class NotFound(SosikError):
    code = "E-NOT-FOUND"
    en = "{what} was not found."
    ko = "{what} 을(를) 찾을 수 없습니다."


# --- 3: input refused -------------------------------------------------------------------------------------------------


class InputRefused(SosikError):
    code = "E-INPUT"
    exit_code = 3
    en = "{file} could not be read."
    ko = "{file} 을(를) 읽을 수 없습니다."


class InputUndated(InputRefused):
    code = "E-INPUT-UNDATED"
    en = "{file} bears no date: give received, told or published, or --received."
    ko = "{file} 에 날짜가 없습니다. received, told, published 또는 --received 를 적어 주십시오."


class InputEncoding(InputRefused):
    code = "E-INPUT-ENCODING"
    en = "{file} is neither UTF-8 nor a Korean encoding that we read (EUC-KR, CP949, UTF-16)."
    ko = "{file} 은(는) UTF-8 도, 읽을 수 있는 한글 인코딩(EUC-KR, CP949, UTF-16)도 아닙니다."


class InputEmpty(InputRefused):
    code = "E-INPUT-EMPTY"
    en = "{file} holds no text."
    ko = "{file} 에 글이 없습니다."


class InputTooLarge(InputRefused):
    code = "E-INPUT-FILE-SIZE"
    en = "{file} is over the limit of {limit_mb} MB."
    ko = "{file} 은(는) {limit_mb} MB 한도를 넘습니다."


class InputTooLong(InputRefused):
    code = "E-INPUT-SIZE"
    en = "{file} is over the limit of {limit_mb} MB of text."
    ko = "{file} 은(는) 글 {limit_mb} MB 한도를 넘습니다."


class InputBinary(InputRefused):
    code = "E-INPUT-BINARY"
    en = "{file} is not text."
    ko = "{file} 은(는) 글이 아닙니다."


class InputControl(InputRefused):
    code = "E-INPUT-CONTROL"
    en = "{file} holds control characters (first at character {at})."
    ko = "{file} 에 제어 문자가 있습니다({at}번째 글자부터)."


class InputFrontMatter(InputRefused):
    code = "E-INPUT-FRONT-MATTER"
    en = "The front matter of {file} cannot be read: {why}."
    ko = "{file} 의 머리말을 읽을 수 없습니다: {why}."


class InputUnknownKey(InputRefused):
    code = "E-INPUT-KEY"
    en = "The front matter of {file} has an unknown key or value: {key}."
    ko = "{file} 의 머리말에 모르는 항목이나 값이 있습니다: {key}."


class InputLink(InputRefused):
    code = "E-INPUT-LINK"
    en = "{file} is a link that leads out of the folder."
    ko = "{file} 은(는) 폴더 밖을 가리키는 링크입니다."


class InputFormat(InputRefused):
    code = "E-INPUT-FORMAT"
    en = "{file} is of a format that is not read ({suffix})."
    ko = "{file} 은(는) 읽지 않는 형식입니다({suffix})."


class InputUnreadable(InputRefused):
    code = "E-INPUT-UNREADABLE"
    en = "{file} could not be opened: {why}."
    ko = "{file} 을(를) 열 수 없습니다: {why}."


class InputArchive(InputRefused):
    code = "E-INPUT-ARCHIVE"
    en = "{file} is an archive that cannot be read: {why}."
    ko = "{file} 은(는) 읽을 수 없는 압축 파일입니다: {why}."


class NoSandbox(InputRefused):
    code = "E-INPUT-SANDBOX"
    en = "{file} is opened only behind bubblewrap, which this machine lacks or forbids: install bwrap, or give the text as .txt."
    ko = "{file} 은(는) bubblewrap 안에서만 여는데, 이 기계에는 없거나 금지되어 있습니다. bwrap 을 설치하거나 글을 .txt 로 주십시오."


class InputMissing(InputRefused):
    code = "E-INPUT-MISSING"
    en = "{file} is not there or cannot be opened."
    ko = "{file} 이(가) 없거나 열 수 없습니다."


class InputAttachment(InputRefused):
    code = "E-INPUT-ATTACHMENT"
    en = "{file} names an attachment that is not there or lies outside its folder: {attachment}."
    ko = "{file} 의 첨부가 없거나 폴더 밖에 있습니다: {attachment}."


class InputNothing(InputRefused):
    code = "E-INPUT-NOTHING"
    en = "No report was taken from {file}."
    ko = "{file} 에서 받아들인 보고가 없습니다."


class DecisionRefused(InputRefused):
    code = "E-DECISION"
    en = "Line {line} of {file} is not a decision that can be taken: {why}."
    ko = "{file} {line}번째 줄은 받아들일 수 없는 결정입니다: {why}."


class BulletinRefused(InputRefused):
    code = "E-BULLETIN"
    en = "{file} is not a bulletin that can be read: {why}."
    ko = "{file} 은(는) 읽을 수 없는 기사입니다: {why}."


class TableRefused(InputRefused):
    code = "E-TABLE"
    en = "{file}, row {row}: {why}."
    ko = "{file}, {row}행: {why}."


class EstimateTable(InputRefused):
    code = "E-ESTIMATE-TABLE"
    en = "The table of lists cannot be taken: {why}."
    ko = "목록의 표를 받아들일 수 없습니다: {why}."


class ClaimRowRefused(InputRefused):
    code = "E-ROW"
    en = "Line {line} of {file} is not linked: {why}."
    ko = "{file} {line}번째 줄은 잇지 않습니다: {why_ko}."


class ColumnsMissing(InputRefused):
    code = "E-COLUMNS"
    en = "{file} lacks columns: {columns}."
    ko = "{file} 에 없는 열이 있습니다: {columns}."


class ValueUnreadable(InputRefused):
    code = "E-VALUE"
    en = "{what} is not a valid {kind}."
    ko = "{what} 은(는) 올바른 {kind} 이(가) 아닙니다."


class SecretTooShort(InputRefused):
    code = "E-SECRET-SHORT"
    en = "Line {line} of {file} is too short to look for: a secret has at least {least} letters or digits, or {syllables} syllables of Hangul."
    ko = "{file} {line}번째 줄은 찾기에 너무 짧습니다. 비밀은 글자나 숫자 {least}자, 한글이면 {syllables}음절 이상이어야 합니다."


class SecretsNone(InputRefused):
    code = "E-SECRET-NONE"
    en = "{file} holds no line to look for."
    ko = "{file} 에 찾을 줄이 없습니다."


# --- 4: disclosure ----------------------------------------------------------------------------------------------------


class NotCleared(SosikError):
    code = "E-NOT-CLEARED"
    exit_code = 4
    en = "{bulletin} is not cleared for publication: {why}."
    ko = "{bulletin} 은(는) 공개 허가를 받지 못했습니다: {why}."


class MoveRefused(SosikError):
    code = "E-MOVE"
    exit_code = 4
    en = "{bulletin} cannot be {move}: {why}."
    ko = "{bulletin} 을(를) {move} 할 수 없습니다: {why}."


class ReleaseLeaks(SosikError):
    code = "E-LEAK"
    exit_code = 4
    en = "{path} of what would be published holds words of the account {account} that no cleared bulletin says. Nothing was published."
    ko = "공개하려던 {path} 에, 허가된 어느 기사도 말하지 않은 진술 {account} 의 말이 있습니다. 아무것도 공개하지 않았습니다."


class ReleaseUnread(SosikError):
    code = "E-LEAK-UNREAD"
    exit_code = 4
    en = "{path} could not be scanned whole: it is locked, or unpacks to too much. Nothing was published."
    ko = "{path} 을(를) 끝까지 훑을 수 없습니다. 잠겨 있거나 풀면 너무 큽니다. 아무것도 공개하지 않았습니다."


class ReleaseUnscanned(SosikError):
    code = "E-SCAN-MISSING"
    exit_code = 4
    en = "The bundle {bundle} is kept in the desk and was not published: no scan decision on it for {sources}."
    ko = "묶음 {bundle} 은(는) 데스크에 두었고 공개하지 않았습니다. {sources} 에 대한 훑기 결정이 없습니다."


class ReleaseHit(SosikError):
    code = "E-SCAN-HIT"
    exit_code = 4
    en = "A member's scan of the bundle {bundle} found something: it was not published."
    ko = "구성원이 묶음 {bundle} 을(를) 훑어 찾아낸 것이 있어 공개하지 않았습니다."


class PictureRefused(InputRefused):
    code = "E-PICTURE"
    en = "{file} is not a picture that can be published: {why}."
    ko = "{file} 은(는) 공개할 수 있는 그림이 아닙니다: {why}."


# --- 6 and 7: keys and the ledger -------------------------------------------------------------------------------------


class KeyWrong(SosikError):
    code = "E-KEY"
    exit_code = 6
    en = "The key does not open this desk."
    ko = "이 열쇠로는 데스크가 열리지 않습니다."


class IdentitySealed(SosikError):
    code = "E-VAULT"
    exit_code = 6
    en = "This identity opens for the source's handler and trustee alone."
    ko = "이 신원은 담당 기자와 신탁인만 열 수 있습니다."


class KeyUnreadable(SosikError):
    code = "E-KEY-FILE"
    exit_code = 6
    en = "{file} holds no age identity."
    ko = "{file} 에 age 열쇠가 없습니다."


class SiteDamaged(SosikError):
    code = "E-SITE-DAMAGED"
    exit_code = 7
    en = "{path} of the published site is not as it was signed: {why}."
    ko = "공개한 사이트의 {path} 이(가) 서명한 것과 다릅니다: {why}."


class LedgerDamaged(SosikError):
    code = "E-LEDGER"
    exit_code = 7
    en = "The ledger is damaged: {why}."
    ko = "장부가 손상되었습니다: {why}."


class DeskMissing(SosikError):
    code = "E-DESK"
    en = "There is no desk at {desk}."
    ko = "{desk} 에 데스크가 없습니다."


class DeskBusy(SosikError):
    code = "E-DESK-BUSY"
    en = "Another program is writing to this desk; it did not end within {seconds} seconds. Try again."
    ko = "다른 프로그램이 이 데스크에 쓰고 있으며 {seconds}초 안에 끝나지 않았습니다. 다시 해 보십시오."


class DeskNewer(SosikError):
    code = "E-DESK-NEWER"
    en = "This desk was written by a newer version (tables {version}, known up to {known}): update the program."
    ko = "더 새로운 판이 쓴 데스크입니다(표 {version}, 아는 것은 {known}까지). 프로그램을 새로 고치십시오."


class DeskReadOnly(SosikError):
    code = "E-DESK-READ-ONLY"
    en = "The desk's folder cannot be written to; nothing was changed."
    ko = "데스크 폴더에 쓸 수 없습니다. 바뀐 것은 없습니다."


class DiskFull(SosikError):
    code = "E-DISK-FULL"
    en = "There is no room on the disk; what was acknowledged before is kept, and this step was not taken."
    ko = "디스크에 자리가 없습니다. 앞서 끝난 것은 남아 있고, 이 단계는 하지 않았습니다."


class ErasedBefore(InputRefused):
    code = "E-ERASED"
    en = "{file} was erased from this desk and is not taken in again under that name."
    ko = "{file} 은(는) 이 데스크에서 지워졌으므로 그 이름으로 다시 받지 않습니다."


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


class DeskCounting(SosikError):
    code = "E-DESK-COUNTING"
    en = "Incidents are being counted anew: look again in a moment. Nothing is lost."
    ko = "사건을 다시 세는 중입니다. 잠시 뒤에 다시 보십시오. 잃은 것은 없습니다."


class PortTaken(SosikError):
    code = "E-PORT"
    en = (
        "Nothing can listen on {host} port {port}: another program is there, or it is not allowed. Give another --port."
    )
    ko = "{host} 의 {port}번 포트에서 들을 수 없습니다. 다른 프로그램이 쓰고 있거나 허용되지 않습니다. 다른 --port 를 적어 주십시오."


class DeskChanged(SosikError):
    code = "E-DESK-CHANGED"
    en = "The desk's keys were changed meanwhile: open it again."
    ko = "그사이 데스크의 열쇠가 바뀌었습니다. 다시 여십시오."


class FolderTaken(SosikError):
    code = "E-DESK-FOLDER"
    en = "{desk} is no desk and holds something else: give a new or empty folder."
    ko = "{desk} 은(는) 데스크가 아니며 다른 것이 들어 있습니다. 새 폴더나 빈 폴더를 적어 주십시오."


class HeadUnreadable(SosikError):
    code = "E-HEAD"
    en = "That is no head of this desk: give SEQ.MAC as `ledger head` prints it, or a file that it wrote."
    ko = "이 데스크의 머리값이 아닙니다. `ledger head` 가 보인 SEQ.MAC 이나 그것이 쓴 파일을 적어 주십시오."


class MemberRefused(SosikError):
    code = "E-MEMBER"
    en = "{member}: {why}."
    ko = "{member}: {why}."


class BackupRefused(SosikError):
    code = "E-BACKUP"
    exit_code = 7
    en = "{file} is damaged, is no backup of this desk, or is newer than its key file."
    ko = "{file} 은(는) 손상되었거나 이 데스크의 백업이 아니거나 열쇠 파일보다 새것입니다."


class KeyFileRefused(SosikError):
    code = "E-KEYS"
    exit_code = 7
    en = "{file} is no key file of a desk, or is damaged."
    ko = "{file} 은(는) 데스크의 열쇠 파일이 아니거나 손상되었습니다."
