"""How alike two samples are: `RBF`, `Matern`, `WhiteKernel` and others, their sums and products.

What it is not: of texts or graphs. Source: C. Rasmussen, C. Williams, Gaussian Processes for Machine Learning, 2006. Start reading
at `Kernel`.
"""

import copy
import math
import warnings

import numpy as np
from _kindling_absent import Absent
from sklearn._arrays import floats
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics.pairwise import pairwise_distances


class Kernel:
    """A measure of likeness with numbers that may be fitted, whose logarithms are `theta`."""

    _fitted, requires_vector_input = (), True

    def get_params(self, deep=True):
        """The parameters by name."""
        del deep
        names = type(self).__init__.__code__.co_varnames[1 : type(self).__init__.__code__.co_argcount]
        return {name: getattr(self, name) for name in names}

    def set_params(self, **params):
        """Sets parameters by name."""
        for name, value in params.items():
            if name not in self.get_params():
                raise ValueError(f"Invalid parameter {name!r} for kernel {type(self).__name__}. Check the list of available parameters "
                                 "with `kernel.get_params().keys()`.")
            *path, last = name.split("__")
            owner = self
            for each in path:
                owner = getattr(owner, each)
            setattr(owner, last, value)
        return self

    def __sklearn_clone__(self):
        return copy.deepcopy(self)

    def clone_with_theta(self, theta):
        """The same with other numbers."""
        made = copy.deepcopy(self)
        made.theta = theta
        return made

    def _free(self):
        """The numbers that may be fitted: (name, their values, their bounds), the bounds a row each."""
        for name in self._fitted:
            bounds, values = getattr(self, f"{name}_bounds"), np.atleast_1d(np.asarray(getattr(self, name), dtype=float))
            if isinstance(bounds, str):
                if bounds != "fixed":
                    raise ValueError(f"Unknown bounds {bounds!r}")
                continue
            bounds = np.atleast_2d(np.asarray(bounds, dtype=float))
            yield name, values, np.repeat(bounds, len(values), 0) if len(bounds) == 1 else bounds

    @property
    def theta(self):
        """The logarithms of the numbers that may be fitted."""
        found = [np.log(values) for _, values, _ in self._free()]
        return np.concatenate(found) if found else np.array([])

    @theta.setter
    def theta(self, theta):
        at = 0
        for name, values, _ in list(self._free()):
            new = np.exp(np.asarray(theta[at : at + len(values)], dtype=float))
            setattr(self, name, new if len(values) > 1 else np.float64(new[0]))
            at += len(values)

    @property
    def bounds(self):
        """The logarithms of the bounds, a row each."""
        found = [bounds for _, _, bounds in self._free()]
        return np.log(np.concatenate(found)) if found else np.array([])

    n_dims = property(lambda self: len(self.theta))

    def _check_bounds_params(self):
        """Warns of numbers that were stopped by their bounds."""
        for name, values, bounds in self._free():
            for at, value in enumerate(values.tolist()):
                for end, (word, change) in zip(bounds[at], (("lower", "Decreasing"), ("upper", "Increasing"))):
                    if np.isclose(np.log(end), math.log(value)):
                        warnings.warn(
                            f"The optimal value found for dimension {at} of parameter {name} is close to the specified {word} bound "
                            f"{end}. {change} the bound and calling fit again may find a better value.",
                            ConvergenceWarning, stacklevel=3,
                        )  # fmt: skip
                        break

    def diag(self, X):
        """How alike each sample is to itself."""
        return np.ones(len(X))

    def is_stationary(self):
        """Whether only the distance counts."""
        return True

    def __add__(self, other):
        return Sum(self, other if isinstance(other, Kernel) else ConstantKernel(other))

    def __radd__(self, other):
        return Sum(other if isinstance(other, Kernel) else ConstantKernel(other), self)

    def __mul__(self, other):
        return Product(self, other if isinstance(other, Kernel) else ConstantKernel(other))

    def __rmul__(self, other):
        return Product(other if isinstance(other, Kernel) else ConstantKernel(other), self)

    def __pow__(self, exponent):
        return Exponentiation(self, exponent)

    def __eq__(self, other):
        return type(self) is type(other) and repr(self.get_params()) == repr(other.get_params())

    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{each:.3g}' for each in self.theta)})"

    def __call__(self, X, Y=None, eval_gradient=False):
        X = np.atleast_2d(floats(X))
        if Y is not None and eval_gradient:
            raise ValueError("Gradient can only be evaluated when Y is None.")
        table, slopes = self._told(X, X if Y is None else np.atleast_2d(floats(Y)), Y is None)
        if not eval_gradient:
            return table
        found = [slopes[name]() for name, _, _ in self._free()]
        found = [each[:, :, None] if each.ndim == 2 else each for each in found]
        return table, np.concatenate(found, axis=2) if found else np.zeros((len(X), len(X), 0))


class _Pair(Kernel):
    """Two kernels together."""

    def __init__(self, k1, k2):
        self.k1, self.k2 = k1, k2

    def get_params(self, deep=True):
        """The parameters by name, those of both kernels among them."""
        found = {"k1": self.k1, "k2": self.k2}
        for own in ("k1", "k2") if deep else ():
            found.update({f"{own}__{name}": value for name, value in found[own].get_params().items()})
        return found

    def _free(self):
        for own in ("k1", "k2"):
            for name, values, bounds in getattr(self, own)._free():
                yield f"{own}__{name}", values, bounds

    @property
    def theta(self):
        """The logarithms of the numbers that may be fitted."""
        return np.append(self.k1.theta, self.k2.theta)

    @theta.setter
    def theta(self, theta):
        count = self.k1.n_dims
        self.k1.theta, self.k2.theta = theta[:count], theta[count:]

    def is_stationary(self):
        """Whether only the distance counts."""
        return self.k1.is_stationary() and self.k2.is_stationary()


class Sum(_Pair):
    """One kernel and another."""

    def __call__(self, X, Y=None, eval_gradient=False):
        if not eval_gradient:
            return self.k1(X, Y) + self.k2(X, Y)
        (first, first_slopes), (second, second_slopes) = self.k1(X, Y, True), self.k2(X, Y, True)
        return first + second, np.concatenate([first_slopes, second_slopes], axis=2)

    def diag(self, X):
        """How alike each sample is to itself."""
        return self.k1.diag(X) + self.k2.diag(X)

    def __repr__(self):
        return f"{self.k1} + {self.k2}"


class Product(_Pair):
    """One kernel times another."""

    def __call__(self, X, Y=None, eval_gradient=False):
        if not eval_gradient:
            return self.k1(X, Y) * self.k2(X, Y)
        (first, first_slopes), (second, second_slopes) = self.k1(X, Y, True), self.k2(X, Y, True)
        return first * second, np.concatenate([first_slopes * second[:, :, None], second_slopes * first[:, :, None]], axis=2)

    def diag(self, X):
        """How alike each sample is to itself."""
        return self.k1.diag(X) * self.k2.diag(X)

    def __repr__(self):
        return f"{self.k1} * {self.k2}"


class Exponentiation(Kernel):
    """A kernel to a power."""

    def __init__(self, kernel, exponent):
        self.kernel, self.exponent = kernel, exponent

    def get_params(self, deep=True):
        """The parameters by name, those of the kernel among them."""
        found = {"kernel": self.kernel, "exponent": self.exponent}
        return {**found, **{f"kernel__{name}": value for name, value in self.kernel.get_params().items()}} if deep else found

    def _free(self):
        for name, values, bounds in self.kernel._free():
            yield f"kernel__{name}", values, bounds

    @property
    def theta(self):
        """The logarithms of the numbers that may be fitted."""
        return self.kernel.theta

    @theta.setter
    def theta(self, theta):
        self.kernel.theta = theta

    def __call__(self, X, Y=None, eval_gradient=False):
        if not eval_gradient:
            return self.kernel(X, Y) ** self.exponent
        table, slopes = self.kernel(X, Y, True)
        return table**self.exponent, slopes * (self.exponent * table ** (self.exponent - 1))[:, :, None]

    def diag(self, X):
        """How alike each sample is to itself."""
        return self.kernel.diag(X) ** self.exponent

    def is_stationary(self):
        """Whether only the distance counts."""
        return self.kernel.is_stationary()

    def __repr__(self):
        return f"{self.kernel} ** {self.exponent}"


class ConstantKernel(Kernel):
    """Always the same."""

    _fitted = ("constant_value",)

    def __init__(self, constant_value=1.0, constant_value_bounds=(1e-5, 1e5)):
        self.constant_value, self.constant_value_bounds = constant_value, constant_value_bounds

    def _told(self, X, Y, is_own):
        table = np.full((len(X), len(Y)), float(self.constant_value))
        return table, {"constant_value": table.copy}

    def diag(self, X):
        """How alike each sample is to itself."""
        return np.full(len(X), float(self.constant_value))

    def __repr__(self):
        return f"{math.sqrt(self.constant_value):.3g}**2"


class WhiteKernel(Kernel):
    """Noise: each sample is like itself alone."""

    _fitted = ("noise_level",)

    def __init__(self, noise_level=1.0, noise_level_bounds=(1e-5, 1e5)):
        self.noise_level, self.noise_level_bounds = noise_level, noise_level_bounds

    def _told(self, X, Y, is_own):
        table = self.noise_level * np.eye(len(X)) if is_own else np.zeros((len(X), len(Y)))
        return table, {"noise_level": table.copy}

    def diag(self, X):
        """How alike each sample is to itself."""
        return np.full(len(X), float(self.noise_level))

    def __repr__(self):
        return f"WhiteKernel(noise_level={self.noise_level:.3g})"


def _apart(X, Y):
    """The square of the distance of each pair."""
    return pairwise_distances(X, Y, metric="sqeuclidean")


class RBF(Kernel):
    """Likeness that falls like a bell with the distance."""

    _fitted = ("length_scale",)

    def __init__(self, length_scale=1.0, length_scale_bounds=(1e-5, 1e5)):
        self.length_scale, self.length_scale_bounds = length_scale, length_scale_bounds

    @property
    def anisotropic(self):
        """Whether each feature has a length of its own."""
        return np.ndim(self.length_scale) > 0 and len(self.length_scale) > 1

    def _lengths(self, X):
        found = np.squeeze(np.asarray(self.length_scale, dtype=float))
        if found.ndim == 1 and X.shape[1] != len(found):
            raise ValueError("Anisotropic kernel must have the same number of dimensions as data "
                             f"({len(found)}!={X.shape[1]})")
        return found

    def _each(self, X, lengths):
        """The square of the distance of each pair, by features."""
        return (X[:, None, :] - X[None, :, :]) ** 2 / lengths**2

    def _told(self, X, Y, is_own):
        lengths = self._lengths(X)
        squares = _apart(X / lengths, Y / lengths)
        table = np.exp(-0.5 * squares)
        return table, {
            "length_scale": lambda: self._each(X, lengths) * table[:, :, None] if self.anisotropic else table * squares
        }

    def _shown(self):
        if self.anisotropic:
            return f"length_scale=[{', '.join(f'{each:.3g}' for each in self.length_scale)}]"
        return f"length_scale={float(np.ravel(self.length_scale)[0]):.3g}"

    def __repr__(self):
        return f"{type(self).__name__}({self._shown()})"


class Matern(RBF):
    """Likeness of curves that are as smooth as `nu` says: 0.5, 1.5, 2.5 or without end."""

    def __init__(self, length_scale=1.0, length_scale_bounds=(1e-5, 1e5), nu=1.5):
        super().__init__(length_scale, length_scale_bounds)
        self.nu = nu

    def _told(self, X, Y, is_own):
        if self.nu == np.inf:
            return super()._told(X, Y, is_own)
        if self.nu not in (0.5, 1.5, 2.5):
            raise NotImplementedError(f"Matern: nu={self.nu!r} is not built into this sklearn; 0.5, 1.5, 2.5 and inf are")
        lengths = self._lengths(X)
        squares = _apart(X / lengths, Y / lengths)
        far = np.sqrt(squares) * math.sqrt(2 * self.nu)
        table = {0.5: 1.0, 1.5: 1.0 + far, 2.5: 1.0 + far + far**2 / 3.0}[self.nu] * np.exp(-far)

        def slopes():
            each = self._each(X, lengths) if self.anisotropic else squares[:, :, None]
            if self.nu == 0.5:
                below = np.sqrt(squares)[:, :, None]
                return table[:, :, None] * np.where(below > 0, each / np.where(below > 0, below, 1.0), 0.0)
            if self.nu == 1.5:
                return 3 * each * np.exp(-far)[:, :, None]
            return 5.0 / 3.0 * each * ((far + 1) * np.exp(-far))[:, :, None]

        return table, {"length_scale": slopes}

    def __repr__(self):
        return f"{type(self).__name__}({self._shown()}, nu={self.nu:.3g})"


class RationalQuadratic(Kernel):
    """Bells of many widths together."""

    _fitted = ("alpha", "length_scale")

    def __init__(self, length_scale=1.0, alpha=1.0, length_scale_bounds=(1e-5, 1e5), alpha_bounds=(1e-5, 1e5)):
        self.length_scale, self.alpha = length_scale, alpha
        self.length_scale_bounds, self.alpha_bounds = length_scale_bounds, alpha_bounds

    def _told(self, X, Y, is_own):
        squares, width, alpha = _apart(X, Y), float(self.length_scale) ** 2, float(self.alpha)
        base = 1 + squares / (2 * alpha * width)
        table = base**-alpha
        return table, {
            "alpha": lambda: table * (-alpha * np.log(base) + squares / (2 * width * base)),
            "length_scale": lambda: squares * table / (width * base),
        }

    def __repr__(self):
        return f"RationalQuadratic(alpha={self.alpha:.3g}, length_scale={self.length_scale:.3g})"


class ExpSineSquared(Kernel):
    """Likeness that comes again and again."""

    _fitted = ("length_scale", "periodicity")

    def __init__(self, length_scale=1.0, periodicity=1.0, length_scale_bounds=(1e-5, 1e5), periodicity_bounds=(1e-5, 1e5)):
        self.length_scale, self.periodicity = length_scale, periodicity
        self.length_scale_bounds, self.periodicity_bounds = length_scale_bounds, periodicity_bounds

    def _told(self, X, Y, is_own):
        turns, width = math.pi * np.sqrt(_apart(X, Y)) / float(self.periodicity), float(self.length_scale) ** 2
        sines = np.sin(turns)
        table = np.exp(-2 * sines**2 / width)
        return table, {
            "length_scale": lambda: 4 / width * sines**2 * table,
            "periodicity": lambda: 4 * turns / width * np.cos(turns) * sines * table,
        }

    def __repr__(self):
        return f"ExpSineSquared(length_scale={self.length_scale:.3g}, periodicity={self.periodicity:.3g})"


class DotProduct(Kernel):
    """Likeness of lines."""

    _fitted = ("sigma_0",)

    def __init__(self, sigma_0=1.0, sigma_0_bounds=(1e-5, 1e5)):
        self.sigma_0, self.sigma_0_bounds = sigma_0, sigma_0_bounds

    def _told(self, X, Y, is_own):
        table = X @ Y.T + float(self.sigma_0) ** 2
        return table, {"sigma_0": lambda: np.full(table.shape, 2 * float(self.sigma_0) ** 2)}

    def diag(self, X):
        """How alike each sample is to itself."""
        return (floats(X) ** 2).sum(axis=1) + float(self.sigma_0) ** 2

    def is_stationary(self):
        """Whether only the distance counts."""
        return False

    def __repr__(self):
        return f"DotProduct(sigma_0={self.sigma_0:.3g})"


class CompoundKernel(Kernel):
    """The kernels of several processes, side by side."""

    def __init__(self, kernels):
        self.kernels = kernels

    def _free(self):
        for kernel in self.kernels:
            yield from kernel._free()

    def __call__(self, X, Y=None, eval_gradient=False):
        if eval_gradient:
            raise NotImplementedError("CompoundKernel: eval_gradient=True is not built into this sklearn")
        return np.stack([kernel(X, Y) for kernel in self.kernels], axis=2)


def __getattr__(name):
    if name in ("PairwiseKernel", "Hyperparameter", "KernelOperator"):
        return Absent(f"sklearn.gaussian_process.kernels.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.gaussian_process.kernels' has no attribute '{name}'")
