"""Paths by themselves and of what was drawn; helpers of cbook; collections of polygons; shapes by their words."""
from each_line import each_line
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt, numpy as np
import warnings

warnings.simplefilter("ignore")
LINES = r"""
from matplotlib.path import Path
ring=Path([(0,0),(3,0),(3,2),(0,0)],[1,2,2,79])
ring
len(ring), ring.get_extents()
ring.contains_point((2,1)), ring.contains_points([(2,1),(0,2)])
Path.unit_regular_polygon(4)
Path.unit_regular_star(3).vertices.shape, Path.unit_circle().codes
Path([(0,0,1)])
Path([(0,0),(1,1)],[2,2])
list(Path([(0,0),(2,2)]).iter_segments())
ring.intersects_path(Path([(1,-1),(1,3)]))
ring.to_polygons()
Path.make_compound_path(ring,ring).codes
import matplotlib.patches as shapes
print(shapes.PathPatch(ring), shapes.Circle((1,2),.5), shapes.Ellipse((1,2),3,4), shapes.Polygon([(0,1),(2,3),(4,0)]))
print(shapes.Wedge((0,0),2,10,80), shapes.Arc((0,0),1,2), shapes.RegularPolygon((1,1),6), shapes.FancyArrowPatch((0,0),(2,1)))
box=shapes.Rectangle((1,2),3,4,facecolor='g',alpha=.5,ls=':')
box.get_bbox(), box.get_facecolor(), box.get_linestyle(), box.get_path()
shapes.PathPatch(ring).get_edgecolor()
import matplotlib.cbook as helpers
list(helpers.flatten([[1,[2]],3])), helpers.contiguous_regions([True,False,True,True])
helpers.boxplot_stats([2,4,5,7,30])[0]['whishi']
import matplotlib.rcsetup as readers
readers.validate_bool('off'), readers.validate_floatlist('1, 2.5'), readers.validate_color('tab:red')
readers.validate_bool('maybe')
matplotlib.matplotlib_fname().rsplit('/',1)[-1]
from matplotlib.collections import RegularPolyCollection, StarPolygonCollection, PolyCollection, EllipseCollection
ax=plt.figure().gca()
ax.add_collection(RegularPolyCollection(7,sizes=(40,),offsets=[(1,1)],offset_transform=ax.transData)).get_numsides()
StarPolygonCollection(5,sizes=(9,)).get_sizes()
ax.add_collection(PolyCollection([[(0,0),(1,0),(0,1)]],facecolors='r')).get_paths()
ax.plot([1,2],[3,5])[0].get_path()
[line.get_marker() for m in range(12) for line in ax.plot(m,m,marker=m)]
bars=ax.bar([1,2],[4,7],color=['g','b'])
bars.datavalues, bars.orientation
bars[1].get_bbox(), bars[0].get_facecolor()
dots=ax.scatter([1,2],[1,2],c=[3,8],s=[10,20])
dots.get_sizes(), dots.get_array(), dots.get_linewidth()
area=ax.fill_between([0,1],[1,2],alpha=.25,color='g')
area.get_facecolor(), area.get_paths()
err=ax.errorbar([1,2],[1,2],yerr=.5,label='e')
err.has_yerr, err.get_label(), err[2][0].get_segments()
ax.containers
"""
each_line(LINES, globals())
