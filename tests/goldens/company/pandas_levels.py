# Parts of labels that become columns or go; shares of single precision.
import numpy as np
import pandas as pd

frame = pd.DataFrame({"store": ["A", "A", "B", "B"], "kind": ["x", "y", "x", "y"], "sold": [1.0, 2.0, 3.0, 5.0]})
sums = frame.groupby(["store", "kind"])["sold"].sum()
for made in (
    sums.reset_index(), sums.reset_index(level=0), sums.reset_index(level="kind"), sums.reset_index(level=0, drop=True),
    sums.reset_index("store"), sums.reset_index(["kind", "store"]), sums.reset_index(name="total"),
    sums.to_frame().reset_index(level=[0]), sums.to_frame().reset_index(level="store", drop=True),
):  # fmt: skip
    print(made)
frame["mean"] = frame.groupby("store")["sold"].rolling(2).mean().reset_index(level=0, drop=True)
print(frame)
print(frame.set_index("store").reset_index(level="store").shape, sums.reset_index(level=0, name="q").columns.tolist())


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: sums.reset_index(level=5))
attempt(lambda: sums.reset_index(level="nothing"))
attempt(lambda: frame.reset_index(level=1))
attempt(lambda: frame.set_index("store").reset_index("nothing"))

shares = np.float32([0.3333, 0.3333, 0.3334])
np.random.seed(0)
print(np.random.choice(3, 4, p=shares), np.random.default_rng(0).choice(3, 4, p=shares))
attempt(lambda: np.random.choice(2, p=[0.5, 0.50001]))
