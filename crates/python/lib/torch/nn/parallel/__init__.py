"""Models on several devices or in several processes: of which there is one.

What it is not: a way to compute at once what would come in turn. Start reading at `DistributedDataParallel`.
"""

from torch.nn.modules.module import Module
from torch.nn.modules.rare import DataParallel


class DistributedDataParallel(Module):
    """A model whose gradients the processes of a group share: in a group of one its own."""

    __module__ = "torch.nn.parallel.distributed"

    def __init__(self, module, device_ids=None, output_device=None, dim=0, broadcast_buffers=True, init_sync=True,
                 process_group=None, bucket_cap_mb=None, find_unused_parameters=False, check_reduction=False,
                 gradient_as_bucket_view=False, static_graph=False, **_settings):
        from torch import distributed

        super().__init__()
        distributed._check()
        if not any(parameter.requires_grad for parameter in module.parameters()):
            raise RuntimeError(
                "DistributedDataParallel is not needed when a module doesn't have any parameter that requires a gradient."
            )
        self.module = module
        self.device_ids, self.output_device, self.dim = device_ids, output_device, dim
        self.broadcast_buffers, self.find_unused_parameters = broadcast_buffers, find_unused_parameters
        self.require_backward_grad_sync = True

    def forward(self, *inputs, **kwargs):
        return self.module(*inputs, **kwargs)

    def no_sync(self):
        """Inside it gradients are not shared: there is nobody to share them with."""
        from torch.autograd.graph import save_on_cpu

        return save_on_cpu()


__all__ = ["DataParallel", "DistributedDataParallel"]
