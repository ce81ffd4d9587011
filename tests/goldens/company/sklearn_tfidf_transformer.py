"""Counts of words as weights."""
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

texts = ["a red boat sails", "a red house", "the boat and the red house"]
counter, weigher = CountVectorizer(), TfidfTransformer()
print(np.round(weigher.fit_transform(counter.fit_transform(texts)).toarray(), 4))
print(weigher, np.round(weigher.idf_, 4), weigher.n_features_in_)
print(np.round(TfidfTransformer(norm=None, smooth_idf=False, sublinear_tf=True).fit_transform([[1, 0], [3, 2]]).toarray(), 4))
print(np.round(TfidfTransformer(norm="l1", use_idf=False).fit_transform([[1, 3], [3, 1]]).toarray(), 4))
try:
    weigher.transform(np.ones((1, 2)))
except ValueError as fault:
    print(fault)
