"""Why something does not leave, or what left is not what it was."""

from sosik.errors.base import InputRefused, SosikError


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


class ScanNotTheirs(SosikError):
    code = "E-SCAN-HANDLER"
    exit_code = 4
    en = "The vault names {handler} and {trustee} for {source}: one of them scans for their strings. Nothing was kept."
    ko = "금고에 적힌 {source} 의 담당은 {handler}, 신탁인은 {trustee} 입니다. 훑기는 두 사람 가운데 하나가 합니다. 아무것도 남기지 않았습니다."


class ReleaseNowhere(SosikError):
    code = "E-RELEASE-NOWHERE"
    en = "This desk was started without a folder for its site (--site): nothing was published."
    ko = "사이트 폴더(--site) 없이 켠 데스크입니다. 아무것도 공개하지 않았습니다."


class ReleaseChanged(SosikError):
    code = "E-RELEASE-CHANGED"
    exit_code = 4
    en = "What is ready to leave is not what you looked at any more: make it ready again. Nothing was published."
    ko = "나갈 것이 보신 것과 달라졌습니다. 다시 준비해 주십시오. 아무것도 공개하지 않았습니다."


class ReleaseNotReady(SosikError):
    code = "E-RELEASE-NOT-READY"
    exit_code = 4
    en = "Nothing was made ready to leave: make the release ready first."
    ko = "나갈 것이 준비되지 않았습니다. 먼저 발행본을 준비해 주십시오."


class PictureRefused(InputRefused):
    code = "E-PICTURE"
    en = "{file} is not a picture that can be published: {why}."
    ko = "{file} 은(는) 공개할 수 있는 그림이 아닙니다: {why}."


class SiteDamaged(SosikError):
    code = "E-SITE-DAMAGED"
    exit_code = 7
    en = "{path} of the published site is not as it was signed: {why}."
    ko = "공개한 사이트의 {path} 이(가) 서명한 것과 다릅니다: {why}."
