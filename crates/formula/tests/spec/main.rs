//! The rule language as a specification: what a text means, and what is said about a wrong one.

#[cfg(test)]
mod evaluating;
#[cfg(test)]
mod kit;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod problems;
