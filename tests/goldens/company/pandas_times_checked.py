import pandas as pd


def shown(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


for kind in ("both", "left", "right", "neither", "some"):
    for ends in ({"start": "2020-01-01", "periods": 3}, {"end": "2020-01-05", "periods": 3}, {"start": "2020-01-01", "end": "2020-01-03"},
                 {"start": "2020-01-01", "end": "2020-01-31", "periods": 3}):
        shown(lambda: pd.date_range(inclusive=kind, **ends).tolist())
for name in ("d", "day", "the day", "a long name for days"):
    print(repr(pd.date_range("2020-01-01", periods=2, name=name)))
print(repr(pd.date_range("2020-01-01", periods=7, name="day")), pd.date_range("2020-01-01", periods=2).freq)
days = pd.Series(pd.date_range("2020-01-30", periods=4), name="t")
moment = pd.Timestamp("2020-03-01 12:34:56.5")
print(moment.tz, moment.nanosecond, moment.unit)
shown(lambda: moment + 1)
shown(lambda: 1 + moment)
shown(lambda: moment - 1)
shown(lambda: days.dt.foo)
shown(lambda: days.diff().dt.foo)
shown(lambda: days.sum())
print(days.to_json(), pd.Series([1, 2], index=days[:2]).to_json(), pd.DataFrame({"t": days}).to_json(orient="records", date_format="iso"))
print(pd.DataFrame({"t": days.diff()}).to_json(), pd.DataFrame({"t": days}).to_json(orient="records", lines=True))
table = pd.DataFrame({"t": days, "v": [1, 2, 3, 4], "g": list("aabb")})
print(table.pivot_table(index=table.t.dt.month, columns="g", values="v"))
print(table.pivot_table(index="g", columns=table.t.dt.month.rename("month"), values="v", aggfunc="sum"))
