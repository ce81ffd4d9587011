# What notebooks ask of tables beside the values: kinds, plots of all columns, and what is said of what is not there.
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from pandas.api.types import is_numeric_dtype, is_string_dtype
from pandas.plotting import scatter_matrix

numbers = pd.Series([1, 3, 2])
print(repr(numbers.idxmax()), repr(pd.Series([1, 3], index=[5, 6]).idxmax()), repr(pd.RangeIndex(3)[-1]))
frame = pd.DataFrame({"a": [1, 2], "b": ["x", None]})
empty = pd.DataFrame({"a": [None, None], "b": [1, None]}, dtype=object)
print([str(kind) for kind in [*empty.fillna(0).dtypes, *frame.fillna(pd.Series({"b": "q"})).dtypes]])
print(is_numeric_dtype(frame.a), is_numeric_dtype(frame["b"]), is_string_dtype(frame.b), is_numeric_dtype(np.float32))
groups = pd.DataFrame({"k": [1, 1, 2], "v": [1.0, 2, 3]})
print(groups.groupby("k").agg(m=pd.NamedAgg(column="v", aggfunc="mean"), n=("v", "count")))
many = pd.DataFrame(np.arange(50.0).reshape(5, 10), columns=list("abcdefghij"))
print(many.hist().shape, many.plot(subplots=True, layout=(5, 2)).shape, repr(plt.subplots(1, 2)[1]))
print(scatter_matrix(many[["a", "b"]]).shape)
frame.query("a > 1", inplace=True)
print(frame)
for call in (
    lambda: numbers.str, lambda: pd.Series([1.5]).str.upper(), lambda: pd.concat([1, 2]), lambda: groups.set_index("zz"),
    lambda: groups.query("zz > 1"), lambda: groups.query("@q > 1"), lambda: groups.iloc["a"],
    lambda: groups.pivot(index="k", columns="v", values="zz"),
):  # fmt: skip
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

axes = pd.DataFrame({"loss": [1, 0.5], "acc": [0.5, 0.7]}).plot(xlabel="epoch", secondary_y=["acc"], style=["-", ":"])
print(axes.get_xlabel(), len(axes.figure.axes), [line.get_label() for line in axes.lines])
