# Reading, missing values, duplicates, kinds and writing.
import io
import numpy as np
import pandas as pd

pd.set_option("display.max_columns", 20)
text = '''PassengerId,Survived,Pclass,Name,Sex,Age,Fare,Embarked
1,0,3,"Braund, Mr. Owen Harris",male,22,7.25,S
2,1,1,"Cumings, Mrs. John ""Flo""",female,38,71.2833,C
3,1,3,"Heikkinen, Miss. Laina",female,26,7.925,S
4,1,1,"Futrelle, Mrs. Jacques",female,,53.1,
5,0,3,"Allen, Mr. William Henry",male,35,8.05,S
6,0,3,"Moran, Mr. James",male,,8.4583,Q
'''
df = pd.read_csv(io.StringIO(text))
print(df)
df.info()
print(df.isnull().sum(), df.isnull().values.any(), df["Age"].isna().tolist(), df.notnull().all(), sep="\n")
print(df.dropna(), df.dropna(subset=["Age"]).shape, df.dropna(axis=1).columns.tolist(), df.dropna(how="all").shape, df.dropna(thresh=8).index, sep="\n")
df["Age"] = df["Age"].fillna(df["Age"].median())
df["Embarked"] = df["Embarked"].fillna(df["Embarked"].mode()[0])
print(df[["Age", "Embarked"]], df.fillna({"Age": 0}).shape)
df["Sex"] = df["Sex"].map({"male": 0, "female": 1})
df["FareBand"] = df["Fare"].apply(lambda fare: "low" if fare < 10 else "high")
df["Title"] = df["Name"].str.extract(r" ([A-Za-z]+)\.", expand=False)
print(df.drop(["Name", "PassengerId"], axis=1))
print(df["Title"].value_counts(), df.dtypes, sep="\n")
df.drop(columns=["Name"], inplace=True)
df.rename(columns=str.lower, inplace=True)
df.reset_index(drop=True, inplace=True)
print(df.columns.tolist(), df["fare"].replace(8.05, 8).tolist(), df.replace({"fareband": {"low": 0, "high": 1}})["fareband"].tolist())
print(df.to_csv(index=False))
print(repr(df[["age", "fare"]].head(2).to_csv()), df[["age", "fare"]].head(2).to_csv(sep=";", float_format="%.1f"))
df.to_csv("out.csv", index=False)
again = pd.read_csv("out.csv")
print(again.equals(df), again.shape)
print(pd.read_csv("out.csv", usecols=["age", "fare"], nrows=2), pd.read_csv("out.csv", index_col="passengerid").head(2), sep="\n")
print(pd.read_csv(io.StringIO("1;2,5\n3;x\n"), sep=";", header=None, names=["a", "b"], decimal=","))
print(pd.read_csv(io.StringIO("# note\na b\n1 2\n3 ?\n"), sep=r"\s+", comment="#", na_values="?"))
print(pd.read_csv(io.StringIO("a,b\n1,True\n2,False\n")).dtypes, pd.read_csv(io.StringIO("a,b\n1,\n2,NA\n")), pd.read_csv(io.StringIO("a,a,\n1,2,3\n")), pd.read_csv(io.StringIO("x,y\nr1,1,2\nr2,3,4\n")), sep="\n")
print(pd.read_csv(io.StringIO("id,v\n007,1\n"), dtype={"id": str}), pd.read_csv(io.StringIO("skip\na,b\n1,2\n\n3,4\n"), skiprows=1), pd.read_csv(io.StringIO('a,b\n"1,000",x\n'), thousands=","), sep="\n")
dup = pd.DataFrame({"k": ["a", "b", "a", "a"], "v": [1, 2, 1, 3]})
print(dup.duplicated().tolist(), dup.drop_duplicates(), dup.drop_duplicates(subset="k", keep="last"), dup["k"].drop_duplicates().tolist(), sep="\n")
print(pd.Series(["1", "2.5", "x"]).pipe(pd.to_numeric, errors="coerce"), pd.Series(["1", "2"]).astype(int), pd.Series([1.0, 2.0]).astype("int64"), pd.factorize(pd.Series(["b", "a", "b"])), sep="\n")
print(pd.Series([1, None, 3]).fillna(0).astype(int).tolist(), pd.Series([3, 1, None, 2]).sort_values().tolist(), pd.Series([3, 1, None]).count(), pd.isna(None), pd.isnull(np.nan), pd.notna(3))
print(df.to_dict(orient="records")[0], pd.DataFrame({"a": [1, 2]}).to_dict(), pd.Series({"x": 1}).to_dict(), df[["sex", "age"]].head(2).to_dict("list"))
frame = pd.DataFrame({"a": [1.0, np.nan], "b": [np.nan, 2.0]})
print(frame.sum(), frame.mean(axis=1), frame.sum(axis=1, skipna=False), frame["a"].sum(), frame.isna().sum().sum(), frame.where(frame > 1, 0), sep="\n")
for wrong in (lambda: pd.read_csv("nowhere.csv"), lambda: pd.read_csv(io.StringIO("")), lambda: pd.read_csv(io.StringIO("a,b\n1,2\n1,2,3\n")), lambda: pd.Series(["x"]).astype(int), lambda: pd.Series([None, 1.5]).astype(int), lambda: pd.to_numeric(pd.Series(["x"]))):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
