"""Examples of what axes can do and no function of `pyplot` does: `matplotlib.axes.Axes`. Start reading at `set_title`."""

ENTRIES = r"""

set_title: the words above the axes
>>> fig, ax = plt.subplots()
>>> ax.set_title("Loss").get_text()
'Loss'

set_xlabel: the words below the x axis
>>> fig, ax = plt.subplots()
>>> ax.set_xlabel("epoch").get_text()
'epoch'

set_ylabel: the words beside the y axis
>>> fig, ax = plt.subplots()
>>> ax.set_ylabel("loss").get_text()
'loss'

set_xlim: from where to where x is shown
>>> fig, ax = plt.subplots()
>>> ax.set_xlim(0, 10)
(0.0, 10.0)

set_ylim: from where to where y is shown
>>> fig, ax = plt.subplots()
>>> ax.set_ylim(-1, 1)
(-1.0, 1.0)

get_xlim: from where to where x is shown
>>> fig, ax = plt.subplots(); limits = ax.set_xlim(0, 10)
>>> ax.get_xlim() == (0, 10)
True

get_ylim: from where to where y is shown
>>> fig, ax = plt.subplots(); limits = ax.set_ylim(0, 10)
>>> ax.get_ylim() == (0, 10)
True

set_xscale: how x is laid out: "linear", "log", "symlog"
>>> fig, ax = plt.subplots(); ax.set_xscale("log")
>>> ax.get_xscale()
'log'

set_yscale: how y is laid out: "linear", "log", "symlog"
>>> fig, ax = plt.subplots(); ax.set_yscale("log")
>>> ax.get_yscale()
'log'

set_xticks: where the x axis has its marks
>>> fig, ax = plt.subplots()
>>> len(ax.set_xticks([0, 1], ["no", "yes"]))
2

set_yticks: where the y axis has its marks
>>> fig, ax = plt.subplots()
>>> len(ax.set_yticks([0, 5, 10]))
3

set_axis_off: hides the axes' lines and marks
>>> fig, ax = plt.subplots()
>>> ax.set_axis_off()

set_aspect: how many units of y are as long as one of x; "equal" makes circles round
>>> fig, ax = plt.subplots()
>>> ax.set_aspect("equal")

get_legend_handles_labels: what a legend would show
>>> fig, ax = plt.subplots(); line, = ax.plot([1, 2], label="train")
>>> ax.get_legend_handles_labels()[1]
['train']

set: changes several things by their names
>>> fig, ax = plt.subplots()
>>> _ = ax.set(title="Loss", xlabel="epoch")
>>> ax.get_title(), ax.get_xlabel()
('Loss', 'epoch')

get_title: the words above the axes
>>> fig, ax = plt.subplots(); _ = ax.set_title("Loss")
>>> ax.get_title()
'Loss'

get_xlabel: the words below the x axis
>>> fig, ax = plt.subplots(); _ = ax.set_xlabel("epoch")
>>> ax.get_xlabel()
'epoch'

get_ylabel: the words beside the y axis
>>> fig, ax = plt.subplots(); _ = ax.set_ylabel("loss")
>>> ax.get_ylabel()
'loss'

get_xscale: how x is laid out
>>> fig, ax = plt.subplots()
>>> ax.get_xscale()
'linear'

get_yscale: how y is laid out
>>> fig, ax = plt.subplots()
>>> ax.get_yscale()
'linear'

set_xticklabels: what stands at the marks of the x axis
>>> fig, ax = plt.subplots(); _ = ax.set_xticks([0, 1])
>>> [label.get_text() for label in ax.set_xticklabels(["no", "yes"])]
['no', 'yes']

set_yticklabels: what stands at the marks of the y axis
>>> fig, ax = plt.subplots(); _ = ax.set_yticks([0, 1])
>>> [label.get_text() for label in ax.set_yticklabels(["no", "yes"])]
['no', 'yes']

tick_params: how marks and their words look
>>> fig, ax = plt.subplots()
>>> ax.tick_params(axis="x", labelrotation=45)

set_facecolor: the colour behind the drawing
>>> fig, ax = plt.subplots()
>>> ax.set_facecolor("lightgray")

clear: empties the axes
>>> fig, ax = plt.subplots(); line, = ax.plot([1, 2])
>>> ax.clear(); len(ax.lines)
0

invert_yaxis: y grows downward
>>> fig, ax = plt.subplots(); _ = ax.set_ylim(0, 1)
>>> ax.invert_yaxis(); ax.get_ylim() == (1, 0)
True

invert_xaxis: x grows to the left
>>> fig, ax = plt.subplots(); _ = ax.set_xlim(0, 1)
>>> ax.invert_xaxis(); ax.get_xlim() == (1, 0)
True

add_patch: draws a shape
>>> fig, ax = plt.subplots()
>>> ax.add_patch(plt.Rectangle((0, 0), 2, 1)).get_width()
2
"""
