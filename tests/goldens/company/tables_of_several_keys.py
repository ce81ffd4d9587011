"""Counts of several keys with sums, labels that keep their name, and parameters within estimators of one's own."""

from distutils.version import LooseVersion

import numpy as np
import pandas as pd
from each_line import each_line
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV


class Around(ClassifierMixin, BaseEstimator):
    """A classifier around another one."""

    def __init__(self, inner=None, turned=False):
        self.inner, self.turned = inner, turned

    def fit(self, X, y):
        self.classes_, self.inner_ = np.unique(y), clone(self.inner).fit(X, y)
        return self

    def predict(self, X):
        found = self.inner_.predict(X)
        return 1 - found if self.turned else found


table = pd.DataFrame({"team": list("abab") * 2, "won": [1, 0, 0, 1, 1, 1, 0, 0], "home": [0, 0, 0, 1, 1, 0, 1, 1]})
named = pd.Series([1, 2, 3], index=pd.Index(list("xyz"), name="key"), name="v")
X = np.random.RandomState(3).randn(40, 2)
y = (X[:, 0] > 0.2).astype(int)
search = GridSearchCV(Around(LogisticRegression()), {"inner__C": [0.001, 10], "turned": [False, True]}, cv=3)
each_line(
    """
pd.crosstab([table.team, table.won], table.home, margins=True)
pd.crosstab(table.team, [table.won, table.home], margins=True, margins_name="Sum")
named.reindex(["y", "q"])
named.to_frame().reindex(["z", "x"])
named.reindex(pd.Index(["z"], name="other"))
search.fit(X, y).best_params_
Around(LogisticRegression()).set_params(inner__C=5).inner
Around(LogisticRegression()).set_params(inner__nothing=5)
Around(LogisticRegression()).set_params(outer__C=5)
np.core.__name__
LooseVersion("1.10.2") > "1.9"
LooseVersion("2.0rc1").version
""",
    globals(),
)
