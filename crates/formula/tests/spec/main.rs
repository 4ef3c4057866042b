//! The rule language as a specification: what a text means, and what is said about a wrong one.

#[cfg(test)]
mod evaluating;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod logarithm;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod rendering;
#[cfg(test)]
mod trees;
