//! What is seen: the bar, the outline, slides with their cells, what cells show.
//!
//! What it is not: state, which is in [`crate::session`], or what comes over the page (see [`crate::panels`]). Start
//! reading at [`slide`].

mod acts;
mod ansi;
pub mod bar;
mod between;
mod cell;
pub mod choices;
pub mod commands;
mod compared;
pub mod deck;
mod drag;
pub mod editor;
mod fit;
mod focus;
mod follow;
mod hints;
pub mod icons;
mod keys;
pub mod lines;
pub mod modes;
pub mod notice;
pub mod outline;
mod output;
pub mod place;
pub mod plot;
pub mod present;
mod presenter;
pub mod print;
mod question;
pub mod selection;
pub mod slide;
pub mod slides;
mod steps;
mod stream;
mod text;
