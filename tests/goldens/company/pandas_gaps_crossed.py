"""Gaps crossed along rows, on curves and within limits; labels as numpy takes them; floats as labels."""
import numpy as np
import pandas as pd
from each_line import each_line
from scipy.interpolate import interp1d

table = pd.DataFrame([[1.0, np.nan, 5], [np.nan, 2, np.nan], [4, 8, 2]], columns=list("abc"))
line = pd.Series([np.nan, 1, np.nan, np.nan, np.nan, 9, np.nan])
hours = pd.Series([0.0, 1, 8, 27, 64], index=pd.date_range("2022-05-01", periods=5, freq="h"))
labels, words, days = pd.Index([3, 5, 6]), pd.Index(list("xyz")), pd.date_range("2022-05-01", periods=2)
each_line("""
table.interpolate(axis=1)
table.ffill(axis=1)
table.bfill(axis="columns")
table.rank(axis=1)
line.interpolate(limit=1).tolist()
line.interpolate(limit_direction="backward").tolist()
line.interpolate(limit_direction="both", limit=1).tolist()
line.interpolate(limit_area="inside").tolist()
line.interpolate(limit_direction="sideways")
line.interpolate("wave")
line.interpolate("polynomial")
hours.resample("30min").interpolate(method="cubic").round(6)
hours.resample("30min").interpolate("nearest").tolist()
hours.resample("30min").interpolate("quadratic").round(6).tolist()
[interp1d(range(7), [0, 1, 4, 2, 5, 3, 1], kind=kind)([0.4, 2.5, 5.9]).round(6).tolist() for kind in ("zero", "slinear", 2, 4, 5)]
hours.resample("30min").mean().interpolate("time").tolist()
np.asarray(labels), np.array(pd.RangeIndex(3)), np.array(words), np.array(days)
np.sqrt(labels), np.mean(labels), np.unique(words), np.isin(labels, [5])
np.random.default_rng(0).permutation(labels), np.random.default_rng(0).choice(pd.RangeIndex(9), 3)
np.arange(10)[labels], np.concatenate([labels, [1]]), np.array([labels, labels]).shape
pd.Index([0.1, 0.25, 1 / 3]), pd.Index([1e10, 1e-10]), pd.Index([np.nan, 1.5])
pd.IndexSlice[1:3, "a"]
""", globals())
