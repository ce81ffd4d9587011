"""Linear algebra, Fourier transforms, complex numbers, dtypes, names that are no more."""
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
np.linalg.norm([3,4])
np.linalg.norm(b)
np.linalg.norm(b,axis=1)
np.linalg.norm(b,1)
np.linalg.norm([1,2],np.inf)
np.linalg.inv(A)
np.linalg.inv([[1,2],[2,4]])
np.linalg.inv(b)
np.linalg.det(A)
np.linalg.solve(A,[1,2])
np.linalg.solve(A,[1,2,3])
np.linalg.lstsq(np.array([[1,1],[1,2],[1,3]]),np.array([1,2,2]))
np.linalg.eigvals(A)
np.linalg.eig(A)
np.linalg.eigh(S)
np.linalg.eigvalsh(S)
np.linalg.svd(A)[1]
np.linalg.pinv(A)
np.linalg.matrix_rank(A)
np.linalg.matrix_power(np.array([[1,1],[1,0]]),5)
np.linalg.slogdet(A)
np.linalg.cholesky(S)
np.linalg.cholesky([[1,2],[2,1]])
np.linalg.qr(A)[1]
np.linalg.eigvals([[0,-1],[1,0]])
np.linalg.norm(np.eye(2),'fro')
np.fft.fft([1,2,3,4])
np.fft.ifft(np.fft.fft([1,2,3,4])).real
np.abs(np.fft.fft([1,0,0,0]))
np.fft.rfft([1,2,3,4])
np.fft.irfft(np.fft.rfft([1,2,3,4]))
np.fft.fftfreq(4)
np.fft.rfftfreq(4,0.5)
np.fft.fftshift(np.arange(4))
np.abs(np.fft.fft2(A))
z
z.real
z.imag
np.abs(z)
np.angle(z)
np.conj(z)
z*2
z+1
z*z
z/z
z**2
z[0]
z.dtype
a*1j
np.exp(1j*np.pi)
z.sum()
np.iinfo(np.int32).max
np.iinfo(np.int8)
np.finfo(np.float32)
np.finfo(float).eps
np.issubdtype(np.float32,np.floating)
np.issubdtype(a.dtype,np.integer)
np.issubdtype(s.dtype,np.str_)
np.can_cast(np.int64,np.float32)
np.result_type(np.int8,np.float32)
np.promote_types('i4','f4')
isinstance(np.float32(1),np.floating)
isinstance(np.int64(1),np.integer)
isinstance(a[0],np.generic)
np.isscalar(3)
np.ndim(b)
np.shape([[1]])
np.size(b)
type(a).__name__
np.float
np.int
np.Inf
np.NaN
np.float_
a.foo
a.append
len(np.array(5))
bool(a)
float(a)
int(np.array([5]))
a.item()
a.item(1)
np.array([5]).item()
sum(a)
max(a)
sorted(a)
list(b)
3 in a
np.binary_repr(5,8)
np.base_repr(10,2)
np.ndarray
np.add.reduce(b)
np.add.accumulate(a)
np.multiply.outer([1,2],[3,4])
np.maximum.reduce(b,axis=1)
np.maximum.accumulate([1,3,2])
!t=np.zeros(3); np.add.at(t,[0,0,2],1); print(t)
""".strip().split("\n"):
    run(line)
