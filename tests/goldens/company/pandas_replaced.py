# Texts replaced by numbers, tensors in columns, and what columns of objects are good for.
import numpy as np
import pandas as pd
import torch


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


sex = pd.Series(["F", "M", "F"])
for made in (
    sex.replace({"F": 0, "M": 1}), sex.replace("F", 0), sex.replace(["F", "M"], [0, 1]), sex.replace({"F": "f"}),
    sex.replace({"F": True, "M": False}), sex.map({"F": 0, "M": 1}), pd.Series([1, 2]).replace({1: "a", 2: "b"}),
    pd.Series([1, 2]).replace(1, 5.5), pd.Series([1, 2]).replace({1: np.nan}), pd.Series([1.0, 2.0]).replace({1.0: 3, 2.0: 4}),
    pd.Series([True, False]).replace({True: 1, False: 0}), pd.Series([1, 1]).replace({1: "x"}),
):  # fmt: skip
    print(made.dtype, made.tolist())
frame = pd.DataFrame({"sex": ["F", "M", "M"], "n": [1, 2, 4], "c": ["yes", "no", "yes"]})
for made in (frame.replace({"yes": 1, "no": 0}), frame.replace({"sex": {"F": 0, "M": 1}}), frame.replace(1, "one")):
    print(made.dtypes.astype(str).tolist(), made.values.tolist())
coded = frame.replace({"F": 0, "M": 1, "yes": 1, "no": 0})
attempt(lambda: torch.tensor(coded.values))
print(torch.tensor(coded.values.astype(np.float32)))
print(coded.mean(), coded.corr().round(3), coded.groupby("sex").mean(), coded.groupby("n")["c"].sum(), sep="\n")
print(coded.select_dtypes("number").columns.tolist(), coded["sex"] + 1, coded["sex"].std().round(4), sep="\n")
attempt(lambda: pd.Series(["a", 1], dtype=object).map(float))

losses = [torch.tensor(0.5), torch.tensor(0.25)]
history = pd.DataFrame({"epoch": [0, 1], "loss": losses})
print(history, history.dtypes, history["loss"].mean(), sep="\n")
print(pd.DataFrame({"loss": [loss.item() for loss in losses]}))
weight = torch.tensor(2.5, requires_grad=True)
print(pd.Series([weight, weight * 2]))
print(pd.DataFrame([{"x": losses[0]}, {"x": losses[1]}]))
