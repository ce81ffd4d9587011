//! A file's bytes as text, in whichever encoding an editor has left them: as www/open.js reads them in the browser.
//!
//! What it is not: how lines end (see `line_ends`). Start reading at [`decoded`].

/// UTF-16 if its mark says so, else UTF-8; what is neither is taken for Windows' Western one, in which all bytes are text.
pub fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().copied().map(western).collect(),
        },
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// What Windows-1252 has between 128 and 159; the rest is Latin-1.
const FROM_128: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn western(byte: u8) -> char {
    match byte {
        128..=159 => FROM_128[usize::from(byte - 128)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn text_in_each_encoding() {
        let utf_16 =
            |unit: fn(u16) -> [u8; 2]| "\u{feff}ä€𝄞".encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        assert_eq!(decoded(&utf_16(u16::to_le_bytes)), "ä€𝄞");
        assert_eq!(decoded(&utf_16(u16::to_be_bytes)), "ä€𝄞");
        assert_eq!(decoded("ä€𝄞".as_bytes()), "ä€𝄞");
        assert_eq!(decoded(b"\x80\x96 \xe4"), "€– ä");
        assert_eq!(decoded(b"\xff\xfea"), "", "half a character is none");
    }
}
