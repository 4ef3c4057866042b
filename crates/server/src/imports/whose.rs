//! Whose row it is: an enterprise of the register, by its credit code, else by its name or a former one. Where the two
//! disagree, or a name is that of several, a person has to decide: nothing is guessed.

use super::problems::Trouble;
use ingest::{ColumnPlace, Rows};
use std::{borrow::Cow, collections::HashMap};
use store::enterprises::Enterprise;

/// The register, found by code and by every name.
pub(super) struct Register {
    enterprises: Vec<Enterprise>,
    by_code: HashMap<String, usize>,
    /// Folded names, now and formerly, and whose they are.
    by_name: HashMap<String, Vec<usize>>,
}

/// A row's enterprise, and what is doubtful about it.
pub(super) struct Found<'k> {
    pub(super) enterprise: &'k Enterprise,
    pub(super) doubts: Vec<Trouble>,
}

/// One row as it is read.
pub(super) struct Line<'a> {
    pub(super) rows: &'a Rows,
    pub(super) index: usize,
}

impl<'a> Line<'a> {
    pub(super) fn text(&self, item: &str) -> Option<Cow<'a, str>> {
        self.rows.column(item).and_then(|column| self.rows.text(column, self.index))
    }

    pub(super) fn owned(&self, item: &str) -> Option<String> {
        self.text(item).map(Cow::into_owned)
    }

    pub(super) fn place(&self, item: &str) -> Option<&'a ColumnPlace> {
        self.rows.column(item).and_then(|column| self.rows.columns.get(column)).map(|column| &column.place)
    }

    pub(super) fn day(&self, item: &str) -> Option<jiff::civil::Date> {
        self.text(item).and_then(|text| text.parse().ok())
    }

    pub(super) fn row(&self) -> u32 {
        self.rows.row(self.index)
    }

    /// A problem at the cell of `item`.
    pub(super) fn at(&self, item: &str, trouble: Trouble) -> Trouble {
        trouble.at(self.place(item), self.text(item).as_deref())
    }
}

/// A name in the form in which names are compared: half-width, without spaces, brackets of one kind.
pub(super) fn folded(name: &str) -> String {
    let plain = name.chars().map(|letter| match letter {
        '（' | '〔' | '【' => '(',
        '）' | '〕' | '】' => ')',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    });
    plain.filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

impl Register {
    /// Of the enterprises of a zone with their former names.
    pub(super) fn of(enterprises: Vec<Enterprise>, former: Vec<(String, String)>) -> Self {
        let ids: HashMap<&str, usize> =
            enterprises.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
        let now = enterprises.iter().enumerate().map(|(at, one)| (at, one.name.clone()));
        let former = former.into_iter().filter_map(|(id, name)| Some((*ids.get(id.as_str())?, name)));
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, name) in now.chain(former) {
            let whose = by_name.entry(folded(&name)).or_default();
            if !whose.contains(&at) {
                whose.push(at);
            }
        }
        let by_code = enterprises.iter().enumerate().map(|(at, one)| (one.credit_code.clone(), at)).collect();
        Self { enterprises, by_code, by_name }
    }

    fn named(&self, name: &str) -> Vec<&Enterprise> {
        let places = self.by_name.get(&folded(name)).into_iter().flatten();
        let all: Vec<&Enterprise> = places.map(|at| &self.enterprises[*at]).collect();
        // One that is still here comes before those that have left under the same name.
        let open: Vec<&Enterprise> = all.iter().copied().filter(|one| one.is_open()).collect();
        if open.len() == 1 { open } else { all }
    }

    /// Whose row it is, or why nobody can tell.
    pub(super) fn find(&self, line: &Line<'_>) -> Result<Found<'_>, Box<Trouble>> {
        let (code, name) = (line.text("credit_code"), line.text("name"));
        let named = name.as_deref().map(|name| self.named(name)).unwrap_or_default();
        let coded = code.as_deref().and_then(|code| self.by_code.get(code)).map(|at| &self.enterprises[*at]);
        match (code.as_deref(), coded, name.as_deref()) {
            (Some(_), Some(enterprise), Some(name)) => agreed(line, enterprise, name, &named),
            (Some(_), Some(enterprise), None) => Ok(Found::sure(enterprise)),
            (Some(code), None, _) => Err(Box::new(unknown_code(line, code, &named))),
            (None, _, Some(name)) => by_name(line, name, &named),
            (None, _, None) => Err(Box::new(
                Trouble::new(
                    "nobody-named",
                    "这一行既没有信用代码也没有名称。",
                    "The row has neither a code nor a name.",
                )
                .hint(
                    "补上其中一项；合计行、说明行请删去",
                    "add one of them; remove total lines and remarks",
                ),
            )),
        }
    }
}

impl<'k> Found<'k> {
    fn sure(enterprise: &'k Enterprise) -> Self {
        Self { enterprise, doubts: Vec::new() }
    }

    fn but(enterprise: &'k Enterprise, doubt: Trouble) -> Self {
        Self { enterprise, doubts: vec![doubt.only_warning()] }
    }
}

/// The code is known and there is a name beside it.
fn agreed<'k>(
    line: &Line<'_>,
    enterprise: &'k Enterprise,
    name: &str,
    named: &[&Enterprise],
) -> Result<Found<'k>, Box<Trouble>> {
    if folded(name) == folded(&enterprise.name) {
        return Ok(Found::sure(enterprise));
    }
    if named.iter().any(|one| one.id == enterprise.id) {
        let doubt = Trouble::new(
            "former-name",
            format!("这是曾用名，企业库中现名“{}”。", enterprise.name),
            format!("A former name; the register says \"{}\" now.", enterprise.name),
        );
        return Ok(Found::but(enterprise, line.at("name", doubt)));
    }
    let (zh, en) = match named {
        [] => (
            format!("信用代码与名称不一致：企业库中该代码的企业是“{}”。", enterprise.name),
            format!("Code and name disagree: the register has \"{}\" under this code.", enterprise.name),
        ),
        others => (
            format!("信用代码与名称不一致：代码是“{}”的，名称是{}的。", enterprise.name, told(others).0),
            format!(
                "Code and name disagree: the code is that of \"{}\", the name that of {}.",
                enterprise.name,
                told(others).1
            ),
        ),
    };
    let conflict = Trouble::new("code-name-disagree", zh, en).hint(
        "核对后改正名单；如企业已更名，先在企业库中更名",
        "correct the list; when the enterprise was renamed, rename it in the register first",
    );
    Err(Box::new(line.at("name", conflict)))
}

/// The code is not in the register.
fn unknown_code(line: &Line<'_>, code: &str, named: &[&Enterprise]) -> Trouble {
    if named.is_empty() {
        let gone = Trouble::new(
            "unknown-enterprise",
            "企业库中没有这家企业。",
            "The register has no such enterprise.",
        )
        .hint(
            "不属于本区的可以略过；属于本区的先登记",
            "leave it out when it is not of this zone, else register it first",
        );
        return line.at("credit_code", gone);
    }
    let (zh, en) = told(named);
    let conflict = Trouble::new(
        "code-name-disagree",
        format!("信用代码与名称不一致：企业库中没有代码 {code}，而名称是{zh}的。"),
        format!("Code and name disagree: no enterprise has the code {code}, the name is that of {en}."),
    )
    .hint("核对信用代码后改正名单", "check the code and correct the list");
    line.at("credit_code", conflict)
}

/// There is a name only.
fn by_name<'k>(line: &Line<'_>, name: &str, named: &[&'k Enterprise]) -> Result<Found<'k>, Box<Trouble>> {
    match named {
        [] => {
            let gone = Trouble::new(
                "unknown-enterprise",
                "企业库中没有这个名称的企业。",
                "The register has no enterprise of this name.",
            )
            .hint(
                "核对名称是否写全；不属于本区的可以略过",
                "check that the name is written in full; leave out who is not of this zone",
            );
            Err(Box::new(line.at("name", gone)))
        }
        [one] => {
            let former = if folded(name) == folded(&one.name) { "" } else { "（曾用名）" };
            let doubt = Trouble::new(
                "matched-by-name",
                format!("没有信用代码，按名称{former}认作“{}”（{}）。", one.name, one.credit_code),
                format!("No code; taken for \"{}\" ({}) by its name.", one.name, one.credit_code),
            );
            Ok(Found::but(one, line.at("name", doubt)))
        }
        several => {
            let (zh, en) = told(several);
            let conflict = Trouble::new(
                "name-of-several",
                format!("有{}家企业用过这个名称：{zh}。", several.len()),
                format!("{} enterprises have or had this name: {en}.", several.len()),
            )
            .hint(
                "在“统一社会信用代码”列写明是哪一家",
                "say which by its code in the column 统一社会信用代码",
            );
            Err(Box::new(line.at("name", conflict)))
        }
    }
}

fn told(enterprises: &[&Enterprise]) -> (String, String) {
    let each: Vec<String> =
        enterprises.iter().take(5).map(|one| format!("“{}”（{}）", one.name, one.credit_code)).collect();
    let english: Vec<String> =
        enterprises.iter().take(5).map(|one| format!("\"{}\" ({})", one.name, one.credit_code)).collect();
    (each.join("、"), english.join(", "))
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn names_are_compared_without_spaces_and_kinds_of_brackets() {
        assert_eq!(folded(" 星火（广州）智能　有限公司"), folded("星火(广州)智能有限公司"));
        assert_eq!(folded("ＡＢＣ科技"), folded("abc科技"));
        assert_ne!(folded("星火智能"), folded("星火智造"));
    }
}
