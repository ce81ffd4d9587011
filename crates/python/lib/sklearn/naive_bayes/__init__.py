"""Bayes' rule with features that are taken for independent.

What it is not: features that depend on each other. Start reading at `_bayes`.
"""

from sklearn._missing import missing, offered
from sklearn.naive_bayes._bayes import BernoulliNB, GaussianNB, MultinomialNB

_LATER = {"_further": "CategoricalNB ComplementNB"}
__getattr__ = missing("sklearn.naive_bayes", **_LATER)
__all__ = offered(globals(), *_LATER.values())
