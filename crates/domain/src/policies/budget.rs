//! 年度预算, and what happens when it runs out.

use formula::Formula;

use super::{Fen, share};

/// The money of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget {
    /// 年度预算.
    pub amount: Fen,
    /// 超出预算时.
    pub runs_out: RunsOut,
}

/// What happens when claims exceed the budget.
#[derive(Debug, Clone, PartialEq)]
pub enum RunsOut {
    /// 按积分从高到低; an enterprise without points comes last.
    ByPoints(LastInLine),
    /// 按时间先后, by a date of the data; an enterprise without the date comes last.
    ByTime(Box<Formula>, LastInLine),
    /// 按比例折算: everybody gets the same share.
    ProRata,
}

/// What those get at whom the budget runs out. They may be several: equal points are equal rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LastInLine {
    /// They share what is left, in proportion to their claims.
    Share,
    /// Nothing; what is left stays in the budget.
    Nothing,
}

impl Budget {
    /// The formula that puts enterprises in order, if there is one.
    pub(super) fn formula(&self) -> Option<&Formula> {
        match &self.runs_out {
            RunsOut::ByTime(formula, _) => Some(formula),
            RunsOut::ByPoints(_) | RunsOut::ProRata => None,
        }
    }

    /// What each claim gets out of `left`. `keys` order the claims, smallest first; ids settle who gets a single cent.
    pub(super) fn share_out<K: Ord + Copy>(&self, left: Fen, claims: &[(Fen, K)], keys: &[i64]) -> Vec<Fen> {
        let sum: i128 = claims.iter().map(|(claim, _)| i128::from(claim.0)).sum();
        if sum <= i128::from(left.0) {
            return claims.iter().map(|(claim, _)| *claim).collect();
        }
        match &self.runs_out {
            RunsOut::ProRata => share(left, claims),
            RunsOut::ByPoints(last) | RunsOut::ByTime(_, last) => in_line(left, claims, keys, *last),
        }
    }
}

/// One rank after the other, those of one rank together.
fn in_line<K: Ord + Copy>(mut left: Fen, claims: &[(Fen, K)], keys: &[i64], last: LastInLine) -> Vec<Fen> {
    let key = |index: usize| keys.get(index).copied().unwrap_or(i64::MAX);
    let mut line: Vec<usize> = (0..claims.len()).collect();
    line.sort_by_key(|&index| key(index));
    let mut got = vec![Fen::ZERO; claims.len()];
    for rank in line.chunk_by(|&one, &other| key(one) == key(other)) {
        let asked: Vec<(Fen, K)> = rank.iter().map(|&index| claims[index]).collect();
        let sum: i128 = asked.iter().map(|(claim, _)| i128::from(claim.0)).sum();
        let enough = sum <= i128::from(left.0);
        if !enough && last == LastInLine::Nothing {
            break;
        }
        for (&index, part) in rank.iter().zip(share(left, &asked)) {
            got[index] = part;
            left = left - part;
        }
        if !enough {
            break;
        }
    }
    got
}
