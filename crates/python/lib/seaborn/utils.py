"""Data sets by name.

What it is not: fetched. Start reading at `load_dataset`.
"""


def load_dataset(name, cache=True, data_home=None, **kws):
    """The irises as a frame; other sets would have to be fetched.

    Raises:
        URLError: for any other set, with what to do.
    """
    # Nothing is fetched, so nothing is kept for the next time.
    del cache, data_home
    if kws:
        raise NotImplementedError(f"load_dataset: {next(iter(kws))} is not built into this seaborn")
    if name != "iris":
        from _kindling_absent import unreached

        raise unreached(
            f"seaborn.load_dataset({name!r}) would fetch it, and this seaborn reaches no network: add {name}.csv to the "
            f"lesson's files, and read it with pandas.read_csv('{name}.csv')"
        )
    from sklearn.datasets import load_iris

    irises = load_iris(as_frame=True)
    frame = irises.frame.drop(columns=["target"])
    frame.columns = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
    kinds = list(irises.target_names)
    frame["species"] = [str(kinds[at]) for at in irises.target.tolist()]
    return frame


def get_dataset_names():
    """The names that `load_dataset` knows here."""
    return ["iris"]


def move_legend(obj, loc, **kwargs):
    """The legend of axes, or of a grid, in another place."""
    ax = obj._each()[-1] if hasattr(obj, "_each") else obj
    known = ax.get_legend()
    if known is None:
        raise ValueError(f"{obj} has no legend attached.")
    title = {"title": known.get_title().get_text()} if known.get_title().get_text() else {}
    return ax.legend(loc=loc, **{**title, **kwargs})
