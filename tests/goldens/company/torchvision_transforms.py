import torch, numpy as np, torchvision
from torchvision import transforms as T
from PIL import Image
import torchvision.transforms.functional as F
rng = np.random.RandomState(0)
a = rng.randint(0, 256, (6, 8, 3)).astype(np.uint8); g = rng.randint(0, 256, (5, 7)).astype(np.uint8)
img, gi = Image.fromarray(a), Image.fromarray(g)
t = T.ToTensor()(img); print(t.shape, t.dtype, t[0, 0, :4]); print(T.ToTensor()(gi).shape, T.ToTensor()(g).shape, T.ToTensor()(np.ones((2,2,1))).dtype)
print(T.PILToTensor()(img).dtype, T.PILToTensor()(gi).shape)
for x in (T.Resize((3,4)), T.Resize(3), T.CenterCrop(4), T.Pad(1), T.Pad((1,2)), T.Grayscale(), T.Grayscale(3), T.RandomHorizontalFlip(1.0), T.RandomVerticalFlip(1.0)):
    o = x(img); print(x, o.size, o.mode, np.asarray(o).sum(), np.asarray(o).reshape(-1)[:6]); o = x(t); print(o.shape, o.sum())
torch.manual_seed(3)
rs = [T.RandomCrop(4), T.RandomCrop(4, padding=2), T.RandomResizedCrop(4), T.RandomRotation(30), T.ColorJitter(0.2, 0.3, 0.1, 0.1), T.RandomHorizontalFlip(), T.RandomErasing(p=1.0), T.RandomAffine(10, translate=(0.1, 0.2), scale=(0.8, 1.2), shear=5), T.RandomGrayscale(0.5), T.GaussianBlur(3), T.RandomInvert(), T.RandomApply([T.Pad(1)]), T.RandomChoice([T.Pad(1), T.Pad(2)]), T.RandomOrder([T.Pad(1)]), T.FiveCrop(3), T.TenCrop(3), T.Lambda(lambda x: x), T.ToPILImage(), T.ConvertImageDtype(torch.float), T.LinearTransformation(torch.eye(4), torch.zeros(4)), T.RandomPosterize(2), T.RandomSolarize(0.5), T.RandomAdjustSharpness(2), T.RandomAutocontrast(), T.RandomEqualize(), T.InterpolationMode.BILINEAR]
for x in rs: print(x)
for x in rs[:7]:
    for i in range(2):
        o = x(t); print(type(x).__name__, o.shape, o.sum())
print(T.ColorJitter.get_params((0.8,1.2),None,None,(-0.1,0.1)))
print(F.to_tensor(img).shape, F.normalize(t, [0.5]*3, [0.5]*3).mean(), F.hflip(t)[0,0,:3], F.resize(t, [3,4], antialias=True)[0], F.resize(t, [12, 16])[0, :2])
print(F.rotate(t, 30)[0], F.rotate(t, 45, expand=True).shape, F.affine(t, 10, [1,1], 1.2, [5.0, 0.0])[0, :2])
print(F.adjust_brightness(t, 1.5)[0,0,:3], F.adjust_contrast(t, 0.5)[0,0,:3], F.adjust_saturation(t, 2.0)[0,0,:3], F.adjust_hue(t, 0.1)[:, 0, :3], F.adjust_gamma(t, 2.0)[0,0,:3], F.gaussian_blur(t, 3)[0,0,:3], F.rgb_to_grayscale(t)[0,0,:3], F.invert(t)[0,0,:3])
p = F.to_pil_image(t); print(p.size, p.mode, (np.asarray(p) == a).all()); print(T.ToPILImage()(torch.rand(1,3,4)).mode, T.ToPILImage()(np.zeros((3,4,1), np.uint8)).mode, T.ToPILImage(mode="RGB")(torch.zeros(3,2,2)).mode)
def E(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, "|", e)
E(lambda: T.ToTensor()(t)); E(lambda: T.ToTensor()("a")); E(lambda: T.Normalize((0.5,), (0.5,))(img)); E(lambda: T.Normalize((0.5,), (0.,))(t)); E(lambda: T.Normalize((0.5,)*2, (0.5,)*2)(t)); E(lambda: T.RandomCrop(10)(t)); E(lambda: T.Resize("a")); E(lambda: T.ToPILImage()(torch.rand(5,2,2))); E(lambda: T.ToPILImage()(3)); E(lambda: T.Compose([T.ToTensor(), 3])(img)); E(lambda: T.Grayscale()(torch.rand(1,3,3)).shape); E(lambda: T.Resize((2,2))(np.zeros((3,3)))); E(lambda: T.RandomRotation(-5)); E(lambda: T.ColorJitter(brightness=-1)); E(lambda: T.Lambda(3)); E(lambda: T.ConvertImageDtype(torch.uint8)(t).sum()); E(lambda: F.crop(t, 1, 2, 3, 3).sum()); E(lambda: F.center_crop(t, [10, 10]).shape); E(lambda: F.erase(t, 1, 1, 2, 2, torch.tensor(0.)).sum()); E(lambda: F.get_image_size(t)); E(lambda: F.pad(t, [1,2,3,4], padding_mode="reflect").shape); E(lambda: F.pad(img, 2, fill=(255,0,0)).getpixel((0,0)))
