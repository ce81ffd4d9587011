"""Sums, means and spreads of groups to the last bit: rows among each other, and rows in the order of their groups."""
import numpy as np
import pandas as pd

rng = np.random.RandomState(12)
frame = pd.DataFrame({"key": rng.randint(0, 4, 400), "day": rng.choice(list("mtw"), 400), "much": rng.normal(3, 2, 400)})
frame["tenth"] = frame.much.round(1)
frame["whole"] = rng.randint(-50, 50, 400)
frame.loc[::37, "tenth"] = np.nan
for rows in (frame, frame.sort_values(["key", "day"], kind="stable").reset_index(drop=True)):
    groups = rows.groupby("key")
    for name in ("much", "tenth", "whole"):
        for how in ("sum", "mean", "var", "std", "sem"):
            print(name, how, getattr(groups[name], how)().tolist())
    print(groups.much.std(ddof=0).tolist(), groups.much.sum(min_count=101).tolist())
    print(groups.agg({"much": ["mean", "sum"], "tenth": "std"}).to_numpy().tolist())
    print(rows.groupby(["key", "day"]).much.mean().tolist(), rows.pivot_table("tenth", "key", "day").to_numpy().tolist())
    print(groups.much.transform("mean").tolist()[:3], groups.tenth.cumsum().tolist()[-4:])
    print(groups.much.mean().to_dict())
times = pd.Series(frame.much.to_numpy(), index=pd.date_range("2024-03-01", periods=400))
print(times.resample("MS").mean().tolist()[:3], times.resample("MS").sum().tolist()[:3])
print(pd.Series([np.inf, 1, 2]).groupby([0, 0, 1]).sum(), pd.Series([np.nan, 2.0]).groupby([0, 1]).mean())
