//! What a scheme must keep beyond the shape of its parts: sums, order, codes.

use domain::{Points, indicators::Class};
use formula::Sentence;

use super::read::Draft;
use crate::{document::refuse_repeated, reader::Problems};

/// Reports everything that does not fit together.
pub(super) fn check(draft: &Draft, problems: &mut Problems) {
    codes(draft, problems);
    full_points(draft, problems);
    bonus(draft, problems);
    grades(draft, problems);
    unused(draft, problems);
}

fn codes(draft: &Draft, problems: &mut Problems) {
    refuse_repeated(draft.stages.iter().map(|(node, _)| node), problems);
    refuse_repeated(draft.pillars.iter().map(|(node, _)| node), problems);
    refuse_repeated(draft.indicators.iter().map(|draft| &draft.node), problems);
    refuse_repeated(draft.vetoes.iter().map(|(node, _)| node), problems);
    refuse_repeated(draft.grades.iter().map(|(node, _)| node), problems);
}

/// Full points of the base indicators of a stage; `None` while one of them cannot be read.
fn sum(draft: &Draft, stage: usize, class: Class) -> Option<Points> {
    draft
        .indicators
        .iter()
        .filter(|indicator| draft.pillars[indicator.pillar].1.class == class)
        .map(|indicator| indicator.full.as_ref().and_then(|full| full.get(stage)).copied())
        .sum()
}

fn full_points(draft: &Draft, problems: &mut Problems) {
    let (Some(declared), Some(at)) = (draft.full_points, draft.root.get("full_points")) else { return };
    for (index, (code, name)) in draft.stage_names.iter().enumerate() {
        let Some(total) = sum(draft, index, Class::Base) else { continue };
        if total == declared {
            continue;
        }
        let (more_zh, more_en, by) = if total > declared {
            ("多", "more", total - declared)
        } else {
            ("少", "less", declared - total)
        };
        let message = Sentence::new(
            format!("{name}（{code}）各指标满分合计{total}分，比 full_points 的{declared}分{more_zh}{by}分"),
            format!(
                "full points of stage {code} sum to {total}, {by} {more_en} than the declared {declared}"
            ),
        );
        problems.error("full-points-sum", at, message);
    }
}

fn bonus(draft: &Draft, problems: &mut Problems) {
    let Some(at) = draft.root.get("bonus_cap") else { return };
    let Some(cap) = draft.bonus_cap else { return };
    let sums: Option<Vec<Points>> =
        (0..draft.stages.len()).map(|stage| sum(draft, stage, Class::Bonus)).collect();
    let Some(most) = sums.and_then(|sums| sums.into_iter().max()) else { return };
    if most == Points::ZERO {
        let message = Sentence::new("写了加分上限，却没有加分项", "a bonus cap, but no bonus indicators");
        problems.warning("bonus-cap", at, message);
    } else if most < cap {
        let message = Sentence::new(
            format!("全部加分项合计{most}分，永远到不了上限{cap}分"),
            format!("all bonus indicators sum to {most}, so the cap of {cap} is never reached"),
        );
        problems.warning("bonus-cap", at, message);
    }
}

fn grades(draft: &Draft, problems: &mut Problems) {
    for pair in draft.grades.windows(2) {
        let ((_, better), (node, worse)) = (&pair[0], &pair[1]);
        if worse.at_least >= better.at_least {
            let message = Sentence::new(
                format!(
                    "等级要从高到低：{}的下限{}分不低于前一级的{}分",
                    worse.name.zh, worse.at_least, better.at_least
                ),
                format!(
                    "grades descend: {} needs {}, not below the {} before it",
                    worse.code, worse.at_least, better.at_least
                ),
            );
            problems.error("grades-order", node.get("at_least").unwrap_or(node), message);
        }
    }
    let Some(full) = draft.full_points else { return };
    let most = full + draft.bonus_cap.unwrap_or(Points::ZERO);
    let uncapped =
        draft.bonus_cap.is_none() && draft.pillars.iter().any(|(_, pillar)| pillar.class == Class::Bonus);
    for (node, grade) in draft.grades.iter().filter(|(_, grade)| grade.at_least > most && !uncapped) {
        let message = Sentence::new(
            format!("{}要{}分，而最多只能得{most}分", grade.name.zh, grade.at_least),
            format!("{} needs {} points, but {most} is the most there is", grade.code, grade.at_least),
        );
        problems.error("grade-unreachable", node.get("at_least").unwrap_or(node), message);
    }
}

/// Parts that can never give a point.
fn unused(draft: &Draft, problems: &mut Problems) {
    for indicator in &draft.indicators {
        let none = indicator
            .full
            .as_ref()
            .is_some_and(|full| !full.is_empty() && full.iter().all(|points| *points == Points::ZERO));
        if none {
            let message =
                Sentence::new("这个指标在每个阶段都是0分", "this indicator has no points in any stage");
            let at = indicator.node.get("full").unwrap_or(&indicator.node);
            problems.warning("indicator-unused", at, message);
        }
    }
    for (index, (node, _)) in draft.pillars.iter().enumerate() {
        let used = draft.indicators.iter().any(|indicator| indicator.pillar == index)
            || draft.pillars.iter().any(|(_, pillar)| pillar.parent == Some(index));
        if !used {
            problems.warning(
                "pillar-empty",
                node,
                Sentence::new("这里一个指标也没有", "there are no indicators here"),
            );
        }
    }
}
