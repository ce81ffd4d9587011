"""Examples of functions that work value by value: `torch`; a and b are tensors, or x is. Start reading at `add`."""

ENTRIES = r"""

add: y = a + alpha · b
(*), (*) → (*)
>>> torch.add(torch.tensor([1, 2]), torch.tensor([10, 20]))
tensor([11, 22])

sub: y = a − alpha · b
(*), (*) → (*)
>>> torch.sub(torch.tensor([1, 2]), 1)
tensor([0, 1])

mul: y = a · b, value by value
(*), (*) → (*)
>>> torch.mul(torch.tensor([1, 2]), torch.tensor([10, 20]))
tensor([10, 40])

multiply: = torch.mul
>>> torch.multiply(torch.tensor([1, 2]), 3)
tensor([3, 6])

div: y = a / b
(*), (*) → (*)
>>> torch.div(torch.tensor([7, 8]), 2)
tensor([3.5000, 4.0000])
>>> torch.div(torch.tensor([7, 8]), 2, rounding_mode="floor")
tensor([3, 4])

floor_divide: y = ⌊a / b⌋
(*), (*) → (*)
>>> torch.floor_divide(torch.tensor([7, -7]), 2)
tensor([ 3, -4])

remainder: y = a − b · ⌊a / b⌋, with the sign of b
(*), (*) → (*)
>>> torch.remainder(torch.tensor([7, -7]), 3)
tensor([1, 2])

fmod: y = what dividing a by b leaves, with the sign of a
(*), (*) → (*)
>>> torch.fmod(torch.tensor([7, -7]), 3)
tensor([ 1, -1])

pow: y = aᵇ
(*), (*) → (*)
>>> torch.pow(torch.tensor([1, 2, 3]), 2)
tensor([1, 4, 9])

neg: y = −x
(*) → (*)
>>> torch.neg(torch.tensor([1, -2]))
tensor([-1,  2])

abs: y = |x|
(*) → (*)
>>> torch.abs(torch.tensor([-1.5, 2.0]))
tensor([1.5000, 2.0000])

sign: y = −1, 0 or 1
(*) → (*)
>>> torch.sign(torch.tensor([-1.5, 0.0, 2.0]))
tensor([-1.,  0.,  1.])

reciprocal: y = 1 / x
(*) → (*)
>>> torch.reciprocal(torch.tensor([2.0, 4.0]))
tensor([0.5000, 0.2500])

square: y = x²
(*) → (*)
>>> torch.square(torch.tensor([1.0, 3.0]))
tensor([1., 9.])

sqrt: y = √x
(*) → (*)
>>> torch.sqrt(torch.tensor([4.0, 9.0]))
tensor([2., 3.])

rsqrt: y = 1 / √x
(*) → (*)
>>> torch.rsqrt(torch.tensor([4.0, 16.0]))
tensor([0.5000, 0.2500])

exp: y = eˣ
(*) → (*)
>>> torch.exp(torch.tensor([0.0, 1.0]))
tensor([1.0000, 2.7183])

exp2: y = 2ˣ
(*) → (*)
>>> torch.exp2(torch.tensor([0.0, 3.0]))
tensor([1., 8.])

expm1: y = eˣ − 1, precise near 0
(*) → (*)
>>> torch.expm1(torch.tensor([0.0, 1.0]))
tensor([0.0000, 1.7183])

log: y = ln x
(*) → (*)
>>> torch.log(torch.tensor([1.0, 2.0]))
tensor([0.0000, 0.6931])

log2: y = log₂ x
(*) → (*)
>>> torch.log2(torch.tensor([1.0, 8.0]))
tensor([0., 3.])

log10: y = log₁₀ x
(*) → (*)
>>> torch.log10(torch.tensor([1.0, 1000.0]))
tensor([0., 3.])

log1p: y = ln(1 + x), precise near 0
(*) → (*)
>>> torch.log1p(torch.tensor([0.0, 1.0]))
tensor([0.0000, 0.6931])

logaddexp: y = ln(eᵃ + eᵇ)
(*), (*) → (*)
>>> torch.logaddexp(torch.tensor([0.0]), torch.tensor([0.0]))
tensor([0.6931])

logsumexp: y = ln Σ eˣ along dim
(*, n) → (*)
>>> torch.logsumexp(torch.tensor([0.0, 0.0, 0.0]), dim=0)
tensor(1.0986)

sin: y = sin x
(*) → (*)
>>> torch.sin(torch.tensor([0.0, torch.pi / 2]))
tensor([0., 1.])

cos: y = cos x
(*) → (*)
>>> torch.cos(torch.tensor([0.0, torch.pi]))
tensor([ 1., -1.])

tan: y = sin x / cos x
(*) → (*)
>>> torch.tan(torch.tensor([0.0, 1.0]))
tensor([0.0000, 1.5574])

asin: y = the angle whose sine is x
(*) → (*)
>>> torch.asin(torch.tensor([0.0, 1.0]))
tensor([0.0000, 1.5708])

acos: y = the angle whose cosine is x
(*) → (*)
>>> torch.acos(torch.tensor([0.0, 1.0]))
tensor([1.5708, 0.0000])

atan: y = the angle whose tangent is x
(*) → (*)
>>> torch.atan(torch.tensor([0.0, 1.0]))
tensor([0.0000, 0.7854])

atan2: y = the angle of the point (b, a)
(*), (*) → (*)
>>> torch.atan2(torch.tensor([1.0]), torch.tensor([-1.0]))
tensor([2.3562])

sinh: y = (eˣ − e⁻ˣ) / 2
(*) → (*)
>>> torch.sinh(torch.tensor([0.0, 1.0]))
tensor([0.0000, 1.1752])

cosh: y = (eˣ + e⁻ˣ) / 2
(*) → (*)
>>> torch.cosh(torch.tensor([0.0, 1.0]))
tensor([1.0000, 1.5431])

tanh: y = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)
(*) → (*)
>>> torch.tanh(torch.tensor([0.0, 1.0]))
tensor([0.0000, 0.7616])

sigmoid: y = 1 / (1 + e⁻ˣ)
(*) → (*)
>>> torch.sigmoid(torch.tensor([0.0, 2.0]))
tensor([0.5000, 0.8808])

logit: y = ln(x / (1 − x))
(*) → (*)
>>> torch.logit(torch.tensor([0.5, 0.9]))
tensor([0.0000, 2.1972])

erf: y = 2 / √π · ∫ e^(−t²) dt from 0 to x
(*) → (*)
>>> torch.erf(torch.tensor([0.0, 1.0]))
tensor([0.0000, 0.8427])

relu: y = max(0, x)
(*) → (*)
>>> torch.relu(torch.tensor([-1.0, 2.0]))
tensor([0., 2.])

softmax: yᵢ = e^xᵢ / Σⱼ e^xⱼ along dim
(*) → (*)
>>> torch.softmax(torch.tensor([1.0, 2.0, 3.0]), dim=0)
tensor([0.0900, 0.2447, 0.6652])

log_softmax: yᵢ = xᵢ − ln Σⱼ e^xⱼ along dim
(*) → (*)
>>> torch.log_softmax(torch.tensor([1.0, 2.0, 3.0]), dim=0)
tensor([-2.4076, -1.4076, -0.4076])

floor: y = the whole number at or below x
(*) → (*)
>>> torch.floor(torch.tensor([-1.5, 1.5]))
tensor([-2.,  1.])

ceil: y = the whole number at or above x
(*) → (*)
>>> torch.ceil(torch.tensor([-1.5, 1.5]))
tensor([-1.,  2.])

round: y = the nearest whole number, of two the even one
(*) → (*)
>>> torch.round(torch.tensor([0.5, 1.5, 2.7]))
tensor([0., 2., 3.])

trunc: y = x without what stands behind the point
(*) → (*)
>>> torch.trunc(torch.tensor([-1.5, 1.5]))
tensor([-1.,  1.])

frac: y = what stands behind the point
(*) → (*)
>>> torch.frac(torch.tensor([-1.5, 2.25]))
tensor([-0.5000,  0.2500])

clamp: y = min(max(x, min), max)
(*) → (*)
>>> torch.clamp(torch.tensor([-1.0, 0.5, 3.0]), min=0.0, max=1.0)
tensor([0.0000, 0.5000, 1.0000])

clip: = torch.clamp
>>> torch.clip(torch.tensor([-1.0, 0.5, 3.0]), 0.0, 1.0)
tensor([0.0000, 0.5000, 1.0000])

lerp: y = a + weight · (b − a)
(*), (*) → (*)
>>> torch.lerp(torch.tensor([0.0, 10.0]), torch.tensor([1.0, 20.0]), 0.5)
tensor([ 0.5000, 15.0000])

maximum: y = the larger of a and b, value by value
(*), (*) → (*)
>>> torch.maximum(torch.tensor([1, 5]), torch.tensor([3, 2]))
tensor([3, 5])

minimum: y = the smaller of a and b, value by value
(*), (*) → (*)
>>> torch.minimum(torch.tensor([1, 5]), torch.tensor([3, 2]))
tensor([1, 2])
"""
