"""Names of types for annotations: `torch.types.Number`.

What it is not: dtypes. Start reading anywhere.
"""

from typing import Union

import _torch

Device = Union[_torch.device, str, int, None]
Number = Union[int, float, bool]
_dtype, _device, _size = _torch.dtype, _torch.device, Union[_torch.Size, list, tuple]
Tensor = _torch.Tensor
