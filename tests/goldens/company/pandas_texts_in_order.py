"""Rows in the order of texts: equals lie as a quicksort leaves them, unless a stable way is asked for."""
import pandas as pd

words = ["oak", "elm", "ash", "fir", "yew"]
trees = pd.DataFrame({"tree": [words[at * at % 7 % 5] for at in range(45)], "at": range(45)})
print(trees.sort_values("tree")["at"].tolist(), trees.sort_values("tree", ascending=False)["at"].tolist())
print(trees.sort_values("tree", kind="stable")["at"].tolist(), trees.sort_values(["tree", "at"])["at"].tolist())
print(trees.tree.sort_values().index.tolist(), trees.set_index("tree").sort_index()["at"].tolist())
print(trees.set_index("tree").sort_index(ascending=False)["at"].tolist(), trees[:16].sort_values("tree")["at"].tolist())
trees.loc[::6, "tree"] = None
print(trees.sort_values("tree", na_position="first")["at"].tolist())
