"""Cleared editions that were never reported by anybody: places are real, events and people are made up."""

import struct
import zlib
from datetime import date

from sosik.bulletins.edition import (
    ClearedEdition,
    Edition,
    IncidentRow,
    MeasureRow,
    Picture,
    PublicGrade,
    PublicPlace,
    Version,
)
from sosik.public.base_map import BaseMap
from sosik.public.desk_words import DeskWords
from sosik.values.datespan import DateSpan
from sosik.values.ids import BulletinId, CategoryKey, IncidentId, PlaceId
from sosik.values.place import Point, Precision
from sosik.values.quantity import Count
from sosik.values.text import Lang


def names(en, ko):
    return {Lang.en: en, Lang.ko: ko}


DESK = DeskWords(
    names("Riverside Desk", "강변 데스크"),
    names(
        "A made-up newsroom that shows how Sosik's public site looks.",
        "소식의 공개 화면을 보여 주려고 지어낸 편집국입니다.",
    ),
    names("desk@riverside.example", "desk@riverside.example"),
)

MUSAN = PublicPlace(
    PlaceId("kp-musan"), names("Musan", "무산군"), Precision.near, 25.0, Point(42.23, 129.21),
    PlaceId("kp-n-hamgyong"), PlaceId("kp"),
)  # fmt: skip
HYESAN = PublicPlace(
    PlaceId("kp-hyesan"), names("Hyesan", "혜산시"), Precision.county, 15.0, Point(41.402, 128.178),
    PlaceId("kp-ryanggang"), PlaceId("kp"),
)  # fmt: skip
CHAGANG = PublicPlace(
    PlaceId("kp-chagang"), names("Chagang", "자강도"), Precision.province, 105.0, Point(40.9, 126.61),
    PlaceId("kp-chagang"), PlaceId("kp"),
)  # fmt: skip
TUMEN = PublicPlace(
    PlaceId("river-tumen"), names("Tumen River", "두만강"), Precision.landscape, 2.0, None, None, PlaceId("kp"),
    next(course.points for course in BaseMap.shipped().courses if course.id == "river-tumen"),
)  # fmt: skip
MUSAN_COUNTY = PublicPlace(
    PlaceId("kp-musan"), names("Musan", "무산군"), Precision.county, 20.0, Point(42.23, 129.21),
    PlaceId("kp-n-hamgyong"), PlaceId("kp"),
)  # fmt: skip


def picture_bytes(width=960, height=540):
    """A grey dusk over a river, as PNG."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        shade = 190 - y * 110 // height if y < 330 else 60 + (y - 330) // 6
        rows += bytes((shade, min(255, shade + 6), min(255, shade + 14))) * width

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def mine(key="i-aa01", when=None, counts=None, **changed):
    row = {
        "id": IncidentId(key),
        "category": CategoryKey("landmine"),
        "labels": names("landmine explosion", "지뢰 폭발"),
        "acled": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
        "when": when or DateSpan(date(2031, 10, 11), date(2031, 10, 20)),
        "where": MUSAN,
        "counts": counts
        if counts is not None
        else {"total": Count.exactly(5), "killed": Count.between(0, 5), "injured": Count.between(0, 5)},
        "grade": PublicGrade.reported,
        "first_published": date(2031, 11, 20),
    }
    return IncidentRow(**(row | changed))


def shooting(key="i-bb02", **changed):
    row = {
        "category": CategoryKey("shooting"),
        "labels": names("shooting", "총격"),
        "acled": ("Violence against civilians", "Attack"),
        "when": DateSpan.month(2031, 9),
        "where": HYESAN,
        "counts": {"total": Count.at_least(2), "killed": Count.at_least(2), "injured": None},
        "grade": PublicGrade.corroborated,
        "contested": ("killed",),
    }
    return mine(key, **(row | changed))


def arrests(key="i-cc03", **changed):
    row = {
        "category": CategoryKey("arrest"),
        "labels": names("arrest", "체포"),
        "acled": ("Strategic developments", "Arrests"),
        "when": DateSpan(date(2031, 8, 28), date(2031, 9, 3)),
        "where": CHAGANG,
        "counts": {"detained": Count.between(20, 99), "total": None},
        "grade": PublicGrade.unconfirmed,
        "clarity": 2,
    }
    return mine(key, **(row | changed))


def drowning(key="i-dd04", **changed):
    row = {
        "category": CategoryKey("drowning"),
        "labels": names("drowning", "익사"),
        "acled": ("Strategic developments", "Other"),
        "when": DateSpan.day(date(2031, 7, 14)),
        "where": TUMEN,
        "counts": {"total": Count(2, 3, 4), "killed": Count(2, 3, 4), "injured": Count.exactly(0)},
        "grade": PublicGrade.confirmed,
    }
    return mine(key, **(row | changed))


def minefield(key="m-aa01", **changed):
    row = {
        "id": IncidentId(key),
        "category": CategoryKey("mine_laying"),
        "labels": names("laying of landmines", "지뢰 매설"),
        "since": DateSpan.month(2031, 8),
        "until": None,
        "last_confirmed": date(2031, 11, 6),
        "where": MUSAN_COUNTY,
        "grade": PublicGrade.reported,
        "is_hazard": True,
        "first_published": date(2031, 11, 20),
    }
    return MeasureRow(**(row | changed))


def cameras(key="m-bb02", **changed):
    row = {
        "category": CategoryKey("surveillance"),
        "labels": names("surveillance cameras", "감시카메라 설치"),
        "since": DateSpan(date(2031, 6, 1), date(2031, 6, 10)),
        "where": HYESAN,
        "grade": PublicGrade.corroborated,
        "is_hazard": False,
    }
    return minefield(key, **(row | changed))


ENGLISH = """Five people were killed or injured when a landmine went off near Musan in the middle of October, people in North
Hamgyong Province say.

How many of them died is not known. The five had set out for the river before dawn.

> Mines now lie under paths that families have used for years.

It was the second blast that we have been told of this autumn. In September, at least two people were shot dead in
[Hyesan](https://riverside.example/hyesan), on the Yalu.

## What the authorities say

They have said nothing."""

KOREAN = """10월 중순 무산군 근처에서 지뢰가 터져 다섯 명이 숨지거나 다쳤다고 함경북도 주민들이 전했다.

이 가운데 몇 명이 숨졌는지는 알려지지 않았다. 다섯 사람은 동트기 전에 강으로 나섰다.

> 여러 해 동안 식구들이 다니던 길 밑에 이제 지뢰가 묻혀 있다.

올가을 전해진 두 번째 폭발이다. 9월에는 압록강 가의 혜산시에서 적어도 두 명이 총에 맞아 숨졌다.

## 당국의 말

당국은 아무 말도 하지 않았다."""


def versions(picture=True, correction=None):
    shots = {
        lang: (Picture("scan-0007.png", caption, credit, alt, is_file_photo=True, content=picture_bytes()),)
        if picture
        else ()
        for lang, caption, credit, alt in (
            (Lang.en, "The Tumen at dusk, seen from the other bank, 2029.", "A. Made-up", "A wide grey river at dusk."),
            (Lang.ko, "건너편에서 본 해 질 녘의 두만강, 2029년.", "지어낸 이", "해 질 녘의 넓은 잿빛 강."),
        )
    }
    notes = correction or {}
    return (
        Version(Lang.ko, "무산군 근처 지뢰 폭발로 다섯 명 사상", KOREAN, "한가온", None, "서다미", shots[Lang.ko], notes.get(Lang.ko)),
        Version(
            Lang.en, "Five killed or injured by a landmine near Musan", ENGLISH, "Han Ga-on", "Park Nuri", "Seo Da-mi",
            shots[Lang.en], notes.get(Lang.en),
        ),
    )  # fmt: skip


def editions():
    """Four bulletins: one corrected, one in Korean alone, one plain, one withdrawn."""
    first = Edition(BulletinId("b-musan-2031-11"), 1, versions(), (mine(), shooting()), (minefield(), cameras()))
    note = names("An earlier version said that six people were harmed.", "처음에는 여섯 명이라고 적었습니다.")
    second = Edition(
        BulletinId("b-musan-2031-11"), 2, versions(correction=note), (mine(), shooting()), (minefield(), cameras())
    )
    korean = Version(
        Lang.ko,
        "자강도에서 수십 명 붙잡혀",
        "8월 말 자강도에서 수십 명이 붙잡혔다는 말이 있다.\n\n확인하지 못했다.",
        "한가온",
    )
    alone = Edition(BulletinId("b-chagang-2031-09"), 1, (korean,), (arrests(),))
    plain = Edition(
        BulletinId("b-tumen-2031-07"),
        1,
        (
            Version(Lang.ko, "두만강에서 두 명 이상 익사", "7월 14일 두만강에서 두 명에서 네 명이 숨졌다.", "한가온", None, "서다미"),
            Version(
                Lang.en, "At least two drown in the Tumen", "Between two and four people died in the Tumen on 14 July.",
                "Han Ga-on", "Park Nuri", "Seo Da-mi",
            ),
        ),
        (drowning(),),
    )  # fmt: skip
    gone = Edition(BulletinId("b-gone-2031-05"), 1, versions(picture=False), (mine("i-ee05"),))
    return [
        ClearedEdition(first, date(2031, 11, 20)),
        ClearedEdition(second, date(2031, 12, 4)),
        ClearedEdition(alone, date(2031, 9, 22)),
        ClearedEdition(plain, date(2031, 8, 1)),
        ClearedEdition(gone, date(2031, 5, 11)),
        ClearedEdition(gone, date(2031, 6, 2), withdrawn=True),
    ]
