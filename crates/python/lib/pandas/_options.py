"""How frames are shown: `set_option`.

What it is not: the showing, which is in `_format`. Start reading at `set_option`.
"""

_DEFAULTS = {
    "display.max_rows": 60,
    "display.min_rows": 10,
    "display.max_columns": 20,
    "display.width": 80,
    "display.precision": 6,
    "display.max_colwidth": 50,
    "display.float_format": None,
}
# What pandas can be told besides.
_OTHERS = frozenset(
    "chop_threshold colheader_justify copy_on_write date_dayfirst date_yearfirst east_asian_width encoding expand_frame_repr "
    "html backend large_repr max_categories max_dir_items max_info_columns max_info_rows max_seq_items memory_usage "
    "multi_sparse notebook_repr_html pprint_nest_depth show_dimensions future infer_string no_silent_downcasting "
    "chained_assignment string_storage use_bottleneck use_numexpr use_inf_as_na".split()
)
_values = dict(_DEFAULTS)


def _key(pattern):
    found = [key for key in _DEFAULTS if pattern == key or key.endswith(f".{pattern}")]
    if not found and pattern.rpartition(".")[2] not in _OTHERS:
        from pandas.errors import OptionError

        raise OptionError(f"No such keys(s): {pattern!r}")
    if not found:
        raise NotImplementedError(
            f"pandas: the option {pattern!r} is not built into this pandas; there are {list(_DEFAULTS)}"
        )
    return found[0]


def get_option(pat):
    """An option's value."""
    return _values[_key(pat)]


def set_option(*args):
    """Sets options: names and values in turns."""
    if len(args) % 2:
        raise ValueError("Must provide an even number of non-keyword arguments")
    for pattern, value in zip(args[::2], args[1::2]):
        _values[_key(pattern)] = value


def reset_option(pat):
    """Sets an option, or all, to what it was."""
    for key in _DEFAULTS if pat == "all" else [_key(pat)]:
        _values[key] = _DEFAULTS[key]


class option_context:
    """with pd.option_context(name, value): as `set_option` within a block."""

    def __init__(self, *args):
        self._args = args

    def __enter__(self):
        self._before = dict(_values)
        set_option(*self._args)

    def __exit__(self, *raised):
        _values.update(self._before)
