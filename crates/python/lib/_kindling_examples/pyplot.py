"""Examples of drawing: `matplotlib.pyplot`; what they end with tells what was drawn. Start reading at `plot`."""

ENTRIES = r"""

plot: a line through the points (x, y)
(n), (n) → a list of lines
>>> line, = plt.plot([1, 2, 3], [1, 4, 9], "o-", label="squares")
>>> line.get_label()
'squares'

scatter: a mark at each point (x, y), of sizes s and colours c
(n), (n) → a collection of points
>>> points = plt.scatter([1, 2, 3], [1, 4, 9], c=[0.0, 0.5, 1.0])
>>> len(points.get_offsets())
3

bar: a bar at each x, as high as height says
(n), (n) → n bars
>>> bars = plt.bar(["a", "b"], [3, 5])
>>> len(bars)
2

barh: a bar at each y, as long as width says
(n), (n) → n bars
>>> bars = plt.barh(["a", "b"], [3, 5])
>>> len(bars)
2

hist: how many values lie in each of the bins, as bars
(n) → (bins), (bins + 1), bars
>>> counts, edges, bars = plt.hist([1, 1, 2, 4], bins=3)
>>> counts
array([2., 1., 1.])

imshow: a colour for each value of a matrix, row 0 on top
(H, W), or (H, W, 3) of colours → an image
>>> image = plt.imshow([[0, 1], [2, 3]], cmap="gray")
>>> image.get_array().shape
(2, 2)

matshow: a matrix as colours, in a figure of its own
(H, W) → an image
>>> plt.matshow([[0, 1], [2, 3]]).get_array().shape
(2, 2)

figure: a new figure, figsize in inches
>>> fig = plt.figure(figsize=(6, 4))
>>> fig.get_size_inches()
array([6., 4.])

subplots: a new figure with rows · columns of axes
→ a figure, axes (rows, columns)
>>> fig, axes = plt.subplots(2, 3)
>>> axes.shape
(2, 3)

subplot: the axes at that place of a grid, counted from 1
>>> ax = plt.subplot(1, 2, 1)
>>> len(plt.gcf().axes)
1

axes: new axes in the figure, at [left, bottom, width, height] of it
>>> ax = plt.axes([0.1, 0.1, 0.5, 0.5])
>>> len(plt.gcf().axes)
1

gca: the axes that are drawn into now
>>> fig, ax = plt.subplots()
>>> plt.gca() is ax
True

gcf: the figure that is drawn into now
>>> fig = plt.figure()
>>> plt.gcf() is fig
True

sca: the axes that are drawn into from now on
>>> fig, (left, right) = plt.subplots(1, 2)
>>> plt.sca(left); plt.gca() is left
True

show: shows all figures
>>> line, = plt.plot([1, 2, 3])
>>> plt.show()

title: the words above the axes
>>> plt.title("Loss").get_text()
'Loss'

suptitle: the words above the whole figure
>>> plt.suptitle("Training").get_text()
'Training'

xlabel: the words below the x axis
>>> plt.xlabel("epoch").get_text()
'epoch'

ylabel: the words beside the y axis
>>> plt.ylabel("loss").get_text()
'loss'

legend: a box that says which line is which, by their labels
>>> line, = plt.plot([1, 2], label="train")
>>> [text.get_text() for text in plt.legend().get_texts()]
['train']

xlim: from where to where x is shown; without arguments, tells it
>>> plt.xlim(0, 10)
(0.0, 10.0)

ylim: from where to where y is shown; without arguments, tells it
>>> plt.ylim(-1, 1)
(-1.0, 1.0)

xticks: where the x axis has its marks, and what stands there
>>> ticks, labels = plt.xticks([0, 1], ["no", "yes"])
>>> [label.get_text() for label in labels]
['no', 'yes']

yticks: where the y axis has its marks, and what stands there
>>> ticks, labels = plt.yticks([0, 5, 10])
>>> len(ticks)
3

xscale: how x is laid out: "linear", "log", "symlog"
>>> plt.xscale("log")
>>> plt.gca().get_xscale()
'log'

yscale: how y is laid out: "linear", "log", "symlog"
>>> plt.yscale("log")
>>> plt.gca().get_yscale()
'log'

axis: the limits (x from, x to, y from, y to); "off" hides the axes, "equal" makes circles round
>>> limits = plt.axis([0, 2, 0, 4])
>>> plt.gca().get_xlim() == (0, 2)
True

grid: lines behind the drawing at each mark
>>> plt.grid(True)

text: words at the point (x, y)
>>> plt.text(0.5, 0.5, "here").get_text()
'here'

annotate: words, with an arrow to the point xy
>>> note = plt.annotate("peak", xy=(1, 1), xytext=(0.5, 0.5), arrowprops={"arrowstyle": "->"})
>>> note.get_text()
'peak'

axhline: a level line across the whole axes
>>> plt.axhline(0.5, linestyle="--").get_linestyle()
'--'

axvline: an upright line across the whole axes
>>> plt.axvline(2, linestyle="--").get_linestyle()
'--'

axhspan: a level band across the whole axes
>>> band = plt.axhspan(0.2, 0.4, alpha=0.3)
>>> band.get_alpha()
0.3

axvspan: an upright band across the whole axes
>>> band = plt.axvspan(1, 2, alpha=0.3)
>>> band.get_alpha()
0.3

hlines: level lines from xmin to xmax
>>> lines = plt.hlines([1, 2], xmin=0, xmax=3, label="levels")
>>> lines.get_label()
'levels'

vlines: upright lines from ymin to ymax
>>> lines = plt.vlines([1, 2], ymin=0, ymax=3, label="events")
>>> lines.get_label()
'events'

fill_between: the area between two lines
(n), (n), (n) → an area
>>> area = plt.fill_between([0, 1, 2], [0, 1, 0], [1, 2, 1], alpha=0.3)
>>> area.get_alpha()
0.3

fill: the area inside a polygon
(n), (n) → a list of polygons
>>> triangle, = plt.fill([0, 1, 0.5], [0, 0, 1])
>>> len(triangle.get_xy())
4

errorbar: points with bars that say how uncertain they are
(n), (n), (n) → lines
>>> drawn = plt.errorbar([1, 2], [3, 4], yerr=0.5)
>>> len(drawn)
3

boxplot: median, quarters and the rest of each group of values
n of (*) → a dict of what was drawn
>>> drawn = plt.boxplot([[1, 2, 3], [2, 4, 6]])
>>> [float(line.get_ydata()[0]) for line in drawn["medians"]]
[2.0, 4.0]

pie: shares of a whole
(n) → wedges, words
>>> wedges, words = plt.pie([1, 3], labels=["a", "b"])[:2]
>>> len(wedges)
2

stackplot: areas one above another
(n), (m, n) → m areas
>>> len(plt.stackplot([0, 1, 2], [1, 2, 3], [3, 2, 1]))
2

step: a line that goes in steps
(n), (n) → a list of lines
>>> line, = plt.step([0, 1, 2], [1, 3, 2], where="mid", label="steps")
>>> line.get_label()
'steps'

stem: a stalk with a head at each point
(n), (n) → stalks, heads, base
>>> drawn = plt.stem([0, 1, 2], [1, 3, 2])
>>> len(drawn)
3

semilogx: a line, x laid out by its logarithm
(n), (n) → a list of lines
>>> line, = plt.semilogx([1, 10, 100], [1, 2, 3])
>>> plt.gca().get_xscale()
'log'

semilogy: a line, y laid out by its logarithm
(n), (n) → a list of lines
>>> line, = plt.semilogy([1, 2, 3], [1, 10, 100])
>>> plt.gca().get_yscale()
'log'

loglog: a line, x and y laid out by their logarithms
(n), (n) → a list of lines
>>> line, = plt.loglog([1, 10, 100], [1, 100, 10000])
>>> plt.gca().get_xscale(), plt.gca().get_yscale()
('log', 'log')

contour: lines of equal height
(m, n) → lines
>>> drawn = plt.contour([[0, 1], [1, 2]], levels=[0.5, 1.5])
>>> drawn.levels
array([0.5, 1.5])

contourf: areas between lines of equal height
(m, n) → areas
>>> drawn = plt.contourf([[0, 1], [1, 2]], levels=[0.0, 1.0, 2.0])
>>> drawn.get_clim()
(0.0, 2.0)

pcolormesh: a colour for each value of a matrix, row 0 below
(m, n) → cells
>>> cells = plt.pcolormesh([[0, 1], [2, 3]])
>>> cells.get_array().shape
(2, 2)

quiver: an arrow (u, v) at each point (x, y)
(n), (n), (n), (n) → arrows
>>> arrows = plt.quiver([0, 1], [0, 1], [1, 0], [0, 1])

hist2d: how many points lie in each cell of a grid, as colours
(n), (n) → (bins, bins), (bins + 1), (bins + 1), an image
>>> counts = plt.hist2d([0, 1, 1], [0, 1, 1], bins=2)[0]
>>> counts
array([[1., 0.],
       [0., 2.]])

colorbar: a bar that says which colour means which value
>>> image = plt.imshow([[0, 1], [2, 3]])
>>> bar = plt.colorbar(image, label="value")

clim: the values of the first and the last colour
>>> image = plt.imshow([[0, 1], [2, 3]])
>>> plt.clim(1, 10); image.get_clim()
(1.0, 10.0)

tight_layout: moves the axes apart, so that no words lie on one another
>>> fig, axes = plt.subplots(1, 2)
>>> plt.tight_layout()

subplots_adjust: how much room is around and between the axes
>>> fig, axes = plt.subplots(1, 2)
>>> plt.subplots_adjust(wspace=0.5)

twinx: axes with the same x and a y of their own, on the right
>>> left = plt.gca(); right = plt.twinx()
>>> left is right
False

savefig: writes the figure into a file
>>> line, = plt.plot([1, 2, 3])
>>> plt.savefig("plot.png")

imread: the colours of an image file, from 0 to 1
a file → (H, W, 3) or (H, W, 4)
>>> plt.imsave("dots.png", np.zeros((2, 3, 3)))
>>> plt.imread("dots.png").shape
(2, 3, 4)

imsave: writes a matrix into an image file
(H, W), or (H, W, 3)
>>> plt.imsave("dots.png", np.array([[0, 1], [2, 3]]), cmap="gray")

clf: empties the figure
>>> fig, axes = plt.subplots(1, 2)
>>> plt.clf(); len(fig.axes)
0

cla: empties the axes
>>> line, = plt.plot([1, 2])
>>> plt.cla(); len(plt.gca().lines)
0

close: closes a figure, or all of them
>>> fig = plt.figure()
>>> plt.close("all"); plt.get_fignums()
[]

get_cmap: a scale of colours by its name
>>> plt.get_cmap("viridis").name
'viridis'

gray: grey for all images from now on
>>> plt.gray()
>>> image = plt.imshow([[0, 1]]); image.get_cmap().name
'gray'

setp: changes what was drawn
>>> line, = plt.plot([1, 2])
>>> _ = plt.setp(line, linewidth=3); line.get_linewidth()
3.0

margins: how much room is left around what is drawn
>>> plt.margins(0.1)

minorticks_on: small marks between the large ones
>>> plt.minorticks_on()

draw: draws the figure anew
>>> plt.draw()

pause: shows the figure and waits so many seconds
>>> plt.pause(0.001)

ion: figures are shown as soon as they change
>>> context = plt.ion()

ioff: figures are shown when plt.show() is called
>>> context = plt.ioff()
"""
