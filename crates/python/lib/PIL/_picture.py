"""`Image`: a picture's pixels with their mode, and what can be done with them.

What it is not: the making of pictures, which is `Image.py`. Start reading at `Image`.
"""

import numpy as np
import torch
from PIL import _files, _mixing, _modes, _values
from PIL._bytes import bytes_of
from PIL._reshaping import Reshaping
from PIL._settings import Dither


class Image(Reshaping):
    """A picture; `_pixels` is (H, W), or (H, W, bands)."""

    format = None

    def __init__(self, pixels=None, mode=""):
        self._pixels = torch.zeros((0, 0), dtype=torch.uint8) if pixels is None else pixels
        self.mode, self.info, self.filename = mode, {}, ""

    def _like(self, pixels):
        made = Image(pixels, self.mode)
        made.info = dict(self.info)
        return made

    @property
    def width(self):
        return self._pixels.shape[1]

    @property
    def height(self):
        return self._pixels.shape[0]

    @property
    def size(self):
        return (self.width, self.height)

    @property
    def _kindling_tensor(self):
        """What `np.array` reads: a copy, which nothing that is written to reaches the picture from."""
        return (self._pixels != 0) if self.mode == "1" else self._pixels.clone()

    def __array__(self, dtype=None, copy=None):
        if copy is False:
            raise ValueError("Unable to avoid copy while creating an array as requested.")
        return np.array(self._kindling_tensor, dtype=dtype)

    def __repr__(self):
        return f"{self._told()} at 0x{id(self):X}>"

    def _told(self):
        where = f"PIL.{self.format.title()}ImagePlugin" if self.format else "PIL.Image"
        return f"<{where}.{type(self).__name__} image mode={self.mode} size={self.width}x{self.height}"

    def _repr_pretty_(self, p, cycle):
        """As `repr`, without where it lies in memory."""
        del cycle
        p.text(self._told() + ">")

    def __eq__(self, other):
        if type(other).__mro__[-2] is not type(self).__mro__[-2] or not isinstance(other, Image):
            return NotImplemented
        return self.mode == other.mode and self.size == other.size and torch.equal(self._pixels, other._pixels)

    __hash__ = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        """Files are read when they are opened: there is nothing to close."""

    def verify(self):
        """A file that was opened was read as a whole, and is in order."""

    def copy(self):
        """The picture again."""
        return self._like(self._pixels.clone())

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()

    def getbands(self):
        """The names of the bands."""
        return _modes.BANDS[self.mode]

    def convert(self, mode=None, matrix=None, dither=None, palette=0, colors=256):
        """The picture in another mode."""
        if matrix is not None or palette != 0 or colors != 256:
            raise NotImplementedError("Image.convert: matrix, palette and colors are not built into this PIL")
        mode = "RGB" if mode is None else mode
        made = self._like(_modes.converted(self._pixels, self.mode, mode, dither != Dither.NONE))
        made.mode = mode
        return made

    def load(self):
        """The pixels by place: `picture.load()[x, y]`."""
        return _values.PixelAccess(self)

    def getpixel(self, xy):
        """The value at (x, y): a number, or one a band."""
        return _values.get(self, xy)

    def putpixel(self, xy, value):
        """Writes the value at (x, y)."""
        _values.put(self, xy, value)

    def getdata(self, band=None):
        """All values, row by row."""
        pixels = self._pixels if band is None else self._pixels[..., band]
        flat = pixels.reshape(-1, *pixels.shape[2:]).tolist()
        return [tuple(each) for each in flat] if pixels.ndim == 3 else flat

    get_flattened_data = getdata

    def putdata(self, data, scale=1.0, offset=0.0):
        """Writes values, row by row."""
        values = torch.tensor(list(data), dtype=torch.float64) * scale + offset
        flat = self._pixels.view(-1, *self._pixels.shape[2:])
        if len(values) > len(flat):
            raise TypeError("too many data entries")
        if self._pixels.dtype == torch.uint8:
            values = values.clamp(0, 255)
        flat[: len(values)] = values.to(self._pixels.dtype)

    def point(self, lut, mode=None):
        """A function of each value, or a table of what becomes of each."""
        return _values.looked_up(self, lut, mode)

    def split(self):
        """The bands as gray pictures."""
        if self._pixels.ndim == 2:
            return (self.copy(),)
        return tuple(Image(band.contiguous(), "L") for band in self._pixels.unbind(-1))

    def getchannel(self, channel):
        """A band, by its name or its number."""
        bands = self.getbands()
        if isinstance(channel, str):
            if channel not in bands:
                raise ValueError(f'The image has no channel "{channel}"')
            channel = bands.index(channel)
        return self.split()[channel]

    def putalpha(self, alpha):
        """Writes how opaque it is: a number, or a gray picture."""
        mode = "LA" if self.mode in ("L", "LA", "1") else "RGBA"
        pixels = _modes.converted(self._pixels, self.mode, mode)
        pixels[..., -1] = alpha.convert("L")._pixels if isinstance(alpha, Image) else alpha
        self._pixels, self.mode = pixels, mode

    def paste(self, im, box=None, mask=None):
        """Writes a picture, or a colour, at a place or over a box; through a mask as strong as that says."""
        if isinstance(box, Image):
            box, mask = None, box
        box = (0, 0) if box is None else tuple(box)
        if len(box) == 2:
            sized = im if isinstance(im, Image) else mask
            size = self.size if sized is None and box == (0, 0) else None if sized is None else sized.size
            if size is None:
                raise ValueError("cannot determine region size; use 4-item box")
            box = (*box, box[0] + size[0], box[1] + size[1])
        wide, high = box[2] - box[0], box[3] - box[1]
        if isinstance(im, Image):
            if im.size != (wide, high):
                raise ValueError("images do not match")
            new = _modes.converted(im._pixels, im.mode, self.mode)
        else:
            ink = torch.tensor(_values.ink(im, self.mode), dtype=self._pixels.dtype)
            new = ink.expand(high, wide, *ink.shape)
        self._paste(new, box, mask)

    def _paste(self, new, box, mask):
        left, top = max(box[0], 0), max(box[1], 0)
        right, bottom = min(box[2], self.width), min(box[3], self.height)
        if left >= right or top >= bottom:
            return
        inside = (slice(top - box[1], bottom - box[1]), slice(left - box[0], right - box[0]))
        part = self._pixels[top:bottom, left:right]
        new = new[inside]
        if mask is not None:
            if mask.size != (box[2] - box[0], box[3] - box[1]):
                raise ValueError("images do not match")
            if mask.mode not in ("1", "L", "LA", "RGBA"):
                raise ValueError("bad transparency mask")
            strength = mask._pixels[..., -1] if mask._pixels.ndim == 3 else mask._pixels
            new = _mixing.through(new, part, strength[inside])
        part.copy_(new)

    def alpha_composite(self, im, dest=(0, 0), source=(0, 0)):
        """Lays an RGBA picture over this one at a place."""
        part = im.crop((*source, *im.size))
        box = (*dest, dest[0] + part.width, dest[1] + part.height)
        over = _mixing.over(self.crop(box)._pixels, part._pixels)
        self._paste(over, box, None)

    def histogram(self, mask=None, extrema=None):
        """How often each value occurs, band by band."""
        if mask is not None or extrema is not None or self._pixels.dtype != torch.uint8:
            raise NotImplementedError("Image.histogram with a mask, or of modes I and F, is not built into this PIL")
        bands = [self._pixels] if self._pixels.ndim == 2 else self._pixels.unbind(-1)
        return [each for band in bands for each in torch.bincount(band.flatten().long(), minlength=256).tolist()]

    def getextrema(self):
        """The least and the greatest value, of each band."""
        if self._pixels.ndim == 2:
            return (self._pixels.min().item(), self._pixels.max().item())
        return tuple((band.min().item(), band.max().item()) for band in self._pixels.unbind(-1))

    def getbbox(self, *, alpha_only=True):
        """The box around what is not black; None if all is."""
        pixels = self._pixels[..., -1] if alpha_only and self.mode in ("RGBA", "LA") else self._pixels
        drawn = pixels != 0
        drawn = drawn.any(-1) if drawn.ndim == 3 else drawn
        if not drawn.any():
            return None
        rows, columns = (torch.nonzero(drawn.any(dim)).flatten().tolist() for dim in (1, 0))
        return (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)

    def getcolors(self, maxcolors=256):
        """How often each colour occurs; None if there are more than that."""
        counts = {}
        for value in self.getdata():
            counts[value] = counts.get(value, 0) + 1
        return None if len(counts) > maxcolors else [(count, value) for value, count in counts.items()]

    def filter(self, filter):
        """What a filter of `ImageFilter` makes of it."""
        filter = filter() if isinstance(filter, type) else filter
        if not hasattr(filter, "_applied"):
            raise TypeError("filter argument should be ImageFilter.Filter instance or class")
        return self._like(filter._applied(self._pixels))

    def tobytes(self, encoder_name="raw", *args):
        """The values as bytes, row by row."""
        if encoder_name != "raw" or args or self._pixels.dtype != torch.uint8 or self.mode == "1":
            raise NotImplementedError(f"Image.tobytes of mode {self.mode!r} is not built into this PIL")
        return bytes_of(self._pixels)

    def save(self, fp, format=None, **params):
        """Writes it to a file, in the format that its name ends in or that is given."""
        _files.save(self, fp, format, params)

    def show(self, title=None):
        """Shows it below the cell."""
        from matplotlib import pyplot

        pyplot.figure()
        gray = {"cmap": "gray", "vmin": 0, "vmax": 255} if self._pixels.ndim == 2 else {}
        pyplot.imshow(np.asarray(self if self.mode in ("L", "RGB", "RGBA") else self.convert("RGB")), **gray)
        pyplot.axis("off")
        if title is not None:
            pyplot.title(title)
        pyplot.show()

    def seek(self, frame):
        if frame != 0:
            raise EOFError("no more images in file")

    def tell(self):
        return 0

    def getexif(self):
        return {}

    def __getattr__(self, name):
        if name in _NOT_BUILT:
            raise NotImplementedError(f"Image.{name} is not built into this PIL")
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


_NOT_BUILT = frozenset(
    "quantize remap_palette getpalette putpalette effect_spread entropy draft getprojection toqimage tobitmap "
    "apply_transparency getxmp frombytes".split()
)
Image.__module__ = "PIL.Image"
