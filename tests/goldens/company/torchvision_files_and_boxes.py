import os, tempfile
import torch, torchvision
from torchvision import ops
from torchvision.io import read_image, write_png, ImageReadMode
p = os.path.join(tempfile.mkdtemp(), "x.png"); t = torch.arange(48, dtype=torch.uint8).reshape(3, 4, 4) * 5
write_png(t, p); r = read_image(p); print(r.shape, r.dtype, torch.equal(r, t), read_image(p, ImageReadMode.GRAY)[0, 0])
b = torch.tensor([[0., 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 35]]); s = torch.tensor([0.9, 0.95, 0.3])
print(ops.box_iou(b, b), ops.nms(b, s, 0.5), ops.box_area(b), ops.generalized_box_iou(b[:1], b[1:]), ops.box_convert(b, "xyxy", "cxcywh"), ops.box_convert(b, "xywh", "xyxy"), ops.clip_boxes_to_image(b, (25, 9)))
x = torch.tensor([0.5, -1.0]); y = torch.tensor([1., 0.]); print(ops.sigmoid_focal_loss(x, y), ops.sigmoid_focal_loss(x, y, reduction="mean"), torchvision.ops.nms(b, s, 0.9))
