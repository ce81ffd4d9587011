"""`torch.distributions`: what is drawn, how likely it is, and how far distributions are apart.

Here are those that most programs use; others come from their files when they are asked for. Start reading at `_common`.
"""

from _kindling_absent import Absent
from torch.distributions._common import (
    Bernoulli, Categorical, Distribution, Exponential, Independent, MultivariateNormal, Normal, Poisson, Uniform
)

_ELSEWHERE = {
    "_counts": "Binomial Geometric MixtureSameFamily Multinomial NegativeBinomial OneHotCategorical",
    "_positive": "Beta Chi2 Dirichlet Gamma HalfNormal Pareto Weibull",
    "_real": "Cauchy Gumbel Laplace LogNormal StudentT",
    "_relaxed": "RelaxedBernoulli RelaxedOneHotCategorical",
    "kl": "kl_divergence register_kl",
    "transforms": (
        "AbsTransform AffineTransform ComposeTransform ExpTransform PowerTransform SigmoidTransform SoftplusTransform "
        "TanhTransform Transform TransformedDistribution identity_transform"
    ),
}
_FILES = {name: file for file, names in _ELSEWHERE.items() for name in names.split()}
_NOT_BUILT = (
    "ContinuousBernoulli FisherSnedecor HalfCauchy InverseGamma Kumaraswamy LKJCholesky LogisticNormal "
    "LowRankMultivariateNormal VonMises Wishart CatTransform StackTransform StickBreakingTransform SoftmaxTransform "
    "LowerCholeskyTransform biject_to constraints transform_to OneHotCategoricalStraightThrough GeneralizedPareto"
).split()
__all__ = (
    "Bernoulli Beta Binomial Categorical Cauchy Chi2 Dirichlet Distribution Exponential Gamma Geometric Gumbel HalfNormal "
    "Independent Laplace LogNormal MixtureSameFamily Multinomial MultivariateNormal NegativeBinomial Normal "
    "OneHotCategorical Pareto Poisson RelaxedBernoulli RelaxedOneHotCategorical StudentT TransformedDistribution Uniform "
    "Weibull kl_divergence"
).split()


def __getattr__(name):
    if name in _FILES:
        return getattr(__import__(f"torch.distributions.{_FILES[name]}", fromlist=(name,)), name)
    if name in ("kl", "transforms"):
        return __import__(f"torch.distributions.{name}", fromlist=(name,))
    # `torch.distributions.normal.Normal` is an old way to say it.
    homes = {each.lower(): each for each in __all__}
    title = homes.get(name.replace("_", ""))
    if title is not None:
        return _Home(title)
    if name in _NOT_BUILT:
        return Absent(f"torch.distributions.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.distributions' has no attribute '{name}'")


class _Home:
    """The module that PyTorch has for one distribution."""

    def __init__(self, title):
        self._title = title

    def __getattr__(self, name):
        if name != self._title:
            raise AttributeError(f"module 'torch.distributions.{self._title.lower()}' has no attribute '{name}'")
        found = globals().get(name)
        return __getattr__(name) if found is None else found


def __dir__():
    return sorted({*globals(), *__all__, "kl", "transforms"})
