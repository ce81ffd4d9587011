"""Numbers in bins, the intervals that name them, and categories in order."""
from each_line import each_line
import pandas as pd, numpy as np
import warnings

warnings.simplefilter("ignore")
pd.set_option("display.max_columns", 20)
LINES = r"""
a=pd.Series([5.,17,25,40,64,80])
i=pd.Series([5,17,25,40,64,80])
pd.cut(a,3).cat.categories
pd.cut(a,[0,18,65,100]).cat.categories
pd.cut(i,[0,18,65,100]).cat.categories
pd.cut(i,[0,18,65,100],include_lowest=True)
pd.cut(a,[0,18.5,65,100])
pd.cut(i,[0,18.5,65,100])
pd.cut(i,3).dtype
pd.cut(i,[0,18,65,100]).dtype
pd.cut(i,[0,18,65,100]).cat.categories.left
pd.cut(i,[0,18,65,100]).cat.categories.mid
pd.cut(i,[0,18,65,100]).cat.categories.dtype
pd.cut(i,[0,18,65,100]).value_counts()
pd.cut(i,[0,18,65,100]).value_counts(sort=False)
pd.DataFrame({'b':pd.cut(i,[0,18,65,100]),'v':1}).groupby('b',observed=True).sum()
pd.DataFrame({'b':pd.cut(i,[0,18,65,100]),'v':1}).groupby('b',observed=False).mean()
pd.DataFrame({'b':pd.cut(i,[0,18,65,100]),'v':1}).dtypes
pd.DataFrame({'b':pd.cut(i,[0,18,65,100]),'v':1}).describe(include='all')
pd.DataFrame({'b':pd.cut(i,[0,18,65,100]),'v':1}).pivot_table(index='b',values='v',observed=False)
pd.crosstab(pd.cut(i,[0,18,65,100]),i>20)
pd.get_dummies(pd.cut(i,[0,18,65,100]))
pd.cut(i,[0,18,65,100]).astype(str)
pd.cut(i,[0,18,65,100]).cat.codes
pd.cut(i,[0,18,65,100])[0]
pd.cut([1,2,3],2)
pd.cut(np.array([1,2,3]),[0,2,3],labels=['a','b'])
pd.cut([1,2,3],2,labels=False)
pd.interval_range(0,5)
pd.interval_range(0,10,periods=4)
pd.interval_range(start=0,periods=3,freq=2,closed='left')
pd.IntervalIndex.from_breaks([0,1,2.5])
pd.Interval(0,1)
3 in pd.Interval(0,5)
pd.Interval(0,5).mid
pd.Interval(0,5)==pd.Interval(0,5)
pd.cut(i,pd.IntervalIndex.from_breaks([0,20,100]))
pd.qcut(i,[0,.5,1])
pd.qcut(i,3,labels=False)
pd.qcut([1,1,1,1,2],4)
pd.qcut([1,1,1,1,2],4,duplicates='drop')
c=pd.Categorical(['lo','hi','lo'],categories=['lo','hi'],ordered=True)
c.dtype
pd.CategoricalDtype(['a','b'])
pd.Series(c).cat.categories
pd.Series(c).describe()
pd.Series(c).value_counts()
pd.Series(c).cat.add_categories('x')
pd.Series(c).cat.set_categories(['hi','lo'])
pd.Series(c).cat.as_unordered()
pd.Series(c).cat.reorder_categories(['hi','lo'])
pd.Series(c).cat.remove_unused_categories()
pd.Series(c).sort_values()
pd.Series(c).mean()
pd.Series(c)+'x'
pd.Series(c).str.upper()
pd.Series(['a','b']).astype('category').dtype
pd.Series([1,2]).astype('category')
pd.DataFrame({'c':c})['c'].unique()
pd.Series(c).nunique()
pd.Series(c).map({'lo':0,'hi':1})
pd.Series(c).fillna('zz')
pd.Series(c).replace('lo','LOW')
pd.Series(c)[0]='zz'
"""
each_line(LINES, globals())
