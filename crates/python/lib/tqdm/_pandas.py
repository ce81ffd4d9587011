"""`progress_apply` and its like for pandas: a bar that moves with each call.

What it is not: pandas' own work; that is the method without `progress_`. Start reading at `register`.
"""


def register(bar, options):
    """Gives the classes of pandas their methods with this bar and these options."""
    import pandas

    frame, series = pandas.DataFrame, pandas.Series
    grouped = pandas.DataFrame({"a": [0], "b": [0]}).groupby("a")
    for kind, names in (
        (frame, ("apply", "map", "aggregate", "transform")),
        (series, ("apply", "map", "aggregate", "transform")),
        (type(grouped), ("apply", "aggregate", "transform")),
        (type(grouped["b"]), ("apply", "aggregate", "transform")),
    ):
        for name in names:
            setattr(kind, f"progress_{name}", _with_bar(bar, options, name))


def _with_bar(bar, options, name):
    def method(self, func, *args, **kwargs):
        told = {"total": _calls(self, name, kwargs), **options}
        with bar(**told) as shown:

            def counted(*values, **named):
                shown.update(1 if not shown.total or shown.n < shown.total else 0)
                return func(*values, **named)

            return getattr(self, name)(counted if callable(func) else func, *args, **kwargs)

    method.__name__ = f"progress_{name}"
    return method


def _calls(data, name, kwargs):
    """How often the function will be called."""
    if hasattr(data, "ngroups"):
        return data.ngroups
    if len(data.shape) == 1:
        return len(data)
    if name == "map":
        return data.size
    rows, columns = data.shape
    return rows if kwargs.get("axis", 0) in (1, "columns") else columns
