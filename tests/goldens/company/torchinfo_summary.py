import torch
from torch import nn
from torchinfo import summary
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2))
        self.out = nn.Linear(8 * 14 * 14, 10)
    def forward(self, x):
        return self.out(self.conv(x).flatten(1))
m = Net()
for p in m.conv.parameters(): p.requires_grad = False
summary(m, (4,1,28,28), verbose=1, col_names=("input_size","output_size","num_params","params_percent","kernel_size","mult_adds","trainable"))
print(summary(m, verbose=0))
print(summary(m, depth=1, verbose=0))
print(summary(m, (1,28,28), batch_dim=0, row_settings=("var_names","depth","ascii_only"), col_width=16, verbose=0))
print(summary(m, input_data=torch.rand(2,1,28,28), row_settings=["var_names"], verbose=0))
print(summary(nn.LSTM(3, 5, batch_first=True), (2, 7, 3), verbose=0))
print(summary(nn.Embedding(10, 4), (2, 7), dtypes=[torch.long], verbose=0))
class RNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(10, 4); self.rnn = nn.GRU(4, 6, batch_first=True); self.fc = nn.Linear(6, 2); self.unused = nn.Linear(3,3)
        self.scale = nn.Parameter(torch.ones(2))
    def forward(self, x):
        h, _ = self.rnn(self.emb(x)); return self.fc(h[:, -1]) * self.scale
s = summary(RNN(), input_data=torch.zeros(2, 5, dtype=torch.long))
print(s); print(s.total_params, s.trainable_params, s.total_mult_adds, s.input_size, type(s).__name__)
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), 2)
print(summary(enc, (2, 5, 8), verbose=0))
class Shared(nn.Module):
    def __init__(self):
        super().__init__(); self.l = nn.Linear(4,4); self.act = nn.ReLU()
    def forward(self, x): return self.l(self.act(self.l(self.act(x))))
print(summary(Shared(), (3,4), verbose=0))
big = nn.Sequential(nn.Linear(1000, 5000), nn.BatchNorm1d(5000), nn.Dropout(0.5), nn.Linear(5000, 10))
print(summary(big, (64, 1000), col_names=["output_size","num_params","mult_adds"], verbose=0))
class Two(nn.Module):
    def __init__(self):
        super().__init__(); self.layers = nn.ModuleList([nn.Linear(3,3) for _ in range(2)])
    def forward(self, a, b):
        for l in self.layers: a = l(a)
        return a + b
print(summary(Two(), [(2,3),(2,3)], verbose=0))
try: summary(m, (4,3,28,28))
except Exception as e: print(type(e).__name__, str(e)[:200])
try: summary(m, (4,1,28,28), verbose=1, col_names=("foo",))
except Exception as e: print(type(e).__name__, str(e)[:200])
try: summary(m, (4,1,28,28), row_settings=("foo",))
except Exception as e: print(type(e).__name__, str(e)[:200])
try: summary(m, (4,1,28,28), verbose=5)
except Exception as e: print(type(e).__name__, str(e)[:200])
try: summary(m, (4,1,28,28), input_data=torch.ones(1))
except Exception as e: print(type(e).__name__, str(e)[:200])
try: summary(m, (4,1,28,28), foo=torch.ones(1))
except Exception as e: print(type(e).__name__, str(e)[:200])
summary(m, (4,1,28,28), verbose=2)
