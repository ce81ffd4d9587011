"""Norms with gaps and their inverses, colours beyond a map's ends, maps that a program adds, what contours and colour bars tell."""
from each_line import each_line
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt, numpy as np
import warnings

warnings.simplefilter("ignore")
LINES = r"""
import matplotlib.colors as mc
mc.Normalize(0,8)([0,2,12])
mc.Normalize(0,8,clip=True)([0,2,12])
mc.Normalize(2,6)(3), mc.Normalize(2,6).inverse(.5)
mc.LogNorm(1,1000)(np.array([1,10,0]))
mc.LogNorm(0,1)(.5)
mc.PowerNorm(2,0,4)([0,2,4])
mc.TwoSlopeNorm(0,-2,4)([-2,1,4])
mc.TwoSlopeNorm(5,1,4)
mc.BoundaryNorm([0,2,5],256)([1,3,9])
mc.SymLogNorm(1,vmin=-100,vmax=100)([-100,0,10])
mc.CenteredNorm()([-2,6])
mc.AsinhNorm(vmin=-2,vmax=2)(1), mc.FuncNorm((np.sqrt,np.square),0,9)(4), mc.NoNorm()(2)
m=plt.get_cmap('plasma').with_extremes(under='k',over='w',bad='g')
m(-.5), m(1.5), m(np.nan)
mc.from_levels_and_colors([0,1,3],['r','b'])[1]([.5,2])
matplotlib.colormaps.register(mc.ListedColormap(['r','b']),name='own')
plt.get_cmap('own').N, 'own' in matplotlib.colormaps
matplotlib.colormaps.register(mc.ListedColormap(['r','b']),name='own')
table=np.arange(12.).reshape(3,4)
fig,ax=plt.subplots()
bands=ax.contourf(table)
bands.levels, bands.layers, bands.get_clim()
fig.colorbar(bands).get_ticks()
lines=ax.contour(table)
lines.levels, lines.zmin, len(lines.get_paths())
ax.contour(table,levels=[5,2])
ax.get_xlim(), ax.get_ylim()
mesh=plt.figure().gca().pcolormesh(np.arange(6).reshape(2,3))
mesh.get_array(), mesh.get_clim(), mesh.get_coordinates().shape
plt.gca().pcolormesh([0,1],[0,1],np.zeros((3,3)),shading='flat')
image=plt.figure().gca().imshow(np.arange(6).reshape(2,3),origin='lower',extent=[0,6,0,2])
image.get_array(), image.get_extent(), image.origin, image.get_clim()
plt.gca().imshow(np.eye(2),interpolation='smooth')
hexes=plt.figure().gca().hexbin([0,1,2,2.2],[0,1,1,1],gridsize=3)
type(hexes).__name__, hexes.get_array(), plt.gca().get_xlim()
"""
each_line(LINES, globals())
