"""Pictures in files as arrays, and arrays as files: `imread` and `imsave`.

What it is not: showing them, which is `imshow`. Start reading at `imread`.
"""

import numpy as np

from .cm import get_cmap
from .colors import to_rgb


def imread(fname, format=None):
    """The picture in a file: of PNG as numbers from 0 to 1, of other formats as bytes."""
    from PIL import Image

    picture = Image.open(fname, formats=None if format is None else (format.upper(),))
    if picture.format != "PNG":
        return np.array(picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGB"))
    picture = picture.convert("L") if picture.mode == "1" else picture
    return (np.array(picture) / 255).astype(np.float32)


def imsave(fname, arr, vmin=None, vmax=None, cmap=None, format=None, origin=None, dpi=100, **kwargs):
    """Writes an array as a picture: colours as they are, numbers through a colour map."""
    for name, value in kwargs.items():
        if value is not None:
            raise NotImplementedError(f"imsave: {name}={value!r} is not supported by Kindling's matplotlib")
    from PIL import Image

    # A file's dots per inch are told nowhere in the formats that are written here.
    del dpi
    array = np.asarray(arr)
    array = array[::-1] if origin == "lower" else array
    colours = _mapped(array, vmin, vmax, cmap) if array.ndim == 2 else _bytes(array)
    if colours.shape[-1] == 3:
        colours = np.concatenate([colours, np.full((*colours.shape[:2], 1), 255, dtype=np.uint8)], axis=-1)
    Image.fromarray(colours).save(fname, format=format)


def _bytes(array):
    return array if array.dtype == np.uint8 else (array.astype(np.float64) * 255).astype(np.uint8)


def _mapped(array, vmin, vmax, cmap):
    """The colours of numbers, in 256 steps."""
    low = float(array.min() if vmin is None else vmin)
    high = float(array.max() if vmax is None else vmax)
    stops = np.array([to_rgb(stop) for stop in get_cmap(cmap).stops])
    share = (array.astype(np.float64) - low) / ((high - low) or 1.0)
    step = np.clip(np.floor(share * 256), 0, 255) / 255 * (len(stops) - 1)
    below = np.clip(np.floor(step), 0, len(stops) - 2).astype(np.int64)
    part = np.expand_dims(step - below, -1)
    return np.round((stops[below] * (1 - part) + stops[below + 1] * part) * 255).astype(np.uint8)
