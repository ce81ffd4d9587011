//! The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), from which every random number comes: PyTorch's, and
//! those of Python's `random`, which seeds it by arrays and has a state of its own.

/// How many words a state has.
pub const SIZE: usize = 624;
const PERIOD: usize = 397;

/// 624 words of state, handed out one by one and renewed all at once.
#[derive(Debug, Clone)]
pub struct Mt19937 {
    pub(super) words: [u32; SIZE],
    /// The word to hand out next.
    pub(super) next: usize,
    /// How many draws until the state is renewed, counting that one.
    pub(super) left: i32,
}

impl Mt19937 {
    /// `init_genrand` of the reference implementation.
    pub fn new(seed: u32) -> Self {
        let mut words = [seed; SIZE];
        for at in 1..SIZE {
            words[at] = spread(words[at - 1], 1_812_433_253).wrapping_add(at as u32);
        }
        Mt19937 { words, next: 0, left: 1 }
    }

    /// `init_by_array` of the reference implementation; an empty key counts as `[0]`.
    pub fn from_key(key: &[u32]) -> Self {
        let key = if key.is_empty() { &[0] } else { key };
        let mut engine = Mt19937::new(19_650_218);
        let words = &mut engine.words;
        let mut at = 1;
        for round in 0..SIZE.max(key.len()) {
            let place = round % key.len();
            let mixed = words[at] ^ spread(words[at - 1], 1_664_525);
            words[at] = mixed.wrapping_add(key[place]).wrapping_add(place as u32);
            at = step(words, at);
        }
        for _ in 1..SIZE {
            let mixed = words[at] ^ spread(words[at - 1], 1_566_083_941);
            words[at] = mixed.wrapping_sub(at as u32);
            at = step(words, at);
        }
        words[0] = 0x8000_0000;
        engine
    }

    /// A state of which `drawn` words have been handed out, at most [`SIZE`].
    pub fn resumed(words: [u32; SIZE], drawn: usize) -> Self {
        Mt19937 { words, next: drawn, left: (SIZE + 1 - drawn.min(SIZE)) as i32 }
    }
    pub fn words(&self) -> &[u32; SIZE] {
        &self.words
    }
    /// How many words of the state have been handed out; all of a new one, which is renewed at the first draw.
    pub fn drawn(&self) -> usize {
        SIZE + 1 - self.left as usize
    }

    pub fn draw(&mut self) -> u32 {
        self.left -= 1;
        if self.left == 0 {
            self.renew();
        }
        let word = self.words[self.next];
        self.next += 1;
        temper(word)
    }

    /// As many draws as there are places, many at a time.
    pub fn fill(&mut self, mut places: &mut [u32]) {
        while !places.is_empty() {
            if self.left == 1 {
                self.renew();
                self.left += 1;
            }
            let count = places.len().min(self.left as usize - 1);
            let (now, later) = places.split_at_mut(count);
            let words = &self.words[self.next..self.next + count];
            now.iter_mut().zip(words).for_each(|(place, &word)| *place = temper(word));
            self.left -= count as i32;
            self.next += count;
            places = later;
        }
    }

    /// In stretches within which no word depends on one that is renewed in the same stretch too shortly before it, so that
    /// several are done at once.
    fn renew(&mut self) {
        let words = &mut self.words;
        for at in 0..SIZE - PERIOD {
            words[at] = words[at + PERIOD] ^ twist(words[at], words[at + 1]);
        }
        for at in SIZE - PERIOD..SIZE - 1 {
            words[at] = words[at + PERIOD - SIZE] ^ twist(words[at], words[at + 1]);
        }
        words[SIZE - 1] = words[PERIOD - 1] ^ twist(words[SIZE - 1], words[0]);
        self.left = SIZE as i32;
        self.next = 0;
    }
}

/// What the high bit of one word and the low bits of the next add to a third.
fn twist(high: u32, low: u32) -> u32 {
    let mixed = (high & 0x8000_0000) | (low & 0x7fff_ffff);
    (mixed >> 1) ^ ((low & 1).wrapping_neg() & 0x9908_b0df)
}

fn spread(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

/// The place after `at`; past the end, the last word is carried to the front.
fn step(words: &mut [u32; SIZE], at: usize) -> usize {
    if at + 1 < SIZE {
        return at + 1;
    }
    words[0] = words[SIZE - 1];
    1
}

fn temper(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

#[cfg(test)]
mod tests {
    use super::{Mt19937, SIZE};

    /// The C++ standard (rand.predef) gives the 10,000th draw of the generator seeded with 5489.
    #[test]
    fn draws_the_value_the_standard_names() {
        let mut engine = Mt19937::new(5489);
        let last = (0..10_000).map(|_| engine.draw()).last();
        assert_eq!(last, Some(4_123_659_995));
    }

    /// The first draws of the reference implementation's own test, `mt19937ar.out`.
    #[test]
    fn draws_as_the_reference_seeded_by_its_array() {
        let mut engine = Mt19937::from_key(&[0x123, 0x234, 0x345, 0x456]);
        let drawn: Vec<u32> = (0..5).map(|_| engine.draw()).collect();
        assert_eq!(drawn, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }

    #[test]
    fn many_draws_are_those_that_one_by_one_are() {
        let (mut many, mut single) = (Mt19937::new(7), Mt19937::new(7));
        for count in [1, 623, 2, 624, 0, 1300, 5] {
            let mut drawn = vec![0; count];
            many.fill(&mut drawn);
            assert!(drawn.into_iter().eq((0..count).map(|_| single.draw())));
            assert_eq!(many.drawn(), single.drawn());
        }
    }

    #[test]
    fn resumes_where_it_was() {
        let mut engine = Mt19937::new(1);
        for drawn in [SIZE, 1, 2, SIZE] {
            while engine.drawn() != drawn {
                engine.draw();
            }
            let mut other = Mt19937::resumed(*engine.words(), engine.drawn());
            assert_eq!(other.draw(), engine.clone().draw());
        }
        assert_eq!(Mt19937::resumed(*engine.words(), 0).drawn(), 0);
    }
}
