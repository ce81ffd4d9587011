"""SummaryWriter: the files that it writes, read again byte by byte."""
import glob
import os
import struct
import tempfile

import torch
from torch.utils.tensorboard import SummaryWriter


def number(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift, at = shift + 7, at + 1
        if data[at - 1] < 128:
            return value, at


def fields(data):
    at, found = 0, {}
    while at < len(data):
        key, at = number(data, at)
        size = {1: 8, 5: 4}.get(key & 7)
        if key & 7 == 0:
            value, at = number(data, at)
        else:
            if size is None:
                size, at = number(data, at)
            value, at = data[at : at + size], at + size
        found.setdefault(key >> 3, value)
    return found


def events(folder):
    (path,) = glob.glob(os.path.join(folder, "events*"))
    data, at = open(path, "rb").read(), 0
    while at < len(data):
        (size,) = struct.unpack("<Q", data[at : at + 8])
        yield fields(data[at + 12 : at + 12 + size])
        at += size + 16


os.chdir(tempfile.mkdtemp())
writer = SummaryWriter("runs/first")
for step in range(3):
    writer.add_scalar("Loss/train", torch.tensor(1.0 / (step + 1)), step)
    writer.add_scalars("acc", {"train": step * 0.5, "val": step * 0.25}, step)
writer.add_text("note", "hello", 0)
writer.add_histogram("h", torch.arange(5.0), 1)
writer.close()
print(writer.log_dir, sorted(name for name in os.listdir("runs/first") if not name.startswith("events")))
for event in events("runs/first"):
    if 3 in event:
        print("version", event[3])
        continue
    value = fields(fields(event[5])[1])
    if 2 in value:
        print("scalar", event.get(2, 0), value[1], struct.unpack("<f", value[2])[0])
    elif 5 in value:
        told = fields(value[5])
        print("histogram", event[2], value[1], [struct.unpack("<d", told.get(at, bytes(8)))[0] for at in range(1, 6)])
    else:
        print("tensor", event.get(2, 0), value[1], fields(value[8])[8])
for event in events("runs/first/acc_val"):
    if 5 in event:
        value = fields(fields(event[5])[1])
        print(value[1], event.get(2, 0), struct.unpack("<f", value.get(2, bytes(4)))[0])
