import numpy as np, torch, random
from PIL import Image
from torchvision import transforms as T
import torchvision.transforms.functional as F
rng = np.random.RandomState(0)
img = Image.fromarray(rng.randint(0, 256, (16, 20, 3)).astype(np.uint8)); g = img.convert("L"); t8 = F.pil_to_tensor(img); t = F.to_tensor(img)
torch.manual_seed(0); random.seed(0)
def S(n, o): print(n, o.size, o.mode, int(np.asarray(o).astype(np.int64).sum())) if isinstance(o, Image.Image) else print(n, tuple(o.shape), str(o.dtype), f"{o.double().sum().item():.3f}")
for f in (T.RandomRotation(30), T.RandomRotation(30, expand=True, fill=5), T.RandomRotation((10, 20), T.InterpolationMode.BILINEAR), T.RandomAffine(20, (0.2, 0.2), (0.7, 1.3), 10), T.RandomAffine(0, shear=(1, 5, 2, 6), interpolation=T.InterpolationMode.BILINEAR, fill=3), T.ColorJitter(0.4, 0.4, 0.4, 0.2), T.RandomResizedCrop(10), T.RandomResizedCrop((8, 12), scale=(0.5, 1.0)), T.RandomCrop(12, padding=3, padding_mode="reflect"), T.RandomCrop(24, pad_if_needed=True), T.RandomGrayscale(1.0), T.GaussianBlur(5, 1.5), T.RandomInvert(1.0), T.RandomPosterize(3, 1.0), T.RandomSolarize(100, 1.0), T.RandomAdjustSharpness(1.7, 1.0), T.RandomAutocontrast(1.0), T.RandomEqualize(1.0), T.Pad((1, 2, 3, 4), fill=9), T.Pad(2, padding_mode="edge"), T.Pad(2, padding_mode="symmetric"), T.Resize(9), T.Resize(9, max_size=10), T.Resize((30, 11), T.InterpolationMode.BICUBIC), T.Resize(7, T.InterpolationMode.NEAREST), T.RandomChoice([T.RandomHorizontalFlip(1.0), T.CenterCrop(5)]), T.RandomOrder([T.Pad(1), T.CenterCrop(9)]), T.RandomApply([T.CenterCrop(6)], 0.5)):
    n = type(f).__name__
    S(n + " pil", f(img)); S(n + " float", f(t if not isinstance(f, (T.RandomPosterize, T.RandomEqualize, T.RandomSolarize)) else t8))
    if not isinstance(f, (T.ColorJitter, T.RandomRotation, T.RandomAffine, T.GaussianBlur, T.Resize, T.RandomResizedCrop)): S(n + " byte", f(t8))
print(len(T.FiveCrop(5)(img)), len(T.TenCrop(5)(t)), torch.stack(T.FiveCrop(5)(t)).sum())
S("gray", T.RandomRotation(20)(g)); S("hue", F.adjust_hue(img, 0.2)); S("gamma", F.adjust_gamma(img, 1.5)); S("resized", F.resized_crop(img, 1, 2, 9, 8, [4, 4]))
