//! The platform's words in both languages, as a person reads them in a file.

use formula::Language;

/// A word on the wire, in Chinese, in English.
pub(crate) type Word = (&'static str, &'static str, &'static str);

/// What a person does on the platform.
pub(crate) const ROLES: &[Word] = &[
    ("centre-officer", "中心工作人员", "centre officer"),
    ("zone-administrator", "高新区管理员", "zone administrator"),
    ("data-reviewer", "数据审核员", "data reviewer"),
    ("rule-author", "规则编制员", "rule author"),
    ("publisher", "发布员", "publisher"),
    ("policy-officer", "政策专员", "policy officer"),
    ("bank-officer", "银行客户经理", "bank officer"),
    ("enterprise-user", "企业用户", "enterprise user"),
    ("auditor", "审计员", "auditor"),
    ("system-administrator", "系统管理员", "system administrator"),
    ("security-administrator", "安全管理员", "security administrator"),
];
/// What an organisation is.
pub(crate) const KINDS: &[Word] = &[
    ("centre", "管理中心", "centre"),
    ("zone", "园区", "zone"),
    ("department", "部门", "department"),
    ("bank", "银行", "bank"),
    ("enterprise", "企业", "enterprise"),
];
/// Whether a person may sign in.
pub(crate) const STATES: &[Word] =
    &[("invited", "已邀请", "invited"), ("active", "正常", "active"), ("disabled", "已停用", "disabled")];
/// What became of a registration.
pub(crate) const REGISTRATION_STATES: &[Word] = &[
    ("waiting", "待确认", "waiting"),
    ("confirmed", "已确认", "confirmed"),
    ("refused", "已退回", "refused"),
];
/// What became of something that needs two persons.
pub(crate) const APPROVAL_STATES: &[Word] = &[
    ("waiting", "待确认", "waiting"),
    ("confirmed", "已确认", "confirmed"),
    ("declined", "已拒绝", "declined"),
    ("withdrawn", "已撤回", "withdrawn"),
    ("expired", "已过期", "expired"),
    ("lapsed", "已失效", "lapsed"),
];
/// How an action ended.
pub(crate) const OUTCOMES: &[Word] =
    &[("done", "完成", "done"), ("refused", "已拒绝", "refused"), ("failed", "失败", "failed")];
/// How far a job is.
pub(crate) const JOB_STATES: &[Word] = &[
    ("waiting", "等待", "waiting"),
    ("running", "进行中", "running"),
    ("done", "完成", "done"),
    ("failed", "失败", "failed"),
    ("cancelled", "已取消", "cancelled"),
];
/// What a job does.
pub(crate) const JOB_KINDS: &[Word] = &[
    ("audit-verification", "核验审计日志", "audit verification"),
    ("backup", "备份", "backup"),
    ("run", "计算积分", "computation"),
    ("import-preview", "导入预检", "check of an import"),
    ("import", "导入入库", "import"),
    ("portraits", "批量企业画像", "portraits"),
];
/// 登记状态.
pub(crate) const STATUSES: &[Word] = &[
    ("active", "存续", "active"),
    ("suspended", "停业", "suspended"),
    ("dormant", "歇业", "dormant"),
    ("liquidation", "清算", "in liquidation"),
    ("moved_out", "迁出", "moved out"),
    ("ordered_closed", "责令关闭", "ordered to close"),
    ("revoked", "吊销", "licence revoked"),
    ("rescinded", "撤销", "registration rescinded"),
    ("deregistered", "注销", "deregistered"),
    ("merged", "已合并", "merged"),
];
/// The language a person reads.
pub(crate) const LANGUAGES: &[Word] = &[("zh", "中文", "Chinese"), ("en", "英文", "English")];

/// The word as a reader of `language` says it; a word not listed stays as it is.
pub(crate) fn say<'a>(words: &[Word], word: &'a str, language: Language) -> &'a str
where
    'static: 'a,
{
    let found = words.iter().find(|(code, ..)| *code == word);
    match (found, language) {
        (Some((_, zh, _)), Language::Chinese) => zh,
        (Some((_, _, en)), Language::English) => en,
        (None, _) => word,
    }
}

/// Yes or no.
pub(crate) const fn yes_or_no(is: bool, language: Language) -> &'static str {
    match (is, language) {
        (true, Language::Chinese) => "是",
        (false, Language::Chinese) => "否",
        (true, Language::English) => "yes",
        (false, Language::English) => "no",
    }
}
/// How far a task is.
pub(crate) const TASK_STATES: &[Word] = &[
    ("open", "待办", "open"),
    ("contacted", "已联系", "contacted"),
    ("promised", "已承诺", "promised"),
    ("done", "已完成", "done"),
    ("given-up", "已放弃", "given up"),
];
/// 测算结论.
pub(crate) const VERDICTS: &[Word] = &[
    ("meets", "符合", "met"),
    ("promising", "有望", "promising"),
    ("needs-officer", "需人工核验", "officer check needed"),
    ("needs-data", "数据不足", "data missing"),
    ("fails", "不符合", "not met"),
];
/// What is remarkable about points.
pub(crate) const FLAGS: &[Word] = &[
    ("missing", "缺少数据", "data missing"),
    ("undefined", "不可比", "not defined"),
    ("zero", "确认为零", "confirmed zero"),
    ("capped", "已达上限", "capped"),
    ("floored", "按保底计分", "floored"),
    ("fallback", "备用规则", "fallback rule"),
    ("no-reference", "无可比参照", "no reference"),
    ("substituted", "替代计分", "substituted"),
];
/// What happened to a title.
pub(crate) const TITLE_CHANGES: &[Word] = &[
    ("entered", "新进", "entered"),
    ("renewed", "重新认定或复核", "renewed"),
    ("expired", "到期退出", "expired"),
    ("revoked", "撤销退出", "revoked"),
    ("gone", "离区退出", "left the zone"),
];
/// Whether an annual report was made.
pub(crate) const REPORTS: &[Word] = &[
    ("missed", "未填报", "missed"),
    ("silent", "名单未提及", "on no list"),
    ("reported", "已填报", "reported"),
];

/// How far an evaluation is.
pub(crate) const BATCH_STATES: &[Word] = &[
    ("draft", "筹备中", "draft"),
    ("open", "采集中", "collecting"),
    ("frozen", "已冻结", "frozen"),
    ("published", "已发布", "published"),
    ("closed", "已归档", "closed"),
];
/// How far an enterprise's filing is.
pub(crate) const PARTICIPANT_STATES: &[Word] = &[
    ("draft", "待填报", "not submitted"),
    ("submitted", "待审核", "to be reviewed"),
    ("returned", "已退回", "sent back"),
    ("approved", "已通过", "approved"),
    ("frozen", "已冻结", "frozen"),
];
/// What a policy gives.
pub(crate) const POLICY_KINDS: &[Word] = &[
    ("relief", "减免", "relief"),
    ("grant", "奖补", "grant"),
    ("right", "权益", "right"),
    ("title", "资质", "title"),
];
/// How a policy reaches the entitled.
pub(crate) const POLICY_WAYS: &[Word] = &[
    ("without-application", "免申即享", "without application"),
    ("on-request", "即申即享", "on request"),
    ("fast-track", "快申快享", "fast track"),
    ("review", "评审", "review"),
];
/// How far an application under a policy is.
pub(crate) const APPLICATION_STATES: &[Word] = &[
    ("submitted", "待核验", "waiting for an officer"),
    ("asked", "待补正", "more is asked for"),
    ("passed", "核验通过", "passed"),
    ("refused", "不予通过", "refused"),
    ("withdrawn", "已撤回", "withdrawn"),
];
/// What a bank falls back on.
pub(crate) const SECURITIES: &[Word] = &[
    ("credit", "信用", "credit"),
    ("public-guarantee", "政府性融资担保", "public guarantee"),
    ("guarantee", "保证", "guarantee"),
    ("pledge", "质押", "pledge"),
    ("mortgage", "抵押", "mortgage"),
];
/// How a loan is repaid.
pub(crate) const REPAYMENTS: &[Word] = &[
    ("equal-instalments", "等额本息", "equal instalments"),
    ("equal-principal", "等额本金", "equal principal"),
    ("monthly-interest", "按月付息到期还本", "interest monthly, principal at the end"),
    ("at-maturity", "到期一次还本付息", "all at the end"),
];
/// How a published rate reads.
pub(crate) const RATE_READS: &[Word] =
    &[("exactly", "固定", "exactly"), ("at-most", "不超过", "at most"), ("from", "起", "from")];
/// How an enterprise stands to a loan product.
pub(crate) const OFFERS: &[Word] = &[
    ("eligible", "符合准入条件", "eligible"),
    ("bank-check", "待银行核验", "to be checked by the bank"),
    ("cannot-tell", "数据不足", "cannot tell"),
    ("not-eligible", "不符合", "not eligible"),
];
/// How far a list of awards is.
pub(crate) const AWARD_LIST_STATES: &[Word] = &[
    ("review", "名单审核", "under review"),
    ("notice", "公示中", "public notice"),
    ("paying", "兑付中", "being paid"),
    ("closed", "已办结", "closed"),
    ("cancelled", "已撤销", "cancelled"),
];
/// How far a batch of payments is.
pub(crate) const PAYMENT_STATES: &[Word] = &[
    ("prepared", "待放行", "waiting for release"),
    ("released", "已放行", "released"),
    ("settled", "已回盘", "settled"),
    ("withdrawn", "已撤回", "withdrawn"),
];
/// How far an objection to a list is.
pub(crate) const AWARD_OBJECTION_STATES: &[Word] =
    &[("open", "处理中", "open"), ("upheld", "成立", "upheld"), ("dismissed", "不成立", "dismissed")];
/// How far an award is.
pub(crate) const AWARD_STATES: &[Word] = &[
    ("listed", "待确认", "to be confirmed"),
    ("struck", "已剔除", "struck out"),
    ("confirmed", "已确认账户", "account confirmed"),
    ("batched", "已入付款批次", "in a batch"),
    ("paid", "已付款", "paid"),
    ("failed", "付款失败", "payment failed"),
    ("returned", "已退回", "came back"),
    ("clawed-back", "已追回", "clawed back"),
    ("cancelled", "已撤销", "cancelled"),
];
/// What happened to the money.
pub(crate) const LEDGER_KINDS: &[Word] = &[
    ("paid", "付款", "paid"),
    ("failed", "付款失败", "failed"),
    ("returned", "退回", "returned"),
    ("clawed-back", "追回", "clawed back"),
];
/// How an enterprise stands to a policy.
pub(crate) const ENTITLEMENTS: &[Word] = &[
    ("entitled", "符合", "entitled"),
    ("officer-check", "待人工核验", "officer check pending"),
    ("cannot-tell", "数据不足", "cannot tell"),
    ("not-entitled", "不符合", "not entitled"),
];
/// What became of an objection.
pub(crate) const OBJECTION_STATES: &[Word] = &[
    ("open", "办理中", "undecided"),
    ("upheld", "成立", "upheld"),
    ("dismissed", "不成立", "dismissed"),
    ("withdrawn", "已撤回", "withdrawn"),
];
/// How far a run is.
pub(crate) const RUN_STATES: &[Word] = &[
    ("draft", "待发布", "not published"),
    ("published", "已发布", "published"),
    ("superseded", "已被更正", "corrected since"),
    ("discarded", "已作废", "discarded"),
];
/// What an import brings.
pub(crate) const IMPORT_KINDS: &[Word] = &[
    ("register", "企业名录", "register"),
    ("values", "部门数据", "values"),
    ("titles", "认定名单", "titles"),
    ("annual-reports", "年报名单", "annual reports"),
];
/// How far an import is.
pub(crate) const IMPORT_STATES: &[Word] = &[
    ("uploaded", "待预检", "to be checked"),
    ("previewing", "预检中", "being checked"),
    ("previewed", "待导入", "to be imported"),
    ("running", "导入中", "being imported"),
    ("done", "已导入", "imported"),
    ("failed", "未导入", "not imported"),
    ("cancelled", "已取消", "cancelled"),
];
/// What an import does with bad rows.
pub(crate) const IMPORT_MODES: &[Word] =
    &[("all", "全部不导入", "nothing is imported"), ("good", "只导入无误的行", "good rows are imported")];
/// Who says what a value is.
pub(crate) const SOURCES: &[Word] = &[
    ("tax", "税务", "tax"),
    ("hr", "人社", "human resources"),
    ("ip", "知识产权", "intellectual property"),
    ("science", "科技", "science and technology"),
    ("industry", "工信", "industry and IT"),
    ("market", "市场监管", "market regulation"),
    ("torch", "火炬统计", "Torch statistics"),
    ("self", "企业自报", "the enterprise itself"),
    ("register", "企业库", "register"),
];
/// What a notice is about.
pub(crate) const NOTICE_KINDS: &[Word] = &[
    ("deadline-extended", "延期", "more time"),
    ("deadline-changed", "截止日期调整", "last day changed"),
    ("reminder", "催报", "reminder"),
    ("filing-returned", "填报退回", "filing sent back"),
    ("filing-approved", "审核通过", "filing approved"),
    ("objection-decided", "异议结论", "objection decided"),
    ("published", "结果发布", "published"),
    ("tasks-due", "任务提醒", "tasks due"),
    ("award-shown", "兑现公示", "award on public notice"),
    ("award-payable", "确认收款账户", "account to confirm"),
    ("award-paid", "兑现到账", "award paid"),
    ("award-failed", "付款失败", "payment failed"),
    ("award-objection-decided", "公示异议结论", "objection to a list decided"),
    ("consent-granted", "企业新授权", "consent granted"),
    ("consent-revoked", "企业撤回授权", "consent revoked"),
    ("loan-applied", "贷款申请", "application for a loan"),
    ("loan-moved", "贷款办理", "move of a loan"),
    ("loan-waiting", "贷款待办提醒", "application waits"),
    ("loan-ending", "批准即将到期", "approval ends soon"),
    ("loan-supported", "园区支持", "support of the zone"),
    ("rules-moved", "政策产品编制", "policy or product being written"),
    ("rules-ending", "政策产品即将到期", "policies or products end soon"),
    ("policy-open", "可申报政策", "policy to apply under"),
    ("policy-applied", "政策申报待核验", "application under a policy"),
    ("policy-application-moved", "政策申报办理", "move of an application"),
    ("policy-application-due", "政策申报办结提醒", "application due"),
    ("webhook-tried", "推送测试", "trial of a webhook"),
];
/// What a bank is let see.
pub(crate) const CONSENT_FIELDS: &[Word] = &[
    ("profile", "基本信息", "registration"),
    ("labels", "资质标签", "recognised titles"),
    ("points", "创新积分", "innovation points"),
    ("indicators", "指标得分明细", "indicators and their values"),
    ("offers", "参考额度", "reference limits"),
    ("contacts", "联系人", "contacts"),
];
/// What a bank is let see it for.
pub(crate) const CONSENT_PURPOSES: &[Word] = &[
    ("marketing", "产品推介", "telling about products"),
    ("credit-review", "授信审批", "deciding on a loan"),
    ("post-loan", "贷后管理", "looking after a loan"),
];
/// How far an application is, and the loan it becomes.
pub(crate) const LOAN_STATES: &[Word] = &[
    ("submitted", "待受理", "waiting for the bank"),
    ("reviewing", "审查中", "under review"),
    ("asked", "待补充材料", "material asked for"),
    ("proposed", "待复核", "waiting for a second person"),
    ("approved", "已批准", "approved"),
    ("signed", "已签约", "signed"),
    ("lent", "在贷", "lent"),
    ("overdue", "逾期", "overdue"),
    ("settled", "已结清", "settled"),
    ("rejected", "已拒绝", "rejected"),
    ("withdrawn", "已撤回", "withdrawn"),
    ("lapsed", "已失效", "lapsed"),
];
/// Money of a fund.
pub(crate) const FUND_ENTRY_KINDS: &[Word] = &[
    ("pay-in", "注入", "paid in"),
    ("compensate", "代偿补偿", "compensation"),
    ("recover", "追偿回收", "recovered"),
    ("subsidise", "贴息", "interest subsidy"),
    ("give-back", "贴息退回", "subsidy returned"),
];
/// How far an entry of a fund is.
pub(crate) const ENTRY_STATES: &[Word] = &[
    ("waiting", "待复核", "waiting for a second person"),
    ("booked", "已入账", "booked"),
    ("struck", "已作废", "struck out"),
];
/// Why a bank does not lend.
pub(crate) const REJECT_REASONS: &[Word] = &[
    ("points", "积分或等级未达要求", "points or grade"),
    ("credit", "信用记录不符合要求", "credit record"),
    ("ability", "偿债能力不足", "ability to repay"),
    ("purpose", "借款用途不符合要求", "purpose of the loan"),
    ("material", "材料不全或不实", "material"),
    ("quota", "本行额度或政策限制", "the bank's own limits"),
    ("other", "其他", "other"),
];
/// Whether a consent holds.
pub(crate) const CONSENT_STATES: &[Word] =
    &[("live", "有效", "valid"), ("revoked", "已撤回", "revoked"), ("expired", "已到期", "expired")];
/// How a value came to count.
pub(crate) const STANDINGS: &[Word] =
    &[("disputed", "待裁定", "to be decided"), ("decided", "已裁定", "decided")];

#[cfg(test)]
mod tests {
    use super::*;
    use store::{
        OrganisationKind, Role, approvals::ApprovalState, audit::Outcome, jobs::JobState,
        registrations::RegistrationState, users::UserState,
    };

    #[test]
    fn a_role_is_called_the_same_everywhere() {
        for role in Role::ALL {
            let name = crate::permissions::role_name(*role);
            assert_eq!(
                (say(ROLES, role.word(), Language::Chinese), say(ROLES, role.word(), Language::English)),
                (&*name.zh, &*name.en)
            );
        }
    }

    #[test]
    fn every_word_of_the_store_has_both_languages() {
        let mut missing = Vec::new();
        let mut check = |words: &[Word], all: Vec<&'static str>| {
            missing.extend(all.into_iter().filter(|word| words.iter().all(|(code, ..)| code != word)));
        };
        check(ROLES, Role::ALL.iter().map(|it| it.word()).collect());
        check(KINDS, OrganisationKind::ALL.iter().map(|it| it.word()).collect());
        check(STATES, UserState::ALL.iter().map(|it| it.word()).collect());
        check(REGISTRATION_STATES, RegistrationState::ALL.iter().map(|it| it.word()).collect());
        check(APPROVAL_STATES, ApprovalState::ALL.iter().map(|it| it.word()).collect());
        check(STATUSES, store::enterprises::EnterpriseStatus::ALL.iter().map(|it| it.word()).collect());
        check(OUTCOMES, Outcome::ALL.iter().map(|it| it.word()).collect());
        check(BATCH_STATES, store::batches::BatchState::ALL.iter().map(|it| it.word()).collect());
        check(PARTICIPANT_STATES, store::batches::ParticipantState::ALL.iter().map(|it| it.word()).collect());
        check(AWARD_LIST_STATES, store::awards::ListState::ALL.iter().map(|it| it.word()).collect());
        check(PAYMENT_STATES, store::awards::PaymentState::ALL.iter().map(|it| it.word()).collect());
        let objections = store::awards::AwardObjectionState::ALL;
        check(AWARD_OBJECTION_STATES, objections.iter().map(|it| it.word()).collect());
        check(AWARD_STATES, store::awards::AwardState::ALL.iter().map(|it| it.word()).collect());
        check(CONSENT_FIELDS, store::consents::ConsentField::ALL.iter().map(|it| it.word()).collect());
        check(CONSENT_PURPOSES, store::consents::ConsentPurpose::ALL.iter().map(|it| it.word()).collect());
        let applications = store::applications::ApplicationState::ALL;
        check(APPLICATION_STATES, applications.iter().map(|it| it.word()).collect());
        check(LOAN_STATES, store::loans::LoanState::ALL.iter().map(|it| it.word()).collect());
        check(FUND_ENTRY_KINDS, store::funds::EntryKind::ALL.iter().map(|it| it.word()).collect());
        check(ENTRY_STATES, store::funds::EntryState::ALL.iter().map(|it| it.word()).collect());
        check(REJECT_REASONS, store::loans::RejectReason::ALL.iter().map(|it| it.word()).collect());
        check(LEDGER_KINDS, store::awards::LedgerKind::ALL.iter().map(|it| it.word()).collect());
        check(OBJECTION_STATES, store::objections::ObjectionState::ALL.iter().map(|it| it.word()).collect());
        check(RUN_STATES, store::runs::RunState::ALL.iter().map(|it| it.word()).collect());
        check(SOURCES, store::values::ValueSource::ALL.iter().map(|it| it.word()).collect());
        check(JOB_STATES, JobState::ALL.iter().map(|it| it.word()).collect());
        assert_eq!(missing, [""; 0]);
    }
}
