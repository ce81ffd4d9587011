"""`pip` and its kin: of what is here nothing is needed, and nothing can be had of what is not.

What it is not: the importing. Start reading at `of`.
"""

import importlib
import importlib.util
import re

from _kindling_texts import Failed

# What `pip list` names: what is here of what one installs.
_HERE = ("einops", "ipython", "joblib", "matplotlib", "numpy", "packaging", "pandas", "pillow", "requests", "scikit-learn",
         "scipy", "seaborn", "torch", "torchinfo", "torchmetrics", "torchvision", "tqdm")  # fmt: skip


def of(name):
    """The program of that name."""
    def program(words, given, tell, streams):
        asked = next((word for word in words if not word.startswith("-")), "")
        if asked == "install" or "install" in words:
            return _install(words, tell)
        if name in ("pip", "conda", "mamba", "uv") and asked in ("list", "freeze", "show") or "--version" in words:
            return _told(asked, [word for word in words if word[:1] != "-" and word != asked], tell)
        if asked in ("uninstall", "remove"):
            tell(f"{name} {asked}: nothing can be taken out of a page.")
        else:
            line = " ".join([name, *words])
            tell(f"{line}: the packages of a page are its own; only `install`, `list` and `show` have an answer.")
        raise Failed

    return program


def _told(asked, names, tell):
    """Names and versions of what is here."""
    if asked == "list":
        width = max(map(len, _HERE))
        head = [f"{'Package':<{width}} Version", "-" * width + " " + "-" * 16]
        return head + [f"{name:<{width}} {version_of(name)}" for name in _HERE]
    if asked == "freeze":
        return [f"{name}=={version_of(name)}" for name in _HERE]
    if asked != "show":
        return ["pip 25.0 (of Kindling; it installs nothing)"]
    lines = []
    for name in names:
        if importlib.util.find_spec(module_of(name)) is None:
            tell(f"WARNING: Package(s) not found: {name}")
        else:
            lines += ["---"] * bool(lines) + [f"Name: {name}", f"Version: {version_of(name)}"]
    return lines


def version_of(name):
    """The version of what is imported by that name; importing it if need be."""
    try:
        module = importlib.import_module(module_of(name))
    except ImportError:
        return "not installed"
    return getattr(module, "__version__", "unknown")


def _install(words, tell):
    is_quiet = any(re.fullmatch("--quiet|-q+", word) for word in words)
    rest = words[words.index("install") + 1:]
    lines, is_missing = [], False
    for at, word in enumerate(rest):
        if word.startswith("-") or rest[at - 1] in _WITH_VALUE and at:
            continue
        name = re.split(r"[=<>\[~!; @]", word.removesuffix(".git").split("/")[-1] if "/" in word else word)[0]
        if importlib.util.find_spec(module_of(name)) is None:
            tell(f"ERROR: {name} is not part of Kindling, and nothing can be installed into a page.")
            is_missing = True
        elif not is_quiet:
            lines.append(f"Requirement already satisfied: {name}")
    if is_missing:
        raise Failed(lines)
    return lines


def module_of(name):
    """What a package is imported by."""
    return _MODULES.get(name, name).replace("-", "_")


# Options of pip and conda that a value follows.
_WITH_VALUE = {"-r", "--requirement", "-f", "--find-links", "-i", "--index-url", "--extra-index-url", "-c", "-t", "-n"}
# What is imported under another name than it is installed by.
_MODULES = {"scikit-learn": "sklearn", "pillow": "PIL", "Pillow": "PIL", "pyyaml": "yaml", "opencv-python": "cv2",
            "ipython": "IPython", "jupyter": "IPython", "notebook": "IPython", "ipykernel": "IPython", "pytorch": "torch"}

