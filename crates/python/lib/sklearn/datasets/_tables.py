"""Measured things: breast cancer (W. Wolberg, W. Street, O. Mangasarian, 1995), wines (M. Forina et al., 1991) and
diabetes (B. Efron, T. Hastie, I. Johnstone, R. Tibshirani, 2004).

What it is not: the numbers, which are in files beside it. Start reading at `_read`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._sums import column_sums
from sklearn.datasets._bunch import MODULE, OF_FILES, bunch

_CELLS = (
    "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity", "concave points", "symmetry",
    "fractal dimension",
)  # fmt: skip
_WINES = (
    "alcohol malic_acid ash alcalinity_of_ash magnesium total_phenols flavanoids nonflavanoid_phenols "
    "proanthocyanins color_intensity hue od280/od315_of_diluted_wines proline"
).split()
_PATIENTS = ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"]


def _read(rows):
    """The numbers of lines, and the last of each apart."""
    numbers = np.array([[float(each) for each in row.split(",")] for row in rows.strip().splitlines()])
    return numbers[:, :-1].copy(), numbers[:, -1].copy()


def load_breast_cancer(*, return_X_y=False, as_frame=False):
    """Ten measures of cells' nuclei (mean, error and worst), and whether the tumour is benign (1)."""
    from sklearn.datasets._breast_cancer_data import ROWS

    data, target = _read(ROWS)
    names = (
        [f"mean {each}" for each in _CELLS]
        + [f"{each} error" for each in _CELLS]
        + [f"worst {each}" for each in _CELLS]
    )
    kinds = objects(["malignant", "benign"], texts=True)
    names = objects(names, texts=True)
    more = {"target_names": kinds, "DESCR": __doc__, "filename": "breast_cancer.csv", "data_module": MODULE}
    return bunch(data, target.astype(int), names, return_X_y, as_frame, OF_FILES, **more)


def load_wine(*, return_X_y=False, as_frame=False):
    """Thirteen measures of wines, and which of three makers each is from."""
    from sklearn.datasets._wine_data import ROWS

    data, target = _read(ROWS)
    kinds = objects(["class_0", "class_1", "class_2"], texts=True)
    return bunch(data, target.astype(int), list(_WINES), return_X_y, as_frame, target_names=kinds, DESCR=__doc__)


def load_diabetes(*, return_X_y=False, as_frame=False, scaled=True):
    """Ten measures of patients, and how far the disease had gone a year later; `scaled`, each has a sum of squares of 1."""
    from sklearn.datasets._diabetes_data import ROWS

    data, target = _read(ROWS)
    if scaled:
        data = data - column_sums(data) / len(data)
        data = data / np.sqrt(column_sums(data**2) / len(data)) / len(data) ** 0.5
    files = {"data_filename": "diabetes_data_raw.csv.gz", "target_filename": "diabetes_target.csv.gz", "data_module": MODULE}
    order = "DESCR feature_names data_filename target_filename data_module"
    return bunch(data, target, list(_PATIENTS), return_X_y, as_frame, order, DESCR=__doc__, **files)
