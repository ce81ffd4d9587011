"""Which module of PyTorch's has a distribution: `torch.distributions.normal` for `Normal`."""

# Those that are not called as their distributions.
_OTHER = {
    "ExponentialFamily": "exp_family",
    "FisherSnedecor": "fishersnedecor", "LKJCholesky": "lkj_cholesky", "LowRankMultivariateNormal": "lowrank_multivariate_normal",
    "OneHotCategoricalStraightThrough": "one_hot_categorical", "RelaxedOneHotCategorical": "relaxed_categorical",
    "StudentT": "studentT",
}  # fmt: skip


def home_of(title):
    """The module's name, without those of the packages around it."""
    return _OTHER.get(title) or "".join("_" + each.lower() if each.isupper() else each for each in title)[1:]
