"""How well links agree with the truth: pairwise, B-cubed, and whether probabilities mean what they say."""

from itertools import pairwise as pairwise_of

import numpy as np
from scipy.sparse import coo_array


def pairwise(found, true):
    """Precision, recall and F1 over the pairs that share a cluster."""
    _, both = _joint(found, true)
    same, said, truth = (_pairs(counts) for counts in (both.data, np.bincount(found), np.bincount(true)))
    precision, recall = same / max(1, said), same / max(1, truth)
    return precision, recall, 2 * precision * recall / max(1e-12, precision + recall)


def b_cubed(found, true):
    """Precision, recall and F1, each claim counting as one."""
    joint, both = _joint(found, true)
    sizes, truths = np.bincount(found), np.bincount(true)
    precision = (both.data**2 / sizes[joint.row]).sum() / len(found)
    recall = (both.data**2 / truths[joint.col]).sum() / len(found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def calibration(weight, right, edges=(0.5, 0.7, 0.85, 0.95, 0.99, 1.0)):
    """By band of probability: how many pairs, the mean probability, the share that is right."""
    probability = 1 / (1 + 2.0 ** -np.clip(weight, -500, 500))
    bands = []
    for low, high in pairwise_of(edges):
        inside = (probability >= low) & (probability < high) if high < 1 else probability >= low
        if inside.any():
            bands.append((low, high, int(inside.sum()), float(probability[inside].mean()), float(right[inside].mean())))
    return bands


def _joint(found, true):
    joint = coo_array((np.ones(len(found)), (found, true))).tocsr().tocoo()
    return joint, joint


def _pairs(counts):
    counts = counts.astype(np.float64)
    return float((counts * (counts - 1) / 2).sum())
