"""Figures as files: sizes in dots, kinds by name and by ending, and what a file is refused for."""

import io
import os
import tempfile

import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from PIL import Image

folder = tempfile.mkdtemp()
fig, ax = plt.subplots(figsize=(4, 3))
ax.plot([0, 1, 2], [1, 0.5, 0.3], label="loss")
ax.legend()
for name, options in [("a.png", {}), ("b.png", {"dpi": 50}), ("c", {"dpi": 20}), ("d.dat", {"format": "png"})]:
    path = os.path.join(folder, name)
    plt.savefig(path, **options)
print(sorted(os.listdir(folder)))
for name in ("a.png", "b.png", "c.png", "d.dat"):
    print(name, Image.open(os.path.join(folder, name)).size)

clear = io.BytesIO()
fig.savefig(clear, format="png", transparent=True)
clear.seek(0)
print(Image.open(clear).convert("RGBA").getpixel((0, 0))[3])
coloured = io.BytesIO()
fig.savefig(coloured, facecolor="red")
coloured.seek(0)
print(Image.open(coloured).convert("RGB").getpixel((0, 0)))

fig.savefig(os.path.join(folder, "e.svg"))
with open(os.path.join(folder, "e.svg")) as file:
    print("<svg" in file.read())
try:
    fig.savefig(os.path.join(folder, "f.abc"))
except ValueError as error:
    print(str(error).split(" (")[0])
