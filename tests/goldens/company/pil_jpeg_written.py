# JPEG files are the ones that Pillow writes, byte for byte, at any quality and size.
import hashlib
import io

import numpy as np
from PIL import Image

for height, width in ((16, 16), (50, 70), (49, 33), (8, 72)):
    y, x = np.mgrid[0:height, 0:width]
    colours = np.stack([x * 3 % 256, y * 5 % 256, (x + y) * 2 % 256], -1).astype(np.uint8)
    for quality in (75, 95, 20):
        for pixels, more in ((colours, {}), (colours, {"subsampling": 0}), (colours[..., 0], {})):
            file = io.BytesIO()
            Image.fromarray(pixels).save(file, "JPEG", quality=quality, **more)
            data = file.getvalue()
            print(height, width, quality, len(data), hashlib.md5(data).hexdigest()[:8])
file = io.BytesIO()
Image.fromarray(colours[..., 1]).save(file, "JPEG")
back = Image.open(io.BytesIO(file.getvalue()))
print(back.format, back.mode, back.size, np.asarray(back)[3, :8])
try:
    Image.fromarray(np.zeros((4, 4, 4), dtype=np.uint8)).save(io.BytesIO(), "JPEG")
except OSError as error:
    print(error)
