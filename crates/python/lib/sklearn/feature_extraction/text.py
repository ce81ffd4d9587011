"""Texts as counts of their words.

What it is not: sparing of memory; a sparse table here keeps its zeros. Start reading at `CountVectorizer`.
"""

from _scalars import INTS
from _kindling_absent import Absent
import re
from itertools import chain

import numpy as np
from numpy._objects import objects
from scipy.sparse import sparse_of
from sklearn._arrays import refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.exceptions import InvalidParameterError


def strip_accents_ascii(s):
    """Letters without accents; those that are no plain ones then are left out."""
    from unicodedata import normalize

    return normalize("NFKD", s).encode("ASCII", "ignore").decode("ASCII")


def strip_accents_unicode(s):
    """Letters without accents."""
    from unicodedata import combining, normalize

    if s.isascii():
        return s
    return "".join(letter for letter in normalize("NFKD", s) if not combining(letter))


class CountVectorizer(TransformerMixin, BaseEstimator):
    """How often each word occurs in each text."""

    _not_fitted = "Vocabulary not fitted or provided"

    def __init__(
        self,
        *,
        input="content",
        encoding="utf-8",
        decode_error="strict",
        strip_accents=None,
        lowercase=True,
        preprocessor=None,
        tokenizer=None,
        stop_words=None,
        token_pattern=r"(?u)\b\w\w+\b",
        ngram_range=(1, 1),
        analyzer="word",
        max_df=1.0,
        min_df=1,
        max_features=None,
        vocabulary=None,
        binary=False,
        dtype=np.int64,
    ):
        self.input, self.encoding, self.decode_error, self.strip_accents = input, encoding, decode_error, strip_accents
        self.lowercase, self.preprocessor, self.tokenizer, self.stop_words = (
            lowercase,
            preprocessor,
            tokenizer,
            stop_words,
        )
        self.token_pattern, self.ngram_range, self.analyzer = token_pattern, ngram_range, analyzer
        self.max_df, self.min_df, self.max_features = max_df, min_df, max_features
        self.vocabulary, self.binary, self.dtype = vocabulary, binary, dtype

    def _check(self):
        # Texts are texts already: `encoding` and `decode_error` are for files.
        refuse(
            type(self).__name__,
            input=(self.input, "content"),
        )
        self.get_stop_words()

    def get_stop_words(self):
        """The words that are left out."""
        if not isinstance(self.stop_words, str):
            return None if self.stop_words is None else frozenset(self.stop_words)
        if self.stop_words != "english":
            raise InvalidParameterError(
                f"The 'stop_words' parameter of {type(self).__name__} must be a str among {{'english'}}, an instance of 'list' or None. "
                f"Got {self.stop_words!r} instead."
            )
        from sklearn.feature_extraction._stop_words import ENGLISH_STOP_WORDS

        return ENGLISH_STOP_WORDS

    def build_preprocessor(self):
        """The function that makes a text ready: small letters, without accents if that is wanted."""
        if self.preprocessor is not None:
            return self.preprocessor
        strip = {None: None, "ascii": strip_accents_ascii, "unicode": strip_accents_unicode}.get(self.strip_accents, self.strip_accents)

        def prepare(text):
            text = text.lower() if self.lowercase else text
            return text if strip is None else strip(text)

        return prepare

    def build_tokenizer(self):
        """The function from a text to its words."""
        return self.tokenizer or re.compile(self.token_pattern).findall

    def _letters(self, text):
        """Runs of letters, of the whole text or of each word."""
        (least, most), found = self.ngram_range, []
        if self.analyzer == "char":
            text = re.sub(r"\s\s+", " ", text)
            for size in range(least, min(most, len(text)) + 1):
                found += [text[at : at + size] for at in range(len(text) - size + 1)]
            return found
        for word in re.sub(r"\s\s+", " ", text).split():
            word = f" {word} "
            for size in range(least, most + 1):
                found.append(word[:size])
                found += [word[at : at + size] for at in range(1, len(word) - size + 1)]
                if size >= len(word):
                    break
        return found

    def build_analyzer(self):
        """The function from a text to its words, or to runs of them."""
        if callable(self.analyzer):
            return self.analyzer
        prepare, find = self.build_preprocessor(), self.build_tokenizer()
        left_out, (least, most) = self.get_stop_words() or frozenset(), self.ngram_range

        def analyze(text):
            text = prepare(text)
            if self.analyzer != "word":
                return self._letters(text)
            words = [word for word in find(text) if word not in left_out]
            if most == 1:
                return words
            runs = [words] if least == 1 else []
            for size in range(max(least, 2), most + 1):
                runs.append([" ".join(words[at : at + size]) for at in range(len(words) - size + 1)])
            return list(chain(*runs))

        return analyze

    def _words(self, raw_documents):
        if isinstance(raw_documents, str):
            raise ValueError("Iterable over raw text documents expected, string object received.")
        analyze = self.build_analyzer()
        return [analyze(text) for text in raw_documents]

    def fit(self, raw_documents, y=None):
        """The words that there are."""
        self.fit_transform(raw_documents, y)
        return self

    def fit_transform(self, raw_documents, y=None):
        """The words that there are, and how often each occurs."""
        self._check()
        texts = self._words(raw_documents)
        if self.vocabulary is not None:
            words = list(self.vocabulary)
            self.vocabulary_ = (
                dict(self.vocabulary) if isinstance(self.vocabulary, dict) else {w: at for at, w in enumerate(words)}
            )
            return self._counted(texts)
        places = {word: at for at, word in enumerate(self._chosen(texts))}
        # In the order in which the words were met.
        self.vocabulary_ = {word: places[word] for word in dict.fromkeys(chain(*texts)) if word in places}
        return self._counted(texts, True)

    def _chosen(self, texts):
        """The words that occur in enough texts and not in too many, in the order of the alphabet."""
        found = sorted(set(chain(*texts)))
        if not found:
            raise ValueError("empty vocabulary; perhaps the documents only contain stop words")
        count, in_texts = len(texts), {}
        for text in texts:
            for word in set(text):
                in_texts[word] = in_texts.get(word, 0) + 1
        least = self.min_df if isinstance(self.min_df, INTS) else self.min_df * count
        most = self.max_df if isinstance(self.max_df, INTS) else self.max_df * count
        found = [word for word in found if least <= in_texts[word] <= most]
        if self.max_features is not None and len(found) > self.max_features:
            often = {}
            for word in chain(*texts):
                often[word] = often.get(word, 0) + 1
            found = sorted(sorted(found, key=lambda word: -often[word])[: self.max_features])
        if not found:
            raise ValueError("After pruning, no terms remain. Try a lower min_df or a higher max_df.")
        return found

    def _counted(self, texts, is_fresh=False):
        # Values are kept in the order of the columns; when words have just been found, in that in which they were met.
        places, order, width = [], [], len(self.vocabulary_)
        rank = {place: at for at, place in enumerate(self.vocabulary_.values())} if is_fresh else {}
        for at, text in enumerate(texts):
            known = [self.vocabulary_[word] for word in text if word in self.vocabulary_]
            order.append(sorted(set(known), key=rank.get if is_fresh else None))
            places += [at * width + place for place in (order[-1] if self.binary else known)]
        counts = np.bincount(np.array(places, dtype=np.int64), minlength=len(texts) * width)
        table = counts.reshape(len(texts), width).astype(self.dtype)
        return sparse_of(table, "csr", order=order)

    def transform(self, raw_documents):
        """How often each word that is known occurs."""
        self._check_vocabulary()
        return self._counted(self._words(raw_documents))

    def _check_vocabulary(self):
        if "vocabulary_" not in self.__dict__:
            from sklearn.exceptions import NotFittedError

            raise NotFittedError(self._not_fitted)

    def get_feature_names_out(self, input_features=None):
        """The words, a column each."""
        # Words are what they are, whatever columns are called.
        del input_features
        self._check_vocabulary()
        return objects([word for word, _ in sorted(self.vocabulary_.items(), key=lambda item: item[1])])

    def inverse_transform(self, X):
        """The words of each row."""
        names = self.get_feature_names_out().tolist()
        rows = (X.toarray() if hasattr(X, "toarray") else np.asarray(X)).tolist()
        return [objects([name for name, value in zip(names, row) if value]) for row in rows]


class TfidfVectorizer(CountVectorizer):
    """The same, each word counting the less the more texts it occurs in, and each row made of one length."""

    _not_fitted = "The TF-IDF vectorizer is not fitted"

    def __init__(
        self,
        *,
        input="content",
        encoding="utf-8",
        decode_error="strict",
        strip_accents=None,
        lowercase=True,
        preprocessor=None,
        tokenizer=None,
        analyzer="word",
        stop_words=None,
        token_pattern=r"(?u)\b\w\w+\b",
        ngram_range=(1, 1),
        max_df=1.0,
        min_df=1,
        max_features=None,
        vocabulary=None,
        binary=False,
        dtype=np.float64,
        norm="l2",
        use_idf=True,
        smooth_idf=True,
        sublinear_tf=False,
    ):
        super().__init__(
            input=input, encoding=encoding, decode_error=decode_error, strip_accents=strip_accents, lowercase=lowercase,
            preprocessor=preprocessor, tokenizer=tokenizer, analyzer=analyzer, stop_words=stop_words,
            token_pattern=token_pattern, ngram_range=ngram_range, max_df=max_df, min_df=min_df, max_features=max_features,
            vocabulary=vocabulary, binary=binary, dtype=dtype,
        )  # fmt: skip
        self.norm, self.use_idf, self.smooth_idf, self.sublinear_tf = norm, use_idf, smooth_idf, sublinear_tf

    def fit_transform(self, raw_documents, y=None):
        """The words with their weights, and the weighted rows."""
        found = super().fit_transform(raw_documents, y)
        self.idf_ = _rarity(_dense(found), self.smooth_idf)
        return self._weighted(found)

    def transform(self, raw_documents):
        """The weighted rows of other texts."""
        return self._weighted(super().transform(raw_documents))

    def _weighted(self, found):
        return sparse_of(_weighted(self, _dense(found)).astype(self.dtype), "csr", order=found._order)


class TfidfTransformer(TransformerMixin, BaseEstimator):
    """Counts of words as weights: less of those that are in many texts."""

    def __init__(self, *, norm="l2", use_idf=True, smooth_idf=True, sublinear_tf=False):
        self.norm, self.use_idf, self.smooth_idf, self.sublinear_tf = norm, use_idf, smooth_idf, sublinear_tf

    def fit(self, X, y=None):
        """How rare each word is."""
        counts = _dense(X)
        self.n_features_in_ = counts.shape[1]
        if self.use_idf:
            self.idf_ = _rarity(counts, self.smooth_idf)
        return self

    def transform(self, X, copy=True):
        """The weights of counts."""
        self._check_fitted()
        counts = _dense(X)
        self._check_features(counts)
        return sparse_of(_weighted(self, counts), "csr")

    def get_feature_names_out(self, input_features=None):
        """The words, or the columns' numbers."""
        return objects(known_names(self, input_features))


def _dense(table):
    counts = table.toarray() if hasattr(table, "toarray") else np.asarray(table)
    return counts if counts.dtype == np.float32 else counts.astype(np.float64)


def _rarity(counts, is_smooth):
    extra = int(is_smooth)
    return np.log((len(counts) + extra) / ((counts > 0).sum(axis=0).astype(np.float64) + extra)) + 1.0


def _weighted(how, counts):
    from sklearn.preprocessing import normalize

    if how.sublinear_tf:
        counts = np.where(counts > 0, np.log(np.maximum(counts, 1.0)) + 1.0, counts)
    counts = counts * how.idf_ if how.use_idf else counts
    return counts if how.norm is None else normalize(counts, how.norm)


__all__ = [
    "CountVectorizer", "ENGLISH_STOP_WORDS", "TfidfTransformer", "TfidfVectorizer", "strip_accents_ascii", "strip_accents_unicode",
]  # fmt: skip


def __getattr__(name):
    if name == "ENGLISH_STOP_WORDS":
        from sklearn.feature_extraction._stop_words import ENGLISH_STOP_WORDS

        return ENGLISH_STOP_WORDS
    if name == "HashingVectorizer":
        return Absent(f"sklearn.feature_extraction.text.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.feature_extraction.text' has no attribute '{name}'")
