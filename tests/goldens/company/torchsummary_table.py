import torch
from torch import nn
from torchsummary import summary
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2))
        self.out = nn.Linear(8 * 14 * 14, 10)
    def forward(self, x):
        return self.out(self.conv(x).flatten(1))
summary(Net(), (1,28,28), device="cpu")
summary(Net(), (1,28,28), batch_size=4, device="cpu")
m = nn.Sequential(nn.Linear(4,5), nn.BatchNorm1d(5)); m[0].weight.requires_grad=False
summary(m, (4,), device="cpu"); 
try: summary(m, (4,))
except Exception as e: print(type(e).__name__, e)
try: summary(m, (5,), device="cpu")
except Exception as e: print(type(e).__name__, e)
summary(Net(), input_size=(1,28,28), device="cpu")
class Two(nn.Module):
    def __init__(s):
        super().__init__(); s.l = nn.Linear(2,2); s.r = nn.ReLU()
    def forward(s, a, b): return s.r(s.l(s.r(a))) + b
summary(Two(), [(2,), (2,)], device="cpu")
