"""Operators, reductions, shapes, items, and what is written in place."""
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
u8+u8
u8+100
i8*2
u8+300
u8.astype(int)+100
b+1.5
b/2
b//2
b%2
b**2
b**-1
b**0.5
2**a
b>2
(b>2)&(b<6)
~(b>2)
-b
b@b.T
b@b
a@a
np.dot(a,a)
np.dot(b,a)
np.dot(b,b)
b+np.array([1,2])
b==[1,2,3]
b.T
b.shape
b.size
b.ndim
b.dtype
b.itemsize
b.nbytes
b.strides
b.sum()
b.sum(axis=0)
b.sum(axis=1,keepdims=True)
b.mean()
b.mean(axis=0)
b.std()
b.std(ddof=1)
b.var(axis=1)
b.max()
b.max(axis=0)
b.argmax()
b.argmax(axis=1)
b.cumsum()
b.cumsum(axis=1)
b.cumprod()
b.prod()
b.any()
b.all(axis=0)
b.sum(axis=2)
b.sum(axis=(0,1))
b.min(initial=0)
b.sum(where=b>2)
np.sum(b,axis=0,dtype=float)
np.mean(f32)
np.sum(f32)
np.std(f32)
np.var(f)
e.mean()
e.max()
e.sum()
np.cumsum(f32)
b.reshape(3,2)
b.reshape(-1)
b.reshape(4,2)
b.reshape(3,-1)
b.reshape((3,2),order='F')
b.ravel()
b.ravel(order='F')
b.flatten()
b.transpose()
T.transpose(1,0,2).shape
np.transpose(T,(2,0,1)).shape
T.swapaxes(0,2).shape
np.moveaxis(T,0,-1).shape
np.rollaxis(T,2).shape
np.expand_dims(a,0)
np.expand_dims(a,(0,2)).shape
np.squeeze(np.ones((1,3,1))).shape
np.squeeze(b,0)
np.atleast_2d(a)
np.atleast_3d(a).shape
b[0]
b[0,1]
b[:,1]
b[-1]
b[::-1]
b[:,::-1]
b[[0,1],[1,2]]
b[b>2]
b[1,:]
b[...,0]
b[None].shape
b[5]
b[0,5]
b[0,0,0]
b['a']
b[1.0]
b[[True,False]]
b[np.array([True,False,True])]
b[:,[0,2]]
b[[0,1]][:,[0,2]]
a[a.argsort()]
a[::-1].sort()
!b2=b.copy(); b2[0]=9; print(b2)
!b2=b.copy(); b2[b2>2]=0; print(b2)
!b2=b.copy(); b2[:,1]=[7,8]; print(b2)
!b2=b.copy(); b2[0]=[1,2]; print(b2)
!b2=b.copy(); b2+=1; print(b2)
!b2=b.copy(); b2+=1.5; print(b2)
!b2=b.copy(); b2/=2; print(b2)
!f2=f.copy(); f2*=2; print(f2)
!b2=b.copy(); b2[0,0]='x'
!b2=b.copy(); b2[0,0]=2.7; print(b2)
!v=b[0]; print(v.base is b, b.base, v.flags['OWNDATA'], b.copy().base)
!a2=a.copy(); a2.sort(); print(a2)
!a2=a.copy(); a2.fill(3); print(a2)
!a2=a.copy(); a2.resize(5); print(a2)
!a2=a.copy(); a2.flat[1]=10; print(a2, list(a2.flat))
""".strip().split("\n"):
    run(line)
