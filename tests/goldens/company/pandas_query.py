# Conditions as text, columns by pattern, and moving means.
import pandas as pd

df = pd.DataFrame({"age": [22, 38, 26, 35], "sex": ["m", "f", "f", "m"], "fare paid": [7.25, 71.3, 7.9, None]})
least, wanted = 25, ["f"]
print(df.query("age > 25"), df.query("age > @least and sex == 'm'"), df.query("sex in @wanted or age == 22"), sep="\n")
print(df.query("20 < age <= 26")["age"].tolist(), df.query("`fare paid` < 10 and not (sex == 'm')"), df.query("sex != 'm' & age * 2 > 60"), sep="\n")
print(df.query("sex not in ['f']").index.tolist(), df.query("30 < age").shape, df.query("sex == ['f', 'm']").shape, df.query("index > 1")["age"].tolist())
print(df.filter(items=["age"]).columns, df.filter(like="e").columns, df.filter(regex="^a|d$").columns, df.add_prefix("x_").columns, df.add_suffix("_y").columns, df.filter(items=[0, 2], axis=0).shape, sep="\n")
losses = pd.Series([1.0, 0.5, 0.25, 0.75, None, 0.1], name="loss")
print(losses.rolling(2).mean(), losses.rolling(3, min_periods=1).max(), losses.rolling(window=3, center=True).sum().tolist(), losses.rolling(2).std().round(4).tolist(), sep="\n")
print(pd.Series([1, 2, 3]).rolling(2).apply(lambda part: part.iloc[0] * 10).tolist(), pd.Series(["aab", None]).str.count("a").tolist(), pd.Series([" x "]).str.strip().tolist(), pd.Series(["7"]).str.zfill(3).tolist())
for wrong in (lambda: df.query("height > 3"), lambda: df.query(3), lambda: losses.rolling(-1)):
    try:
        wrong()
    except Exception as error:
        print(error)
