import numpy as np
np.set_printoptions(precision=6, suppress=True)
from sklearn.datasets import load_iris, make_blobs
from sklearn.neighbors import *
from sklearn.impute import *
from sklearn.naive_bayes import *
from sklearn.experimental import enable_iterative_imputer
from sklearn.impute import IterativeImputer
X,y=load_iris(return_X_y=True)
q=X[:12].copy(); q[0,1]=q[3,2]=q[5,0]=q[5,3]=np.nan
print(MissingIndicator().fit_transform(q)[:4]); 
m=IterativeImputer(random_state=0); print(m.fit_transform(q)[:6], m.n_iter_, m.transform(q[:1]))
r=RadiusNeighborsClassifier(radius=1).fit(X,y); print(r.predict(X[::20]),r.predict_proba(X[70:73]),r)
print(KNNImputer(n_neighbors=2).fit_transform(q)[:4])
r=RadiusNeighborsRegressor(radius=.5,weights="distance").fit(X[:,:3],X[:,3]); print(r.predict(X[:4,:3]+.01))
print(kneighbors_graph(X[:5],2).toarray(), radius_neighbors_graph(X[:5],.4,mode="distance").toarray())
B,_=make_blobs(60,centers=2,random_state=0)
for k in ["gaussian","tophat","epanechnikov","exponential","linear","cosine"]:
    d=KernelDensity(bandwidth=.7,kernel=k).fit(B); print(k,d.score_samples(B[:3]), d.score(B[:5]))
d=KernelDensity(bandwidth="scott").fit(B); print(d.bandwidth_, d.sample(3,random_state=0)); print(KernelDensity(kernel="tophat").fit(B).sample(2,random_state=1))
l=LocalOutlierFactor(n_neighbors=10); print(l.fit_predict(B), l.negative_outlier_factor_[:4])
l=LocalOutlierFactor(n_neighbors=10,novelty=True,contamination=.1).fit(B); print(l.predict([[0,0],[10,10]]),l.decision_function([[0,0],[1,4.]]))
n=NearestCentroid().fit(X,y); print(n.predict(X[::15]),n.centroids_)
t=KDTree(B); d,i=t.query(B[:2],k=3); print(d,i, t.query_radius(B[:2],r=.5,count_only=True))
c=ComplementNB().fit((X*10).astype(int),y); print(c.predict_proba(X[::60]), c.feature_log_prob_)
c=CategoricalNB().fit(X.astype(int),y); print(c.predict_proba(X[::30].astype(int)),c.score(X.astype(int),y),c.n_categories_)
