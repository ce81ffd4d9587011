"""The names that scikit-learn's modules have and these have not: asking for one says so.

What it is not: parameters; those that are not built are refused where they are given. Start reading at `missing`.
"""

from _kindling_absent import Absent, unreached


def missing(module, **later):
    """The `__getattr__` of a module; `later` are files of it with names that come when they are asked for."""
    names = frozenset(_NAMES[module].split())
    files = {name: file for file, those in later.items() for name in those.split()}

    def answer(name):
        if name in files:
            return getattr(__import__(f"{module}.{files[name]}", fromlist=(name,)), name)
        if name.startswith("fetch_") and name in names:
            return Absent(
                f"{module}.{name} would fetch data, and this sklearn reaches no network: add the data as a file, and read it "
                "with pandas.read_csv",
                unreached,
            )
        if name in names:
            return Absent(f"{module}.{name} is not built into this sklearn")
        raise AttributeError(f"module '{module}' has no attribute '{name}'")

    return answer


def offered(found, *later):
    """The names of a module that `import *` brings: its own classes and functions, and those that come when they are asked for.

    `found` are the module's globals; `later` texts of names, or anything with names.
    """
    own = {
        name
        for name, value in found.items()
        if name[0] != "_" and getattr(value, "__module__", "").startswith("sklearn") and value.__module__ != __name__
    }
    for names in later:
        own.update(names.split() if isinstance(names, str) else names)
    return sorted(own)


# Of estimators.
METHODS = frozenset(
    "set_callbacks get_metadata_routing set_fit_request set_score_request get_precision score_samples".split()
)

_NAMES = {
    "sklearn.cluster": """
        AffinityPropagation Birch BisectingKMeans FeatureAgglomeration HDBSCAN OPTICS
        SpectralBiclustering SpectralCoclustering affinity_propagation cluster_optics_dbscan
        cluster_optics_xi compute_optics_graph dbscan k_means kmeans_plusplus
        linkage_tree spectral_clustering ward_tree
    """,
    "sklearn.datasets": """
        clear_data_home dump_svmlight_file fetch_20newsgroups fetch_20newsgroups_vectorized
        fetch_california_housing fetch_covtype fetch_file fetch_kddcup99 fetch_lfw_pairs fetch_lfw_people
        fetch_olivetti_faces fetch_openml fetch_rcv1 fetch_species_distributions get_data_home load_files
        load_linnerud load_sample_image load_sample_images load_svmlight_file load_svmlight_files
        make_biclusters make_checkerboard
        make_low_rank_matrix make_multilabel_classification make_sparse_coded_signal
        make_sparse_spd_matrix make_spd_matrix
    """,
    "sklearn.decomposition": """
        DictionaryLearning MiniBatchDictionaryLearning MiniBatchNMF MiniBatchSparsePCA
        SparseCoder SparsePCA dict_learning dict_learning_online non_negative_factorization sparse_encode
    """,
    "sklearn.linear_model": """
        ARDRegression Lars LarsCV LassoLars LassoLarsCV LassoLarsIC LogisticRegressionCV MultiTaskElasticNet
        MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV
        PassiveAggressiveClassifier PassiveAggressiveRegressor QuantileRegressor SGDOneClassSVM TheilSenRegressor
        lars_path lars_path_gram orthogonal_mp orthogonal_mp_gram
    """,
    "sklearn.metrics": """
        DetCurveDisplay DistanceMetric PredictionErrorDisplay check_scoring confusion_matrix_at_thresholds
        consensus_score coverage_error d2_absolute_error_score d2_brier_score d2_log_loss_score d2_pinball_score
        d2_tweedie_score det_curve label_ranking_average_precision_score label_ranking_loss mean_gamma_deviance
        mean_poisson_deviance mean_tweedie_deviance metric_at_thresholds pairwise_distances_chunked
    """,
    "sklearn.model_selection": """
        BaseCrossValidator BaseShuffleSplit FixedThresholdClassifier LearningCurveDisplay
        LeavePGroupsOut StratifiedGroupKFold TunedThresholdClassifierCV ValidationCurveDisplay
    """,
    "sklearn.preprocessing": """
        KernelCenterer SplineTransformer TargetEncoder
    """,
    "sklearn.utils": """
        ClassifierTags DataConversionWarning InputTags RegressorTags Tags TargetTags TransformerTags
        all_estimators as_float_array assert_all_finite check_scalar check_symmetric deprecated
        estimator_html_repr gen_batches gen_even_slices get_tags indexable murmurhash3_32 safe_mask safe_sqr
    """,
    "sklearn.covariance": "EllipticEnvelope GraphicalLasso GraphicalLassoCV MinCovDet fast_mcd graphical_lasso log_likelihood oas",
    "sklearn.impute": "",
    "sklearn.naive_bayes": "",
    "sklearn.neighbors": """
        KNeighborsTransformer NeighborhoodComponentsAnalysis RadiusNeighborsTransformer sort_graph_by_row_values
    """,
    "sklearn.calibration": "",
    "sklearn.gaussian_process": "",
    "sklearn.inspection": "",
    "sklearn.mixture": "BayesianGaussianMixture",
    "sklearn.multiclass": "OutputCodeClassifier",
    "sklearn.neural_network": "BernoulliRBM",
}
