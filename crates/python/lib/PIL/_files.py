"""Pictures out of files and into them, by format.

What it is not: the formats; those are `_png` and `_bitmaps`, and JPEG is the host's. Start reading at `opened`.
"""

import os

from PIL import UnidentifiedImageError, _bitmaps, _bytes, _png

def _written_jpeg(pixels, mode, **options):
    from PIL import _jpeg

    return _jpeg.write(pixels, mode, **options)


_WRITERS = {"PNG": _png.written, "BMP": _bitmaps.written_bmp, "PPM": _bitmaps.written_ppm, "JPEG": _written_jpeg}
_ENDINGS = {".png": "PNG", ".bmp": "BMP", ".dib": "BMP", ".ppm": "PPM", ".pgm": "PPM", ".pnm": "PPM",
            ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}  # fmt: skip
# Formats that are known here by their first bytes, and not read.
_UNREAD = {b"GIF8": "GIF", b"RIFF": "WEBP", b"II*\x00": "TIFF", b"MM\x00*": "TIFF"}
_KIND_NAMES = {"PNG": "Png", "BMP": "Bmp", "PPM": "Ppm", "JPEG": "Jpeg", "GIF": "Gif", "WEBP": "WebP", "TIFF": "Tiff"}


def opened(fp, formats):
    """The picture in a file."""
    if hasattr(fp, "read"):
        data, name = fp.read(), getattr(fp, "name", "")
    elif not isinstance(fp, (str, bytes, os.PathLike)):
        raise AttributeError(f"'{type(fp).__name__}' object has no attribute 'read'")
    else:
        name = os.fspath(fp)
        with open(name, "rb") as file:
            data = file.read()
    told = repr(fp) if hasattr(fp, "read") else repr(str(name))
    for format, starts, read in _READERS:
        if data.startswith(starts) and (formats is None or format in formats):
            return _picture(format, *read(data), name)
    for start, format in _UNREAD.items():
        if data.startswith(start):
            raise UnidentifiedImageError(
                f"cannot identify image file {told}: {format} files are not read here. Save the picture as PNG, and add that "
                "to the files."
            )
    raise UnidentifiedImageError(f"cannot identify image file {told}")


def _jpeg(data):
    """Pixels and mode, by the host's decoder.

    Raises:
        UnidentifiedImageError: where there is none, and for a damaged file.
    """
    try:
        from _kindling_image import decode
    except ImportError:
        decode = None
    if decode is None:
        raise UnidentifiedImageError(
            "JPEG files cannot be read here: their decoder is not built in. Save the picture as PNG, and add that to the files."
        )
    try:
        width, height, mode, raw = decode(data)
    except ValueError as error:
        raise UnidentifiedImageError(f"cannot identify image file: {error}") from None
    pixels = _bytes.tensor_of(raw)
    return pixels.reshape(height, width) if mode == "L" else pixels.reshape(height, width, -1), mode


# How a file of each format begins, and what reads it.
_READERS = (
    ("PNG", (_png.SIGNATURE,), _png.read),
    ("BMP", (b"BM",), _bitmaps.read_bmp),
    ("PPM", (b"P5", b"P6"), _bitmaps.read_ppm),
    ("JPEG", (b"\xff\xd8\xff",), _jpeg),
)


def _picture(format, pixels, mode, name):
    kind = _kind(format)
    picture = kind(pixels, mode)
    picture.filename = str(name)
    return picture


_KINDS = {}


def _kind(format):
    """The class of pictures of a format: one that only knows what it was read from."""
    from PIL._picture import Image

    if format not in _KINDS:
        name = f"{_KIND_NAMES[format]}ImageFile"
        _KINDS[format] = type(name, (Image,), {"format": format, "__doc__": f"A picture from a {format} file."})
        _KINDS[format].__module__ = f"PIL.{_KIND_NAMES[format]}ImagePlugin"
    return _KINDS[format]


def save(picture, fp, format, params):
    """Writes a picture to a file.

    Raises:
        ValueError: where there is no telling the format.
        KeyError: for a format that there is not.
    """
    name = "" if hasattr(fp, "write") else os.fspath(fp)
    if format is None:
        ending = os.path.splitext(str(name) or getattr(fp, "name", ""))[1].lower()
        if ending not in _ENDINGS:
            raise ValueError(f"unknown file extension: {ending}")
        format = _ENDINGS[ending]
    format = "JPEG" if format.upper() == "JPG" else format.upper()
    if format not in _WRITERS:
        if format in _KIND_NAMES:
            raise NotImplementedError(f"Image.save: {format} files are not written here; save it as PNG")
        raise KeyError(format)
    _check(params, format)
    own = {name: params[name] for name in ("quality", "subsampling") if format == "JPEG" and params.get(name) is not None}
    data = _WRITERS[format](picture._pixels, picture.mode, **own)
    if hasattr(fp, "write"):
        fp.write(data)
        return
    with open(name, "wb") as file:
        file.write(data)


def _check(params, format):
    # How hard to pack changes no pixel, and neither do a file's remarks.
    for name in params:
        if name not in ("optimize", "compress_level", "quality", "dpi") + ("subsampling",) * (format == "JPEG"):
            raise NotImplementedError(f"Image.save: {name}={params[name]!r} is not built into this PIL")
