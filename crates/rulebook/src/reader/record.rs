//! What a rule file may contain, as tables. One table reads a file, explains its mistakes and writes its JSON Schema.
//!
//! To add a record: write a `static RECORD: Record` with its fields, use it as the kind of a field of another record
//! (or as the root of a format), and read its values with the functions of [`super::values`].

/// A mapping with known keys.
#[derive(Debug)]
pub struct Record {
    /// Name in the JSON Schema, e.g. `indicator`.
    pub name: &'static str,
    /// What it is, in Chinese.
    pub zh: &'static str,
    /// What it is, in English.
    pub en: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
    /// Keys of which only one may stand.
    pub choices: &'static [Choice],
}

/// One key of a record.
#[derive(Debug)]
pub struct Field {
    /// The key: ASCII snake_case.
    pub key: &'static str,
    /// What its value looks like.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in Chinese.
    pub zh: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

/// Keys of which exactly one must stand (at most one when not `required`).
#[derive(Debug)]
pub struct Choice {
    /// The choice is only open (and only then asked for) when this key stands too; without it none of `keys` may stand.
    pub with: Option<&'static str>,
    /// The keys to choose from.
    pub keys: &'static [&'static str],
    /// Whether one of them must stand.
    pub required: bool,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any text.
    Text,
    /// A permanent code: ASCII letters, digits, `_ - . +`.
    Code,
    /// The path of another rule file, relative to this one.
    Path,
    /// A formula of the rule language.
    Formula,
    /// A number, or a number with a unit: `50`, `50万元`, `5%`.
    Quantity,
    /// Points (`8`) or a share of full points (`40%`).
    Award,
    /// A share: `50%`, or a number from 0 to 1.
    Share,
    /// A whole number.
    Whole {
        /// Smallest allowed.
        least: i64,
        /// Largest allowed.
        most: i64,
    },
    /// `true` / `false` / `是` / `否`.
    Truth,
    /// `2024-01-31`.
    Date,
    /// One of these words.
    Word(&'static [Word]),
    /// Any single value, `null` too.
    Datum,
    /// Whatever its reader makes of it.
    Anything,
    /// The first of these that fits the shape (single value, mapping, list).
    Either(&'static [Kind]),
    /// A list.
    List(&'static Kind),
    /// One, or a list of them.
    OneOrMany(&'static Kind),
    /// A mapping with free keys.
    Map(Keys, &'static Kind),
    /// A mapping with known keys.
    Record(&'static Record),
    /// The value, or its history by date.
    Dated(&'static Kind),
}

/// A word of a closed list.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// As written.
    pub word: &'static str,
    /// What it means, in Chinese.
    pub zh: &'static str,
    /// What it means, in English.
    pub en: &'static str,
}

/// The keys of a free mapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Codes.
    Codes,
    /// Names of items, formulas, any text.
    Texts,
    /// Dates.
    Dates,
}

impl Field {
    /// A key that must be there.
    #[must_use]
    pub const fn required(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Self {
        Self { key, kind, required: true, zh, en }
    }

    /// A key that may be left out.
    #[must_use]
    pub const fn optional(key: &'static str, kind: Kind, zh: &'static str, en: &'static str) -> Self {
        Self { key, kind, required: false, zh, en }
    }
}

impl Choice {
    /// Exactly one of `keys` must stand.
    #[must_use]
    pub const fn one_of(keys: &'static [&'static str]) -> Self {
        Self { with: None, keys, required: true }
    }

    /// At most one of `keys` may stand.
    #[must_use]
    pub const fn at_most_one_of(keys: &'static [&'static str]) -> Self {
        Self { with: None, keys, required: false }
    }

    /// Beside the key `with` exactly one of `keys` must stand; without it none.
    #[must_use]
    pub const fn beside(with: &'static str, keys: &'static [&'static str]) -> Self {
        Self { with: Some(with), keys, required: true }
    }
}

impl Word {
    /// A word and what it means.
    #[must_use]
    pub const fn new(word: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { word, zh, en }
    }
}

impl Record {
    /// The field of a key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// A name: a text, or one text per language.
pub const NAME: Kind = Kind::Either(&[Kind::Text, Kind::Record(&NAME_RECORD)]);

static NAME_RECORD: Record = Record {
    name: "name",
    zh: "名称",
    en: "A name in both languages",
    fields: &[
        Field::required("zh", Kind::Text, "中文名", "Chinese"),
        Field::optional("en", Kind::Text, "英文名", "English"),
    ],
    choices: &[],
};

/// A published document, or several.
pub const BASIS: Kind = Kind::OneOrMany(&Kind::Record(&BASIS_RECORD));

/// A published document a rule rests on.
pub static BASIS_RECORD: Record = Record {
    name: "basis",
    zh: "依据：规则所根据的文件",
    en: "A published document a rule rests on",
    fields: &[
        Field::required("title", Kind::Text, "文件名称", "Title of the document"),
        Field::optional("number", Kind::Text, "文号", "Document number"),
        Field::optional("article", Kind::Text, "条款", "Article or annex"),
        Field::optional(
            "checked_on",
            Kind::Date,
            "最近核对日期",
            "When somebody last compared the rule with the document",
        ),
    ],
    choices: &[],
};

/// From when until when a file is in force.
pub static IN_FORCE: Record = Record {
    name: "in_force",
    zh: "有效期",
    en: "From when until when it is in force",
    fields: &[
        Field::required("from", Kind::Date, "第一天", "First day"),
        Field::optional("until", Kind::Date, "最后一天；不写表示一直有效", "Last day; open when left out"),
        Field::optional(
            "assumed",
            Kind::Truth,
            "第一天是否为暂填：没有查到施行日期",
            "Whether the first day is a placeholder: no document says it",
        ),
    ],
    choices: &[],
};

/// Whether an authority has published a rule as it stands.
pub const STATUS: Kind = Kind::Word(&[
    Word::new(
        "official",
        "每个数字都出自依据所列的文件",
        "every number is in a published document named in the basis",
    ),
    Word::new(
        "illustrative",
        "示例方案，非官方权重",
        "some numbers are ours: nothing made with it may look official",
    ),
]);
