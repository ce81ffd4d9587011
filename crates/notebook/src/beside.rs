//! Two texts beside each other, line by line: what they share stands in one row.
//!
//! What it is not: a comparison of outputs (see `expected`). Start reading at [`beside`]. The shared lines are a longest
//! common subsequence, found by the table of its lengths.

/// A row: the line of the first text, and that of the second.
pub type Row<'a> = (Option<&'a str>, Option<&'a str>);

/// Texts that differ in more lines than that are not compared line by line: the table would be too large.
const MOST: usize = 1500;

/// The lines of both, those that are the same in one row, and what came instead of something beside it.
pub fn beside<'a>(first: &'a str, second: &'a str) -> Vec<Row<'a>> {
    let (first, second): (Vec<&str>, Vec<&str>) = (first.lines().collect(), second.lines().collect());
    let head = first.iter().zip(&second).take_while(|(one, two)| one == two).count();
    let (left, right) = (&first[head..], &second[head..]);
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(one, two)| one == two).count();
    let (left, right) = (&left[..left.len() - tail], &right[..right.len() - tail]);
    let mut rows: Vec<Row> = first[..head].iter().map(|line| (Some(*line), Some(*line))).collect();
    let (mut one, mut two) = (0, 0);
    for (next_one, next_two) in shared(left, right) {
        rows.extend(pairs(&left[one..next_one], &right[two..next_two]));
        rows.push((Some(left[next_one]), Some(right[next_two])));
        (one, two) = (next_one + 1, next_two + 1);
    }
    rows.extend(pairs(&left[one..], &right[two..]));
    rows.extend(first[first.len() - tail..].iter().map(|line| (Some(*line), Some(*line))));
    rows
}

fn pairs<'a>(left: &[&'a str], right: &[&'a str]) -> Vec<Row<'a>> {
    let longer = left.len().max(right.len());
    (0..longer).map(|at| (left.get(at).copied(), right.get(at).copied())).collect()
}

/// Where the lines of a longest common subsequence are in both.
fn shared(left: &[&str], right: &[&str]) -> Vec<(usize, usize)> {
    if left.len() > MOST || right.len() > MOST {
        return Vec::new();
    }
    let width = right.len() + 1;
    // How many lines the rests have in common that begin at each pair of lines.
    let mut common = vec![0_u16; (left.len() + 1) * width];
    for one in (0..left.len()).rev() {
        for two in (0..right.len()).rev() {
            common[one * width + two] = if left[one] == right[two] {
                common[(one + 1) * width + two + 1] + 1
            } else {
                common[(one + 1) * width + two].max(common[one * width + two + 1])
            };
        }
    }
    let (mut one, mut two, mut found) = (0, 0, Vec::new());
    while one < left.len() && two < right.len() {
        if left[one] == right[two] {
            found.push((one, two));
            (one, two) = (one + 1, two + 1);
        } else if common[(one + 1) * width + two] >= common[one * width + two + 1] {
            one += 1;
        } else {
            two += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_in_one_row() {
        assert_eq!(
            beside("a\nb\nc\nd", "a\nx\nc\ny\nd"),
            [
                (Some("a"), Some("a")),
                (Some("b"), Some("x")),
                (Some("c"), Some("c")),
                (None, Some("y")),
                (Some("d"), Some("d")),
            ]
        );
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert_eq!(beside("", ""), []);
        assert_eq!(beside("a", ""), [(Some("a"), None)]);
        assert_eq!(beside("", "a\nb"), [(None, Some("a")), (None, Some("b"))]);
    }

    #[test]
    fn texts_that_share_little_stand_beside_each_other() {
        let (long, other) = ("a\n".repeat(MOST + 1) + "z", "b\n".repeat(MOST + 1));
        let rows = beside(&long, &other);
        assert_eq!(rows.len(), MOST + 2);
        assert_eq!(rows[0], (Some("a"), Some("b")));
        let left: Vec<&str> = rows.iter().filter_map(|row| row.0).collect();
        assert_eq!(left.join("\n"), long);
    }
}
