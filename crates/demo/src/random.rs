//! A small documented source of numbers: the same seed gives the same zone on every machine.
//!
//! SplitMix64 (Steele, Lea & Flood 2014) on integers, and distributions as tables of deciles. No floating point: the last
//! bits of a logarithm differ between platforms, the entries of a table do not.

/// The lowest value, the nine deciles and the highest value of a distribution.
pub(crate) type Deciles = [i64; 11];

/// A position in a distribution: 0 is its lowest value, 9,999 just below its highest.
pub(crate) type Position = i64;

/// How many positions there are.
pub(crate) const POSITIONS: i64 = 10_000;

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// A stream of numbers.
#[derive(Debug, Clone)]
pub(crate) struct Random {
    state: u64,
}

impl Random {
    /// The stream of enterprise `index` in the zone of `seed`: enterprises do not depend on how many there are.
    pub(crate) fn of_enterprise(seed: u64, index: usize) -> Self {
        let mut seeds = Self { state: seed };
        let base = seeds.next();
        Self { state: base ^ (index as u64).wrapping_mul(GOLDEN).rotate_left(17) }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from 0 to `bound − 1` (0 when `bound` is not positive).
    pub(crate) fn below(&mut self, bound: i64) -> i64 {
        let bound = u64::try_from(bound).unwrap_or(0);
        let scaled = (u128::from(self.next()) * u128::from(bound)) >> 64;
        i64::try_from(scaled).unwrap_or(0)
    }

    /// A whole number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high - low + 1)
    }

    /// Whether something happens that happens `permille` times in a thousand.
    pub(crate) fn chance(&mut self, permille: i64) -> bool {
        self.below(1000) < permille
    }

    /// A position.
    pub(crate) fn position(&mut self) -> Position {
        self.below(POSITIONS)
    }

    /// A position that follows `other` `percent` of the time (within ±800) and is independent otherwise.
    pub(crate) fn position_like(&mut self, other: Position, percent: i64) -> Position {
        let (follows, near, far) =
            (self.chance(percent * 10), other + self.between(-800, 800), self.position());
        if follows { near.clamp(0, POSITIONS - 1) } else { far }
    }

    /// A value of a distribution.
    pub(crate) fn draw(&mut self, table: &Deciles) -> i64 {
        let position = self.position();
        at(table, position)
    }

    /// A value of a distribution, correlated with a position by `percent`.
    pub(crate) fn draw_like(&mut self, table: &Deciles, other: Position, percent: i64) -> i64 {
        let position = self.position_like(other, percent);
        at(table, position)
    }

    /// One of `options` (not empty), each as likely.
    pub(crate) fn pick<T: Copy>(&mut self, options: &[T]) -> T {
        let index = usize::try_from(self.below(options.len() as i64)).unwrap_or(0);
        options[index]
    }

    /// An index of `weights` (not empty), as likely as its weight.
    pub(crate) fn weighted(&mut self, weights: &[i64]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        for (index, weight) in weights.iter().enumerate() {
            rest -= weight;
            if rest < 0 {
                return index;
            }
        }
        weights.len() - 1
    }
}

/// The value at a position, straight between the deciles.
pub(crate) fn at(table: &Deciles, position: Position) -> i64 {
    let position = position.clamp(0, POSITIONS - 1);
    let (step, within) = (position / 1000, position % 1000);
    let index = usize::try_from(step).unwrap_or(0);
    let (low, high) = (table[index], table[index + 1]);
    low + (high - low) * within / 1000
}

#[cfg(test)]
mod tests {
    use super::{Random, at};

    #[test]
    fn the_stream_is_splitmix64() {
        // First outputs of the reference implementation for state 1234567.
        let mut random = Random { state: 1_234_567 };
        let first: Vec<u64> = (0..3).map(|_| random.next()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_table_is_read_straight_between_its_deciles() {
        let table = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 190];
        assert_eq!(
            [0, 500, 1000, 9000, 9500, 9999, 20_000].map(|position| at(&table, position)),
            [0, 5, 10, 90, 140, 189, 189]
        );
    }

    #[test]
    fn positions_that_follow_keep_an_even_spread() {
        let mut random = Random::of_enterprise(7, 0);
        let low = (0..20_000)
            .filter(|_| {
                let other = random.position();
                random.position_like(other, 70) < 5000
            })
            .count();
        assert!((9_700..10_300).contains(&low), "{low}");
    }
}
