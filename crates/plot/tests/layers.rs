//! The order of the modules of plots: each knows only those before it.

use std::path::Path;

#[test]
fn modules_know_only_those_below_them() {
    let order = [
        "numbers",
        "color",
        "theme",
        "around",
        "figure",
        "error",
        "clip",
        "text",
        "ticks",
        "bounds",
        "view",
        "pen",
        "markers",
        "image",
        "artists",
        "color_bar",
        "legend",
        "layout",
        "spines",
        "axes",
        "draw",
        "facts",
        "svg",
        "raster",
        "png",
    ];
    kindling_testing::modules::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &order);
}
