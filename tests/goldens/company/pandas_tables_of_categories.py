"""Tables whose labels have categories: those stand in their own order, and are there without rows if asked for."""
import pandas as pd

frame = pd.DataFrame({
    "size": pd.Categorical(["small", "large", "medium", "large"], categories=["small", "medium", "large"], ordered=True),
    "shop": ["north", "east", "north", "north"],
    "price": [1, 2, 3, 4],
})
print(frame.pivot_table(index="shop", columns="size", values="price", observed=True))
print(frame.pivot_table(index="size", columns="shop", values="price", aggfunc="sum", fill_value=0, observed=True))
print(frame.pivot_table(index="shop", columns=pd.cut(frame["price"], [0, 1, 3, 9], labels=["low", "fair", "dear"]), values="price", observed=False))
print(pd.crosstab(frame["shop"], frame["size"]))
print(pd.crosstab(frame["size"], frame["shop"], margins=True))
print(pd.crosstab(frame["shop"], frame["size"], values=frame["price"], aggfunc="mean"))
print(frame.iloc[:3].pivot(index="shop", columns="size", values="price"))
print(frame.groupby(["shop", "size"], observed=True)["price"].sum().unstack())
print(frame.groupby(["shop", "size"], observed=False)["price"].sum())
print(frame.groupby(["shop", "size"], observed=False)["price"].mean().unstack())
print(frame.groupby(["size", "shop"], observed=False).agg(n=("price", "count"), most=("price", "max")))
