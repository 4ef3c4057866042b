//! The tables of `scorecard/1`.

use crate::{
    ladder::table::{CODE, NAMED, QUANTITY, UNIT},
    policy::table::{DATA, REPLACES},
    reader::record::{BASIS, Choice, Field, IN_FORCE, Kind, NAME, Record, STATUS, Word},
};

const FORMAT: Kind = Kind::Word(&[Word::new("scorecard/1", "评分卡", "the scorecard of a bank")]);
const FORMULA: Kind = Kind::Dated(&Kind::Formula);

static NAME_KIND: Kind = NAME;

static BAND: Record = Record {
    name: "card_band",
    zh: "一档",
    en: "One bin of a number; edges say whether they belong to it",
    fields: &[
        Field::optional("from", QUANTITY, "下限，含", "Lower edge, included"),
        Field::optional("above", QUANTITY, "下限，不含", "Lower edge, excluded"),
        Field::optional("below", QUANTITY, "上限，不含", "Upper edge, excluded"),
        Field::optional("up_to", QUANTITY, "上限，含", "Upper edge, included"),
        Field::required("award", QUANTITY, "得分", "Points"),
    ],
    choices: &[Choice::at_most_one_of(&["from", "above"]), Choice::at_most_one_of(&["below", "up_to"])],
};

static CASE: Record = Record {
    name: "card_case",
    zh: "一类",
    en: "One bin of categories",
    fields: &[
        Field::required(
            "values",
            Kind::Dated(&Kind::List(&Kind::Text)),
            "分类代码，或 true、false",
            "Category codes, or true / false",
        ),
        Field::required("award", QUANTITY, "得分", "Points"),
    ],
    choices: &[],
};

static CHARACTERISTIC: Record = Record {
    name: "card_characteristic",
    zh: "特征",
    en: "One thing a card looks at",
    fields: &[
        CODE,
        NAMED,
        Field::required("value", FORMULA, "取值", "What is looked at"),
        UNIT,
        Field::optional(
            "bands",
            Kind::Dated(&Kind::List(&Kind::Record(&BAND))),
            "分段",
            "Bins of a number; they touch",
        ),
        Field::optional(
            "cases",
            Kind::Dated(&Kind::List(&Kind::Record(&CASE))),
            "分类",
            "Bins of categories",
        ),
        Field::optional("otherwise", QUANTITY, "其余类别的得分", "Points of every other category"),
        Field::required(
            "missing",
            QUANTITY,
            "缺失档：没有数据或无从计算时的得分",
            "The bin for what is missing or cannot be computed",
        ),
    ],
    choices: &[Choice::one_of(&["bands", "cases"])],
};

static GRADE: Record = Record {
    name: "card_grade",
    zh: "等级",
    en: "A grade",
    fields: &[
        CODE,
        NAMED,
        Field::required("at_least", QUANTITY, "总分至少；最低一级写0分", "Least total; 0 for the last"),
        Field::required(
            "share",
            Kind::Dated(&Kind::Share),
            "建议额度占参考额度的比例",
            "The share of the reference limit that is suggested",
        ),
    ],
    choices: &[],
};

/// The table of `scorecard/1`.
pub static SCORECARD: Record = Record {
    name: "credit_scorecard",
    zh: "评分卡",
    en: "The scorecard of a bank",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required(
            "code",
            Kind::Code,
            "永久代码；同一评分卡各版本相同",
            "Permanent code, the same in every version",
        ),
        NAMED,
        Field::required("version", Kind::Text, "版本", "Version"),
        REPLACES,
        Field::required("status", STATUS, "是否为公布的评分卡", "Whether it is published as it stands"),
        Field::required("in_force", Kind::Record(&IN_FORCE), "启用期", "From when until when it is used"),
        Field::required("items", Kind::OneOrMany(&Kind::Path), "数据字典文件", "Data dictionary"),
        Field::optional("basis", BASIS, "依据", "Documents it rests on, with their numbers"),
        Field::required("bank", NAME, "银行", "The bank"),
        Field::required(
            "products",
            Kind::List(&Kind::Code),
            "用于哪些信贷产品，写产品代码",
            "The products it is for, by code",
        ),
        Field::optional(
            "required",
            Kind::Truth,
            "是否须先审查才能提出批准意见；不写为否",
            "Whether terms may only be proposed after a review by this card; not when left out",
        ),
        Field::required("data", Kind::Record(&DATA), "数据口径", "Which data it looks at"),
        Field::optional("base", QUANTITY, "基础分；不写为0", "Points everybody gets; none when left out"),
        Field::required(
            "characteristics",
            Kind::List(&Kind::Record(&CHARACTERISTIC)),
            "特征，总分为基础分与各特征得分之和",
            "What it looks at; the total is the base and the sum of these",
        ),
        Field::required("grades", Kind::List(&Kind::Record(&GRADE)), "等级，从高到低", "Grades, best first"),
        Field::optional(
            "round_down_to",
            QUANTITY,
            "建议额度向下取整到，如 1万元；不写到分",
            "The unit suggestions are rounded down to; the cent when left out",
        ),
        Field::optional("remarks", Kind::List(&NAME_KIND), "说明", "What every reader must know"),
    ],
    choices: &[],
};
