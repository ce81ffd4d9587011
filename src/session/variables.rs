//! The session's variables, as the page last heard of them.
//!
//! What it is not: how they are shown (see [`crate::panels`]). Start reading at [`Session::list_variables`].

use super::Session;
use kindling_protocol::{Inside, Request};
use leptos::prelude::*;

impl Session {
    /// Asks what variables there are; what is looked into is asked for again.
    pub fn list_variables(self) {
        self.post(&Request::ListVariables);
        if let Some(name) = self.inside.with_untracked(|inside| inside.as_ref().map(|(name, _)| name.clone()))
        {
            self.look_into(name);
        }
    }

    pub fn look_into(self, name: String) {
        self.post(&Request::LookInto { name });
    }

    pub(super) fn looked_into(self, name: String, inside: Option<Inside>) {
        self.inside.set(inside.map(|inside| (name, inside)));
    }

    pub(super) fn forget_variables(self) {
        self.variables.set(Vec::new());
        self.inside.set(None);
    }
}
