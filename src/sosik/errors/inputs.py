"""What could not be taken in; exit 3, and the rest goes on."""

from sosik.errors.base import InputRefused


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
