"""`ExtraTreeClassifier` and `ExtraTreeRegressor`: trees whose thresholds are drawn.

What it is not: many of them, which are `sklearn.ensemble`'s. Start reading at `ExtraTreeClassifier`.
"""

from sklearn.tree._estimators import DecisionTreeClassifier, DecisionTreeRegressor


class ExtraTreeClassifier(DecisionTreeClassifier):
    """Leaves with classes; of the drawn splits the best is taken."""

    def __init__(self, *, criterion="gini", splitter="random", max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features="sqrt", random_state=None, max_leaf_nodes=None,
                 min_impurity_decrease=0.0, class_weight=None, ccp_alpha=0.0, monotonic_cst=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})


class ExtraTreeRegressor(DecisionTreeRegressor):
    """Leaves with numbers; of the drawn splits the best is taken."""

    def __init__(self, *, criterion="squared_error", splitter="random", max_depth=None, min_samples_split=2, min_samples_leaf=1,
                 min_weight_fraction_leaf=0.0, max_features=1.0, random_state=None, min_impurity_decrease=0.0,
                 max_leaf_nodes=None, ccp_alpha=0.0, monotonic_cst=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})
