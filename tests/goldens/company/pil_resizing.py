import numpy as np
from PIL import Image
rng = np.random.RandomState(0)
a = rng.randint(0, 256, (16, 20, 3)).astype(np.uint8)
for h in (10, 12, 13, 14,16):
    for w in (12, 14, 15, 17, 20):
        im = Image.fromarray(a[:h, :w].copy())
        print(h, w, [int(np.asarray(im.resize((12, 8), r)).astype(np.int64).sum()) for r in (2, 3, 1)])
