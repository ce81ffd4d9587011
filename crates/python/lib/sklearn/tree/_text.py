"""`export_text`: a tree's questions as lines.

What it is not: a picture. Start reading at `export_text`.
"""


def export_text(
    decision_tree,
    *,
    feature_names=None,
    class_names=None,
    max_depth=10,
    spacing=3,
    decimals=2,
    show_weights=False,
):
    """A line a question, indented by how many came before."""
    decision_tree._check_fitted()
    tree, lines = decision_tree.tree_, []
    names = (
        [f"feature_{at}" for at in range(decision_tree.n_features_in_)]
        if feature_names is None
        else list(feature_names)
    )
    classes = getattr(decision_tree, "classes_", None)
    kinds = None if classes is None else classes.tolist() if class_names is None else list(class_names)

    def tell(node, depth):
        bars = ("|" + " " * spacing) * depth
        bars = bars[:-spacing] + "-" * spacing if depth else bars
        if depth > max_depth + 1 and int(tree.feature[node]) >= 0:
            lines.append(f"{bars} truncated branch of depth {_depth(tree, node)}")
            return
        feature = int(tree.feature[node])
        if feature >= 0:
            for sign, child in (("<=", tree.children_left), ("> ", tree.children_right)):
                lines.append(f"{bars} {names[feature]} {sign} {tree.threshold[node]:.{decimals}f}")
                tell(int(child[node]), depth + 1)
            return
        value = tree.value[node].ravel().tolist()
        if kinds is None:
            lines.append(f"{bars} value: [{value[0]:.{decimals}f}]")
            return
        told = ", ".join(
            f"{each:.{decimals}f}" for each in (weight * float(tree.weighted_n_node_samples[node]) for weight in value)
        )
        weights = f"weights: [{told}] " if show_weights else ""
        lines.append(f"{bars} {weights}class: {kinds[value.index(max(value))]}")

    tell(0, 1)
    return "\n".join(lines) + "\n"


def _depth(tree, node):
    below = [int(child[node]) for child in (tree.children_left, tree.children_right)]
    return 1 if below[0] < 0 else 1 + max(_depth(tree, each) for each in below)
