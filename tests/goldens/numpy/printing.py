"""The last digits of sums, printing and its options, assertions, files."""
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
!np.random.seed(1); print(np.random.rand(20).sum(), np.random.rand(1000).mean(), np.random.randn(333).std(), np.random.rand(50,7).mean(axis=0), np.random.rand(7,300).sum(axis=1), np.random.rand(5000).var())
!np.random.seed(1); q=np.random.rand(300).astype(np.float32); print(q.sum(), q.mean(), q.std(), q.reshape(20,15).sum(0), q.reshape(20,15).mean(1), q.reshape(5,6,10).sum((1,2)), q.reshape(5,6,10).mean((0,1)))
!np.set_printoptions(precision=3); print(f); np.set_printoptions(precision=8)
!np.set_printoptions(suppress=True); print(np.array([1e-10,1])); np.set_printoptions(suppress=False)
!np.set_printoptions(threshold=5); print(np.arange(10), T); np.set_printoptions(threshold=1000)
!np.set_printoptions(linewidth=20); print(np.arange(10)); np.set_printoptions(linewidth=75)
!np.set_printoptions(formatter={'float':'{:.1f}'.format}); print(f); np.set_printoptions()
c
np.array([1e10,1])
np.array([1e-5,1])
np.array([0.1,100])
np.array([1,1e6])
np.array([123456789.123])
np.array([1e100])
np.array([np.nan,1])
np.array([np.inf,-np.inf,1.5])
np.array([0.1+0.2])
np.arange(1000).reshape(10,100)
np.arange(1001)
np.arange(2000).reshape(2,1000)
np.ones((30,30))*1.5
np.ones((50,50),dtype=np.float32)
np.random.default_rng(0).random((3,3))
T
T.astype(float)/7
np.zeros((2,0))
np.zeros((0,3),dtype=np.float32)
np.linspace(0,1,50).astype(np.float32)
np.array([[True],[False]])
np.array(5.0)
str(np.array(5.0))
str(np.float32(0.1))
f"{np.float64(1.5):.2f}"
f"{a}"
"%.2f" % np.float32(1.234)
np.array([1,2,3]).__array__()
np.testing.assert_allclose([1,2],[1,2])
np.testing.assert_array_equal([1,2],[1,3])
np.testing.assert_allclose([1,2],[1,2.1])
np.testing.assert_almost_equal(1.0,1.1)
np.testing.assert_equal(1,2)
np.testing.assert_array_almost_equal([1,2],[1,2.001])
np.testing.assert_array_equal([1,2],[1,2,3])
!np.save('x.npy',b); print(np.load('x.npy'))
!np.savez('x.npz',a=a,b=b); d=np.load('x.npz'); print(d.files, d['a'], d)
!np.savetxt('x.csv',b,delimiter=',',fmt='%d'); print(open('x.csv').read()); print(np.loadtxt('x.csv',delimiter=','))
!np.savetxt('y.csv',c,header='p,q,r'); print(open('y.csv').read())
!print(np.genfromtxt(io.StringIO('a,b\n1,2\n3,\n'),delimiter=',',skip_header=1))
!r=np.genfromtxt(io.StringIO('a,b\n1,2\n3,4\n'),delimiter=',',names=True); print(r, r['a'], r.dtype.names, repr(r), r.dtype, r[0], r.shape)
!r=np.genfromtxt(io.StringIO('x,1\ny,2\n'),delimiter=',',dtype=None,encoding='utf-8'); print(r, repr(r))
!print(np.genfromtxt(io.StringIO('1 2\n3 4')))
!print(np.loadtxt(io.StringIO('# c\n1 2\n3 4'),unpack=True))
!print(np.loadtxt(io.StringIO('1,x'),delimiter=','))
!p=np.array([('Al',30,1.5),('Bo',25,2.5)],dtype=[('name','U10'),('age','i4'),('w','f4')]); print(p, p['age'], repr(p), np.sort(p,order='age'))
""".strip().split("\n"):
    run(line)
