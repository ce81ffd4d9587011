import os, tempfile
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
import matplotlib.image as mpimg
import numpy as np
from PIL import Image
p = os.path.join(tempfile.mkdtemp(), "x.png")
a = (np.arange(48).reshape(4, 4, 3) * 5).astype(np.uint8)
Image.fromarray(a).save(p)
b = plt.imread(p); print(b.shape, b.dtype, b[1, 2]); print(mpimg.imread(p)[3])
plt.imsave(p, np.array([[0., 1.], [0.5, 0.25]]), cmap="gray"); c = plt.imread(p); print(c.shape, c[..., 0])
plt.imsave(p, a / 255.0); print(np.array(Image.open(p))[0, :2])
Image.fromarray(a).convert("L").save(p); print(plt.imread(p).shape)
plt.imshow(Image.fromarray(a)); plt.show()
