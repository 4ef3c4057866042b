//! Square roots, by integers only.

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

use crate::Exact;

impl Exact {
    /// The square root, rounded half up to `digits` decimal places; `None` below zero. No floating point: the same
    /// on every machine.
    ///
    /// ```
    /// use formula::Exact;
    /// assert_eq!(Exact::from(2).square_root(4), "1.4142".parse().ok());
    /// assert_eq!(Exact::from(-1).square_root(4), None);
    /// ```
    #[must_use]
    pub fn square_root(&self, digits: u16) -> Option<Self> {
        if self.is_negative() {
            return None;
        }
        // ⌊√(4v)⌋ = ⌊2√v⌋, and half up is ⌊(⌊2√v⌋ + 1) / 2⌋.
        let places = i32::from(digits);
        let quadruple = &self.shift(2 * places) * &Self::from(4);
        let (_, magnitude) = quadruple.as_rational().floor().into_parts();
        let twice = magnitude.nth_root(2);
        let rounded = (twice + UBig::ONE) / UBig::from(2u8);
        Some(Self::from_rational(RBig::from(IBig::from(rounded))).shift(-places))
    }
}

#[cfg(test)]
mod tests {
    use crate::Exact;

    #[track_caller]
    fn check(value: &str, digits: u16, root: &str) {
        let value: Exact = value.parse().unwrap();
        assert_eq!(value.square_root(digits).unwrap().to_string(), root);
    }

    #[test]
    fn roots_are_rounded_half_up() {
        check("0", 12, "0");
        check("9", 12, "3");
        check("2", 12, "1.414213562373");
        check("3", 0, "2"); // 1.73
        check("2.25", 0, "2"); // 1.5 exactly
        check("2.2499", 0, "1");
        check("1e40", 0, "100000000000000000000");
        check("0.000001", 3, "0.001");
    }
}
