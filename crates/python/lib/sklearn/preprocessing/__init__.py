"""Features and labels as numbers that a network can take.

What it is not: models. Start reading at `_scalers`.
"""

from sklearn._missing import missing
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

__getattr__ = missing(
    "sklearn.preprocessing",
    _bins="KBinsDiscretizer MultiLabelBinarizer add_dummy_feature binarize maxabs_scale robust_scale",
)
