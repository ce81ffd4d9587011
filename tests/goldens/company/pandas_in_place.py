# Gaps that are filled in place, the largest of texts, ways of sorting; labels that are missing; a sample beside a distribution.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy import stats
from sklearn.preprocessing import LabelEncoder


def attempt(what):
    try:
        found = what()
        print(found.tolist() if hasattr(found, "tolist") else found)
    except Exception as error:
        print(type(error).__name__, error)


def filled(data, value):
    data.fillna(value, inplace=True)
    return data.values


texts, whole = pd.Series(["a", None]), pd.Series(["a", "b"])
for data, value in (
    (texts, 0), (whole, 0), (texts, "x"), (texts, 1.5), (texts, True), (pd.DataFrame({"a": texts}), 0),
    (pd.DataFrame({"a": whole, "n": [1.0, None]}), 0), (pd.DataFrame({"a": texts, "n": [1.0, None]}), {"n": 2}),
    (pd.Series(["a", None], dtype=object), 0),
):  # fmt: skip
    attempt(lambda: filled(data.copy(), value))
attempt(lambda: texts.fillna(0))
attempt(lambda: pd.Series(["a", None], dtype="category").fillna("b"))
attempt(lambda: whole.nlargest(1))
attempt(lambda: pd.DataFrame({"a": whole}).nlargest(1, "a"))
attempt(lambda: pd.DataFrame({"a": whole, "b": [1, 2]}).nsmallest(1, ["b", "a"]))
numbers = pd.Series([3, 1, 3, 1, 2], index=list("abcde"))
print(numbers.sort_values(kind="stable").index.tolist())
print(numbers.sort_values(ascending=False, kind="mergesort").index.tolist())
frame = pd.DataFrame({"k": [2, 1, 2, 1], "v": list("abcd")})
print(frame.sort_values("k", kind="stable").v.tolist(), frame.sort_values("k", ascending=False, kind="stable").v.tolist())

for labels in (pd.Series(["b", None, "a"]), np.array([2.0, np.nan, 1.0]), ["b", None, "a"]):
    encoder = LabelEncoder()
    print(encoder.fit_transform(labels), encoder.classes_)
attempt(lambda: LabelEncoder().fit(["a", "b"]).transform(["c"]))

sample = np.random.RandomState(0).lognormal(size=9)
(places, values), (slope, intercept, r) = stats.probplot(sample)
print(places.round(4), values.round(4), round(slope, 4), round(intercept, 4), round(r, 4))
fig, ax = plt.subplots()
stats.probplot(sample, plot=ax, rvalue=True)
print(ax.get_title(), ax.get_xlabel(), ax.get_ylabel(), len(ax.lines), ax.texts[0].get_text(), ax.lines[0].get_marker())
