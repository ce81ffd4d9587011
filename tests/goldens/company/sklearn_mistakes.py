"""Mistakes that beginners make with estimators, and what is said of them; the data sets and small steps before a model."""
from each_line import each_line
from sklearn.datasets import *
import numpy as np
from sklearn.preprocessing import *
import pandas as pd
from sklearn.impute import *
from sklearn.pipeline import *
from sklearn.linear_model import *
from sklearn.tree import *
from sklearn.ensemble import RandomForestClassifier, AdaBoostClassifier, GradientBoostingRegressor
import numpy as np, pandas as pd
from sklearn.neighbors import *
from sklearn.svm import *
from sklearn.ensemble import RandomForestRegressor, RandomForestClassifier
from sklearn.neural_network import MLPRegressor
from sklearn.naive_bayes import GaussianNB
from sklearn.metrics import *
from sklearn.model_selection import train_test_split,cross_val_score,GridSearchCV,StratifiedKFold,KFold
import warnings

warnings.simplefilter("ignore")
pd.set_option("display.max_columns", 20)
LINES = r"""
load_iris().keys()
load_wine().keys()
load_breast_cancer().keys()
load_diabetes().keys()
load_digits().keys()
load_digits().images.shape
dir(load_iris())
load_iris().nope
load_iris(return_X_y=True)[1][:3]
load_iris(as_frame=True).target.head(2)
load_digits().data[0][:8]
df=pd.DataFrame({'a':[1.,2,3],'b':[4,5,6]})
PolynomialFeatures(2,include_bias=False).fit(df).get_feature_names_out()
PolynomialFeatures(2).fit(df).feature_names_in_
PolynomialFeatures(2).fit([[1,2]]).get_feature_names_out(['x','y'])
PolynomialFeatures(2).fit_transform([[1,2]])
PolynomialFeatures(2).set_output(transform='pandas').fit_transform(df)
Binarizer().fit_transform([[0,2]])
Binarizer().fit_transform([[0,.5]])
Binarizer(threshold=4).fit_transform(df)
StandardScaler().fit_transform([[1],[2]])
StandardScaler().fit([[1],[2]]).transform([[1,2]])
StandardScaler().transform([[1]])
StandardScaler().fit(df).transform(df[['a']])
StandardScaler().fit(df).transform(df[['b','a']])
StandardScaler().fit(df).transform(df.values)
StandardScaler().fit(df).feature_names_in_
StandardScaler().fit([['a']])
StandardScaler().fit([[np.nan,1]])
StandardScaler().fit([1,2])
MinMaxScaler((0,2)).fit_transform(df)
MinMaxScaler(feature_range=(2,1)).fit(df)
MaxAbsScaler().fit_transform(df)
RobustScaler().fit(df).center_
QuantileTransformer(n_quantiles=3).fit_transform(df)
KBinsDiscretizer(2,encode='ordinal').fit_transform(df)
FunctionTransformer(np.log1p).fit_transform(df)
LabelBinarizer().fit_transform(['a','b','c'])
LabelBinarizer().fit_transform(['a','b'])
MultiLabelBinarizer().fit_transform([{'x','y'},{'z'}])
OrdinalEncoder(categories=[['lo','hi']]).fit_transform([['hi'],['lo']])
OrdinalEncoder(handle_unknown='use_encoded_value',unknown_value=-1).fit([['a']]).transform([['b']])
OneHotEncoder(drop='first',sparse_output=False).fit_transform([['a'],['b']])
OneHotEncoder().fit([['a'],['b']]).get_feature_names_out(['col'])
OneHotEncoder(handle_unknown='ignore').fit([['a']]).transform([['q']]).toarray()
OneHotEncoder().fit([['a']]).transform([['q']])
OneHotEncoder(sparse_output=False,dtype=int).fit_transform(pd.DataFrame({'c':['x','y']}))
LabelEncoder().fit([1,2]).transform([3])
LabelEncoder().fit_transform(['b','a','b'])
LabelEncoder().transform([1])
normalize([[3,4]])
scale([[1.],[2.]])
label_binarize([1,2],classes=[1,2,3])
add_dummy_feature([[1]])
SimpleImputer().fit_transform([[1,np.nan],[3,4]])
SimpleImputer().fit([['a']])
SimpleImputer(strategy='most_frequent').fit_transform(pd.DataFrame({'c':['x','x',None]}))
SimpleImputer(add_indicator=True).fit_transform([[1,np.nan],[3,4]])
p=Pipeline([('s',StandardScaler()),('m',LogisticRegression())])
p.predict([[1]])
p.score([[1]],[1])
p.predict_proba([[1]])
p.transform
p[:-1]
len(p)
p.steps
p['m']
p['zz']
p.fit([[1],[2]],[0,1]).classes_
p.n_features_in_
Pipeline([('s',StandardScaler()),('s',LogisticRegression())]).fit([[1],[2]],[0,1])
Pipeline([('m',LogisticRegression()),('s',StandardScaler())]).fit([[1],[2]],[0,1])
LogisticRegression().predict([[1]])
DecisionTreeClassifier().predict([[1]])
RandomForestClassifier().predict([[1]])
LinearRegression().predict([[1]])
DecisionTreeClassifier(max_depth=0).fit([[1],[2]],[0,1])
RandomForestClassifier(n_estimators=0).fit([[1],[2]],[0,1])
RandomForestClassifier(n_estimators='a').fit([[1],[2]],[0,1])
LinearRegression().fit([[1],[2]],[1])
LinearRegression().fit([[1],[np.nan]],[1,2])
LinearRegression().fit([[1],[2]],[1,np.nan])
LinearRegression().fit([],[])
LinearRegression().fit([[1,2],[3]],[1,2])
m=LinearRegression().fit(df[['a']],df.b); m.predict([[1.5]])
m.predict(df)
m.predict([1])
m.coef_, m.intercept_, m.rank_, m.singular_
m.get_params()
m
LinearRegression(fit_intercept=False)
LogisticRegression(max_iter=1).fit([[1],[2],[3]],[0,1,0]).n_iter_
DecisionTreeClassifier().fit([[1],[2]],[0,1]).get_n_leaves()
AdaBoostClassifier(n_estimators=5,random_state=0).fit(*load_iris(return_X_y=True)).estimator_weights_
AdaBoostClassifier(n_estimators=5,random_state=0).fit(*load_iris(return_X_y=True)).estimator_errors_
GradientBoostingRegressor(n_estimators=3,random_state=0).fit([[1],[2],[3]],[1,2,3]).predict([[2]])
X=[[1],[2],[3]]; y=[1,np.nan,2]; z=[1,np.inf,2]
LinearRegression().fit(X,y)
LinearRegression().fit(X,z)
Ridge().fit(X,y)
Lasso().fit(X,y)
SGDRegressor().fit(X,y)
DecisionTreeRegressor().fit(X,y)
RandomForestRegressor().fit(X,y)
KNeighborsRegressor().fit(X,y)
SVR().fit(X,y)
MLPRegressor().fit(X,y)
LogisticRegression().fit(X,y)
LogisticRegression().fit(X,[.5,1.5,2.5])
LogisticRegression().fit(X,[[0],[1],[1]]).coef_.shape
LogisticRegression().fit(X,[[0,1],[1,0],[1,1]])
DecisionTreeClassifier().fit(X,y)
DecisionTreeClassifier().fit(X,[.5,1.5,2.5])
RandomForestClassifier().fit(X,y)
KNeighborsClassifier().fit(X,y)
SVC().fit(X,y)
GaussianNB().fit(X,y)
LinearRegression().fit(X,[1,2])
LinearRegression().fit(X,None)
LinearRegression().fit(X)
LinearRegression().fit(np.array(X).ravel(),[1,2,3])
LinearRegression().fit(pd.DataFrame({'a':['x','y','z']}),[1,2,3])
LinearRegression().fit(pd.DataFrame({'a':[1,None,3]}),[1,2,3])
LinearRegression().fit(pd.DataFrame({'a':[1,2,3]}),pd.DataFrame({'y':[1,2,3]})).coef_
DecisionTreeClassifier().fit(pd.DataFrame({'a':['x','y','z']}),[1,2,3])
KNeighborsClassifier(5).fit(X,[0,1,1]).predict(X)
KNeighborsClassifier(0).fit(X,[0,1,1])
LinearRegression().fit(X,[1,2,3]).score(X,[1,np.nan,2])
mean_squared_error([1,2],[1,np.nan])
mean_squared_error([1,2],[1,2,3])
accuracy_score([1,0],[1,0,1])
accuracy_score([1,0],[.5,.2])
f1_score([1,2,3],[1,2,3])
roc_auc_score([1,1],[.5,.2])
roc_auc_score([0,1,2],[.5,.2,.1])
precision_score([0,1],[0,0])
classification_report([0,1],[0,0])
print(classification_report([0,1,2],[0,0,2],zero_division=0,digits=3))
r2_score([1],[1])
train_test_split(X,test_size=1.5)
train_test_split(X,test_size=.5,train_size=.9)
train_test_split(X,[0,0,1],stratify=[0,0,1],random_state=0)
train_test_split()
[type(v).__name__ for v in train_test_split(pd.DataFrame({'a':[1,2,3]}),pd.Series([1,2,3]),random_state=0)]
train_test_split(np.arange(10),random_state=1,shuffle=False)
train_test_split(np.arange(10),random_state=1,test_size=3)
cross_val_score(LinearRegression(),X,[1,2,3],cv=5)
GridSearchCV(LogisticRegression(),{'zz':[1]},cv=2).fit([[i] for i in range(8)],[0,1]*4)
GridSearchCV(LogisticRegression(),{'C':[1,10]},cv=2).predict([[1]])
GridSearchCV(LogisticRegression(),{'C':1},cv=2).fit([[i] for i in range(8)],[0,1]*4)
StratifiedKFold(3).get_n_splits()
KFold(1)
KFold(5,random_state=1)
list(KFold(5).split([1,2]))
"""
each_line(LINES, globals())
