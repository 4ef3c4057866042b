//! Every operation × every role × own, foreign and missing objects, generated from the OpenAPI document. What comes
//! out is `tests/matrix.txt`: a change of permissions is a change of that file.

use crate::{
    evaluation::{Evaluated, arrangement, evaluated},
    kit::{Actor, World, places},
    manners::committed,
};
use axum::http::Method;
use serde_json::{Value, json};
use std::fmt::Write as _;
use store::{
    audit::Entry,
    identities::{self, NewIdentity},
    jobs, sessions, tokens,
};

const ROLES: [&str; 12] = [
    "nobody",
    "centre",
    "zone",
    "reviewer",
    "author",
    "publisher",
    "policy",
    "bank",
    "enterprise",
    "auditor",
    "system",
    "security",
];
const MISSING: &str = "01890000-0000-7000-8000-000000000000";

/// A body that is understood, for every operation that takes one. Nothing in it may succeed twice or break others.
fn body(operation: &str, things: &Things) -> Option<Value> {
    Some(match operation {
        "sign_in" => json!({"login": "nobody-at-all", "password": "x", "code": null}),
        "accept_invitation" => json!({"token": "x", "password": "correct horse battery"}),
        "sign_in_by_provider" => json!({"state": "x", "code": "y", "one_time_code": null}),
        "confirm_identity" => json!({"state": "x", "code": "y"}),
        "change_me" => json!({"name": "新名"}),
        "change_password" => json!({"current": "wrong", "new": "correct horse battery"}),
        "step_up" => json!({"password": "wrong", "code": null}),
        "confirm_second_factor" => json!({"code": "000000"}),
        "add_my_token" => json!({"name": "x", "scopes": [], "days": 1}),
        "open_organisation" => json!({"kind": "zone", "parent_id": "none", "name": "x"}),
        "rename_organisation" => json!({"name": "x"}),
        "close_organisation" => json!({"on": "2030-01-01"}),
        "register_enterprise" => {
            json!({"zone_id": "none", "name": "x", "credit_code": "x", "login": "x", "contact": "x"})
        }
        "read_registration_status" => json!({"id": "none", "credit_code": "x"}),
        "confirm_registration" => json!({"login": "?"}),
        "refuse_registration" => json!({"reason": ""}),
        "invite_user" => {
            json!({"organisation_id": "none", "login": "xx", "name": "x", "language": "zh", "roles": []})
        }
        "change_user" => json!({"name": "x"}),
        "decline_approval" => json!({"reason": ""}),
        "make_batch" => json!({"zone_id": "none", "batch": arrangement("x")}),
        "change_batch" => arrangement("x"),
        "set_batch_items" | "set_batch_groups" => json!([]),
        "thaw_batch" => json!({"reason": ""}),
        "enrol_participants" => json!({"enterprise_ids": []}),
        "extend_deadline" => json!({"deadline": null, "reason": ""}),
        "decide_value" => json!({"item": "x", "period": 2025, "statement_id": "x", "reason": ""}),
        "remind_participants" => json!({"late_only": false, "message": null}),
        "save_filing" => json!({"cells": {}}),
        "return_filing" => json!({"fields": []}),
        "attach_file" => json!("%PDF-1.7"),
        "raise_objection" => {
            json!({"participant_id": things.near.own_participant, "item": "x", "period": 2025, "claimed": null, "reason": "x", "evidence": null})
        }
        "decide_objection" => json!({"upheld": false, "reason": ""}),
        "compute_run" => json!({"reason": ""}),
        "try_values" => json!({"values": {"x": "1"}}),
        "look_up_points" => json!({"codes": ["x"]}),
        "enter_enterprise" => json!({"credit_code": "x", "name": "x"}),
        "change_enterprise" => json!({"park": "x"}),
        "close_enterprise" => json!({"status": "moved_out", "on": "x", "reason": "x"}),
        "merge_enterprise" => json!({"into": "none", "on": "x", "reason": "x"}),
        "give_label" => json!({"label": "", "valid_from": "x"}),
        "remove_label" => json!({"label_id": "none", "reason": "x"}),
        "replace_contacts" => json!({"contacts": [{"name": ""}]}),
        "upload_import" | "enter_payment_results_file" => json!({}),
        "make_tasks" => {
            json!({"list": {"rung": "tech-sme"}, "campaign": "x", "assignee_id": "none", "due_on": "2030-01-01"})
        }
        "move_task" => json!({"to": null, "note": ""}),
        "assign_task" => json!({"assignee_id": "none", "due_on": "2030-01-01"}),
        "attach_to_task" => json!({}),
        "allow_listing" => json!({"allowed": false}),
        "show_results" => json!({"shown": false, "most": null, "shows_points": false}),
        "begin_scheme" => json!({"zone_id": "none", "based_on": "schemes/none.yaml"}),
        "write_scheme" | "check_scheme_text" => json!({"content": "format: scheme/1"}),
        "send_scheme_back" | "withdraw_scheme" => json!({"reason": ""}),
        "comment_on_scheme" => json!({"said": ""}),
        "begin_rules" => json!({"kind": "policy", "code": "none"}),
        "write_rules" | "check_rules_text" => json!({"content": "format: policy/1"}),
        "send_rules_back" | "withdraw_rules" => json!({"reason": ""}),
        "weigh_pairwise" => json!({"criteria": 2, "pairs": ["3"]}),
        "try_policy" => json!({"content": "format: policy/1"}),
        "try_product" => json!({"content": "format: product/1"}),
        "end_webhook" => json!({"reason": ""}),
        "add_webhook" => json!({"url": "x", "kinds": []}),
        "invite_applications" => json!({"policy": "none"}),
        "apply_under_policy" => json!({"policy": "none"}),
        "move_policy_application" => json!({"action": "apply"}),
        "open_award_list" => json!({"policy": "none"}),
        "move_award_list" => json!({"action": "close"}),
        "strike_award" => json!({"struck": true, "reason": ""}),
        "confirm_award" => json!({"holder": "", "bank": "", "number": ""}),
        "withdraw_payments" => json!({"reason": ""}),
        "enter_payment_results" => json!({"on": "x", "results": []}),
        "take_award_back" => json!({"kind": "paid", "on": "x", "reason": ""}),
        "apply_for_loan" => {
            json!({"product": "none", "amount": "x", "months": 1, "repayment": "at-maturity", "purpose": ""})
        }
        "move_loan" => json!({"action": "draw"}),
        "enter_loan_money" => json!({"kind": "draw", "amount": "x", "on": "x"}),
        "support_loan" => json!({"kind": "recommend"}),
        "rate_loan" => json!({"stars": 0}),
        "recommend_enterprises" => json!({"batch": ""}),
        "review_loan" => json!({"code": "none", "limit": "x"}),
        "open_fund" => json!({"name": "", "kind": "risk"}),
        "enter_fund_money" => json!({"kind": "pay-in", "amount": "x", "on": "x"}),
        "decide_fund_entry" => json!({"decision": "strike"}),
        "grant_consent" => {
            json!({"bank_id": "none", "fields": [], "purpose": "marketing", "valid_until": "x", "digest": "x"})
        }
        "raise_award_objection" => json!({"list_id": things.near.award_list, "reason": ""}),
        "decide_award_objection" => json!({"upheld": false, "reason": ""}),
        "keep_filter" => json!({"list": "standings", "name": "", "query": ""}),
        "change_filter" => json!({"name": ""}),
        "change_import" => json!({"headings": {}}),
        "reset_user" => json!({"second_factor": false}),
        _ => return None,
    })
}

/// A query that is understood, where an operation needs one before it looks at anything.
pub fn query(operation: &str) -> &'static str {
    match operation {
        "list_standings" | "list_missing_items" => "?rung=tech-sme",
        "export_standings" | "export_phone_list" => "?rung=tech-sme&format=csv",
        "read_library_groups" => "?by=park",
        "list_entitlements" => "?policy=rd-investment",
        "export_entitlement_phones" => "?policy=rd-investment&format=csv",
        "export_entitlements" => "?policy=rd-investment&format=csv",
        "list_offers" => "?product=citic-gazelle",
        "export_offers" => "?product=citic-gazelle&format=csv",
        "read_consent_text" => "?bank_id=none&fields=profile&purpose=marketing&valid_until=2026-12-31",
        "disclose_profile"
        | "disclose_labels"
        | "disclose_contacts"
        | "disclose_points"
        | "disclose_indicators"
        | "disclose_offers" => "?purpose=credit-review",
        "list_prospects" => "?purpose=marketing",
        "read_loan_schedule" => "?amount=1000000&yearly=3.85&months=12&repayment=equal-instalments",
        "export_enterprises"
        | "export_points"
        | "export_recommendations"
        | "export_intervals"
        | "export_batches"
        | "export_participants"
        | "export_objections"
        | "export_notices"
        | "export_imports"
        | "export_runs"
        | "export_published_runs"
        | "export_results"
        | "export_conflicts"
        | "export_renewals"
        | "export_tasks"
        | "export_title_changes"
        | "export_policies"
        | "export_products"
        | "export_award_lists"
        | "export_awards"
        | "export_payments"
        | "export_ledger"
        | "export_consents"
        | "export_loans"
        | "export_fund_entries"
        | "export_policy_applications"
        | "export_consent_readings"
        | "export_award_objections" => "?format=csv",
        "read_pivot" => "?rows=stage&columns=park&measure=count",
        // A run beside itself: nobody moves.
        "read_movements" | "list_movers" | "read_growth_validity" => "?with={id}",
        "read_application_form" => "?policy=rd-investment",
        "read_loan_validity" => "?outcome=overdue",
        "export_movers" => "?with={id}&format=csv",
        "list_annual_reports" => "?rung=high-tech",
        "export_annual_reports" => "?rung=high-tech&format=csv",
        "attach_file" | "attach_to_task" => "?name=x.pdf",
        "enter_payment_results_file" => "?file_name=x.csv",
        "show_scheme" | "read_scheme_text" => "?path=schemes/zone-four-stage.yaml",
        "compare_schemes" => "?from=schemes/zone-four-stage.yaml&to=schemes/zone-18-plus-n.yaml",
        "compare_scheme_draft" => "?from=schemes/zone-four-stage.yaml",
        _ => "",
    }
}

/// The ids that a path may hold for one actor.
pub struct Ids {
    pub own: String,
    foreign: String,
}

pub async fn ids(world: &World, path: &str, login: &str, things: &Things) -> Ids {
    let pair = |own: &str, foreign: &str| Ids { own: own.to_owned(), foreign: foreign.to_owned() };
    if path.contains("/me/sessions/") {
        return pair(&format!("s-{login}"), "s-far");
    }
    if path.contains("/me/identities/") {
        return pair(&format!("i-{login}"), "i-far");
    }
    if path.contains("/me/tokens/") {
        return pair(&format!("t-{login}"), "t-far");
    }
    if path.contains("/jobs/") {
        let kind = if path.ends_with("/portraits") { "jp" } else { "j" };
        return pair(&format!("{kind}-{login}"), &format!("{kind}-far"));
    }
    let people = login == "enterprise";
    if path.contains("/public/awards/") {
        return pair(&things.near.award_list, &things.far.award_list);
    }
    for (noun, near, far) in [
        ("/batches/", &things.near.batch, &things.far.batch),
        // What is shown is shown to everybody, whichever zone it is of.
        ("/public/lists/", &things.near.batch, &things.far.batch),
        (
            "/participants/",
            if people { &things.near.own_participant } else { &things.near.participant },
            &things.far.participant,
        ),
        ("/runs/", &things.near.run, &things.far.run),
        (
            "/objections/",
            if people { &things.near.own_objection } else { &things.near.objection },
            &things.far.objection,
        ),
        ("/tasks/", &things.near.task, &things.far.task),
        ("/award-lists/", &things.near.award_list, &things.far.award_list),
        ("/awards/", if people { &things.near.own_award } else { &things.near.award }, &things.far.award),
        ("/payments/", &things.near.payment, &things.far.payment),
        ("/award-objections/", &things.near.award_objection, &things.far.award_objection),
        ("/scheme-drafts/", &things.near.scheme, &things.far.scheme),
    ] {
        if path.contains(noun) {
            return pair(near, far);
        }
    }
    let lending = [
        ("/consents/", "co"),
        ("/disclosures/", "e3"),
        ("/loans/", "lo"),
        ("/funds/", "fu"),
        ("/fund-entries/", "fe"),
        ("/rule-drafts/", "rd"),
        ("/policy-applications/", "pa"),
        ("/webhooks/", "wh"),
    ];
    if let Some((_, kind)) = lending.iter().find(|(noun, _)| path.contains(noun)) {
        let (near, far) = (&things.near_organisation, &things.far_organisation);
        return pair(&format!("{kind}-{near}"), &format!("{kind}-{far}"));
    }
    if path.contains("/products/") {
        return pair("citic-gazelle", "citic-gazelle");
    }
    if path.contains("/scorecards/") {
        return pair("five-dimensions-card", "five-dimensions-card");
    }
    if path.contains("/policies/") {
        return pair("rd-investment", "rd-investment");
    }
    if path.contains("/notices/") {
        return pair(&format!("n-{login}"), "n-far");
    }
    if path.contains("/registrations/") {
        return pair(&things.near_registration, &things.far_registration);
    }
    if path.contains("/approvals/") {
        return pair(&things.near_approval, &things.far_approval);
    }
    if path.contains("/enterprises/") {
        let own = format!("e3-{}", things.near_organisation);
        return pair(if login == "enterprise" { &own } else { "en-near" }, "en-far");
    }
    if path.contains("/attachments/") {
        let own = format!("at-e3-{}", things.near_organisation);
        return pair(if login == "enterprise" { &own } else { "at-en-near" }, "at-en-far");
    }
    if path.contains("/imports/") {
        return pair("im-near", "im-far");
    }
    if path.contains("/users/") {
        return pair(&things.near_user, &things.far_user);
    }
    if path.contains("/saved-filters/") {
        return pair(&format!("f-{login}"), "f-far");
    }
    if ["/renewals", "/title-changes", "/annual-reports", "/award-figures"]
        .iter()
        .any(|list| path.contains(list))
    {
        return pair(&things.near_organisation, &things.far_organisation);
    }
    assert!(path.contains("/organisations/"), "say in tests/api/matrix.rs what {path} is about");
    let own = match world.nobody_or(login).await {
        Some(id) => id,
        None => things.near_organisation.clone(),
    };
    Ids { own, foreign: things.far_organisation.clone() }
}

impl World {
    /// The organisation of a person of the demonstration.
    async fn nobody_or(&self, login: &str) -> Option<String> {
        Some(store::users::by_login(&self.database, login).await.unwrap()?.organisation_id)
    }
}

/// Things in the zone of the demonstration and in another one.
pub struct Things {
    near: Evaluated,
    far: Evaluated,
    near_user: String,
    far_user: String,
    near_registration: String,
    far_registration: String,
    near_organisation: String,
    far_organisation: String,
    near_approval: String,
    far_approval: String,
}

/// Everybody has had a portrait made of the run, whoever may fetch it; and the zone is one whose stories are told.
async fn portrayed(world: &World, run: &str) {
    let work = world.database.begin(world.now()).await.unwrap();
    for login in ROLES.iter().skip(1).chain(&["far"]) {
        let user = store::users::by_login(&work, login).await.unwrap().unwrap();
        let id = format!("jp-{login}");
        jobs::add(&work, &id, "portraits", &user.id, &user.path).await.unwrap();
        let request = store::portraits::Request {
            job_id: id,
            run_id: run.to_owned(),
            codes: vec![crate::evaluation::ENTERPRISES[0].1.to_owned()],
            language: store::users::Tongue::Chinese,
        };
        store::portraits::ask(&work, request).await.unwrap();
    }
    store::settings::put(&work, "demonstration-filled", "true").await.unwrap();
    work.commit(&made(), &[]).await.unwrap();
    crate::evaluation::do_jobs(world).await;
}

pub async fn things(world: &World) -> Things {
    let security = world.actor("security").await;
    let (near, far) = (world.organisation("示范高新").await, world.organisation("滨江").await);
    let near_user = security.invites(&near, "near", &["publisher"]).await.good()["user"]["id"].clone();
    let far_user = security.invites(&far, "far", &["publisher"]).await.good()["user"]["id"].clone();
    for login in ROLES.iter().skip(1).chain(&["far"]) {
        let user = store::users::by_login(&world.database, login).await.unwrap().unwrap();
        let work = world.database.begin(world.now()).await.unwrap();
        let (id, expires_at) = (format!("s-{login}"), world.now() + jiff::SignedDuration::from_hours(1));
        let session = sessions::NewSession {
            id: &id,
            user_id: &user.id,
            token_hash: &id,
            address: "",
            agent: "",
            expires_at,
        };
        sessions::start(&work, &session).await.unwrap();
        let id = format!("t-{login}");
        let scopes = ["read".to_owned()];
        let token = tokens::NewToken {
            id: &id,
            user_id: &user.id,
            name: "x",
            token_hash: &id,
            scopes: &scopes,
            expires_at,
        };
        tokens::add(&work, &token).await.unwrap();
        let id = format!("i-{login}");
        let identity =
            NewIdentity { id: &id, user_id: &user.id, issuer: "https://id", subject: login, name: "x" };
        identities::add(&work, &identity).await.unwrap();
        let notice = store::notices::Notice {
            id: format!("n-{login}"),
            path: user.path.clone(),
            person_id: None,
            batch_id: None,
            kind: "reminder".into(),
            detail: "{}".into(),
            sent_by: None,
            sent_at: world.now(),
            read_at: None,
        };
        store::notices::send(&work, vec![notice]).await.unwrap();
        let filter = store::saved_filters::SavedFilter {
            id: format!("f-{login}"),
            path: user.path.clone(),
            owner_id: user.id.clone(),
            list: "standings".into(),
            name: "差一项".into(),
            query: "rung=tech-sme&list=near".into(),
            shared: false,
            created_at: world.now(),
            version: 1,
        };
        store::saved_filters::add(&work, filter).await.unwrap();
        jobs::add(&work, &format!("j-{login}"), "backup", &user.id, &user.path).await.unwrap();
        work.commit(&made(), &[]).await.unwrap();
    }
    collected(world, &near, &far).await;
    let mut registrations = Vec::new();
    for zone in [&near, &far] {
        let body = json!({"zone_id": zone, "name": "某公司", "credit_code": "91350100M000100Y43", "login": "mou", "contact": "某人"});
        let told = world.nobody().post("/api/v1/registrations", &body).await.good();
        registrations.push(told["id"].as_str().unwrap().to_owned());
    }
    let mut approvals = Vec::new();
    for (zone, login) in [(&near, "near-2"), (&far, "far-2")] {
        let asked = security.invites(zone, login, &["zone-administrator"]).await.good();
        approvals.push(asked["approval"]["id"].as_str().unwrap().to_owned());
    }
    let far_approval = approvals.remove(1);
    let near_approval = approvals.remove(0);
    let far_registration = registrations.remove(1);
    let near_registration = registrations.remove(0);
    let text = |id: Value| id.as_str().unwrap().to_owned();
    let (near_evaluated, far_evaluated) = (evaluated(world, &near).await, evaluated(world, &far).await);
    crate::consents::consented(world, &near, &far).await;
    portrayed(world, &near_evaluated.run).await;
    for enterprise in ["en-near", "en-far", &format!("e3-{near}")] {
        attached(world, enterprise).await;
    }
    for task in [&near_evaluated.task, &far_evaluated.task] {
        filed(world, task).await;
    }
    Things {
        near: near_evaluated,
        far: far_evaluated,
        near_registration,
        far_registration,
        near_user: text(near_user),
        far_user: text(far_user),
        near_approval,
        far_approval,
        near_organisation: near,
        far_organisation: far,
    }
}

/// A file of an enterprise, called `at-` and its id.
async fn attached(world: &World, enterprise: &str) {
    let everything = store::Scope::Everything;
    let found = store::enterprises::within(&world.database, &everything, enterprise).await.unwrap().unwrap();
    let (content, hash) = (b"%PDF-1.7", receipt::hash_bytes(b"%PDF-1.7"));
    let folder = world.folder().join("files");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{hash}.bin")), content).unwrap();
    let new = store::attachments::Attachment {
        id: format!("at-{enterprise}"),
        hash,
        name: "审计报告.pdf".into(),
        media_type: "application/pdf".into(),
        size: 8,
        enterprise_id: found.id,
        path: found.path,
        uploaded_by: world.user("zone").await,
        created_at: world.now(),
    };
    let work = world.database.begin(world.now()).await.unwrap();
    store::attachments::add(&work, new).await.unwrap();
    work.commit(&made(), &[]).await.unwrap();
}

/// A file of a task, called `tf-` and its id; the content is that of [`attached`].
async fn filed(world: &World, task: &str) {
    let new = store::task_files::TaskFile {
        id: format!("tf-{task}"),
        task_id: task.to_owned(),
        hash: receipt::hash_bytes(b"%PDF-1.7"),
        name: "走访记录.pdf".into(),
        media_type: "application/pdf".into(),
        size: 8,
        added_by: world.user("zone").await,
        added_at: world.now(),
    };
    let work = world.database.begin(world.now()).await.unwrap();
    store::task_files::add(&work, new).await.unwrap();
    work.commit(&made(), &[]).await.unwrap();
}

/// An enterprise and an import in either zone.
async fn collected(world: &World, near: &str, far: &str) {
    let everything = store::Scope::Everything;
    let by = world.user("zone").await;
    for (zone, ids, code) in [
        (near, ["en-near", "im-near"], "91000000MA0000111G"),
        (far, ["en-far", "im-far"], "91000000MA00001388"),
    ] {
        let zone = store::organisations::within(&world.database, &everything, zone).await.unwrap().unwrap();
        let work = world.database.begin(world.now()).await.unwrap();
        let new = crate::enterprises::new(ids[0], code, "某企业", None);
        store::enterprises::add_all(&work, &zone, vec![new]).await.unwrap();
        let import = store::imports::NewImport {
            id: ids[1],
            zone: &zone,
            kind: store::imports::ImportKind::Register,
            batch_id: None,
            source: "register",
            period: None,
            file_name: "x.csv",
            file_hash: "none",
            file_size: 1,
            mode: store::imports::ImportMode::All,
            columns: "{}",
            by: &by,
        };
        let import = store::imports::add(&work, &import).await.unwrap();
        let hash = receipt::hash_bytes(ids[1].as_bytes());
        let folder = world.folder().join("files");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{hash}.xlsx")), ids[1]).unwrap();
        let returned = store::imports::Change { returned_hash: Some(Some(hash)), ..Default::default() };
        store::imports::change(&work, &import, returned).await.unwrap();
        work.commit(&made(), &[]).await.unwrap();
    }
}

pub fn made() -> Entry {
    Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: "make".into(),
        resource: "thing".into(),
        resource_id: None,
        path: "/".into(),
        purpose: None,
        outcome: store::audit::Outcome::Done,
        detail: json!({}),
    }
}

pub struct Described {
    pub id: String,
    pub method: Method,
    pub path: String,
    /// Whose data it reads: `x-reads`.
    pub reads: Option<String>,
    permission: String,
    has_body: bool,
}

/// Every operation, those that end the session last.
pub fn operations() -> Vec<Described> {
    let document = jifen_server::openapi();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            all.push(Described {
                id: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                permission: operation["x-permission"].as_str().unwrap().to_owned(),
                reads: operation["x-reads"].as_str().map(str::to_owned),
                has_body: operation.get("requestBody").is_some(),
            });
        }
    }
    // What takes away what others ask for comes last too.
    let ends_sessions = |id: &str| matches!(id, "sign_out" | "end_my_other_sessions" | "remove_filter");
    all.sort_by_key(|one| (ends_sessions(&one.id), one.path.clone(), one.method.to_string()));
    all
}

/// What a caller may conclude: not known, not allowed, not there, or let in (whatever came of it).
fn verdict(told: &crate::kit::Told) -> &'static str {
    match (told.status, told.code().as_str()) {
        (401, "not-signed-in") => "401",
        (403, "own-account" | "own-organisation" | "own-request" | "own-run") => "yes",
        (403, _) => "403",
        (404, _) => "404",
        (200..300 | 400 | 401 | 409 | 412 | 422, _) | (429, "too-many-attempts") => "yes",
        (status, code) => panic!("{} {status} {code}: {}", told.asked, told.text),
    }
}

async fn call(actor: &Actor, operation: &Described, id: &str, things: &Things) -> crate::kit::Told {
    let place = operation.path.replace("{file}", &format!("tf-{id}"));
    let path = format!("{place}{}", query(&operation.id)).replace("{id}", id);
    let mut asking = actor
        .asks(operation.method.clone(), &path)
        .keyed(&crate::kit::fresh_key())
        .header("if-match", "\"0\"");
    if operation.has_body {
        let body = body(&operation.id, things)
            .unwrap_or_else(|| panic!("{} needs a body in tests/api/matrix.rs", operation.id));
        asking = asking.with(&body);
    }
    asking.send().await
}

/// Operations that answer nobody here, each with why. This list may only get shorter.
const NEVER_YES: [(&str, &str); 8] = [
    ("begin_identity", "there is no identity provider here: provider.rs"),
    ("begin_provider_sign_in", "there is no identity provider here: provider.rs"),
    ("compare_run", "the first run of a zone has none before it: evaluation/runs.rs"),
    ("confirm_identity", "there is no identity provider here: provider.rs"),
    ("read_console_file", "no such file: console.rs"),
    ("read_registration_status", "an application nobody made is not found: guards.rs"),
    ("read_stage_moves", "no earlier year was published: library/rungs.rs"),
    ("sign_in_by_provider", "there is no identity provider here: provider.rs"),
];

async fn matrix(world: &World) -> String {
    let things = things(world).await;
    let mut actors = vec![world.nobody()];
    for login in &ROLES[1..] {
        actors.push(world.actor(login).await);
    }
    let mut page = String::from(
        "# Who gets through to what: every operation of docs/openapi.json as every role of the demonstration.\n\
         # Generated by tests/api/matrix.rs (UPDATE=1). With an id: own zone or self / another zone or person / missing.\n\
         # yes let in · 403 not allowed · 404 as if it were not there · 401 not signed in\n\n",
    );
    let mut never = Vec::new();
    for operation in operations() {
        let before = page.len();
        writeln!(page, "{} {} ({})", operation.method, operation.path, operation.permission).unwrap();
        for (login, actor) in ROLES.iter().zip(&actors) {
            let line = if operation.path.contains("{id}") {
                three(actor, &operation, &ids(world, &operation.path, login, &things).await, &things).await
            } else {
                verdict(&call(actor, &operation, "", &things).await).to_owned()
            };
            writeln!(page, "    {login:<12}{line}").unwrap();
        }
        let own = page[before..].lines().skip(1).filter_map(|line| line.split_whitespace().nth(1));
        if !own.into_iter().any(|verdict| verdict == "yes") {
            never.push(operation.id);
        }
    }
    never.sort_unstable();
    assert_eq!(never, NEVER_YES.map(|(operation, _)| operation), "who is let in by these nobody has tried");
    page
}

async fn three(actor: &Actor, operation: &Described, ids: &Ids, things: &Things) -> String {
    // A stream ends with its job, and these jobs wait for ever: only the head of a stream can be asked for.
    let own = call(actor, operation, &ids.own, things).await;
    let foreign = call(actor, operation, &ids.foreign, things).await;
    let missing = call(actor, operation, MISSING, things).await;
    if foreign.status == 404 {
        assert_eq!(
            foreign.anonymous(),
            missing.anonymous(),
            "{}: foreign and missing must read alike",
            operation.id
        );
    }
    format!("{} / {} / {}", verdict(&own), verdict(&foreign), verdict(&missing))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_operation_lets_in_whom_the_committed_matrix_says() {
    for place in places() {
        // Every export as every role is more than one person may ask for in a minute.
        let world = World::with(place, |config| config.export_rate = 100_000).await;
        committed("tests/matrix.txt", &matrix(&world).await);
    }
}
