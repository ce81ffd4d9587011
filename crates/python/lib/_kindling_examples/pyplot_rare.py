"""Examples of what lessons seldom draw: `matplotlib.pyplot`. Start reading at `violinplot`."""

ENTRIES = r"""

violinplot: how values are distributed, as a shape for each group
n of (*) → a dict of what was drawn
>>> drawn = plt.violinplot([[1, 2, 3], [2, 4, 6]])
>>> len(drawn["bodies"])
2

hexbin: how many points lie in each cell of a net of hexagons, as colours
(n), (n) → cells
>>> cells = plt.hexbin([0, 1, 1], [0, 1, 1], gridsize=5, alpha=0.5)
>>> cells.get_alpha()
0.5

streamplot: the lines along which (u, v) flows
(m), (n), (n, m), (n, m) → lines
>>> x = y = np.linspace(0, 1, 3)
>>> flow = plt.streamplot(x, y, np.ones((3, 3)), np.zeros((3, 3)))

polar: a line by angles and distances
(n), (n) → a list of lines
>>> line, = plt.polar([0, 1, 2], [1, 2, 1], label="turn")
>>> line.get_label()
'turn'

arrow: an arrow from (x, y), dx to the right and dy up
>>> arrow = plt.arrow(0, 0, 1, 2, color="red", label="step")
>>> arrow.get_label()
'step'

axline: a line through a point with that slope, across the whole axes
>>> line = plt.axline((0, 0), slope=2, label="twice")
>>> line.get_label()
'twice'

stairs: a line that goes in steps, between edges
(n), (n + 1) → steps
>>> steps = plt.stairs([1, 3, 2], [0, 1, 2, 3], label="counts")
>>> steps.get_label()
'counts'

pcolor: a colour for each value of a matrix, row 0 below
(m, n) → cells
>>> cells = plt.pcolor([[0, 1], [2, 3]], alpha=0.5)
>>> cells.get_alpha()
0.5

fill_betweenx: the area between two upright lines
(n), (n), (n) → an area
>>> area = plt.fill_betweenx([0, 1, 2], [0, 1, 0], [1, 2, 1], alpha=0.3)
>>> area.get_alpha()
0.3

eventplot: a short line at each place
(n) → a list of lines
>>> lines = plt.eventplot([1, 2, 4])
>>> len(lines)
1

broken_barh: level bars from x on, so wide
n of (x, width), (y, height) → bars
>>> bars = plt.broken_barh([(0, 1), (2, 3)], (0, 1), alpha=0.5)
>>> bars.get_alpha()
0.5

bar_label: writes on each bar how high it is
n bars → n words
>>> bars = plt.bar(["a", "b"], [3, 5])
>>> [text.get_text() for text in plt.bar_label(bars)]
['3', '5']

subplot2grid: axes that take several cells of a grid
>>> ax = plt.subplot2grid((2, 2), (0, 0), colspan=2)
>>> len(plt.gcf().axes)
1

subplot_mosaic: axes by a picture of letters
→ a figure, a dict of axes
>>> fig, axes = plt.subplot_mosaic("AB;CC")
>>> sorted(axes)
['A', 'B', 'C']

tick_params: how marks and their words look
>>> plt.tick_params(axis="x", labelrotation=45)

figtext: words at a place of the figure, from (0, 0) to (1, 1)
>>> plt.figtext(0.5, 0.9, "here").get_text()
'here'

box: a frame around the axes, or none
>>> plt.box(False)

set_cmap: the scale of colours for all images from now on
>>> plt.set_cmap("gray")
>>> plt.imshow([[0, 1]]).get_cmap().name
'gray'

colormaps: the names of all scales of colours
>>> "viridis" in plt.colormaps()
True

get_fignums: the numbers of all open figures
>>> fig = plt.figure(7)
>>> plt.get_fignums()
[7]

fignum_exists: whether there is a figure of that number
>>> fig = plt.figure(7)
>>> plt.fignum_exists(7)
True

delaxes: takes axes out of the figure
>>> fig, (left, right) = plt.subplots(1, 2)
>>> plt.delaxes(right); len(fig.axes)
1

locator_params: how many marks an axis has
>>> plt.locator_params(axis="x", nbins=4)

twiny: axes with the same y and an x of their own, on top
>>> below = plt.gca(); above = plt.twiny()
>>> below is above
False
"""
