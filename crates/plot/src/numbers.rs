//! Numbers that may be missing: JSON has no NaN and says `null`; a plot leaves such points out.

use serde::{Deserialize, Deserializer};

/// For `#[serde(deserialize_with)]` on data.
pub(crate) fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<f64>, D::Error> {
    let numbers = Vec::<Option<f64>>::deserialize(deserializer)?;
    Ok(numbers.into_iter().map(|number| number.unwrap_or(f64::NAN)).collect())
}
