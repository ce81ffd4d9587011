"""What functions make of groups, put together: values, rows below each other, tables, dicts; pairs that name aggregates."""
import numpy as np
import pandas as pd

trips = pd.DataFrame({"city": list("BABCA"), "day": [1, 1, 2, 1, 2], "km": [3.5, 2.0, 4.0, 1.5, 6.0], "cost": [7, 4, 9, 3, 12]})
by_city = trips.groupby("city")


def longest(rows, n=1, column="km"):
    return rows.sort_values(column, ascending=False)[:n]


print(by_city["km"].apply(lambda part: part - part.mean()))
print(by_city["km"].apply(lambda part: part.describe()).loc["A"])
print(by_city["km"].apply(lambda part: {"least": part.min(), "most": part.max()}))
print(by_city["km"].apply(lambda part: part.name), by_city.apply(lambda part: part.name), sep="\n")
print(by_city.apply(longest), by_city.apply(longest, n=2, column="cost"), sep="\n")
print(by_city.apply(lambda part: part["km"].head(1)), by_city.apply(lambda part: part.mean()), sep="\n")
print(by_city.apply(lambda part: None if part.name == "B" else part.head(1)))
print(by_city.apply(lambda part: None if part.name == "B" else part["cost"].sum()))
print(trips.groupby(["city", "day"]).apply(longest), trips.groupby(["city", "day"])["km"].apply(lambda part: part.head(1)), sep="\n")

loose = trips.groupby("city", group_keys=False)
print(loose.apply(longest), loose.apply(lambda part: part), loose["km"].apply(lambda part: part / part.sum()), sep="\n")
flat = trips.groupby("city", as_index=False)
print(flat.apply(longest), flat.apply(lambda part: part["km"].sum()), flat["km"].apply(lambda part: part.sum()), sep="\n")

# A key that is no column of the frame takes none away, though it has the name of one.
bins = pd.cut(trips["km"], 2)
print(trips[["km", "cost"]].groupby(bins).mean(), trips[["km", "cost"]].groupby(trips["km"] > 3).sum(), sep="\n")
print(trips[["km", "cost"]].groupby(bins).apply(lambda part: pd.DataFrame({"least": part.min(), "most": part.max()})))

print(by_city["km"].agg([("average", "mean"), ("spread", np.std), ("range", lambda part: part.max() - part.min())]))
print(by_city[["km", "cost"]].agg([("Average", "mean"), ("Most", "max")]))
print(by_city.agg({"km": [("least", "min"), "max"], "cost": "sum"}))
print(by_city["km"].agg(["max", lambda part: part.min(), lambda part: part.sum()]), by_city["km"].agg(["max", "max"]), sep="\n")
for call in (
    lambda: trips.groupby("city", axis=1),
    lambda: trips["km"].groupby(trips["city"], squeeze=True),
    lambda: by_city["km"].agg({"a": "max"}),
    lambda: by_city.apply(len, include_groups=True),
):
    try:
        call()
    except Exception as fault:
        print(type(fault).__name__, fault)
