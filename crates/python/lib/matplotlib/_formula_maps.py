"""The colours of maps by pieces and by formulas.

What it is not: those whose colours are listed (`_fine_maps`). Start reading at `parts_of`.
"""

import numpy as np

# Red, green and blue, each a place and what it is there, a place and what it is there, …
_PIECES = {
    "CMRmap": (
        "0 0 .125 .15 .25 .3 .375 .6 .5 1 .625 .9 .75 .9 .875 .9 1 1",
        "0 0 .125 .15 .25 .15 .375 .2 .5 .25 .625 .5 .75 .75 .875 .9 1 1",
        "0 0 .125 .5 .25 .75 .375 .5 .5 .15 .625 0 .75 .1 .875 .5 1 1",
    ),
    "bone": (
        "0 0 .746032 .652778 1 1",
        "0 0 .365079 .319444 .746032 .777778 1 1",
        "0 0 .365079 .444444 1 1",
    ),
    "copper": (
        "0 0 .809524 1 1 1",
        "0 0 1 .7812",
        "0 0 1 .4975",
    ),
    "gist_rainbow": (
        "0 1 .03 1 .215 1 .4 0 .586 0 .77 0 .954 1 1 1",
        "0 0 .03 0 .215 1 .4 1 .586 1 .77 0 .954 0 1 0",
        "0 .16 .03 0 .215 0 .4 0 .586 1 .77 1 .954 1 1 .75",
    ),
    "hot": (
        "0 .0416 .365079 1 1 1",
        "0 0 .365079 0 .746032 1 1 1",
        "0 0 .746032 0 1 1",
    ),
    "hsv": (
        "0 1 .15873 1 .174603 .96875 .333333 .03125 .349206 0 .666667 0 .68254 .03125 .84127 .96875 .857143 1 1 1",
        "0 0 .15873 .9375 .174603 1 .507937 1 .666667 .0625 .68254 0 1 0",
        "0 0 .333333 0 .349206 .0625 .507937 1 .84127 1 .857143 .9375 1 .09375",
    ),
    "jet": (
        "0 0 .35 0 .66 1 .89 1 1 .5",
        "0 0 .125 0 .375 1 .64 1 .91 0 1 0",
        "0 .5 .11 1 .34 1 .65 0 1 0",
    ),
    "nipy_spectral": (
        "0 0 .05 .4667 .1 .5333 .15 0 .2 0 .25 0 .3 0 .35 0 .4 0 .45 0 .5 0 .55 0 .6 0 .65 .7333 .7 .9333 .75 1 "
        ".8 1 .85 1 .9 .8667 .95 .8 1 .8",
        "0 0 .05 0 .1 0 .15 0 .2 0 .25 .4667 .3 .6 .35 .6667 .4 .6667 .45 .6 .5 .7333 .55 .8667 .6 1 .65 1 .7 "
        ".9333 .75 .8 .8 .6 .85 0 .9 0 .95 0 1 .8",
        "0 0 .05 .5333 .1 .6 .15 .6667 .2 .8667 .25 .8667 .3 .8667 .35 .6667 .4 .5333 .45 0 .5 0 .55 0 .6 0 .65 0 "
        ".7 0 .75 0 .8 0 .85 0 .9 0 .95 0 1 .8",
    ),
    "seismic": ("0 0 .25 0 .5 1 .75 1 1 .5", "0 0 .25 0 .5 1 .75 0 1 0", "0 .3 .25 1 .5 1 .75 0 1 0"),
    "summer": ("0 0 1 1", "0 .5 1 1", "0 .4 1 .4"),
    "terrain": (
        "0 .2 .15 0 .25 0 .5 1 .75 .5 1 1",
        "0 .2 .15 .6 .25 .8 .5 1 .75 .36 1 1",
        "0 .6 .15 1 .25 .4 .5 .6 .75 .33 1 1",
    ),
    "winter": ("0 0 1 0", "0 0 1 1", "0 1 1 .5"),
}


def _helix(first, second):
    """A part of the colours that turn around the way from black to white."""

    def part(x):
        turned = 2 * np.pi * (0.5 / 3 - 1.5 * x)
        return x + x * (1 - x) / 2 * (first * np.cos(turned) + second * np.sin(turned))

    return part


_FORMULAS = {
    "afmhot": (lambda x: 2 * x, lambda x: 2 * x - 0.5, lambda x: 2 * x - 1),
    "cubehelix": (_helix(-0.14861, 1.78277), _helix(-0.29227, -0.90649), _helix(1.97294, 0.0)),
    "flag": (
        lambda x: 0.75 * np.sin((x * 31.5 + 0.25) * np.pi) + 0.5,
        lambda x: np.sin(x * 31.5 * np.pi),
        lambda x: 0.75 * np.sin((x * 31.5 - 0.25) * np.pi) + 0.5,
    ),
    "gist_heat": (lambda x: 1.5 * x, lambda x: 2 * x - 1, lambda x: 4 * x - 3),
    "gnuplot": (np.sqrt, lambda x: x**3, lambda x: np.sin(x * 2 * np.pi)),
    "gnuplot2": (
        lambda x: x / 0.32 - 0.78125,
        lambda x: 2 * x - 0.84,
        lambda x: np.where(x < 0.25, 4 * x, np.where(x < 0.92, -2 * x + 1.84, x / 0.08 - 11.5)),
    ),
    "ocean": (lambda x: 3 * x - 2, lambda x: np.abs((3 * x - 1) / 2), lambda x: x),
    "prism": (
        lambda x: 0.75 * np.sin((x * 20.9 + 0.25) * np.pi) + 0.67,
        lambda x: 0.75 * np.sin((x * 20.9 - 0.25) * np.pi) + 0.33,
        lambda x: -1.1 * np.sin((x * 20.9) * np.pi),
    ),
    "rainbow": (lambda x: np.abs(2 * x - 0.5), lambda x: np.sin(x * np.pi), lambda x: np.cos(x * np.pi / 2)),
}


def parts_of(name):
    """Red, green and blue of the map of that name: functions of a place, or rows of places and values."""
    return _FORMULAS[name] if name in _FORMULAS else [_rows(part) for part in _PIECES[name]]


def _rows(text):
    numbers = list(map(float, text.split()))
    return tuple((at, part, part) for at, part in zip(numbers[::2], numbers[1::2]))
