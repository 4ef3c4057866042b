//! What a scorecard must keep beyond the shape of its parts.

use domain::{Points, finance::CreditScorecard};
use formula::Sentence;

use crate::reader::{Node, Problems};

/// Reports everything that does not fit together.
pub(super) fn check(root: &Node, card: &CreditScorecard, problems: &mut Problems) {
    missing(root, card, problems);
    grades(root, card, problems);
}

/// Who keeps a value back must not gain by it.
fn missing(root: &Node, card: &CreditScorecard, problems: &mut Problems) {
    for (one, node) in card.characteristics.iter().zip(root.list("characteristics")) {
        let best = one.grading.awards().map(|award| award.high()).max().unwrap_or_default();
        if one.missing > best {
            let message = Sentence::new(
                format!("缺失档得{}分，比任何取值得分（最多{best}分）都高", one.missing),
                format!("a missing value gets {} points, more than any value gets ({best})", one.missing),
            );
            problems.error("award-above-full", node.get("missing").unwrap_or(node), message);
        }
    }
}

/// Grades descend to nothing, are within reach, and a worse one never suggests more.
fn grades(root: &Node, card: &CreditScorecard, problems: &mut Problems) {
    let nodes = root.list("grades");
    for (pair, node) in card.grades.windows(2).zip(nodes.iter().skip(1)) {
        let [better, worse] = pair else { continue };
        if worse.at_least >= better.at_least {
            let message = Sentence::new(
                format!("等级须从高到低：{}分不低于前一级的{}分", worse.at_least, better.at_least),
                format!("grades descend: {} is not below {} before it", worse.at_least, better.at_least),
            );
            problems.error("grades-order", node.get("at_least").unwrap_or(node), message);
        }
        if worse.share > better.share {
            let message = Sentence::new(
                "较低的等级建议的比例反而更高",
                "a worse grade suggests a larger share than a better one",
            );
            problems.error("against-direction", node.get("share").unwrap_or(node), message);
        }
    }
    if let (Some(last), Some(node)) = (card.grades.last(), nodes.last())
        && last.at_least > Points::ZERO
    {
        let message = Sentence::new(
            format!("低于{}分时没有等级；最低一级写 at_least: 0分", last.at_least),
            format!("there is no grade below {}; the last one begins at 0", last.at_least),
        );
        problems.error("bands-gap", node.get("at_least").unwrap_or(node), message);
    }
    let most = card.most();
    for (grade, node) in card.grades.iter().zip(nodes).filter(|(grade, _)| grade.at_least > most) {
        let message = Sentence::new(
            format!("最多只有{most}分，达不到{}分", grade.at_least),
            format!("there are at most {most} points: {} is out of reach", grade.at_least),
        );
        problems.error("grade-unreachable", node.get("at_least").unwrap_or(node), message);
    }
}
