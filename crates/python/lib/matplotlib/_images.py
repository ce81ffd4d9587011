"""The plotting methods of axes whose data are tables: imshow, contourf, pcolormesh."""

from . import _data, _style
from .artist import AxesImage, QuadContourSet, QuadMesh
from .cm import get_cmap
from .colors import color_code

from _scalars import INTS


def imshow(axes, X, cmap=None, *, aspect=None, alpha=None, vmin=None, vmax=None, origin="upper", extent=None,
           **kwargs):
    """A table of numbers, or of red, green, blue (and alpha), as an image."""
    cells = _data.plain(X)
    size = _data.shape(cells)
    if len(size) == 3 and size[2] == 1:
        cells = [[cell[0] for cell in row] for row in cells]
    elif len(size) not in (2, 3) or (len(size) == 3 and size[2] not in (3, 4)):
        raise TypeError(f"Invalid shape {size} for image data")
    if origin not in ("upper", "lower"):
        raise ValueError(f"{origin!r} is not a valid value for origin. Supported values are 'upper', 'lower'")
    if origin == "lower":
        cells = cells[::-1]
    if _data.has_words(cells[0]):
        raise TypeError(f"Image data of dtype {getattr(X, 'dtype', 'object')} cannot be converted to float")
    rows, columns = size[:2]
    _known_smoothing(kwargs.get("interpolation"))
    said = None if extent is None else [_data.plain(edge) for edge in extent]
    entry = {"columns": columns, **image_cells(cells)}
    if extent is None:
        edges = (rows - 0.5, -0.5) if origin == "upper" else (-0.5, rows - 0.5)
        extent = (-0.5, columns - 0.5, *edges)
    left, right, bottom, top = (float(edge) for edge in extent)
    entry["extent"] = [left, right, bottom, top]
    axes._axis("y")["inverted"] = bottom > top
    axes._value["equal"] = aspect != "auto"
    smoothing = kwargs.get("interpolation")
    made = _table(axes, AxesImage, entry, cmap, vmin, vmax, alpha, kwargs)
    made._keep(X, cells)
    made._said_extent = said
    made.origin, made._is_upside_down, made._smoothing = origin, origin == "lower", smoothing
    return made


def contourf(axes, *args, levels=None, cmap=None, alpha=None, vmin=None, vmax=None, **kwargs):
    """contourf([X, Y], Z, [levels]): bands of colour between values of equal height, on a regular grid."""
    if len(args) in (2, 4) and levels is None:
        *args, levels = args
    if len(args) not in (1, 3):
        raise TypeError(f"contourf() takes from 1 to 4 positional arguments but {len(args)} were given")
    rows = _data.table(args[-1])
    if kwargs.get("origin") is not None or kwargs.get("extent") is not None:
        from ._contours import placed

        args = [*placed((len(rows), len(rows[0])), kwargs), args[-1]]
    kwargs.pop("antialiased", None)
    shades = kwargs.pop("colors", None)
    if len(args) == 3:
        x = _axis_of_grid(args[0], "row", rows)
        y = _axis_of_grid(args[1], "column", rows)
    else:
        x, y = (0.0, len(rows[0]) - 1.0), (0.0, len(rows) - 1.0)
    entry = _regular(rows, x, y)
    if levels is None or isinstance(levels, INTS):
        import numpy as np

        from ._contours import band_levels

        entry["levels"] = _data.floats(band_levels(np.array(rows), 7 if levels is None else levels).tolist())
    else:
        entry["levels"] = _data.floats(_data.plain(levels))
        if any(b <= a for a, b in zip(entry["levels"], entry["levels"][1:])):
            raise ValueError("Contour levels must be increasing")
    if shades is not None:
        from .colors import ListedColormap

        cmap = ListedColormap(shades)
    return _table(axes, QuadContourSet, entry, cmap, vmin, vmax, alpha, kwargs)


def pcolormesh(axes, *args, cmap=None, alpha=None, vmin=None, vmax=None, shading=None, **kwargs):
    """pcolormesh([X, Y], C): a table of numbers as cells, on a regular grid."""
    if len(args) not in (1, 3):
        raise TypeError(f"pcolormesh() takes 1 or 3 positional arguments but {len(args)} were given")
    rows = _data.table(args[-1])
    x, y = (0.0, float(len(rows[0]))), (0.0, float(len(rows)))
    if len(args) == 3:
        _check_corners(args, rows, shading)
        x, y = _ends(_data.plain(args[0]), len(rows[0])), _ends(_data.plain(args[1]), len(rows), True)
    made = _table(axes, QuadMesh, _regular(rows, x, y), cmap, vmin, vmax, alpha, kwargs)
    made._keep(args[-1], _data.plain(args[-1]))
    return made


def matshow(axes, Z, **kwargs):
    """imshow of a matrix."""
    return imshow(axes, Z, **kwargs)


def _table(axes, kind, entry, cmap, vmin, vmax, alpha, kwargs):
    keywords = _style.long_names(kwargs, kind.__name__)
    vmin, vmax = _style.take_norm(keywords, vmin, vmax)
    entry["map"] = [color_code(stop, False) for stop in get_cmap(cmap).stops]
    if vmin is not None:
        entry["lowest"] = float(vmin)
    if vmax is not None:
        entry["highest"] = float(vmax)
    if alpha is not None:
        entry["alpha"] = float(alpha)
    zorder = _style.take_common(keywords, entry)
    _style.none_left(keywords)
    made = axes._add(kind, "image", entry, 0 if zorder is None else zorder)
    made._cmap = get_cmap(cmap)
    return made


_SMOOTHINGS = (
    "auto antialiased none nearest bilinear bicubic spline16 spline36 hanning hamming hermite kaiser quadric catrom "
    "gaussian bessel mitchell sinc lanczos blackman"
).split()

for _method in (imshow, contourf, pcolormesh, matshow):
    # Errors of calls name the class that is public.
    _method.__qualname__ = f"Axes.{_method.__name__}"


def _known_smoothing(name):
    if name is not None and str(name).lower() not in _SMOOTHINGS:
        raise ValueError(_style.not_valid(name, "interpolation", _SMOOTHINGS))


def image_cells(cells):
    first = cells[0][0]
    if not isinstance(first, list):
        return {"values": _data.floats(_data.flat(cells))}
    top = 255 if isinstance(first[0], INTS) else 1
    return {"colors": [color_code([min(max(part / top, 0), 1) for part in cell]) for row in cells for cell in row]}


def _axis_of_grid(value, direction, rows):
    """The first and last coordinate of a grid's side, given as a vector or as meshgrid makes it."""
    grid = _data.plain(value)
    if len(_data.shape(grid)) == 2:
        grid = grid[0] if direction == "row" else [row[0] for row in grid]
    expected = len(rows[0]) if direction == "row" else len(rows)
    if len(grid) != expected:
        name = "x" if direction == "row" else "y"
        side = "columns" if direction == "row" else "rows"
        raise TypeError(f"Length of {name} ({len(grid)}) must match number of {side} in z ({expected})")
    return float(grid[0]), float(grid[-1])


def _ends(grid, cells, upright=False):
    """The outer edges of cells, from their edges or their centres."""
    if len(_data.shape(grid)) == 2:
        grid = [row[0] for row in grid] if upright else grid[0]
    first, last = float(grid[0]), float(grid[-1])
    half = (last - first) / (len(grid) - 1) / 2 if len(grid) == cells and cells > 1 else 0.0
    return first - half, last + half


def _check_corners(args, rows, shading):
    """Corners are as many as cells, or one more."""
    sides = []
    for given, axis in zip(args[:2], (1, 0)):
        size = _data.shape(_data.plain(given))
        sides.append(size[axis] if len(size) == 2 else size[0])
    (nx, ny), (high, wide) = sides, (len(rows), len(rows[0]))
    shading = shading or "auto"
    if shading == "auto":
        shading = "nearest" if (nx, ny) == (wide, high) else "flat"
    if shading == "flat" and (nx, ny) != (wide + 1, high + 1):
        raise TypeError(f"Dimensions of C {(high, wide)} should be one smaller than X({nx}) and Y({ny}) while using shading='flat' "
                        "see help(pcolormesh)")
    if shading in ("nearest", "gouraud") and (nx, ny) != (wide, high):
        raise TypeError(f"Dimensions of C {(high, wide)} are incompatible with X ({nx}) and/or Y ({ny}); see help(pcolormesh)")


def _regular(rows, x, y):
    """An image whose first row is the lowest, as figures have it: first row on top."""
    flat = [number for row in reversed(rows) for number in row]
    return {"columns": len(rows[0]), "values": flat, "extent": [x[0], x[1], y[0], y[1]]}
