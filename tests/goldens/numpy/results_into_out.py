"""Results that are written into arrays, of plain and of masked ones."""
from each_line import each_line
import numpy as np
import warnings

warnings.simplefilter("ignore")
LINES = r"""
m=np.ma.array([1.,2,3],mask=[0,1,0])
m.sum(out=np.array(0.))
a=np.ma.array([[1.,2],[3,4]],mask=[[0,1],[0,1]])
o=np.ma.zeros(2)
a.sum(0,None,o) is o
o
a.mean(axis=0,out=o)
o=np.ma.zeros(2); a.max(axis=1,out=o); o
np.ma.add(m,m,out=np.ma.zeros(3))
m
b=m; b+=1; m
b*=2; m
i=np.ma.array([1,2]); i+=.5
i/=2
i+=1; i
m.std(dtype='float32')
m.max(fill_value=100)
m.argmax(fill_value=100)
m.argsort(endwith=False)
m.sort(endwith=False); m
np.ma.sort(m)
np.ma.median(a,axis=1)
np.ma.median(a,axis=1,keepdims=True)
np.ma.median(m,out=np.array(0.))
np.median([1,2,3],out=np.array(0.))
o=np.zeros(2); np.median([[1,2],[3,4]],axis=0,out=o); o
np.nanmean([1,np.nan],out=np.array(0.))
np.nanmean([1,2],dtype='float32').dtype
np.nansum([1.5,np.nan],dtype=int)
np.nanstd([1,2,np.nan])
np.nanmedian([1,2,np.nan])
np.ptp([[1,5],[2,9]],axis=1,out=np.zeros(2))
np.cov([1,2,3],dtype='float32')
np.median(np.array(['2024-01-01','NaT'],dtype='M8[D]'))
np.median(np.array([1,2,4],dtype='m8[D]'))
np.median(np.array([1,'NaT'],dtype='m8[D]'))
np.median(np.array([[1,2],[3,'NaT']],dtype='m8[h]'),axis=0)
np.max(np.array(['2024-01-01','2024-02-01'],dtype='M8[D]'))
np.get_printoptions()
np.array([(1,'x'),(2,'yy')],dtype=[('a','i4'),('b','U5')])
np.array([(1,'x',2.5),(20,'yy',3)],dtype=[('a','i4'),('b','U5'),('c','f8')])
np.array([(1,'x',2.5),(20,'yy',3)],dtype=[('a','i4'),('b','U5'),('c','f8')])[0]
np.array([(1,2.5)],dtype=[('a','i4'),('c','f8')])['a']
np.fft.fft2(np.eye(2),out=np.zeros((2,2),complex))
np.ma.masked_array([1,2,3],mask=[1,0,0]).filled(9)
np.ma.masked_where(np.array([1,2])>1,np.array([1,2]))
np.ma.average(m)
np.ma.array([1,2],mask=True)
np.ma.masked
np.ma.array([1,2,3]).mask
np.ma.compressed(m)
np.ma.masked_equal([1,2,2],2)
np.ma.masked_invalid([1,np.nan])
a.mean()
a.sum(axis=1)
a*2
a>1
np.sqrt(a)
print(a)
a.mask
a[0]
a[0,1]
a[0,1]=5; a
np.ma.concatenate([m,m])
np.mean(a)
np.sum(a,axis=0)
a.T
a.shape,a.dtype,a.count()
"""
each_line(LINES, globals())
