import torch
from torch import nn
from torchinfo import summary
def at(s): print({k: getattr(s, k) for k in "input_size total_input total_mult_adds total_params trainable_params total_param_bytes total_output_bytes".split()})
enc = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)
s = summary(enc, (2, 5, 8), verbose=0); at(s)
class RNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(10, 4); self.rnn = nn.GRU(4, 6, batch_first=True); self.fc = nn.Linear(6, 2); self.unused = nn.Linear(3,3)
        self.scale = nn.Parameter(torch.ones(2))
        self.a_very_long_variable_name_for_this = nn.Sequential(nn.Sequential(nn.Sequential(nn.Identity(), nn.Sequential(nn.BatchNorm1d(2)))))
    def forward(self, x):
        h, _ = self.rnn(self.emb(x)); return self.a_very_long_variable_name_for_this(self.fc(h[:, -1]) * self.scale)
torch.manual_seed(0)
s = summary(RNN(), input_data=torch.zeros(2, 5, dtype=torch.long), verbose=0, depth=9, row_settings=["var_names","depth"]); at(s); print(s)
torch.manual_seed(0); m = nn.Sequential(nn.Linear(2,3), nn.Dropout()); m.train(); summary(m, (4,2), verbose=0); print(torch.rand(1), m.training, m[1].training)
torch.manual_seed(0); torch.rand(4,2); print(torch.rand(1))
class D(nn.Module):
    def __init__(s):
        super().__init__(); s.l = nn.Linear(2,2); s.d = nn.ModuleDict({"x": nn.Linear(2,2)})
    def forward(s, x, k=1, flag=None):
        print("fw", x.shape, k, flag, s.training, torch.is_grad_enabled())
        return {"a": s.l(x), "b": s.d["x"](x)}
s = summary(D(), (2,2), k=3, flag="q", verbose=0, mode="train"); print(s)
print(summary(D(), input_data={"x": torch.ones(1,2), "k": 5}, verbose=0))
print(summary(D(), input_data=[torch.ones(1,2), 7], verbose=0))
class E(nn.Module):
    def __init__(s):
        super().__init__(); s.l = nn.Linear(2,2); s.blocks = nn.ModuleList([nn.Sequential(nn.Linear(2,2), nn.ReLU()) for _ in range(2)])
    def forward(s, x):
        for b in s.blocks: x = b(x)
        for b in s.blocks: x = b(x)
        return s.l(x), x
s = summary(E(), (2,2), verbose=0); print(s); at(s)
s = summary(E(), (2,2), verbose=0, depth=2, col_names=["input_size","kernel_size","trainable"]); print(s); print(repr(s)[:50])
print(summary(nn.Conv2d(3, 6, (3,5), groups=3), (1,3,9,9), verbose=0, col_names=["input_size","output_size","kernel_size","mult_adds"]))
print(summary(nn.Linear(30000, 60000), (1000000,30000), verbose=0) if 0 else "")
big = nn.Linear(30, 60)
s = summary(big, verbose=0); print(s)
try: summary(enc, (2,5,9), verbose=0)
except Exception as e: print(e, 1)
try: summary(nn.Sequential(nn.Linear(2,3), nn.Linear(2,3)), (2,2), verbose=0)
except Exception as e: print(e, 1)
try: summary(nn.Linear(2,3), input_data="abc", verbose=0)
except Exception as e: print(type(e), e)
try: summary(nn.Linear(2,3), "abc", verbose=0)
except Exception as e: print(type(e), e)
try: summary(nn.Linear(2,3), 5, verbose=0)
except Exception as e: print(type(e), e)
try: pass
except Exception as e: print(type(e), e)
except Exception as e: print(type(e), e)
try: summary(nn.Linear(2,3), (2,2), verbose=0, col_names=("output_size",))
except Exception as e: print(type(e), e)
try: print(summary(nn.Linear(2,3), verbose=0, col_names=("output_size",)))
except Exception as e: print(type(e), e)
