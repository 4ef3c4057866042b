//! Every route, from one documented router; what each allows is read from its description.
//!
//! A description carries extensions that the layers enforce:
//! `x-permission` (a row of the permission table, or `own`, `public`, `open`), `x-fresh`, `x-idempotency-key`,
//! `x-if-match`, `x-rate`, `x-streams`, `x-upload`, `x-time-limit` (seconds) and `x-body-limit` (bytes). A route whose
//! `x-permission` is missing or unknown stops the program. `x-reads` (`enterprise` or `list`) says whose data another party
//! reads here; tests hold the handlers to it.

mod document;
mod operations;

pub(crate) use operations::{Access, Operation, Operations, Rate};

use crate::{
    analysis,
    app::App,
    applications, approvals, attachments, audit, awards, backups, batches, cards, consents, enterprises,
    filings, funds, health, imports, invitations, items, jobs, layers, library, loans, me, notices,
    objections, organisations, participants, points, policies, portal, portraits,
    problem::{Code, Problem},
    products, provider, quality, reference, registrations, rule_drafts, runs, saved_filters, scheme_drafts,
    schemes, screen, sessions, stories, tasks, users, values, web, webhooks,
};
use axum::{Router, middleware::from_fn_with_state};
use serde_json::Value;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every route. Each part has a function of its own: a chain of all of them takes more stack, unoptimised, than a thread has.
fn documented() -> OpenApiRouter<App> {
    let router = OpenApiRouter::with_openapi(document::base());
    register(lending(paying(library_of(evaluations(people(router))))))
}

/// Pages, health, signing in, oneself, organisations, people, what needs two persons, the log, jobs.
#[inline(never)]
fn people(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(web::page))
        .routes(routes!(web::asset))
        .routes(routes!(health::livez))
        .routes(routes!(health::readyz))
        .routes(routes!(reference::document))
        .routes(routes!(reference::page))
        .routes(routes!(reference::style))
        .routes(routes!(sessions::sign_in))
        .routes(routes!(sessions::sign_out))
        .routes(routes!(provider::sign_in_options))
        .routes(routes!(provider::begin_provider_sign_in))
        .routes(routes!(provider::sign_in_by_provider))
        .routes(routes!(invitations::accept))
        .routes(routes!(me::read, me::change))
        .routes(routes!(me::change_password))
        .routes(routes!(me::step_up))
        .routes(routes!(me::list_sessions, me::end_other_sessions))
        .routes(routes!(me::end_session))
        .routes(routes!(me::begin_second_factor, me::remove_second_factor))
        .routes(routes!(me::confirm_second_factor))
        .routes(routes!(me::list_identities, me::begin_identity))
        .routes(routes!(me::confirm_identity))
        .routes(routes!(me::remove_identity))
        .routes(routes!(me::list_tokens, me::add_token))
        .routes(routes!(me::revoke_token))
        .routes(routes!(organisations::list, organisations::open))
        .routes(routes!(organisations::read, organisations::rename))
        .routes(routes!(organisations::export))
        .routes(routes!(organisations::close))
        .routes(routes!(registrations::zones))
        .routes(routes!(registrations::list, registrations::apply))
        .routes(routes!(registrations::export))
        .routes(routes!(registrations::read))
        .routes(routes!(registrations::status))
        .routes(routes!(registrations::confirm))
        .routes(routes!(registrations::refuse))
        .routes(routes!(users::list, users::invite))
        .routes(routes!(users::export))
        .routes(routes!(users::read, users::change))
        .routes(routes!(users::disable))
        .routes(routes!(users::enable))
        .routes(routes!(users::sign_out))
        .routes(routes!(users::reset))
        .routes(routes!(approvals::list))
        .routes(routes!(approvals::export))
        .routes(routes!(approvals::read))
        .routes(routes!(approvals::confirm))
        .routes(routes!(approvals::decline))
        .routes(routes!(approvals::withdraw))
        .routes(routes!(audit::list))
        .routes(routes!(audit::export))
        .routes(routes!(audit::head))
        .routes(routes!(audit::verify))
        .routes(routes!(jobs::list))
        .routes(routes!(jobs::export))
        .routes(routes!(jobs::read))
        .routes(routes!(jobs::cancel))
        .routes(routes!(jobs::events))
        .routes(routes!(backups::list, backups::make))
        .routes(routes!(items::list))
        .routes(routes!(schemes::list))
        .routes(routes!(schemes::show))
        .routes(routes!(schemes::text))
        .routes(routes!(schemes::changes))
        .routes(routes!(portal::public_home))
        .routes(routes!(portal::public_style))
        .routes(routes!(portal::public_list))
        .routes(routes!(portal::public_file))
        .routes(routes!(portal::public_rules))
        .routes(routes!(portal::public_verify))
        .routes(routes!(portal::read_public_list, portal::show_results))
        .routes(routes!(portal::read_listing, portal::allow_listing))
        .routes(routes!(portraits::export_portrait))
        .routes(routes!(portraits::ask_portraits))
        .routes(routes!(portraits::fetch_portraits))
        .routes(routes!(screen::read_screen))
        .routes(routes!(stories::list_stories))
        .routes(routes!(scheme_drafts::list, scheme_drafts::begin))
        .routes(routes!(scheme_drafts::read, scheme_drafts::write))
        .routes(routes!(scheme_drafts::draft_text))
        .routes(routes!(scheme_drafts::draft_changes))
        .routes(routes!(scheme_drafts::check))
        .routes(routes!(scheme_drafts::submit))
        .routes(routes!(scheme_drafts::send_back))
        .routes(routes!(scheme_drafts::publish))
        .routes(routes!(scheme_drafts::withdraw))
        .routes(routes!(scheme_drafts::list_comments, scheme_drafts::add_comment))
        .routes(routes!(scheme_drafts::try_scheme))
        .routes(routes!(scheme_drafts::weigh_indicators))
        .routes(routes!(scheme_drafts::weigh_pairwise))
}

/// Years of evaluation: batches, filings, runs, points, analysis, schemes, the portal.
#[inline(never)]
fn evaluations(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(batches::list, batches::make))
        .routes(routes!(batches::read, batches::change))
        .routes(routes!(batches::export))
        .routes(routes!(participants::export))
        .routes(routes!(objections::export))
        .routes(routes!(notices::export))
        .routes(routes!(imports::export))
        .routes(routes!(runs::export_runs))
        .routes(routes!(runs::export_published))
        .routes(routes!(runs::export_results))
        .routes(routes!(values::export_conflicts))
        .routes(routes!(batches::list_items, batches::set_items))
        .routes(routes!(batches::list_groups, batches::set_groups))
        .routes(routes!(batches::open))
        .routes(routes!(batches::freeze))
        .routes(routes!(batches::thaw))
        .routes(routes!(batches::close))
        .routes(routes!(participants::enrol))
        .routes(routes!(participants::list))
        .routes(routes!(participants::read, participants::remove))
        .routes(routes!(participants::extend))
        .routes(routes!(values::list_values))
        .routes(routes!(values::decide))
        .routes(routes!(values::conflicts))
        .routes(routes!(filings::read_filing, filings::save_filing))
        .routes(routes!(filings::submit_filing))
        .routes(routes!(filings::return_filing))
        .routes(routes!(filings::approve_filing))
        .routes(routes!(filings::list_reviews, filings::approve_unchanged))
        .routes(routes!(attachments::list, attachments::attach))
        .routes(routes!(attachments::fetch))
        .routes(routes!(objections::list, objections::raise))
        .routes(routes!(objections::read))
        .routes(routes!(objections::decide))
        .routes(routes!(objections::withdraw))
        .routes(routes!(batches::board))
        .routes(routes!(batches::remind))
        .routes(routes!(quality::read))
        .routes(routes!(runs::compute_run))
        .routes(routes!(runs::list))
        .routes(routes!(runs::published))
        .routes(routes!(runs::read))
        .routes(routes!(runs::comparison))
        .routes(routes!(runs::results))
        .routes(routes!(runs::publish))
        .routes(routes!(runs::discard))
        .routes(routes!(runs::export))
        .routes(routes!(runs::result))
        .routes(routes!(points::explain_points))
        .routes(routes!(points::read_history))
        .routes(routes!(points::try_values))
        .routes(routes!(points::read_peers))
        .routes(routes!(points::list_comparables))
        .routes(routes!(points::list_points))
        .routes(routes!(points::export_points))
        .routes(routes!(points::look_up_points))
        .routes(routes!(analysis::read_distribution))
        .routes(routes!(analysis::read_pivot))
        .routes(routes!(analysis::read_indicators))
        .routes(routes!(analysis::read_movements))
        .routes(routes!(analysis::list_movers))
        .routes(routes!(analysis::export_movers))
        .routes(routes!(analysis::read_robustness))
        .routes(routes!(analysis::list_intervals))
        .routes(routes!(analysis::export_intervals))
        .routes(routes!(analysis::read_growth_validity))
        .routes(routes!(analysis::read_loan_validity))
}

/// The cultivation library.
#[inline(never)]
fn library_of(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(library::read_library))
        .routes(routes!(library::list_standings))
        .routes(routes!(library::export_standings))
        .routes(routes!(library::export_phone_list))
        .routes(routes!(library::missing_items))
        .routes(routes!(library::library_groups))
        .routes(routes!(library::library_years))
        .routes(routes!(library::stage_moves))
        .routes(routes!(library::list_renewals))
        .routes(routes!(library::export_renewals))
        .routes(routes!(library::list_titles))
        .routes(routes!(library::list_title_changes))
        .routes(routes!(library::export_title_changes))
        .routes(routes!(library::list_annual_reports))
        .routes(routes!(library::export_annual_reports))
        .routes(routes!(library::enterprise_ladder))
}

/// Policies and products being written, loan products and what they offer.
#[inline(never)]
fn lending(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(rule_drafts::list_rule_drafts, rule_drafts::begin_rules))
        .routes(routes!(rule_drafts::read_rule_draft, rule_drafts::write_rules))
        .routes(routes!(rule_drafts::check_rules))
        .routes(routes!(rule_drafts::submit_rules))
        .routes(routes!(rule_drafts::send_rules_back))
        .routes(routes!(rule_drafts::publish_rules))
        .routes(routes!(rule_drafts::withdraw_rules))
        .routes(routes!(products::list_products))
        .routes(routes!(products::export_products))
        .routes(routes!(products::read_product))
        .routes(routes!(products::read_schedule))
        .routes(routes!(products::read_offering))
        .routes(routes!(products::list_offers))
        .routes(routes!(products::export_offers))
        .routes(routes!(products::enterprise_offers))
        .routes(routes!(products::try_product))
        .routes(routes!(consents::list_loan_alerts))
        .routes(routes!(consents::list_prospects))
        .routes(routes!(webhooks::list_webhooks, webhooks::add_webhook))
        .routes(routes!(webhooks::end_webhook))
        .routes(routes!(webhooks::try_webhook))
        .routes(routes!(webhooks::list_deliveries))
        .routes(routes!(loans::apply_for_loan, loans::list_loans))
        .routes(routes!(loans::export_loans))
        .routes(routes!(loans::read_loan))
        .routes(routes!(loans::move_loan))
        .routes(routes!(loans::enter_loan_money))
        .routes(routes!(loans::read_loan_figures))
        .routes(routes!(loans::support_loan))
        .routes(routes!(points::list_recommendations, points::recommend_enterprises))
        .routes(routes!(points::export_recommendations))
        .routes(routes!(loans::score_loan))
        .routes(routes!(loans::list_loan_reviews, loans::review_loan))
        .routes(routes!(cards::list_scorecards))
        .routes(routes!(cards::read_scorecard))
        .routes(routes!(loans::rate_loan))
        .routes(routes!(funds::open_fund, funds::list_funds))
        .routes(routes!(funds::enter_fund_money))
        .routes(routes!(funds::list_fund_entries))
        .routes(routes!(funds::export_fund_entries))
        .routes(routes!(funds::decide_fund_entry))
        .routes(routes!(consents::list_banks))
        .routes(routes!(consents::read_consent_text))
        .routes(routes!(consents::grant_consent, consents::list_consents))
        .routes(routes!(consents::export_consents))
        .routes(routes!(consents::read_consent))
        .routes(routes!(consents::revoke_consent))
        .routes(routes!(consents::list_consent_readings))
        .routes(routes!(consents::export_consent_readings))
        .routes(routes!(consents::disclose_profile))
        .routes(routes!(consents::disclose_labels))
        .routes(routes!(consents::disclose_contacts))
        .routes(routes!(consents::disclose_points))
        .routes(routes!(consents::disclose_indicators))
        .routes(routes!(consents::disclose_offers))
        .routes(routes!(portal::public_products))
        .routes(routes!(portal::public_product))
}

/// Policies and what they pay.
#[inline(never)]
fn paying(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(policies::list_policies))
        .routes(routes!(policies::export_policies))
        .routes(routes!(policies::read_policy))
        .routes(routes!(policies::read_matching))
        .routes(routes!(policies::list_entitlements))
        .routes(routes!(policies::export_entitlements))
        .routes(routes!(policies::export_entitlement_phones))
        .routes(routes!(policies::try_policy))
        .routes(routes!(policies::enterprise_policies))
        .routes(routes!(portal::public_awards))
        .routes(routes!(portal::public_policies))
        .routes(routes!(portal::public_policy))
        .routes(routes!(applications::read_form))
        .routes(routes!(applications::invite_applications))
        .routes(routes!(applications::apply_under_policy, applications::list_policy_applications))
        .routes(routes!(applications::export_policy_applications))
        .routes(routes!(applications::read_policy_application))
        .routes(routes!(applications::move_policy_application))
        .routes(routes!(awards::open_list))
        .routes(routes!(awards::list_lists))
        .routes(routes!(awards::export_lists))
        .routes(routes!(awards::read_list))
        .routes(routes!(awards::move_list))
        .routes(routes!(awards::list_awards))
        .routes(routes!(awards::export_awards))
        .routes(routes!(awards::read_award))
        .routes(routes!(awards::strike_award))
        .routes(routes!(awards::confirm_award))
        .routes(routes!(awards::prepare_payments))
        .routes(routes!(awards::list_payments))
        .routes(routes!(awards::export_payments))
        .routes(routes!(awards::read_payment))
        .routes(routes!(awards::release_payments))
        .routes(routes!(awards::withdraw_payments))
        .routes(routes!(awards::payment_file))
        .routes(routes!(awards::enter_results))
        .routes(routes!(awards::enter_results_file))
        .routes(routes!(awards::take_back))
        .routes(routes!(awards::list_ledger))
        .routes(routes!(awards::export_ledger))
        .routes(routes!(awards::raise_award_objection))
        .routes(routes!(awards::list_award_objections))
        .routes(routes!(awards::export_award_objections))
        .routes(routes!(awards::decide_award_objection))
        .routes(routes!(awards::award_figures))
}

/// Filters, tasks, notices, the register of enterprises, imports.
#[inline(never)]
fn register(router: OpenApiRouter<App>) -> OpenApiRouter<App> {
    router
        .routes(routes!(saved_filters::list, saved_filters::keep))
        .routes(routes!(saved_filters::change, saved_filters::remove))
        .routes(routes!(tasks::make_tasks))
        .routes(routes!(tasks::list))
        .routes(routes!(tasks::export))
        .routes(routes!(tasks::read))
        .routes(routes!(tasks::move_task))
        .routes(routes!(tasks::assign_task))
        .routes(routes!(tasks::attach_to_task))
        .routes(routes!(tasks::fetch_task_file))
        .routes(routes!(tasks::task_results))
        .routes(routes!(notices::list))
        .routes(routes!(notices::read))
        .routes(routes!(enterprises::list, enterprises::enter))
        .routes(routes!(enterprises::export))
        .routes(routes!(enterprises::read, enterprises::change))
        .routes(routes!(enterprises::close))
        .routes(routes!(enterprises::merge))
        .routes(routes!(enterprises::give_label))
        .routes(routes!(enterprises::remove_label))
        .routes(routes!(enterprises::read_contacts, enterprises::replace_contacts))
        .routes(routes!(enterprises::history))
        .routes(routes!(enterprises::read_values))
        .routes(routes!(imports::list, imports::upload))
        .routes(routes!(imports::template))
        .routes(routes!(imports::read, imports::change))
        .routes(routes!(imports::preview))
        .routes(routes!(imports::run))
        .routes(routes!(imports::rows))
        .routes(routes!(imports::workbook))
}

/// The OpenAPI 3.1 document, with every common part filled in and its keys in order.
#[must_use]
pub fn openapi() -> Value {
    document::finished(&documented().into_openapi())
}

/// The whole service.
pub fn router(app: &App) -> Router {
    let (router, _) = documented().split_for_parts();
    router
        .fallback(web::elsewhere)
        .method_not_allowed_fallback(async || Problem::new(Code::MethodNotAllowed))
        .layer(from_fn_with_state(app.clone(), layers::authorise))
        .layer(from_fn_with_state(app.clone(), layers::cross_site))
        .layer(from_fn_with_state(app.clone(), layers::limits))
        .layer(from_fn_with_state(app.clone(), layers::request))
        .with_state(app.clone())
}
