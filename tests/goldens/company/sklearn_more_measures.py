"""Groups beside the right ones, and rarer measures."""
import numpy as np
from sklearn.metrics import *
from sklearn import metrics
from sklearn.datasets import load_iris
from sklearn.metrics import adjusted_mutual_info_score, calinski_harabasz_score, completeness_score, davies_bouldin_score, fowlkes_mallows_score, homogeneity_completeness_v_measure, homogeneity_score, mutual_info_score, pair_confusion_matrix, rand_score, v_measure_score, brier_score_loss, class_likelihood_ratios, dcg_score, hinge_loss, mean_pinball_loss, multilabel_confusion_matrix, ndcg_score, root_mean_squared_log_error
a, b = [0, 0, 1, 1, 2, 2, 2], [0, 0, 1, 2, 2, 2, 1]
print(repr(np.round(adjusted_mutual_info_score(a, b), 10)))
print(repr(np.round(completeness_score(a, b), 10)))
print(repr(np.round(fowlkes_mallows_score(a, b), 10)))
print(repr(np.round(homogeneity_completeness_v_measure(a, b), 10)))
print(repr(np.round(homogeneity_score(a, b), 10)))
print(repr(np.round(mutual_info_score(a, b), 10)))
print(repr(np.round(pair_confusion_matrix(a, b), 10)))
print(repr(np.round(rand_score(a, b), 10)))
print(repr(np.round(v_measure_score(a, b), 10)))
X, y = load_iris(return_X_y=True)
print(repr(np.round(calinski_harabasz_score(X, y), 10)))
print(repr(np.round(davies_bouldin_score(X, y), 10)))
try:
    calinski_harabasz_score(X, np.zeros(150))
except Exception as error:
    print(type(error).__name__, error)
print(repr(np.round(brier_score_loss([0, 1, 1], [.1, .8, .4]), 10)))
print(repr(np.round(class_likelihood_ratios([0, 1, 0, 1, 0], [1, 1, 0, 0, 0]), 10)))
print(repr(np.round(dcg_score([[3, 2, 0, 1]], [[.9, .5, .5, .1]]), 10)))
print(repr(np.round(ndcg_score([[3, 2, 0, 1]], [[.9, .5, .5, .1]]), 10)))
print(repr(np.round(ndcg_score([[3, 2, 0, 1]], [[.1, .5, .6, .1]], k=2), 10)))
print(repr(np.round(hinge_loss([1, -1, 1], [.5, -2., -.1]), 10)))
print(repr(np.round(hinge_loss([0, 1, 2], [[1., .5, 0], [.2, .1, .3], [0, 0, 2.]]), 10)))
print(repr(np.round(mean_pinball_loss([1, 2, 3], [0, 2, 4], alpha=.1), 10)))
print(repr(np.round(root_mean_squared_log_error([1, 2], [2, 2]), 10)))
print(repr(multilabel_confusion_matrix([0, 1, 2, 1], [0, 2, 2, 1])))
print(repr(multilabel_confusion_matrix(["a", "b"], ["a", "a"])))
print(repr(multilabel_confusion_matrix(np.array([[1, 0], [0, 1]]), np.array([[1, 1], [0, 1]]))))
