//! The tables of `scheme/1`.

use crate::reader::record::{BASIS, Choice, Field, IN_FORCE, Keys, Kind, NAME, Record, STATUS, Word};

const QUANTITY: Kind = Kind::Dated(&Kind::Quantity);
const AWARD: Kind = Kind::Dated(&Kind::Award);
const SHARE: Kind = Kind::Dated(&Kind::Share);
const FORMULA: Kind = Kind::Dated(&Kind::Formula);
const MINIMUM_PEERS: Field = Field::required(
    "minimum_peers",
    Kind::Dated(&Kind::Whole { least: 1, most: 1_000_000 }),
    "参照群体至少要有多少家",
    "Fewest known values that make a reference",
);
const PEERS: Field = Field::optional(
    "peers",
    Kind::Dated(&Kind::List(&Kind::Word(&[
        Word::new("stage", "同阶段", "of the same stage"),
        Word::new("field", "同技术领域", "of the same technology field"),
    ]))),
    "同类组：与谁比较；不写表示与全部企业比较",
    "With whom an enterprise is compared; with all when left out",
);
static FALLBACK: Kind = Kind::Either(&[
    Kind::Word(&[
        Word::new("wider_group", "扩大到同阶段，再到全部企业", "compare with the stage, then with all"),
        Word::new("no_points", "不得分并作标记", "no points, with a flag"),
    ]),
    Kind::Record(&RULE),
]);

/// 赋分规则: exactly one of its keys.
pub static RULE: Record = Record {
    name: "rule",
    zh: "赋分规则",
    en: "How a value becomes points: exactly one of these",
    fields: &[
        Field::optional("bands", Kind::Dated(&Kind::List(&Kind::Record(&BAND))), "分段赋分", "By bands"),
        Field::optional(
            "linear",
            Kind::Dated(&Kind::Record(&LINEAR)),
            "线性（功效系数）",
            "Linear between two goalposts",
        ),
        Field::optional("log", Kind::Dated(&Kind::Record(&LOG)), "对数", "Logarithmic"),
        Field::optional(
            "min_max",
            Kind::Dated(&Kind::Record(&MIN_MAX)),
            "极差：在同类组的最小值与最大值之间",
            "Between the minimum and maximum of the peer group",
        ),
        Field::optional(
            "percentile",
            Kind::Dated(&Kind::Record(&PERCENTILE)),
            "百分位",
            "Percentile within the peer group",
        ),
        Field::optional(
            "z_score",
            Kind::Dated(&Kind::Record(&Z_SCORE)),
            "标准分",
            "Standard score within the peer group",
        ),
        Field::optional(
            "per_unit",
            Kind::Dated(&Kind::Record(&PER_UNIT)),
            "每项计分",
            "So many points for each",
        ),
        Field::optional("category", Kind::Dated(&Kind::Record(&CATEGORY)), "分类", "By category"),
        Field::optional("formula", FORMULA, "公式：直接算出分数", "Points computed by a formula"),
    ],
    choices: &[Choice::one_of(&[
        "bands",
        "linear",
        "log",
        "min_max",
        "percentile",
        "z_score",
        "per_unit",
        "category",
        "formula",
    ])],
};

/// One band.
pub static BAND: Record = Record {
    name: "band",
    zh: "一档",
    en: "One band; edges say whether they belong to it",
    fields: &[
        Field::optional("from", QUANTITY, "下限，含", "Lower edge, included"),
        Field::optional("above", QUANTITY, "下限，不含", "Lower edge, excluded"),
        Field::optional("below", QUANTITY, "上限，不含", "Upper edge, excluded"),
        Field::optional("up_to", QUANTITY, "上限，含", "Upper edge, included"),
        Field::required("award", AWARD, "得分", "What a value in this band is worth"),
    ],
    choices: &[Choice::at_most_one_of(&["from", "above"]), Choice::at_most_one_of(&["below", "up_to"])],
};

static LINEAR: Record = Record {
    name: "linear",
    zh: "线性",
    en: "Linear: `base` at low, full points at high",
    fields: &[
        Field::required("low", QUANTITY, "不容许值：得 base", "Worth `base`"),
        Field::required("high", QUANTITY, "满意值：得满分", "Worth full points"),
        Field::optional(
            "base",
            SHARE,
            "在 low 处的得分比例；功效系数为 60%",
            "Share at low; 0% when left out, 60% for the classical efficacy coefficient",
        ),
    ],
    choices: &[],
};

static LOG: Record = Record {
    name: "log",
    zh: "对数",
    en: "Logarithmic: ln(1 + value/scale)/ln(1 + cap/scale)",
    fields: &[
        Field::required("scale", QUANTITY, "尺度，大于零", "Scale, above zero"),
        Field::required("cap", QUANTITY, "得满分的值", "The value worth full points"),
    ],
    choices: &[],
};

static MIN_MAX: Record = Record {
    name: "min_max",
    zh: "极差",
    en: "Position between the minimum and maximum of the peer group",
    fields: &[
        PEERS,
        Field::optional(
            "winsorise",
            Kind::Dated(&Kind::List(&Kind::Share)),
            "先去掉两端：下、上分位",
            "Cut the tails first: lower and upper quantile",
        ),
        MINIMUM_PEERS,
        Field::required(
            "fallback",
            Kind::Dated(&FALLBACK),
            "同类组过小时怎么办",
            "What to do when the peer group is too small",
        ),
    ],
    choices: &[],
};

static PERCENTILE: Record = Record {
    name: "percentile",
    zh: "百分位",
    en: "Percentile within the peer group",
    fields: &[
        PEERS,
        Field::optional(
            "convention",
            Kind::Dated(&Kind::Word(&[
                Word::new("mean_rank", "并列取平均名次，除以家数", "mean rank of ties over n"),
                Word::new("competition", "低于它的家数除以（家数减一）", "how many lie below over n − 1"),
            ])),
            "怎样计并列和两端；不写为 mean_rank",
            "How ties and ends count; mean_rank when left out",
        ),
        MINIMUM_PEERS,
        Field::required(
            "fallback",
            Kind::Dated(&FALLBACK),
            "同类组过小时怎么办",
            "What to do when the peer group is too small",
        ),
    ],
    choices: &[],
};

static Z_SCORE: Record = Record {
    name: "z_score",
    zh: "标准分",
    en: "Standard score within the peer group: ½ + z/(2·width)",
    fields: &[
        PEERS,
        Field::optional(
            "width",
            Kind::Dated(&Kind::Quantity),
            "多少个标准差得满分；不写为 3",
            "How many deviations reach full points; 3 when left out",
        ),
        MINIMUM_PEERS,
        Field::required(
            "fallback",
            Kind::Dated(&FALLBACK),
            "同类组过小时怎么办",
            "What to do when the peer group is too small",
        ),
    ],
    choices: &[],
};

static PER_UNIT: Record = Record {
    name: "per_unit",
    zh: "每项计分",
    en: "So many points for each, up to full points",
    fields: &[
        Field::required("per", QUANTITY, "每多少计一次", "One helping"),
        Field::required("award", AWARD, "每次得分", "What each is worth"),
        Field::optional(
            "whole",
            Kind::Dated(&Kind::Truth),
            "是否只计整数次（每满）；不写为是",
            "Whether only whole helpings count; true when left out",
        ),
    ],
    choices: &[],
};

static CATEGORY: Record = Record {
    name: "category",
    zh: "分类",
    en: "By category code or yes and no",
    fields: &[
        Field::required(
            "cases",
            Kind::Dated(&Kind::List(&Kind::Record(&CASE))),
            "各类的得分",
            "What the categories are worth",
        ),
        Field::required("otherwise", AWARD, "其余的得分", "Everything else"),
    ],
    choices: &[],
};

static CASE: Record = Record {
    name: "category_case",
    zh: "一类",
    en: "Categories of one award",
    fields: &[
        Field::required(
            "values",
            Kind::Dated(&Kind::List(&Kind::Text)),
            "分类代码，或 true、false",
            "Category codes, or true / false",
        ),
        Field::required("award", AWARD, "得分", "What they are worth"),
    ],
    choices: &[],
};

/// Full points: one number, or a number per stage.
pub const FULL: Kind = Kind::Dated(&Kind::Either(&[Kind::Quantity, Kind::Map(Keys::Codes, &QUANTITY)]));

const MISSING: Kind = Kind::Dated(&Kind::Either(&[
    Kind::Word(&[Word::new("zero", "不得分", "no points")]),
    Kind::Record(&MISSING_SHARE),
]));

static MISSING_SHARE: Record = Record {
    name: "missing_share",
    zh: "缺失时的得分",
    en: "What a missing value is worth",
    fields: &[Field::required("share", SHARE, "占满分的比例", "Share of full points")],
    choices: &[],
};

static INDICATOR: Record = Record {
    name: "indicator",
    zh: "指标",
    en: "An indicator: a value and the rule that turns it into points",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("value", FORMULA, "取值公式", "The value, a formula"),
        Field::optional(
            "unit",
            Kind::Text,
            "显示和书写界限所用的单位；不写时随公式",
            "The unit values are shown and edges are written in; the formula's own when left out",
        ),
        Field::required(
            "full",
            FULL,
            "满分：一个数，或每个阶段一个数",
            "Full points: one number or one per stage",
        ),
        Field::optional(
            "direction",
            Kind::Dated(&Kind::Word(&[
                Word::new("higher", "越大越好", "more is better"),
                Word::new("lower", "越小越好", "less is better"),
            ])),
            "方向；不写为 higher",
            "Whether more is better; higher when left out",
        ),
        Field::optional(
            "cap",
            SHARE,
            "最多得满分的多少；不写为 100%",
            "Most points, as a share of full points",
        ),
        Field::optional(
            "floor",
            SHARE,
            "有值时最少得满分的多少；不写为 0%",
            "Least points of a known value, as a share of full points",
        ),
        Field::optional(
            "missing",
            MISSING,
            "缺失时的得分；不写时随方案",
            "What a missing value is worth; the scheme's own when left out",
        ),
        Field::required("rule", Kind::Dated(&Kind::Record(&RULE)), "赋分规则", "The rule"),
        Field::optional(
            "rule_by_stage",
            Kind::Dated(&Kind::Map(Keys::Codes, &Kind::Dated(&Kind::Record(&RULE)))),
            "个别阶段另用的规则",
            "Other rules for some stages",
        ),
        Field::optional("basis", BASIS, "依据", "Documents it rests on"),
    ],
    choices: &[],
};

static PILLAR: Record = Record {
    name: "pillar",
    zh: "一级指标",
    en: "A pillar: indicators that belong together",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::optional(
            "class",
            Kind::Word(&[
                Word::new("base", "计入满分", "counts towards full points"),
                Word::new("bonus", "加分项", "adds, up to the bonus cap"),
                Word::new("deduction", "扣分项", "is subtracted"),
            ]),
            "类别；不写为 base",
            "What its points do; base when left out",
        ),
        Field::optional("indicators", Kind::List(&Kind::Record(&INDICATOR)), "指标", "Its indicators"),
        Field::optional("pillars", Kind::List(&Kind::Record(&PILLAR)), "下级指标", "Pillars below it"),
    ],
    choices: &[],
};

static STAGE: Record = Record {
    name: "stage",
    zh: "阶段",
    en: "A stage of growth",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("when", FORMULA, "判定条件", "Holds for the enterprises of this stage"),
    ],
    choices: &[],
};

static VETO: Record = Record {
    name: "veto",
    zh: "一票否决",
    en: "A veto: the score is withheld and the reason shown",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称，即公布的原因", "The reason shown"),
        Field::required("when", FORMULA, "否决条件", "Holds when the enterprise is vetoed"),
        Field::optional("basis", BASIS, "依据", "Documents it rests on"),
    ],
    choices: &[],
};

static GRADE: Record = Record {
    name: "grade",
    zh: "等级",
    en: "A grade",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("at_least", QUANTITY, "总分至少", "Least total"),
    ],
    choices: &[],
};

static ADJUSTMENT: Record = Record {
    name: "adjustment",
    zh: "调整",
    en: "What an extending scheme changes of a base indicator",
    fields: &[Field::required("full", FULL, "满分", "Full points")],
    choices: &[],
};

const FORMAT: Kind = Kind::Word(&[Word::new("scheme/1", "指标方案", "a scheme of indicators")]);

/// The table of `scheme/1`.
pub static SCHEME: Record = Record {
    name: "scheme",
    zh: "指标方案",
    en: "A scheme of indicators",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("version", Kind::Text, "版本", "Version"),
        Field::required("status", STATUS, "是否为公布的方案", "Whether it is published as it stands"),
        Field::required("in_force", Kind::Record(&IN_FORCE), "有效期", "From when until when it is in force"),
        Field::optional(
            "items",
            Kind::OneOrMany(&Kind::Path),
            "数据字典文件（extends 时可不写）",
            "Data dictionary; the base scheme's own when it extends one",
        ),
        Field::optional("extends", Kind::Path, "所扩展的方案文件", "The scheme it extends"),
        Field::optional(
            "adjust",
            Kind::Map(Keys::Codes, &Kind::Record(&ADJUSTMENT)),
            "对所扩展方案的指标的调整",
            "Changes to indicators of the scheme it extends",
        ),
        Field::optional("basis", BASIS, "依据", "Documents it rests on"),
        Field::optional(
            "full_points",
            QUANTITY,
            "各阶段的满分合计（extends 时可不写）",
            "Full points of each stage without bonus",
        ),
        Field::optional(
            "bonus_cap",
            QUANTITY,
            "加分合计的上限",
            "Most that bonus indicators can add together",
        ),
        Field::optional(
            "minimum_coverage",
            SHARE,
            "评定等级所需的最低数据完整率",
            "Below this share of known indicators no grade is given",
        ),
        Field::optional(
            "missing",
            MISSING,
            "缺失时的得分；不写为 zero",
            "What a missing value is worth; zero when left out",
        ),
        Field::optional(
            "field",
            Kind::Text,
            "技术领域所在的数据项",
            "The item that holds the technology field",
        ),
        Field::optional(
            "stages",
            Kind::List(&Kind::Record(&STAGE)),
            "阶段（extends 时不写）",
            "Stages; those of the base scheme when it extends one",
        ),
        Field::optional("pillars", Kind::List(&Kind::Record(&PILLAR)), "一级指标", "Pillars"),
        Field::optional("vetoes", Kind::List(&Kind::Record(&VETO)), "一票否决", "Vetoes"),
        Field::optional("grades", Kind::List(&Kind::Record(&GRADE)), "等级，从高到低", "Grades, best first"),
    ],
    choices: &[Choice::at_most_one_of(&["extends", "stages"])],
};
