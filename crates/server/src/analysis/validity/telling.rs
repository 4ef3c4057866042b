//! How far a measure tells those that ended well from those that did not: WoE and IV by band, KS, AUC.
//!
//! Measures are whole numbers, greater is meant to be better. Who has none is a band of its own and takes no part in KS
//! and AUC. Everything here is a statistic in doubles; nothing is decided by it.

use crate::analysis::statistics::{doubles, middle_ranks, share, variance};

/// One that was measured, and how it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// What it was measured at; `None` when it was not.
    pub(super) measure: Option<i64>,
    /// Whether it ended well.
    pub(super) good: bool,
}

/// Of how many that are alike how many ended well and badly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ends {
    /// Ended well.
    pub(super) good: usize,
    /// Did not.
    pub(super) bad: usize,
}

impl Ends {
    /// Of all that are `seen`.
    pub(super) fn of<'a>(seen: impl IntoIterator<Item = &'a Seen>) -> Self {
        let mut ends = Self::default();
        for one in seen {
            if one.good { ends.good += 1 } else { ends.bad += 1 }
        }
        ends
    }

    /// Whether there are some of both: nothing can be told apart without.
    pub(super) fn both(self) -> bool {
        self.good > 0 && self.bad > 0
    }
}

/// Weight of evidence of one band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Evidence {
    /// WoE: ln(share of all good ÷ share of all bad); above nought where more end well.
    pub(super) weight: f64,
    /// What the band adds to the IV.
    pub(super) information: f64,
    /// Whether one of both was none, so that half of one was added to each.
    pub(super) adjusted: bool,
}

/// The evidence of a band, `all` being all bands together; `None` where all end alike.
///
/// Siddiqi, Credit Risk Scorecards (2006), chapter 6; half of one is added in a band where one of both is none, or the
/// logarithm would have no value.
pub(super) fn evidence(band: Ends, all: Ends) -> Option<Evidence> {
    let adjusted = band.good == 0 || band.bad == 0;
    let part = |count: usize, whole: usize| {
        let more = if adjusted { 1 } else { 0 };
        share(2 * count + more, 2 * whole)
    };
    let (good, bad) = (part(band.good, all.good)?, part(band.bad, all.bad)?);
    let weight = (good / bad).ln();
    Some(Evidence { weight, information: (good - bad) * weight, adjusted })
}

/// A band of measures with those in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Band {
    /// The least and the greatest measure in it; `None` for those that were not measured.
    pub(super) range: Option<(i64, i64)>,
    /// How those in it ended.
    pub(super) ends: Ends,
}

/// The upper ends of at most `most` bands with about as many measures each; equal measures are never parted. `sorted` is
/// ascending.
pub(super) fn cuts(sorted: &[i64], most: usize) -> Vec<i64> {
    let mut cuts = Vec::new();
    for band in 1..=most {
        let upto = (band * sorted.len()).div_ceil(most);
        if let Some(cut) = upto.checked_sub(1).and_then(|last| sorted.get(last))
            && cuts.last() != Some(cut)
        {
            cuts.push(*cut);
        }
    }
    cuts
}

/// In which band of `cuts` a measure is; what is above all of them is in the last.
pub(super) fn band_of(cuts: &[i64], measure: i64) -> usize {
    cuts.partition_point(|cut| *cut < measure).min(cuts.len().saturating_sub(1))
}

/// `seen` in at most `most` bands, the lowest first, those without a measure last.
pub(super) fn bands(seen: &[Seen], most: usize) -> Vec<Band> {
    let mut measured: Vec<(i64, Seen)> = seen.iter().filter_map(|one| Some((one.measure?, *one))).collect();
    measured.sort_unstable_by_key(|(measure, _)| *measure);
    let sorted: Vec<i64> = measured.iter().map(|(measure, _)| *measure).collect();
    let cuts = cuts(&sorted, most);
    let alike = measured.chunk_by(|left, right| band_of(&cuts, left.0) == band_of(&cuts, right.0));
    let mut bands: Vec<Band> = alike
        .filter_map(|band| {
            let range = Some((band.first()?.0, band.last()?.0));
            Some(Band { range, ends: Ends::of(band.iter().map(|(_, one)| one)) })
        })
        .collect();
    let unmeasured = Ends::of(seen.iter().filter(|one| one.measure.is_none()));
    if unmeasured != Ends::default() {
        bands.push(Band { range: None, ends: unmeasured });
    }
    bands
}

/// KS: the widest gap between the shares of bad and of good ones at or below a measure, and that measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Gap {
    /// 0 to 1.
    pub(super) width: f64,
    /// The first measure it is found at.
    pub(super) at: i64,
}

/// The shares of good and of bad ones at or below a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Gathered {
    /// The measure.
    pub(super) measure: i64,
    /// The share of the good, 0 to 1.
    pub(super) good: f64,
    /// The share of the bad.
    pub(super) bad: f64,
}

/// The shares gathered at each measure there is, ascending; nothing unless there are some of both.
pub(super) fn gathered(seen: &[Seen]) -> Vec<Gathered> {
    let mut measured: Vec<(i64, bool)> =
        seen.iter().filter_map(|one| Some((one.measure?, one.good))).collect();
    measured.sort_unstable();
    let all = Ends::of(seen.iter().filter(|one| one.measure.is_some()));
    let mut so_far = Ends::default();
    let alike = measured.chunk_by(|left, right| left.0 == right.0);
    alike
        .filter_map(|alike| {
            so_far.good += alike.iter().filter(|(_, good)| *good).count();
            so_far.bad += alike.iter().filter(|(_, good)| !*good).count();
            Some(Gathered {
                measure: alike.first()?.0,
                good: share(so_far.good, all.good)?,
                bad: share(so_far.bad, all.bad)?,
            })
        })
        .collect()
}

/// The widest gap of what was gathered; `None` of nothing.
pub(super) fn gap(gathered: &[Gathered]) -> Option<Gap> {
    let mut widest: Option<Gap> = None;
    for one in gathered {
        let width = (one.bad - one.good).abs();
        if widest.is_none_or(|known| width > known.width) {
            widest = Some(Gap { width, at: one.measure });
        }
    }
    widest
}

/// AUC with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// The chance that of a good and a bad one, each drawn blindly, the good one measures more; equal ones count half.
    pub(super) value: f64,
    /// Nine and a half of ten such intervals hold the true one; `None` where it cannot be told: fewer than two of either,
    /// or all put right.
    pub(super) interval: Option<(f64, f64)>,
}

/// The 0.975 quantile of the standard normal distribution.
const NORMAL: f64 = 1.959_964;

/// AUC with the interval of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988), reckoned from ranks as in Sun and Xu
/// (IEEE Signal Processing Letters 21, 2014). `None` unless there are measured ones of both.
pub(super) fn area(seen: &[Seen]) -> Option<Area> {
    let of = |wanted: bool| -> Vec<f64> {
        let measured = seen.iter().filter(|one| one.good == wanted).filter_map(|one| one.measure);
        doubles(measured)
    };
    let (good, bad) = (of(true), of(false));
    let all: Vec<f64> = good.iter().chain(&bad).copied().collect();
    let ranks = middle_ranks(&all);
    let (of_good, of_bad) = ranks.split_at(good.len());
    // Of each one the share of the others that are below it.
    let shares = |among_all: &[f64], own: &[f64], others: f64| -> Vec<f64> {
        among_all.iter().zip(middle_ranks(own)).map(|(all, own)| (all - own) / others).collect()
    };
    let (many_good, many_bad) = (share(good.len(), 1)?, share(bad.len(), 1)?);
    let below = shares(of_good, &good, many_bad);
    let under = shares(of_bad, &bad, many_good);
    if below.is_empty() || under.is_empty() {
        return None;
    }
    let value = below.iter().sum::<f64>() / many_good;
    let variance =
        variance(&below).zip(variance(&under)).map(|(good, bad)| good / many_good + bad / many_bad);
    let interval = variance.filter(|variance| *variance > 0.0).map(|variance| {
        let half = NORMAL * variance.sqrt();
        ((value - half).max(0.0), (value + half).min(1.0))
    });
    Some(Area { value, interval })
}

/// The 95 % interval of a share of `part` in `whole`; `None` of nothing. Wilson, Journal of the American Statistical
/// Association 22 (1927).
pub(super) fn interval_of_share(part: usize, whole: usize) -> Option<(f64, f64)> {
    let (found, many) = (share(part, whole)?, share(whole, 1)?);
    let square = NORMAL * NORMAL;
    let middle = found + square / (2.0 * many);
    let half = NORMAL * (found * (1.0 - found) / many + square / (4.0 * many * many)).sqrt();
    let whole = 1.0 + square / many;
    Some((((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0)))
}

/// PSI: how far measures have moved from `before` to `now`, in at most `most` bands of those before and one of those
/// without; `None` when one of both is empty. Where one of both has none in a band, half of one stands there. Siddiqi
/// (2006), chapter 10; Lewis, An Introduction to Credit Scoring (1992).
pub(super) fn stability(before: &[Option<i64>], now: &[Option<i64>], most: usize) -> Option<f64> {
    if before.is_empty() || now.is_empty() {
        return None;
    }
    let mut sorted: Vec<i64> = before.iter().copied().flatten().collect();
    sorted.sort_unstable();
    let cuts = cuts(&sorted, most);
    let spread = |measures: &[Option<i64>]| {
        let mut counts = vec![0_usize; cuts.len().max(1) + 1];
        for measure in measures {
            counts[measure.map_or(cuts.len().max(1), |measure| band_of(&cuts, measure))] += 1;
        }
        counts
    };
    let part = |count: usize, whole: usize| {
        if count == 0 { share(1, 2 * whole) } else { share(count, whole) }
    };
    let mut sum = 0.0;
    for (then, today) in spread(before).into_iter().zip(spread(now)) {
        if (then, today) != (0, 0) {
            let (then, today) = (part(then, before.len())?, part(today, now.len())?);
            sum += (today - then) * (today / then).ln();
        }
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 5e-5, "{found} instead of {wanted}");
    }

    fn seen(good: &[i64], bad: &[i64]) -> Vec<Seen> {
        let one = |good| move |measure: &i64| Seen { measure: Some(*measure), good };
        good.iter().map(one(true)).chain(bad.iter().map(one(false))).collect()
    }

    /// Reckoned by hand: 100 good and 25 bad in two bands, 60 with 5 and 40 with 20.
    #[test]
    fn evidence_is_the_logarithm_of_both_shares() {
        let all = Ends { good: 100, bad: 25 };
        let better = evidence(Ends { good: 60, bad: 5 }, all).unwrap();
        near(better.weight, 3.0_f64.ln());
        near(better.information, 0.4 * 3.0_f64.ln());
        let worse = evidence(Ends { good: 40, bad: 20 }, all).unwrap();
        near(worse.weight, 0.5_f64.ln());
        near(worse.information, -0.4 * 0.5_f64.ln());
        assert!(!better.adjusted && !worse.adjusted);
    }

    #[test]
    fn a_band_without_bad_ones_gets_half_of_one() {
        let found = evidence(Ends { good: 10, bad: 0 }, Ends { good: 20, bad: 10 }).unwrap();
        near(found.weight, (10.5_f64 / 20.0 / (0.5 / 10.0)).ln());
        assert!(found.adjusted);
        assert_eq!(
            evidence(Ends { good: 10, bad: 0 }, Ends { good: 20, bad: 0 }),
            None,
            "nothing to compare with"
        );
    }

    #[test]
    fn bands_hold_about_as_many_and_never_part_equal_measures() {
        let all = seen(&[1, 2, 3, 3, 3, 3], &[3, 4, 5, 6]);
        let ranges = |most| bands(&all, most).iter().map(|band| band.range.unwrap()).collect::<Vec<_>>();
        assert_eq!(ranges(5), [(1, 2), (3, 3), (4, 4), (5, 6)]);
        assert_eq!(ranges(1), [(1, 6)]);
        assert_eq!(bands(&[], 5), []);
        let missing = [Seen { measure: None, good: true }, Seen { measure: Some(7), good: false }];
        let found: Vec<_> = bands(&missing, 5).iter().map(|band| (band.range, band.ends.good)).collect();
        assert_eq!(found, [(Some((7, 7)), 0), (None, 1)], "those without stand apart");
    }

    #[test]
    fn the_widest_gap_is_that_of_kolmogorov_and_smirnov() {
        let all = seen(&[3, 4, 5, 6], &[1, 2, 3, 4]);
        let found = gap(&gathered(&all)).unwrap();
        near(found.width, 0.5);
        assert_eq!(found.at, 2);
        assert_eq!(gap(&gathered(&seen(&[1], &[]))), None);
    }

    /// Reckoned by hand: of 3 × 3 pairs 7 are put right and one is even; the good ones have ⅔, 1 and
    /// 5⁄6 of the bad ones below them, the bad ones 0, 0 and ½ of the good ones: variances 1⁄36 and 1⁄12.
    #[test]
    fn area_counts_pairs_and_its_interval_is_that_of_delong() {
        let found = area(&seen(&[2, 5, 3], &[1, 0, 3])).unwrap();
        near(found.value, 7.5 / 9.0);
        let half = NORMAL * (1.0 / 36.0 / 3.0 + 1.0 / 12.0 / 3.0_f64).sqrt();
        let (low, high) = found.interval.unwrap();
        near(low, 7.5 / 9.0 - half);
        near(high, 1.0);
        let all_right = area(&seen(&[5, 6], &[1, 2])).unwrap();
        assert_eq!((all_right.value, all_right.interval), (1.0, None), "no doubt can be told");
        assert_eq!(area(&seen(&[1, 2], &[])), None);
    }

    /// Brown, Cai and DasGupta, Statistical Science 16 (2001) give the formula; 5 of 10 is 0.2366 to 0.7634.
    #[test]
    fn a_share_has_the_interval_of_wilson() {
        let (low, high) = interval_of_share(5, 10).unwrap();
        near(low, 0.236_59);
        near(high, 0.763_41);
        let (low, high) = interval_of_share(0, 10).unwrap();
        near(low, 0.0);
        near(high, 0.277_53);
        assert_eq!(interval_of_share(0, 0), None);
    }

    #[test]
    fn nothing_has_moved_when_nothing_is_different() {
        let year: Vec<Option<i64>> = (0..100).map(Some).chain([None, None]).collect();
        near(stability(&year, &year, 10).unwrap(), 0.0);
        // Two bands of 50 each become 80 and 20.
        let halves: Vec<Option<i64>> = [vec![Some(1); 50], vec![Some(2); 50]].concat();
        let moved: Vec<Option<i64>> = [vec![Some(1); 80], vec![Some(2); 20]].concat();
        near(stability(&halves, &moved, 10).unwrap(), 0.3 * 1.6_f64.ln() - 0.3 * 0.4_f64.ln());
        assert!(
            stability(&halves, &[Some(9)], 10).is_some_and(f64::is_finite),
            "above all bands is the last one"
        );
        assert!(stability(&[None], &[Some(9)], 10).is_some_and(f64::is_finite));
        assert_eq!(stability(&[], &halves, 10), None);
    }

    fn measures() -> impl Strategy<Value = Vec<Seen>> {
        let one = (prop::option::weighted(0.9, -5_i64..30), any::<bool>());
        prop::collection::vec(one.prop_map(|(measure, good)| Seen { measure, good }), 0..80)
    }

    proptest! {
        /// Every pair looked at one by one, as the definition says it.
        #[test]
        fn area_is_that_of_all_pairs(all in measures()) {
            let of = |wanted| all.iter().filter(move |one| one.good == wanted).filter_map(|one| one.measure);
            let pairs = of(true).count() * of(false).count();
            let doubled: usize = of(true)
                .flat_map(|good| of(false).map(move |bad| match good.cmp(&bad) {
                    std::cmp::Ordering::Greater => 2,
                    std::cmp::Ordering::Equal => 1,
                    std::cmp::Ordering::Less => 0,
                }))
                .sum();
            let wanted = share(doubled, 2 * pairs);
            let found = area(&all).map(|area| area.value);
            prop_assert_eq!(found.is_some(), wanted.is_some());
            if let (Some(found), Some(wanted)) = (found, wanted) {
                prop_assert!((found - wanted).abs() < 1e-9);
            }
        }

        /// Who is measured the other way round is told apart as well, only the other way.
        #[test]
        fn turned_round_everything_mirrors(all in measures()) {
            let turned: Vec<Seen> =
                all.iter().map(|one| Seen { measure: one.measure.map(|measure| -measure), good: one.good }).collect();
            match (area(&all), area(&turned)) {
                (Some(one), Some(other)) => prop_assert!((one.value + other.value - 1.0).abs() < 1e-9),
                (one, other) => prop_assert_eq!(one, other),
            }
            let widths = (gap(&gathered(&all)), gap(&gathered(&turned)));
            if let (Some(one), Some(other)) = widths {
                prop_assert!((one.width - other.width).abs() < 1e-9);
            }
        }

        /// Bands part everybody, in order; each adds to the information or nothing.
        #[test]
        fn bands_lose_nobody(all in measures(), most in 1_usize..8) {
            let found = bands(&all, most);
            let together = found.iter().fold(Ends::default(), |sum, band| Ends {
                good: sum.good + band.ends.good,
                bad: sum.bad + band.ends.bad,
            });
            let whole = Ends::of(&all);
            prop_assert_eq!(together, whole);
            let ranges: Vec<_> = found.iter().filter_map(|band| band.range).collect();
            prop_assert!(ranges.len() <= most && ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
            for band in found {
                prop_assert!(evidence(band.ends, whole).is_none_or(|one| one.information.is_finite()));
                prop_assert!(evidence(band.ends, whole).is_none_or(|one| one.information >= 0.0));
            }
        }

        /// A gap is never wider than everything, and PSI never below nought where no band is empty.
        #[test]
        fn measures_stay_within_their_ends(all in measures(), before in measures()) {
            prop_assert!(gap(&gathered(&all)).is_none_or(|gap| (0.0..=1.0).contains(&gap.width)));
            let measures = |seen: &[Seen]| seen.iter().map(|one| one.measure).collect::<Vec<_>>();
            let moved = stability(&measures(&before), &measures(&all), 10);
            prop_assert_eq!(moved.is_some(), !all.is_empty() && !before.is_empty());
            prop_assert!(moved.is_none_or(|moved| moved.is_finite()));
        }
    }
}
