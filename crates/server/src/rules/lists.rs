//! What an authority's list may have: columns of those who hold a title, and of who made an annual report.

use domain::{
    Name,
    indicators::{Dictionary, Item, ItemKind},
};

const TEXT: ItemKind = ItemKind::Text { categories: Vec::new() };

/// A column of a list: code, names, other headings, meaning.
type Column = (&'static str, &'static str, &'static str, &'static [&'static str], &'static str);

const CERTIFICATE: Column = (
    "certificate",
    "证书编号",
    "Certificate",
    &["证书号", "证书编码", "资质编号", "入库登记编号", "登记编号", "备案编号"],
    "证书或入库登记编号，如 GR202344001234。",
);
const RECOGNISED: Column = (
    "recognised_on",
    "认定日期",
    "Recognised on",
    &["发证日期", "发证时间", "认定时间", "有效期起", "有效期自", "入库日期", "入库时间", "公告日期"],
    "自哪一天起有效。各行相同时，可在上传时统一填写。",
);
const UNTIL: Column = (
    "valid_until",
    "有效期至",
    "Valid until",
    &["有效期止", "有效期截止", "有效期截止日期", "到期日期", "到期时间", "截止日期"],
    "到哪一天为止有效（含当天）。各行相同时，可在上传时统一填写。",
);
const DOCUMENT: Column = (
    "document",
    "批次或文号",
    "Batch or document",
    &["批次", "文号", "认定批次", "入库批次", "公告批次", "公告文号", "批次文号", "批次/文号"],
    "认定批次或公告文号。各行相同时，可在上传时统一填写。",
);
const REVOKED: Column = (
    "revoked_on",
    "撤销日期",
    "Revoked on",
    &["取消日期", "取消资格日期", "撤销时间", "取消时间", "终止日期"],
    "资格被取消或撤销的日期；没有取消的不填。",
);
const REVOKED_WHY: Column = (
    "revoked_why",
    "撤销原因",
    "Why revoked",
    &["取消原因", "取消资格原因", "终止原因"],
    "资格被取消或撤销的原因。",
);
const REPORTED: Column = (
    "reported",
    "是否填报",
    "Reported",
    &["是否已填报", "是否报送", "是否填报年报", "是否报送年报", "年报填报情况", "年报是否填报"],
    "该年度是否按时填报了年报：是或否。",
);
const REPORTED_ON: Column =
    ("reported_on", "填报日期", "Reported on", &["报送日期", "填报时间", "报送时间"], "填报年报的日期。");

/// Columns of a list of those who hold a title.
pub(super) fn titles(dictionary: &Dictionary) -> Dictionary {
    let text = |column| item(column, TEXT);
    let day = |column| item(column, ItemKind::Date);
    let own =
        [text(CERTIFICATE), day(RECOGNISED), day(UNTIL), text(DOCUMENT), day(REVOKED), text(REVOKED_WHY)];
    Dictionary::new(who(dictionary).chain(own).collect())
}

/// Columns of a list of who made the annual report of a year.
pub(super) fn annual_reports(dictionary: &Dictionary) -> Dictionary {
    let own = [item(REPORTED, ItemKind::Truth), item(REPORTED_ON, ItemKind::Date)];
    Dictionary::new(who(dictionary).chain(own).collect())
}

fn who(dictionary: &Dictionary) -> impl Iterator<Item = Item> {
    ["credit_code", "name"].into_iter().filter_map(|code| dictionary.find(code)).cloned()
}

fn item((code, zh, en, aliases, meaning): Column, kind: ItemKind) -> Item {
    Item {
        code: code.to_owned(),
        name: Name { zh: zh.to_owned(), en: Some(en.to_owned()) },
        aliases: aliases.iter().map(|text| (*text).to_owned()).collect(),
        kind,
        meaning: meaning.to_owned(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: false,
    }
}
