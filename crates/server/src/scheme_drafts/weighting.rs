//! 赋权: what weights a set of indicators could have. Everything here advises people who write a scheme; nothing decides
//! about an enterprise, so doubles are good enough.

/// The random index of matrices of so many criteria: Saaty, “The Analytic Hierarchy Process”, 1980.
const RANDOM_INDEX: [f64; 16] =
    [0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/// Most criteria a pairwise comparison can have: nobody compares more consistently.
pub(super) const MOST_COMPARED: usize = 15;

/// What a pairwise comparison comes to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pairwise {
    /// Weights, their sum one.
    pub(super) weights: Vec<f64>,
    /// The principal eigenvalue.
    pub(super) eigenvalue: f64,
    /// 一致性比例: the judgements are consistent enough at 0.1 or less; nought for two criteria.
    pub(super) ratio: f64,
}

/// Weights of `matrix` (square, positive, reciprocal) as its principal eigenvector.
/// Saaty, “A scaling method for priorities in hierarchical structures”, Journal of Mathematical Psychology 15 (1977).
pub(super) fn pairwise(matrix: &[Vec<f64>]) -> Pairwise {
    let many = matrix.len();
    let mut weights = vec![1.0 / amount(many.max(1)); many];
    let mut eigenvalue = amount(many);
    // A positive matrix has one largest eigenvalue; multiplying again and again leads to its vector.
    for _ in 0..10_000 {
        let next: Vec<f64> = matrix
            .iter()
            .map(|row| row.iter().zip(&weights).map(|(cell, weight)| cell * weight).sum())
            .collect();
        let sum: f64 = next.iter().sum();
        let next: Vec<f64> = next.into_iter().map(|weight| weight / sum).collect();
        let moved: f64 = next.iter().zip(&weights).map(|(new, old)| (new - old).abs()).sum();
        (weights, eigenvalue) = (next, sum);
        if moved < 1e-14 {
            break;
        }
    }
    let index = if many > 1 { (eigenvalue - amount(many)) / (amount(many) - 1.0) } else { 0.0 };
    let random = RANDOM_INDEX.get(many).copied().unwrap_or(RANDOM_INDEX[15]);
    let ratio = if random > 0.0 { (index / random).max(0.0) } else { 0.0 };
    Pairwise { weights, eigenvalue, ratio }
}

/// 熵权法: an indicator on which enterprises differ more weighs more. `columns` hold one indicator each, none below nought.
/// Shannon's entropy as in Hwang and Yoon, “Multiple Attribute Decision Making”, 1981, 2.3.3.
pub(super) fn entropy(columns: &[Vec<f64>]) -> Vec<f64> {
    let diversity = |column: &Vec<f64>| {
        let (rows, sum) = (amount(column.len()), column.iter().sum::<f64>());
        if rows < 2.0 || sum <= 0.0 {
            return 0.0;
        }
        let parts = column.iter().map(|value| value / sum).filter(|part| *part > 0.0);
        let entropy = -parts.map(|part| part * part.ln()).sum::<f64>() / rows.ln();
        (1.0 - entropy).max(0.0)
    };
    shares(&columns.iter().map(diversity).collect::<Vec<_>>())
}

/// CRITIC: an indicator weighs more the more it varies and the less others say the same.
/// Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995).
pub(super) fn critic(columns: &[Vec<f64>]) -> Vec<f64> {
    let scaled: Vec<Vec<f64>> = columns.iter().map(|column| between_nought_and_one(column)).collect();
    let information = |column: &Vec<f64>| {
        let apart: f64 = scaled.iter().map(|other| 1.0 - correlation(column, other)).sum();
        deviation(column) * apart
    };
    shares(&scaled.iter().map(information).collect::<Vec<_>>())
}

fn between_nought_and_one(column: &[f64]) -> Vec<f64> {
    let least = column.iter().copied().fold(f64::INFINITY, f64::min);
    let most = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let width = most - least;
    column.iter().map(|value| if width > 0.0 { (value - least) / width } else { 0.0 }).collect()
}

/// The standard deviation (n − 1).
fn deviation(column: &[f64]) -> f64 {
    let rows = amount(column.len());
    if rows < 2.0 {
        return 0.0;
    }
    let mean = column.iter().sum::<f64>() / rows;
    (column.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (rows - 1.0)).sqrt()
}

/// Pearson's correlation; one that does not vary goes with none, but with itself.
fn correlation(left: &[f64], right: &[f64]) -> f64 {
    if left == right {
        return 1.0;
    }
    let rows = amount(left.len().max(1));
    let (ml, mr) = (left.iter().sum::<f64>() / rows, right.iter().sum::<f64>() / rows);
    let sum =
        |of: &dyn Fn(f64, f64) -> f64| left.iter().zip(right).map(|(l, r)| of(l - ml, r - mr)).sum::<f64>();
    let apart = (sum(&|l, _| l * l) * sum(&|_, r| r * r)).sqrt();
    if apart > 0.0 { (sum(&|l, r| l * r) / apart).clamp(-1.0, 1.0) } else { 0.0 }
}

/// The parts of a whole; equal ones where there is nothing to tell them apart.
fn shares(amounts: &[f64]) -> Vec<f64> {
    let sum: f64 = amounts.iter().sum();
    if sum > 0.0 {
        return amounts.iter().map(|one| one / sum).collect();
    }
    vec![1.0 / amount(amounts.len().max(1)); amounts.len()]
}

/// `weights` as whole steps that make up `steps` together, the largest remainders first; of equals the earlier one.
pub(super) fn in_steps(weights: &[f64], steps: u32) -> Vec<u32> {
    let exact: Vec<f64> = shares(weights).into_iter().map(|share| share * f64::from(steps)).collect();
    let mut whole: Vec<u32> = exact.iter().map(|one| floor(*one)).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let given: u32 = whole.iter().sum();
    for &at in order.iter().take(usize::try_from(steps.saturating_sub(given)).unwrap_or(0)) {
        whole[at] += 1;
    }
    whole
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part of a few thousand steps, never below nought"
)]
fn floor(number: f64) -> u32 {
    number.floor() as u32
}

#[expect(clippy::cast_precision_loss, reason = "counts of enterprises and indicators stay below 2⁵³")]
fn amount(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn near(found: &[f64], wanted: &[f64], by: f64) {
        assert_eq!(found.len(), wanted.len());
        let good = found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() <= by);
        assert!(good, "{found:?} instead of {wanted:?}");
    }

    /// Choosing a house: Saaty, “How to make a decision: The Analytic Hierarchy Process”, European Journal of Operational
    /// Research 48 (1990), table 1: λ = 9.669, consistency ratio 0.169.
    #[test]
    fn pairwise_comparison_is_saatys_of_houses() {
        let matrix: Vec<Vec<f64>> = [
            [1.0, 5.0, 3.0, 7.0, 6.0, 6.0, 1.0 / 3.0, 1.0 / 4.0],
            [1.0 / 5.0, 1.0, 1.0 / 3.0, 5.0, 3.0, 3.0, 1.0 / 5.0, 1.0 / 7.0],
            [1.0 / 3.0, 3.0, 1.0, 6.0, 3.0, 4.0, 6.0, 1.0 / 5.0],
            [1.0 / 7.0, 1.0 / 5.0, 1.0 / 6.0, 1.0, 1.0 / 3.0, 1.0 / 4.0, 1.0 / 7.0, 1.0 / 8.0],
            [1.0 / 6.0, 1.0 / 3.0, 1.0 / 3.0, 3.0, 1.0, 1.0 / 2.0, 1.0 / 5.0, 1.0 / 6.0],
            [1.0 / 6.0, 1.0 / 3.0, 1.0 / 4.0, 4.0, 2.0, 1.0, 1.0 / 5.0, 1.0 / 6.0],
            [3.0, 5.0, 1.0 / 6.0, 7.0, 5.0, 5.0, 1.0, 1.0 / 2.0],
            [4.0, 7.0, 5.0, 8.0, 6.0, 6.0, 2.0, 1.0],
        ]
        .iter()
        .map(|row| row.to_vec())
        .collect();
        let found = pairwise(&matrix);
        near(&found.weights, &[0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333], 6e-4);
        near(&[found.eigenvalue, found.ratio], &[9.669, 0.169], 1e-3);
    }

    #[test]
    fn judgements_that_agree_are_perfectly_consistent() {
        let weights = [0.5, 0.3, 0.2];
        let matrix: Vec<Vec<f64>> = weights.iter().map(|a| weights.iter().map(|b| a / b).collect()).collect();
        let found = pairwise(&matrix);
        near(&found.weights, &weights, 1e-12);
        near(&[found.eigenvalue, found.ratio], &[3.0, 0.0], 1e-12);
    }

    /// Choosing a fighter aircraft: Hwang and Yoon, “Multiple Attribute Decision Making”, 1981, 2.3.3.
    #[test]
    fn entropy_is_that_of_hwang_and_yoon() {
        let columns = [
            vec![2.0, 2.5, 1.8, 2.2],
            vec![1500.0, 2700.0, 2000.0, 1800.0],
            vec![20_000.0, 18_000.0, 21_000.0, 20_000.0],
            vec![5.5, 6.5, 4.5, 5.0],
            vec![5.0, 3.0, 7.0, 5.0],
            vec![9.0, 5.0, 7.0, 5.0],
        ];
        near(&entropy(&columns), &[0.0649, 0.2055, 0.0133, 0.0829, 0.3570, 0.2764], 2e-3);
    }

    #[test]
    fn an_indicator_that_never_varies_weighs_nothing_and_one_said_twice_weighs_less() {
        let (a, b) = (vec![0.0, 1.0, 0.0, 1.0], vec![0.0, 0.0, 1.0, 1.0]);
        let flat = vec![0.5; 4];
        near(&critic(&[a.clone(), b.clone(), flat.clone()])[2..], &[0.0], 1e-12);
        near(&entropy(&[a.clone(), flat.clone()]), &[1.0, 0.0], 1e-12);
        // a twice: each copy shares what it says with the other one. σ is the same for all three.
        near(&critic(&[a.clone(), a.clone(), b.clone()]), &[0.25, 0.25, 0.5], 1e-12);
        near(&critic(&[flat.clone(), flat]), &[0.5, 0.5], 1e-12);
    }

    #[test]
    fn steps_make_up_the_whole() {
        assert_eq!(in_steps(&[1.0, 1.0, 1.0], 200), [67, 67, 66]);
        assert_eq!(in_steps(&[0.5, 0.25, 0.25], 10), [5, 3, 2]);
        assert_eq!(in_steps(&[0.0, 0.0], 3), [2, 1]);
        for many in 1..40_usize {
            let weights: Vec<f64> = (0..many).map(|at| amount(at * at % 7 + 1)).collect();
            assert_eq!(in_steps(&weights, 200).iter().sum::<u32>(), 200);
        }
    }
}
