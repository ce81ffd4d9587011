"""Features and labels as numbers that a network can take.

What it is not: models. Start reading at `_scalers`.
"""

from sklearn._arrays import missing
from sklearn.preprocessing._features import PolynomialFeatures
from sklearn.preprocessing._labels import LabelBinarizer, LabelEncoder
from sklearn.preprocessing._one_hot import OneHotEncoder
from sklearn.preprocessing._scalers import MinMaxScaler, StandardScaler

__getattr__ = missing(
    "sklearn.preprocessing",
    "Binarizer FunctionTransformer KBinsDiscretizer KernelCenterer MaxAbsScaler MultiLabelBinarizer Normalizer OrdinalEncoder "
    "PowerTransformer QuantileTransformer RobustScaler SplineTransformer TargetEncoder label_binarize maxabs_scale minmax_scale "
    "normalize robust_scale scale add_dummy_feature",
)
