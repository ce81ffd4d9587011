"""Columns of several levels laid below each other and back, levels dropped, and totals of several keys."""
import numpy as np
import pandas as pd
from each_line import each_line

town = {("Graz", "Ida"): {("body", "height"): 171, ("life", "sport"): "chess"},
        ("Graz", "Otto"): {("body", "height"): 184, ("life", "sport"): "golf"},
        ("Graz", "Vera"): {("body", "height"): 166, ("body", "weight"): 61.5}}
people = pd.DataFrame(town).T
marks = pd.DataFrame({"who": list("ppqqrr"), "term": ["spring", "fall"] * 3, "mark": [7.0, 8, 9, 6, 5, 10],
                      "extra": [0, np.nan, 1, 2, 3, 0]})
each_line("""
people
people.columns.droplevel(0)
people.index.droplevel("nothing")
pd.Index([1, 2]).droplevel(0)
people.stack()
people.stack(0)
people.stack([0, 1])
people.stack().unstack()
people["body"].unstack(level=0)
people["body"].unstack().unstack()
people["body"].unstack().unstack().unstack(level=(0, 1))
pd.Series([1, 2], index=["a", "a"]).unstack()
pd.pivot_table(marks, index="who", columns="term", values="mark", margins=True)
pd.pivot_table(marks, index=["who", "term"], margins=True)
pd.pivot_table(marks, index="who", columns="term", margins=True, aggfunc="sum")
marks.pivot_table(index="who", values=["mark", "extra"], margins=True, aggfunc={"mark": "max", "extra": "sum"})
marks.pivot_table(index="who")
pd.DataFrame({"a": [1, 2]}, columns=["a", "b"]).dtypes
pd.DataFrame({"a": [1, 2]}, columns=["b"])
pd.DataFrame(np.array([[1, "x"], [2, "y"]], dtype=object)).dtypes
pd.DataFrame(np.ma.masked_greater(np.arange(6).reshape(3, 2), 4))
str(type(marks.groupby("who"))), str(type(marks.mark.rolling(2)))
marks.mark.rolling(3, min_periods=1), marks.mark.expanding(), marks.mark.ewm(span=3)
marks.groupby("who").mark.rolling(2)
""", globals())
