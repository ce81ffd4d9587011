"""Ways to read tables: engines by name, separators that are patterns, footers; and the dtype of texts with `NA`."""
import io
import warnings

import pandas as pd


def read(text, **settings):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            print(pd.read_csv(io.StringIO(text), **settings))
        except ValueError as fault:
            print(type(fault).__name__, fault)
    for one in told:
        print(one.category.__name__, one.message)


read("id::name\n1::Ida\n2::Bo\n", sep="::", engine="python")
read("id::name\n1::Ida\n2::Bo\n", sep="::")
read("id::name\n1::Ida\n2::Bo\n", sep="::", engine="c")
read("a;b|c\n1;2|3\n4|5;6\n", sep="[;|]", engine="python")
read("a,b\n1,2\n3,4\n", engine="c")
read("a,b\n1,2\n3,4\n", engine="fast")
read("a,b\n1,2\n3,4\ntotal,6\n", engine="python", skipfooter=1)
read("a,b\n1,2\n3,4\n", skipfooter=1)
read('mpg name\n18.0 "amc rebel"\n  15.5   "buick ""sky"" lark"\n', sep=r"\s+")
texts = pd.Series(["one", None, "three"], dtype=pd.StringDtype())
print(texts, texts.str.len(), pd.Series(["a"]).astype(pd.StringDtype()).dtype, pd.DataFrame({"a": ["x"]}).astype({"a": "string"}).dtypes, sep="\n")
print(pd.Series(["a"]).dtype == pd.StringDtype(), texts.dtype == pd.StringDtype(), texts.dtype == "string", hasattr(pd, "value_counts"))
counts = pd.DataFrame({"key": ["a", "b"], "a total": pd.array([10, None], dtype="Int64"), "f": pd.array([1.5, None], dtype="Float64")})
print(counts, counts.groupby("key").sum(), sep="\n")
