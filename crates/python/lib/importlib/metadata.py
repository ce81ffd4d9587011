"""Versions of the packages that are here: `version("torch")`."""

import importlib


class PackageNotFoundError(ModuleNotFoundError):
    """The package is not here."""

    def __str__(self):
        return f"No package metadata was found for {self.args[0]}"


_MODULES = {"scikit-learn": "sklearn", "pillow": "PIL", "Pillow": "PIL"}


def version(distribution_name):
    """The version that the package itself tells."""
    try:
        module = importlib.import_module(_MODULES.get(distribution_name, distribution_name.replace("-", "_")))
        return module.__version__
    except (ModuleNotFoundError, AttributeError):
        raise PackageNotFoundError(distribution_name) from None
