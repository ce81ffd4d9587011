"""`set_config` and its kin: settings of all estimators.

What it is not: kept by estimators. Start reading at `set_config`.
"""

from contextlib import contextmanager

from sklearn._named import check_output

_SETTINGS = {
    "assume_finite": False, "working_memory": 1024, "print_changed_only": True, "display": "diagram",
    "pairwise_dist_chunk_size": 256, "enable_cython_pairwise_dist": True, "array_api_dispatch": False,
    "transform_output": "default", "enable_metadata_routing": False, "skip_parameter_validation": False,
    "sparse_interface": "spmatrix",
}  # fmt: skip
# Those that change something, with what is built; how estimators are drawn, and how much memory is taken, is not asked for.
_BUILT = {"print_changed_only": True, "enable_metadata_routing": False, "array_api_dispatch": False}


def get_config():
    """All settings by name."""
    return dict(_SETTINGS)


def wanted_output():
    """In which form transformers give what they find."""
    return _SETTINGS["transform_output"]


def set_config(**settings):
    """Sets some of them."""
    for name, value in settings.items():
        if name not in _SETTINGS:
            raise TypeError(f"set_config() got an unexpected keyword argument '{name}'")
        if value is None:
            continue
        if name == "transform_output":
            check_output(value)
        if name in _BUILT and value != _BUILT[name]:
            raise NotImplementedError(f"set_config: {name}={value!r} is not built into this sklearn")
        _SETTINGS[name] = value


@contextmanager
def config_context(**settings):
    """Settings within a block."""
    before = get_config()
    set_config(**settings)
    try:
        yield
    finally:
        _SETTINGS.update(before)


def show_versions():
    """Prints what runs here."""
    import sys

    import numpy
    import sklearn

    print(f"\nSystem:\n    python: {sys.version.splitlines()[0]}\n\nPython dependencies:\n      sklearn: {sklearn.__version__}"
          f"\n        numpy: {numpy.__version__}")
