# Boxes and masks: drawn on pictures, chosen among, taken from each other.
import torch, warnings
from torch import nn
from torchvision import ops
from torchvision.utils import draw_bounding_boxes, draw_segmentation_masks
torch.manual_seed(0)
img=torch.randint(0,256,(3,20,24),dtype=torch.uint8); gray=img[:1]; fl=img/255.
b=torch.tensor([[1.,2,10,12],[5,5,20,18],[0,0,3,3]]); s=lambda r: (tuple(r.shape),r.dtype,round(r.double().sum().item(),3))
for r in (draw_bounding_boxes(img,b),draw_bounding_boxes(img,b,colors='red',width=3),draw_bounding_boxes(gray,b,colors=['blue',(1,2,3),'#00ff00']),draw_bounding_boxes(fl,b,colors=(255,0,9))): print(s(r), r[:,2,1], r[:,5,5])
m=torch.zeros(2,20,24,dtype=torch.bool); m[0,2:9,3:12]=True; m[1,6:15,8:20]=True
for r in (draw_segmentation_masks(img,m),draw_segmentation_masks(img,m[0],alpha=.4,colors='yellow'),draw_segmentation_masks(fl,m,colors=[(255,0,0),'green'])): print(s(r), r[:,7,10], r[:,3,4], r[:,0,0])
print(ops.masks_to_boxes(m), ops.masks_to_boxes(torch.zeros(1,4,4)), ops.remove_small_boxes(b,4), ops.batched_nms(b,torch.tensor([.9,.8,.7]),torch.tensor([0,0,1]),.1), ops.batched_nms(b+1,torch.tensor([.9,.8,.7]),torch.tensor([0,1,1]),.01))
print(ops.MLP(4,[8,2]), ops.MLP(4,[8,3],norm_layer=nn.LayerNorm,activation_layer=nn.GELU,dropout=.1)(torch.ones(1,4)), ops.Permute([1,0])(torch.ones(2,3)).shape)
for c in (lambda: draw_bounding_boxes(img,b[:,[2,1,0,3]]), lambda: draw_bounding_boxes(img.long(),b), lambda: draw_bounding_boxes(img[None],b), lambda: draw_bounding_boxes(3,b), lambda: draw_bounding_boxes(img[:2],b), lambda: draw_bounding_boxes(img,b,colors=['red']), lambda: draw_bounding_boxes(img,b,colors=(1,2)), lambda: draw_bounding_boxes(img,b,colors=3), lambda: draw_segmentation_masks(img,m.long()), lambda: draw_segmentation_masks(gray,m), lambda: draw_segmentation_masks(img,m[:,:3]), lambda: draw_segmentation_masks(img,m[None]), lambda: draw_bounding_boxes(img,b[:0]).shape):
    try: print(c())
    except Exception as e: print(type(e).__name__,e)
