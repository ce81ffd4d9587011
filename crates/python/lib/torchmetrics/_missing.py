"""The names that torchmetrics has and this has not: asking for one says so.

What it is not: options; those that are not built are refused where they are given. Start reading at `missing`.
"""

from _kindling_absent import Absent


_WORDS = """
    BootStrapper CHRFScore CalibrationError ClasswiseWrapper ConcordanceCorrCoef CramersV
    CriticalSuccessIndex ErrorRelativeGlobalDimensionlessSynthesis ExtendedEditDistance FleissKappa HingeLoss
    KendallRankCorrCoef LogAUC MatchErrorRate MinMaxMetric
    ModifiedPanopticQuality MultiScaleStructuralSimilarityIndexMeasure MultioutputWrapper MultitaskWrapper
    NormalizedRootMeanSquaredError PanopticQuality PearsonsContingencyCoefficient
    PermutationInvariantTraining PrecisionAtFixedRecall RecallAtFixedPrecision
    RelativeAverageSpectralError RelativeSquaredError RetrievalFallOut RetrievalHitRate RetrievalMAP RetrievalMRR
    RetrievalNormalizedDCG RetrievalPrecision RetrievalRecall RootMeanSquaredErrorUsingSlidingWindow RunningMean
    RunningSum SQuAD SacreBLEUScore ScaleInvariantSignalDistortionRatio SensitivityAtSpecificity
    SignalDistortionRatio SignalNoiseRatio SpecificityAtSensitivity SpectralAngleMapper
    TheilsU TotalVariation TranslationEditRate TschuprowsT TweedieDevianceScore
    UniversalImageQualityIndex WeightedMeanAbsolutePercentageError WordInfoLost WordInfoPreserved
    audio detection multimodal nominal retrieval segmentation shape video utilities
    ContinuousRankedProbabilityScore JensenShannonDivergence EER
    bleu_score calibration_error char_error_rate concordance_corrcoef hinge_loss kl_divergence
    kendall_rank_corrcoef minkowski_distance pairwise_linear_similarity pairwise_manhattan_distance
    peak_signal_noise_ratio perplexity structural_similarity_index_measure tweedie_deviance_score word_error_rate
    multiclass_calibration_error binary_calibration_error
""".split()


def missing(module):
    """The `__getattr__` of a module."""

    def answer(name):
        if name in _WORDS:
            return Absent(f"{module}.{name} is not built into this torchmetrics")
        raise AttributeError(f"module '{module}' has no attribute '{name}'")

    return answer
