"""Words and names as columns by a number made of their letters: `HashingVectorizer`, `FeatureHasher`.

What it is not: columns with names, which are `text`'s and `_dicts`'. Start reading at `murmurhash`.
"""

import numpy as np
from scipy.sparse import sparse_of
from sklearn._arrays import refuse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import CountVectorizer

_WHOLE = 0xFFFFFFFF


def murmurhash(data, seed=0):
    """A number of 32 bits, with a sign, for bytes (Appleby's MurmurHash3)."""
    found, whole = seed, len(data) // 4 * 4
    for at in range(0, whole, 4):
        found ^= _mixed(int.from_bytes(data[at : at + 4], "little"))
        found = ((found << 13 | found >> 19) & _WHOLE) * 5 + 0xE6546B64 & _WHOLE
    if whole < len(data):
        found ^= _mixed(int.from_bytes(data[whole:], "little"))
    found ^= len(data)
    found = (found ^ found >> 16) * 0x85EBCA6B & _WHOLE
    found = (found ^ found >> 13) * 0xC2B2AE35 & _WHOLE
    found ^= found >> 16
    return found - (1 << 32) if found >> 31 else found


def _mixed(part):
    part = part * 0xCC9E2D51 & _WHOLE
    return ((part << 15 | part >> 17) & _WHOLE) * 0x1B873593 & _WHOLE


class _Columns(dict):
    """The column of a name, and the sign that it counts with."""

    def __init__(self, count, has_signs):
        self._count, self._has_signs = count, has_signs

    def __missing__(self, name):
        code = murmurhash(name.encode("utf-8"))
        place = (2147483647 - (self._count - 1)) % self._count if code == -(1 << 31) else abs(code) % self._count
        self[name] = found = place, -1 if self._has_signs and code < 0 else 1
        return found


def _table(rows, columns, count, dtype):
    """Rows of names and numbers as a table; what falls into one column is added."""
    found, order = np.zeros((len(rows), count), dtype=dtype), []
    for at, row in enumerate(rows):
        sums = {}
        for name, value in row:
            place, sign = columns[name]
            sums[place] = sums.get(place, 0) + sign * value
        order.append(sorted(sums))
        for place, value in sums.items():
            found[at, place] = value
    return found, order


class FeatureHasher(TransformerMixin, BaseEstimator):
    """Names with numbers, as so many columns."""

    def __init__(self, n_features=2**20, *, input_type="dict", dtype=np.float64, alternate_sign=True):
        self.n_features, self.input_type, self.dtype, self.alternate_sign = n_features, input_type, dtype, alternate_sign

    def fit(self, X=None, y=None):
        """Nothing has to be learned."""
        return self

    def fit_transform(self, X, y=None):
        """The table."""
        return self.transform(X)

    def transform(self, raw_X):
        """The table."""
        rows = list(raw_X)
        if self.input_type == "string" and any(isinstance(row, str) for row in rows):
            raise ValueError("Samples can not be a single string. The input must be an iterable over iterables of strings.")
        pairs = [list(row.items()) if self.input_type == "dict" else [(name, 1) for name in row] if self.input_type == "string"
                 else list(row) for row in rows]
        pairs = [[(f"{name}={value}", 1) if isinstance(value, str) else (name, value) for name, value in row] for row in pairs]
        _check_width(self.n_features, len(rows))
        found, order = _table(pairs, _Columns(self.n_features, self.alternate_sign), self.n_features, self.dtype)
        return sparse_of(found, "csr", order=order)


def _check_width(width, count):
    """Tables here keep their zeros, so that very wide ones of many rows have no room."""
    if width * count > 10**8:
        raise NotImplementedError(
            f"a table of {count} rows and n_features={width} is not built into this sklearn, which keeps its zeros; take fewer features"
        )


class HashingVectorizer(TransformerMixin, BaseEstimator):
    """How often words occur in each text, as so many columns, without a list of the words."""

    def __init__(self, *, input="content", encoding="utf-8", decode_error="strict", strip_accents=None, lowercase=True,
                 preprocessor=None, tokenizer=None, stop_words=None, token_pattern=r"(?u)\b\w\w+\b", ngram_range=(1, 1),
                 analyzer="word", n_features=2**20, binary=False, norm="l2", alternate_sign=True, dtype=np.float64):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    build_preprocessor, build_tokenizer = CountVectorizer.build_preprocessor, CountVectorizer.build_tokenizer
    build_analyzer, get_stop_words = CountVectorizer.build_analyzer, CountVectorizer.get_stop_words
    _letters, _words = CountVectorizer._letters, CountVectorizer._words

    def fit(self, X, y=None):
        """Nothing has to be learned."""
        refuse("HashingVectorizer", input=(self.input, "content"))
        return self

    partial_fit = fit

    def fit_transform(self, X, y=None):
        """The table."""
        return self.fit(X, y).transform(X)

    def transform(self, X):
        """The table."""
        from sklearn.preprocessing import normalize

        rows = [[(word, 1) for word in words] for words in self._words(X)]
        _check_width(self.n_features, len(rows))
        found, order = _table(rows, _Columns(self.n_features, self.alternate_sign), self.n_features, self.dtype)
        if self.binary:
            found = (found != 0).astype(self.dtype)
        return sparse_of(found if self.norm is None else normalize(found, self.norm), "csr", order=order)
