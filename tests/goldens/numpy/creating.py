"""Arrays made: of lists, of ranges, of texts and objects, and the numbers out of them."""
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
np.arange(0,1,.1).tolist()
np.arange(1,2,.3).tolist()
np.arange(5.)
np.arange(10,0,-3)
np.arange(3,dtype=np.float32)
np.linspace(0,1,7).tolist()
np.linspace(0,10,5,dtype=int)
np.linspace(0,1,4,endpoint=False,retstep=True)
np.linspace([0,1],[1,2],3)
np.zeros((2,3),dtype=int)
np.ones(3,dtype=bool)
np.full((2,2),7)
np.full(2,1.5,dtype=np.float32)
np.eye(3,k=1)
np.identity(2)
np.zeros_like(b)
np.full_like(b,2.7)
np.empty((0,3))
np.array([1,2,3],dtype=np.float32)
np.array([1,2.5])
np.array([True,False])
np.array([[1,2],[3,4]],dtype='f4')
np.array(5)
np.array([])
np.array([[1],[2,3]])
np.array('x')
np.array(None)
np.array([1,None])
np.array(['a',1,2.5])
np.array(['a',True])
np.array(['abc','b'],dtype='U2')
np.array([[1,2],[3]],dtype=object)
np.array([1,2],ndmin=2)
np.array([300],dtype=np.uint8)
np.array([1.7,-1.7]).astype(int)
np.array([1,0]).astype(bool)
np.array(['1','2']).astype(int)
np.array(['1.5','x']).astype(float)
np.array([1.5,2]).astype(str)
np.array([1,2]).astype(str)
np.array([2**70])
np.array([1+2j,3])
np.array(range(4))
np.array((1,2))
np.asarray([1,2],dtype=float)
s
str(s)
s=='fig'
s!='fig'
s[1:]
s[s=='fig']
s[[0,2]]
s[0]
s.dtype
s.shape
s<'g'
s+'!'
s*2
s+1
np.unique(s)
np.unique(s,return_counts=True)
np.unique(s,return_inverse=True,return_index=True)
np.sort(s)
np.argsort(s)
np.isin(s,['fig'])
np.where(s=='fig',1,0)
np.where(s=='fig',s,'other')
np.concatenate([s,['kiwi fruit']])
np.append(s,'x')
np.hstack([s,s])
np.vstack([s,s]).T
s.reshape(2,2)
s.tolist()
np.repeat(s[:2],2)
np.tile(s[:2],2)
np.char.upper(s)
np.array(['a','b']).sum()
np.array(['b','a']).max()
np.array(['a'])-np.array(['b'])
np.exp(np.array(['a']))
o
o[1] is None
o==None
o.tolist()
np.array([1,2.5],dtype=object)*2
np.array([1,2.5],dtype=object).sum()
np.array(['apple']*12)
!s2=s.copy(); s2[0]='strawberry'; print(s2)
!o2=np.empty(2,dtype=object); o2[0]=[1,2]; print(o2, repr(o2))
np.zeros(2,dtype=str)
np.dtype('U5')
np.dtype('float32')
np.dtype(float)==np.float64
np.dtype('i4').itemsize
np.array([1]).dtype.name
np.float32(1.1)
np.float64(2)/3
np.int64(5)/2
np.int64(5)//2
np.int64(7)%3
np.int32(3)**2
np.uint8(200)+100
np.uint8(200)+300
np.float32(1)+1
np.float32(1)+1.5
np.float32(0.1)+np.float64(0.1)
np.int8(1)+np.int16(1)
np.bool_(True)+1
np.True_ & False
-np.float32(1.5)
abs(np.int64(-3))
round(np.float64(2.567),2)
int(np.float64(2.7))
np.float64(1)/0
""".strip().split("\n"):
    run(line)
