"""Programs for several processes, compilers and profilers, in one process without any."""
import os

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.nn.parallel import DistributedDataParallel
from torch.profiler import ProfilerActivity, profile, record_function, schedule
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT="29517")
print(dist.is_available(), dist.is_initialized())
told(lambda: dist.get_rank())
dist.init_process_group("gloo", rank=0, world_size=1)
print(dist.get_rank(), dist.get_world_size(), dist.get_backend(), dist.is_initialized())
x = torch.ones(2)
dist.all_reduce(x, op=dist.ReduceOp.SUM)
dist.broadcast(x, src=0)
dist.barrier()
gathered = [torch.zeros(2)]
dist.all_gather(gathered, x * 3)
objects = [None]
dist.all_gather_object(objects, {"a": 1})
print(x, gathered, objects)
work = dist.all_reduce(x, async_op=True)
print(work.wait(), work.is_completed())
told(lambda: dist.init_process_group("gloo", rank=0, world_size=1))
torch.manual_seed(0)
model = DistributedDataParallel(nn.Linear(2, 1))
print(model, list(model.state_dict()))
model(torch.ones(3, 2)).sum().backward()
print(model.module.weight.grad)
sampler = DistributedSampler(list(range(10)), num_replicas=3, rank=1, seed=3)
sampler.set_epoch(2)
print(list(sampler), len(sampler))
print(list(DistributedSampler(list(range(10)), num_replicas=3, rank=2, shuffle=False, drop_last=True)))
data = TensorDataset(torch.arange(6.0))
print(list(DataLoader(data, batch_size=4, sampler=DistributedSampler(data))))
told(lambda: DistributedSampler([1, 2], num_replicas=2, rank=3))
dist.destroy_process_group()
print(dist.is_initialized())
told(lambda: DistributedDataParallel(nn.Linear(2, 1)))

linear = nn.Linear(2, 1)
fast = torch.compile(linear)
print(fast, list(fast.state_dict()), fast._orig_mod is linear, fast.weight is linear.weight)
fast.eval()
print(linear.training, fast(torch.ones(1, 2)).shape, type(fast).__module__)


@torch.compile(mode="reduce-overhead")
def tripled(x):
    return x * 3


print(tripled(x), tripled.__name__, torch.compiler.is_compiling())
for settings in (dict(mode="fast"), dict(mode="default", options={"a": 1}), dict(backend="none")):
    told(lambda: torch.compile(linear, **settings))
told(lambda: torch.compile(3))

with profile(activities=[ProfilerActivity.CPU], record_shapes=True) as seen:
    with record_function("guessing"):
        linear(torch.ones(4, 2))
table = seen.key_averages().table(sort_by="cpu_time_total", row_limit=10)
print("guessing" in table, "Self CPU time total" in table, [each.count for each in seen.key_averages() if each.key == "guessing"])
with profile(
    activities=[ProfilerActivity.CPU],
    schedule=schedule(wait=1, warmup=1, active=2, repeat=2),
    on_trace_ready=lambda profiler: print("ready at", profiler.step_num),
) as seen:
    for _ in range(10):
        linear(torch.ones(4, 2))
        seen.step()
print([str(schedule(wait=1, warmup=1, active=2)(step)).split(".")[1] for step in range(5)])

with sdpa_kernel(SDPBackend.MATH):
    print(nn.functional.scaled_dot_product_attention(*[torch.ones(1, 1, 2, 2)] * 3))
normal, conv = nn.BatchNorm2d(2).eval(), nn.Conv2d(1, 2, 2).eval()
fused = nn.utils.fuse_conv_bn_eval(conv, normal)
images = torch.rand(1, 1, 3, 3)
print(fused, torch.allclose(fused(images), normal(conv(images))))
torch.use_deterministic_algorithms(True)
print(torch.are_deterministic_algorithms_enabled(), torch.get_float32_matmul_precision(), torch.zero_(torch.ones(2)))
