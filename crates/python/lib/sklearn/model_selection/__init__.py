"""Samples to learn from, and samples to test with.

What it is not: a search for parameters. Start reading at `_split`.
"""

from sklearn._missing import missing, offered
from sklearn.model_selection._curves import learning_curve, validation_curve
from sklearn.model_selection._drawn import LeaveOneOut, ShuffleSplit, StratifiedShuffleSplit, TimeSeriesSplit
from sklearn.model_selection._folds import KFold, StratifiedKFold
from sklearn.model_selection._search import GridSearchCV, ParameterGrid, ParameterSampler, RandomizedSearchCV
from sklearn.model_selection._split import train_test_split
from sklearn.model_selection._validation import cross_val_predict, cross_val_score, cross_validate

_FOLDS = "GroupKFold LeaveOneGroupOut LeavePOut PredefinedSplit RepeatedKFold RepeatedStratifiedKFold permutation_test_score"
_GROUPS = "GroupShuffleSplit check_cv"
__getattr__ = missing("sklearn.model_selection", _more_folds=_FOLDS, _by_groups=_GROUPS)
__all__ = offered(globals(), _FOLDS, _GROUPS)
