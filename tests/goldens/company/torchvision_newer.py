# EfficientNet and the Vision Transformer: their layers, what they are drawn as, and how pictures are made ready for them.
import torch
import torchvision
from torchvision import models

torch.manual_seed(0)
model = models.efficientnet_b0(weights=None)
print(sum(each.numel() for each in model.parameters()), model.classifier)
print(model.features[0], model.features[2][0])
print([round(each.double().abs().sum().item(), 3) for each in list(model.parameters())[::40]])
model.eval()
torch.manual_seed(1)
picture = torch.rand(2, 3, 64, 64)
with torch.inference_mode():
    print(model(picture)[:, :3])
for each in model.features.parameters():
    each.requires_grad = False
model.classifier = torch.nn.Sequential(torch.nn.Dropout(p=0.2, inplace=True), torch.nn.Linear(in_features=1280, out_features=3))
print(sum(each.numel() for each in model.parameters() if each.requires_grad))
model.train()
torch.manual_seed(2)
print(model(picture).shape, models.efficientnet_b2().classifier)
weights = torchvision.models.EfficientNet_B0_Weights.DEFAULT
print(repr(weights), weights.transforms())
torch.manual_seed(3)
model = models.VisionTransformer(image_size=32, patch_size=8, num_layers=2, num_heads=2, hidden_dim=16, mlp_dim=32, num_classes=5)
print(model)
print([round(each.double().abs().sum().item(), 4) for each in model.parameters()])
torch.manual_seed(4)
torch.nn.init.normal_(model.heads.head.weight)
print(model.eval()(picture[:, :, :32, :32]))
print(repr(torchvision.models.ViT_B_16_Weights.DEFAULT), torchvision.models.ViT_B_16_Weights.DEFAULT.transforms())
print("vit_b_16" in models.list_models(), models.get_model("efficientnet_b0").avgpool)
