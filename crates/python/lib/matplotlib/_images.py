"""The plotting methods of axes whose data are tables: imshow, contourf, pcolormesh."""

from . import _data, _style
from .artist import AxesImage, QuadContourSet, QuadMesh
from .cm import get_cmap
from .colors import color_code

from _scalars import INTS


class Images:
    """Mixed into Axes."""

    def imshow(self, X, cmap=None, *, aspect=None, alpha=None, vmin=None, vmax=None, origin="upper", extent=None,
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
        rows, columns = size[:2]
        entry = {"columns": columns, **image_cells(cells)}
        if extent is None:
            edges = (rows - 0.5, -0.5) if origin == "upper" else (-0.5, rows - 0.5)
            extent = (-0.5, columns - 0.5, *edges)
        left, right, bottom, top = (float(edge) for edge in extent)
        entry["extent"] = [left, right, bottom, top]
        self._axis("y")["inverted"] = bottom > top
        self._value["equal"] = aspect != "auto"
        made = self._table(AxesImage, entry, cmap, vmin, vmax, alpha, kwargs)
        made._keep(X, cells)
        return made

    def contourf(self, *args, levels=None, cmap=None, alpha=None, vmin=None, vmax=None, **kwargs):
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
            entry["bands"] = (7 if levels is None else levels) + 1
        else:
            entry["levels"] = _data.floats(_data.plain(levels))
        if shades is not None:
            from .colors import ListedColormap

            cmap = ListedColormap(shades)
        return self._table(QuadContourSet, entry, cmap, vmin, vmax, alpha, kwargs)

    def pcolormesh(self, *args, cmap=None, alpha=None, vmin=None, vmax=None, shading=None, **kwargs):
        """pcolormesh([X, Y], C): a table of numbers as cells, on a regular grid."""
        if len(args) not in (1, 3):
            raise TypeError(f"pcolormesh() takes 1 or 3 positional arguments but {len(args)} were given")
        rows = _data.table(args[-1])
        x, y = (0.0, float(len(rows[0]))), (0.0, float(len(rows)))
        if len(args) == 3:
            x, y = _ends(_data.plain(args[0]), len(rows[0])), _ends(_data.plain(args[1]), len(rows), True)
        return self._table(QuadMesh, _regular(rows, x, y), cmap, vmin, vmax, alpha, kwargs)

    def matshow(self, Z, **kwargs):
        """imshow of a matrix."""
        return self.imshow(Z, **kwargs)

    def _table(self, kind, entry, cmap, vmin, vmax, alpha, kwargs):
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
        made = self._add(kind, "image", entry, 0 if zorder is None else zorder)
        made._cmap = get_cmap(cmap)
        return made


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


def _regular(rows, x, y):
    """An image whose first row is the lowest, as figures have it: first row on top."""
    flat = [number for row in reversed(rows) for number in row]
    return {"columns": len(rows[0]), "values": flat, "extent": [x[0], x[1], y[0], y[1]]}
