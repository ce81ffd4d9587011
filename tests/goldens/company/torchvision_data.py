import os, pickle, tempfile
import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader
from torchvision import datasets, transforms
from torchvision.utils import make_grid, save_image

root = tempfile.mkdtemp()
os.makedirs(os.path.join(root, "MNIST", "raw"))
gen = np.random.RandomState(0)
for part, n in (("train", 6), ("t10k", 3)):
    images = gen.randint(0, 256, (n, 28, 28)).astype(np.uint8)
    labels = gen.randint(0, 10, (n,)).astype(np.uint8)
    for name, dims, data in ((f"{part}-images-idx3-ubyte", images.shape, images), (f"{part}-labels-idx1-ubyte", labels.shape, labels)):
        head = bytes([0, 0, 8, len(dims)]) + b"".join(int(d).to_bytes(4, "big") for d in dims)
        with open(os.path.join(root, "MNIST", "raw", name), "wb") as f:
            f.write(head + bytes(data.reshape(-1).tolist()))
d = datasets.MNIST(root, train=True, transform=transforms.ToTensor())
print(repr(d).replace(root, "ROOT")); print(len(d), d.data.shape, d.data.dtype, d.targets, d.classes[:2], d.class_to_idx["3 - three"])
x, y = d[2]; print(x.shape, x.sum(), y, type(y).__name__)
print(datasets.MNIST(root, train=False)[0][0].size)
xb, yb = next(iter(DataLoader(d, batch_size=4))); print(xb.shape, yb)
f = datasets.FakeData(4, (1, 5, 5), 3, transform=transforms.ToTensor()); print(f[0][0].sum(), f[0][1], f[3][1], len(f)); print(f)
pics = os.path.join(root, "pics")
for k in ("cat", "dog"):
    os.makedirs(os.path.join(pics, k))
    for i in range(2): Image.fromarray(gen.randint(0, 256, (4, 6, 3)).astype(np.uint8)).save(os.path.join(pics, k, f"{i}.png"))
g = datasets.ImageFolder(pics, transform=transforms.Compose([transforms.Resize(4), transforms.ToTensor()]), target_transform=lambda t: t + 10)
print(g.classes, g.class_to_idx, g.targets, [os.path.basename(p) for p, _ in g.samples], g[3][0].shape, g[3][1]); print(repr(g).replace(root, "ROOT").split("Target")[0])
for make in (lambda: datasets.ImageFolder(os.path.join(pics, "cat")), lambda: datasets.FakeData(2)[2], lambda: datasets.ImageFolder("nowhere")):
    try: make()
    except Exception as e: print(type(e).__name__, str(e).replace(root, "ROOT"))
p = os.path.join(root, "g.png"); save_image(torch.linspace(0, 1, 2 * 12).view(2, 1, 3, 4), p, nrow=2); print(np.array(Image.open(p))[:, :, 0])
t = torch.arange(24.).view(2, 3, 2, 2)
print(make_grid(t, normalize=True)[0], make_grid(t, nrow=1, padding=1, pad_value=9.)[0], make_grid([t[0], t[1]], scale_each=True, normalize=True).sum(), make_grid(t[0]).shape, make_grid(t[0, 0]).shape)
