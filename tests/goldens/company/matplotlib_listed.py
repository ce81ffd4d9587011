# A list of colours as a map: what is drawn has these colours, and none in between.
import os
import tempfile

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap
from PIL import Image

path = os.path.join(tempfile.mkdtemp(), "a.png")
for colors in (["red", "blue"], ["#102030", "#405060", "#708090"], ["tab:blue", "tab:orange", "tab:green", "tab:red", "k"]):
    cmap = ListedColormap(colors)
    classes = np.arange(len(colors))[None]
    plt.imsave(path, classes, cmap=cmap, vmin=-0.5, vmax=len(colors) - 0.5)
    print(np.array(Image.open(path).convert("RGB"))[0].tolist())
    print(cmap.N, np.round(cmap(0.3), 3), np.round(cmap.reversed()(0.3), 3))
