"""What is written into columns: they keep their kind, and what does not fit is refused."""
from each_line import each_line
import pandas as pd, numpy as np
import warnings

warnings.simplefilter("ignore")
pd.set_option("display.max_columns", 20)
LINES = r"""
s=pd.Series([1,2,3])
s[0]='x'
s[0]=1.5
s.iloc[0]=2.0
s[0]=np.nan
s[0]=None
s
b=pd.Series([True,False]); b[0]=5
b[0]=np.nan
b
f=pd.Series([1.5,2]); f[0]='a'
f[0]=None; f
f[0]=True
f
t=pd.Series(pd.to_datetime(['2020-01-01'])); t[0]=5
t[0]='2021-05-05'; t
t[0]='zz'
t[0]=None; t
st=pd.Series(['a','b']); st[0]=5
st[0]=None; st
o[0]=2.5; o
i8=pd.Series([1,2],dtype='int8'); i8[0]=300
i8[0]=5; i8
d=pd.DataFrame({'a':[1,2],'b':['x','y'],'c':[1.5,2],'d':[True,False]})
d.loc[0,'a']='z'
d.loc[0,'a']=2.5
d.iloc[0,0]=1.5
d.at[0,'a']='q'
d.iat[0,0]=1.5
d.loc[0,'b']=3
d.loc[d.a>1,'b']=4
d.loc[0,'c']=4
d.loc[0,'d']=1
d.loc[0,'d']='x'
d
d.loc[0]=5
d.loc[0]=[7,'s',2.5,True]
d
d.loc[5]=[7,'s',2.5,True]
d
d.loc[:,'a']='k'
d['a']='k'
d
d[d['c']>1]=0
d['a'][0]='zz'
d
d.loc[0,'new']=1
d
d.loc[d.c>100,'flag']=True
d
d.a.fillna('x')
d.c.fillna('x')
s.fillna('x')
s.replace(1,'one')
s.where(s>1,'no')
s.mask(s>1,np.nan)
d.replace({'k':'j'})
d.replace(2.5,np.nan)
d.fillna('none')
pd.Series(['a',None]).fillna(5)
pd.Series([1.5,None]).fillna('q')
c=pd.Series(['a','b'],dtype='category'); c[0]='zz'
c[0]='b'; c
c.replace('b','q')
c.where(c=='b','zz')
c.fillna('zz')
c.shift()
c.str.len()
c.cat.codes
c=='b'
c+'x'
c.mean()
c.sum()
c.max()
s=pd.Series([1,2,3])
s[s>100]='x'
s[s>0]='x'
s[[0,1]]=['x','y']
s[[0,1]]=[1.5,2]
s[[0,1]]=[np.nan,2]; s
s=pd.Series([1,2,3]); s[0]=np.float32(2.5)
s[0]=np.int64(7); s
s[0]=True
s[:]=9; s
s[:]='x'
s.loc[0]=pd.NA
s
s=pd.Series([1,2,3]); s[0]=2.0; s
s.iloc[:2]=np.array([1.5,2.5])
s.iloc[:2]=np.array([1.,2.]); s
s[0]=1+2j
f=pd.Series([1.,2.],dtype='float32'); f[0]=1e300
f[0]=.1; f
f[0]=3; f
f[:]=[1,2]; f
f[0]=np.True_
st=pd.Series(['a','b']); st[0]=np.nan; st
st[[0,1]]=['q',1]
st[0]=1.5
st[0]=True
st[0]=pd.Timestamp('2020')
t=pd.Series(pd.to_datetime(['2020-01-01','2020-01-02'])); t[0]=pd.Timestamp('2021')
t[0]=np.datetime64('2022-01-01'); t
t[0]=1.5
t[0]=np.nan; t
t[0]=pd.Timedelta('1D')
td=pd.Series(pd.to_timedelta(['1D','2D'])); td[0]=5
td[0]='3D'; td
td[0]=pd.Timedelta('5h'); td
d=pd.DataFrame({'a':[1,2],'b':['x','y'],'c':[1.5,2],'d':[True,False]})
d.loc[0,['a','c']]=5
d.loc[0,['a','b']]=5
d.loc[:,'a']=[1.5,2]
d.loc[:,'a']=['x','y']
d.loc[:,['a','c']]=0
d.iloc[:,0]=9
d.iloc[:,0]='k'
d.loc[0,'new']='hey'
d.loc[d.a>100,'new2']='hey'
d.loc[d.a>5,'new3']=5
d.loc[d.a>5,'new4']=True
d
d.dtypes
d.at[1,'a']=3
d.at[9,'a']=3
d
d.loc[0,'a']=None
d
d.loc[d.b=='y','b']=np.nan
d
e=pd.DataFrame({'c':pd.Categorical(['a','b'])}); e.loc[0,'c']='zz'
e.loc[0,'c']='b'; e.dtypes
e.loc[0,'c']=np.nan; e
e['c'].replace({'b':'q'})
x=pd.DataFrame({'age':[1,2]}); x['g']=np.nan; x.loc[x.age>1,'g']='old'
x['g']=''; x.loc[x.age>1,'g']='old'; x
x['g']=None; x.loc[x.age>1,'g']='old'; x
x['g']=0; x.loc[x.age>1,'g']=.5
x[x>1]=0
x['age']=x['age'].astype(object); x.loc[0,'age']='q'; x
x.loc[len(x)]=['new',1]; x
"""
each_line(LINES, globals())
