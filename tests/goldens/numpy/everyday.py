"""The functions and methods of every day, on small lists."""
import io
import os
import tempfile

import numpy as np

os.chdir(tempfile.mkdtemp())
a, b = np.array([3, 1, 2]), np.array([[1, 2, 3], [4, 5, 6]])
c = np.array([[1.5, np.nan, 2], [0, -1, np.inf]])
f, x, T = np.linspace(0, 1, 7), np.array([0.5, 1.5, 2.5, -0.5]), np.arange(24).reshape(2, 3, 4)
s, m, z = np.array(["pear", "fig", "apple", "fig"]), np.array([True, False, True]), np.array([1 + 2j, 3 - 1j])
o, e = np.array([1, None, "x"], dtype=object), np.array([])
f32, i8, u8 = np.array([1.1, 2.2, 3.3], dtype=np.float32), np.array([100, 50], dtype=np.int8), np.array([200, 100], dtype=np.uint8)
A, S = np.array([[4.0, 1.0], [2.0, 3.0]]), np.array([[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]])


def show(value):
    if isinstance(value, np.ndarray):
        return f"{value.dtype} {value.shape} {value!r}"
    if isinstance(value, (tuple, list)) and any(isinstance(part, np.ndarray) for part in value):
        return type(value).__name__ + "(" + "; ".join(map(show, value)) + ")"
    return repr(value)


def run(line):
    """An expression, or with `!` a statement: its value or its error."""
    try:
        if line.startswith("!"):
            print(line)
            exec(line[1:], globals())
        else:
            print(line, "->", show(eval(line)))
    except Exception as error:
        print(line, "!!", type(error).__name__, str(error).strip())


for line in r"""
np.sum([[1,2],[3,4]],axis=(0,1))
np.sum([1,2,3],initial=10)
np.sum([[1,2],[3,4]],keepdims=True)
np.prod([1,2,3,4])
np.cumsum([1,2,3])
np.cumsum([[1,2],[3,4]],axis=0)
np.any([False,True])
np.all([[True,False],[True,True]],axis=1)
np.max([[1,2],[3,0]],axis=1)
np.min([[1,2],[3,0]])
np.maximum.reduce([[1,5],[3,2]])
np.add.outer([1,2],[10,20])
np.var([1,2,3,4],ddof=1)
np.percentile([1,2,3,4,5],[0,25,50,75,100])
np.quantile([[1,2],[3,4]],0.5,axis=0)
np.histogram(np.array([1,2,2,3,3,3]))
np.histogram([1,2,3],bins='sturges')
np.digitize([1,2,3],[1,2,3],right=True)
np.cov([[1,2,3],[4,5,7]],bias=True)
np.corrcoef([[1,2,3],[3,2,1]])
np.meshgrid(np.arange(2),np.arange(3),sparse=True)
np.tile([[1,2]],(2,1))
np.repeat([[1,2],[3,4]],[1,2],axis=0)
np.split(np.arange(6),[2,4])
np.array_split(np.arange(5),2)
np.rot90([[1,2],[3,4]],2)
np.roll([[1,2],[3,4]],1)
np.flip([1,2,3])
np.triu(np.ones((3,3)),k=1)
np.tril(np.ones((2,3)))
np.diag(np.arange(4).reshape(2,2))
np.trace([[1,2],[3,4]])
np.kron(np.eye(2),np.ones((1,2)))
np.outer([1,2,3],[1,2])
np.einsum('i,j',[1,2],[3,4])
np.einsum('ij->ji',[[1,2],[3,4]])
np.einsum('bij,bjk->bik',np.ones((2,2,3)),np.ones((2,3,1))).shape
np.linspace(0,1,3,retstep=True)
np.logspace(1,3,3,dtype=int)
np.interp([1.5],[1,2],[10,20])
np.polyfit([0,1,2],[1,3,5],1)
np.polyval(np.polyfit([0,1,2,3],[0,1,4,9],2),4).round(6)
np.convolve([1,1,1],[1,1,1],mode='same')
np.clip([1,5,10],2,8)
np.where([True,False],[1,2],[3,4])
np.where(np.array([[1,0],[0,1]]))
np.nonzero([[1,0],[0,1]])
np.argsort([3,1,2])[::-1]
np.sort([[3,1],[2,4]],axis=0)
np.sort(['b','a'])
np.isin([1,2,3],[2])
np.unique([[1,2],[2,3]])
np.array_equal([1,2],[1,2])
np.array_equal([1,np.nan],[1,np.nan],equal_nan=True)
np.allclose([1e10,1e-7],[1.00001e10,1e-8])
np.isclose([1,2],[1,2.00001])
np.isnan([1,np.nan])
np.isnan(np.nan)
np.isnan('a')
np.nan==np.nan
np.inf>1e308
np.nan_to_num([1,np.nan],nan=5)
np.round([1.567,2.345],2)
np.round(2.5)
np.round(-3.5)
np.around([0.5,1.5])
np.ceil(1.2)
np.floor([1.7,-1.7])
np.sign([-2,0,3])
np.abs([-1.5,2])
np.mod([5,-5],3)
np.power([2,3],[3,2])
np.exp([0,1])
np.log([1,np.e])
np.log10([1,100])
np.hypot(3,4)
np.deg2rad([180,90])
np.sin(np.array([0,np.pi/2]))
np.arctan2([1],[1])
np.tanh([0,1])
np.dtype('int64').name
np.dtype(np.float32).itemsize
np.arange(3).dtype==np.int64
np.arange(3).dtype=='int64'
np.array([1]).dtype is np.dtype('int64')
np.result_type(1,1.5)
np.array([1,2],dtype='float32').dtype
np.array([1,2]).nbytes
np.array([[1,2],[3,4]]).T.flags['C_CONTIGUOUS']
np.ascontiguousarray(np.array([[1,2],[3,4]]).T)
np.asarray([1,2]) is np.asarray([1,2])
np.copy([1,2])
np.array([1,2]).copy()
np.empty_like([1,2]).shape
np.full((2,),np.nan)
np.full((2,2),'x')
np.zeros(3,dtype=complex)
np.eye(2,dtype=int)
np.fromiter(range(3),int)
np.random.seed(0) or np.random.rand(2)
np.random.default_rng(1).integers(0,5,(2,2))
!np.random.seed(5); print(np.random.choice(['a','b','c'],4), np.random.choice([[1,2],[3,4]][0],2), np.random.permutation(['x','y','z']))
!np.random.seed(5); l=['a','b','c']; np.random.shuffle(l); print(l); a_=np.array([[1,2],[3,4],[5,6]]); np.random.shuffle(a_); print(a_)
!np.random.seed(1); print(np.random.multivariate_normal([0,0],[[1,0],[0,1]],2))
!np.random.seed(1); print(np.random.randint(0,10,size=(2,3)), np.random.random((2,2)), np.random.normal(0,1,(2,)), np.random.uniform(0,1), np.random.binomial(10,.5,3), np.random.poisson(3,3), np.random.exponential(1,2), np.random.beta(1,2,2), np.random.gamma(2,2,2))
np.linalg.matrix_rank([[1,2],[2,4]])
np.linalg.svd([[1,0],[0,2]])[1]
np.linalg.eigvals([[2,0],[0,3]])
np.linalg.pinv([[1,2],[3,4],[5,6]])
np.linalg.lstsq([[1,0],[1,1],[1,2]],[1,2,3],rcond=None)[0]
np.linalg.norm([[1,2],[3,4]],axis=0)
np.linalg.norm([1,2,3],ord=1)
np.vectorize(lambda a,b:a+b)([1,2],3)
np.apply_along_axis(np.mean,1,[[1,2],[3,4]])
np.frompyfunc(lambda x:x*2,1,1)([1,2])
np.piecewise(np.array([-1.,1.]),[np.array([-1.,1.])<0],[-1,1])
np.lexsort(([3,1,2],))
np.array([(1,'a'),(2,'b')],dtype=[('x',int),('y','U5')])
np.array([(1,'a')],dtype=[('x',int),('y','U5')])['y']
np.bool_
np.int_
np.float64
np.ndarray
np.array([1,2]).__class__
np.array([1]).size
np.array(5).ndim
np.array(5)+1
np.array([[1,2,3]]).shape[0]
np.shape(5)
np.ones((2,3,4)).sum(axis=(0,2))
np.ones((2,3,4)).transpose(2,0,1).shape
np.ones((2,3)).swapaxes(0,1).shape
np.expand_dims([1,2],1)
np.array([1,2])[:,np.newaxis]
np.array([1,2])[np.newaxis,:].shape
np.squeeze([[[1],[2]]]).shape
np.atleast_2d([1,2])
np.broadcast_to([1,2],(2,2))
np.ravel([[1,2],[3,4]])
np.array([[1,2],[3,4]]).ravel()
np.append([1,2],[[3,4]])
np.append([[1,2]],[[3,4]],axis=0)
np.column_stack(([1,2],[3,4]))
np.r_[1:4,0,4]
np.c_[[1,2],[3,4]]
np.gradient([1,2,4,7])
np.diff([1,3,6],n=2)
np.ptp([1,5,3])
np.cross([1,0,0],[0,1,0])
np.inner([[1,2],[3,4]],[1,1])
np.trapezoid([1,2,3],dx=0.5)
np.nanmean([1,np.nan,3])
np.nansum([[1,np.nan],[3,4]],axis=0)
np.count_nonzero([0,1,2])
np.bincount([1,1,2],minlength=5)
np.average([1,2,3],weights=[1,1,2])
np.searchsorted([1,3,5],[2,4])
np.pi
np.e
np.newaxis
np.inf
np.random.rand(3).shape
type(np.random.rand())
np.iinfo('int16').min
np.finfo('float64').max
np.array2string(np.array([1.123456,2.1]),precision=2)
np.array2string(np.arange(3),separator=',')
np.array([1e-8,1.])
np.array([1234567.891,0.001])
np.array([1.,10.,100.,1000.])
np.array([0.1,0.25,1/3])
np.array([1e15,1e16])
np.array([1e5,1.5e-5])
np.array([[1.5,100.25],[1000.125,2]])
np.array([-1.5,2,np.nan])
np.array([[1,-200],[30,4]])
np.array([1.0,2.0])*1e-20
np.array([True,False,None])
np.array([1,'a',2.5,None],dtype=object)
np.array([[1,'a'],[2,'b']],dtype=object)
np.array(['a','bb']).astype('U1')
np.array(['a','b'])=='a'
np.char.add(['a'],['b'])
np.char.str_len(['aa','b'])
np.array(['x'])[0].upper()
np.array(['3','4']).astype(int).sum()
np.where(np.array(['a','b'])=='a','yes','no')
np.array([[1,2],[3,4]],order='F').flags['F_CONTIGUOUS']
np.array([1,2,3]).tolist()
np.float64(3).tolist()
np.array([[1,2]]).item(1)
np.array([1,2]).tobytes()
np.array([1,2,3]).nonzero()
np.array([3,1,2]).max(initial=10)
np.array([1,2,3,4]).reshape(2,2).trace()
np.array([1,2,3]).repeat(2)
np.array([1,2,3]).take([0,2])
np.array([1.234]).round(1)
np.array([1,2,3]).clip(2,3)
np.array([1,2,3]).cumprod()
np.array([1,2,3]).searchsorted(2)
np.array([[3,1],[2,4]]).argsort(axis=0)
np.array([1,2,3]).any()
np.array([1,2,3]).var()
np.array([[1,2],[3,4]]).diagonal()
np.array([1+2j]).real
np.array([1,2]).conj()
""".strip().split("\n"):
    run(line)
