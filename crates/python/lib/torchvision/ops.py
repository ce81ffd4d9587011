"""Boxes around things: how large they are, how far they overlap, which of several to keep.

What it is not: layers that look into boxes, which are `_regions`, or those that models are built of (`_blocks`). Start
reading at `box_iou`.
"""

import math

from _kindling_absent import Absent as _Absent
import torch
from torch import nn


def box_area(boxes):
    """The area of each box (x1, y1, x2, y2)."""
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def _overlap(boxes1, boxes2):
    corner = torch.maximum(boxes1[:, None, :2], boxes2[:, :2])
    other = torch.minimum(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = (other - corner).clamp(min=0)
    common = sides[:, :, 0] * sides[:, :, 1]
    return common, box_area(boxes1)[:, None] + box_area(boxes2) - common


def box_iou(boxes1, boxes2):
    """What each two boxes have in common, of all that they cover."""
    common, whole = _overlap(boxes1, boxes2)
    return common / whole


def generalized_box_iou(boxes1, boxes2):
    """The same, less the share of the box around both that neither covers."""
    common, whole = _overlap(boxes1, boxes2)
    corner = torch.minimum(boxes1[:, None, :2], boxes2[:, :2])
    other = torch.maximum(boxes1[:, None, 2:], boxes2[:, 2:])
    around = (other - corner).clamp(min=0)
    area = around[:, :, 0] * around[:, :, 1]
    return common / whole - (area - whole) / area


def _by_distance(boxes1, boxes2, eps):
    """`box_iou` less how far the middles are apart, as a share of the box around both; and `box_iou`."""
    shared = box_iou(boxes1, boxes2)
    corner = torch.minimum(boxes1[:, None, :2], boxes2[:, :2])
    other = torch.maximum(boxes1[:, None, 2:], boxes2[:, 2:])
    across = ((other - corner).clamp(min=0) ** 2).sum(-1) + eps
    middles = [(boxes[:, :2] + boxes[:, 2:]) / 2 for boxes in (boxes1, boxes2)]
    apart = ((middles[0][:, None] - middles[1]) ** 2).sum(-1)
    return shared - apart / across, shared


def distance_box_iou(boxes1, boxes2, eps=1e-7):
    """`box_iou`, less how far the middles are apart (Zheng et al., 2020)."""
    return _by_distance(boxes1, boxes2, eps)[0]


def complete_box_iou(boxes1, boxes2, eps=1e-7):
    """The same, less how far the sides' proportions differ."""
    found, shared = _by_distance(boxes1, boxes2, eps)
    angles = [torch.atan((b[:, 2] - b[:, 0]) / (b[:, 3] - b[:, 1])) for b in (boxes1, boxes2)]
    differs = (4 / math.pi**2) * (angles[0][:, None] - angles[1]) ** 2
    with torch.no_grad():
        weight = differs / (1 - shared + differs + eps)
    return found - weight * differs


def nms(boxes, scores, iou_threshold):
    """The boxes to keep: from the highest score on, without those that overlap a better one by more than that."""
    order = torch.argsort(scores, descending=True, stable=True)
    overlaps, kept = box_iou(boxes, boxes), []
    gone = torch.zeros(len(boxes), dtype=torch.bool)
    for at in order.tolist():
        if not gone[at]:
            kept.append(at)
            gone |= overlaps[at] > iou_threshold
    return torch.tensor(kept, dtype=torch.int64)


def batched_nms(boxes, scores, idxs, iou_threshold):
    """`nms` among the boxes of each class alone, by moving classes apart."""
    if boxes.numel() == 0:
        return torch.empty((0,), dtype=torch.int64)
    return nms(boxes + (idxs.to(boxes) * (boxes.max() + 1))[:, None], scores, iou_threshold)


def remove_small_boxes(boxes, min_size):
    """The places of boxes that are at least so wide and high."""
    sides = boxes[..., 2:] - boxes[..., :2]
    return torch.where((sides >= min_size).all(-1))[0]


def masks_to_boxes(masks):
    """The box around each mask (N, H, W); nothing of an empty one."""
    if masks.numel() == 0:
        return torch.zeros((0, 4))
    down, across = masks.bool().any(2).float(), masks.bool().any(1).float()
    ends = [each.size(1) - 1 - each.flip(1).argmax(1) for each in (across, down)]
    found = torch.stack([across.argmax(1), down.argmax(1), *ends], 1).float()
    return found * (down.sum(1, keepdim=True) > 0)


def clip_boxes_to_image(boxes, size):
    """Boxes within a picture (height, width)."""
    height, width = size
    across, down = boxes[..., 0::2].clamp(0, width), boxes[..., 1::2].clamp(0, height)
    return torch.stack([across, down], -1).reshape(boxes.shape)


def box_convert(boxes, in_fmt, out_fmt):
    """Boxes as corners (`xyxy`), as corner and size (`xywh`), or as middle and size (`cxcywh`)."""
    for given in (in_fmt, out_fmt):
        if given not in ("xyxy", "xywh", "cxcywh"):
            raise ValueError(f"Unsupported Bounding Box Conversions for given in_fmt {in_fmt} and out_fmt {out_fmt}")
    if in_fmt == out_fmt:
        return boxes.clone()
    first, second = boxes[..., :2], boxes[..., 2:]
    if in_fmt == "xywh":
        first, second = first, first + second
    elif in_fmt == "cxcywh":
        first, second = first - 0.5 * second, first + 0.5 * second
    if out_fmt == "xywh":
        second = second - first
    elif out_fmt == "cxcywh":
        first, second = (first + second) / 2, second - first
    return torch.cat([first, second], -1)


def sigmoid_focal_loss(inputs, targets, alpha=0.25, gamma=2, reduction="none"):
    """Cross entropy that counts less where the prediction is good (T. Lin et al., 2017)."""
    chance = torch.sigmoid(inputs)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(inputs, targets, reduction="none")
    right = chance * targets + (1 - chance) * (1 - targets)
    loss = loss * (1 - right) ** gamma
    if alpha >= 0:
        loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(
            f"Invalid Value for arg 'reduction': '{reduction} \n Supported reduction modes: 'none', 'mean', 'sum'"
        )
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()


class MLP(nn.Sequential):
    """Linear layers, with norms and what bends between them."""

    def __init__(
        self, in_channels, hidden_channels, norm_layer=None, activation_layer=nn.ReLU, inplace=None, bias=True, dropout=0.0
    ):
        options = {} if inplace is None else {"inplace": inplace}
        layers = []
        for width in hidden_channels[:-1]:
            norm = [] if norm_layer is None else [norm_layer(width)]
            linear = nn.Linear(in_channels, width, bias=bias)
            layers += [linear, *norm, activation_layer(**options), nn.Dropout(dropout, **options)]
            in_channels = width
        last = nn.Linear(in_channels, hidden_channels[-1], bias=bias)
        super().__init__(*layers, last, nn.Dropout(dropout, **options))


# What comes when it is asked for: where it is.
_LATER = {
    **dict.fromkeys("RoIAlign RoIPool roi_align roi_pool".split(), "_regions"),
    **dict.fromkeys(
        "Conv2dNormActivation Conv3dNormActivation FrozenBatchNorm2d SqueezeExcitation".split(), "_blocks"
    ),
    **dict.fromkeys(("StochasticDepth", "stochastic_depth"), "models.efficientnet"),
    "Permute": "models.convnext",
}
_MISSING = frozenset(
    "DeformConv2d DropBlock2d DropBlock3d FeaturePyramidNetwork MultiScaleRoIAlign PSRoIAlign PSRoIPool "
    "complete_box_iou_loss deform_conv2d distance_box_iou_loss drop_block2d drop_block3d generalized_box_iou_loss ps_roi_align "
    "ps_roi_pool".split()
)

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), *_LATER]


def __getattr__(name):
    if name in _LATER:
        return getattr(__import__(f"torchvision.{_LATER[name]}", fromlist=(name,)), name)
    if name in _MISSING:
        return _Absent(f"torchvision.ops.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision.ops' has no attribute '{name}'")
