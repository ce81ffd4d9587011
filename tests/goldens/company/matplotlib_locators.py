"""Locators and formatters by themselves and along axes: logarithms, symmetric ones, minor ticks, classes of a program's own."""
from each_line import each_line
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt, numpy as np
import warnings

warnings.simplefilter("ignore")
LINES = r"""
import matplotlib.ticker as tk
tk.MaxNLocator(4).tick_values(3,17)
tk.MaxNLocator(nbins=5,prune='lower').tick_values(0,2)
tk.MaxNLocator(4,symmetric=True).tick_values(-2,5)
tk.MaxNLocator(3,integer=True).tick_values(0,9)
tk.MaxNLocator(width=3)
tk.LogLocator().tick_values(2,5000)
tk.LogLocator(subs=[1,3]).tick_values(2,500)
tk.LogLocator(base=2,numticks=4).tick_values(1,700)
tk.LogLocator(subs='all').tick_values(2,30)
tk.SymmetricalLogLocator(base=10,linthresh=2).tick_values(-300,70)
tk.FixedLocator(range(0,30,2),nbins=4).tick_values(0,9)
tk.IndexLocator(3,1).tick_values(0,11)
tk.MultipleLocator(4,offset=1).tick_values(0,12)
tk.EngFormatter('V')(0.00047), tk.EngFormatter(places=1)(999960)
tk.ScalarFormatter()(2.5)
tk.LogFormatterMathtext()(1000), tk.LogFormatterSciNotation(base=2)(8)
tk.PercentFormatter()(3)
isinstance(tk.LogLocator(),tk.Locator), isinstance(tk.EngFormatter(),tk.Formatter)
fig,ax=plt.subplots(); ax.plot([0,8],[0,3])
ax.xaxis.set_minor_locator(tk.AutoMinorLocator(2))
ax.get_xticks(minor=True)
ax.yaxis.set_major_formatter(tk.PercentFormatter(4.0))
[text.get_text() for text in ax.get_yticklabels()]
ax.xaxis.set_major_locator(7)
ax.yaxis.set_major_formatter(7)
exec("class Thirds(tk.Locator):\n    def tick_values(self,low,high): return [1,4,7]\n    def __call__(self): return self.tick_values(0,8)")
exec("class Marked(tk.Formatter):\n    def __call__(self,x,pos=None): return f'{x}#{pos}'")
ax.xaxis.set_major_locator(Thirds())
ax.xaxis.set_major_formatter(Marked())
[text.get_text() for text in ax.get_xticklabels()]
fig,ax=plt.subplots(); ax.semilogy([1,2],[3,40000])
ax.get_yticks(), len(ax.get_yticks(minor=True))
type(ax.yaxis.get_minor_locator()).__name__
fig,ax=plt.subplots(); ax.plot([1,2],[0,4e7])
ax.yaxis.get_major_formatter().set_scientific(False)
[text.get_text() for text in ax.get_yticklabels()]
fig,ax=plt.subplots(); ax.plot([1,2],[0,40])
ax.ticklabel_format(axis='y',style='sci',scilimits=(0,0))
[text.get_text() for text in ax.get_yticklabels()], ax.yaxis.get_offset_text().get_text()
fig,ax=plt.subplots(); ax.set_xscale('log',base=2); ax.plot([1,30],[1,2])
[text.get_text() for text in ax.get_xticklabels()]
fig,ax=plt.subplots(); ax.bar(['p','q'],[1,2])
ax.get_xticks(), type(ax.xaxis.get_major_locator()).__name__
"""
each_line(LINES, globals())
