"""Keys, members and the folder of a desk."""

from sosik.errors.base import DeskFailed, InputRefused, SosikError


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


class LedgerDamaged(DeskFailed):
    code = "E-LEDGER"
    exit_code = 7
    en = "The ledger is damaged: {why}."
    ko = "장부가 손상되었습니다: {why}."


class DeskMissing(SosikError):
    code = "E-DESK"
    en = "There is no desk at {desk}."
    ko = "{desk} 에 데스크가 없습니다."


class DeskBusy(DeskFailed):
    code = "E-DESK-BUSY"
    en = "Another program is writing to this desk; it did not end within {seconds} seconds. Try again."
    ko = "다른 프로그램이 이 데스크에 쓰고 있으며 {seconds}초 안에 끝나지 않았습니다. 다시 해 보십시오."


class DeskNewer(SosikError):
    code = "E-DESK-NEWER"
    en = "This desk was written by a newer version (tables {version}, known up to {known}): update the program."
    ko = "더 새로운 판이 쓴 데스크입니다(표 {version}, 아는 것은 {known}까지). 프로그램을 새로 고치십시오."


class DeskReadOnly(DeskFailed):
    code = "E-DESK-READ-ONLY"
    en = "The desk's folder cannot be written to; nothing was changed."
    ko = "데스크 폴더에 쓸 수 없습니다. 바뀐 것은 없습니다."


class DiskFull(DeskFailed):
    code = "E-DISK-FULL"
    en = "There is no room on the disk; what was acknowledged before is kept, and this step was not taken."
    ko = "디스크에 자리가 없습니다. 앞서 끝난 것은 남아 있고, 이 단계는 하지 않았습니다."


class AttachmentTaken(SosikError):
    code = "E-ATTACHMENT"
    en = "{name} is the name of another attachment of this account: give the file another name."
    ko = "{name} 은(는) 이 진술의 다른 첨부가 쓰는 이름입니다. 파일에 다른 이름을 주십시오."


class PlaceReadOnly(SosikError):
    code = "E-READ-ONLY"
    en = "{folder} cannot be written to; nothing was changed."
    ko = "{folder} 에 쓸 수 없습니다. 바뀐 것은 없습니다."


class ErasureUnfinished(SosikError):
    code = "E-ERASE"
    en = "The erasure is written down, but not all of it is done ({why}). The next command that writes finishes it: put that right and give the same command again."
    ko = "지운다는 것은 적었으나 다 지우지는 못했습니다({why}). 다음에 쓰는 명령이 마저 지웁니다. 그것을 바로잡고 같은 명령을 다시 내리십시오."


class DerivedDamaged(DeskFailed):
    code = "E-DERIVED"
    en = "What the desk had computed was damaged and has been thrown away; nothing that is kept is lost. Give the command again."
    ko = "데스크가 계산해 둔 것이 손상되어 버렸습니다. 담긴 것은 하나도 잃지 않았습니다. 명령을 다시 내리십시오."


class ErasedBefore(InputRefused):
    code = "E-ERASED"
    en = "{file} was erased from this desk and is not taken in again under that name."
    ko = "{file} 은(는) 이 데스크에서 지워졌으므로 그 이름으로 다시 받지 않습니다."


class DeskCounting(SosikError):
    code = "E-DESK-COUNTING"
    en = "Incidents are being counted anew: look again in a moment. Nothing is lost."
    ko = "사건을 다시 세는 중입니다. 잠시 뒤에 다시 보십시오. 잃은 것은 없습니다."


class DeskChanged(DeskFailed):
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
