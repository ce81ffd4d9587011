"""Features and labels as numbers that a network can take.

What it is not: models. Start reading at `_scalers`.
"""

from sklearn._missing import missing, offered
from sklearn.preprocessing._features import PolynomialFeatures
from sklearn.preprocessing._labels import LabelBinarizer, LabelEncoder
from sklearn.preprocessing._one_hot import OneHotEncoder
from sklearn.preprocessing._ordinal import OrdinalEncoder
from sklearn.preprocessing._rows import (
    Binarizer,
    FunctionTransformer,
    MaxAbsScaler,
    Normalizer,
    RobustScaler,
    label_binarize,
    minmax_scale,
    normalize,
    scale,
)
from sklearn.preprocessing._scalers import MinMaxScaler, StandardScaler

_BINS = "KBinsDiscretizer MultiLabelBinarizer add_dummy_feature binarize maxabs_scale robust_scale"
_SPREADS = "PowerTransformer QuantileTransformer power_transform quantile_transform"
__getattr__ = missing("sklearn.preprocessing", _bins=_BINS, _spreads=_SPREADS)
__all__ = offered(globals(), _BINS, _SPREADS)
