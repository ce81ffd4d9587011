"""Products in bfloat16, losses in float32: `torch.autocast` as a course's training loop has it, without a GPU."""
import torch
from torch import nn
import torch.nn.functional as F

device = "cuda" if torch.cuda.is_available() else "cpu"
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 3)).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scaler = torch.amp.GradScaler(device)
x, y = torch.randn(30, 4), torch.randint(0, 3, (30,))
for step in range(3):
    optimizer.zero_grad()
    with torch.autocast(device_type=device, dtype=torch.bfloat16):
        logits = model(x)
        loss = F.cross_entropy(logits, y)
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    print(step, logits.dtype, loss.dtype, model[0].weight.grad.dtype, f"{loss.item():.3f}")

a, image = torch.randn(4, 4), torch.randn(1, 2, 5, 5)
with torch.autocast("cpu"):
    print(torch.mm(a, a).dtype, torch.einsum("ij,jk->ik", a, a).dtype, nn.Conv2d(2, 3, 3)(image).dtype)
    print(a.softmax(1).dtype, (a + a.bfloat16()).dtype, F.mse_loss(a.bfloat16(), a.bfloat16()).dtype, (a.double() @ a.double()).dtype)
    print(nn.LayerNorm(4)(a).dtype, nn.LayerNorm(4)(a.bfloat16()).dtype, torch.get_autocast_dtype("cpu"))
    with torch.autocast("cpu", enabled=False):
        print(torch.mm(a, a).dtype, torch.is_autocast_enabled("cpu"))
    with torch.autocast("cpu", dtype=torch.float16):
        print(torch.mm(a, a).dtype, torch.is_autocast_enabled("cpu"))
    print(torch.mm(a, a).dtype)
print(torch.mm(a, a).dtype, torch.is_autocast_enabled("cpu"))


@torch.autocast("cpu")
def squared(a):
    return a.mm(a)


print(squared(a).dtype, squared.__name__)
try:
    torch.autocast("gpu")
except RuntimeError as error:
    print(str(error)[-40:])
