//! Where a rule comes from, and how sure that is.

use jiff::civil::Date;

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Name {
    /// 简体中文.
    pub zh: String,
    /// English; falls back to the Chinese name where nobody has written one.
    pub en: Option<String>,
}

impl Name {
    /// The name in one language.
    #[must_use]
    pub fn in_language(&self, language: formula::Language) -> &str {
        match (language, &self.en) {
            (formula::Language::English, Some(name)) => name,
            _ => &self.zh,
        }
    }
}

/// Whether an authority has published a rule as it stands here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Every number is in a published document named in the basis.
    Official,
    /// Some numbers are ours: "示例方案，非官方权重". Nothing made with it may look official.
    Illustrative,
}

/// A published document a rule rests on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Basis {
    /// Title, e.g. 《科技型中小企业评价办法》.
    pub title: String,
    /// 文号, e.g. 国科发政〔2017〕115号.
    pub number: Option<String>,
    /// Article or annex, e.g. 第七条.
    pub article: Option<String>,
    /// When somebody last compared the rule with the document.
    pub checked_on: Option<Date>,
}
