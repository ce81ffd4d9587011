# Colour maps by their own names, limits of colours, settings for a while, sizes of figures.
import matplotlib
import matplotlib.pyplot as plt, numpy as np
print(plt.figaspect(2), plt.figaspect(0.5), plt.figaspect(np.zeros((3,9))))
im=plt.imshow(np.arange(6).reshape(2,3)); plt.gray(); plt.clim(1,4); print(plt.getp(im,'clim'))
plt.jet(); print(plt.rcParams['image.cmap'])
with plt.rc_context({'lines.linewidth': 5.0}): print(plt.rcParams['lines.linewidth'])
print(plt.rcParams['lines.linewidth'], plt.get_figlabels())
line,=plt.plot([1,2]); print(plt.get(line,'linewidth'))
