"""Fits the weights of the sentences that say more of a source, and tells what they find in drafts that they were not fitted on.

python -m bench.weigh_sentences [--write] [FOLDER ...]

Logistic regression (L2) over the marked drafts; six folds by draft. The folders hold drafts in the format of ``tests/spec/drafts``.
"""

import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from tests.spec import drafts_scoring as scoring

from bench.disclosure import predictions
from sosik.bulletins.disclosure import weighing
from sosik.bulletins.disclosure.found import Found
from sosik.bulletins.policy import Policy
from sosik.claims.gazetteer.lookup import Gazetteer
from sosik.values.text import Lang

FOLDS = 6
RIDGE = 3.0
WEIGHTS = Path(weighing.__file__).parent


class Sentences:
    """Signs of every part of the drafts of one language, whether a mark lies in it, and of which draft it is."""

    def __init__(self, golds: Sequence[scoring.Draft], lang: Lang) -> None:
        policy, gazetteer, by = Policy.shipped(), Gazetteer.shipped(), weighing.weights(lang)
        self.names = [*by.signs, *by.joint, *by.of_text]
        rows, marked, drafts, missed = [], [], [], []
        for gold in golds:
            said = [one for one in predictions(gold, policy, gazetteer) if one.rule != weighing.RULE]
            quasi = [one for one in said if one.kind == "quasi"]
            text = weighing.features_of_text(gold.text, [Found(one.rule, one.start, one.end) for one in quasi])
            lost = [
                mark for mark in gold.marks if mark.kind == "quasi" and not any(one.stands_for(mark) for one in quasi)
            ]
            for start, end in weighing.parts(gold.text):
                span = scoring.Span(start, end, "quasi")
                is_marked = any(span.overlaps(mark) for mark in gold.marks)
                if not is_marked and any(span.overlaps(way) for way in gold.either):
                    continue
                rows.append([*_signs(by, gold.text[start:end]), *text.values()])
                marked.append(is_marked)
                drafts.append(gold.name)
                missed.append(sum(span.overlaps(mark) for mark in lost))
        self.rows, self.marked = np.array(rows, float), np.array(marked, float)
        self.drafts, self.missed = np.array(drafts), np.array(missed)


def _signs(by: weighing.Weights, sentence: str) -> list[float]:
    seen = {name for name, (pattern, _) in by.signs.items() if pattern.search(sentence)}
    joint = [float(all(seen & set(group) for group in groups)) for groups, _ in by.joint.values()]
    return [*(float(name in seen) for name in by.signs), *joint]


def fitted(rows: np.ndarray, marked: np.ndarray) -> np.ndarray:
    """Weights of the columns, then the bias."""
    whole = np.hstack([rows, np.ones((len(rows), 1))])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(whole @ w)))
        fit = -(np.log(p + 1e-9) * marked + np.log(1 - p + 1e-9) * (1 - marked)).sum()
        return fit + RIDGE * (w[:-1] ** 2).sum() / 2, whole.T @ (p - marked) + RIDGE * np.append(w[:-1], 0)

    return minimize(loss, np.zeros(rows.shape[1] + 1), jac=True).x


def unseen(of: Sentences) -> np.ndarray:
    """The likelihood of each sentence by weights fitted on the other folds."""
    names = sorted(set(of.drafts))
    random.Random(1).shuffle(names)
    told = np.zeros(len(of.marked))
    for fold in range(FOLDS):
        held = np.isin(of.drafts, names[fold::FOLDS])
        w = fitted(of.rows[~held], of.marked[~held])
        told[held] = 1 / (1 + np.exp(-(of.rows[held] @ w[:-1] + w[-1])))
    return told


def written(path: Path, names: Sequence[str], w: np.ndarray) -> None:
    """Puts the weights in the place of the old ones, line by line."""
    new = dict(zip(names, w[:-1], strict=True))
    section, lines = "", []
    for line in path.read_text("utf-8").splitlines():
        head = re.match(r"\[(?:sign|joint)\.(\w+)\]", line)
        section = head[1] if head else "text" if line == "[text]" else section
        key = line.partition(" = ")[0]
        if key == "bias":
            lines.append(f"bias = {w[-1]:.2f}")
        elif key == "weight" or (section == "text" and key in new):
            lines.append(f"{key} = {new[section if key == 'weight' else key]:.2f}")
        else:
            lines.append(line)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main(arguments: list[str]) -> None:
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    golds = [gold for folder in (scoring.DRAFTS, *folders) for gold in scoring.drafts(folder)]
    for lang in (Lang.en, Lang.ko):
        of = Sentences([gold for gold in golds if gold.lang == lang.value], lang)
        told = unseen(of)
        for threshold in (0.3, weighing.THRESHOLD, 0.4, 0.5):
            said = told >= threshold
            print(
                f"{lang.value} from {threshold}: {said.sum()} of {len(said)} parts, {of.marked[said].mean():.3f} of them with a mark; "
                f"{of.missed[said].sum()} of {of.missed.sum()} marks that no finder found"
            )
        if "--write" in arguments:
            written(WEIGHTS / f"weights_{lang.value}.toml", of.names, fitted(of.rows, of.marked))


if __name__ == "__main__":
    main(sys.argv[1:])
