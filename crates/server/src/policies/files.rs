//! The policy library: every policy with its versions, and the page of one.

use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, POLICY_KINDS, POLICY_WAYS},
    input::Params,
    library::{named, read_day, today},
    listing::{self, Asked, List},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
    wire::{PolicyKindWord, PolicyWayWord},
};
use axum::extract::Path;
use domain::{
    Status,
    cultivation::ClauseBody,
    policies::{Award, Fen, Policy},
};
use jiff::civil::Date;
use rulebook::{Found, Loaded};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use store::{Page, StoreError};
use utoipa::{IntoParams, ToSchema};

/// Which policies.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedPolicies {
    /// With this in name, code or issuer.
    search: Option<String>,
    /// Only this kind.
    #[param(inline)]
    kind: Option<PolicyKindWord>,
    /// Only those that reach the entitled this way.
    #[param(inline)]
    way: Option<PolicyWayWord>,
    /// Those in force on this day; today when left out.
    on: Option<String>,
    /// Those whose time has not come or is over, too.
    all: Option<bool>,
    /// `name` or `until`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

#[derive(Debug, Clone, Copy)]
enum Sort {
    Name,
    Until,
}

const SORTS: [(&str, Sort); 2] = [("name", Sort::Name), ("until", Sort::Until)];

/// A policy.
#[derive(Serialize, ToSchema)]
#[schema(as = Policy)]
pub(crate) struct PolicyBody {
    /// Its permanent code.
    code: String,
    /// What it is called.
    name: String,
    /// Version of its file.
    version: String,
    /// Whether somebody issued it (`false`: an example that must not look official).
    official: bool,
    /// What it gives.
    kind: PolicyKindWord,
    /// How it reaches the entitled.
    way: PolicyWayWord,
    /// 发布单位.
    issuer: String,
    /// In force from.
    from: String,
    /// … to; without an end when absent.
    until: Option<String>,
    /// Whether it is in force on the day asked for.
    in_force: bool,
    /// What is given, part by part.
    gives: Vec<String>,
    /// 年度预算 in yuan; absent where it is not limited.
    budget: Option<String>,
    /// 办理时限 in working days.
    working_days: Option<u16>,
    /// 联系方式.
    contact: Option<String>,
}

impl PolicyBody {
    fn of(desk: &Desk, policy: &Policy, on: Date) -> Self {
        let gives = match &policy.award {
            Award::Right(right) => vec![named(desk, right)],
            Award::Money(money) => money.parts.iter().map(|part| named(desk, &part.name)).collect(),
        };
        Self {
            code: policy.code.clone(),
            name: named(desk, &policy.name),
            version: policy.version.clone(),
            official: policy.status == Status::Official,
            kind: policy.kind.into(),
            way: policy.way.into(),
            issuer: named(desk, &policy.issuer),
            from: policy.in_force.from.to_string(),
            until: policy.in_force.until.map(|day| day.to_string()),
            in_force: policy.in_force.covers(on),
            gives,
            budget: policy.budget.as_ref().map(|budget| budget.amount.to_string()),
            working_days: policy.service.working_days,
            contact: policy.service.contact.as_ref().map(|contact| named(desk, contact)),
        }
    }
}

/// The version of every policy or product that counts on `on`: the one in force, else the next one, else the last.
pub(crate) fn versions_for(found: Vec<Found>, on: Date) -> Vec<Found> {
    let mut chosen: Vec<Found> = Vec::new();
    for one in found {
        match chosen.iter_mut().find(|other| other.code == one.code) {
            None => chosen.push(one),
            // By first day: whatever is not over yet stays.
            Some(other) if other.in_force.until.is_some_and(|until| until < on) => *other = one,
            Some(_) => {}
        }
    }
    chosen
}

pub(crate) fn found(rules: &ZoneRules) -> Result<Vec<Found>, Stop> {
    rulebook::find_policies_from(rules, &rules.policies()).map_err(|problems| wrong(&problems))
}

/// The policy in `file` as it is on `on`, or on its nearest day in force.
fn load(rules: &ZoneRules, file: &Found, on: Date) -> Result<Loaded<Policy>, Stop> {
    let days = file.in_force;
    let day = on.max(days.from).min(days.until.unwrap_or(Date::MAX));
    let loaded = rulebook::load_policy_from(rules, &file.path, day);
    let mut loaded = loaded.map_err(|problems| wrong(&problems))?;
    // A version that another one replaces ends before its own file says so.
    loaded.value.in_force = days;
    Ok(loaded)
}

/// The policies in force on `on`, by name in Chinese.
///
/// # Errors
/// 409 with what is wrong with a rule file.
pub(crate) fn in_force(rules: &ZoneRules, on: Date) -> Result<Vec<Policy>, Stop> {
    let mut all = Vec::new();
    for file in versions_for(found(rules)?, on) {
        if file.in_force.covers(on) {
            all.push(load(rules, &file, on)?.value);
        }
    }
    all.sort_by(|one, other| (&one.name.zh, &one.code).cmp(&(&other.name.zh, &other.code)));
    Ok(all)
}

/// The version of the policy `code` that counts on `on`, its rule file's path and text.
///
/// # Errors
/// 404 when there is none, 409 with what is wrong with a rule file.
pub(crate) fn policy_on(rules: &ZoneRules, code: &str, on: Date) -> Result<(Policy, PathBuf, String), Stop> {
    let all = found(rules)?.into_iter().filter(|one| one.code == code).collect();
    let file = versions_for(all, on).into_iter().next().ok_or(Code::NotFound)?;
    let policy = load(rules, &file, on)?.value;
    let source = rulebook::Files::read(rules, &file.path).map_err(StoreError::File)?;
    Ok((policy, file.path, String::from_utf8_lossy(&source).into_owned()))
}

fn wrong(problems: &[rulebook::Problem]) -> Stop {
    wrong_files(("政策", "policy"), problems)
}

/// Rule files of the zone's own folder may be wrong: the person who edits them learns what.
pub(crate) fn wrong_files(what: (&str, &str), problems: &[rulebook::Problem]) -> Stop {
    let say = |language| {
        let first = problems.iter().find(|problem| problem.is_error());
        first.map_or_else(String::new, |problem| rulebook::render(problem, language))
    };
    let (zh, en) = (say(rulebook::Language::Chinese), say(rulebook::Language::English));
    tracing::error!(problem = %en, kind = what.1, "rule files cannot be read");
    let told = (format!("{}文件有误：{zh}", what.0), format!("The {} files have problems: {en}", what.1));
    Problem::new(Code::WrongState).saying(told.0, told.1).into()
}

/// The policies of the library.
#[utoipa::path(get, path = "/api/v1/policies", operation_id = "list_policies", tag = "policies",
    params(WantedPolicies), responses((status = 200, body = inline(List<PolicyBody>), description = "A page")),
    extensions(("x-permission" = json!("policy:list"))))]
pub(crate) async fn list_policies(desk: Desk, Params(wanted): Params<WantedPolicies>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let found = wanted.find(&desk, &asked).await?;
    Ok(Reply::ok(&asked.list(found, |one| one)))
}

impl WantedPolicies {
    async fn find(&self, desk: &Desk, asked: &Asked<Sort>) -> Result<Page<PolicyBody>, Stop> {
        let on = read_day(self.on.as_deref())?.unwrap_or_else(|| today(desk));
        let rules = &ZoneRules::library(desk).await?;
        let mut bodies = Vec::new();
        for file in versions_for(found(rules)?, on) {
            let body = PolicyBody::of(desk, &load(rules, &file, on)?.value, on);
            let search = self.search.as_deref().map(str::trim);
            let named = search.is_none_or(|part| {
                [&body.name, &body.code, &body.issuer].into_iter().any(|text| text.contains(part))
            });
            let kept = self.kind.is_none_or(|kind| kind == body.kind)
                && self.way.is_none_or(|way| way == body.way)
                && (body.in_force || self.all.unwrap_or(false));
            if named && kept {
                bodies.push(body);
            }
        }
        match asked.sort {
            Sort::Name => {
                bodies.sort_by(|one, other| (&one.name, &one.code).cmp(&(&other.name, &other.code)))
            }
            Sort::Until => bodies.sort_by(|one, other| {
                let until = |body: &PolicyBody| (body.until.is_none(), body.until.clone(), body.code.clone());
                until(one).cmp(&until(other))
            }),
        }
        if asked.page.descending {
            bodies.reverse();
        }
        Ok(listing::in_memory(bodies, asked))
    }
}

/// The columns of an export.
pub(crate) const POLICIES: Export = Export {
    resource: "policy",
    title: ("政策库", "policies"),
    columns: &[
        Column::plain("name", "政策名称", "Policy"),
        Column::plain("issuer", "发布单位", "Issuer"),
        Column::word("kind", "类型", "Kind", POLICY_KINDS),
        Column::word("way", "兑现方式", "Way", POLICY_WAYS),
        Column::plain("gives", "支持内容", "Gives"),
        Column::plain("from", "有效期自", "From"),
        Column::plain("until", "有效期至", "Until"),
        Column::plain("in_force", "当日有效", "In force"),
        Column::plain("official", "是否正式政策", "Issued by somebody"),
        Column::plain("budget", "年度预算（元）", "Budget (yuan)"),
        Column::plain("working_days", "办理时限（工作日）", "Working days"),
        Column::plain("contact", "联系方式", "Contact"),
        Column::plain("code", "代码", "Code"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/policies/export", operation_id = "export_policies", tag = "policies",
    params(WantedPolicies, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("policy:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_policies(desk: Desk, exporting: Exporting<WantedPolicies>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let found = wanted.find(&desk, &asked).await?;
    exporting::send(&desk, &POLICIES, file, found, |one| one).await
}

/// On which day.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OnDay {
    /// The version in force on this day; today when left out.
    pub(crate) on: Option<String>,
}

/// A condition or an officer's question.
#[derive(Serialize, ToSchema)]
#[schema(as = PolicyClause)]
pub(crate) struct ClauseText {
    /// Its code.
    code: String,
    /// What it asks for.
    name: String,
    /// The question an officer answers; absent for conditions that data decide.
    question: Option<String>,
    /// 条款.
    article: Option<String>,
}

/// One version of a policy or product.
#[derive(Serialize, ToSchema)]
#[schema(as = PolicyVersion)]
pub(crate) struct VersionOfFile {
    /// Version of its file.
    pub(crate) version: String,
    /// In force from.
    pub(crate) from: String,
    /// … to.
    pub(crate) until: Option<String>,
}

/// The page of a policy.
#[derive(Serialize, ToSchema)]
pub(crate) struct PolicyPage {
    /// The policy.
    #[serde(flatten)]
    policy: PolicyBody,
    /// Documents it rests on: title and 文号.
    basis: Vec<String>,
    /// What data decide: all must be met.
    conditions: Vec<ClauseText>,
    /// What officers answer.
    officer_checks: Vec<ClauseText>,
    /// Materials; empty where nothing is asked for.
    materials: Vec<String>,
    /// Which year's data it looks at: 上年度 or 本年度.
    data_year: String,
    /// On which day ages and labels are judged.
    data_day: String,
    /// Most that an enterprise gets in a year under all policies of the same ceiling, in yuan.
    ceiling: Option<String>,
    /// 就高不重复: of the policies of the same group only the highest is paid.
    group: Option<String>,
    /// All of it as Chinese prose (Markdown), amounts, bands and budget in full.
    text: String,
    /// The rule file, comments and all.
    source: String,
    /// Every version, oldest first.
    versions: Vec<VersionOfFile>,
    /// 测算结果仅供参考，以主管部门的审定和公示为准.
    note: String,
}

/// One policy: for whom, how much, until when, how, whom to ask.
#[utoipa::path(get, path = "/api/v1/policies/{id}", operation_id = "read_policy", tag = "policies",
    params(("id" = String, Path, description = "The policy's code"), OnDay),
    responses((status = 200, body = PolicyPage, description = "The policy")),
    extensions(("x-permission" = json!("policy:read"))))]
pub(crate) async fn read_policy(
    desk: Desk,
    Path(code): Path<String>,
    Params(wanted): Params<OnDay>,
) -> Answer {
    let on = read_day(wanted.on.as_deref())?.unwrap_or_else(|| today(&desk));
    let rules = &ZoneRules::library(&desk).await?;
    let all: Vec<Found> = found(rules)?.into_iter().filter(|one| one.code == code).collect();
    let mut versions = Vec::new();
    for file in &all {
        versions.push(VersionOfFile {
            version: file.version.clone(),
            from: file.in_force.from.to_string(),
            until: file.in_force.until.map(|day| day.to_string()),
        });
    }
    let (policy, path, source) = policy_on(rules, &code, on)?;
    let text = rulebook::show_from(rules, &path, Some(policy.on));
    let say = |sentence: formula::Sentence| sentence.in_language(desk.context.language).to_owned();
    Ok(Reply::ok(&PolicyPage {
        basis: policy.basis.iter().map(basis_text).collect(),
        conditions: policy.conditions.iter().map(|one| clause(&desk, one)).collect(),
        officer_checks: policy.officer_checks.iter().map(|one| clause(&desk, one)).collect(),
        materials: policy.service.materials.iter().map(|one| named(&desk, one)).collect(),
        data_year: say(policy.data_year.sentence()),
        data_day: say(policy.data_day.sentence()),
        ceiling: policy.stacking.ceiling.as_ref().map(|ceiling| Fen::to_string(&ceiling.amount)),
        group: policy.stacking.group.clone(),
        text: text.map_err(|problems| wrong(&problems))?,
        source,
        versions,
        note: say(Policy::note()),
        policy: PolicyBody::of(&desk, &policy, on),
    }))
}

pub(crate) fn basis_text(basis: &domain::Basis) -> String {
    match &basis.number {
        Some(number) => format!("{}（{number}）", basis.title),
        None => basis.title.clone(),
    }
}

pub(crate) fn clause(desk: &Desk, clause: &domain::cultivation::Clause) -> ClauseText {
    let question = match &clause.body {
        ClauseBody::OfficerCheck(check) => Some(check.question.in_language(desk.context.language).to_owned()),
        _ => None,
    };
    ClauseText {
        code: clause.code.clone(),
        name: named(desk, &clause.name),
        question,
        article: clause.article.clone(),
    }
}
