"""Which values the parameters of estimators may have: wrong ones are refused in scikit-learn's words when `fit` is called.

What it is not: which of them are built here; each estimator says that itself. Start reading at `check`.
"""

import re

import numpy as np
from _scalars import FLOATS, INTS
from sklearn.exceptions import InvalidParameterError

# What a parameter must be, in the words of the message, and the parameters that must.
_RULES = {
    "None, a float in the range (0.0, 1.0] or an int in the range (0, inf)": "RFE.n_features_to_select",
    "None, a float in the range (0.0, inf) or an int in the range [1, inf)": (
        "RandomForestClassifier.max_samples RandomForestRegressor.max_samples "
    ),
    "None, an int in the range [1, inf) or a float in the range (0.0, 1.0]": (
        "BaggingClassifier.max_samples BaggingRegressor.max_samples "
    ),
    "a float in the range (-inf, inf)": "SGDClassifier.power_t SGDRegressor.power_t SVC.coef0 SVR.coef0",
    "a float in the range (0.0, 1.0)": (
        "GradientBoostingClassifier.validation_fraction GradientBoostingRegressor.validation_fraction "
        "GradientBoostingRegressor.alpha Perceptron.validation_fraction SGDClassifier.validation_fraction "
        "SGDRegressor.validation_fraction "
    ),
    "a float in the range (0.0, 1.0]": "GradientBoostingClassifier.subsample GradientBoostingRegressor.subsample",
    "a float in the range (0.0, inf)": (
        "AdaBoostClassifier.learning_rate DBSCAN.eps LogisticRegression.intercept_scaling "
        "MLPClassifier.learning_rate_init MLPRegressor.learning_rate_init Perceptron.eta0 SGDClassifier.eta0 "
        "SGDRegressor.eta0 SVC.tol SVC.cache_size SVR.tol SVR.cache_size TSNE.perplexity "
    ),
    "a float in the range (0.0, inf]": "LogisticRegression.C SVC.C SVR.C",
    "a float in the range (0.0, inf] or None": "KNeighborsClassifier.p KNeighborsRegressor.p NearestNeighbors.p",
    "a float in the range [-inf, inf], an instance of 'str' or None": "SelectFromModel.threshold",
    "a float in the range [0.0, 0.5]": (
        "DecisionTreeClassifier.min_weight_fraction_leaf DecisionTreeRegressor.min_weight_fraction_leaf "
        "GradientBoostingClassifier.min_weight_fraction_leaf GradientBoostingRegressor.min_weight_fraction_leaf "
        "RandomForestClassifier.min_weight_fraction_leaf RandomForestRegressor.min_weight_fraction_leaf "
    ),
    "a float in the range [0.0, 1.0)": "MLPClassifier.validation_fraction MLPRegressor.validation_fraction",
    "a float in the range [0.0, 1.0]": (
        "ElasticNet.l1_ratio MLPClassifier.momentum MLPRegressor.momentum Perceptron.l1_ratio TSNE.angle "
    ),
    "a float in the range [0.0, 1.0] or None": (
        "DummyRegressor.quantile LogisticRegression.l1_ratio SGDClassifier.l1_ratio SGDRegressor.l1_ratio "
    ),
    "a float in the range [0.0, 1.0] or an int in the range [1, inf)": (
        "CountVectorizer.max_df CountVectorizer.min_df TfidfVectorizer.max_df TfidfVectorizer.min_df "
    ),
    "a float in the range [0.0, 100.0]": "SelectPercentile.percentile",
    "a float in the range [0.0, inf)": (
        "DecisionTreeClassifier.min_impurity_decrease DecisionTreeRegressor.min_impurity_decrease ElasticNet.alpha "
        "ElasticNet.tol GaussianMixture.tol GaussianMixture.reg_covar GaussianNB.var_smoothing "
        "GradientBoostingClassifier.min_impurity_decrease GradientBoostingClassifier.learning_rate "
        "GradientBoostingClassifier.tol GradientBoostingRegressor.min_impurity_decrease "
        "GradientBoostingRegressor.learning_rate GradientBoostingRegressor.tol KMeans.tol Lasso.alpha Lasso.tol "
        "LinearDiscriminantAnalysis.tol LinearRegression.tol LogisticRegression.tol MLPClassifier.alpha "
        "MLPClassifier.power_t MLPClassifier.tol MLPRegressor.alpha MLPRegressor.power_t MLPRegressor.tol PCA.tol "
        "Perceptron.alpha RandomForestClassifier.min_impurity_decrease RandomForestRegressor.min_impurity_decrease "
        "Ridge.tol RidgeClassifier.tol SGDClassifier.alpha SGDRegressor.alpha TSNE.min_grad_norm "
        "VarianceThreshold.threshold "
    ),
    "a float in the range [0.0, inf) or None": (
        "AgglomerativeClustering.distance_threshold DBSCAN.p Perceptron.tol SGDClassifier.tol SGDRegressor.tol "
    ),
    "a float in the range [0.0, inf) or an array-like": (
        "BernoulliNB.alpha MultinomialNB.alpha Ridge.alpha RidgeClassifier.alpha "
    ),
    "a float in the range [0.0, inf] or None": "NearestNeighbors.radius",
    "a float in the range [1.0, inf)": "TSNE.early_exaggeration",
    "a str among {'absolute_error', 'huber', 'quantile', 'squared_error'}": "GradientBoostingRegressor.loss",
    "a str among {'absolute_error', 'poisson', 'squared_error'}": (
        "DecisionTreeRegressor.criterion RandomForestRegressor.criterion "
    ),
    "a str among {'adam', 'lbfgs', 'sgd'}": "MLPClassifier.solver MLPRegressor.solver",
    "a str among {'adaptive', 'constant', 'invscaling', 'optimal', 'pa1', 'pa2'}": (
        "SGDClassifier.learning_rate SGDRegressor.learning_rate "
    ),
    "a str among {'adaptive', 'constant', 'invscaling'}": "MLPClassifier.learning_rate MLPRegressor.learning_rate",
    "a str among {'all'} or an int in the range [0, inf)": "SelectKBest.k",
    "a str among {'arpack', 'auto', 'covariance_eigh', 'full', 'randomized'}": "PCA.svd_solver",
    "a str among {'ascii', 'unicode'}, None or a callable": "CountVectorizer.strip_accents TfidfVectorizer.strip_accents",
    "a str among {'auto', 'ball_tree', 'brute', 'kd_tree'}": (
        "DBSCAN.algorithm KNeighborsClassifier.algorithm KNeighborsRegressor.algorithm NearestNeighbors.algorithm "
    ),
    "a str among {'auto', 'cholesky', 'lbfgs', 'lsqr', 'sag', 'saga', 'sparse_cg', 'svd'}": (
        "Ridge.solver RidgeClassifier.solver "
    ),
    "a str among {'auto', 'decision_function', 'predict', 'predict_proba'}": "StackingClassifier.stack_method",
    "a str among {'auto', 'eigen', 'svd'} or None": "RidgeCV.gcv_mode",
    "a str among {'auto', 'scale'} or a float in the range [0.0, inf)": "SVC.gamma SVR.gamma",
    "a str among {'auto'} or a float in the range (0.0, inf)": "TSNE.learning_rate",
    "a str among {'auto'} or an instance of 'bool' or an instance of 'numpy.bool'": (
        "AgglomerativeClustering.compute_full_tree "
    ),
    "a str among {'auto'} or an int in the range [1, inf)": "KMeans.n_init MLPClassifier.batch_size MLPRegressor.batch_size",
    "a str among {'auto'}, a float in the range [0.0, 1.0] or None": "LinearDiscriminantAnalysis.shrinkage",
    "a str among {'average', 'complete', 'single', 'ward'}": "AgglomerativeClustering.linkage",
    "a str among {'averaged_inverted_cdf', 'closest_observation', 'hazen', 'interpolated_inverted_cdf', "
    "'inverted_cdf', 'linear', 'median_unbiased', 'normal_unbiased', 'weibull'}": "KBinsDiscretizer.quantile_method",
    "a str among {'barnes_hut', 'exact'}": "TSNE.method",
    "a str among {'best', 'random'}": "DecisionTreeClassifier.splitter DecisionTreeRegressor.splitter",
    "a str among {'box-cox', 'yeo-johnson'}": "PowerTransformer.method",
    "a str among {'char', 'char_wb', 'word'} or a callable": "CountVectorizer.analyzer TfidfVectorizer.analyzer",
    "a str among {'constant', 'mean', 'median', 'most_frequent'} or a callable": "SimpleImputer.strategy",
    "a str among {'constant', 'mean', 'median', 'quantile'}": "DummyRegressor.strategy",
    "a str among {'constant', 'most_frequent', 'prior', 'stratified', 'uniform'}": "DummyClassifier.strategy",
    "a str among {'cyclic', 'random'}": "ElasticNet.selection Lasso.selection",
    "a str among {'diag', 'full', 'spherical', 'tied'}": "GaussianMixture.covariance_type",
    "a str among {'distance', 'uniform'}, a callable or None": "KNeighborsClassifier.weights KNeighborsRegressor.weights",
    "a str among {'eigen', 'lsqr', 'svd'}": "LinearDiscriminantAnalysis.solver",
    "a str among {'elasticnet', 'l1', 'l2'} or None": (
        "LogisticRegression.penalty Perceptron.penalty SGDClassifier.penalty SGDRegressor.penalty "
    ),
    "a str among {'elkan', 'lloyd'}": "KMeans.algorithm",
    "a str among {'entropy', 'gini', 'log_loss'}": "DecisionTreeClassifier.criterion RandomForestClassifier.criterion",
    "a str among {'epsilon_insensitive', 'hinge', 'huber', 'log_loss', 'modified_huber', 'perceptron', "
    "'squared_epsilon_insensitive', 'squared_error', 'squared_hinge'}": "SGDClassifier.loss",
    "a str among {'epsilon_insensitive', 'huber', 'squared_epsilon_insensitive', 'squared_error'}": "SGDRegressor.loss",
    "a str among {'error', 'ignore', 'infrequent_if_exist', 'warn'}": "OneHotEncoder.handle_unknown",
    "a str among {'error', 'use_encoded_value'}": "OrdinalEncoder.handle_unknown",
    "a str among {'exponential', 'log_loss'}": "GradientBoostingClassifier.loss",
    "a str among {'first', 'if_binary'}, an array-like or None": "OneHotEncoder.drop",
    "a str among {'hard', 'soft'}": "VotingClassifier.voting",
    "a str among {'identity', 'logistic', 'relu', 'tanh'}": "MLPClassifier.activation MLPRegressor.activation",
    "a str among {'k-means++', 'kmeans', 'random', 'random_from_data'}": "GaussianMixture.init_params",
    "a str among {'k-means++', 'random'}, a callable or an array-like": "KMeans.init",
    "a str among {'kmeans', 'quantile', 'uniform'}": "KBinsDiscretizer.strategy",
    "a str among {'l1', 'l2', 'max'}": "Normalizer.norm",
    "a str among {'l1', 'l2'} or None": "TfidfVectorizer.norm",
    "a str among {'lbfgs', 'liblinear', 'newton-cg', 'newton-cholesky', 'sag', 'saga'}": "LogisticRegression.solver",
    "a str among {'linear', 'poly', 'precomputed', 'rbf', 'sigmoid'} or a callable": "SVC.kernel SVR.kernel",
    "a str among {'normal', 'uniform'}": "QuantileTransformer.output_distribution",
    "a str among {'onehot', 'onehot-dense', 'ordinal'}": "KBinsDiscretizer.encode",
    "a str among {'ovo', 'ovr'}": "SVC.decision_function_shape",
    "a str among {'pca', 'random'} or an instance of 'numpy.ndarray'": "TSNE.init",
    "a str among {'poisson', 'squared_error'}": "MLPRegressor.loss",
    "a str among {'squared_error'}": "GradientBoostingClassifier.criterion GradientBoostingRegressor.criterion",
    "a str among {'zero'}, None or an object implementing 'fit' and 'predict'": "GradientBoostingRegressor.init",
    "a str among {'zero'}, None or an object implementing 'fit' and 'predict_proba'": "GradientBoostingClassifier.init",
    "an array-like or a float in the range (0.0, inf)": "RidgeCV.alphas",
    "an array-like or an int in the range [1, inf)": "MLPClassifier.hidden_layer_sizes MLPRegressor.hidden_layer_sizes",
    "an int in the range (-inf, -1], an int in the range [1, inf) or a float among {-inf, inf}": (
        "SelectFromModel.norm_order "
    ),
    "an int in the range (0, inf) or a float in the range (0.0, 1.0)": "RFE.step",
    "an int in the range (0, inf) or an instance of 'bool' or an instance of 'numpy.bool'": (
        "SGDClassifier.average SGDRegressor.average "
    ),
    "an int in the range [-1, inf)": "SVC.max_iter SVR.max_iter TSNE.n_iter_without_progress",
    "an int in the range [0, inf)": "GaussianMixture.max_iter LogisticRegression.max_iter SVC.degree SVR.degree",
    "an int in the range [0, inf) or an array-like": "PolynomialFeatures.degree",
    "an int in the range [0, inf), a callable or None": "SelectFromModel.max_features",
    "an int in the range [0, inf), a float in the range (0.0, 1.0), a str among {'mle'} or None": "PCA.n_components",
    "an int in the range [1, inf)": (
        "AdaBoostClassifier.n_estimators BaggingClassifier.n_estimators BaggingRegressor.n_estimators "
        "DBSCAN.min_samples GaussianMixture.n_components GaussianMixture.n_init "
        "GradientBoostingClassifier.n_estimators GradientBoostingRegressor.n_estimators KMeans.n_clusters "
        "KMeans.max_iter MLPClassifier.max_iter MLPClassifier.max_fun MLPRegressor.max_iter MLPRegressor.max_fun "
        "PCA.n_oversamples Perceptron.max_iter Perceptron.n_iter_no_change QuantileTransformer.n_quantiles "
        "RandomForestClassifier.n_estimators RandomForestRegressor.n_estimators RandomizedSearchCV.n_iter "
        "SGDClassifier.max_iter SGDClassifier.n_iter_no_change SGDRegressor.max_iter SGDRegressor.n_iter_no_change "
        "TSNE.n_components "
    ),
    "an int in the range [1, inf) or None": (
        "AgglomerativeClustering.n_clusters CountVectorizer.max_features DecisionTreeClassifier.max_depth "
        "DecisionTreeRegressor.max_depth ElasticNet.max_iter GradientBoostingClassifier.max_depth "
        "GradientBoostingClassifier.n_iter_no_change GradientBoostingRegressor.max_depth "
        "GradientBoostingRegressor.n_iter_no_change KBinsDiscretizer.subsample KNeighborsClassifier.n_neighbors "
        "KNeighborsRegressor.n_neighbors Lasso.max_iter LinearDiscriminantAnalysis.n_components "
        "NearestNeighbors.n_neighbors OneHotEncoder.max_categories OrdinalEncoder.max_categories "
        "QuantileTransformer.subsample RandomForestClassifier.max_depth RandomForestRegressor.max_depth "
        "Ridge.max_iter RidgeClassifier.max_iter TfidfVectorizer.max_features "
    ),
    "an int in the range [1, inf) or a float among {inf}": "MLPClassifier.n_iter_no_change MLPRegressor.n_iter_no_change",
    "an int in the range [1, inf) or a float in the range (0.0, 1.0)": (
        "DecisionTreeClassifier.min_samples_leaf DecisionTreeRegressor.min_samples_leaf "
        "GradientBoostingClassifier.min_samples_leaf GradientBoostingRegressor.min_samples_leaf "
        "RandomForestClassifier.min_samples_leaf RandomForestRegressor.min_samples_leaf "
    ),
    "an int in the range [1, inf) or a float in the range (0.0, 1.0]": (
        "BaggingClassifier.max_features BaggingRegressor.max_features "
    ),
    "an int in the range [1, inf), a float in the range (0.0, 1.0) or None": (
        "OneHotEncoder.min_frequency OrdinalEncoder.min_frequency "
    ),
    "an int in the range [1, inf), a float in the range (0.0, 1.0], a str among {'log2', 'sqrt'} or None": (
        "DecisionTreeClassifier.max_features DecisionTreeRegressor.max_features "
        "GradientBoostingClassifier.max_features GradientBoostingRegressor.max_features "
        "RandomForestClassifier.max_features RandomForestRegressor.max_features "
    ),
    "an int in the range [2, inf) or None": (
        "DecisionTreeClassifier.max_leaf_nodes DecisionTreeRegressor.max_leaf_nodes "
        "GradientBoostingClassifier.max_leaf_nodes GradientBoostingRegressor.max_leaf_nodes "
        "RandomForestClassifier.max_leaf_nodes RandomForestRegressor.max_leaf_nodes "
    ),
    "an int in the range [2, inf) or a float in the range (0.0, 1.0]": (
        "DecisionTreeClassifier.min_samples_split DecisionTreeRegressor.min_samples_split "
        "GradientBoostingClassifier.min_samples_split GradientBoostingRegressor.min_samples_split "
        "RandomForestClassifier.min_samples_split RandomForestRegressor.min_samples_split "
    ),
    "an int in the range [2, inf) or an array-like": "KBinsDiscretizer.n_bins",
    "an int in the range [250, inf)": "TSNE.max_iter",
}

_ALTERNATIVE = re.compile(
    r"a float among \{[^}]*\}|an? (?:int|float) in the range [\[(][^\])]*[\])]|"
    r"a str among \{[^}]*\}|an? (?:instance of|object implementing) [^,]*|"
    r"a callable|an array-like|None"
)
_SPAN = re.compile(r"(int|float) in the range ([\[(])([^,]*), ([^\])]*)([\])])")
_known = {}


def check(estimator):
    """Refuses the first parameter of an estimator that no rule allows.

    Raises:
        InvalidParameterError: in scikit-learn's words.
    """
    title, defaults = type(estimator).__name__, estimator._defaults()
    for name, rule in _rules_of(title).items():
        value = getattr(estimator, name, None)
        if name in defaults and value is not defaults[name] and not _fits(value, rule):
            raise InvalidParameterError(f"The {name!r} parameter of {title} must be {rule}. Got {value!r} instead.")


def _rules_of(title):
    if not _known:
        for rule, names in _RULES.items():
            for each in names.split():
                owner, _, name = each.partition(".")
                _known.setdefault(owner, {})[name] = rule
    return _known.get(title, {})


def _fits(value, rule):
    alternatives = _ALTERNATIVE.findall(rule)
    if "an int" in rule and isinstance(value, INTS):
        # Beside a span of whole numbers, that of floats is for floats alone.
        alternatives = [each for each in alternatives if not each.startswith("a float")]
    return any(_is(value, each) for each in alternatives)


def _is(value, alternative):
    """Whether a value is what one part of a rule asks for."""
    if alternative == "None":
        return value is None
    if alternative == "a callable":
        return callable(value)
    if alternative == "an array-like":
        return hasattr(value, "__len__") and not isinstance(value, (str, dict))
    if alternative.startswith("a str"):
        return isinstance(value, str) and repr(value) in alternative
    if alternative.startswith("a float among"):
        return isinstance(value, FLOATS) and str(value) in re.findall(r"-?inf", alternative)
    if "range" in alternative:
        return _lies_in(value, *_SPAN.search(alternative).groups())
    kind = re.search(r"'([^']*)'", alternative)[1]
    if "implementing" in alternative:
        return hasattr(value, kind)
    return type(value).__name__ == kind.rpartition(".")[2]


def _lies_in(value, kind, first, low, high, last):
    kinds = (int, np.integer) if kind == "int" else (int, float, np.integer, np.floating)
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, kinds):
        return False
    low, high = float(low), float(high)
    return (value > low or first == "[" and value == low) and (value < high or last == "]" and value == high)
