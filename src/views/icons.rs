//! The page's icons: strokes in a 24 by 24 box, in the colour of their text.

use leptos::prelude::*;

pub const RUN: &str = "M7 5l11 7-11 7z";
pub const STOP: &str = "M7 7h10v10H7z";
pub const SLIDES: &str = "M3.5 5h17v11h-17zM12 16v4M8.5 20h7";
pub const RESTART: &str = "M19.5 12a7.5 7.5 0 1 1-2.3-5.400M19.5 3.5v4h-4";
pub const THEME_AUTO: &str = "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16";
pub const THEME_LIGHT: &str = "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4";
pub const THEME_DARK: &str = "M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8z";
pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
pub const BACK: &str = "M14.5 5.5L8 12l6.5 6.5";
pub const FORWARD: &str = "M9.5 5.5L16 12l-6.5 6.5";
pub const OVERVIEW: &str = "M4.5 5h6v6h-6zM13.5 5h6v6h-6zM4.5 14h6v5h-6zM13.5 14h6v5h-6z";
pub const PRESENTER: &str = "M3.5 5h11v8h-11zM16.5 5h4v5h-4zM16.5 13h4M3.5 17h17M3.5 20h12";
pub const WRAP: &str = "M4 6h16M4 12h12a3.5 3.5 0 0 1 0 7h-4M15 16l-3 3 3 3M4 19h4";
pub const MORE: &str = "M6 11.5v1M12 11.5v1M18 11.5v1";
pub const EDIT: &str = "M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3";
pub const NOTEBOOK: &str = "M6.5 4h12v16h-12zM4.5 8h3M4.5 12h3M4.5 16h3M10.5 8.5h5";
pub const LIBRARY: &str = "M5 4.5v15M9 4.5v15M13 5l4.5 14.5";
pub const DOWNLOAD: &str = "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14";
pub const COPY: &str = "M9 8.5h10.500v11H9zM15 8.500V4.500H4.500v11H9";
pub const DONE: &str = "M5 12.5l4.5 4.5L19 7.5";
pub const PLUS: &str = "M12 5v14M5 12h14";
pub const UP: &str = "M12 19V5.5M6.5 11L12 5.5l5.5 5.5";
pub const DOWN: &str = "M12 5v13.5M6.500 13l5.500 5.500 5.500-5.500";
pub const DELETE: &str =
    "M5 7h14M9.500 7V4.500h5V7M7 7l1 12.500h8L17 7M10.500 10.500v5.500M13.500 10.500v5.500";
pub const VARIABLES: &str = "M8 4.5c-3 0-1 7.500-4 7.500 3 0 1 7.500 4 7.500M16 4.500c3 0 1 7.500 4 7.500-3 0-1 7.500-4 7.500M9.500 9.500l5 5M14.500 9.500l-5 5";
pub const GRIP: &str = "M9 6v1M15 6v1M9 11.500v1M15 11.500v1M9 17v1M15 17v1";
pub const UNDO: &str = "M8 5.5L4.5 9 8 12.5M4.5 9h9a5 5 0 0 1 0 10H9";

/// A drawing beside a word or inside a named button: nothing to read out.
pub fn icon(path: &'static str) -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
