//! The tables of `product/1`.

use crate::{
    ladder::table::{CODE, FORMULA, NAMED, QUANTITY},
    policy::table::{AWARD_PART, CHECK, CONDITION, DATA, PARAMETER, REPLACES, SERVICE},
    reader::record::{BASIS, Choice, Field, IN_FORCE, Kind, NAME, Record, STATUS, Word},
};

const FORMAT: Kind = Kind::Word(&[Word::new("product/1", "信贷产品", "a loan product")]);

const SECURITY: Kind = Kind::Word(&[
    Word::new("credit", "信用", "nothing but credit"),
    Word::new("public_guarantee", "政府性融资担保", "a public guarantee company"),
    Word::new("guarantee", "保证", "somebody's guarantee"),
    Word::new("pledge", "质押", "a pledge of rights"),
    Word::new("mortgage", "抵押", "a mortgage"),
]);

static REPAYMENT: Kind = Kind::Word(&[
    Word::new("equal_instalments", "等额本息", "the same every month"),
    Word::new("equal_principal", "等额本金", "the same principal every month"),
    Word::new("monthly_interest", "按月付息到期还本", "interest every month, the principal at the end"),
    Word::new("at_maturity", "到期一次还本付息", "all at the end"),
]);

const READS: Kind = Kind::Word(&[
    Word::new("exactly", "就是这个利率", "the rate itself"),
    Word::new("at_most", "不超过", "at most this"),
    Word::new("from", "起", "from this upwards"),
]);

static NAME_KIND: Kind = NAME;
const WHEN: Field =
    Field::optional("when", FORMULA, "什么时候适用；不写总是适用", "When it applies; always when left out");

static LIMIT: Record = Record {
    name: "product_limit",
    zh: "额度",
    en: "The limit: the least of its caps",
    fields: &[
        Field::required(
            "caps",
            Kind::List(&Kind::Record(&AWARD_PART)),
            "各项上限，取最小的一项",
            "Named caps; the smallest counts",
        ),
        Field::optional("least", QUANTITY, "起贷金额；低于它不贷", "Less than this is not lent"),
        Field::optional(
            "round_down_to",
            QUANTITY,
            "向下取整到，如 1万元；不写到分",
            "The unit limits are rounded down to; the cent when left out",
        ),
    ],
    choices: &[],
};

static STEP: Record = Record {
    name: "rate_step",
    zh: "加减点",
    en: "Something added to the reference rate, or taken off",
    fields: &[
        CODE,
        NAMED,
        WHEN,
        Field::required("amount", FORMULA, "加多少，如 80基点；减点写负数", "How much, e.g. 80基点"),
    ],
    choices: &[],
};

static RATE: Record = Record {
    name: "product_rate",
    zh: "年利率",
    en: "The rate of a year",
    fields: &[
        Field::required("reads", READS, "利率的读法", "How it reads"),
        Field::required("base", FORMULA, "基准，如参数里的LPR", "The reference rate, e.g. LPR"),
        Field::optional("steps", Kind::List(&Kind::Record(&STEP)), "加减点", "What is added"),
    ],
    choices: &[],
};

static SHARE: Record = Record {
    name: "risk_share",
    zh: "一方的分担比例",
    en: "The share of one party",
    fields: &[
        Field::required("who", NAME, "谁", "Who"),
        Field::required("share", Kind::Dated(&Kind::Share), "比例", "How much"),
    ],
    choices: &[],
};

static SHARING: Record = Record {
    name: "risk_sharing",
    zh: "风险分担",
    en: "Who bears how much of a loss, for enterprises of one kind",
    fields: &[
        CODE,
        NAMED,
        WHEN,
        Field::required("shares", Kind::List(&Kind::Record(&SHARE)), "各方比例", "The shares"),
    ],
    choices: &[],
};

static FEE: Record = Record {
    name: "loan_fee",
    zh: "费用",
    en: "A fee",
    fields: &[
        CODE,
        NAMED,
        Field::optional(
            "yearly",
            Kind::Dated(&Kind::Share),
            "本金的比例，按年",
            "A share of the principal a year",
        ),
        Field::optional(
            "once",
            Kind::Dated(&Kind::Share),
            "本金的比例，一次",
            "A share of the principal, once",
        ),
        Field::optional("amount", QUANTITY, "金额，一次", "An amount, once"),
    ],
    choices: &[Choice::one_of(&["yearly", "once", "amount"])],
};

static SUBSIDY: Record = Record {
    name: "interest_subsidy",
    zh: "贴息",
    en: "Interest somebody else pays back",
    fields: &[
        Field::required("share", Kind::Dated(&Kind::Share), "利息的比例", "The share of the interest"),
        Field::optional("cap", QUANTITY, "每笔上限", "Most per loan"),
        Field::optional("policy", Kind::Code, "贴息政策的代码", "The code of the policy that pays it"),
    ],
    choices: &[],
};

static TERM: Record = Record {
    name: "loan_term",
    zh: "期限",
    en: "The term",
    fields: &[
        Field::optional(
            "least_months",
            Kind::Whole { least: 1, most: 360 },
            "最短，月",
            "Shortest, in months",
        ),
        Field::required("most_months", Kind::Whole { least: 1, most: 360 }, "最长，月", "Longest, in months"),
    ],
    choices: &[],
};

/// The table of `product/1`.
pub static PRODUCT: Record = Record {
    name: "product",
    zh: "信贷产品",
    en: "A loan product",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required(
            "code",
            Kind::Code,
            "永久代码；同一产品各版本相同",
            "Permanent code, the same in every version",
        ),
        NAMED,
        Field::required("version", Kind::Text, "版本", "Version"),
        REPLACES,
        Field::required("status", STATUS, "是否为公布的产品", "Whether it is published as it stands"),
        Field::required(
            "in_force",
            Kind::Record(&IN_FORCE),
            "上架期",
            "From when until when it is on the shelf",
        ),
        Field::required("items", Kind::OneOrMany(&Kind::Path), "数据字典文件", "Data dictionary"),
        Field::optional("basis", BASIS, "依据：文件名称、文号", "Documents it rests on, with their numbers"),
        Field::required("bank", NAME, "银行", "The bank"),
        Field::required("purpose", NAME, "贷款用途", "What the money is for"),
        Field::required("security", SECURITY, "担保方式", "What the bank falls back on"),
        Field::required("term", Kind::Record(&TERM), "期限", "The term"),
        Field::required("repayments", Kind::List(&REPAYMENT), "还款方式", "Ways of repaying"),
        Field::optional(
            "regions",
            Kind::List(&NAME_KIND),
            "适用地区；不写为不限",
            "Where; everywhere when left out",
        ),
        Field::required("data", Kind::Record(&DATA), "数据口径", "Which data it looks at"),
        Field::optional(
            "parameters",
            Kind::List(&Kind::Record(&PARAMETER)),
            "参数，如LPR",
            "Numbers others publish, e.g. LPR",
        ),
        Field::required(
            "conditions",
            Kind::List(&Kind::Record(&CONDITION)),
            "准入条件，须全部满足",
            "Conditions: all must be met",
        ),
        Field::optional(
            "officer_checks",
            Kind::List(&Kind::Record(&CHECK)),
            "银行核验，与条件分开",
            "What only the bank can answer, kept apart",
        ),
        Field::required("limit", Kind::Record(&LIMIT), "额度", "The limit"),
        Field::required("rate", Kind::Record(&RATE), "年利率", "The rate of a year"),
        Field::optional(
            "sharing",
            Kind::List(&Kind::Record(&SHARING)),
            "风险分担，用第一个适用的一行；不写为银行全担",
            "Sharing of losses; the first row that applies; the bank bears all when left out",
        ),
        Field::optional("fees", Kind::List(&Kind::Record(&FEE)), "费用", "Fees"),
        Field::optional("subsidy", Kind::Record(&SUBSIDY), "贴息", "A subsidy of the interest"),
        Field::optional("service", Kind::Record(&SERVICE), "办理", "How it is got"),
        Field::optional("remarks", Kind::List(&NAME_KIND), "说明", "What every reader must know"),
    ],
    choices: &[],
};
