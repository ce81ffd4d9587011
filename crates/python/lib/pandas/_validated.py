"""`merge(validate=…)`: whether each key comes once where it must.

What it is not: the merge. Start reading at `check`.
"""

from pandas._rows import repeated

_KINDS = {"1:1": "one-to-one", "1:m": "one-to-many", "m:1": "many-to-one", "m:m": "many-to-many"}
_MOST = 5


def check(validate, left, right, names, others):
    """Refuses keys that come again on a side where each must come once.

    Raises:
        MergeError: for such keys.
        ValueError: for a word that means no kind of merge.
    """
    kind = _KINDS.get(validate, validate.replace("_to_", "-to-"))
    if kind not in _KINDS.values():
        names = [*_KINDS, *(name.replace("-", "_") for name in _KINDS.values())]
        told = "\n".join(f'- "{name}"' for name in names)
        raise ValueError(f'"{validate}" is not a valid argument. Valid arguments are:\n{told}')
    once = kind.split("-to-")
    found = {side: _again(keys, titles) for side, keys, titles, count in
             (("left", left, names, once[0]), ("right", right, others, once[1])) if count == "one"}
    found = {side: told for side, told in found.items() if told}
    if not found:
        return
    from pandas.errors import MergeError

    if len(found) == 2:
        told = f"Merge keys are not unique in either left or right dataset; not a {kind} merge."
    else:
        told = f"Merge keys are not unique in {next(iter(found))} dataset; not a {kind} merge" + "\n" * (kind == "many-to-one")
    raise MergeError("\n".join([told, *(f"Duplicates in {side}:\n {rows} ..." for side, rows in found.items())]))


def _again(keys, names):
    """The first keys that come again, below their names; nothing if none does."""
    again = list(dict.fromkeys(key for key, is_again in zip(keys, repeated(keys, "first")) if is_again))[:_MOST]
    if not again:
        return ""
    rows = [names, *(key if isinstance(key, tuple) else (key,) for key in again)]
    texts = [[str(part) for part in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts)]
    return "\n".join("  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip() for row in texts)
