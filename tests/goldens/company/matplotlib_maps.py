import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import to_hex

for name in (
    "viridis plasma inferno magma cividis turbo coolwarm jet hot hsv terrain copper bone seismic summer winter rainbow "
    "cubehelix gnuplot gnuplot2 ocean afmhot gist_heat flag prism nipy_spectral CMRmap gist_rainbow Blues PuOr YlGnBu"
).split():
    colors = plt.get_cmap(name)
    print(name, type(colors).__name__, colors.N, *(to_hex(colors(share)) for share in (0, 0.13, 0.5, 0.77, 1.0)))
viridis = plt.cm.viridis
print(viridis(0.5), viridis(3))
print(len(viridis.colors), viridis.colors[:2], viridis.reversed().colors[0], viridis.reversed().name)
print(viridis.resampled(4).colors)
print(plt.get_cmap("viridis", 4)(1), viridis == mpl.colormaps["viridis"], viridis == plt.cm.plasma, viridis.copy().name)
print(mpl.colormaps["coolwarm"](0.25), mpl.colormaps["coolwarm_r"](0.25))
print(viridis(np.array([0.0, 0.4, np.nan]), bytes=True))
print(viridis.get_under(), viridis.get_over(), viridis.get_bad(), viridis.is_gray(), plt.cm.gray.is_gray())
