"""Examples of computing with arrays: `numpy`; in the formulas a and b are arrays, or x is. Start reading at `sum`."""

ENTRIES = r"""

sum: y = Σ x
(*) → (); with axis, (*) without that dimension
>>> np.sum([[1, 2], [3, 4]], axis=0)
array([4, 6])

mean: y = Σ x / n
(*) → (); with axis, (*) without that dimension
>>> np.mean([1, 2, 6])
np.float64(3.0)

average: y = Σ w x / Σ w
(*), (*) → ()
>>> np.average([1, 2], weights=[3, 1])
np.float64(1.25)

median: y = the value in the middle, of two their mean
(*) → (); with axis, (*) without that dimension
>>> np.median([1, 9, 3])
np.float64(3.0)

std: y = √(Σ (x − mean)² / (n − ddof))
(*) → (); with axis, (*) without that dimension
>>> np.std([1, 2, 3, 4])
np.float64(1.118033988749895)

var: y = Σ (x − mean)² / (n − ddof)
(*) → (); with axis, (*) without that dimension
>>> np.var([1, 2, 3, 4])
np.float64(1.25)

prod: y = Π x
(*) → (); with axis, (*) without that dimension
>>> np.prod([2, 3, 4])
np.int64(24)

min: y = the smallest value
(*) → (); with axis, (*) without that dimension
>>> np.min([4, 1, 3])
np.int64(1)

max: y = the largest value
(*) → (); with axis, (*) without that dimension
>>> np.max([[1, 5], [7, 3]], axis=1)
array([5, 7])

amax: = numpy.max
>>> np.amax([4, 1, 3])
np.int64(4)

amin: = numpy.min
>>> np.amin([4, 1, 3])
np.int64(1)

ptp: y = the largest value − the smallest
(*) → (); with axis, (*) without that dimension
>>> np.ptp([4, 1, 3])
np.int64(3)

argmax: y = where the largest value is
(*) → (); with axis, (*) without that dimension
>>> np.argmax([1, 5, 3])
np.int64(1)

argmin: y = where the smallest value is
(*) → (); with axis, (*) without that dimension
>>> np.argmin([4, 1, 3])
np.int64(1)

percentile: y = the value that q per cent of all lie below
(*) → ()
>>> np.percentile([0, 1, 2, 3, 4], 25)
np.float64(1.0)

quantile: y = the value that a part q of all lies below
(*) → ()
>>> np.quantile([0, 1, 2, 3, 4], 0.5)
np.float64(2.0)

cumsum: y[i] = x[0] + … + x[i]
(*) → (*)
>>> np.cumsum([1, 2, 3])
array([1, 3, 6])

cumprod: y[i] = x[0] · … · x[i]
(*) → (*)
>>> np.cumprod([1, 2, 3])
array([1, 2, 6])

diff: y[i] = x[i + 1] − x[i]
(n) → (n − 1)
>>> np.diff([1, 4, 9])
array([3, 5])

gradient: y[i] = (x[i + 1] − x[i − 1]) / 2
(n) → (n)
>>> np.gradient([1.0, 4.0, 9.0])
array([3., 4., 5.])

all: whether every value is True (or not 0)
(*) → (); with axis, (*) without that dimension
>>> np.all([True, False])
np.False_

any: whether some value is True (or not 0)
(*) → (); with axis, (*) without that dimension
>>> np.any([True, False])
np.True_

count_nonzero: how many values are not 0
(*) → int
>>> np.count_nonzero([0, 3, 4])
np.int64(2)

add: y = a + b
(*), (*) → (*)
>>> np.add([1, 2], 10)
array([11, 12])

subtract: y = a − b
(*), (*) → (*)
>>> np.subtract([1, 2], 1)
array([0, 1])

multiply: y = a · b
(*), (*) → (*)
>>> np.multiply([1, 2], [3, 4])
array([3, 8])

divide: y = a / b
(*), (*) → (*)
>>> np.divide([1, 3], 2)
array([0.5, 1.5])

floor_divide: y = ⌊a / b⌋
(*), (*) → (*)
>>> np.floor_divide([7, -7], 2)
array([ 3, -4])

mod: y = a − b · ⌊a / b⌋
(*), (*) → (*)
>>> np.mod([7, -7], 3)
array([1, 2])

remainder: = numpy.mod
>>> np.remainder([7, -7], 3)
array([1, 2])

power: y = aᵇ
(*), (*) → (*)
>>> np.power([1, 2, 3], 2)
array([1, 4, 9])

negative: y = −x
(*) → (*)
>>> np.negative([1, -2])
array([-1,  2])

abs: y = |x|
(*) → (*)
>>> np.abs([1, -2])
array([1, 2])

absolute: = numpy.abs
>>> np.absolute([1, -2])
array([1, 2])

sign: y = −1, 0 or 1
(*) → (*)
>>> np.sign([-3, 0, 2])
array([-1,  0,  1])

square: y = x²
(*) → (*)
>>> np.square([1, 3])
array([1, 9])

sqrt: y = √x
(*) → (*)
>>> np.sqrt([4, 9])
array([2., 3.])

exp: y = eˣ
(*) → (*)
>>> np.exp([0, 1])
array([1.        , 2.71828183])

expm1: y = eˣ − 1, precise near 0
(*) → (*)
>>> np.expm1([0, 1])
array([0.        , 1.71828183])

log: y = ln x
(*) → (*)
>>> np.log([1, np.e])
array([0., 1.])

log2: y = log₂ x
(*) → (*)
>>> np.log2([1, 8])
array([0., 3.])

log10: y = log₁₀ x
(*) → (*)
>>> np.log10([1, 1000])
array([0., 3.])

log1p: y = ln(1 + x), precise near 0
(*) → (*)
>>> np.log1p([0.0, 1.0])
array([0.        , 0.69314718])

sin: y = sin x
(*) → (*)
>>> np.sin([0, np.pi / 2])
array([0., 1.])

cos: y = cos x
(*) → (*)
>>> np.cos([0, np.pi])
array([ 1., -1.])

tan: y = sin x / cos x
(*) → (*)
>>> np.tan(0.0)
np.float64(0.0)

arcsin: y = the angle whose sine is x
(*) → (*)
>>> np.arcsin([0, 1])
array([0.        , 1.57079633])

arccos: y = the angle whose cosine is x
(*) → (*)
>>> np.arccos(1.0)
np.float64(0.0)

arctan: y = the angle whose tangent is x
(*) → (*)
>>> np.arctan([0, 1])
array([0.        , 0.78539816])

arctan2: y = the angle of the point (b, a)
(*), (*) → (*)
>>> np.arctan2(1.0, 0.0)
np.float64(1.5707963267948966)

sinh: y = (eˣ − e⁻ˣ) / 2
(*) → (*)
>>> np.sinh([0.0, 1.0])
array([0.        , 1.17520119])

cosh: y = (eˣ + e⁻ˣ) / 2
(*) → (*)
>>> np.cosh([0.0, 1.0])
array([1.        , 1.54308063])

tanh: y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)
(*) → (*)
>>> np.tanh([0.0, 1.0])
array([0.        , 0.76159416])

radians: = numpy.deg2rad
>>> np.radians(180)
np.float64(3.141592653589793)

rad2deg: y = x · 180 / π
(*) → (*)
>>> np.rad2deg(np.pi)
np.float64(180.0)

deg2rad: y = x · π / 180
(*) → (*)
>>> np.deg2rad(180)
np.float64(3.141592653589793)

floor: y = the whole number at or below x
(*) → (*)
>>> np.floor([-1.5, 1.5])
array([-2.,  1.])

ceil: y = the whole number at or above x
(*) → (*)
>>> np.ceil([-1.5, 1.5])
array([-1.,  2.])

around: = numpy.round
>>> np.around([0.5, 1.26], 1)
array([0.5, 1.3])

round: y = the nearest number with so many decimals, of two the even one
(*) → (*)
>>> np.round([0.5, 1.5, 2.345], 1)
array([0.5, 1.5, 2.3])

rint: y = the nearest whole number, of two the even one
(*) → (*)
>>> np.rint([0.5, 1.5])
array([0., 2.])

trunc: y = x without what stands behind the point
(*) → (*)
>>> np.trunc([-1.5, 1.5])
array([-1.,  1.])

clip: y = min(max(x, a_min), a_max)
(*) → (*)
>>> np.clip([-1, 5, 20], 0, 10)
array([ 0,  5, 10])

maximum: y = the larger of a and b, value by value
(*), (*) → (*)
>>> np.maximum([1, 5], [3, 2])
array([3, 5])

minimum: y = the smaller of a and b, value by value
(*), (*) → (*)
>>> np.minimum([1, 5], [3, 2])
array([1, 2])

isnan: y = whether x is no number
(*) → (*) of bool
>>> np.isnan([1.0, np.nan])
array([False,  True])

isinf: y = whether x is infinite
(*) → (*) of bool
>>> np.isinf([1.0, np.inf])
array([False,  True])

isfinite: y = whether x is a number and not infinite
(*) → (*) of bool
>>> np.isfinite([1.0, np.nan])
array([ True, False])

isclose: y = whether |a − b| ≤ atol + rtol · |b|, value by value
(*), (*) → (*) of bool
>>> np.isclose(0.1 + 0.2, 0.3)
np.True_

allclose: whether |a − b| ≤ atol + rtol · |b| everywhere
(*), (*) → bool
>>> np.allclose([0.1 + 0.2], [0.3])
True

array_equal: whether both have the same shape and the same values
(*), (*) → bool
>>> np.array_equal([1, 2], [1, 2])
True

logical_and: y = whether both are True
(*), (*) → (*) of bool
>>> np.logical_and([True, True], [True, False])
array([ True, False])

logical_or: y = whether one of them is True
(*), (*) → (*) of bool
>>> np.logical_or([True, False], [False, False])
array([ True, False])

logical_not: y = whether x is False
(*) → (*) of bool
>>> np.logical_not([True, False])
array([False,  True])

equal: y = whether a = b, value by value
(*), (*) → (*) of bool
>>> np.equal([1, 2], [1, 3])
array([ True, False])

nansum: y = Σ x, without what is no number
(*) → ()
>>> np.nansum([1.0, np.nan])
np.float64(1.0)

nanmean: y = the mean, without what is no number
(*) → ()
>>> np.nanmean([1.0, 3.0, np.nan])
np.float64(2.0)

nan_to_num: y = x with numbers in place of nan and infinities
(*) → (*)
>>> np.nan_to_num([1.0, np.nan])
array([1., 0.])
"""
