"""`torch.distributions`: what is drawn, how likely it is, and how far distributions are apart.

Here are those that most programs use; others come from their files when they are asked for. Start reading at `_common`.
"""

import sys

from torch.distributions._homes import home_of
from torch.distributions._base import Distribution
from torch.distributions._common import (
    Bernoulli, Categorical, Exponential, Independent, MultivariateNormal, Normal, Poisson, Uniform
)

_ELSEWHERE = {
    "_counts": "Binomial Geometric MixtureSameFamily Multinomial NegativeBinomial OneHotCategorical",
    "_more": (
        "ContinuousBernoulli FisherSnedecor GeneralizedPareto HalfCauchy InverseGamma Kumaraswamy LogisticNormal "
        "LowRankMultivariateNormal OneHotCategoricalStraightThrough VonMises"
    ),
    "_matrices": "LKJCholesky Wishart",
    "_more_transforms": (
        "CatTransform CorrCholeskyTransform CumulativeDistributionTransform IndependentTransform LowerCholeskyTransform "
        "PositiveDefiniteTransform ReshapeTransform SoftmaxTransform StackTransform StickBreakingTransform"
    ),
    "constraint_registry": "biject_to transform_to",
    "_positive": "Beta Chi2 Dirichlet Gamma HalfNormal Pareto Weibull",
    "_real": "Cauchy Gumbel Laplace LogNormal StudentT",
    "_relaxed": "RelaxedBernoulli RelaxedOneHotCategorical",
    "_families": "ExponentialFamily",
    "_transformed": "TransformedDistribution",
    "kl": "kl_divergence register_kl",
    "transforms": (
        "AbsTransform AffineTransform ComposeTransform ExpTransform PowerTransform SigmoidTransform SoftplusTransform "
        "TanhTransform Transform identity_transform"
    ),
}
_FILES = {name: file for file, names in _ELSEWHERE.items() for name in names.split()}
__all__ = (
    "Bernoulli Categorical Distribution Exponential Independent MultivariateNormal Normal Poisson Uniform".split()
    + list(_FILES)
)


def __getattr__(name):
    if name in _FILES:
        return getattr(__import__(f"torch.distributions.{_FILES[name]}", fromlist=(name,)), name)
    if name in ("constraint_registry", "constraints", "kl", "transforms"):
        return __import__(f"torch.distributions.{name}", fromlist=(name,))
    raise AttributeError(f"module 'torch.distributions' has no attribute '{name}'")


class _Home(type(sys)):
    """The module that PyTorch has for one distribution, or for some that belong together: `torch.distributions.normal`."""

    def __getattr__(self, name):
        if name not in self.__dict__["__all__"]:
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        found = globals().get(name)
        return __getattr__(name) if found is None else found


def _settle():
    """Has these modules found by those that import them."""
    for title in __all__:
        if _FILES.get(title) in ("_more_transforms", "constraint_registry") or title.endswith("Transform"):
            continue
        if title[0].isupper():
            name = home_of(title)
            home = globals().get(name)
            if type(home) is not _Home:
                home = _Home(f"{__name__}.{name}")
                home.__all__ = []
                sys.modules[home.__name__] = globals()[name] = home
            home.__all__.append(title)


_settle()


def __dir__():
    return sorted({*globals(), *__all__, "constraint_registry", "constraints", "kl", "transforms"})
