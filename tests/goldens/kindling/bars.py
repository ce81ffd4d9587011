# What a tqdm bar says behind it is watched, once that is asked for.
import torch
from tqdm import tqdm

import kindling

kindling.watch_bars()
kindling.watch_bars(smooth=0.5)
bar = tqdm(range(4), disable=True)
for step in bar:
    bar.set_postfix(loss=1 / (step + 1), text="word", right=f"{step / 4:.2f}", grid=torch.zeros(3))
    bar.set_postfix({"epoch": step}, refresh=False)
print(kindling.watch())
print(tqdm.set_postfix.__name__)
