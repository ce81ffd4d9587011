"""What numpy has and this numpy has not, and what numpy itself has no longer: an honest answer instead of "no attribute".

Start reading at `answer`.
"""

_NOT_BUILT = frozenset(
    "ctypeslib einsum_path f2py "
    "float128 longdouble nested_iters "
    "complex256 clongdouble".split()
)
# The names that numpy 2 took away, and what it says to use instead.
_REMOVED = {
    "Inf": "np.inf", "Infinity": "np.inf", "infty": "np.inf", "NaN": "np.nan", "float_": "np.float64",
    "complex_": "np.complex128", "unicode_": "np.str_", "string_": "np.bytes_", "round_": "np.round", "alltrue": "np.all",
    "sometrue": "np.any", "mat": "np.asmatrix", "asfarray": "np.asarray", "singlecomplex": "np.complex64",
    "cfloat": "np.complex128", "longfloat": "np.longdouble", "PINF": "np.inf", "NINF": "-np.inf",
}
_BUILTINS = {
    "float": ("float", "`np.float64`"),
    "int": ("int", None),
    "object": ("object", ""),
    "complex": ("complex", "`np.complex128`"),
    "str": ("str", "`np.str_`"),
}


def answer(name):
    """The error for a name that is not here."""
    if name in _NOT_BUILT:
        return NotImplementedError(f"numpy.{name} is not built into this numpy")
    if name in _REMOVED:
        return AttributeError(f"`np.{name}` was removed in the NumPy 2.0 release. Use `{_REMOVED[name]}` instead.")
    if name in _BUILTINS:
        return AttributeError(_of_python(name, *_BUILTINS[name]))
    return AttributeError(f"module 'numpy' has no attribute '{name}'")


def _of_python(name, own, scalar):
    if scalar is None:
        advice = (
            "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish "
            "to review your current use, check the release note link for additional information."
        )
    elif scalar:
        advice = f"If you specifically wanted the numpy scalar type, use {scalar} here."
    else:
        advice = ""
    return (
        f"module 'numpy' has no attribute '{name}'.\n"
        f"`np.{name}` was a deprecated alias for the builtin `{own}`. To avoid this error in existing code, use `{own}` by "
        f"itself. Doing this will not modify any behavior and is safe. {advice}\n"
        "The aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note "
        "at:\n    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations"
    )
