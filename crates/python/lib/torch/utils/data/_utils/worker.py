"""What a worker knows of itself, by the name under which programs ask for it."""

from torch.utils.data._workers import WorkerInfo, get_worker_info
