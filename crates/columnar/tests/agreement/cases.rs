//! How many cases the laws are tried on.

/// Enough to meet every kind of rule with every kind of value; `PROPTEST_CASES` asks for more.
pub fn count() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(150)
}
