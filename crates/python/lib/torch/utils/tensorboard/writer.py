"""`SummaryWriter`: numbers, histograms, pictures and texts by step, in a file; the numbers as curves, too.

Where TensorBoard is a page of its own, here the curves are drawn below the cell when the writer is closed or flushed.
Start reading at `SummaryWriter`.
"""

import io
import os
import time
import warnings

import _torch
from torch.utils.tensorboard import _png, _records

_count = 0


def _plain(value):
    """A number of Python."""
    if isinstance(value, _torch.Tensor) or hasattr(value, "item"):
        return float(value.item())
    return float(value)


def _numbers(values):
    return _torch.as_tensor(values).detach().double().reshape(-1)


def _default_edges():
    """The ends of TensorBoard's bins: each a tenth larger than the one before, to both sides of zero."""
    edges, value = [], 1e-12
    while value < 1e20:
        edges.append(value)
        value *= 1.1
    return [-edge for edge in reversed(edges)] + [0] + edges


class SummaryWriter:
    """Writes what a training tells to a folder, by default one below `runs`."""

    def __init__(self, log_dir=None, comment="", purge_step=None, max_queue=10, flush_secs=120, filename_suffix=""):
        global _count
        if not log_dir:
            log_dir = os.path.join("runs", time.strftime("%b%d_%H-%M-%S") + "_kindling" + comment)
        self.log_dir = str(log_dir)
        os.makedirs(self.log_dir, exist_ok=True)
        name = f"events.out.tfevents.{int(time.time())}.kindling.{os.getpid()}.{_count}{filename_suffix}"
        _count += 1
        self._path, self._pending, self._others = os.path.join(self.log_dir, name), [], {}
        self._curves, self._is_drawn = {}, True
        self._write(_records.event(time.time(), version="brain.Event:2"))
        if purge_step is not None:
            self._write(_records.event(time.time(), purge_step))

    def get_logdir(self):
        """The folder."""
        return self.log_dir

    def _write(self, event):
        self._pending.append(_records.record(event))

    def _summary(self, summary, step, walltime):
        self._write(_records.event(time.time() if walltime is None else walltime, step, summary=summary))

    def add_scalar(self, tag, scalar_value, global_step=None, walltime=None, new_style=False, double_precision=False):
        """A number at a step."""
        if new_style or double_precision:
            raise NotImplementedError(
                "SummaryWriter.add_scalar: new_style and double_precision are not built into this torch"
            )
        value = _plain(scalar_value)
        self._summary(_records.scalar(tag, value), global_step, walltime)
        points = self._curves.setdefault(tag, [])
        points.append((len(points) if global_step is None else _plain(global_step), value))
        self._is_drawn = False

    def add_scalars(self, main_tag, tag_scalar_dict, global_step=None, walltime=None):
        """Numbers that belong together, each in a folder of its own."""
        for tag, value in tag_scalar_dict.items():
            folder = os.path.join(self.log_dir, f"{main_tag.replace('/', '_')}_{tag}")
            if folder not in self._others:
                self._others[folder] = SummaryWriter(folder)
            self._others[folder]._summary(_records.scalar(main_tag, _plain(value)), global_step, walltime)
            points = self._curves.setdefault((main_tag, tag), [])
            points.append((len(points) if global_step is None else _plain(global_step), _plain(value)))
            self._is_drawn = False

    def add_histogram(self, tag, values, global_step=None, bins="tensorflow", walltime=None, max_bins=None):
        """How values are spread."""
        if bins != "tensorflow" or max_bins is not None:
            raise NotImplementedError("SummaryWriter.add_histogram: bins and max_bins are not built into this torch")
        numbers, edges = _numbers(values), _torch.tensor(_default_edges(), dtype=_torch.float64)
        if not numbers.numel():
            raise ValueError("The input has no element.")
        places = _torch.searchsorted(edges, numbers, right=True).clamp(1, len(edges) - 1) - 1
        counts = _torch.bincount(places, minlength=len(edges) - 1)
        used = counts.nonzero().reshape(-1)
        first, last = used[0].item(), used[-1].item()
        # One empty bin before the first, from which TensorBoard knows where that begins.
        limits = edges[first : last + 2].tolist()
        kept = [0.0] + counts[first : last + 1].double().tolist()
        self._summary(_records.histogram(tag, numbers.tolist(), limits, kept), global_step, walltime)

    def add_image(self, tag, img_tensor, global_step=None, walltime=None, dataformats="CHW"):
        """A picture: floats between 0 and 1, or bytes."""
        tensor = _torch.as_tensor(img_tensor).detach()
        if tensor.dim() != len(dataformats):
            raise AssertionError(
                f"size of input tensor and input format are different.         tensor shape: {tuple(tensor.shape)}, "
                f"input_format: {dataformats}"
            )
        order = dataformats.upper()
        picture = tensor.permute(*[order.index(letter) for letter in "HWC"]) if "C" in order else tensor.unsqueeze(-1)
        if "C" not in order and order.index("H") > order.index("W"):
            picture = picture.transpose(0, 1)
        if picture.is_floating_point():
            picture = (picture * 255).clamp(0, 255)
        height, width, channels = picture.shape
        rows = picture.to(_torch.uint8).reshape(height, -1).tolist()
        self._summary(_records.image(tag, height, width, channels, _png.png(rows, width, channels)), global_step, walltime)

    def add_images(self, tag, img_tensor, global_step=None, walltime=None, dataformats="NCHW"):
        """Pictures beside each other."""
        pictures = _torch.as_tensor(img_tensor).movedim(dataformats.index("N"), 0)
        rest = dataformats.replace("N", "")
        wide = _torch.cat(list(pictures), rest.index("W"))
        self.add_image(tag, wide, global_step, walltime, rest)

    def add_text(self, tag, text_string, global_step=None, walltime=None):
        """A text."""
        self._summary(_records.text(tag, text_string), global_step, walltime)

    def add_hparams(self, hparam_dict, metric_dict, hparam_domain_discrete=None, run_name=None, global_step=None):
        """Settings as a text, and how well a training did with them as numbers."""
        for name, given in (("hparam_domain_discrete", hparam_domain_discrete), ("run_name", run_name)):
            if given is not None:
                raise NotImplementedError(f"SummaryWriter.add_hparams: {name} is not built into this torch")
        told = "\n".join(f"| {name} | {value} |" for name, value in hparam_dict.items())
        self.add_text("hparams", "| setting | value |\n| --- | --- |\n" + told, global_step)
        for name, value in metric_dict.items():
            self.add_scalar(name, value, global_step)

    def flush(self):
        """Writes what is pending, and draws the curves that have grown."""
        with open(self._path, "ab") as file:
            file.write(b"".join(self._pending))
        self._pending = []
        for other in self._others.values():
            other.flush()
        if not self._is_drawn:
            self._is_drawn = True
            _draw(self._curves)

    def close(self):
        """As `flush`."""
        self.flush()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def add_figure(self, tag, figure, global_step=None, close=True, walltime=None):
        """A figure of matplotlib, or several, as a picture."""
        from matplotlib import pyplot

        for each in figure if isinstance(figure, (list, tuple)) else [figure]:
            file = io.BytesIO()
            each.savefig(file, format="png")
            width, height = each.canvas.get_width_height()
            self._summary(_records.image(tag, height, width, 4, file.getvalue()), global_step, walltime)
            if close:
                pyplot.close(each)

    def __getattr__(self, name):
        if name in _NOT_WRITTEN:
            return _Unwritten(name)
        raise AttributeError(f"'SummaryWriter' object has no attribute {name!r}")


# What only TensorBoard's own page shows.
_NOT_WRITTEN = ("add_audio", "add_custom_scalars", "add_embedding", "add_graph", "add_mesh", "add_pr_curve", "add_video")


class _Unwritten:
    """A kind of record that is not written: the program goes on, and is told so."""

    def __init__(self, name):
        self._name = name

    def __call__(self, *args, **kwargs):
        del args, kwargs
        warnings.warn(f"SummaryWriter.{self._name}: not written by this torch", stacklevel=2)


def _draw(curves):
    """A small diagram for each tag; curves that were added together share one."""
    from matplotlib import pyplot

    shared = {}
    for tag, points in curves.items():
        main, label = tag if isinstance(tag, tuple) else (tag, None)
        shared.setdefault(main, []).append((label, points))
    columns = min(len(shared), 2)
    rows = -(-len(shared) // columns)
    figure, axes = pyplot.subplots(rows, columns, figsize=(5 * columns, 3 * rows), squeeze=False)
    flat = [each for row in axes for each in row]
    for each, (main, lines) in zip(flat, shared.items()):
        for label, points in lines:
            each.plot([step for step, _ in points], [value for _, value in points], label=label)
        each.set_title(main)
        if lines[0][0] is not None:
            each.legend()
    for each in flat[len(shared) :]:
        each.axis("off")
    figure.tight_layout()
    pyplot.show()
