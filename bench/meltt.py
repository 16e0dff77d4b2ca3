"""The quadratic window method of MELTT, written from its paper alone, to have something to be measured against.

Donnay, Dunford, McGrath, Backer, Cunningham: Integrating Conflict Event Data, Journal of Conflict Resolution 63(5), 2019. Every
record is laid beside every record of another catalogue; those within a window of days and kilometres are candidates, scored by
how deep in the taxonomies they agree; of several candidates the best is taken, one record of a catalogue each.
"""

import math

import numpy as np

DAYS = 1
KM = 3.0
_KM_PER_DEG = 111.2


def candidates(day, lat, lon, source):
    """Pairs of rows of two catalogues within the window: one row against all that follow, row after row."""
    found = []
    east = np.cos(np.radians(lat))
    for row in range(len(day)):
        rest = slice(row + 1, None)
        near = np.abs(day[rest] - day[row]) <= DAYS
        near &= source[rest] != source[row]
        near &= np.hypot((lat[rest] - lat[row]) * _KM_PER_DEG, (lon[rest] - lon[row]) * _KM_PER_DEG * east[row]) <= KM
        found += [(row, row + 1 + int(other)) for other in np.flatnonzero(near)]
    return found


def candidates_one_by_one(day, lat, lon, source):
    """The same, pair by pair, as the method is told in the paper."""
    rows = list(zip(day.tolist(), lat.tolist(), lon.tolist(), source.tolist(), strict=True))
    found = []
    for one, (d, y, x, s) in enumerate(rows):
        east = math.cos(math.radians(y))
        for other in range(one + 1, len(rows)):
            d2, y2, x2, s2 = rows[other]
            if s != s2 and abs(d - d2) <= DAYS:
                apart = math.hypot((y - y2) * _KM_PER_DEG, (x - x2) * _KM_PER_DEG * east)
                if apart <= KM:
                    found.append((one, other))
    return found


def linked(pairs, kind, source):
    """By row, the first row of its event: pairs whose kinds agree first, each row once for each other catalogue."""
    head = np.arange(len(kind))
    taken = set()
    for one, other in sorted(pairs, key=lambda pair: kind[pair[0]] != kind[pair[1]]):
        keys = {(one, int(source[other])), (other, int(source[one]))}
        if kind[one] == kind[other] and not keys & taken:
            taken |= keys
            low, high = sorted((int(head[one]), int(head[other])))
            head[head == high] = low
    return head
