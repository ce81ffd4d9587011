"""Labels that come out of arrays: they find their rows, are Python's own, and take part in what labels do."""
import numpy as np
import pandas as pd

tea = pd.DataFrame({"price": [2.5, 3.0, 1.75, 4.25], "kind": list("gboy")})
wanted = np.array([3, 0, 2])
print(tea.reindex(wanted), tea.price.reindex(np.array([1, 9]), fill_value=0), tea.reindex(np.array([2, 7])), sep="\n")
print(tea.loc[wanted[0]], tea.at[np.int64(2), "kind"], tea.index.get_loc(np.int32(1)), tea.index.get_indexer(wanted))
for place in np.argsort(tea["price"].to_numpy()):
    print(place, tea.loc[place, "kind"], tea.price[place])
print(tea.index.union(np.array([6, 5])), pd.Index([np.int64(4), np.int64(8)]), pd.Index([np.str_("k"), "l"]))
for label in (np.float64(2.0), 2.5, "x", float("nan"), np.int64(9)):
    try:
        print(tea.loc[label, "kind"])
    except KeyError as error:
        print("KeyError", error)
try:
    tea.drop(np.array([1, 8]))
except KeyError as error:
    print(error)
tea.loc[np.int64(6)] = [5.0, "z"]
tea[np.str_("new")] = 1
print(tea, tea.index, tea.columns, sep="\n")
shuffled = tea.reindex(np.random.RandomState(4).permutation(tea.index))
print(shuffled, shuffled.values.tolist())
