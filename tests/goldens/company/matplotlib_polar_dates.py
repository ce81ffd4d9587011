"""Axes around a middle, axes in space and axes of dates: limits, ticks and texts."""
from each_line import each_line
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt, numpy as np
import warnings

warnings.simplefilter("ignore")
LINES = r"""
import datetime
ax=plt.figure().add_subplot(projection='polar'); ax.plot([0,1,2],[2,3,6])
ax.get_ylim(), ax.get_yticks()
[text.get_text() for text in ax.get_xticklabels()]
[text.get_text() for text in ax.get_yticklabels()]
ax.set_rmax(9)
ax.get_rmax(), ax.get_theta_direction(), ax.get_rlabel_position()
ax.set_ylim(0,4)
ax.set_xticks([0,2],['p','q'])[0].__class__.__name__, [text.get_text() for text in ax.get_xticklabels()]
ax=plt.figure().add_subplot(projection='polar'); ax.bar([0,1],[4,6],width=.3,bottom=1)
ax.get_ylim(), type(ax)
ax=plt.figure().add_subplot(projection='3d'); ax.plot([0,4],[0,8],[1,2])
ax.get_xlim(), ax.get_zlim()
ax.get_xticks(), ax.get_zticks()
ax=plt.figure().add_subplot(projection='3d'); ax.scatter([0,4],[0,8],[1,2])
ax.get_zlim()
from mpl_toolkits.mplot3d import axes3d
[part.shape for part in axes3d.get_test_data(0.4)], axes3d.get_test_data(0.4)[2][7][:3]
from mpl_toolkits.axes_grid1 import ImageGrid, AxesGrid, host_subplot, make_axes_locatable
grid=ImageGrid(plt.figure(),111,nrows_ncols=(2,3))
len(grid), grid.get_geometry(), grid.axes_row[1][0] is grid[3]
host=host_subplot(111)
host.twinx().get_ylim()
make_axes_locatable(plt.figure().gca()).append_axes('right',size='5%')
days=[datetime.date(2021,2,1)+datetime.timedelta(days=33*k) for k in range(10)]
fig,ax=plt.subplots(); ax.plot(days,range(10))
ax.get_xticks()
[text.get_text() for text in ax.get_xticklabels()]
ax.set_xlim(datetime.date(2021,3,1),datetime.date(2021,8,1))
ax.text(datetime.date(2021,4,1),2,'t')
ax.set_xlim('2021-03-01','2021-05-01')
import matplotlib.dates as md
ax.xaxis.set_major_locator(md.MonthLocator(interval=2)); ax.xaxis.set_major_formatter(md.DateFormatter('%d %b'))
[text.get_text() for text in ax.get_xticklabels()]
md.date2num(datetime.datetime(2022,5,6,12)), md.drange(datetime.datetime(2022,1,1),datetime.datetime(2022,1,2),datetime.timedelta(hours=8))
plt.rcParams['axes.prop_cycle']=matplotlib.cycler(color=['r','g'])+matplotlib.cycler(linestyle=['-','--'])
[(line.get_color(),line.get_linestyle()) for line in plt.figure().gca().plot([[1,2,3],[3,4,5]])]
plt.rcParams['axes.prop_cycle']
"""
each_line(LINES, globals())
