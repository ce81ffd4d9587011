"""`numpy.testing`: assertions that say how arrays differ.

Not a way to run tests. Start reading at `_compared`.
"""

import numpy as np

__all__ = [
    "assert_", "assert_allclose", "assert_almost_equal", "assert_approx_equal", "assert_array_almost_equal",
    "assert_array_equal", "assert_array_less", "assert_equal", "assert_raises", "assert_string_equal",
]


def assert_(val, msg=""):
    """Fails unless a value holds."""
    if not val:
        raise AssertionError(msg)


def _fail(header, err_msg, parts, verbose=True):
    lines = [f"\n{header}"] if not err_msg else [f"\n{header}\n{err_msg}"]
    raise AssertionError("\n".join(lines + (parts if verbose else [])))


def _sides(actual, desired):
    lines = []
    for name, side in ((" ACTUAL", actual), (" DESIRED", desired)):
        text = repr(side)
        rows = text.split("\n")
        if len(rows) > 3:
            text = "\n".join(rows[:3]) + "..."
        lines.append(f"{name}: {text}")
    return lines


def _same_values(x, y):
    """Where values are equal; what is no number equals what is none."""
    same = np.asarray(x == y)
    if x.dtype.kind == "f" and y.dtype.kind == "f":
        same = same | (np.asarray(np.isnan(x)) & np.asarray(np.isnan(y)))
    return same


def _compared(holds, actual, desired, err_msg, verbose, header, precision=6, allows_nan=True, is_order=False):
    x, y = np.asarray(actual), np.asarray(desired)
    told = [
        f" {name}: {_array_text(side, precision)}"
        for name, side in (("x" if is_order else "ACTUAL", x), ("y" if is_order else "DESIRED", y))
    ]
    if x.ndim and y.ndim and x.shape != y.shape:
        _fail(f"{header}\n\n(shapes {x.shape}, {y.shape} mismatch)", err_msg, told, verbose)
    if allows_nan and x.dtype.kind == "f" and y.dtype.kind == "f":
        gone_x, gone_y = np.asarray(np.isnan(x)), np.asarray(np.isnan(y))
        if bool(np.asarray(gone_x != gone_y).any()):
            _fail(f"{header}\n\nnan location mismatch:", err_msg, told, verbose)
        kept = ~(gone_x & gone_y)
        inside = kept if kept.ndim else None
    else:
        inside = None
    right = np.asarray(holds(x, y))
    wrong = ~right if inside is None else ~right & inside
    if not bool(wrong.any()):
        return
    lines = [f"Mismatched elements: {int(wrong.sum())} / {wrong.size} ({100 * int(wrong.sum()) / wrong.size:.3g}%)"]
    lines += _places(x, y, wrong)
    lines += _differences(x, y)
    _fail("\n".join([header, "", *lines]), err_msg, told, verbose)


def _array_text(side, precision):
    with np.printoptions(precision=precision):
        text = repr(side)
    return text


def _places(x, y, wrong):
    """The first places that differ, and what is there."""
    if not wrong.ndim:
        return []
    places = np.argwhere(wrong).tolist()[:5]
    x, y = np.broadcast_arrays(x, y)
    many = int(wrong.sum())
    lines = [
        (
            f"First {len(places)} mismatches are at indices:"
            if many > 5
            else "Mismatch at index:" if many == 1 else "Mismatch at indices:"
        )
    ]
    for place in places:
        lines.append(f" {place}: {x[tuple(place)]} (ACTUAL), {y[tuple(place)]} (DESIRED)")
    return lines


def _differences(x, y):
    if x.dtype.kind not in "fiub" or y.dtype.kind not in "fiub":
        return []
    if x.dtype.kind == "b" or y.dtype.kind == "b":
        return []
    away = np.asarray(abs(x - y))
    lines = [f"Max absolute difference among violations: {_most(away)}"]
    known = np.asarray(y != 0)
    if bool(known.any()):
        share = np.asarray(away / np.where(known, abs(y), 1))
        share = share[np.broadcast_to(known, share.shape)] if share.ndim else share
        lines.append(f"Max relative difference among violations: {_most(share)}")
    else:
        lines.append("Max relative difference among violations: inf")
    return lines


def _most(values):
    # As an array prints it.
    return str(np.asarray(np.nanmax(values)).reshape(1))[1:-1].strip()


def assert_array_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Fails unless arrays are equal."""
    x, y = np.asarray(actual), np.asarray(desired)
    if strict and (x.dtype != y.dtype or x.shape != y.shape):
        what = (
            f"(shapes {x.shape}, {y.shape} mismatch)"
            if x.shape != y.shape
            else f"(dtypes {x.dtype}, {y.dtype} mismatch)"
        )
        _fail(f"Arrays are not equal\n\n{what}", err_msg, [f" ACTUAL: {x!r}", f" DESIRED: {y!r}"], verbose)
    _compared(_same_values, actual, desired, err_msg, verbose, "Arrays are not equal")


def assert_allclose(actual, desired, rtol=1e-07, atol=0, equal_nan=True, err_msg="", verbose=True, *, strict=False):
    """Fails unless arrays are equal but for a tolerance."""
    def close(x, y):
        return np.isclose(x, y, rtol=rtol, atol=atol, equal_nan=equal_nan)

    header = f"Not equal to tolerance rtol={rtol:g}, atol={atol:g}"
    _compared(close, actual, desired, err_msg, verbose, header, allows_nan=equal_nan)


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    """Fails unless arrays are equal to so many places."""
    def close(x, y):
        away = np.asarray(abs(x - y))
        return _same_values(x, y) | (away < 1.5 * 10.0 ** -decimal)

    _compared(close, actual, desired, err_msg, verbose, f"Arrays are not almost equal to {decimal} decimals", decimal)


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Fails unless numbers are equal to so many places."""
    if np.ndim(actual) or np.ndim(desired):
        assert_array_almost_equal(actual, desired, decimal, err_msg)
        return
    if actual == desired or (actual != actual and desired != desired):
        return
    if not abs(desired - actual) < 1.5 * 10.0 ** -decimal:
        _fail(f"Arrays are not almost equal to {decimal} decimals", err_msg, _sides(actual, desired), verbose)


def assert_approx_equal(actual, desired, significant=7, err_msg="", verbose=True):
    """Fails unless numbers are equal to so many digits."""
    if actual == desired:
        return
    scale = 10.0 ** np.floor(np.log10(0.5 * (abs(desired) + abs(actual))))
    if not abs(actual / scale - desired / scale) < 10.0 ** -(significant - 1):
        _fail(f"Items are not equal to {significant} significant digits:", err_msg, _sides(actual, desired), verbose)


def assert_array_less(x, y, err_msg="", verbose=True, *, strict=False):
    """Fails unless each value is less than the other's."""
    _compared(
        lambda x, y: x < y,
        x,
        y,
        err_msg,
        verbose,
        "Arrays are not strictly ordered `x < y`",
        allows_nan=True,
        is_order=True,
    )


def assert_equal(actual, desired, err_msg="", verbose=True, *, strict=False):
    """Fails unless things are equal: numbers, arrays, lists and dicts of them."""
    if isinstance(desired, dict):
        assert_(isinstance(actual, dict), repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for key, value in desired.items():
            if key not in actual:
                raise AssertionError(repr(key))
            assert_equal(actual[key], value, f"key={key!r}\n{err_msg}", verbose)
        return
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg, verbose)
        for at, (one, other) in enumerate(zip(actual, desired)):
            assert_equal(one, other, f"item={at!r}\n{err_msg}", verbose)
        return
    if isinstance(actual, np.ndarray) or isinstance(desired, np.ndarray):
        assert_array_equal(actual, desired, err_msg, verbose)
        return
    if not (actual == desired or (actual != actual and desired != desired)):
        _fail("Items are not equal:", err_msg, _sides(actual, desired), verbose)


def assert_string_equal(actual, desired):
    """Fails unless texts are equal."""
    if actual != desired:
        raise AssertionError(f"Differences in strings:\n- {actual}+ {desired}")


class _Raises:
    """`with assert_raises(Error):`"""

    def __init__(self, kind):
        self._kind = kind

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            raise AssertionError(f"{self._kind.__name__} not raised")
        self.exception = error
        return issubclass(kind, self._kind)


def assert_raises(exception_class, *args, **kwargs):
    """Fails unless a call, or what is in a `with`, raises."""
    if not args:
        return _Raises(exception_class)
    function, *rest = args
    with _Raises(exception_class):
        function(*rest, **kwargs)
