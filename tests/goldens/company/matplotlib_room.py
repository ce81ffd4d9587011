"""How many ticks have room in axes of several sizes, which of a grid share limits and keep their texts, and where axes stand."""
from each_line import each_line
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt, numpy as np
import warnings

warnings.simplefilter("ignore")
LINES = r"""
fig,axs=plt.subplots(3,4)
for one in axs.flat: one.plot([0,4,7],[0,30,50])
axs[0,0].get_xticks(), axs[0,0].get_yticks()
fig,ax=plt.subplots(figsize=(2.5,2)); ax.plot([2,5],[10,90])
ax.get_xticks(), ax.get_yticks()
[text.get_text() for text in ax.get_yticklabels()]
fig,ax=plt.subplots(figsize=(12,9)); ax.plot([2,5],[10,90])
ax.get_xticks(), ax.get_yticks()
fig,axs=plt.subplots(2,2,sharex=True,sharey='row')
axs[0,0].plot([0,6],[1,2]); axs[1,1].plot([3,20],[30,70])
[one.get_xlim() for one in axs.flat]
[one.get_ylim() for one in axs.flat]
fig.canvas.draw()
[[text.get_text() for text in one.get_xticklabels()] for one in axs.flat]
[len(one.get_yticklabels()) for one in axs.flat]
axs[0,0].set_xlim(0,9)
axs[1,1].get_xlim()
axs[0,0].get_shared_x_axes().joined(axs[0,0],axs[1,1])
plt.subplots(2,2,sharex='rows')
fig=plt.figure(figsize=(8,6))
grid=fig.add_gridspec(2,3,width_ratios=[1,2,1]); a=fig.add_subplot(grid[0,:2])
b=fig.add_subplot(grid[1,1])
a.get_position()
b.get_position().bounds
a.get_subplotspec(), b.get_gridspec()
grid.get_width_ratios(), grid[1,2].rowspan
fig.subplots_adjust(left=.2,wspace=.5)
b.get_position().x0
fig.subplotpars.wspace, fig.subplotpars.top
fig.add_axes([.1,.2,.3,.5],label='part').get_position()
fig,ax=plt.subplots(); im=ax.imshow(np.zeros((3,6)))
fig.canvas.draw()
ax.get_position()
bar=fig.colorbar(im)
ax.get_position().x1
ax.viewLim, ax.dataLim
"""
each_line(LINES, globals())
