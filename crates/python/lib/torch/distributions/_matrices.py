"""Distributions of matrices.

Not of vectors (`_common`, `_more`). Start reading anywhere: each stands alone.
"""

import math

import _torch
from torch._gamma import digamma, lgamma, mvlgamma
from torch._more_shapes import diag_embed
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._families import ExponentialFamily
from torch.distributions._positive import Beta, Chi2
from torch.distributions.utils import broadcast_all, lazy_property


class LKJCholesky(Distribution):
    """Triangles whose squares are matrices of correlations."""

    arg_constraints, support = {"concentration": constraints.positive}, constraints.corr_cholesky

    def __init__(self, dim, concentration=1.0, validate_args=None):
        if dim < 2:
            raise ValueError(f"Expected dim to be an integer greater than or equal to 2. Found dim={dim}.")
        self.dim = dim
        (self.concentration,) = broadcast_all(concentration)
        places = _torch.cat([_torch.zeros(1), _torch.arange(dim - 1, dtype=_torch.float32)])
        below = self.concentration.unsqueeze(-1) + 0.5 * (dim - 2) - 0.5 * places
        self._beta = Beta(places + 0.5, below)
        super().__init__(self.concentration.shape, (dim, dim), validate_args)

    def sample(self, sample_shape=()):
        """Draws by the onion's method, a row around the ones before."""
        shares = self._beta.sample(sample_shape).unsqueeze(-1)
        points = _torch.randn(self._extended_shape(sample_shape)).tril(-1)
        directions = points / points.norm(dim=-1, keepdim=True)
        directions[..., 0, :] = 0.0
        rows = shares.sqrt() * directions
        rest = (1 - (rows**2).sum(-1)).clamp(min=_torch._dtype_limits(rows.dtype)["smallest_normal"]).sqrt()
        return rows + diag_embed(rest)

    def log_prob(self, value):
        """The logarithm of the density of triangles."""
        diagonal = value.diagonal(0, -2, -1)[..., 1:]
        order = 2 * (self.concentration - 1).unsqueeze(-1) + self.dim - _torch.arange(2, self.dim + 1)
        whole = (order * diagonal.log()).sum(-1)
        less = self.dim - 1
        alpha = self.concentration + 0.5 * less
        norm = 0.5 * less * math.log(math.pi) + mvlgamma(alpha - 0.5, less) - lgamma(alpha) * less
        return whole - norm


class Wishart(ExponentialFamily):
    """Sums of the squares of normal vectors, as matrices."""

    has_rsample = True
    support = constraints.positive_definite

    @property
    def arg_constraints(self):
        return {
            "covariance_matrix": constraints.positive_definite, "precision_matrix": constraints.positive_definite,
            "scale_tril": constraints.lower_cholesky, "df": constraints.greater_than(self._event_shape[-1] - 1),
        }

    def __init__(self, df, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        matrices = covariance_matrix, precision_matrix, scale_tril
        given = [each is not None for each in matrices]
        if sum(given) != 1:
            raise AssertionError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        (self.df,) = broadcast_all(df)
        if scale_tril is None:
            covariance_matrix = _torch._linalg["inv"](precision_matrix) if covariance_matrix is None else covariance_matrix
            scale_tril = _torch._linalg["cholesky"](covariance_matrix)
        self._tril = scale_tril
        self._covariance = scale_tril @ scale_tril.mT if covariance_matrix is None else covariance_matrix
        for name, matrix in zip(("covariance_matrix", "precision_matrix", "scale_tril"), matrices):
            if matrix is not None:
                self.__dict__[name] = matrix
        size = scale_tril.size(-1)
        if bool((self.df <= size - 1).any()):
            raise ValueError(f"Value of df={self.df} expected to be greater than ndim - 1 = {size - 1}.")
        self._chi2 = Chi2(self.df.unsqueeze(-1) - _torch.arange(size))
        super().__init__(self.df.shape, (size, size), validate_args)

    @lazy_property
    def covariance_matrix(self):
        return self._covariance

    @lazy_property
    def scale_tril(self):
        return self._tril

    @lazy_property
    def precision_matrix(self):
        return _torch._linalg["inv"](self._covariance)

    mean = property(lambda self: self.df.reshape(*self.df.shape, 1, 1) * self._covariance)

    @property
    def mode(self):
        """The likeliest matrix; nan where it has no inverse."""
        factor = self.df - self._event_shape[-1] - 1
        factor = _torch.where(factor <= 0, math.nan, factor)
        return factor.reshape(*factor.shape, 1, 1) * self._covariance

    @property
    def variance(self):
        covariance = self._covariance
        squares = covariance.diagonal(0, -2, -1)
        return self.df.reshape(*self.df.shape, 1, 1) * (
            covariance.pow(2) + squares.unsqueeze(-1) * squares.unsqueeze(-2)
        )

    def rsample(self, sample_shape=()):
        """Draws by Bartlett's triangles; as in PyTorch, those that can be used are drawn a second time."""
        found = self._bartlett(sample_shape)
        usable = (_torch._linalg["eigvalsh"](found) > 0).all(-1)
        if bool(usable.any()) and not self._batch_shape:
            found[usable] = self._bartlett(usable[usable].shape)
        return found

    def _bartlett(self, sample_shape):
        size = self._event_shape[0]
        noise = diag_embed(self._chi2.rsample(sample_shape).sqrt())
        rows, columns = _torch.ones(size, size).tril(-1).nonzero().unbind(-1)
        noise[..., rows, columns] = _torch.randn((*self._extended_shape(sample_shape)[:-2], size * (size - 1) // 2))
        triangle = self._tril @ noise
        return triangle @ triangle.mT

    def log_prob(self, value):
        """The logarithm of the density of matrices."""
        size = self._event_shape[0]
        half = self._tril.diagonal(0, -2, -1).log().sum(-1)
        norm = self.df * (size * math.log(2) / 2 + half) + mvlgamma(self.df / 2, size)
        inside = _torch._linalg["solve"](self._covariance, value).diagonal(0, -2, -1).sum(-1)
        return (self.df - size - 1) / 2 * _torch._linalg["slogdet"](value)[1] - inside / 2 - norm

    def entropy(self):
        """The expected negative logarithm of the density."""
        size, half = self._event_shape[0], self.df / 2
        logs = 2 * self._tril.diagonal(0, -2, -1).log().sum(-1)
        parts = digamma(half.unsqueeze(-1) - 0.5 * _torch.arange(size)).sum(-1)
        return (
            (size + 1) / 2 * (logs + size * math.log(2)) + mvlgamma(half, size)
            - (self.df - size - 1) / 2 * parts + self.df * size / 2
        )
