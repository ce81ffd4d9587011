import numpy as np
from PIL import Image, ImageFilter, ImageDraw
rng = np.random.RandomState(0)
a = rng.randint(0, 256, (6, 8, 3)).astype(np.uint8); img = Image.fromarray(a)
for f in ("BLUR SHARPEN FIND_EDGES EMBOSS SMOOTH CONTOUR DETAIL EDGE_ENHANCE EDGE_ENHANCE_MORE SMOOTH_MORE".split()):
    print(f, np.asarray(img.resize((12,11)).filter(getattr(ImageFilter, f))).sum())
print(np.asarray(img.resize((12,11)).filter(ImageFilter.Kernel((3,3),[1]*9))).sum())
def show(c): print("\n".join("".join(".#"[v] for v in r) for r in (np.asarray(c) < 128).astype(int)))
for k in ([(10, 2), (18, 5), (12, 13)], [(2,2),(9,2),(9,9),(2,9)], [(0,15),(5,0),(19,8)], [(3,3),(17,4),(10,8),(18,14),(2,12)]):
    c = Image.new("L", (20, 16), 255); ImageDraw.Draw(c).polygon(k, fill=0); show(c); print()
for b in ((3,3,12,12),(1,1,8,6),(0,0,4,4),(2,2,14,9)):
    c = Image.new("L", (20, 16), 255); ImageDraw.Draw(c).ellipse(b, fill=0); show(c); print()
    c = Image.new("L", (20, 16), 255); ImageDraw.Draw(c).ellipse(b, outline=0); show(c); print()
for w in (2,3,4): 
    for l in ((0,8,19,8),(2,1,15,12),(5,0,5,15)):
        c = Image.new("L", (20, 16), 255); ImageDraw.Draw(c).line(l, fill=0, width=w); show(c); print()
c = Image.new("L", (20, 16), 255); ImageDraw.Draw(c).line([(0, 15), (10, 3), (19, 12)], fill=0); show(c)
