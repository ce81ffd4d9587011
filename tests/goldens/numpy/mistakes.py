"""First weeks with numpy: items, loops, formats, promotion, and what is said of mistakes."""
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
np.array([[1,2],[3,4]])*np.array([10,20])
np.array([1,2,3])+1j
np.arange(12).reshape(3,4)[1:,::2]
np.arange(12).reshape(3,4)[:, -1]
np.arange(12).reshape(3,4)[[0,2]][:,[1,3]]
np.arange(12).reshape(3,4)[np.ix_([0,2],[1,3])]
np.arange(10)[np.array([True,False]*5)]
np.arange(10)[-3:]
np.arange(10)[::-2]
!x=np.arange(10); x[x%2==0]=-1; print(x)
!x=np.arange(10); x[2:5]=[7,8,9]; print(x)
!x=np.arange(6).reshape(2,3); x[:,[0,2]]=0; print(x)
!x=np.arange(6).reshape(2,3); x[[True,False]]=5; print(x)
!x=np.zeros((3,3)); x[1:,1:]=1; x[0]=np.arange(3); print(x)
!x=np.zeros((2,2)); x[0,0]=True; x[1]='3'; print(x)
!x=np.arange(4); y=x; y[0]=9; print(x, x is y, np.shares_memory(x,y), np.may_share_memory(x, x.copy()))
!x=np.arange(4); y=x.reshape(2,2); y[0,0]=9; print(x, y.base is x)
!for i,row in enumerate(np.eye(2)): print(i,row)
!for v in np.nditer(np.arange(3)): print(v)
!for idx,v in np.ndenumerate(np.array([[1,2]])): print(idx,v)
[type(v) for v in np.arange(2)]
[int(v) for v in np.array([1.5,2])]
list(zip(np.arange(2),np.arange(2.)))
dict(zip(*np.unique(['a','b','a'],return_counts=True)))
{np.int64(1):2}[1]
np.int64(3)==3
np.float64(0.1)+0.2
np.float32(0.1)==0.1
round(np.float32(2.675),2)
f"{np.float64(3.14159):.3f} {np.int64(5):03d} {np.array([1.5])[0]:>8}"
"{} {}".format(np.float64(1.5), np.int64(2))
"%s %d" % (np.float64(1.5), np.int64(2))
str(np.float64(1e-10))
repr(np.float64(1e20))
print(np.float64(1.0), np.float32(2.5), np.int8(3), np.bool_(True), np.str_('a'))
np.array([1.0, 2.0, 3.0]).mean().dtype
np.array([1,2,3]).mean()
np.array([True,False,True]).sum()
np.array([True,False,True]).mean()
np.array(['1','2'],dtype=float)
np.array([1,2,3],dtype=str)
np.array([1.5,2.5]).astype('int32')
np.array([[1,2],[3,4]]).flatten('F')
np.array([3,1,2]).argmax()
np.argmax(np.array([[1,5],[7,2]]),axis=0)
np.unravel_index(np.argmax(np.array([[1,5],[7,2]])),(2,2))
np.array([1,2,3]).dot([4,5,6])
np.array([[1,2],[3,4]]) @ [1,1]
np.array([1,2])@np.array([[1,2],[3,4]])
np.dot([[1,2],[3,4]],[[1,0],[0,1]])
np.dot(3,4)
np.dot([1,2],[1,2,3])
np.matmul([[1,2]],[[1],[2]])
np.matmul(np.ones((2,3,4)),np.ones((2,4,5))).shape
np.ones((2,3))@np.ones((2,3))
np.ones(3)+np.ones(4)
np.ones((2,3))+np.ones((3,2))
np.array([1,2,3]).reshape(2,2)
np.zeros(-1)
np.zeros('a')
np.arange('a')
np.ones((2,2)).reshape(-1,-1)
np.concatenate(([1],[[2]]))
np.concatenate([])
np.stack([])
np.vstack(([1,2],[3]))
np.hstack(([[1],[2]],[3]))
np.linalg.inv(np.zeros((2,2)))
np.linalg.solve(np.zeros((2,2)),[1,2])
np.linalg.det(np.ones((2,3)))
np.linalg.eig(np.ones((2,3)))
np.array([1,2,3])[1.5]
np.array([1,2,3])[[0.5]]
np.array([1,2,3])['0']
np.array([1,2,3])[1,2]
np.array([[1,2],[3,4]])[2]
np.array([[1,2],[3,4]])[0][5]
np.array([1,2,3])[[5]]
np.delete([1,2,3],[0,5])
np.insert([1,2,3],5,1)
np.mean([])
np.max([])
np.argmax([])
np.median([])
np.std([])
np.array([1,2]).foo()
np.array([1,2])>'a'
int(np.array([1,2]))
np.array([1,2])&1.5
np.array([1.5])&1
~np.array([1.5])
-np.array([True])
np.array([True])-np.array([False])
np.array([True])+np.array([True])
np.array([1,2])**-1
np.array([1,2])**-1.0
np.array([2,3])**np.array([2,-1])
np.array([1,2,3])/np.array([0,1,0])
np.array([0.,1.])/0
np.array([5])//0
np.array([5])%0
np.log(0)
np.log(-1)
np.sqrt([4,-1])
np.arccos(2)
np.exp(1000)
np.int8(127)+np.int8(1)
np.array([127],dtype=np.int8)+np.int8(1)
np.array([2**31-1],dtype=np.int32)+1
np.array([200],dtype=np.uint8)*2
np.array([-1]).astype(np.uint8)
np.array([300]).astype(np.int8)
np.array([1.9,-1.9]).astype(np.int64)
np.array([np.nan]).astype(int)
np.uint8(-1)
np.int8(200)
""".strip().split("\n"):
    run(line)
