//! The tables of `ladder/1`.

use crate::reader::record::{BASIS, BASIS_RECORD, Choice, Field, IN_FORCE, Kind, NAME, Record, STATUS, Word};

const FORMAT: Kind = Kind::Word(&[Word::new("ladder/1", "培育阶梯", "a rung of the cultivation ladder")]);
pub(crate) const QUANTITY: Kind = Kind::Dated(&Kind::Quantity);
pub(crate) const FORMULA: Kind = Kind::Dated(&Kind::Formula);
const POINTS: Kind = Kind::Dated(&Kind::Quantity);
/// Points, or the range experts decide within.
const AWARD: Kind = Kind::Dated(&Kind::Either(&[Kind::Quantity, Kind::List(&Kind::Quantity)]));

pub(crate) const COMPARISONS: &[&str] =
    &["at_least", "above", "at_most", "below", "equals", "not_equals", "one_of"];

pub(crate) const CODE: Field = Field::required(
    "code",
    Kind::Code,
    "永久代码，用文件中的序号",
    "Permanent code: the number the document gives it",
);
pub(crate) const NAMED: Field = Field::required("name", NAME, "名称", "Name");
pub(crate) const ARTICLE: Field = Field::optional("article", Kind::Text, "条款", "Article of the document");

pub(crate) const REMARK: Field = Field::optional(
    "remark",
    NAME,
    "说明，随结果一起显示，例如把握程度",
    "What a reader must know; shown with results, e.g. how sure it is",
);

const UNCONFIRMED: Field = Field::optional(
    "unconfirmed",
    Kind::Truth,
    "没有核到原文：名称后面标明，不显示为官方条件",
    "Not confirmed in the original: its name says so wherever it is shown, and it never looks official",
);

/// 认定 or 复核, in clauses and cases.
pub const OCCASION: Kind = Kind::Word(&[
    Word::new("recognition", "认定（评价）", "an enterprise applies for the title"),
    Word::new("review", "复核", "an enterprise applies to keep the title"),
]);

pub(crate) const VALUE: Field =
    Field::optional("value", FORMULA, "条件的左边：取值公式", "The left side: a formula");
pub(crate) const UNIT: Field = Field::optional(
    "unit",
    Kind::Text,
    "显示所用的单位；不写时随公式",
    "The unit values are shown in; the formula's own when left out",
);
pub(crate) const AT_LEAST: Field =
    Field::optional("at_least", FORMULA, "不低于", "The value is at least this");
pub(crate) const ABOVE: Field = Field::optional("above", FORMULA, "高于", "The value is above this");
pub(crate) const AT_MOST: Field = Field::optional("at_most", FORMULA, "不超过", "The value is at most this");
pub(crate) const BELOW: Field = Field::optional("below", FORMULA, "低于", "The value is below this");
pub(crate) const EQUALS: Field =
    Field::optional("equals", Kind::Dated(&Kind::Datum), "等于", "The value equals this");
pub(crate) const NOT_EQUALS: Field =
    Field::optional("not_equals", Kind::Dated(&Kind::Datum), "不等于", "The value does not equal this");
pub(crate) const ONE_OF: Field = Field::optional(
    "one_of",
    Kind::Dated(&Kind::List(&Kind::Datum)),
    "属于其中之一",
    "The value is one of these",
);
pub(crate) const HOLDS: Field = Field::optional("holds", FORMULA, "成立的条件", "A truth that holds");

/// A typed condition or a group of such.
pub(crate) static PART: Record = Record {
    name: "condition",
    zh: "条件",
    en: "A condition a machine can judge: value against bound, a truth, or a group",
    fields: &[
        Field::optional("name", NAME, "名称", "Name"),
        UNCONFIRMED,
        VALUE,
        UNIT,
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW,
        EQUALS,
        NOT_EQUALS,
        ONE_OF,
        HOLDS,
        Field::optional("all", Kind::List(&Kind::Record(&PART)), "同时满足", "All of these are met"),
        Field::optional("any", Kind::List(&Kind::Record(&PART)), "满足其一", "One of these is met"),
        Field::optional("none", Kind::List(&Kind::Record(&PART)), "均不得有", "None of these is met"),
    ],
    choices: &[
        Choice::one_of(&["value", "holds", "all", "any", "none"]),
        Choice::beside("value", COMPARISONS),
    ],
};

static CLAUSE: Record = Record {
    name: "clause",
    zh: "条款",
    en: "A clause: judged by the machine or by an officer, never half by each",
    fields: &[
        CODE,
        NAMED,
        ARTICLE,
        Field::optional(
            "basis",
            Kind::Record(&BASIS_RECORD),
            "所在文件，与阶梯的第一个依据不同时写",
            "Its document, when it is not the ladder's first",
        ),
        Field::optional(
            "veto",
            Kind::Truth,
            "是否一票否决；不写为否",
            "Whether failing it is a veto; false when left out",
        ),
        Field::optional(
            "only",
            OCCASION,
            "只在认定或只在复核时适用；不写都适用",
            "Asked for only at recognition or only at review; at both when left out",
        ),
        REMARK,
        UNCONFIRMED,
        VALUE,
        UNIT,
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW,
        EQUALS,
        NOT_EQUALS,
        ONE_OF,
        HOLDS,
        Field::optional("all", Kind::List(&Kind::Record(&PART)), "同时满足", "All of these are met"),
        Field::optional("any", Kind::List(&Kind::Record(&PART)), "满足其一", "One of these is met"),
        Field::optional("none", Kind::List(&Kind::Record(&PART)), "均不得有", "None of these is met"),
        Field::optional(
            "officer_check",
            Kind::Record(&OFFICER_CHECK),
            "人工核验",
            "A question only an officer can answer",
        ),
    ],
    choices: &[
        Choice::one_of(&["value", "holds", "all", "any", "none", "officer_check"]),
        Choice::beside("value", COMPARISONS),
    ],
};

pub(crate) static OFFICER_CHECK: Record = Record {
    name: "officer_check",
    zh: "人工核验",
    en: "What an officer must answer with yes",
    fields: &[
        Field::required("question", NAME, "问题，回答“是”才算满足", "The question; yes means met"),
        Field::optional(
            "answer",
            FORMULA,
            "记录经办人结论的数据项",
            "The truth item that holds an officer's recorded decision",
        ),
    ],
    choices: &[],
};

static BAND: Record = Record {
    name: "ladder_band",
    zh: "一档",
    en: "One band; edges say whether they belong to it",
    fields: &[
        Field::optional("from", QUANTITY, "下限，含", "Lower edge, included"),
        Field::optional("above", QUANTITY, "下限，不含", "Lower edge, excluded"),
        Field::optional("below", QUANTITY, "上限，不含", "Upper edge, excluded"),
        Field::optional("up_to", QUANTITY, "上限，含", "Upper edge, included"),
        Field::required(
            "award",
            AWARD,
            "得分，或专家在其间决定的 [低, 高]",
            "Points, or the [low, high] experts decide within",
        ),
    ],
    choices: &[Choice::at_most_one_of(&["from", "above"]), Choice::at_most_one_of(&["below", "up_to"])],
};

static CASE: Record = Record {
    name: "ladder_case",
    zh: "一类",
    en: "Categories of one award",
    fields: &[
        Field::required(
            "values",
            Kind::Dated(&Kind::List(&Kind::Text)),
            "分类代码，或 true、false",
            "Category codes, or true / false",
        ),
        Field::required("award", AWARD, "得分，或 [低, 高]", "Points, or [low, high]"),
    ],
    choices: &[],
};

static ROW: Record = Record {
    name: "ladder_row",
    zh: "一条",
    en: "A condition and what it is worth; the first that holds counts",
    fields: &[
        Field::required("when", FORMULA, "条件", "The condition"),
        Field::required("award", AWARD, "得分，或 [低, 高]", "Points, or [low, high]"),
    ],
    choices: &[],
};

static NAME_KIND: Kind = NAME;
static BAND_LIST: Kind = Kind::List(&BAND_KIND);
static BAND_KIND: Kind = Kind::Record(&BAND);
static CASE_LIST: Kind = Kind::List(&CASE_KIND);
static CASE_KIND: Kind = Kind::Record(&CASE);
static ROW_LIST: Kind = Kind::List(&ROW_KIND);
static ROW_KIND: Kind = Kind::Record(&ROW);

const BANDS: Field = Field::optional("bands", Kind::Dated(&BAND_LIST), "分段", "By bands of the value");
const CASES: Field = Field::optional("cases", Kind::Dated(&CASE_LIST), "分类", "By category of the value");
const ROWS: Field = Field::optional(
    "rows",
    Kind::Dated(&ROW_LIST),
    "逐条，取先成立的一条",
    "By conditions: the first that holds",
);
const EACH: Field = Field::optional(
    "each",
    Kind::Dated(&ROW_LIST),
    "逐项累加，成立的都计分，以满分为限",
    "By conditions: all that hold add up, at most to full points",
);
const OTHERWISE: Field = Field::optional(
    "otherwise",
    AWARD,
    "其余的得分（cases、rows 必写）",
    "Everything else; needed with cases and rows",
);

static LEVEL: Record = Record {
    name: "experts",
    zh: "专家评分",
    en: "Experts decide; a recorded level narrows the range, without one it is 0 to full points",
    fields: &[VALUE, UNIT, BANDS, CASES, ROWS, EACH, OTHERWISE],
    choices: &[
        Choice::at_most_one_of(&["bands", "cases", "rows", "each"]),
        Choice::beside("value", &["bands", "cases"]),
        Choice::beside("otherwise", &["cases", "rows"]),
    ],
};

static ALTERNATIVE: Record = Record {
    name: "alternative",
    zh: "择一评分的一种方式",
    en: "One of several ways to earn the points",
    fields: &[CODE, NAMED, VALUE, UNIT, BANDS, CASES, ROWS, EACH, OTHERWISE],
    choices: &[
        Choice::one_of(&["bands", "cases", "rows", "each"]),
        Choice::beside("value", &["bands", "cases"]),
        Choice::beside("otherwise", &["cases", "rows"]),
    ],
};

static ITEM: Record = Record {
    name: "score_item",
    zh: "评分项",
    en: "An item of the scorecard",
    fields: &[
        CODE,
        NAMED,
        Field::required("full", POINTS, "满分", "Full points"),
        Field::optional(
            "bonus",
            Kind::Truth,
            "是否加分项：不计入类别满分；不写为否",
            "Whether it is a bonus on top of the section's full points; false when left out",
        ),
        ARTICLE,
        VALUE,
        UNIT,
        BANDS,
        CASES,
        ROWS,
        EACH,
        OTHERWISE,
        Field::optional("experts", Kind::Record(&LEVEL), "专家评分", "Experts decide"),
        Field::optional(
            "best_of",
            Kind::List(&Kind::Record(&ALTERNATIVE)),
            "择一评分：由企业选择其一",
            "The enterprise chooses one of these",
        ),
        Field::optional(
            "recorded",
            FORMULA,
            "记录专家所评分数的数据项",
            "The item that holds the points experts have given",
        ),
    ],
    choices: &[
        Choice::one_of(&["bands", "cases", "rows", "each", "experts", "best_of"]),
        Choice::beside("value", &["bands", "cases"]),
        Choice::beside("otherwise", &["cases", "rows"]),
    ],
};

static SECTION: Record = Record {
    name: "section",
    zh: "评分类别",
    en: "A section of the scorecard",
    fields: &[
        CODE,
        NAMED,
        Field::required(
            "full",
            POINTS,
            "满分：各项满分之和，不含加分项",
            "Full points: what its items add up to, bonus items aside",
        ),
        Field::optional(
            "cap",
            POINTS,
            "得分上限，含加分项；不写为满分",
            "Most points it gives, bonus included; its full points when left out",
        ),
        ARTICLE,
        Field::required("items", Kind::List(&Kind::Record(&ITEM)), "评分项", "Its items"),
    ],
    choices: &[],
};

static PASS: Record = Record {
    name: "pass_rule",
    zh: "得分要求",
    en: "How many points are asked for",
    fields: &[
        CODE,
        NAMED,
        ARTICLE,
        Field::required(
            "of",
            Kind::Text,
            "谁的得分：total，或类别、评分项的代码",
            "Whose points: `total`, or the code of a section or item",
        ),
        Field::optional("at_least", POINTS, "不低于", "At least"),
        Field::optional("above", POINTS, "高于（不含）", "More than"),
    ],
    choices: &[Choice::one_of(&["at_least", "above"])],
};

static SCORECARD: Record = Record {
    name: "scorecard",
    zh: "综合评价",
    en: "The scorecard",
    fields: &[
        Field::required("full", POINTS, "满分：各类别满分之和", "Full points: what the sections add up to"),
        Field::required("sections", Kind::List(&Kind::Record(&SECTION)), "评分类别", "Sections"),
        Field::required(
            "pass",
            Kind::List(&Kind::Record(&PASS)),
            "得分要求，须全部达到",
            "What the points must reach, all of it",
        ),
    ],
    choices: &[],
};

static REVIEWS: Record = Record {
    name: "reviews",
    zh: "复核仍用本规则的时间",
    en: "When reviews still go by these rules",
    fields: &[
        Field::required("from", Kind::Date, "第一天", "First day"),
        Field::required("until", Kind::Date, "最后一天", "Last day"),
        Field::required("basis", Kind::Record(&BASIS_RECORD), "依据", "The document that says so"),
    ],
    choices: &[],
};

static BENEFIT: Record = Record {
    name: "benefit",
    zh: "可以享受的政策",
    en: "What a title brings",
    fields: &[
        NAMED,
        Field::required("basis", Kind::Record(&BASIS_RECORD), "依据", "The document that grants it"),
    ],
    choices: &[],
};

/// The table of `ladder/1`.
pub static LADDER: Record = Record {
    name: "ladder",
    zh: "培育阶梯",
    en: "A rung of the cultivation ladder",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        NAMED,
        Field::required("version", Kind::Text, "版本", "Version"),
        Field::required("status", STATUS, "是否为公布的规则", "Whether it is published as it stands"),
        Field::required("in_force", Kind::Record(&IN_FORCE), "有效期", "From when until when it is in force"),
        Field::optional(
            "reviews",
            Kind::Record(&REVIEWS),
            "有效期之外，复核仍用本规则的时间",
            "Days outside those in force on which reviews still go by these rules",
        ),
        Field::optional(
            "rung",
            Kind::Code,
            "所属梯级；同一梯级的几个文件是不同时期的规则。不写为本文件的代码",
            "The rung: several files of one rung are its rules of different times. The file's own code when left out",
        ),
        Field::optional(
            "after",
            Kind::List(&Kind::Code),
            "下一级梯级的代码，可以有几个",
            "The rungs directly below, by code",
        ),
        Field::optional(
            "place",
            NAME,
            "适用地区；全国规则不写",
            "Where the rules hold, for local rules; left out for those of the whole country",
        ),
        Field::optional(
            "label",
            Kind::Text,
            "企业库中的标签：获得认定的企业持有它",
            "The label of the register that a recognised enterprise holds",
        ),
        Field::optional(
            "benefits",
            Kind::List(&Kind::Record(&BENEFIT)),
            "获得认定后可以享受什么，逐条引用文件",
            "What the title brings, each quoted with its document",
        ),
        Field::required("items", Kind::OneOrMany(&Kind::Path), "数据字典文件", "Data dictionary"),
        Field::optional("basis", BASIS, "依据", "Documents it rests on"),
        Field::optional(
            "remarks",
            Kind::List(&NAME_KIND),
            "说明：有多可靠、哪些没有查到，随结果一起显示",
            "How sure the rules are and what was not found; shown with results",
        ),
        Field::optional(
            "hard",
            Kind::List(&Kind::Record(&CLAUSE)),
            "硬条件，须全部满足",
            "Hard conditions: all must be met",
        ),
        Field::optional(
            "direct",
            Kind::List(&Kind::Record(&CLAUSE)),
            "直接确认：满足其一即不需评分，硬条件仍须满足",
            "Direct confirmation: one of these makes the score unnecessary, never the hard conditions",
        ),
        Field::optional("scorecard", Kind::Record(&SCORECARD), "综合评价", "The scorecard"),
    ],
    choices: &[],
};
