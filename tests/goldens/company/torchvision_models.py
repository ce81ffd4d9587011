import torch
from torchvision import models
def code(text):
    total = 0
    for at, c in enumerate(text): total = (total * 31 + ord(c)) % 1000000007
    return total
for name in ("resnet18", "resnet34", "resnet50", "alexnet", "squeezenet1_0", "squeezenet1_1", "mobilenet_v2"):
    torch.manual_seed(0)
    m = getattr(models, name)(weights=None, num_classes=10)
    print(name, code(str(m)), code(" ".join(m.state_dict())), sum(p.numel() for p in m.parameters()))
    for k in list(m.state_dict())[:1] + list(m.state_dict())[-2:]: print(k, m.state_dict()[k].flatten()[:3])
torch.manual_seed(0); m = models.resnet18(); m.eval(); print(m.fc, m.layer2[0].downsample)
with torch.no_grad(): print(m(torch.ones(1, 3, 64, 64))[0, :5])
m.fc = torch.nn.Linear(m.fc.in_features, 2); print(m(torch.zeros(2, 3, 32, 32)).shape)
print(models.ResNet18_Weights.DEFAULT, models.resnet18.__name__)
print(models.ResNet18_Weights.DEFAULT.transforms()(torch.linspace(0, 1, 3 * 300 * 280).view(3, 300, 280)).shape)
