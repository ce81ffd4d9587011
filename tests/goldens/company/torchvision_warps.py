import numpy as np, torch
from PIL import Image
from torchvision import transforms as T
from torchvision.transforms import v2, functional as F
yy, xx = np.mgrid[:26, :40]
a = np.stack([(xx * 6) % 256, (yy * 9) % 256, ((xx - 20) ** 2 + (yy - 13) ** 2) % 256], -1).astype(np.uint8)
img, t = Image.fromarray(a), torch.from_numpy(a).permute(2, 0, 1).contiguous()
def told(r):
    r = np.asarray(r).astype(np.int64) if isinstance(r, Image.Image) else r.long().numpy()
    return r.shape, int(r.sum()) // 1000
torch.manual_seed(0)
for k in (T.RandomPerspective(), T.RandomPerspective(0.6, p=1.0), T.RandomPerspective(0.3, 1.0, T.InterpolationMode.NEAREST, fill=(9, 8, 7)), T.ElasticTransform(),
          T.ElasticTransform(80.0, 3.0, fill=5), T.AutoAugment(), T.AutoAugment(T.AutoAugmentPolicy.CIFAR10), T.AutoAugment(T.AutoAugmentPolicy.SVHN, fill=3)):
    print(k, *(told(k(each)) for each in (img, t, img, t)))
print(T.AugMix(), T.AugMix(5, 2, 3, all_ops=False)(img).size, T.RandomPerspective.get_params(20, 30, 0.5))
print(told(F.perspective(img, [[0, 0], [39, 0], [39, 25], [0, 25]], [[3, 2], [35, 0], [39, 25], [4, 20]])), Image.PERSPECTIVE)
for k in (v2.RandomPerspective(p=1), v2.ElasticTransform(), v2.AutoAugment(), v2.AugMix()): print(k, told(k(img))[0])
for call in (lambda: T.ElasticTransform(alpha=1), lambda: T.ElasticTransform(sigma=(1.0, 2.0, 3.0)), lambda: F.perspective(img, [[0, 0]], [[1, 1]]), lambda: T.AutoAugment("x"),
             lambda: F.elastic_transform(t, 3), lambda: F.elastic_transform(t, torch.ones(1, 2, 2, 2)), lambda: T.AugMix(11)):
    try: call()
    except Exception as e: print(type(e).__name__, e)
