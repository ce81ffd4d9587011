import torch
from torchvision import models
from torchvision.models import DenseNet121_Weights, EfficientNet_B7_Weights, Inception_V3_Weights, MobileNet_V3_Small_Weights, VGG16_BN_Weights
def code(text):
    total = 0
    for at, c in enumerate(text): total = (total * 31 + ord(c)) % 1000000007
    return total
def told(name, model):
    print(name, type(model).__name__, code(str(model)[::23]), len(model.state_dict()), list(model.state_dict())[::61], sum(p.numel() for p in model.parameters()))
    for k in list(model.state_dict())[:1] + list(model.state_dict())[-1:]: print(k, model.state_dict()[k].flatten()[:3])
    model.eval()
    with torch.no_grad(): print(model(torch.linspace(0, 1, 3 * 32 * 32).reshape(1, 3, 32, 32))[0, :4])
for name, options in (("mobilenet_v3_small", {}), ("mobilenet_v3_large", dict(num_classes=3, dropout=0.1)), ("densenet121", dict(num_classes=5)), ("googlenet", dict(init_weights=False))):
    torch.manual_seed(0); told(name, getattr(models, name)(**options))
from torchvision.models.convnext import ConvNeXt, CNBlock
torch.manual_seed(0); print(CNBlock(4, 1e-6, 0.1)); print(models.densenet.DenseNet(4, (2, 1), 8, num_classes=2))
g = models.googlenet(init_weights=False, num_classes=4); o = g(torch.rand(2, 3, 64, 64)); print(type(o).__name__, o._fields, o.logits.shape, o.aux_logits1.shape)
print(models.list_models(models, include="resnet*"), models.list_models(include=["dense*", "vgg*"], exclude="*_bn"), type(models.get_model("mobilenet_v3_small")).__name__)
for w in (DenseNet121_Weights, EfficientNet_B7_Weights, Inception_V3_Weights, MobileNet_V3_Small_Weights, VGG16_BN_Weights): print(w.DEFAULT, w.DEFAULT.transforms())
