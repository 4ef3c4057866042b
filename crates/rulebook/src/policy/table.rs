//! The tables of `policy/1`.

use crate::{
    ladder::table::{
        ABOVE, ARTICLE, AT_LEAST, AT_MOST, BELOW, CODE, COMPARISONS, EQUALS, FORMULA, HOLDS, NAMED,
        NOT_EQUALS, ONE_OF, PART, QUANTITY, REMARK, UNIT, VALUE,
    },
    reader::record::{BASIS, BASIS_RECORD, Choice, Field, IN_FORCE, Kind, NAME, Record, STATUS, Word},
};

const FORMAT: Kind = Kind::Word(&[Word::new("policy/1", "惠企政策", "a policy for enterprises")]);

const KIND: Kind = Kind::Word(&[
    Word::new("relief", "减免", "something need not be paid"),
    Word::new("grant", "奖补", "money is paid"),
    Word::new("right", "权益", "something may be used, somebody comes first"),
    Word::new("title", "资质", "a title is given"),
]);

const WAY: Kind = Kind::Word(&[
    Word::new("without_application", "免申即享", "nobody applies: data decide everything"),
    Word::new("on_request", "即申即享", "a confirmation, paid at once"),
    Word::new("fast_track", "快申快享，不超过60个工作日", "an application, at most 60 working days"),
    Word::new("review", "评审", "experts review"),
]);

const YEAR: Kind = Kind::Word(&[
    Word::new("last", "匹配当日的上年度", "the year before the day of matching"),
    Word::new("this", "匹配当日所在年度", "the year of the day of matching"),
]);

const DAY: Kind = Kind::Word(&[
    Word::new("year_end", "该年度12月31日", "31 December of that year"),
    Word::new("matching", "匹配当日", "the day of matching"),
]);

const RUNS_OUT: Kind = Kind::Word(&[
    Word::new("by_points", "按积分从高到低", "by points, highest first"),
    Word::new("by_time", "按 by 的日期先后", "by the date in `by`, earliest first"),
    Word::new("pro_rata", "按比例折算", "everybody gets the same share"),
]);

const LAST: Kind = Kind::Word(&[
    Word::new(
        "share",
        "余额由排在最后、名次相同的企业按比例分",
        "those at whom it runs out share what is left",
    ),
    Word::new("nothing", "余额不够时不再发放", "nothing more is paid when what is left does not reach"),
]);

static NAME_KIND: Kind = NAME;

/// A condition a machine judges.
pub(crate) static CONDITION: Record = Record {
    name: "policy_condition",
    zh: "条件",
    en: "A condition a machine judges",
    fields: &[
        CODE,
        NAMED,
        ARTICLE,
        Field::optional(
            "basis",
            Kind::Record(&BASIS_RECORD),
            "所在文件，与政策的第一个依据不同时写",
            "Its document, when it is not the policy's first",
        ),
        REMARK,
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

pub(crate) static CHECK: Record = Record {
    name: "policy_officer_check",
    zh: "人工核验",
    en: "What only an officer can answer",
    fields: &[
        CODE,
        NAMED,
        ARTICLE,
        Field::required("question", NAME, "问题，回答“是”才算满足", "The question; yes means met"),
        Field::optional(
            "answer",
            FORMULA,
            "记录经办人结论的数据项",
            "The truth item that holds an officer's recorded decision",
        ),
        REMARK,
    ],
    choices: &[],
};

static BAND: Record = Record {
    name: "award_band",
    zh: "一档",
    en: "One band; edges say whether they belong to it",
    fields: &[
        Field::optional("from", QUANTITY, "下限，含", "Lower edge, included"),
        Field::optional("above", QUANTITY, "下限，不含", "Lower edge, excluded"),
        Field::optional("below", QUANTITY, "上限，不含", "Upper edge, excluded"),
        Field::optional("up_to", QUANTITY, "上限，含", "Upper edge, included"),
        Field::optional("award", QUANTITY, "金额", "So much money"),
        Field::optional("rate", Kind::Dated(&Kind::Share), "取值的百分之几", "A share of the value"),
    ],
    choices: &[
        Choice::at_most_one_of(&["from", "above"]),
        Choice::at_most_one_of(&["below", "up_to"]),
        Choice::one_of(&["award", "rate"]),
    ],
};

static BAND_KIND: Kind = Kind::Record(&BAND);
static BAND_LIST: Kind = Kind::List(&BAND_KIND);

pub(crate) static AWARD_PART: Record = Record {
    name: "award_part",
    zh: "金额的一部分",
    en: "A part of the amount, with its own cap",
    fields: &[
        CODE,
        NAMED,
        Field::optional("when", FORMULA, "什么时候给；不写总是给", "When it is given; always when left out"),
        Field::optional("amount", FORMULA, "金额公式", "A formula that gives money"),
        VALUE,
        UNIT,
        Field::optional("bands", Kind::Dated(&BAND_LIST), "分档", "By bands of the value"),
        Field::optional(
            "marginal",
            Kind::Truth,
            "是否超额累进：各档比例只用于落在该档的部分；不写为否",
            "Whether each rate applies only to what lies within its band; false when left out",
        ),
        Field::optional("cap", FORMULA, "这一部分的上限", "Most the part comes to"),
    ],
    choices: &[
        Choice::one_of(&["amount", "bands"]),
        Choice::beside("bands", &["value"]),
        Choice::at_most_one_of(&["amount", "unit"]),
        Choice::at_most_one_of(&["amount", "marginal"]),
    ],
};

static ROUNDING: Record = Record {
    name: "rounding",
    zh: "取整",
    en: "To which unit, and which way",
    fields: &[
        Field::required("to", Kind::Quantity, "取整到，如 1元、100元、0.01元", "The unit, e.g. 1元"),
        Field::optional("down", Kind::Truth, "是否向下；不写为四舍五入", "Downwards; half up when left out"),
    ],
    choices: &[],
};

static AWARD: Record = Record {
    name: "policy_award",
    zh: "给什么",
    en: "What it gives",
    fields: &[
        Field::optional(
            "parts",
            Kind::List(&Kind::Record(&AWARD_PART)),
            "金额，各部分相加",
            "Money: its parts add up",
        ),
        Field::optional("right", NAME, "不是金额的内容", "Something that is not money"),
        Field::optional("cap", FORMULA, "每家企业的上限", "Most that one enterprise gets"),
        Field::optional(
            "rounding",
            Kind::Record(&ROUNDING),
            "取整，只在最后做一次；不写为四舍五入到分",
            "Rounded once, at the end; to the cent, half up, when left out",
        ),
    ],
    choices: &[
        Choice::one_of(&["parts", "right"]),
        Choice::at_most_one_of(&["right", "cap"]),
        Choice::at_most_one_of(&["right", "rounding"]),
    ],
};

static CEILING: Record = Record {
    name: "ceiling",
    zh: "年度上限",
    en: "Most one enterprise gets in a year",
    fields: &[
        Field::required(
            "code",
            Kind::Code,
            "代码；代码相同的政策合计受同一上限",
            "Policies of one code fill one ceiling",
        ),
        Field::required("amount", QUANTITY, "金额", "The amount"),
    ],
    choices: &[],
};

static STACKING: Record = Record {
    name: "stacking",
    zh: "叠加规则",
    en: "How it goes together with other policies",
    fields: &[
        Field::optional(
            "group",
            Kind::Code,
            "互斥组：同组政策就高不重复",
            "Of the policies of one group an enterprise gets only the highest",
        ),
        Field::optional("ceiling", Kind::Record(&CEILING), "年度上限", "A yearly ceiling"),
    ],
    choices: &[],
};

static BUDGET: Record = Record {
    name: "budget",
    zh: "年度预算",
    en: "The money of the year",
    fields: &[
        Field::required(
            "amount",
            QUANTITY,
            "金额；各年不同时写成历史",
            "The amount; a history where years differ",
        ),
        Field::required("runs_out", RUNS_OUT, "超出预算时怎么办", "What happens when it runs out"),
        Field::optional("by", FORMULA, "先后所依的日期（by_time 必写）", "The date that puts them in order"),
        Field::optional(
            "last",
            LAST,
            "余额不够的名次怎么办；不写为 share",
            "What those at the end get; share when left out",
        ),
    ],
    choices: &[],
};

pub(crate) static SERVICE: Record = Record {
    name: "service",
    zh: "办理",
    en: "How it is got",
    fields: &[
        Field::optional(
            "working_days",
            Kind::Whole { least: 1, most: 365 },
            "办理时限，工作日",
            "Working days",
        ),
        Field::optional("contact", NAME, "联系方式", "Whom to ask"),
        Field::optional("materials", Kind::List(&NAME_KIND), "材料；免申即享不写", "What must be handed in"),
    ],
    choices: &[],
};

pub(crate) static PARAMETER: Record = Record {
    name: "parameter",
    zh: "参数",
    en: "A number others publish, e.g. LPR",
    fields: &[
        CODE,
        NAMED,
        Field::required("value", QUANTITY, "数值，带单位", "The value with its unit"),
        Field::optional("until", Kind::Date, "最后一个有效日；不写为不会失效", "The last day it holds"),
        Field::optional("basis", Kind::Record(&BASIS_RECORD), "依据", "The document"),
    ],
    choices: &[],
};

pub(crate) static DATA: Record = Record {
    name: "policy_data",
    zh: "数据口径",
    en: "Which data it looks at",
    fields: &[
        Field::required("year", YEAR, "用哪一年度的数据", "Which year"),
        Field::required(
            "judged_on",
            DAY,
            "年限、标签按哪一天判断",
            "On which day ages and labels are judged",
        ),
    ],
    choices: &[],
};

/// Which version ends when this one begins.
pub(crate) const REPLACES: Field = Field::optional(
    "replaces",
    Kind::Text,
    "接替哪个版本；该版本到本版本生效的前一天为止",
    "The version that ends the day before this one begins",
);

/// The table of `policy/1`.
pub static POLICY: Record = Record {
    name: "policy",
    zh: "惠企政策",
    en: "A policy for enterprises",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required(
            "code",
            Kind::Code,
            "永久代码；同一政策各版本相同",
            "Permanent code, the same in every version",
        ),
        NAMED,
        Field::required("version", Kind::Text, "版本", "Version"),
        REPLACES,
        Field::required("status", STATUS, "是否为公布的政策", "Whether it is published as it stands"),
        Field::required("in_force", Kind::Record(&IN_FORCE), "有效期", "From when until when it is in force"),
        Field::required("items", Kind::OneOrMany(&Kind::Path), "数据字典文件", "Data dictionary"),
        Field::optional("basis", BASIS, "依据：文件名称、文号", "Documents it rests on, with their numbers"),
        Field::required("issuer", NAME, "发布单位", "Who issues it"),
        Field::required("kind", KIND, "类型", "What it gives"),
        Field::required("way", WAY, "兑现方式", "How it reaches the entitled"),
        Field::required("data", Kind::Record(&DATA), "数据口径", "Which data it looks at"),
        Field::optional(
            "parameters",
            Kind::List(&Kind::Record(&PARAMETER)),
            "参数",
            "Numbers others publish",
        ),
        Field::required(
            "conditions",
            Kind::List(&Kind::Record(&CONDITION)),
            "条件，须全部满足",
            "Conditions: all must be met",
        ),
        Field::optional(
            "officer_checks",
            Kind::List(&Kind::Record(&CHECK)),
            "人工核验，与条件分开",
            "What only an officer can answer, kept apart",
        ),
        Field::required("award", Kind::Record(&AWARD), "给什么", "What it gives"),
        Field::optional("stacking", Kind::Record(&STACKING), "叠加规则", "How it goes together with others"),
        Field::optional(
            "budget",
            Kind::Record(&BUDGET),
            "年度预算；不写为不限",
            "Its budget; unlimited when left out",
        ),
        Field::optional("service", Kind::Record(&SERVICE), "办理", "How it is got"),
        Field::optional("remarks", Kind::List(&NAME_KIND), "说明", "What every reader must know"),
    ],
    choices: &[],
};
