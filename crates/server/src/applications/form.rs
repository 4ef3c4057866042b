//! What applying under a policy asks of an enterprise: nothing that the platform knows already.

use crate::{
    awards::yuan,
    desk::Desk,
    input::Params,
    library::{chosen, named, participant, said, today},
    participants::Found,
    points::fact_shown,
    policies::{EntitlementBody, Matching, StandingWord},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::PolicyWayWord,
};
use domain::{
    Name,
    cultivation::ClauseBody,
    policies::{Policy, applying::working_days_after},
};
use formula::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::{
    applications::{self, Application, ApplicationState},
    batches::Batch,
    enterprises::{self, Enterprise},
    runs::Run,
};
use utoipa::{IntoParams, ToSchema};

/// Words in both languages, as they are kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Words {
    zh: String,
    en: Option<String>,
}

impl Words {
    fn of(name: &Name) -> Self {
        Self { zh: name.zh.clone(), en: name.en.clone() }
    }

    pub(super) fn told(&self, language: Language) -> String {
        match (language, &self.en) {
            (Language::English, Some(en)) => en.clone(),
            _ => self.zh.clone(),
        }
    }
}

/// What is kept of a form: data filled in, what officers must answer, what must be proved.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Form {
    pub(super) data: Vec<KeptDatum>,
    pub(super) checks: Vec<KeptCheck>,
    pub(super) materials: Vec<Words>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KeptDatum {
    item: String,
    name: Words,
    back: u8,
    value: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct KeptCheck {
    pub(super) code: String,
    pub(super) name: Words,
    pub(super) question: Words,
}

impl Form {
    fn of(matching: &Matching, policy: usize, at: usize) -> Self {
        let rules = matching.rules(policy);
        let data = matching.run.data(policy, at).into_iter().map(|datum| KeptDatum {
            item: datum.item.code.clone(),
            name: Words::of(&datum.item.name),
            back: datum.back,
            value: datum.fact.map(|fact| fact_shown(&fact, Some(datum.item))),
        });
        let checks = rules.officer_checks.iter().filter_map(|check| {
            let ClauseBody::OfficerCheck(asked) = &check.body else { return None };
            let (name, question) = (Words::of(&check.name), Words::of(&asked.question));
            Some(KeptCheck { code: check.code.clone(), name, question })
        });
        let (data, checks) = (data.collect(), checks.collect());
        Self { data, checks, materials: rules.service.materials.iter().map(Words::of).collect() }
    }

    /// What an older program kept is read as far as it goes.
    pub(super) fn kept(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    pub(super) fn data_told(&self, year: i32, language: Language) -> Vec<FormDatum> {
        let told = self.data.iter().map(|one| FormDatum {
            item: one.item.clone(),
            name: one.name.told(language),
            year: year - i32::from(one.back),
            value: one.value.clone(),
        });
        told.collect()
    }
}

/// A datum that is filled in from the evaluation.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationDatum)]
pub(crate) struct FormDatum {
    /// The item's code.
    item: String,
    /// What it is called.
    name: String,
    /// The year it is about.
    year: i32,
    /// Its value with its unit; absent when missing.
    value: Option<String>,
}

/// What an officer must answer.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationQuestion)]
struct Question {
    /// Its code in the policy.
    code: String,
    /// What it is called.
    name: String,
    /// The question; yes means met.
    question: String,
}

/// An application form, filled in.
#[derive(Serialize, ToSchema)]
#[schema(as = ApplicationForm)]
pub(crate) struct FormBody {
    /// The policy's code.
    policy: String,
    /// What it is called.
    policy_name: String,
    /// Whether somebody issued it.
    official: bool,
    /// How it reaches the entitled.
    way: PolicyWayWord,
    /// How the enterprise stands to it by the data.
    standing: StandingWord,
    /// Whether it can apply: the data meet every condition and there is no application yet.
    open: bool,
    /// What it would get by formula and caps, in yuan; absent where the award is not money or cannot be told.
    claimed: Option<String>,
    /// What fails, is missing, or an officer must answer.
    reasons: Vec<String>,
    /// What the policy looks at, filled in.
    data: Vec<FormDatum>,
    /// What officers will answer.
    questions: Vec<Question>,
    /// What must be proved, each by one file; by their place, from 0.
    materials: Vec<String>,
    /// The evaluation's participant, whose attachments prove it.
    participant_id: Option<String>,
    /// Decided in so many working days.
    working_days: Option<u16>,
    /// Decided by this day if it is handed in today.
    due_on: Option<String>,
    /// The year whose money is paid.
    period: i32,
    /// The application there is already: waiting, or passed.
    application_id: Option<String>,
    /// An estimate: see the note of every answer about policies.
    note: String,
}

/// An enterprise before a policy, with the data it is judged by.
pub(super) struct Applicant {
    pub(super) enterprise: Enterprise,
    pub(super) run: Run,
    pub(super) batch: Batch,
    pub(super) matching: Arc<Matching>,
    pub(super) policy: usize,
    pub(super) at: usize,
}

impl Applicant {
    /// The caller's enterprise before the policy `code`, by the data of the latest published year.
    ///
    /// # Errors
    /// That it takes no part, or that there is no such policy in force.
    pub(super) async fn own(desk: &Desk, code: &str) -> Result<Self, Stop> {
        let caller = desk.caller()?;
        let own = enterprises::by_organisation(desk.database(), &caller.organisation.id).await?;
        let enterprise = own.ok_or(Code::NotAllowed)?;
        let (run, batch) = chosen(desk, &enterprise, None).await?;
        let matching = Matching::of(desk, &run, &batch, None).await?;
        let policy = matching.policy(code)?;
        let at = matching.member(&enterprise.credit_code).ok_or_else(|| {
            Problem::new(Code::WrongState).saying(
                format!("贵企业没有参加{}年度评价，没有可填报的数据。", batch.year),
                format!(
                    "The enterprise took no part in the evaluation of {}; there are no data.",
                    batch.year
                ),
            )
        })?;
        Ok(Self { enterprise, run, batch, matching, policy, at })
    }

    pub(super) fn rules(&self) -> &Policy {
        self.matching.rules(self.policy)
    }

    pub(super) fn form(&self) -> Form {
        Form::of(&self.matching, self.policy, self.at)
    }

    /// The year whose money is paid.
    pub(super) fn period(&self) -> i32 {
        i32::from(self.matching.run.on.year())
    }

    /// By when it is decided if it is handed in on `day`.
    pub(super) fn due(&self, day: Date) -> Option<Date> {
        self.rules().service.working_days.map(|days| working_days_after(day, days))
    }

    pub(super) fn stands(&self, desk: &Desk) -> EntitlementBody {
        EntitlementBody::of(desk, &self.matching, (self.policy, self.at))
    }

    /// The claim it would have once it has passed, in cents.
    pub(super) fn claimed(&self) -> Option<i64> {
        self.matching.run.claim_passed(self.policy, self.at).map(|(claim, _)| claim.amount.0)
    }

    /// The application there is for the policy and year, neither refused nor taken back.
    async fn present(&self, desk: &Desk) -> Result<Option<Application>, Stop> {
        let all = applications::of_enterprise(desk.database(), &self.enterprise.id).await?;
        let (policy, period) = (&self.rules().code, self.period());
        Ok(all.into_iter().find(|one| {
            let over = matches!(one.state, ApplicationState::Refused | ApplicationState::Withdrawn);
            !over && one.policy == *policy && one.period == period
        }))
    }

    async fn participant(&self, desk: &Desk) -> Result<Option<Found>, Stop> {
        participant(desk, &self.batch, &self.enterprise).await
    }
}

/// Under which policy.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedForm {
    /// The policy's code.
    policy: String,
}

/// The form of a policy, filled in for the caller's enterprise by the data of the latest published year.
#[utoipa::path(get, path = "/api/v1/policy-applications/form", operation_id = "read_application_form", tag = "policies",
    params(WantedForm), responses((status = 200, body = FormBody, description = "The form")),
    extensions(("x-permission" = json!("policy-application:apply")), ("x-time-limit" = json!(60))))]
pub(crate) async fn read_form(desk: Desk, Params(wanted): Params<WantedForm>) -> Answer {
    let applicant = Applicant::own(&desk, &wanted.policy).await?;
    let (rules, form, told) = (applicant.rules(), applicant.form(), applicant.stands(&desk));
    let present = applicant.present(&desk).await?;
    let participant = applicant.participant(&desk).await?;
    let language = desk.context.language;
    let fits = matches!(told.standing, StandingWord::Entitled | StandingWord::OfficerCheck);
    let questions = form.checks.iter().map(|check| Question {
        code: check.code.clone(),
        name: check.name.told(language),
        question: check.question.told(language),
    });
    Ok(Reply::ok(&FormBody {
        policy: rules.code.clone(),
        policy_name: named(&desk, &rules.name),
        official: rules.status == domain::Status::Official,
        way: rules.way.into(),
        open: fits && rules.way.takes_applications() && present.is_none(),
        standing: told.standing,
        claimed: applicant.claimed().map(yuan),
        reasons: told.reasons,
        data: form.data_told(applicant.batch.year, language),
        questions: questions.collect(),
        materials: form.materials.iter().map(|one| one.told(language)).collect(),
        participant_id: participant.map(|found| found.participant.id),
        working_days: rules.service.working_days,
        due_on: applicant.due(today(&desk)).map(|day| day.to_string()),
        period: applicant.period(),
        application_id: present.map(|one| one.id),
        note: said(&desk, &Policy::note()),
    }))
}
