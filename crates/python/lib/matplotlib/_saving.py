"""`savefig`: a figure as a PNG, SVG, PDF or JPEG file.

Not the drawing, which is the page's own and made into pixels or text by the interpreter (`_kindling.picture`).
Start reading at `save`.
"""

import os

from ._rc import rcParams
from ._style import undrawn
from .colors import color_code

# What a page does not ask for, and matplotlib takes none of.
_WITHOUT_EFFECT = {"orientation": ("portrait", "landscape"), "bbox_inches": (None, "tight"), "edgecolor": ("auto", "none", None, "w", "white")}
_KINDS = {
    "eps": "Encapsulated Postscript",
    "jpg": "Joint Photographic Experts Group",
    "jpeg": "Joint Photographic Experts Group",
    "pdf": "Portable Document Format",
    "pgf": "PGF code for LaTeX",
    "png": "Portable Network Graphics",
    "ps": "Postscript",
    "raw": "Raw RGBA bitmap",
    "rgba": "Raw RGBA bitmap",
    "svg": "Scalable Vector Graphics",
    "svgz": "Scalable Vector Graphics",
    "tif": "Tagged Image File Format",
    "tiff": "Tagged Image File Format",
    "webp": "WebP Image Format",
}


def save(figure, fname, *, transparent=None, dpi=None, format=None, facecolor=None, pad_inches=0.1, metadata=None,
         pil_kwargs=None, **kwargs):
    """Writes the figure to a path or a file open for bytes. It is laid out tightly, so that `bbox_inches="tight"`
    and `pad_inches` change nothing."""
    for name, allowed in _WITHOUT_EFFECT.items():
        if kwargs.get(name, allowed[0]) in allowed:
            kwargs.pop(name, None)
    undrawn("Figure.savefig", **kwargs)
    if metadata:
        undrawn("Figure.savefig", metadata=metadata)
    transparent, dpi, facecolor = (
        rcParams["savefig." + name] if asked is None else asked
        for name, asked in (("transparent", transparent), ("dpi", dpi), ("facecolor", facecolor))
    )
    is_file = hasattr(fname, "write")
    path = "" if is_file else os.fspath(fname)
    kind, path = _kind(format, path)
    background = None if transparent else _background(figure, facecolor)
    if kind in ("png", "svg"):
        content = _picture(figure, kind, dpi, background)
    else:
        from ._paper import as_jpeg, as_pdf

        # As large as the file's own dots: a page has none, and is drawn finely.
        dots = 150.0 if kind == "pdf" and dpi in ("figure", None) else dpi
        pixels = _picture(figure, "png", dots, background or "#ffffff")
        content = as_pdf(pixels, figure.get_size_inches()) if kind == "pdf" else as_jpeg(pixels, **(pil_kwargs or {}))
    if is_file:
        fname.write(content)
    else:
        with open(path, "wb") as file:
            file.write(content)


def _kind(format, path):
    """The kind of file, and the path with its ending."""
    ending = os.path.splitext(path)[1][1:]
    kind = (format or ending or "png").lower()
    if kind not in _KINDS:
        kinds = ", ".join(sorted({*_KINDS, "avif", "gif", "webp"}))
        raise ValueError(f"Format {kind!r} is not supported (supported formats: {kinds})")
    if kind not in ("png", "svg", "pdf", "jpg", "jpeg"):
        raise NotImplementedError(
            f"savefig as {kind!r} ({_KINDS[kind]}) is not supported by Kindling's matplotlib: save as png, svg, pdf or jpg"
        )
    return kind, path if ending or format or not path else f"{path}.{kind}"


def _background(figure, facecolor):
    color = figure.get_facecolor() if facecolor == "auto" else facecolor
    return None if isinstance(color, str) and color == "none" else color_code(color, keep_alpha=True)


def _picture(figure, kind, dpi, background):
    import _kindling

    dpi = float(figure.dpi if dpi == "figure" else dpi)
    if not 0 < dpi < float("inf"):
        raise ValueError("dpi must be positive")
    value = figure._kindling_figure()
    if "ground" in value:
        value["ground"]["face"] = background
    return _kindling.picture(value, kind, dpi, background)
