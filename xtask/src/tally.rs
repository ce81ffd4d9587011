//! Counts what passed and what failed, over test runners of several kinds.
//!
//! What it is not: a test runner. Start reading at [`Tally`].

use std::fmt;

/// The sum of some checks.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// One check that either held or not.
    pub fn one(held: bool) -> Self {
        Self { passed: held.into(), failed: (!held).into() }
    }

    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Counts what a line of a runner's summary says: `test result: ok. 3 passed; 0 failed; …` of cargo,
    /// `# pass 3`, `# fail 0` and `# cancelled 0` of Node's runner, `3 passed, 0 failed` of our own.
    pub fn count_line(&mut self, line: &str) {
        let words: Vec<&str> =
            line.split_whitespace().map(|word| word.trim_end_matches([',', ';', '.'])).collect();
        match words.as_slice() {
            ["test", "result:", _, passed, "passed", failed, "failed", ..]
            | [passed, "passed", failed, "failed"] => {
                self.passed += number(passed);
                self.failed += number(failed);
            }
            ["#", "pass", passed] => self.passed += number(passed),
            ["#", "fail" | "cancelled", failed] => self.failed += number(failed),
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number(word: &str) -> usize {
    word.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_runner_is_understood() {
        let mut tally = Tally::default();
        tally.count_line("test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out");
        tally.count_line("# pass 7");
        tally.count_line("# fail 1");
        tally.count_line("# cancelled 1");
        tally.count_line("3 passed, 0 failed");
        tally.count_line("it passed");
        assert_eq!(tally, Tally { passed: 22, failed: 3 });
    }
}
