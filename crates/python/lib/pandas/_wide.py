"""Tables from others: `wide_to_long`, `merge_ordered`, `merge_asof`, `from_dummies`.

What it is not: joins by equal values, which are `_merge`'s. Start reading at `wide_to_long`.
"""

import re


__all__ = ["from_dummies", "merge_asof", "merge_ordered", "wide_to_long"]


def wide_to_long(df, stubnames, i, j, sep="", suffix=r"\d+"):
    """Columns whose names begin alike below each other; what the names end with becomes level `j` of the index."""
    stubs = [stubnames] if isinstance(stubnames, str) else list(stubnames)
    keys = [i] if isinstance(i, str) else list(i)
    if any(stub in df.columns for stub in stubs):
        raise ValueError("stubname can't be identical to a column name")
    if df[keys].duplicated().any():
        raise ValueError("the id variables need to uniquely identify each row")
    parts, used = [], []
    for stub in stubs:
        pattern = re.compile(rf"^{re.escape(stub)}{re.escape(sep)}{suffix}$")
        own = [name for name in df.columns if pattern.match(str(name))]
        used += own
        part = df.melt(id_vars=keys, value_vars=own, var_name=j, value_name=stub.rstrip(sep))
        ends = [name[len(stub) + len(sep) :] for name in part[j].tolist()]
        try:
            ends = [int(end) for end in ends]
        except ValueError:
            try:
                ends = [float(end) for end in ends]
            except ValueError:
                pass
        part[j] = ends
        parts.append(part.set_index([*keys, j]))
    rest = [name for name in df.columns if name not in used and name not in keys]
    found = parts[0]
    for part in parts[1:]:
        found = found.join(part, how="left" if found.index.equals(part.index) else "outer")
    if not rest:
        return found
    names = [name for part in parts for name in part.columns.tolist()]
    merged = found.reset_index().merge(df[[*keys, *rest]], on=keys, how="left")
    return merged.set_index([*keys, j])[[*rest, *names]]


def merge_ordered(left, right, on=None, left_on=None, right_on=None, left_by=None, right_by=None, fill_method=None,
                  suffixes=("_x", "_y"), how="outer"):
    """Two tables by equal values, in their order; gaps are filled from before, if that is wanted."""
    if left_by is not None or right_by is not None:
        raise NotImplementedError("merge_ordered: left_by and right_by are not built into this pandas")
    if left_on is not None or right_on is not None:
        raise NotImplementedError("merge_ordered: left_on and right_on are not built into this pandas; on is")
    if fill_method not in (None, "ffill"):
        raise ValueError("fill_method must be 'ffill' or None")
    keys = [name for name in left.columns if name in right.columns] if on is None else [on] if isinstance(on, str) else list(on)
    found = left.merge(right, on=keys, how=how, suffixes=suffixes).sort_values(keys, ignore_index=True, kind="stable")
    if not fill_method:
        return found
    found = found.ffill()
    for side in (left, right):
        for name in side.columns:
            # Whole numbers that no gap is left among are whole numbers again.
            if name in found.columns and side[name].dtype.kind == "i" and not found[name].isna().any():
                found[name] = found[name].astype(side[name].dtype)
    return found


def merge_asof(left, right, on=None, left_on=None, right_on=None, left_index=False, right_index=False, by=None, left_by=None,
               right_by=None, suffixes=("_x", "_y"), tolerance=None, allow_exact_matches=True, direction="backward"):
    """Each row with the other table's last one before it, first one behind it, or nearest one."""
    for name, value in {"left_index": left_index, "right_index": right_index}.items():
        if value:
            raise NotImplementedError(f"merge_asof: {name}=True is not built into this pandas")
    if direction not in ("backward", "forward", "nearest"):
        raise ValueError(f"direction invalid: {direction}")
    one, other = (on, on) if on is not None else (left_on, right_on)
    if one is None or other is None:
        raise ValueError("Must pass left_on or left_index=True" if one is None else "Must pass right_on or right_index=True")
    groups = [[] if each is None else [each] if isinstance(each, str) else list(each) for each in (by or left_by, by or right_by)]
    times = [frame[name].tolist() for frame, name in ((left, one), (right, other))]
    for side, values in zip(("left", "right"), times):
        if any(a > b for a, b in zip(values, values[1:])):
            raise ValueError(f"{side} keys must be sorted")
    kinds = [list(zip(*(frame[name].tolist() for name in names))) if names else [()] * len(frame)
             for frame, names in ((left, groups[0]), (right, groups[1]))]  # fmt: skip
    places = []
    for time, kind in zip(times[0], kinds[0]):
        places.append(_place(time, [(each, at) for at, (each, own) in enumerate(zip(times[1], kinds[1])) if own == kind],
                             allow_exact_matches, direction, tolerance))  # fmt: skip
    gone = {other, *groups[1]} if on is not None or by is not None else set(groups[1]) & set(groups[0])
    gone = gone if other == one else gone - {other}
    rest = [name for name in right.columns if name not in gone]
    found = left.reset_index(drop=True)
    shared = [name for name in rest if name in found.columns]
    found = found.rename(columns={name: f"{name}{suffixes[0]}" for name in shared})
    for name in rest:
        column = right[name].reset_index(drop=True).reindex([-1 if at is None else at for at in places])
        found[f"{name}{suffixes[1]}" if name in shared else name] = column.reset_index(drop=True)
    return found


def _place(time, known, exact, direction, tolerance):
    """The place of the row that goes with a time; None where there is none."""
    before = [(each, at) for each, at in known if each < time or exact and each == time]
    behind = [(each, at) for each, at in known if each > time or exact and each == time]
    choices = [] if direction == "forward" else before[-1:]
    choices = choices + ([] if direction == "backward" else behind[:1])
    choices = [(abs(each - time), at) for each, at in choices]
    if tolerance is not None:
        choices = [each for each in choices if each[0] <= tolerance]
    return min(choices, key=lambda each: each[0])[1] if choices else None


def from_dummies(data, sep=None, default_category=None):
    """The categories that `get_dummies` made columns of."""
    import pandas as pd

    groups = {}
    for name in data.columns:
        head, _, tail = name.partition(sep) if sep else ("", "", name)
        groups.setdefault(head, []).append((name, tail))
    found = {}
    for head, names in groups.items():
        default = default_category.get(head) if isinstance(default_category, dict) else default_category
        values = []
        for row in zip(*(data[name].tolist() for name, _ in names)):
            own = [tail for flag, (_, tail) in zip(row, names) if flag]
            if len(own) > 1:
                raise ValueError(f"Dummy DataFrame contains multi-assignment(s); First instance in row: {data.index[len(values)]}")
            if not own and default is None:
                raise ValueError("Dummy DataFrame contains unassigned value(s); First instance in row: "
                                 f"{data.index[len(values)]}")
            values.append(own[0] if own else default)
        found[head] = values
    return pd.DataFrame(found, index=data.index)
