import numpy as np, torch
from PIL import Image
from torchvision import transforms as T
from torchvision.transforms import v2
rng = np.random.RandomState(0)
img = Image.fromarray(rng.randint(0, 256, (40, 48, 3)).astype(np.uint8)); t = T.PILToTensor()(img)
print(T.TrivialAugmentWide(), T.RandAugment(), T.RandAugment(3, 5)); torch.manual_seed(0)
for aug in (T.TrivialAugmentWide(), T.RandAugment(), T.RandAugment(num_ops=1, magnitude=20, fill=7), T.TrivialAugmentWide(interpolation=T.InterpolationMode.BILINEAR)):
    for i in range(8):
        o, p = aug(img), aug(t); print(int(np.asarray(o).astype(np.int64).sum()), int(p.long().sum()))
print(v2.TrivialAugmentWide(), v2.RandAugment())
f = T.Compose([T.Resize((32, 32)), T.TrivialAugmentWide(num_magnitude_bins=31), T.ToTensor()]); print(f, f(img).shape)
