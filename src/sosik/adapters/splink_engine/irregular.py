"""Pairs with a claim whose cells are no box (a line, the date line, a pole): few, and scored by the reference."""

from collections import defaultdict

import numpy as np

from sosik.incidents.blocking import Key
from sosik.incidents.engine import Scored, Task, weighed


def irregular_pairs(task: Task) -> Scored:
    boxes, columns = task.boxes, task.columns
    odd = [int(row) for row in np.flatnonzero(boxes.irregular) if int(row) not in boxes.why]
    cells: dict[Key, list[int]] = defaultdict(list)
    for row in odd:
        for key in boxes.keys(columns, row):
            cells[key].append(row)
    if not odd:
        return Scored.of([])
    pairs = set()
    for other in range(len(columns)):
        if other not in boxes.why:
            near = {row for key in boxes.keys(columns, other) for row in cells.get(key, ())} - {other}
            pairs |= {(min(row, other), max(row, other)) for row in near}
    return weighed(task, sorted(pairs))
