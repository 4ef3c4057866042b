//! Texts of rule files: what stands at the top is changed, everything else stays as it was written, comments and all.

/// The text with the top-level `key` set to `value`: in its place where it stands, else behind the version.
pub(super) fn with_key(text: &str, key: &str, value: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let new = format!("{key}: {value}");
    let mut out: Vec<&str> = Vec::with_capacity(lines.len() + 1);
    match block(&lines, key) {
        Some((from, to)) => {
            out.extend(&lines[..from]);
            out.push(&new);
            out.extend(&lines[to..]);
        }
        None => {
            let behind = block(&lines, "version").map_or(lines.len(), |(_, to)| to);
            out.extend(&lines[..behind]);
            out.push(&new);
            out.extend(&lines[behind..]);
        }
    }
    out.join("\n") + "\n"
}

/// The text without the top-level `key`.
pub(super) fn without_key(text: &str, key: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    match block(&lines, key) {
        Some((from, to)) => [&lines[..from], &lines[to..]].concat().join("\n") + "\n",
        None => text.to_owned(),
    }
}

/// `text` as YAML writes it whatever is in it.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The lines of a top-level key: its own, and those below it that belong to its value.
fn block(lines: &[&str], key: &str) -> Option<(usize, usize)> {
    let is_key = |line: &&str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
    let from = lines.iter().position(is_key)?;
    let inside = lines[from + 1..].iter().take_while(|line| line.starts_with([' ', '\t'])).count();
    Some((from, from + 1 + inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# 说明\nformat: policy/1\ncode: a\nversion: \"1\" # 首版\nin_force:\n  from: 2026-01-01\n\nitems: x.yaml\n";

    #[test]
    fn a_key_is_changed_in_its_place_and_nothing_else() {
        let check = |key: &str, value: &str, expected: &str| assert_eq!(with_key(TEXT, key, value), expected);
        check("code", "b", &TEXT.replace("code: a", "code: b"));
        check(
            "in_force",
            "{from: 2027-01-01}",
            &TEXT.replace("in_force:\n  from: 2026-01-01", "in_force: {from: 2027-01-01}"),
        );
        check("replaces", "\"1\"", &TEXT.replace("# 首版\n", "# 首版\nreplaces: \"1\"\n"));
        // A key is a whole word at the beginning of a line.
        check("item", "y", &TEXT.replace("# 首版\n", "# 首版\nitem: y\n"));
    }

    #[test]
    fn a_key_is_taken_out_with_all_that_belongs_to_it() {
        assert_eq!(without_key(TEXT, "in_force"), TEXT.replace("in_force:\n  from: 2026-01-01\n", ""));
        assert_eq!(without_key(TEXT, "replaces"), TEXT);
    }

    #[test]
    fn a_name_is_quoted() {
        assert_eq!(quoted("银行: \"甲\""), r#""银行: \"甲\"""#);
    }
}
