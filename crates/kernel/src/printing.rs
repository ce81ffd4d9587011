//! What the page is sent of a cell's printing: the first of it as it comes, and of too much the last.
//!
//! What it is not: when it is sent (see `screen`), or how it looks. Start reading at [`Printing::add`].

use kindling_protocol::{LeftOut, StreamEnd, StreamName};

/// So many bytes are shown from the beginning on; a page that holds more is slow.
const FIRST: usize = 32 << 10;
/// And so many of what was printed last.
const LAST: usize = 16 << 10;
/// Of one value that is echoed, or one message, less is enough.
const FIRST_OF_VALUE: usize = 16 << 10;
const LAST_OF_VALUE: usize = 4 << 10;
/// A line longer than this may be parted between the first and the last.
const LONG_LINE: usize = 1 << 10;
/// Streams that take turns more often than this are shown as one: each turn is a box of its own on the page.
const MOST_TURNS: usize = 20;

#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Follows what was sent before it; without a name it is of both streams.
    Next(Option<StreamName>, String),
    /// The end as it is now, in place of the one that was sent before.
    End(StreamEnd),
}

#[derive(Default)]
pub struct Printing {
    waiting: Vec<(Option<StreamName>, String)>,
    /// Bytes of the beginning, and of its last line.
    first: usize,
    line: usize,
    stream: Option<StreamName>,
    turns: usize,
    /// A carriage return came: what is printed next overwrites its line.
    returned: bool,
    end: Option<End>,
}

impl Printing {
    pub fn add(&mut self, stream: StreamName, text: &str) {
        for (index, part) in text.split('\r').enumerate() {
            self.returned |= index > 0;
            if part.is_empty() {
                continue;
            }
            if std::mem::take(&mut self.returned) && !part.starts_with('\n') {
                self.go_back();
            }
            self.put(stream, part);
        }
    }

    /// The bytes that wait, or what they are likely to become: the end is sent anew each time.
    pub fn waiting(&self) -> usize {
        self.waiting.iter().map(|(_, text)| text.len()).sum()
    }

    /// There is more than the beginning.
    pub fn is_long(&self) -> bool {
        self.end.is_some()
    }

    /// What the page has to be sent to show what was printed until now.
    pub fn take(&mut self) -> Vec<Piece> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut pieces: Vec<Piece> =
            waiting.into_iter().map(|(name, text)| Piece::Next(name, text)).collect();
        pieces.extend(self.end.as_mut().and_then(End::take).map(Piece::End));
        pieces
    }

    /// Something else is shown now: an end that follows it is another one.
    pub fn part(&mut self) {
        self.end = self.end.take().map(|_| End::default());
    }

    fn put(&mut self, stream: StreamName, text: &str) {
        let room = FIRST - self.first;
        // No line is begun that may not fit.
        let is_full = self.end.is_some() || (self.line == 0 && room < LONG_LINE);
        let fitting = if is_full { 0 } else { fitting(text, room) };
        let (fits, rest) = text.split_at(fitting);
        if !fits.is_empty() {
            self.begin(stream, fits);
        }
        if !rest.is_empty() {
            self.end.get_or_insert_default().add(rest);
        }
    }

    fn begin(&mut self, stream: StreamName, text: &str) {
        self.first += text.len();
        self.line = text.rfind('\n').map_or(self.line + text.len(), |end| text.len() - end - 1);
        if self.stream.replace(stream).is_some_and(|before| before != stream) {
            self.turns += 1;
        }
        let name = (self.turns < MOST_TURNS).then_some(stream);
        match self.waiting.last_mut() {
            Some((last, waiting)) if *last == name => waiting.push_str(text),
            _ => self.waiting.push((name, text.to_owned())),
        }
    }

    /// To the head of the line.
    fn go_back(&mut self) {
        if let Some(end) = &mut self.end {
            end.go_back();
            return;
        }
        self.first -= std::mem::take(&mut self.line);
        match self.waiting.last_mut() {
            Some((_, waiting)) => {
                waiting.truncate(waiting.rfind('\n').map_or(0, |end| end + 1));
                waiting.push('\r');
            }
            None => {
                let name = self.stream.filter(|_| self.turns < MOST_TURNS);
                self.waiting.push((name, "\r".to_owned()));
            }
        }
    }
}

/// How many bytes of `text` go where there is room for so many: all, or whole lines.
fn fitting(text: &str, room: usize) -> usize {
    if text.len() <= room {
        return text.len();
    }
    let room = text.floor_char_boundary(room);
    match text[..room].rfind('\n') {
        Some(end) => end + 1,
        None if room >= LONG_LINE => room,
        None => 0,
    }
}

/// What is printed after the beginning: the last of it, and how much is between.
#[derive(Default)]
struct End {
    text: String,
    left_out: LeftOut,
    is_new: bool,
}

impl End {
    fn add(&mut self, text: &str) {
        self.is_new = true;
        let skipped = text.len().saturating_sub(2 * LAST);
        if skipped > 0 {
            let (skipped, rest) = text.split_at(text.ceil_char_boundary(skipped));
            let before = std::mem::replace(&mut self.text, rest.to_owned());
            self.left_out += LeftOut::of(&before);
            self.left_out += LeftOut::of(skipped);
        } else {
            self.text.push_str(text);
        }
        if self.text.len() > 4 * LAST {
            self.shorten();
        }
    }

    fn shorten(&mut self) {
        let Some(surplus) = self.text.len().checked_sub(LAST).filter(|surplus| *surplus > 0) else { return };
        let surplus = self.text.ceil_char_boundary(surplus);
        // Whole lines, unless the last one alone is too long.
        let line = self.text[surplus..].trim_end_matches('\n').find('\n').map(|end| surplus + end + 1);
        let skipped = line.unwrap_or(surplus);
        self.left_out += LeftOut::of(&self.text[..skipped]);
        self.text.drain(..skipped);
    }

    fn go_back(&mut self) {
        self.text.truncate(self.text.rfind('\n').map_or(0, |end| end + 1));
    }

    fn take(&mut self) -> Option<StreamEnd> {
        if !std::mem::take(&mut self.is_new) {
            return None;
        }
        self.shorten();
        Some(StreamEnd { left_out: self.left_out, text: self.text.clone() })
    }
}

/// A value's text, without its middle if it is long.
pub fn shortened(text: String) -> String {
    if text.len() <= FIRST_OF_VALUE + LAST_OF_VALUE {
        return text;
    }
    let (first, rest) = text.split_at(text.floor_char_boundary(FIRST_OF_VALUE));
    let (middle, last) = rest.split_at(rest.ceil_char_boundary(rest.len() - LAST_OF_VALUE));
    format!("{first}\n{}\n{last}", LeftOut::of(middle))
}

#[cfg(test)]
mod tests {
    use StreamName::{Stderr, Stdout};

    use super::*;

    fn printed(pieces: &[(StreamName, &str)]) -> Printing {
        let mut printing = Printing::default();
        pieces.iter().for_each(|(stream, text)| printing.add(*stream, text));
        printing
    }

    fn next(stream: StreamName, text: &str) -> Piece {
        Piece::Next(Some(stream), text.to_owned())
    }

    #[test]
    fn little_is_sent_as_it_is() {
        let mut printing = printed(&[(Stdout, "a"), (Stdout, "b\n"), (Stderr, "c\n")]);
        assert_eq!(printing.take(), [next(Stdout, "ab\n"), next(Stderr, "c\n")]);
        assert_eq!(printing.take(), []);
    }

    #[test]
    fn of_many_lines_the_first_and_the_last_are_kept_and_those_between_counted() {
        let mut printing = Printing::default();
        let (mut first, mut end) = (String::new(), StreamEnd::default());
        for number in 0..100_000 {
            // In pieces, as print writes.
            printing.add(Stdout, &number.to_string());
            printing.add(Stdout, "\n");
            if number % 1000 == 0 {
                for piece in printing.take() {
                    match piece {
                        Piece::Next(_, text) => first.push_str(&text),
                        Piece::End(newer) => end = newer,
                    }
                }
            }
        }
        let Some(Piece::End(last)) = printing.take().pop() else { panic!("no end") };
        assert!(last.text.len() <= LAST && last.left_out.lines > end.left_out.lines);
        let lines =
            |text: &str| text.lines().map(|line| line.parse::<u64>().expect("a number")).collect::<Vec<_>>();
        let (first, shown) = (lines(&first), lines(&last.text));
        assert_eq!(first, (0..first.len() as u64).collect::<Vec<_>>());
        assert_eq!(shown.last(), Some(&99_999));
        assert_eq!(first.len() as u64 + last.left_out.lines, shown[0]);
    }

    #[test]
    fn one_line_of_millions_of_characters_has_a_beginning_and_an_end() {
        let mut printing = printed(&[(Stdout, &"é".repeat(5_000_000)), (Stdout, "!\n")]);
        let pieces = printing.take();
        let [Piece::Next(_, first), Piece::End(end)] = pieces.as_slice() else { panic!("{}", pieces.len()) };
        assert!(first.len() <= FIRST && end.text.ends_with("é!\n"));
        assert_eq!(end.left_out.lines, 0);
        let shown = first.chars().count() + end.text.chars().count() - 2;
        assert_eq!(end.left_out.characters, 5_000_000 - shown as u64);
    }

    #[test]
    fn streams_that_take_turns_become_one() {
        let mut printing = Printing::default();
        for number in 0..3000 {
            printing.add(Stdout, &format!("out {number}\n"));
            printing.add(Stderr, &format!("err {number}\n"));
        }
        let pieces = printing.take();
        assert!(pieces.len() < MOST_TURNS + 3, "{} pieces", pieces.len());
        let Some(Piece::Next(None, text)) = pieces.get(MOST_TURNS) else { panic!("no joined stream") };
        assert!(text.contains("err 10\nout 11\nerr 11\n"), "{}", &text[..100]);
    }

    #[test]
    fn a_line_that_is_overwritten_takes_the_room_of_one() {
        let mut printing = printed(&[(Stdout, "begin\n")]);
        for number in 0..100_000 {
            printing.add(Stdout, &format!("\rstep {number}"));
        }
        assert_eq!(printing.take(), [next(Stdout, "begin\n\rstep 99999")]);
        printing.add(Stdout, "\r\n");
        printing.add(Stdout, "done\r");
        assert_eq!(printing.take(), [next(Stdout, "\ndone")]);
        printing.add(Stdout, "!");
        assert_eq!(printing.take(), [next(Stdout, "\r!")]);
    }

    #[test]
    fn after_a_figure_there_is_another_end() {
        let mut printing = printed(&[(Stdout, &"x\n".repeat(100_000))]);
        printing.take();
        printing.part();
        assert_eq!(printing.take(), []);
        printing.add(Stdout, "more\n");
        let end = StreamEnd { left_out: LeftOut::default(), text: "more\n".to_owned() };
        assert_eq!(printing.take(), [Piece::End(end)]);
    }

    #[test]
    fn a_long_value_loses_its_middle() {
        assert_eq!(shortened("short".to_owned()), "short");
        let text = shortened("y".repeat(50_000_000));
        assert!(text.len() < FIRST_OF_VALUE + LAST_OF_VALUE + 100);
        assert!(text.contains("49,979,520 characters are not shown"), "{}", &text[FIRST_OF_VALUE..][..80]);
    }
}
