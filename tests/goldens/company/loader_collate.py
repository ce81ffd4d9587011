"""The loader's collate by its place in the package, as loops of one's own ask for it."""
import numpy as np
import torch
from torch.utils.data._utils.collate import default_collate

print(default_collate is torch.utils.data._utils.collate.default_collate, default_collate is torch.utils.data.default_collate)
print(default_collate([(torch.ones(2), 3), (torch.zeros(2), 4)]), default_collate([{"a": 1.5}, {"a": 2.5}]))
print(torch.utils.data._utils.collate.default_convert([1, np.zeros(2)]), torch.utils.data._utils.worker.get_worker_info())
for batch in ([object()], [[1, 2], [1]], [np.array(["a"])]):
    try:
        default_collate(batch)
    except (TypeError, RuntimeError) as error:
        print(str(error).split(" 0x")[0])
