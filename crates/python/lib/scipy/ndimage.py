"""Tables as pictures: blurred, sharpened, turned, moved and made larger, by their neighbours.

What it is not: shapes and their measures but `label`. Start reading at `correlate1d`.
"""

import math

import numpy as np
from _scalars import INTS, NUMBERS
from scipy._missing import missing

_PADS = {"reflect": "symmetric", "nearest": "edge", "mirror": "reflect", "constant": "constant", "wrap": "wrap"}


def _padded(table, widths, mode, cval):
    if mode not in _PADS:
        raise RuntimeError("boundary mode not supported")
    more = {"constant_values": cval} if mode == "constant" else {}
    return np.pad(table, widths, mode=_PADS[mode], **more)


def _check_place(name, output, origin=0):
    if output is not None or np.any(origin):
        raise NotImplementedError(f"{name}: output and origin are not built into this scipy")


def correlate1d(input, weights, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    """Sums of neighbours along an axis, weighted."""
    _check_place("correlate1d", output, origin)
    table = np.moveaxis(np.asarray(input, dtype=np.float64), axis, -1)
    weights = np.asarray(weights, dtype=np.float64)
    before = len(weights) // 2
    wide = _padded(table, [(0, 0)] * (table.ndim - 1) + [(before, len(weights) - 1 - before)], mode, cval)
    count = table.shape[-1]
    found = sum(float(weight) * wide[..., at : at + count] for at, weight in enumerate(weights.tolist()))
    return np.moveaxis(found, -1, axis)


def convolve1d(input, weights, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    """The same with the weights turned round."""
    return correlate1d(input, np.asarray(weights)[::-1].copy(), axis, output, mode, cval, origin)


def _bell(sigma, order, radius):
    places = np.arange(-radius, radius + 1)
    weights = np.exp(-0.5 / sigma**2 * places**2)
    weights = weights / weights.sum()
    if order == 0:
        return weights
    if order == 1:
        return weights * -places / sigma**2
    if order == 2:
        return weights * (places**2 / sigma**4 - 1 / sigma**2)
    raise NotImplementedError(f"gaussian_filter: order={order!r} is not built into this scipy")


def gaussian_filter1d(input, sigma, axis=-1, order=0, output=None, mode="reflect", cval=0.0, truncate=4.0, *, radius=None):
    """Blurred along an axis, by a bell."""
    radius = int(truncate * float(sigma) + 0.5) if radius is None else radius
    return _as_given(input, correlate1d(input, _bell(float(sigma), order, radius)[::-1].copy(), axis, output, mode, cval))


def gaussian_filter(input, sigma, order=0, output=None, mode="reflect", cval=0.0, truncate=4.0, *, radius=None, axes=None):
    """Blurred along all axes, by a bell."""
    table = np.asarray(input)
    axes = range(table.ndim) if axes is None else axes
    widths = [sigma] * table.ndim if isinstance(sigma, NUMBERS) else list(sigma)
    orders = [order] * table.ndim if isinstance(order, INTS) else list(order)
    # Whole numbers are cut off after each axis.
    found = table
    for axis, width, each in zip(axes, widths, orders):
        if width > 1e-15:
            found = gaussian_filter1d(found, width, axis, each, output, mode, cval, truncate, radius=radius)
    return found


def _as_given(input, found):
    kind = np.asarray(input).dtype
    return found.astype(kind) if kind.name == "float32" or kind.kind in "iu" else found


def uniform_filter1d(input, size, axis=-1, output=None, mode="reflect", cval=0.0, origin=0):
    return _as_given(input, correlate1d(input, np.full(size, 1 / size), axis, output, mode, cval, origin))


def uniform_filter(input, size=3, output=None, mode="reflect", cval=0.0, origin=0):
    """The mean of the neighbours."""
    found = np.asarray(input, dtype=np.float64)
    for axis in range(found.ndim):
        found = uniform_filter1d(found, size if isinstance(size, INTS) else size[axis], axis, output, mode, cval, origin)
    return _as_given(input, found)


def correlate(input, weights, output=None, mode="reflect", cval=0.0, origin=0):
    """Sums of neighbours in all directions, weighted."""
    _check_place("correlate", output, origin)
    table, weights = np.asarray(input, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    if table.ndim != weights.ndim:
        raise RuntimeError("filter weights array has incorrect shape.")
    wide = _padded(table, [(size // 2, size - 1 - size // 2) for size in weights.shape], mode, cval)
    found = np.zeros(table.shape)
    for place in np.ndindex(*weights.shape):
        weight = float(weights[place])
        if weight:
            found = found + weight * wide[tuple(slice(at, at + size) for at, size in zip(place, table.shape))]
    return _as_given(input, found)


def convolve(input, weights, output=None, mode="reflect", cval=0.0, origin=0):
    """The same with the weights turned round."""
    weights = np.asarray(weights, dtype=np.float64)
    turned = weights[tuple(slice(None, None, -1) for _ in weights.shape)].copy()
    if any(size % 2 == 0 for size in weights.shape):
        raise NotImplementedError("ndimage.convolve: weights of even size are not built into this scipy")
    return correlate(input, turned, output, mode, cval, origin)


def sobel(input, axis=-1, output=None, mode="reflect", cval=0.0):
    """How steep it is along an axis."""
    found = correlate1d(input, [-1, 0, 1], axis, output, mode, cval)
    for other in range(found.ndim):
        if other != axis % found.ndim:
            found = correlate1d(found, [1, 2, 1], other, output, mode, cval)
    return _as_given(input, found)


def laplace(input, output=None, mode="reflect", cval=0.0):
    """How much the neighbours differ from the middle."""
    found = sum(correlate1d(input, [1, -2, 1], axis, output, mode, cval) for axis in range(np.ndim(input)))
    return _as_given(input, found)


def _of_neighbours(input, size, mode, cval, choose):
    table = np.asarray(input)
    sizes = (size,) * table.ndim if isinstance(size, INTS) else tuple(size)
    wide = _padded(table.astype(np.float64), [(each // 2, each - 1 - each // 2) for each in sizes], mode, cval)
    layers = [wide[tuple(slice(at, at + side) for at, side in zip(place, table.shape))] for place in np.ndindex(*sizes)]
    return _as_given(table, choose(np.stack(layers)))


def median_filter(input, size=None, footprint=None, output=None, mode="reflect", cval=0.0, origin=0):
    """The middle one of the neighbours."""
    if footprint is not None or output is not None or origin:
        raise NotImplementedError("median_filter: footprint, output and origin are not built into this scipy")
    return _of_neighbours(input, size, mode, cval, lambda layers: np.sort(layers, axis=0)[len(layers) // 2])


def maximum_filter(input, size=None, footprint=None, output=None, mode="reflect", cval=0.0, origin=0):
    if footprint is not None or output is not None or origin:
        raise NotImplementedError("maximum_filter: footprint, output and origin are not built into this scipy")
    return _of_neighbours(input, size, mode, cval, lambda layers: layers.max(0))


def minimum_filter(input, size=None, footprint=None, output=None, mode="reflect", cval=0.0, origin=0):
    if footprint is not None or output is not None or origin:
        raise NotImplementedError("minimum_filter: footprint, output and origin are not built into this scipy")
    return _of_neighbours(input, size, mode, cval, lambda layers: layers.min(0))


def spline_filter1d(input, order=3, axis=-1, output=None, mode="mirror"):
    """The weights of cubic bells that go through all values along an axis."""
    if order != 3 or mode != "mirror":
        raise NotImplementedError("spline_filter1d: other orders than 3, and modes than mirror, are not built into this scipy")
    _check_place("spline_filter1d", output)
    found = np.moveaxis(np.asarray(input, dtype=np.float64), axis, 0) * 6.0
    count, pole = found.shape[0], math.sqrt(3) - 2
    if count < 2:
        return np.asarray(input, dtype=np.float64)
    rows, last = [found[at] for at in range(count)], pole ** (count - 1)
    first, power = rows[0] + last * rows[-1], pole
    for at in range(1, count - 1):
        first, power = first + power * (rows[at] + last * rows[count - 1 - at]), power * pole
    rows[0] = first / (1 - last * last)
    for at in range(1, count):
        rows[at] = rows[at] + pole * rows[at - 1]
    rows[-1] = (pole * rows[-2] + rows[-1]) * pole / (pole * pole - 1)
    for at in range(count - 2, -1, -1):
        rows[at] = pole * (rows[at + 1] - rows[at])
    return np.moveaxis(np.stack(rows), 0, axis)


def _bells(parts):
    """How much four cubic bells weigh between the second and the third."""
    rest = 1 - parts
    return [rest**3 / 6, (3 * parts**3 - 6 * parts**2 + 4) / 6, (3 * rest**3 - 6 * rest**2 + 4) / 6, parts**3 / 6]


def _mirrored(places, size):
    if size < 2:
        return np.zeros_like(places)
    turned = np.abs(places) % (2 * size - 2)
    return np.where(turned < size, turned, 2 * size - 2 - turned)


def map_coordinates(input, coordinates, output=None, order=3, mode="constant", cval=0.0, prefilter=True):
    """Values between places: the nearest, by straight lines, or by cubic curves."""
    _check_place("map_coordinates", output)
    if order not in (0, 1, 3) or mode not in ("constant", "nearest", "mirror"):
        raise NotImplementedError(f"ndimage: order={order!r} with mode={mode!r} is not built into this scipy")
    table, spots = np.asarray(input, dtype=np.float64), np.asarray(coordinates, dtype=np.float64)
    inside = np.ones(spots.shape[1:], dtype=bool)
    for axis, size in enumerate(table.shape):
        inside = inside & (spots[axis] >= 0) & (spots[axis] <= size - 1)
    ends = [spots[axis] if mode == "mirror" else np.clip(spots[axis], 0, size - 1) for axis, size in enumerate(table.shape)]
    if order == 0:
        found = table[tuple(_mirrored(np.floor(each + 0.5).astype(np.int64), size) for each, size in zip(ends, table.shape))]
    else:
        if order == 3 and prefilter:
            for axis in range(table.ndim):
                table = spline_filter1d(table, axis=axis)
        low = [np.floor(each) for each in ends]
        parts = [each - below for each, below in zip(ends, low)]
        weights = [_bells(part) if order == 3 else [1 - part, part] for part in parts]
        first, found = (-1, 0.0) if order == 3 else (0, 0.0)
        for corner in np.ndindex(*(len(weights[0]),) * table.ndim):
            weight = 1.0
            for each, at in zip(weights, corner):
                weight = weight * each[at]
            places = (_mirrored((below + first + at).astype(np.int64), size) for below, at, size in zip(low, corner, table.shape))
            found = found + weight * table[tuple(places)]
    return np.where(inside, found, cval) if mode == "constant" else found


def shift(input, shift, output=None, order=3, mode="constant", cval=0.0, prefilter=True):
    """Moved by so many places along each axis."""
    table = np.asarray(input)
    by = [shift] * table.ndim if isinstance(shift, NUMBERS) else list(shift)
    spots = np.stack(np.meshgrid(*(np.arange(size) - each for size, each in zip(table.shape, by)), indexing="ij"))
    return _as_given(table, map_coordinates(table, spots, output, order, mode, cval, prefilter))


def zoom(input, zoom, output=None, order=3, mode="constant", cval=0.0, prefilter=True, *, grid_mode=False):
    """As many times as large along each axis."""
    if grid_mode:
        raise NotImplementedError("zoom: grid_mode is not built into this scipy")
    table = np.asarray(input)
    by = [zoom] * table.ndim if isinstance(zoom, NUMBERS) else list(zoom)
    sizes = [int(round(size * each)) for size, each in zip(table.shape, by)]
    lines = [np.linspace(0, size - 1, new) if new > 1 else np.zeros(new) for size, new in zip(table.shape, sizes)]
    spots = np.stack(np.meshgrid(*lines, indexing="ij"))
    return _as_given(table, map_coordinates(table, spots, output, order, "nearest", cval, prefilter))


def rotate(input, angle, axes=(1, 0), reshape=True, output=None, order=3, mode="constant", cval=0.0, prefilter=True):
    """Turned in the plane of two axes, by degrees."""
    table = np.asarray(input)
    if sorted(axes) != [0, 1]:
        raise NotImplementedError("rotate: other axes than the first two are not built into this scipy")
    turn = math.radians(angle)
    cosine, sine = round(math.cos(turn), 15), round(math.sin(turn), 15)
    matrix = np.array([[cosine, sine], [-sine, cosine]])
    rows, columns = table.shape[:2]
    if reshape:
        high = int(abs(rows * cosine) + abs(columns * sine) + 0.5)
        wide = int(abs(columns * cosine) + abs(rows * sine) + 0.5)
    else:
        high, wide = rows, columns
    middle = (np.array([rows, columns]) - 1) / 2 - matrix @ ((np.array([high, wide]) - 1) / 2)
    places = np.stack(np.meshgrid(np.arange(high), np.arange(wide), indexing="ij")).reshape(2, -1)
    spots = (matrix @ places.astype(np.float64) + middle.reshape(2, 1)).reshape(2, high, wide)
    if table.ndim == 2:
        return _as_given(table, map_coordinates(table, spots, output, order, mode, cval, prefilter))
    layers = [map_coordinates(table[..., at], spots, output, order, mode, cval, prefilter) for at in range(table.shape[2])]
    return _as_given(table, np.stack(layers, -1))


def label(input, structure=None, output=None):
    """A number for each group of neighbours that are not 0, and how many groups there are."""
    if structure is not None or output is not None:
        raise NotImplementedError("label: structure and output are not built into this scipy")
    table = np.asarray(input) != 0
    rows, found, count = table.reshape(-1).tolist(), [0] * table.size, 0
    steps, size = [], 1
    for side in table.shape[::-1]:
        steps.append((size, side))
        size *= side
    for start, is_on in enumerate(rows):
        if not is_on or found[start]:
            continue
        count += 1
        found[start], pending = count, [start]
        while pending:
            at = pending.pop()
            for step, side in steps:
                place = at // step % side
                for other, inside in ((at - step, place > 0), (at + step, place < side - 1)):
                    if inside and rows[other] and not found[other]:
                        found[other] = count
                        pending.append(other)
    return np.array(found, dtype=np.int32).reshape(table.shape), count


__getattr__ = missing(
    __name__,
    "affine_transform binary_closing binary_dilation binary_erosion binary_fill_holes binary_opening black_tophat center_of_mass "
    "distance_transform_edt find_objects fourier_gaussian gaussian_gradient_magnitude gaussian_laplace generic_filter "
    "geometric_transform grey_dilation grey_erosion histogram maximum mean minimum percentile_filter prewitt rank_filter "
    "spline_filter standard_deviation sum variance watershed_ift white_tophat",
)
