"""`LatentDirichletAllocation`: texts as mixtures of topics, and topics as mixtures of words.

What it is not: exact; chances are bounded. Source: M. Hoffman, D. Blei, F. Bach, Online Learning for Latent Dirichlet Allocation,
2010. Start reading at `LatentDirichletAllocation`.
"""

import numpy as np
from numpy._objects import objects
from scipy.special import gammaln, psi
from sklearn._arrays import check_random_state, check_words, matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin


def _expected(table):
    """The means of the logarithms of shares, row by row."""
    return psi(table) - psi(table.sum(axis=1)).reshape(-1, 1)


class LatentDirichletAllocation(TransformerMixin, BaseEstimator):
    """Topics that are found from how often words stand in texts."""

    def __init__(self, n_components=10, *, doc_topic_prior=None, topic_word_prior=None, learning_method="batch", learning_decay=0.7,
                 learning_offset=10.0, max_iter=10, batch_size=128, evaluate_every=-1, total_samples=1e6, perp_tol=0.1,
                 mean_change_tol=1e-3, max_doc_update_iter=100, n_jobs=None, verbose=0, random_state=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _counts(self, X, name):
        X = matrix(X.toarray() if hasattr(X, "toarray") else X, "LatentDirichletAllocation").astype(float)
        if bool((X < 0).any()):
            raise ValueError(f"Negative values in data passed to LatentDirichletAllocation.{name}.")
        return X

    def _begin(self, X):
        check_words("LatentDirichletAllocation", ("batch", "online"), learning_method=self.learning_method)
        refuse("LatentDirichletAllocation", verbose=(self.verbose, 0))
        self.random_state_, self.n_batch_iter_, self.n_iter_ = check_random_state(self.random_state), 1, 0
        self.doc_topic_prior_ = 1.0 / self.n_components if self.doc_topic_prior is None else self.doc_topic_prior
        self.topic_word_prior_ = 1.0 / self.n_components if self.topic_word_prior is None else self.topic_word_prior
        self.n_features_in_ = X.shape[1]
        self.components_ = self.random_state_.gamma(100.0, 0.01, (self.n_components, X.shape[1]))
        self.exp_dirichlet_component_ = np.exp(_expected(self.components_))

    def _mixtures(self, X, generator=None, is_learning=False):
        """The topics of each text, and how often each topic has each word."""
        size = len(X), self.n_components
        found = np.ones(size) if generator is None else generator.gamma(100.0, 0.01, size)
        starts, words, sums = np.exp(_expected(found)), self.exp_dirichlet_component_, np.zeros(self.components_.shape)
        for at, row in enumerate(X):
            places = np.nonzero(row)[0]
            often, own, start, mixture = row[places], words[:, places], starts[at], found[at]
            for _ in range(self.max_doc_update_iter):
                last = mixture
                mixture = start * ((often / (start @ own + 2.0**-52)) @ own.T) + self.doc_topic_prior_
                start = np.exp(psi(mixture) - psi(mixture.sum()))
                if float(np.abs(last - mixture).mean()) < self.mean_change_tol:
                    break
            found[at] = mixture
            if is_learning:
                sums[:, places] += np.outer(start, often / (start @ own + 2.0**-52))
        return found, sums * words

    def _step(self, X, total, is_whole):
        _, sums = self._mixtures(X, self.random_state_, True)
        if is_whole:
            self.components_ = self.topic_word_prior_ + sums
        else:
            weight = (self.learning_offset + self.n_batch_iter_) ** -self.learning_decay
            self.components_ = self.components_ * (1 - weight) + weight * (self.topic_word_prior_ + float(total) / len(X) * sums)
        self.exp_dirichlet_component_ = np.exp(_expected(self.components_))
        self.n_batch_iter_ += 1

    def _batches(self, X):
        return (X[at : at + self.batch_size] for at in range(0, len(X), self.batch_size))

    def fit(self, X, y=None):
        """The topics."""
        X, last = self._counts(X, "fit"), None
        self._begin(X)
        for turn in range(self.max_iter):
            if self.learning_method == "online":
                for part in self._batches(X):
                    self._step(part, len(X), False)
            else:
                self._step(X, len(X), True)
            if self.evaluate_every > 0 and (turn + 1) % self.evaluate_every == 0:
                bound = self._perplexity(X, self._mixtures(X)[0])
                if last and abs(last - bound) < self.perp_tol:
                    break
                last = bound
            self.n_iter_ += 1
        self.bound_ = self._perplexity(X, self._mixtures(X)[0])
        return self

    def partial_fit(self, X, y=None):
        """Learns from some more texts."""
        if "components_" not in self.__dict__:
            self._begin(self._counts(X, "partial_fit"))
        for part in self._batches(self._counts(X, "partial_fit")):
            self._step(part, self.total_samples, False)
        return self

    def transform(self, X, *, normalize=True):
        """The share of each topic in each text."""
        self._check_fitted()
        found = self._mixtures(self._counts(X, "transform"))[0]
        return found / found.sum(axis=1).reshape(-1, 1) if normalize else found

    def fit_transform(self, X, y=None, *, normalize=True):
        """The same of the texts that were learned from."""
        return self.fit(X).transform(X, normalize=normalize)

    def _bound(self, X, mixtures):
        """What the logarithm of the chance of all texts is at least."""
        shares, words = _expected(mixtures), _expected(self.components_)
        total = 0.0
        for at, row in enumerate(X):
            places = np.nonzero(row)[0]
            told = shares[at].reshape(-1, 1) + words[:, places]
            high = told.max(axis=0) if len(places) else 0.0
            total += float(row[places] @ (np.log(np.exp(told - high).sum(axis=0)) + high)) if len(places) else 0.0
        for prior, table, means in ((self.doc_topic_prior_, mixtures, shares), (self.topic_word_prior_, self.components_, words)):
            prior, size = np.float64(prior), table.shape[1]
            total += ((prior - table) * means).sum() + (gammaln(table) - gammaln(prior)).sum()
            total += (gammaln(prior * size) - gammaln(table.sum(axis=1))).sum()
        return total

    def _perplexity(self, X, mixtures):
        return np.exp(-1.0 * self._bound(X, mixtures) / X.sum())

    def score(self, X, y=None):
        """What the logarithm of the chance of texts is at least."""
        self._check_fitted()
        X = self._counts(X, "score")
        return self._bound(X, self._mixtures(X)[0])

    def perplexity(self, X, sub_sampling=False):
        """By how many words each word could be replaced, as it were."""
        refuse("LatentDirichletAllocation.perplexity", sub_sampling=(sub_sampling, False))
        self._check_fitted()
        X = self._counts(X, "perplexity")
        return self._perplexity(X, self._mixtures(X)[0])

    def get_feature_names_out(self, input_features=None):
        """The names of the topics."""
        return objects(f"latentdirichletallocation{at}" for at in range(len(self.components_)))
