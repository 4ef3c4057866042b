//! `taxonomy/1`: codes that stand below each other (国民经济行业分类).

use std::{collections::BTreeSet, path::Path};

use domain::{
    Status,
    enterprise::{Taxonomy, TaxonomyEntry},
    indicators::Dictionary,
};
use formula::Sentence;
use jiff::civil::Date;

use crate::{
    document, formats,
    loaded::Loaded,
    reader::{
        Files, Node, Problem, Problems, Reading,
        record::{BASIS, Field, IN_FORCE, Kind, NAME, Record, STATUS, Word},
        shape, values,
    },
    show::Page,
};

const FORMAT: Kind = Kind::Word(&[Word::new("taxonomy/1", "分类", "a taxonomy")]);

static ENTRY: Record = Record {
    name: "taxonomy_entry",
    zh: "一个代码",
    en: "One code",
    fields: &[
        Field::required("code", Kind::Code, "代码", "The code as it is written"),
        Field::required("name", NAME, "名称", "Name"),
        Field::optional("under", Kind::Code, "上级代码", "The code above"),
        Field::optional(
            "size_industry",
            Kind::Code,
            "企业划型适用的行业",
            "The category of the item 划型行业 that applies",
        ),
    ],
    choices: &[],
};

/// The table of `taxonomy/1`.
pub static TAXONOMY: Record = Record {
    name: "taxonomy",
    zh: "分类",
    en: "Codes that stand below each other",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("version", Kind::Text, "版本", "Version"),
        Field::required("status", STATUS, "是否为公布的分类", "Whether it is published as it stands"),
        Field::required("in_force", Kind::Record(&IN_FORCE), "有效期", "From when until when it is in force"),
        Field::optional("basis", BASIS, "依据", "Documents it rests on"),
        Field::required(
            "entries",
            Kind::List(&Kind::Record(&ENTRY)),
            "各代码，上级在前",
            "Every code, those above first",
        ),
    ],
    choices: &[],
};

/// Reads a taxonomy.
///
/// # Errors
/// Every problem of the file, at least one of them an error.
pub fn load_taxonomy_from(files: &dyn Files, path: &Path) -> Result<Taxonomy, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let value = open(&mut reading, path);
    Loaded::finish(reading, value, Some(Dictionary::default())).map(|loaded| loaded.value)
}

fn open(reading: &mut Reading<'_>, path: &Path) -> Option<Taxonomy> {
    let root = reading.open(path, None)?;
    if !formats::expect(&root, &TAXONOMY, &mut reading.problems) {
        return None;
    }
    shape::check(&root, &TAXONOMY, &mut reading.problems);
    read(&root, &mut reading.problems)
}

/// Everything wrong with a taxonomy.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    open(reading, path);
}

fn read(root: &Node, problems: &mut Problems) -> Option<Taxonomy> {
    let count = problems.len();
    document::refuse_unfounded(root, problems);
    document::refuse_repeated(root.list("entries").iter(), problems);
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    for node in root.list("entries") {
        let Some(entry) = entry(node) else { continue };
        if let Some(above) = entry.under.as_ref().filter(|above| !seen.contains(*above)) {
            let message = Sentence::new(
                format!("上级“{above}”不在前面"),
                format!("the code above, `{above}`, does not stand before this one"),
            );
            problems.error("unknown-code", node.get("under").unwrap_or(node), message);
        }
        seen.insert(entry.code.clone());
        entries.push(entry);
    }
    if problems.errors_since(count) {
        return None;
    }
    Some(Taxonomy {
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        status: root.get("status").and_then(values::status).unwrap_or(Status::Illustrative),
        basis: values::basis_list(root, "basis"),
        entries,
    })
}

fn entry(node: &Node) -> Option<TaxonomyEntry> {
    Some(TaxonomyEntry {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        under: values::text_of(node, "under"),
        size_industry: values::text_of(node, "size_industry"),
    })
}

/// A taxonomy as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, _date: Option<Date>) -> Option<String> {
    let value = open(reading, path)?;
    let mut page = Page::new(&value.name, Some(value.status));
    page.line("");
    page.fact("代码", Some(value.code.clone()));
    page.basis(&value.basis);
    page.heading("各代码", "Codes");
    let head = ["代码", "名称", "上级", "划型行业"].map(str::to_owned);
    let rows: Vec<Vec<String>> = value.entries.iter().map(line).collect();
    page.table(&head, &rows);
    Some(page.finish())
}

fn line(entry: &TaxonomyEntry) -> Vec<String> {
    let plain = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![entry.code.clone(), entry.name.zh.clone(), plain(&entry.under), plain(&entry.size_industry)]
}

#[cfg(test)]
mod tests {
    use super::load_taxonomy_from;
    use crate::{Memory, Problem};
    use domain::enterprise::Taxonomy;
    use std::path::Path;

    fn load(entries: &str) -> Result<Taxonomy, Vec<Problem>> {
        let head = "format: taxonomy/1\ncode: x\nname: 名\nversion: \"1\"\nstatus: official\nin_force: {from: 2017-10-01}\nbasis: [{title: 文件, number: 国统字〔2017〕213号}]\nentries:\n";
        let text = format!("{head}{entries}");
        load_taxonomy_from(&Memory::new([(Path::new("x.yaml"), text.as_str())]), Path::new("x.yaml"))
    }

    #[test]
    fn a_code_is_found_by_its_longest_beginning() {
        let value = load("  - {code: K, name: 房地产业}\n  - {code: \"70\", name: 房地产业, under: K, size_industry: other}\n  - {code: \"701\", name: 开发, under: \"70\"}\n").unwrap();
        let found = |written: &str| value.find(written).map(|entry| entry.code.as_str());
        for (written, code) in
            [("7010", Some("701")), ("K7090", Some("70")), ("70", Some("70")), ("K", Some("K")), ("71", None)]
        {
            assert_eq!(found(written), code, "{written}");
        }
        assert_eq!(value.top(value.find("7010").unwrap()).code, "K");
    }

    #[test]
    fn a_code_stands_once_and_below_one_that_is_there() {
        for (entries, code) in [
            ("  - {code: A, name: 甲}\n  - {code: A, name: 乙}\n", "duplicate-code"),
            ("  - {code: \"01\", name: 甲, under: A}\n", "unknown-code"),
        ] {
            let problems = load(entries).unwrap_err();
            assert!(problems.iter().any(|problem| problem.code == code), "{entries}");
        }
    }
}
