//! "Did you mean": the known names nearest to a wrong one.

use crate::Sentence;

/// The (at most three) names nearest to `written`, nearest first.
pub(crate) fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let length = written.chars().count();
    let mut found: Vec<(usize, &str)> =
        names.into_iter().filter_map(|name| Some((distance(written, length, name)?, name))).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|(_, name)| name).take(3).collect()
}

/// Letters to change, when that is few against the length; one part of the other counts as near.
fn distance(written: &str, length: usize, name: &str) -> Option<usize> {
    let other = name.chars().count();
    let allowed = (length.max(other) / 3).max(1);
    let shared = length.min(other);
    if shared >= 2 && (name.contains(written) || written.contains(name)) {
        return Some(length.abs_diff(other).min(allowed));
    }
    if length.abs_diff(other) > allowed || shared < 2 {
        return None;
    }
    let changes = strsim::osa_distance(written, name);
    (changes <= allowed).then_some(changes)
}

/// "您是不是要写……？", or `None` when nothing is near.
pub(crate) fn did_you_mean<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<Sentence> {
    let near = nearest(written, names);
    if near.is_empty() {
        return None;
    }
    let zh = near.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join("或");
    let en = near.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" or ");
    Some(Sentence::new(format!("是不是要写{zh}？"), format!("did you mean {en}?")))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[track_caller]
    fn check(written: &str, near: &[&str]) {
        let names = ["研发费用", "研发人员", "营业收入", "营业收入增长率", "rd_expense", "revenue", "高企"];
        assert_eq!(nearest(written, names), near);
    }

    #[test]
    fn near_names_are_found_in_both_scripts() {
        check("研发费", &["研发费用"]);
        check("研费发用", &["研发费用"]);
        check("营业收人", &["营业收入"]);
        check("rd_expence", &["rd_expense"]);
        check("revnue", &["revenue"]);
        check("收入", &["营业收入", "营业收入增长率"]);
        check("毛利", &[]);
        check("x", &[]);
    }
}
