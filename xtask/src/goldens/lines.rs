//! What a program printed beside what PyTorch printed, line by line. Start reading at [`first_difference`].
//!
//! What it is not: the running of programs.

/// How exactly numbers must agree; all else must be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Exact,
    /// To three digits.
    Digits,
}

const TOLERANCE: f64 = 1e-3;

/// The first line that differs, white space at line ends aside.
pub fn first_difference(expected: &str, printed: &str, precision: Precision) -> Option<String> {
    let lines =
        |text: &str| text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let (expected, printed) = (lines(expected), lines(printed));
    let agree = |at: usize| match (expected.get(at), printed.get(at)) {
        (Some(a), Some(b)) => a == b || (precision == Precision::Digits && agree_in_digits(a, b)),
        _ => false,
    };
    let at = (0..expected.len().max(printed.len())).find(|&at| !agree(at))?;
    let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_else(|| "(nothing)".to_owned());
    Some(format!("  line {}\n    expected {}\n    printed  {}", at + 1, line(&expected), line(&printed)))
}

fn agree_in_digits(expected: &str, printed: &str) -> bool {
    let (expected, printed) = (pieces(expected), pieces(printed));
    expected.len() == printed.len() && expected.iter().zip(&printed).all(|(a, b)| a.agrees(b))
}

/// A number with its text, or what stands between numbers.
struct Piece<'a> {
    text: &'a str,
    number: Option<f64>,
}

impl Piece<'_> {
    fn agrees(&self, other: &Self) -> bool {
        match (self.number, other.number) {
            (Some(a), Some(b)) => a == b || (a - b).abs() <= TOLERANCE * a.abs().max(b.abs()),
            // A shorter number is set apart by more space.
            _ => self.text.trim() == other.text.trim(),
        }
    }
}

fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let length = number_length(rest);
        let number = rest[..length].parse().ok();
        let end = match number {
            Some(_) => length,
            None => (1..rest.len())
                .find(|&at| rest.is_char_boundary(at) && number_length(&rest[at..]) > 0)
                .unwrap_or(rest.len()),
        };
        pieces.push(Piece { text: &rest[..end], number });
        rest = &rest[end..];
    }
    pieces
}

/// How long the number is that a text begins with; 0 if it begins with none.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let sign = usize::from(text.starts_with('-'));
    let whole = digits(sign);
    if whole == 0 {
        return 0;
    }
    let mut end = sign + whole;
    if text[end..].starts_with('.') {
        end += 1 + digits(end + 1);
    }
    let exponent = &text[end..];
    if exponent.starts_with("e-") || exponent.starts_with("e+") {
        let length = digits(end + 2);
        end += if length > 0 { 2 + length } else { 0 };
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_white_space_at_line_ends_is_forgiven() {
        let exact = |a, b| first_difference(a, b, Precision::Exact);
        assert_eq!(exact("a  \nb\n\n", "a\nb"), None);
        assert!(exact("a\n b", "a\nb").is_some());
        assert!(exact("a\nb", "a").is_some_and(|difference| difference.contains("(nothing)")));
        assert!(exact("loss 0.12345", "loss 0.12346").is_some());
    }

    #[test]
    fn of_digits_three_must_agree_and_all_else() {
        let about = |a, b| first_difference(a, b, Precision::Digits);
        assert_eq!(about("loss -0.12345e-05, 3", "loss -0.12346e-05, 3"), None);
        assert!(about("loss 0.123", "loss 0.125").is_some());
        assert!(about("loss 0.123", "cost 0.123").is_some());
        assert!(about("tensor([1., 2.])", "tensor([1., 2., 3.])").is_some());
        assert!(about("loss 0.1", "loss -0.1").is_some());
    }
}
