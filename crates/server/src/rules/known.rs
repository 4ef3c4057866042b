//! What collecting data needs of the rule files, read once: the data dictionary, the classification by size, and the
//! list of industries.

use super::lists;
use domain::{
    enterprise::Classification,
    indicators::{Dictionary, Item, ItemKind},
};
use jiff::civil::date;
use rulebook::{Files, Taxonomy};
use std::{path::Path, sync::Arc};

const SIZES: &str = "classifications/size-2017.yaml";
const INDUSTRIES: &str = "taxonomies/industry-2017.yaml";

/// Items of the dictionary that the register keeps.
const REGISTER: [&str; 10] = [
    "credit_code",
    "name",
    "founded_on",
    "zone_entered_on",
    "status",
    "park",
    "district",
    "industry_code",
    "tech_field",
    "labels",
];

/// What was read once.
#[derive(Debug)]
pub(crate) struct Rules {
    /// The data dictionary.
    pub(crate) dictionary: Arc<Dictionary>,
    /// The items that a workbook of the register may have.
    pub(crate) register: Dictionary,
    /// The columns that an authority's list of a title may have.
    pub(crate) titles: Dictionary,
    /// The columns that a list of annual reports may have.
    pub(crate) annual_reports: Dictionary,
    /// 企业划型.
    pub(crate) sizes: Classification,
    /// GB/T 4754-2017.
    pub(crate) industries: Taxonomy,
}

impl Rules {
    /// Reads them from `files`, whose paths are relative to `rules/`.
    ///
    /// # Errors
    /// What is wrong with them, told for the person at the machine.
    pub(super) fn read(files: &impl Files) -> Result<Self, String> {
        let told =
            |problems: Vec<rulebook::Problem>| rulebook::render_all(&problems, rulebook::Language::English);
        let dictionary = rulebook::load_items_from(files, Path::new(super::DICTIONARY)).map_err(told)?.value;
        let day = date(2018, 1, 1);
        let sizes = rulebook::load_classification_from(files, Path::new(SIZES), day).map_err(told)?.value;
        let industries = rulebook::load_taxonomy_from(files, Path::new(INDUSTRIES)).map_err(told)?;
        Ok(Self {
            register: register(&dictionary),
            titles: lists::titles(&dictionary),
            annual_reports: lists::annual_reports(&dictionary),
            dictionary: Arc::new(dictionary),
            sizes,
            industries,
        })
    }
}

/// The dictionary's own items of the register, and what is asked about people.
fn register(dictionary: &Dictionary) -> Dictionary {
    let own = dictionary.items().iter().filter(|item| REGISTER.contains(&item.code.as_str())).cloned();
    let people = [
        ("contact_name", "联系人", "Contact", "企业联系人的姓名；属于个人信息，按权限显示。"),
        ("contact_duty", "联系人职务", "Contact's duty", "联系人的职务或岗位。"),
        ("contact_telephone", "联系电话", "Telephone", "联系人的电话；属于个人信息，按权限显示。"),
        ("contact_email", "电子邮箱", "Email", "联系人的电子邮箱；属于个人信息，按权限显示。"),
    ];
    let people = people.map(|(code, zh, en, meaning)| Item {
        code: code.to_owned(),
        name: domain::Name { zh: zh.to_owned(), en: Some(en.to_owned()) },
        aliases: Vec::new(),
        kind: ItemKind::Text { categories: Vec::new() },
        meaning: meaning.to_owned(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: false,
    });
    Dictionary::new(own.chain(people).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::RuleHome;

    #[test]
    fn the_rules_of_this_program_are_in_order() {
        let rules = Rules::read(&RuleHome::open("nowhere".into()).unwrap()).unwrap();
        for code in REGISTER {
            assert!(rules.register.find(code).is_some(), "{code}");
        }
        assert_eq!(rules.industries.find("6513").map(|found| found.code.as_str()), Some("65"));
        assert!(rules.industries.find("9913").is_none());
    }
}
