"""As much of scikit-learn as lessons on PyTorch use beside it.

What it is not: all of its models; those that are missing say so by name. Each part comes when it is imported or named.
Start reading at `base`.
"""

__version__ = "1.9.1+kindling"

_PARTS = (
    "base", "calibration", "cluster", "compose", "datasets", "decomposition", "discriminant_analysis", "dummy", "ensemble",
    "covariance", "cross_decomposition", "exceptions", "experimental", "feature_extraction", "feature_selection",
    "gaussian_process", "impute", "inspection", "isotonic", "kernel_ridge", "linear_model", "manifold", "metrics", "mixture",
    "model_selection", "multiclass", "multioutput", "naive_bayes", "neighbors", "neural_network", "pipeline", "preprocessing",
    "svm", "tree", "utils",
)  # fmt: skip


def __getattr__(name):
    if name in _PARTS:
        return __import__(f"sklearn.{name}", fromlist=(name,))
    if name == "clone":
        from sklearn.base import clone

        return clone
    if name in ("config_context", "get_config", "set_config", "show_versions"):
        return getattr(__import__("sklearn._config", fromlist=(name,)), name)
    raise AttributeError(f"module 'sklearn' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_PARTS, "clone"})
