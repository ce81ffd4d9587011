# Scalers and encoders, with what scikit-learn gives.
import numpy as np
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.preprocessing import LabelBinarizer, LabelEncoder, MinMaxScaler, OneHotEncoder, PolynomialFeatures, StandardScaler

X = np.array([[1.0, -1.0, 2.0, 5.0], [2.0, 0.0, 0.0, 5.0], [0.0, 1.0, -1.0, 5.0]])
scaler = StandardScaler()
print(scaler.fit_transform(X))
print(scaler.mean_, scaler.var_, scaler.scale_, scaler.n_samples_seen_, scaler.n_features_in_)
print(scaler.transform([[1, 2, 3, 4]]), scaler.inverse_transform(scaler.transform(X)).round(6).tolist())
print(StandardScaler(with_mean=False).fit_transform(X).tolist(), StandardScaler(with_std=False).fit_transform(X).tolist())
print(StandardScaler(with_mean=False), clone(scaler), scaler.get_params())
print(StandardScaler().fit_transform(X.astype("float32")).dtype)
holes = np.array([[1.0, 2.0], [np.nan, 4.0], [3.0, 9.0]])
print(StandardScaler().fit_transform(holes).tolist(), StandardScaler().fit(holes).n_samples_seen_)
print(MinMaxScaler().fit_transform(holes).tolist())
small = MinMaxScaler((-1, 1), clip=True).fit(X)
print(small, small.transform(X).tolist(), small.data_min_, small.data_max_, small.scale_, small.transform([[9, 9, 9, 9]]))
print(small.inverse_transform(small.transform(X)).tolist())

encoder = LabelEncoder()
print(encoder.fit_transform(["paris", "paris", "tokyo", "amsterdam"]), list(encoder.classes_), encoder)
print(encoder.classes_, encoder.inverse_transform([2, 2, 1]), repr(encoder.classes_))
print(LabelEncoder().fit_transform([5, 1, 5, 9]), LabelEncoder().fit([5, 1, 5, 9]).classes_)
binary = LabelBinarizer()
print(binary.fit_transform([1, 2, 6, 4, 2]).tolist(), binary.classes_, binary.transform([1, 7]).tolist())
print(LabelBinarizer(neg_label=-1).fit_transform(["yes", "no", "no"]).tolist())
print(binary.inverse_transform(np.array([[0, 0, 1, 0], [1, 0, 0, 0]])))
print(LabelBinarizer().fit(["no", "yes"]).inverse_transform(np.array([0.2, 0.8])))

hot = OneHotEncoder(handle_unknown="ignore")
rows = [["Male", 1], ["Female", 3], ["Female", 2]]
print(hot.fit(rows), hot.categories_)
print(hot.transform([["Female", 1], ["Male", 4]]).toarray())
print(hot.inverse_transform([[0, 1, 1, 0, 0], [0, 0, 0, 1, 0]]))
print(hot.get_feature_names_out(["gender", "group"]))
print(OneHotEncoder(sparse_output=False, drop="first").fit_transform(np.array([[1], [3], [2], [1]])))
print(OneHotEncoder(sparse_output=False, dtype=int, drop="if_binary", categories=[["a", "b"], [1, 2, 3]]).fit_transform([["a", 1], ["b", 3]]))

poly = PolynomialFeatures(2)
print(poly.fit_transform(np.arange(6).reshape(3, 2)).tolist(), poly.get_feature_names_out().tolist(), poly.powers_.tolist())
print(PolynomialFeatures(degree=3, interaction_only=True, include_bias=False).fit_transform([[1.0, 2.0, 3.0]]), poly)
for wrong in (
    lambda: StandardScaler().transform(X),
    lambda: StandardScaler().fit([1, 2, 3]),
    lambda: scaler.transform([[1.0]]),
    lambda: MinMaxScaler((2, 1)).fit(X),
    lambda: encoder.transform(["berlin"]),
    lambda: encoder.inverse_transform([7]),
    lambda: OneHotEncoder().fit(rows).transform([["Other", 1]]),
    lambda: PolynomialFeatures().fit(holes),
    lambda: scaler.set_params(mean=3),
):
    try:
        wrong()
    except (NotFittedError, ValueError) as error:
        print(type(error).__name__, str(error).splitlines()[0][:100])
