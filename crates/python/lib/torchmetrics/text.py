"""Measures of texts: `BLEUScore`, `WordErrorRate`, `CharErrorRate`, `Perplexity`.

What it is not: measures that ask a model of language; asking for one says so. Start reading at `BLEUScore`.
"""

import torch
from torchmetrics._missing import missing
from torchmetrics.metric import Metric


class BLEUScore(Metric):
    """How many groups of 1 to n words a translation shares with good ones (Papineni et al., 2002)."""

    higher_is_better = True

    def __init__(self, n_gram=4, smooth=False, weights=None, **kwargs):
        super().__init__(**kwargs)
        if weights is not None and len(weights) != n_gram:
            raise ValueError(f"List of weights has different weights than `n_gram`: {len(weights)} != {n_gram}")
        self.n_gram, self.smooth = n_gram, smooth
        self.weights = [1.0 / n_gram] * n_gram if weights is None else weights
        self.add_state("preds_len", torch.tensor(0.0), "sum")
        self.add_state("target_len", torch.tensor(0.0), "sum")
        self.add_state("numerator", torch.zeros(n_gram), "sum")
        self.add_state("denominator", torch.zeros(n_gram), "sum")

    def update(self, preds, target):
        preds = [preds] if isinstance(preds, str) else preds
        target = [[each] if isinstance(each, str) else each for each in target]
        for pred, references in zip(preds, target):
            words, others = pred.split(), [each.split() for each in references]
            self.preds_len += len(words)
            self.target_len += min((len(each) for each in others), key=lambda length: abs(len(words) - length))
            for count in range(1, self.n_gram + 1):
                found, known = _groups(words, count), [_groups(each, count) for each in others]
                shared = {group: min(times, max(each.get(group, 0) for each in known)) for group, times in found.items()}
                self.numerator[count - 1] += sum(shared.values())
                self.denominator[count - 1] += sum(found.values())

    def compute(self):
        if self.numerator.min() == 0.0:
            return torch.tensor(0.0)
        added = torch.tensor([0.0] + [1.0 * self.smooth] * (self.n_gram - 1))
        precision = (self.numerator + added) / (self.denominator + added)
        mean = torch.exp((torch.tensor(self.weights) * torch.log(precision)).sum())
        is_long = self.preds_len > self.target_len
        return mean * (1.0 if is_long else torch.exp(1 - self.target_len / self.preds_len))


def _groups(words, count):
    """How often each group of so many words comes."""
    found = {}
    for at in range(len(words) - count + 1):
        group = tuple(words[at : at + count])
        found[group] = found.get(group, 0) + 1
    return found


def _distance(first, second):
    """How many parts must be put in, taken out or changed to make one of the other (Levenshtein)."""
    row = list(range(len(second) + 1))
    for at, part in enumerate(first, 1):
        before, row[0] = row[0], at
        for place, other in enumerate(second, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (part != other))
    return row[-1]


class _Errors(Metric):
    """Keeps how many errors there are, and in how many parts; a subclass says what a part is."""

    higher_is_better = False

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.add_state("errors", torch.tensor(0.0), "sum")
        self.add_state("total", torch.tensor(0.0), "sum")

    def update(self, preds, target):
        preds, target = ([each] if isinstance(each, str) else each for each in (preds, target))
        for pred, truth in zip(preds, target):
            pred, truth = self._parts(pred), self._parts(truth)
            self.errors += _distance(pred, truth)
            self.total += len(truth)

    def compute(self):
        return self.errors / self.total


class WordErrorRate(_Errors):
    """The share of words that are wrong, missing or too many."""

    _parts = staticmethod(str.split)


class CharErrorRate(_Errors):
    """The share of characters that are wrong, missing or too many."""

    _parts = staticmethod(list)


class Perplexity(Metric):
    """Among how many words a model of language wavers on average."""

    higher_is_better = False

    def __init__(self, ignore_index=None, **kwargs):
        super().__init__(**kwargs)
        if ignore_index is not None and not isinstance(ignore_index, int):
            raise ValueError(f"Argument `ignore_index` expected to either be `None` or an `int` but got {ignore_index}")
        self.ignore_index = ignore_index
        self.add_state("total_log_probs", torch.tensor(0.0), "sum")
        self.add_state("count", torch.tensor(0.0), "sum")

    def update(self, preds, target):
        _check_scores(preds, target)
        preds, target = preds.reshape(-1, preds.shape[-1]).softmax(1), target.reshape(-1)
        kept = torch.ones_like(target, dtype=torch.bool) if self.ignore_index is None else target != self.ignore_index
        likely = preds[torch.arange(len(target)), target.where(kept, torch.tensor(0))][kept]
        self.total_log_probs = self.total_log_probs - likely.log().sum()
        self.count = self.count + kept.sum()

    def compute(self):
        return torch.exp(self.total_log_probs / self.count)


def _check_scores(preds, target):
    if preds.ndim != 3:
        raise ValueError(
            "Input tensor `preds` is expected to have 3 dimensions, [batch_size, seq_len, vocab_size], but got "
            f"{preds.ndim}."
        )
    if target.ndim != 2:
        raise ValueError(
            f"Input tensor `target` is expected to have 2 dimensions, [batch_size, seq_len], but got {target.ndim}."
        )
    if preds.shape[:2] != target.shape:
        raise ValueError(
            "Input tensors `preds` and `target` are expected to have equaling first two dimensions,"
            f" [batch_size, seq_len], but got {preds.shape[:2]} and {target.shape}."
        )
    if not preds.is_floating_point():
        raise TypeError(f"Input tensor `preds` is expected to be of floating point type but got {preds.dtype}.")
    if target.dtype != torch.int64:
        raise TypeError(f"Input tensor `target` is expected to be of a type {torch.int64} but got {target.dtype}.")


__all__ = ["BLEUScore", "CharErrorRate", "Perplexity", "WordErrorRate"]
__getattr__ = missing("torchmetrics.text")
