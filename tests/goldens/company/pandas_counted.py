"""How often rows come, in groups and in bins; what is said of groups; and keys that must come once."""
from each_line import each_line
import pandas as pd
import warnings

warnings.simplefilter("ignore")
pd.set_option("display.max_columns", 20)
LINES = r"""
df=pd.DataFrame({'k':[1,1,1,1,2,2,2],'a':['z','x','x','y','b','a','a'],'c':[1,1,1,2,1,2,2]})
df.groupby('k').a.value_counts(sort=False)
df.groupby('k').a.value_counts(ascending=True)
df.groupby('k').a.value_counts(dropna=False)
df.value_counts(sort=False)
df.value_counts()
df[['a','c']].value_counts(ascending=True)
df.groupby('k').value_counts(normalize=True)
df.groupby('k')[['a']].value_counts()
df.groupby('k').value_counts(subset=['c'])
df.groupby('k',as_index=False).a.value_counts()
df.groupby('k',as_index=False).value_counts()
df.a.value_counts(sort=False)
df.a.value_counts(ascending=True)
df.value_counts(['k']).reset_index()
df.value_counts(['k','c']).loc[1]
df.value_counts('k').index
df.c.value_counts(bins=3)
df.c.value_counts(bins=[0,1,5],sort=False)
df.c.value_counts(bins=2,normalize=True)
df.groupby('k').a.describe().loc[1,'top']
df.groupby('k').describe()
df.groupby(['k','a']).describe()
df.groupby(['k','a']).c.describe()
df.groupby('k').c.describe()['mean']
df.groupby('k').describe().columns
a=pd.DataFrame({'k':['a','b','b'],'j':[1,2,2],'x':[1,2,3]}); b=pd.DataFrame({'k':['a','b','b','c'],'j':[1,2,2,3],'y':[1,2,3,4]})
a.merge(b,on='k',validate='1:1')
a.merge(b,on='k',validate='one_to_many')
a.merge(b,on='k',validate='many_to_one')
a.merge(b,on='k',validate='m:m')
a.merge(b,on=['k','j'],validate='1:1')
a.merge(b[:1],on='k',validate='1:1')
a[:1].merge(b,on='k',validate='1:1')
a.merge(b,on='k',validate='zz')
pd.DataFrame({'k':list('abcdefgg')}).merge(a,on='k',validate='1:m')
pd.DataFrame({'k':list('aabbccddeeffgg')}).merge(a,on='k',validate='1:m')
a.astype({'k':float})
a.astype({'k':int})
a.astype({'zz':int})
a.k.astype(float)
df=pd.DataFrame({'c':pd.Categorical(['a','b','a']),'v':[1,2,3]})
df.groupby('v').c.mean()
df.groupby('v').c.sum()
df.groupby('v').c.describe()
df.groupby('v').mean()
df.groupby('v').sum()
"""
each_line(LINES, globals())
