"""Decision trees: questions about one feature at a time.

What it is not: many trees together, which are `sklearn.ensemble`. Start reading at `_estimators`.
"""

from _kindling_absent import Absent
from sklearn._missing import offered
from sklearn.tree._estimators import DecisionTreeClassifier, DecisionTreeRegressor
from sklearn.tree._text import export_text

__all__ = offered(globals(), "ExtraTreeClassifier ExtraTreeRegressor export_graphviz plot_tree")


def __getattr__(name):
    if name == "plot_tree":
        from sklearn.tree._picture import plot_tree

        return plot_tree
    if name == "export_graphviz":
        from sklearn.tree._graphviz import export_graphviz

        return export_graphviz
    if name in ("ExtraTreeClassifier", "ExtraTreeRegressor"):
        return getattr(__import__("sklearn.tree._extra", fromlist=(name,)), name)
    if name == "BaseDecisionTree":
        return Absent(f"sklearn.tree.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.tree' has no attribute '{name}'")
