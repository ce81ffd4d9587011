"""HUSL: colours by hue, saturation and lightness, as eyes judge them, by way of CIE L*u*v*.

What it is not: palettes, which are `palettes`. Source: CIE 15:2004, and A. Boronine's HUSL. Start reading at `husl_to_rgb`.
"""

import math

_FROM_XYZ = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))
_WHITE_U, _WHITE_V = 0.19784, 0.46834
_DARK, _SLOPE = 0.008856, 903.3


def husl_to_rgb(hue, saturation, lightness):
    """Red, green and blue from 0 to 1; hue in degrees, the others as percents."""
    chroma = _most_chroma(lightness, hue) / 100.0 * saturation
    angle = math.radians(hue)
    return _of_luv(lightness, math.cos(angle) * chroma, math.sin(angle) * chroma)


def _most_chroma(lightness, hue):
    """The most colourful that a screen can show at that hue and lightness."""
    sine, cosine = math.sin(math.radians(hue)), math.cos(math.radians(hue))
    cube = (lightness + 16.0) ** 3 / 1560896.0
    cube = cube if cube > _DARK else lightness / _SLOPE
    found = math.inf
    for red, green, blue in _FROM_XYZ:
        top = (0.99915 * red + 1.05122 * green + 1.14460 * blue) * cube
        bottom = ((0.86330 * blue - 0.17266 * green) * sine + (0.12949 * blue - 0.38848 * red) * cosine) * cube
        for edge in (0.0, 1.0):
            chroma = lightness * (top - 1.05122 * edge) / (bottom + 0.17266 * sine * edge)
            if 0 < chroma < found:
                found = chroma
    return found


def _of_luv(lightness, u, v):
    part = (lightness + 16.0) / 116.0
    y = part**3 if part**3 > _DARK else (116.0 * part - 16.0) / _SLOPE
    u, v = u / (13.0 * lightness) + _WHITE_U, v / (13.0 * lightness) + _WHITE_V
    x = 0.0 - 9.0 * y * u / ((u - 4.0) * v - u * v)
    z = (9.0 * y - 15.0 * v * y - v * x) / (3.0 * v)
    return tuple(_screened(sum(a * b for a, b in zip(row, (x, y, z)))) for row in _FROM_XYZ)


def _screened(value):
    """A share of light as a screen's value."""
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
