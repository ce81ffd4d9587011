"""Transforms by cosines and sines.

What it is not: Fourier's, which are numpy's. Start reading at `dct`.
"""

import numpy as np


def _along(x, n, axis, work):
    table = np.moveaxis(np.asarray(x, dtype=float), axis, -1)
    if n is not None:
        table = table[..., :n] if n <= table.shape[-1] else np.concatenate(
            [table, np.zeros((*table.shape[:-1], n - table.shape[-1]))], axis=-1)
    return np.moveaxis(work(table), -1, axis)


def _table(kind, count, wave):
    """What each value counts in each sum."""
    places, waves = np.arange(count), np.arange(count).reshape(-1, 1)
    if wave is np.cos:
        if kind == 1:
            weights = np.where((places == 0) | (places == count - 1), 1.0, 2.0)
            return weights * np.cos(np.pi * waves * places / (count - 1))
        if kind == 2:
            return 2 * np.cos(np.pi * waves * (2 * places + 1) / (2 * count))
        if kind == 3:
            return np.where(places == 0, 1.0, 2.0) * np.cos(np.pi * (2 * waves + 1) * places / (2 * count))
        return 2 * np.cos(np.pi * (2 * waves + 1) * (2 * places + 1) / (4 * count))
    if kind == 1:
        return 2 * np.sin(np.pi * (waves + 1) * (places + 1) / (count + 1))
    if kind == 2:
        return 2 * np.sin(np.pi * (waves + 1) * (2 * places + 1) / (2 * count))
    if kind == 3:
        last = np.where(places == count - 1, 1.0, 2.0)
        return last * np.sin(np.pi * (2 * waves + 1) * (places + 1) / (2 * count))
    return 2 * np.sin(np.pi * (2 * waves + 1) * (2 * places + 1) / (4 * count))


def _transformed(x, kind, n, axis, norm, wave, is_back, orthogonalize=None):
    if kind not in (1, 2, 3, 4):
        raise ValueError("invalid DCT type")
    if orthogonalize is not None:
        raise NotImplementedError("scipy.fft: orthogonalize is not built into this scipy")
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(f"Invalid norm value {norm!r}, should be None, 'ortho' or 'forward'")

    def work(table):
        count = table.shape[-1]
        own = {2: 3, 3: 2}.get(kind, kind) if is_back else kind
        whole = {True: 2 * (count - 1), False: 2 * (count + 1)}[wave is np.cos] if kind == 1 else 2 * count
        basis = _table(own, count, wave)
        if norm == "ortho":
            return table @ _even(basis, own, count, wave, whole).T
        scale = 1 / whole if is_back == (norm != "forward") else 1.0
        return table @ basis.T * scale

    return _along(x, n, axis, work)


def _even(basis, kind, count, wave, whole):
    """The table whose rows are all of length one."""
    basis = basis / np.sqrt(whole)
    edge = 0 if wave is np.cos else count - 1
    if kind == 2:
        basis[edge] = basis[edge] / np.sqrt(2)
    elif kind == 3:
        basis[:, edge] = basis[:, edge] * np.sqrt(2)
    elif kind == 1 and wave is np.cos:
        ends = [0, count - 1]
        basis[:, ends] = basis[:, ends] * np.sqrt(2)
        basis[ends] = basis[ends] / np.sqrt(2)
    return basis


def dct(x, type=2, n=None, axis=-1, norm=None, overwrite_x=False, workers=None, orthogonalize=None):
    """Sums of cosines."""
    return _transformed(x, type, n, axis, norm, np.cos, False, orthogonalize)


def idct(x, type=2, n=None, axis=-1, norm=None, overwrite_x=False, workers=None, orthogonalize=None):
    """What sums of cosines were of."""
    return _transformed(x, type, n, axis, norm, np.cos, True, orthogonalize)


def dst(x, type=2, n=None, axis=-1, norm=None, overwrite_x=False, workers=None, orthogonalize=None):
    """Sums of sines."""
    return _transformed(x, type, n, axis, norm, np.sin, False, orthogonalize)


def idst(x, type=2, n=None, axis=-1, norm=None, overwrite_x=False, workers=None, orthogonalize=None):
    """What sums of sines were of."""
    return _transformed(x, type, n, axis, norm, np.sin, True, orthogonalize)


def _over_all(one):
    def transform(x, type=2, s=None, axes=None, norm=None, overwrite_x=False, workers=None, *, orthogonalize=None):
        if s is not None:
            raise NotImplementedError(f"{one.__name__}n: s is not built into this scipy")
        found = np.asarray(x, dtype=float)
        for axis in range(found.ndim) if axes is None else np.atleast_1d(axes).tolist():
            found = one(found, type, None, axis, norm)
        return found

    return transform


dctn, idctn, dstn, idstn = map(_over_all, (dct, idct, dst, idst))
