"""Many categories, and many values of them: the first and the last are shown, in lines as wide as a screen."""
import pandas as pd

print(pd.cut(range(1, 12), 3), pd.cut(range(1, 11), 3), sep="\n")
print(pd.cut([3, 9, 5, 21, 14, 2, 7, 30, 11, 6, 25], [0, 10, 20, 40], right=False))
print(pd.Categorical(list("hgfedcba")), pd.Categorical(list("ihgfedcba")), pd.Categorical(list("abcdefghijk")), sep="\n")
print(pd.Categorical([3, 1, 2] * 10), pd.Categorical(["low", None] * 8, ordered=True), pd.Categorical([]), sep="\n")
print(pd.Categorical([f"a rather long name {at}" for at in range(12)], ordered=True))
print(pd.Series([f"name {at}" for at in range(10)], dtype="category").dtype.categories.tolist()[:2])
print(pd.Series(list("ihgfedcba"), dtype="category"))
print(pd.qcut(range(100), [0, 0.1, 0.5, 0.9, 1]).value_counts())
some = pd.Categorical(["b", None, "a", "a"], categories=list("cab"))
print(some.value_counts(), some.value_counts(dropna=False), type(some), type(some.dtype), sep="\n")
