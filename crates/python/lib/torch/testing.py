"""`torch.testing`: `assert_close`, and what it says where values differ."""

import _torch
from _scalars import FLOATS, NUMBERS
from _torch import Tensor

__all__ = ["assert_close"]

# Relative and absolute tolerances by dtype; everything else must be equal.
_TOLERANCES = {
    _torch.float16: (1e-3, 1e-5),
    _torch.bfloat16: (1.6e-2, 1e-5),
    _torch.float32: (1.3e-6, 1e-5),
    _torch.float64: (1e-7, 1e-7),
}


def assert_close(actual, expected, *, allow_subclasses=True, rtol=None, atol=None, equal_nan=False, check_device=True,
                 check_dtype=True, check_layout=True, check_stride=False, msg=None):
    """Asserts that tensors, numbers, or sequences and mappings of them agree within tolerances.

    Raises:
        AssertionError: where they do not; `msg` replaces its text, or makes another of it.
    """
    if (rtol is None) != (atol is None):
        missing = "atol" if atol is None else "rtol"
        raise ValueError(f"Both 'rtol' and 'atol' must be either specified or omitted, but got no {missing}.")
    tolerances = None if rtol is None else (rtol, atol)
    attributes = {"dtype": check_dtype, "device": check_device, "layout": check_layout, "stride": check_stride}
    checked = [name for name, wanted in attributes.items() if wanted]
    place, text = _difference(actual, expected, (allow_subclasses, tolerances, equal_nan, checked))
    if text is None:
        return
    if place:
        text += f"\n\nThe failure occurred for item {place}"
    raise AssertionError(text if msg is None else msg(text) if callable(msg) else msg)


def _difference(actual, expected, options):
    """Where two values differ and what there is to say of it; None if they do not."""
    kinds = (actual, expected)
    if all(isinstance(value, (list, tuple)) for value in kinds):
        if len(actual) != len(expected):
            return "", f"The length of the sequences mismatch: {len(actual)} != {len(expected)}"
        return _of_items(actual, expected, range(len(actual)), options)
    if all(isinstance(value, dict) for value in kinds):
        if actual.keys() != expected.keys():
            missing, extra = [key for key in expected if key not in actual], [key for key in actual if key not in expected]
            return "", (
                "The keys of the mappings do not match:\n"
                f"Missing keys in the actual mapping: {sorted(missing)}\n"
                f"Additional keys in the actual mapping: {sorted(extra)}"
            )
        return _of_items(actual, expected, actual, options)
    if any(value is None for value in kinds):
        return "", None if actual is expected else f"None mismatch: {_plain(actual)} is not {_plain(expected)}"
    if all(isinstance(value, bool) for value in kinds):
        return "", None if actual is expected else f"Booleans mismatch: {actual} is not {expected}"
    _, tolerances, equal_nan, _ = options
    if all(isinstance(value, NUMBERS) for value in kinds):
        return "", _of_numbers(actual, expected, tolerances, equal_nan, options)
    if all(isinstance(value, Tensor) for value in kinds) and (options[0] or type(actual) is type(expected)):
        return "", _of_tensors(actual, expected, options)
    raise TypeError(f"No comparison pair was able to handle inputs of type {type(actual)} and {type(expected)}.")


def _plain(value):
    return value.item() if isinstance(value, Tensor) and value.dim() == 0 else value


def _of_items(actual, expected, keys, options):
    for key in keys:
        place, text = _difference(actual[key], expected[key], options)
        if text is not None:
            return f"[{key!r}]{place}", text
    return "", None


def _of_numbers(actual, expected, tolerances, equal_nan, options):
    if type(actual) is not type(expected) and "dtype" in options[3]:
        return f"The (d)types do not match: {type(actual)} != {type(expected)}."
    is_float = isinstance(actual, FLOATS) or isinstance(expected, FLOATS)
    rtol, atol = tolerances or (_TOLERANCES[_torch.float64] if is_float else (0.0, 0.0))
    return _scalar_text(actual, expected, rtol, atol, equal_nan)


def _scalar_text(actual, expected, rtol, atol, equal_nan):
    both_nan = actual != actual and expected != expected
    # An infinite difference is within no tolerance, not even one that is infinite itself.
    difference = abs(actual - expected)
    is_near = difference <= atol + rtol * abs(expected) and abs(expected) != float("inf")
    if actual == expected or is_near or (both_nan and equal_nan):
        return None
    relative = difference / abs(expected) if expected else float("inf")
    exact, allowed = _wording(rtol, atol)
    return (
        f"Scalars are not {exact}!\n\nExpected {expected} but got {actual}.\n"
        f"Absolute difference: {difference}{allowed[0]}\nRelative difference: {relative}{allowed[1]}"
    )


def _wording(rtol, atol):
    if rtol == 0 and atol == 0:
        return "equal", ("", "")
    return "close", (f" (up to {atol} allowed)", f" (up to {rtol} allowed)")


def _of_tensors(actual, expected, options):
    _, tolerances, equal_nan, checked = options
    for name in ("shape", *checked):
        own, other = (getattr(value, name) for value in (actual, expected))
        if name == "stride":
            own, other = own(), other()
        if own != other:
            label = "stride()" if name == "stride" else name
            return f"The values for attribute '{label}' do not match: {own} != {other}."
    if tolerances is None:
        known = [_TOLERANCES.get(value.dtype, (0.0, 0.0)) for value in (actual, expected)]
        tolerances = tuple(max(pair) for pair in zip(*known))
    rtol, atol = tolerances
    dtype = _torch.promote_types(actual.dtype, expected.dtype)
    dtype = _torch.int64 if dtype is _torch.bool else dtype
    actual, expected = actual.detach().cpu().to(dtype), expected.detach().cpu().to(dtype)
    apart = ~_torch.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=equal_nan)
    if not apart.any():
        return None
    if actual.dim() == 0:
        return _scalar_text(actual.item(), expected.item(), rtol, atol, equal_nan)
    difference = (actual - expected).abs()
    exact, allowed = _wording(rtol, atol)
    count = int(apart.sum())
    lines = [
        f"Tensor-likes are not {exact}!\n",
        f"Mismatched elements: {count} / {actual.numel()} ({count / actual.numel():.1%})",
    ]
    # Where values agree there is no difference to speak of.
    for name, values, bound in (
        ("absolute", difference, allowed[0]),
        ("relative", difference / expected.abs(), allowed[1]),
    ):
        values = values.masked_fill(~apart, 0)
        at = int(values.argmax())
        place, rest = [], at
        for size in reversed(actual.shape):
            rest, index = divmod(rest, size)
            place.insert(0, index)
        lines.append(f"Greatest {name} difference: {values.reshape(-1)[at].item()} at index {tuple(place)}{bound}")
    return "\n".join(lines)
