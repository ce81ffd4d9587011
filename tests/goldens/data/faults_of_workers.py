"""What goes wrong in a loader's workers says which worker it was, and in methods that are saved as they are."""

import io
import warnings

import torch
from torch.utils.data import DataLoader, Dataset

warnings.simplefilter("ignore")


class Broken(Dataset):
    def __init__(self, fault):
        self.fault = fault

    def __len__(self):
        return 4

    def __getitem__(self, index):
        if index == 2:
            raise self.fault
        return index


class OfTwo(Exception):
    def __init__(self, first, second):
        super().__init__(first)


for fault in (ValueError("no such item"), KeyError("name"), OfTwo("one", "two")):
    for workers in (0, 2):
        try:
            for batch in DataLoader(Broken(fault), batch_size=2, num_workers=workers):
                print(batch)
        except Exception as error:
            lines = str(error).splitlines()
            print(type(error).__name__, lines[:2], lines[-1])

layer, file = torch.nn.Linear(2, 1), io.BytesIO()
torch.save(layer.state_dict, file)
file.seek(0)
try:
    torch.load(file)
except Exception as error:
    print(type(error).__name__, str(error).splitlines()[3])
file.seek(0)
print(list(torch.load(file, weights_only=False)()))
