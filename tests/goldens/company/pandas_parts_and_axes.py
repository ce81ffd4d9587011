import io

import numpy as np
import pandas as pd

from each_line import each_line

text = "day,a,b\n2024-01-01,1,x\n2024-01-02,,y\n2024-01-03,3,z\n"
bad = "a,b\n1,2\n3,4,5\n6,7\nend,\n"
table = pd.DataFrame({"p": [1.0, 4.0, 2.0], "q": [3, 1, 2], "r": [2.5, 2.5, 9.0]}, index=list("uvw"))
days = pd.Series(range(7), index=pd.date_range("2024-01-05", periods=7))
gaps = pd.DataFrame({"k": ["x", None, "y"], "d": pd.to_datetime(["2024-01-01", None, "2024-02-01"]), "f": [1.5, np.nan, 2.0], "n": [1, 2, 3]})
wide = pd.DataFrame({"g": list("abab"), "h": list("xxyy"), "v": [1.0, 2.0, 3.0, 4.0]}).pivot_table("v", "g", "h")
each_line(
    """
[(len(part), part.index.tolist(), str(part["a"].dtype)) for part in pd.read_csv(io.StringIO(text), chunksize=2)]
pd.read_csv(io.StringIO(text), iterator=True).get_chunk(1)
pd.read_csv(io.StringIO(bad), on_bad_lines="skip", skipfooter=1, engine="python")
pd.read_csv(io.StringIO(text), converters={"b": str.upper}, low_memory=False)["b"].tolist()
table.shift(1, axis=1)
table.diff(axis=1)
table.cumsum(axis=1)
table.nunique(axis=1).tolist(), table.quantile(0.5, axis=1).tolist()
table.sort_values("v", axis=1)
table.apply(lambda row: [row.p, row.q + row.r], axis=1, result_type="expand")
table.sample(2, weights="q", random_state=1)
table.to_string(columns=["r", "p"], float_format="%.1f")
pd.to_timedelta(np.arange(3), unit="D"), pd.to_timedelta(["1 day", "?"], errors="coerce")
days.groupby(pd.Grouper(freq="3D")).sum()
days.index.isocalendar().head(2)
gaps.groupby(["k", "n"], dropna=False).size()
gaps.groupby(["d", "n"], dropna=False).size()
gaps.set_index(["f", "n"])
wide.rename_axis(None, axis=1).reset_index()
wide.rename_axis(index="G", columns=str.upper)
gaps.groupby("n")["f"].agg(low="min", high=lambda values: values.max())
gaps.groupby("n")["f"].apply(lambda values: values.describe()).unstack().round(1)
gaps.groupby("n")["f"].expanding().sum()
pd.concat([days.head(2), days.tail(1)], keys=["z", "a"]).index.get_level_values(0)
pd.DataFrame({"v": [1 / 3, 2.0]}).to_json(), pd.DataFrame({"v": [1 / 3]}).to_json(double_precision=3)
pd.json_normalize([{"id": 7, "rows": [{"p": 1}, {"p": 2}]}], "rows", ["id"]).dtypes
pd.Series([["a", "b"], ["c"]]).explode().dtype == "str"
pd.Index(range(0, 30, 3), name="steps")
pd.Index([1.5], name="x" * 60)
""",
    globals(),
)
