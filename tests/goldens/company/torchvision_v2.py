from torchvision.transforms import v2
import torch, numpy as np
from PIL import Image
print(v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True), v2.Normalize([0.5],[0.5]), v2.Resize(3), v2.RandomHorizontalFlip(), v2.CenterCrop(3), v2.RandomRotation(10), v2.ColorJitter(0.1), v2.RandomCrop(4, padding=1), v2.Grayscale(), v2.PILToTensor(), v2.RandomResizedCrop(3), v2.Lambda(lambda x: x), v2.Pad(2), v2.RandomErasing(), v2.GaussianBlur(3), v2.RandomAffine(5), v2.ToPILImage(), v2.Identity(), v2.RandomApply([v2.Pad(1)]), v2.ToPureTensor(), v2.ConvertImageDtype(torch.float32), v2.RandomVerticalFlip(p=0.2), v2.RandomGrayscale(), v2.RandomChoice([v2.Pad(1)])]))
rng = np.random.RandomState(0)
a = rng.randint(0, 256, (6, 8, 3)).astype(np.uint8); img = Image.fromarray(a)
t = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True)])
x = t(img); print(x.shape, x.dtype, x.sum())
print(torch.equal(t(a), x), t(img, 3)[1], t({"image": img, "label": 4})["label"])
torch.manual_seed(1)
for f in (v2.RandomHorizontalFlip(), v2.RandomCrop(4, padding=2), v2.RandomResizedCrop(4), v2.RandomRotation(30), v2.ColorJitter(0.2, 0.2, 0.2, 0.1), v2.RandomErasing(p=1.0), v2.RandomAffine(10, (0.1, 0.1)), v2.RandomApply([v2.RandomVerticalFlip(1.0)]), v2.Normalize([0.5] * 3, [0.5] * 3), v2.Resize((3, 3)), v2.Pad(1), v2.CenterCrop(2), v2.Grayscale()):
    y, label = f(x, 7); print(type(f).__name__, tuple(y.shape), f"{y.sum().item():.4f}", label)
