//! Every route, from one documented router; what each allows is read from its description.
//!
//! A description carries extensions that the layers enforce:
//! `x-permission` (a row of the permission table, or `own`, `public`, `open`), `x-fresh`, `x-idempotency-key`,
//! `x-if-match`, `x-rate`, `x-streams`, `x-upload`, `x-time-limit` (seconds) and `x-body-limit` (bytes). A route whose `x-permission` is missing or unknown stops the program.

mod document;
mod operations;

pub(crate) use operations::{Access, Operation, Operations, Rate};

use crate::{
    app::App,
    approvals, attachments, audit, backups, batches, enterprises, filings, health, imports, invitations,
    jobs, layers, me, notices, objections, organisations, participants, points,
    problem::{Code, Problem},
    provider, quality, reference, registrations, runs, schemes, sessions, users, values, web,
};
use axum::{Router, middleware::from_fn_with_state};
use serde_json::Value;
use utoipa_axum::{router::OpenApiRouter, routes};

fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(document::base())
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
        .routes(routes!(backups::make))
        .routes(routes!(schemes::list))
        .routes(routes!(batches::list, batches::make))
        .routes(routes!(batches::read, batches::change))
        .routes(routes!(batches::list_items, batches::set_items))
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
        .routes(routes!(notices::list))
        .routes(routes!(notices::read))
        .routes(routes!(enterprises::list, enterprises::enter))
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
