# `import *` brings what comes late here, too.
from torch.nn import *
from torch.optim import *
from torch.utils.data import *
from torch.nn.functional import *
from torch.nn.init import *
from torch.autograd import *
from torch.linalg import *
from torch.special import *
from torch.nn.utils import *
from torchvision.models import *
from torchvision.transforms import *
from torchvision.utils import *
import torch

torch.manual_seed(0)
m = Sequential(LSTM(2, 3, batch_first=True))
print(m, MultiheadAttention(4, 2), ConstantPad2d(1, 0.0), CTCLoss(), ElasticTransform(), GELU())
print(DistributedSampler, LBFGS.__name__, Adam.__name__, Dataset, lr_scheduler.StepLR)
for function in (
    interpolate,
    sparse_,
    gradcheck,
    weight_norm,
    draw_bounding_boxes,
    make_grid,
    cross_entropy,
    kaiming_normal_,
    clip_grad_norm_,
    grad,
):
    print(function.__name__)
print(TransformerEncoderLayer(4, 2).linear1, densenet121().classifier, lu_factor(torch.eye(2)), i0(torch.ones(1)))
