//! 授权: what an enterprise lets one bank see, for what, and until when.
//!
//! A consent names fields, one purpose and a last day. The text a person agrees to is made here from those facts and nothing
//! else, so that who has the facts can make it again and compare its digest.

use formula::Sentence;
use jiff::{ToSpan, civil::Date};

use crate::collection::{Refusal, machine::words};

words! {
    /// What a bank is let see.
    ConsentField {
        /// Name, code, registration, industry, field, park.
        Profile = "profile" "基本信息" "registration";
        /// 高企, 科小, 专精特新 … with their validity.
        Labels = "labels" "资质标签" "recognised titles";
        /// Total, grade, stage and ranks of the published years.
        Points = "points" "创新积分" "innovation points";
        /// Every indicator with its value and why it has its points.
        Indicators = "indicators" "指标得分明细" "indicators and their values";
        /// 参考额度 under the products.
        Offers = "offers" "参考额度" "reference limits";
        /// The people to ask: personal data.
        Contacts = "contacts" "联系人" "contacts";
    }
}

words! {
    /// What a bank is let see it for.
    ConsentPurpose {
        /// To tell the enterprise about products.
        Marketing = "marketing" "产品推介" "telling about products";
        /// To decide on a loan.
        CreditReview = "credit-review" "授信审批" "deciding on a loan";
        /// To look after a loan that was made.
        PostLoan = "post-loan" "贷后管理" "looking after a loan";
    }
}

/// Which wording [`Agreement::text`] has. A new wording is a new version: consents given before keep theirs.
pub const TEXT_VERSION: &str = "2026-11";

/// What is agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement<'a> {
    /// The enterprise's legal name.
    pub enterprise: &'a str,
    /// Its 统一社会信用代码.
    pub credit_code: &'a str,
    /// The bank's name.
    pub bank: &'a str,
    /// What is seen.
    pub fields: &'a [ConsentField],
    /// For what.
    pub purpose: ConsentPurpose,
    /// From this day.
    pub from: Date,
    /// To this day, the day included.
    pub until: Date,
}

impl Agreement<'_> {
    /// The last day a consent given on `from` may have: a year less a day later.
    #[must_use]
    pub fn longest(from: Date) -> Date {
        from.saturating_add(1.year()).saturating_sub(1.day())
    }

    /// Whether the days are allowed.
    ///
    /// # Errors
    /// The refusal: over before it begins, or longer than a year.
    pub fn check(&self) -> Result<(), Refusal> {
        let longest = Self::longest(self.from);
        if (self.from..=longest).contains(&self.until) {
            return Ok(());
        }
        Err(Refusal::new(
            "consent-period",
            format!("有效期应在{}至{longest}之间，授权最长一年", self.from),
            format!("must be from {} to {longest}: a consent lasts a year at most", self.from),
        ))
    }

    /// What the person agrees to.
    #[must_use]
    pub fn text(&self) -> Sentence {
        let names: Vec<Sentence> = self.fields.iter().map(|field| field.name()).collect();
        let join = |of: fn(&Sentence) -> &str, with: &str| {
            names.iter().map(|name| of(name).to_owned()).collect::<Vec<_>>().join(with)
        };
        let (zh, en) = (join(|name| &name.zh, "、"), join(|name| &name.en, ", "));
        let Self { enterprise, credit_code, bank, from, until, .. } = self;
        let purpose = self.purpose.name();
        Sentence::new(
            format!(
                "{enterprise}（统一社会信用代码{credit_code}）授权{bank}在{from}至{until}期间，为{}之目的，通过本平台查阅本企业的以下信息：{zh}。\
                 授权仅限上述银行、内容、目的和期限，不得转授他人；每次查阅均留有记录，企业可随时查看。\
                 企业可随时撤回授权，撤回后银行的下一次查阅即被拒绝；撤回不影响此前已依法进行的查阅。（文本版本{TEXT_VERSION}）",
                purpose.zh
            ),
            format!(
                "{enterprise} (credit code {credit_code}) lets {bank} read the following on this platform from {from} to {until}, for {} \
                 and nothing else: {en}. It holds for this bank, content, purpose and period only and cannot be passed on; every \
                 reading is recorded and the enterprise can see it at any time. The enterprise may revoke it at any time: the \
                 bank's next reading is refused then. What was lawfully read before is not affected. (Wording {TEXT_VERSION})",
                purpose.en
            ),
        )
    }
}
