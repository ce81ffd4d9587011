//! matplotlib's calls, by the figures that they make.

mod common;

use common::Notebook;
use kindling_plot::{Artist, Axes, Color, Figure, LegendPlace, LineStyle, Marker, Place, Scale};
use kindling_python::Outcome;

/// The figures that a cell shows by its end.
fn figures(source: &str) -> Vec<Figure> {
    let mut notebook = Notebook::new();
    notebook.shown(&format!("import matplotlib.pyplot as plt\n{source};"));
    notebook.host.figures.take()
}

/// The only axes of the only figure.
fn axes(source: &str) -> Axes {
    let mut figures = figures(source);
    assert_eq!((figures.len(), figures[0].axes.len()), (1, 1), "{source}");
    figures.remove(0).axes.remove(0)
}

/// What a call that must fail, or warn, says: `Type: message`.
fn error(call: &str) -> String {
    let mut notebook = Notebook::new();
    notebook.shown(&format!(
        "import warnings; warnings.simplefilter('error')\nimport matplotlib.pyplot as plt\ntry:\n    {call}\n\
         except Exception as error:\n    print(type(error).__name__ + ': ' + str(error))"
    ))
}

#[test]
fn points_names_and_a_legend() {
    let figures = figures(
        "plt.figure(figsize=(10, 7))\n\
         plt.scatter([0, 1], [0.3, 1], c='b', s=4, label='Training data')\n\
         plt.scatter([2], [3], c='g', label='Testing data')\n\
         plt.title('Data'); plt.xlabel('x'); plt.ylabel('y')\n\
         plt.legend(prop={'size': 14}, loc='upper left'); plt.grid(True)",
    );
    assert_eq!(figures[0].size, (10.0, 7.0));
    let axes = &figures[0].axes[0];
    let Artist::Scatter(training) = &axes.artists[0] else { panic!("{axes:?}") };
    assert_eq!(
        (training.x.as_slice(), training.y.as_slice()),
        ([0.0, 1.0].as_slice(), [0.3, 1.0].as_slice())
    );
    assert_eq!(training.colors, [Color::rgb(0, 0, 255)]);
    assert_eq!(
        (training.sizes.as_slice(), training.label.as_deref()),
        ([4.0].as_slice(), Some("Training data"))
    );
    let legend = axes.legend.as_ref().expect("a legend");
    assert_eq!((legend.size, legend.place), (14.0, LegendPlace::UpperLeft));
    let texts =
        [&axes.title, &axes.x.label, &axes.y.label].map(|label| label.as_ref().map(|label| &*label.text));
    assert_eq!(texts, [Some("Data"), Some("x"), Some("y")]);
    assert!(axes.grid);
}

#[test]
fn lines_by_format_and_by_keyword() {
    let axes =
        axes("plt.plot([1, 2], [3, 4], 'r--o', [5, 6]); plt.plot([1], lw=3, ls=':', c='tab:green', ms=9)");
    let lines: Vec<_> = axes
        .artists
        .iter()
        .map(|artist| match artist {
            Artist::Line(line) => line,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        (lines[0].color, lines[0].style, lines[0].marker),
        (Color::rgb(255, 0, 0), LineStyle::Dashed, Marker::Circle)
    );
    assert_eq!((lines[1].x.as_slice(), lines[1].color), ([0.0, 1.0].as_slice(), Color::BLUE));
    assert_eq!((lines[2].width, lines[2].style, lines[2].marker_size), (3.0, LineStyle::Dotted, 9.0));
    assert_eq!(lines[2].color, Color::rgb(0x2c, 0xa0, 0x2c));
}

#[test]
fn a_column_is_a_line_and_scatter_flattens() {
    let drawn = axes("plt.plot([[1, 10], [2, 20], [3, 30]])");
    assert_eq!(drawn.artists.len(), 2);
    let Artist::Line(second) = &drawn.artists[1] else { panic!("{drawn:?}") };
    assert_eq!(second.y, [10.0, 20.0, 30.0]);
    let drawn = axes("plt.scatter([[1], [2]], [[3], [4]])");
    let Artist::Scatter(points) = &drawn.artists[0] else { panic!("{drawn:?}") };
    assert_eq!(points.y, [3.0, 4.0]);
}

#[test]
fn grids_of_axes_and_scales() {
    let figures = figures(
        "fig, axes = plt.subplots(1, 2, sharey=True)\naxes[0].semilogy([1, 10])\n\
         axes[1].set(xlim=(0, 5), title='B')\nfig.suptitle('Both')",
    );
    assert_eq!(figures[0].title.as_deref(), Some("Both"));
    let [left, right] = figures[0].axes.as_slice() else { panic!("two axes") };
    assert_eq!((left.y.scale, left.y.shared, right.y.shared), (Scale::Log, true, true));
    assert_eq!(right.place, Place { columns: 2, column: 1, ..Place::default() });
    assert_eq!((right.x.lower, right.x.upper), (Some(0.0), Some(5.0)));
}

#[test]
fn bars_and_histograms() {
    let drawn = axes("plt.bar(['a', 'b'], [1, 2]); plt.axhline(1.5, color='k')");
    assert_eq!(drawn.x.tick_labels.as_deref(), Some(["a".to_owned(), "b".to_owned()].as_slice()));
    let mut notebook = Notebook::new();
    let shown = notebook.shown("import matplotlib.pyplot as plt\nplt.hist([0, 1, 1, 2, 4], bins=4)[:2]");
    assert_eq!(shown, "(array([1., 2., 1., 1.]), array([0., 1., 2., 3., 4.]))");
}

#[test]
fn a_figure_is_shown_once_at_show_or_at_the_end() {
    let shown = figures("plt.plot([1, 2]); plt.show(); plt.plot([3, 4]); plt.figure(); plt.plot([5])");
    assert_eq!(shown.len(), 3);
    assert!(figures("plt.figure()").is_empty());
    assert!(figures("plt.plot([1]); plt.close()").is_empty());
}

#[test]
fn a_cell_that_fails_shows_what_it_had_drawn_and_the_next_one_does_not() {
    let mut notebook = Notebook::new();
    notebook.shown("import matplotlib.pyplot as plt");
    let failed = notebook.session.run("<cell>", "plt.plot([1, 2])\nundefined").outcome;
    assert!(matches!(failed, Outcome::Failed(error) if error.name == "NameError"));
    assert_eq!(notebook.host.figures.take().len(), 1);
    notebook.shown("plt.plot([3, 4]);");
    let figures = notebook.host.figures.take();
    assert_eq!((figures.len(), figures[0].axes[0].artists.len()), (1, 1));
}

#[test]
fn echoes_are_those_of_a_notebook() {
    let mut notebook = Notebook::new();
    let echo = notebook.shown("import matplotlib.pyplot as plt\nplt.plot([1, 2])");
    assert!(echo.starts_with("[<matplotlib.lines.Line2D at 0x"), "{echo}");
    assert_eq!(notebook.shown("plt.title('Loss')"), "Text(0.5, 1.0, 'Loss')");
}

#[test]
fn mistakes_are_matplotlib_s_own() {
    assert_eq!(
        error("plt.plot([1, 2, 3], [1, 2, 3, 4])"),
        "ValueError: x and y must have same first dimension, but have shapes (3,) and (4,)\n"
    );
    assert_eq!(error("plt.scatter([1], [1, 2])"), "ValueError: x and y must be the same size\n");
    assert!(error("plt.plot([1], 'rz')").contains("unrecognized character 'z'"));
    assert!(error("plt.plot([1], colour='r')").starts_with("AttributeError: Line2D.set()"));
    assert_eq!(
        error("plt.barbs([1], [1])"),
        "NotImplementedError: barbs is not supported by Kindling's matplotlib\n"
    );
    assert!(error("plt.nonsense").starts_with("AttributeError: module 'matplotlib.pyplot' has no attribute"));
}

#[test]
fn edges_and_faces_are_drawn() {
    let drawn = axes(
        "plt.plot([0, 1], [1, 2], 'o-', mfc='w', mec='r', mew=2)\n\
         plt.scatter([0], [0], edgecolors='k', linewidths=0.5, facecolors='g')\n\
         plt.bar([0], [1], fc='b', ec='k', lw=2)",
    );
    let [Artist::Scatter(scatter), Artist::Bars(bars), Artist::Line(line)] = &drawn.artists[..] else {
        panic!("{drawn:?}")
    };
    let (black, red) = (Color::rgb(0, 0, 0), Color::rgb(255, 0, 0));
    assert_eq!((line.marker_face, line.marker_edge), (Some(Color::rgb(255, 255, 255)), Some(red)));
    assert_eq!(line.marker_edge_width, Some(2.0));
    assert_eq!((scatter.edge, scatter.edge_width), (Some(black), Some(0.5)));
    assert_eq!(scatter.colors, [Color::rgb(0, 128, 0)]);
    assert_eq!((bars.edge, bars.edge_width), (Some(black), Some(2.0)));
    assert_eq!(bars.colors, [Color::rgb(0, 0, 255)]);
}

/// Every keyword that artists share is read by a call, or the call says by name that it is not drawn or not there.
#[test]
fn no_keyword_is_dropped() {
    let calls = [
        "plt.plot([0, 1], [0, 1]",
        "plt.scatter([0], [0]",
        "plt.bar([0], [1]",
        "plt.fill_between([0, 1], [0, 1]",
        "plt.axhline(1",
        "plt.text(0, 0, 'a'",
        "plt.imshow([[0, 1]]",
    ];
    // A value that changes what is drawn, so that a call which reads it makes another figure.
    let keywords = [
        ("antialiased", "False"),
        ("clip_on", "False"),
        ("dash_capstyle", "'round'"),
        ("edgecolors", "'#123456'"),
        ("facecolor", "'#123456'"),
        ("fontfamily", "'serif'"),
        ("fontstyle", "'italic'"),
        ("fontweight", "'bold'"),
        ("interpolation", "'bilinear'"),
        ("linewidths", "7"),
        ("markeredgecolor", "'#123456'"),
        ("markeredgewidth", "7"),
        ("markerfacecolor", "'#123456'"),
        ("rasterized", "True"),
        ("rotation", "45"),
        ("weight", "'bold'"),
    ];
    for call in calls {
        let plain = figures(&format!("{call})"));
        for (keyword, value) in keywords {
            // Edges have a width only where they are drawn.
            let edge = if keyword == "linewidths" && (call.contains("scatter") || call.contains("bar")) {
                ", ec='k'"
            } else {
                ""
            };
            let base = if edge.is_empty() { plain.clone() } else { figures(&format!("{call}{edge})")) };
            let source = format!("{call}{edge}, {keyword}={value})");
            let told = error(&source);
            let refused = told.starts_with("UserWarning") || told.starts_with("AttributeError");
            assert!(
                told.contains(keyword.trim_end_matches('s')) && refused || told.is_empty(),
                "{source}: {told}"
            );
            if told.is_empty() {
                assert_ne!(figures(&source), base, "{source} reads nothing");
            }
        }
    }
}
