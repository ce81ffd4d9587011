import numpy as np
np.set_printoptions(precision=5, suppress=True)
from sklearn.datasets import load_iris, load_diabetes
from sklearn.compose import TransformedTargetRegressor
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.multioutput import *
from sklearn.feature_selection import *
from sklearn.linear_model import *
from sklearn.isotonic import IsotonicRegression
from sklearn.kernel_ridge import KernelRidge
from sklearn.covariance import *
from sklearn.tree import DecisionTreeClassifier
X,y=load_iris(return_X_y=True); D,d=load_diabetes(return_X_y=True)
m=TransformedTargetRegressor(LinearRegression(),func=np.log,inverse_func=np.exp).fit(D,d); print(m.predict(D[:3]),round(m.score(D,d), 8),m)
q=QuadraticDiscriminantAnalysis().fit(X,y); print(q.predict_proba(X[70:73]),q.score(X,y),q.means_,q)
m=MultiOutputRegressor(Ridge()).fit(D[:,:5],D[:,5:7]); print(m.predict(D[:2,:5]),round(m.score(D[:,:5],D[:,5:7]), 6),m)
Y=np.stack([y==0,y==2],1).astype(int)
m=MultiOutputClassifier(DecisionTreeClassifier(max_depth=2)).fit(X,Y); print(m.predict(X[::40]),m.score(X,Y),m.predict_proba(X[:1]))
m=RegressorChain(Ridge(),order=[1,0]).fit(D[:,:5],D[:,5:7]); print(m.predict(D[:2,:5]))
m=ClassifierChain(LogisticRegression()).fit(X,Y); print(m.predict(X[::40]),m.predict_proba(X[::40]))
s=SequentialFeatureSelector(LinearRegression(),n_features_to_select=3).fit(D,d); print(s.get_support(),s.transform(D).shape)
s=SequentialFeatureSelector(LogisticRegression(),n_features_to_select=2,direction="backward",cv=3).fit(X,y); print(s.get_support())
s=RFECV(LinearRegression(),cv=5).fit(D,d); print(s.n_features_,s.ranking_,s.cv_results_["mean_test_score"])
print(mutual_info_classif(X,y,random_state=0),mutual_info_regression(D,d,random_state=0),r_regression(D,d),mutual_info_classif(X.astype(int),y,discrete_features=True))
r=np.random.RandomState(0); a=np.arange(20); b=r.randint(-5,8,20)+a
i=IsotonicRegression(); print(i.fit_transform(a,b),i.predict([3.5,25]),i.X_thresholds_)
k=KernelRidge(alpha=.5,kernel="rbf",gamma=.1).fit(X[:,:3],X[:,3]); print(k.predict(X[:3,:3]),k)
for c in [EmpiricalCovariance(),LedoitWolf(),OAS(),ShrunkCovariance()]: c.fit(X); print(c.covariance_[0],c.mahalanobis(X[:2]),round(c.score(X), 6),getattr(c,"shrinkage_",None))
from sklearn.feature_extraction.text import *
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfTransformer
docs=["The quick brown fox is jumping over the lazy dog","A café in the évening, and the fox","Dogs and foxes are not the same at all"]
c=CountVectorizer(stop_words="english"); X=c.fit_transform(docs); print(c.get_feature_names_out(),X.toarray(),len(ENGLISH_STOP_WORDS),c)
t=TfidfTransformer(); Z=t.fit_transform(X); print(Z,t.idf_.round(6)); print(TfidfTransformer(use_idf=False,norm="l1").fit_transform(X).toarray()[:1])
v=TfidfVectorizer(stop_words="english",ngram_range=(1,2),max_features=5); print(v.fit_transform(docs).toarray(),v.get_feature_names_out())
for k in [dict(analyzer="char",ngram_range=(2,3)),dict(analyzer="char_wb",ngram_range=(2,2)),dict(strip_accents="unicode"),dict(strip_accents="ascii",lowercase=False),dict(analyzer=str.split)]:
    c=CountVectorizer(**k); X=c.fit_transform(docs); print(X.shape,c.get_feature_names_out()[:12],X.sum())
try: CountVectorizer(stop_words="french").fit(docs)
except Exception as e: print(type(e).__name__,e)
print(CountVectorizer(stop_words="english").build_analyzer()(docs[0]))
