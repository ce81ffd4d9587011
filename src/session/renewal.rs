//! A new version of the page: it is offered, and comes when the student says so.
//!
//! What it is not: how it is fetched and kept (see `www/service-worker.js`). Start reading at [`Session::watch_renewal`].

use super::{Offer, Session};
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    /// Reloads the page in its new version, unless other tabs have the old one open; of `www/early.js`.
    #[wasm_bindgen(js_name = kindlingRenew, catch)]
    async fn renew() -> Result<JsValue, JsValue>;
}

impl Session {
    /// Offers a new version as soon as there is nothing else to say.
    pub fn watch_renewal(self) {
        let is_there = RwSignal::new(false);
        window_event_listener_untyped("kindling-renewed", move |_| is_there.set(true));
        Effect::new(move |_| {
            if is_there.get() && self.notice.with(Option::is_none) {
                is_there.set(false);
                self.tell(words::renewal_is_there(), [Offer::Renew]);
            }
        });
    }

    pub(super) fn renew(self) {
        spawn_local(async move {
            // Without an answer the offer comes again with the next visit.
            if renew().await.is_ok_and(|is_alone| is_alone == false) {
                self.tell(words::renewal_waits(), [Offer::Renew]);
            }
        });
    }
}
