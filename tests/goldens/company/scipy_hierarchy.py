import matplotlib.pyplot as plt
import numpy as np
from scipy.cluster.hierarchy import dendrogram, fcluster, leaves_list, linkage
from scipy.cluster.vq import vq, whiten
from scipy.spatial.distance import pdist

X = np.random.default_rng(0).normal(size=(7, 2))
for method in ("single", "complete", "average", "weighted", "ward"):
    print(linkage(X, method).round(4)[:, :3].tolist())
Z = linkage(pdist(X), "average")
print(fcluster(Z, 3, criterion="maxclust"), fcluster(Z, 1.2, criterion="distance"), leaves_list(Z))
drawn = dendrogram(Z, labels=list("abcdefg"))
print(drawn["ivl"], drawn["leaves"], drawn["color_list"], drawn["leaves_color_list"])
print(np.round(drawn["dcoord"], 3).tolist(), [text.get_text() for text in plt.gca().get_xticklabels()])
print(whiten(X)[0].round(4), vq(X, X[:3])[0])
try:
    linkage(X, "nearest")
except ValueError as error:
    print("ValueError:", error)
