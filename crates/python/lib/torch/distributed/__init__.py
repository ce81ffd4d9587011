"""`torch.distributed` in one process: a group of one, in which every exchange is with oneself.

What it is not: several processes; a group of more than one is refused. Start reading at `init_process_group`.
"""

from _kindling_absent import Absent

_NOT_THERE = "Default process group has not been initialized, please make sure to call init_process_group."
_state = {"backend": None}


class ReduceOp:
    """How values of several processes become one; of one they stay as they are."""

    class RedOpType:
        def __init__(self, name):
            self.name = name

        def __repr__(self):
            return f"RedOpType.{self.name}"

    SUM, AVG, PRODUCT, MIN, MAX, BAND, BOR, BXOR, PREMUL_SUM = map(
        RedOpType, "SUM AVG PRODUCT MIN MAX BAND BOR BXOR PREMUL_SUM".split()
    )


class ProcessGroup:
    """The group of one."""

    def rank(self):
        return 0

    def size(self):
        return 1


class _GroupMember:
    WORLD = ProcessGroup()
    NON_GROUP_MEMBER = object()


group = GroupMember = _GroupMember


class Work:
    """An exchange that is over at once."""

    def wait(self, timeout=None):
        return True

    def is_completed(self):
        return True


def is_available():
    """Whether exchanges can be asked for."""
    return True


def is_initialized():
    """Whether there is a group."""
    return _state["backend"] is not None


def is_gloo_available():
    return True


def is_nccl_available():
    return False


is_mpi_available = is_ucc_available = is_xccl_available = is_torchelastic_launched = is_nccl_available


def init_process_group(backend=None, init_method=None, timeout=None, world_size=-1, rank=-1, store=None, group_name="",
                       pg_options=None, device_id=None):
    """Makes the group of this one process.

    Raises:
        NotImplementedError: for more processes than one.
    """
    import os

    if is_initialized():
        raise ValueError("trying to initialize the default process group twice!")
    if rank not in (-1, 0):
        raise ValueError(f"rank {rank} of one process")
    world_size = int(os.environ.get("WORLD_SIZE", 1)) if world_size == -1 else world_size
    if world_size != 1:
        raise NotImplementedError(f"init_process_group(world_size={world_size}): there is one process here")
    if backend == "nccl":
        raise ValueError("ProcessGroupNCCL is only supported with GPUs, no GPUs found!")
    _state["backend"] = backend or "gloo"


def destroy_process_group(group=None):
    """Leaves the group."""
    _check()
    _state["backend"] = None


def _check():
    if not is_initialized():
        raise ValueError(_NOT_THERE)


def get_rank(group=None):
    """Which process this is: the first."""
    _check()
    return 0


def get_world_size(group=None):
    """How many processes there are: one."""
    _check()
    return 1


def get_backend(group=None):
    """How processes would talk to each other."""
    _check()
    return _state["backend"]


def new_group(ranks=None, timeout=None, backend=None, pg_options=None, **_settings):
    """A group of some of the processes."""
    _check()
    if ranks not in (None, [0], (0,)):
        raise ValueError("the new group's rank should be within the world_size set by `init_process_group`")
    return GroupMember.WORLD


def _over(async_op):
    return Work() if async_op else None


def _exchange(fill):
    """An exchange: `fill` writes what arrives, given what was sent."""

    def exchange(*args, async_op=False, **kwargs):
        _check()
        fill(*args, **kwargs)
        return _over(async_op)

    exchange.__name__, exchange.__doc__ = fill.__name__, fill.__doc__
    return exchange


@_exchange
def all_reduce(tensor, op=ReduceOp.SUM, group=None):
    """Everybody's values as one: one's own."""


@_exchange
def reduce(tensor, dst=None, op=ReduceOp.SUM, group=None, group_dst=None):
    """As `all_reduce`, for one process."""


@_exchange
def broadcast(tensor, src=None, group=None, group_src=None):
    """One process's values for everybody."""


@_exchange
def barrier(group=None, device_ids=None):
    """Waits for all, who are here."""


@_exchange
def broadcast_object_list(object_list, src=None, group=None, device=None, group_src=None):
    """One process's objects for everybody."""


@_exchange
def all_gather(tensor_list, tensor, group=None):
    """Everybody's values in a list."""
    tensor_list[0].copy_(tensor)


@_exchange
def gather(tensor, gather_list=None, dst=None, group=None, group_dst=None):
    """As `all_gather`, for one process."""
    if gather_list is None:
        raise ValueError("Argument ``gather_list`` must be specified on destination rank.")
    gather_list[0].copy_(tensor)


@_exchange
def scatter(tensor, scatter_list=None, src=None, group=None, group_src=None):
    """A tensor of a list for each."""
    if scatter_list is None:
        raise ValueError("Argument ``scatter_list`` must be specified on source rank.")
    tensor.copy_(scatter_list[0])


@_exchange
def reduce_scatter(output, input_list, op=ReduceOp.SUM, group=None):
    """Everybody's lists as one, of which each gets a tensor."""
    output.copy_(input_list[0])


@_exchange
def all_gather_into_tensor(output_tensor, input_tensor, group=None):
    """Everybody's values, one after the other."""
    output_tensor.copy_(input_tensor.reshape(output_tensor.shape))


reduce_scatter_tensor = all_to_all_single = all_gather_into_tensor


@_exchange
def all_gather_object(object_list, obj, group=None):
    """Everybody's objects in a list."""
    object_list[0] = obj


_NOT_BUILT = "Backend TCPStore FileStore HashStore elastic optim rpc fsdp send recv isend irecv device_mesh tensor".split()


def __getattr__(name):
    if name in _NOT_BUILT:
        return Absent(f"torch.distributed.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.distributed' has no attribute '{name}'")
