"""What modes there are, and how pixels of one become those of another.

What it is not: a picture; pixels are tensors here, (H, W) or (H, W, bands). Start reading at `converted`.
"""

import torch

BANDS = {
    "1": ("1",),
    "L": ("L",),
    "I": ("I",),
    "F": ("F",),
    "LA": ("L", "A"),
    "RGB": ("R", "G", "B"),
    "RGBA": ("R", "G", "B", "A"),
    "HSV": ("H", "S", "V"),
    "CMYK": ("C", "M", "Y", "K"),
}
# Those that Pillow has besides.
_OTHERS = ("P", "PA", "YCbCr", "LAB", "RGBX", "RGBa", "La", "I;16", "I;16L", "I;16B", "I;16N")
_DTYPES = {"I": torch.int32, "F": torch.float32}


def check(mode):
    """Raises for a mode that is not there: ValueError, NotImplementedError where Pillow has it."""
    if mode in _OTHERS:
        raise NotImplementedError(f"pictures of mode {mode!r} are not built into this PIL")
    if mode not in BANDS:
        raise ValueError("unrecognized image mode")


def dtype_of(mode):
    return _DTYPES.get(mode, torch.uint8)


def clipped(values):
    """Whole numbers as bytes, what lies outside at the nearest end."""
    return values.clamp(0, 255).to(torch.uint8)


def converted(pixels, mode, wanted, is_dithered=True):
    """Pixels of a mode in another one.

    Raises:
        ValueError: where there is no way.
    """
    if wanted not in BANDS and wanted not in _OTHERS:
        raise ValueError("image has wrong mode")
    check(wanted)
    if mode == wanted:
        return pixels.clone()
    direct = _DIRECT.get((mode, wanted))
    if direct is not None:
        return direct(pixels)
    if wanted == "1":
        gray = converted(pixels, mode, "L")
        # Of colours Pillow takes the gray here without rounding it.
        is_colour = mode in ("RGB", "RGBA") and is_dithered
        gray = (_gray_float(pixels) + 1e-4).floor().to(torch.uint8) if is_colour else gray
        return _dithered(gray) if is_dithered else torch.where(gray >= 128, 255, 0).to(torch.uint8)
    if mode == "1":
        return converted(pixels, "L", wanted)
    for between in ("RGB", "L"):
        if between not in (mode, wanted) and (mode, between) in _DIRECT and (between, wanted) in _DIRECT:
            return _DIRECT[between, wanted](_DIRECT[mode, between](pixels))
    raise ValueError(
        "conversion not supported" if mode in ("I", "F") else f"conversion from {mode} to {wanted} not supported"
    )


def _gray(pixels):
    red, green, blue = pixels.int()[..., :3].unbind(-1)
    return ((red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16).to(torch.uint8)


def _gray_float(pixels):
    red, green, blue = pixels.int()[..., :3].unbind(-1)
    return (red * 299 + green * 587 + blue * 114).float() / 1000.0


def _stacked(*bands):
    return torch.stack(torch.broadcast_tensors(*bands), -1)


def _full(pixels):
    return torch.full_like(pixels, 255)


def _hsv(pixels):
    red, green, blue = (pixels[..., at].int() for at in range(3))
    high = torch.maximum(torch.maximum(red, green), blue)
    low = torch.minimum(torch.minimum(red, green), blue)
    spread = (high - low).float()
    safe = torch.where(spread == 0, torch.ones_like(spread), spread)
    from_red, from_green, from_blue = ((high - each).float() / safe for each in (red, green, blue))
    hue = torch.where(
        red == high,
        from_blue - from_green,
        torch.where(green == high, 2.0 + from_red - from_blue, 4.0 + from_green - from_red),
    )
    hue = ((hue.double() / 6.0 + 1.0) % 1.0).float()
    share = spread / torch.where(high == 0, torch.ones_like(high), high).float()
    gray = spread == 0
    hue, share = ((each.double() * 255.0).int().masked_fill(gray, 0) for each in (hue, share))
    return _stacked(clipped(hue), clipped(share), high.to(torch.uint8))


def _rgb_of_hsv(pixels):
    hue, share, value = (pixels[..., at].float() for at in range(3))
    sixth = (hue * 6.0 / 255.0).floor()
    part, share_part = hue * 6.0 / 255.0 - sixth, share / 255.0
    # Halves away from zero, as C rounds.
    p, q, t = (
        clipped((value * each + 0.5).floor().int())
        for each in (1.0 - share_part, 1.0 - share_part * part, 1.0 - share_part * (1.0 - part))
    )
    v = pixels[..., 2]
    sides = ((v, t, p), (q, v, p), (p, v, t), (p, q, v), (t, p, v), (v, p, q))
    found, sixth = _stacked(v, v, v), sixth.int() % 6
    for at, side in enumerate(sides):
        found = torch.where((sixth == at).unsqueeze(-1), _stacked(*side), found)
    return torch.where((pixels[..., 1] == 0).unsqueeze(-1), _stacked(v, v, v), found)


def _rgb_of_cmyk(pixels):
    black = pixels[..., 3:].int()
    # c * (255 - k) / 255, rounded.
    product = pixels[..., :3].int() * (255 - black) + 128
    return clipped(255 - black - (((product >> 8) + product) >> 8))


def _floats(pixels):
    return pixels.float()


def _bytes_of_floats(pixels):
    return clipped(pixels.clamp(0, 255).int())


_DIRECT = {
    ("L", "RGB"): lambda pixels: _stacked(pixels, pixels, pixels),
    ("L", "RGBA"): lambda pixels: _stacked(pixels, pixels, pixels, _full(pixels)),
    ("L", "LA"): lambda pixels: _stacked(pixels, _full(pixels)),
    ("L", "I"): lambda pixels: pixels.int(),
    ("L", "F"): _floats,
    ("L", "CMYK"): lambda pixels: _stacked(*[torch.zeros_like(pixels)] * 3, 255 - pixels),
    ("L", "HSV"): lambda pixels: _stacked(torch.zeros_like(pixels), torch.zeros_like(pixels), pixels),
    ("1", "L"): lambda pixels: pixels.clone(),
    ("LA", "L"): lambda pixels: pixels[..., 0].clone(),
    ("LA", "RGB"): lambda pixels: _stacked(*[pixels[..., 0]] * 3),
    ("LA", "RGBA"): lambda pixels: _stacked(*[pixels[..., 0]] * 3, pixels[..., 1]),
    ("RGB", "L"): _gray,
    ("RGB", "F"): _gray_float,
    ("RGB", "I"): lambda pixels: _gray(pixels).int(),
    ("RGB", "RGBA"): lambda pixels: torch.cat([pixels, _full(pixels[..., :1])], -1),
    ("RGB", "LA"): lambda pixels: _stacked(_gray(pixels), _full(pixels[..., 0])),
    ("RGB", "HSV"): _hsv,
    ("RGB", "CMYK"): lambda pixels: torch.cat([255 - pixels, torch.zeros_like(pixels[..., :1])], -1),
    ("RGBA", "L"): _gray,
    ("RGBA", "F"): _gray_float,
    ("RGBA", "I"): lambda pixels: _gray(pixels).int(),
    ("RGBA", "RGB"): lambda pixels: pixels[..., :3].clone(),
    ("RGBA", "LA"): lambda pixels: _stacked(_gray(pixels), pixels[..., 3]),
    ("HSV", "RGB"): _rgb_of_hsv,
    ("CMYK", "RGB"): _rgb_of_cmyk,
    ("I", "L"): clipped,
    ("I", "F"): _floats,
    ("I", "RGB"): lambda pixels: _stacked(*[clipped(pixels)] * 3),
    ("F", "L"): _bytes_of_floats,
    ("F", "I"): lambda pixels: pixels.int(),
}


def _dithered(gray):
    """Black and white whose errors go to the neighbours that come later, as Floyd and Steinberg share them."""
    rows, width = gray.tolist(), gray.shape[1]
    below, found = [0] * (width + 1), []
    for row in rows:
        carried = before = diagonal = 0
        line = []
        for at, value in enumerate(row):
            total = carried + below[at + 1]
            share = total // 16 if total >= 0 else -(-total // 16)
            value = min(max(value + share, 0), 255)
            white = 255 if value > 128 else 0
            line.append(white)
            error = value - white
            below[at] = 3 * error + before
            before = 5 * error + diagonal
            diagonal = error
            carried = 7 * error
        below[width] = before
        found.append(line)
    return torch.tensor(found, dtype=torch.uint8).reshape(gray.shape)


def premultiplied(pixels):
    """RGBA with colours as strong as they are opaque."""
    alpha = pixels[..., 3:].int()
    product = pixels[..., :3].int() * alpha + 128
    return torch.cat([(((product >> 8) + product) >> 8).to(torch.uint8), pixels[..., 3:]], -1)


def unmultiplied(pixels):
    """RGBA again."""
    alpha = pixels[..., 3:].int()
    safe = torch.where(alpha == 0, 255, alpha)
    colours = clipped(torch.div(pixels[..., :3].int() * 255, safe, rounding_mode="trunc"))
    kept = torch.where((alpha == 0) | (alpha == 255), pixels[..., :3], colours)
    return torch.cat([kept, pixels[..., 3:]], -1)
