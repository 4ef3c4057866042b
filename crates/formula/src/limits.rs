//! Limits that keep every rule small and total. Each has a test.

/// Longest source, in bytes.
pub const MAX_SOURCE_BYTES: usize = 8 * 1024;
/// Deepest nesting: the height of the tree. Brackets may be nested twice as deep, since the deepest tree may need them.
pub const MAX_DEPTH: usize = 64;
/// Most nodes of one tree.
pub const MAX_NODES: usize = 2_000;
/// Earliest period a rule may look back to.
pub const MAX_BACK: u8 = 9;
