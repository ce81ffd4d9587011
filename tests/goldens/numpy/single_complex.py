"""Complex numbers whose parts have 32 bits: what makes them, what they make, and that they are none of Python's."""

import numpy as np
from each_line import each_line

z = np.array([1 + 2j, 3 - 4j], dtype=np.complex64)
each_line(
    """
np.float32(1) + 1j, np.float16(2) * 1j, np.float64(1) + 1j, np.int64(2) * 1j
np.complex64(1.1 + 2j), str(np.complex64(1.1 + 2j)), np.complex128(1.1 + 2j), np.complex64(2j), np.complex64("1+2j")
isinstance(np.complex64(1), complex), isinstance(np.complex128(1), complex), isinstance(np.complex64(1), np.complexfloating)
z[0] + 1, z[0] * 2.5, z[0] * np.float64(2), z[0] * np.float32(2), z[0] + np.int64(1), z[0] + np.int16(1), z[0] + np.complex128(1), z[0] ** 2
1j + z[0], -z[0], z[0] / 2, abs(np.complex64(3 + 4j)), z[0].real, z[0].imag, z[0].conjugate(), z[0] == 1 + 2j, bool(z[0])
complex(z[0]), z[0].item(), z[0].dtype, z[0].itemsize, hash(np.complex64(2)) == hash(2), f"{z[0]:.1f}"
z, z * 2, z * 2.5, z * 1j, z + np.array([1.0, 2.0]), z + np.array([1.0, 2.0], np.float32), z + np.array([1, 2])
np.array([1.0], np.float32) * 1j, np.array([1], np.int8) * np.complex64(1j), np.array([1], np.int32) * 1j
z.sum(), z.real, np.abs(z), np.conj(z), z.astype(complex), np.array([1.5]).astype(np.complex64), np.zeros(2, np.complex64)
np.array([np.complex64(1j), 2.0]), np.array([np.complex64(1j), np.complex64(2)]), np.complex64([1, 2j])
np.fft.fft(np.array([1, 2, 3], np.float32)).dtype, np.fft.rfft(np.ones(4)).dtype, np.fft.ifft(z).dtype
np.sqrt(np.complex64(-1)), np.angle(np.complex64(1j)), np.iscomplexobj(z[0]), np.allclose(z, z)
np.result_type(np.complex64, np.float64), np.result_type(np.complex64, np.float32), np.promote_types("c8", "i4")
""",
    {"np": np, "z": z},
)
