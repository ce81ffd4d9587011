"""Encoders: dropout over what lies batch first, padding that comes out as zeros, custom functions without `ctx` in forward."""
import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions.categorical import Categorical
from torch.distributions.normal import Normal

torch.manual_seed(0)
x = torch.ones(2, 3, 4)
for given in (x, x.transpose(0, 1), x.permute(2, 0, 1), x[:, :, ::2]):
    torch.manual_seed(1)
    print(F.dropout(given), F.dropout(given).stride())
words = nn.Embedding(30, 16, padding_idx=0)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 2, 32, batch_first=True, activation="gelu"), 2)
head = nn.Linear(16, 30)
head.weight = words.weight
ids = torch.randint(3, 30, (4, 8))
ids[:, -2:] = 0
optimizer = torch.optim.AdamW([*words.parameters(), *encoder.parameters(), head.bias], lr=1e-2)
for _ in range(3):
    hidden = encoder(words(ids), src_key_padding_mask=ids == 0)
    loss = F.cross_entropy(head(hidden).view(-1, 30), ids.view(-1), ignore_index=0)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f"{loss.item():.3f}")


def zeros(encoder, given, **masks):
    return (encoder(given, **masks) == 0).all(-1).tolist()


given, behind = torch.randn(2, 4, 16), torch.tensor([[False, False, False, True], [False, False, True, True]])
before = torch.tensor([[True, False, False, True], [False, False, True, True]])
encoder.eval()
print(zeros(encoder, given, src_key_padding_mask=behind))
with torch.no_grad():
    print(zeros(encoder, given, src_key_padding_mask=behind), zeros(encoder, given, src_key_padding_mask=before))
    print(zeros(encoder, given, mask=torch.zeros(4, 4), src_key_padding_mask=behind))
    layer = nn.TransformerEncoderLayer(16, 2, 32, batch_first=True)
    plain = nn.TransformerEncoder(layer, 1, enable_nested_tensor=False).eval()
    normed = nn.TransformerEncoder(layer, 1, norm=nn.LayerNorm(16)).eval()
    print(zeros(plain, given, src_key_padding_mask=behind), zeros(normed, given, src_key_padding_mask=behind))


class Positive(torch.autograd.Function):
    @staticmethod
    def forward(input):
        return input.clamp(min=0)

    @staticmethod
    def setup_context(ctx, inputs, output):
        ctx.save_for_backward(*inputs)

    @staticmethod
    def backward(ctx, grad):
        (input,) = ctx.saved_tensors
        return grad * (input > 0)


values = torch.tensor([-1.0, 2.0], requires_grad=True)
Positive.apply(values).sum().backward()
print(values.grad)
try:
    Positive()(values)
except RuntimeError as error:
    print(error)
print(Categorical(torch.tensor([0.5, 0.5])), Normal(0.0, 1.0), torch.distributions.uniform.Uniform(0, 1).mean)
