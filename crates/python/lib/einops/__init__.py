"""`einops`: shapes of tensors and arrays by pattern, as "b c h w -> b (c h w)".

What it is not: faster than what it calls; each pattern becomes reshape, permute, a reduction and expand. Start reading at
`_transform`; a pattern's own form is in `_pattern`.
"""

from einops._einsum import einsum
from einops._pattern import EinopsError
from einops._transform import asnumpy, parse_shape, rearrange, reduce, repeat
from einops.packing import pack, unpack

__version__ = "0.8.2+kindling"
__all__ = [
    "EinopsError", "asnumpy", "einsum", "pack", "parse_shape", "rearrange", "reduce", "repeat", "unpack",
]  # fmt: skip
