"""How a sample lies beside a distribution, value by value: `probplot`.

What it is not: tests. Start reading at `probplot`.
"""

import numpy as np
from scipy.stats._correlation import linregress
from scipy.stats._distributions import norm


def probplot(x, sparams=(), dist="norm", fit=True, plot=None, rvalue=False):
    """Sorted values beside where a distribution has their likes, and the line through them: drawn, if `plot` can draw.

    The places are Filliben's: the medians that the values would have, were they shares.
    """
    if dist not in ("norm", norm):
        raise NotImplementedError(f"probplot: dist={dist!r} is not built into this scipy; only dist='norm' is")
    values = np.sort(np.asarray(x, dtype=float))
    count = len(values)
    if not count:
        nothing = (values, values)
        return (nothing, (np.nan, np.nan, 0.0)) if fit or plot is not None else nothing
    shares = (np.arange(1, count + 1) - 0.3175) / (count + 0.365)
    shares[-1] = 0.5 ** (1.0 / count)
    shares[0] = 1 - shares[-1]
    sparams = tuple(sparams) if isinstance(sparams, (tuple, list)) else (sparams,)
    places = norm.ppf(shares, *sparams)
    if not fit and plot is None:
        return places, values
    line = linregress(places, values)
    if plot is not None:
        _drawn(plot, places, values, line, fit, rvalue)
    return ((places, values), (line.slope, line.intercept, line.rvalue)) if fit else (places, values)


def _drawn(plot, places, values, line, fit, rvalue):
    plot.plot(places, values, "bo")
    if fit:
        plot.plot(places, line.slope * places + line.intercept, "r-")
    say = (plot.set_title, plot.set_xlabel, plot.set_ylabel) if hasattr(plot, "set_title") else (plot.title, plot.xlabel, plot.ylabel)
    for each, words in zip(say, ("Probability Plot", "Theoretical quantiles", "Ordered Values")):
        each(words)
    if fit and rvalue:
        place = places.min() + 0.7 * (places.max() - places.min()), values.min() + 0.01 * (values.max() - values.min())
        plot.text(*place, f"$R^2={line.rvalue**2:1.4f}$")


__all__ = ["probplot"]
