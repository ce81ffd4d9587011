# Pictures of bytes, as transforms leave them; pictures that are mixed; what is no picture.
import numpy as np
import torch
import torchvision.transforms as T
import torchvision.transforms.functional as TF
from torchvision.transforms import v2

pixels = np.random.RandomState(1).randint(0, 256, (40, 50, 3), dtype=np.uint8)
image = torch.from_numpy(pixels).permute(2, 0, 1).contiguous()
for size in (20, (20, 30), (64, 64), (7, 90), (40, 25)):
    for mode in (v2.InterpolationMode.BILINEAR, v2.InterpolationMode.BICUBIC):
        made = v2.Resize(size, interpolation=mode)(image)
        print(size, made.shape, made.dtype, made.long().sum().item(), made[1, 3, ::7])
print(v2.Resize((11, 13))(torch.stack([image, image.flip(-1)])).long().sum())
torch.manual_seed(0)
print(v2.RandomResizedCrop(24)(image).long().sum(), v2.RandomResizedCrop((24, 30)), v2.Resize((2, 3)), v2.Resize(3))
for made in (
    T.RandomAdjustSharpness(2, 1.0)(image), TF.adjust_brightness(image, 2), TF.adjust_contrast(image, 3),
    TF.adjust_saturation(image, 2),
):
    print(made.long().sum())

torch.manual_seed(0)
images, labels = torch.rand(4, 3, 8, 8), torch.tensor([0, 1, 2, 0])
for mix in (v2.MixUp(num_classes=3), v2.CutMix(num_classes=3), v2.MixUp(alpha=0.4, num_classes=3)):
    print(mix)
    for _ in range(2):
        mixed, shares = mix(images, labels)
        print(mixed.mean().round(decimals=4), shares.round(decimals=4))


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: v2.MixUp()(images, labels))
attempt(lambda: v2.MixUp(num_classes=3)(images[0], labels))
attempt(lambda: v2.CutMix(num_classes=3)(images[:2], labels))
attempt(lambda: v2.CutMix(num_classes=3)(images))
attempt(lambda: v2.Normalize([0.5], [0.5])(TF.to_pil_image(image)))
attempt(lambda: T.RandomHorizontalFlip(prob=0.5))
attempt(lambda: T.RandomHorizontalFlip(1.0)(pixels))
attempt(lambda: T.Resize(20)(pixels))
attempt(lambda: T.GaussianBlur(3)(pixels))
attempt(lambda: T.RandomErasing(p=1.0)(pixels))
attempt(lambda: T.Compose([T.ToTensor])(pixels))
