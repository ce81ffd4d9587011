//! What the tests of several packages share: [`modules`] says which module of a package uses which, [`memory`] whether
//! memory is taken without asking.
//!
//! What it is not: part of the program. Packages name it among their `dev-dependencies` only.

pub mod memory;
pub mod modules;
