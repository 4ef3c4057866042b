//! Who is asking: the holder of a session cookie or of an API token.

mod known;

pub(crate) use known::Known;

use crate::{
    app::App,
    layers::Context,
    permissions,
    problem::{Code, Problem},
    text,
};
use axum::http::{HeaderMap, header};
use jiff::{SignedDuration, Timestamp, civil::Date};
use store::{
    Housekeeping, Role, Scope, StoreError,
    organisations::{self, Organisation},
    second_factor,
    sessions::{self, Session},
    tokens::{self, Token},
    users::{self, User, UserState},
};

/// The cookie: `__Host-` binds it to this host, to TLS and to the path `/`.
pub(crate) const COOKIE: &str = "__Host-jifen";
/// Administrators are signed out sooner.
const ADMIN_IDLE: SignedDuration = SignedDuration::from_mins(15);
/// A session's `seen_at` is written at most this often: reads stay reads.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// A proof of presence is good for so long.
const FRESH: SignedDuration = SignedDuration::from_mins(10);
/// 等保: passwords are changed every 90 days.
const PASSWORD_LIFE: SignedDuration = SignedDuration::from_hours(90 * 24);

/// A person who is signed in, as of this request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) user: User,
    pub(crate) organisation: Organisation,
    pub(crate) via: Via,
    /// What this request reaches; set once, when it was admitted.
    pub(crate) scope: Scope,
}

/// How the person is signed in.
#[derive(Debug, Clone)]
pub(crate) enum Via {
    /// By cookie.
    Session(Session),
    /// By API token.
    Token(Token),
}

impl Caller {
    /// The session, when signed in by one.
    pub(crate) fn session(&self) -> Option<&Session> {
        match &self.via {
            Via::Session(session) => Some(session),
            Via::Token(_) => None,
        }
    }

    /// Whether the person proved to be there a short time ago.
    pub(crate) fn is_fresh(&self, now: Timestamp) -> bool {
        let proved = self.session().and_then(|session| session.stepped_up_at);
        proved.is_some_and(|at| now.duration_since(at) < FRESH)
    }
}

/// The day in China at a time: dates of notices and organisations are Beijing dates.
pub(crate) fn beijing_day(at: Timestamp) -> Date {
    jiff::tz::Offset::constant(8).to_datetime(at).date()
}

/// The session token in the cookies.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// The API token in the `Authorization` header.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// Who sent these headers; `None` when nobody valid.
///
/// # Errors
/// The store's failure.
pub(crate) async fn identify(
    app: &App,
    headers: &HeaderMap,
    context: &Context,
) -> Result<Option<Caller>, StoreError> {
    let now = app.edge.now();
    let found = match (bearer(headers), cookie(headers)) {
        (Some(text), _) => by_token(app, text, now).await?,
        (None, Some(text)) => by_session(app, text, now).await?,
        (None, None) => None,
    };
    let Some((user, organisation, via)) = found else { return Ok(None) };
    if user.state != UserState::Active || !organisation.is_open_on(beijing_day(now)) {
        return Ok(None);
    }
    tracing::Span::current().record("user", user.id.as_str());
    tracing::debug!(address = %context.address, "identified");
    Ok(Some(Caller { user, organisation, via, scope: Scope::Nothing }))
}

/// Whose session came with a request that is refused anyway: looked up, not used.
///
/// # Errors
/// The store's failure.
pub(crate) async fn riding(app: &App, headers: &HeaderMap) -> Result<Option<User>, StoreError> {
    let Some(text) = cookie(headers) else { return Ok(None) };
    let holder = known::holder(app, &text::fingerprint(text)).await?;
    let now = app.edge.now();
    let alive = holder.filter(|holder| {
        let unused = now.duration_since(holder.session.seen_at);
        now < holder.session.expires_at && unused < idle(app, &holder.user.roles)
    });
    Ok(alive.map(|holder| holder.user))
}

/// Whether the session or token of these headers is still good, for an answer that goes on for long. Looking does not
/// count as use.
///
/// # Errors
/// The store's failure.
pub(crate) async fn still_good(app: &App, headers: &HeaderMap) -> Result<bool, StoreError> {
    let now = app.edge.now();
    let user = match bearer(headers) {
        Some(text) => {
            let token = tokens::by_token(&app.database, &text::fingerprint(text), now).await?;
            let Some(token) = token else { return Ok(false) };
            users::by_id(&app.database, &token.user_id).await?
        }
        None => riding(app, headers).await?,
    };
    let Some(user) = user.filter(|user| user.state == UserState::Active) else { return Ok(false) };
    let organisation =
        organisations::within(&app.database, &Scope::Everything, &user.organisation_id).await?;
    Ok(organisation.is_some_and(|organisation| organisation.is_open_on(beijing_day(now))))
}

type Found = Option<(User, Organisation, Via)>;

async fn by_token(app: &App, text: &str, now: Timestamp) -> Result<Found, StoreError> {
    let Some(token) = tokens::by_token(&app.database, &text::fingerprint(text), now).await? else {
        return Ok(None);
    };
    if token.used_at.is_none_or(|at| now.duration_since(at) >= SEEN_EVERY) {
        let work = app.database.begin(now).await?;
        tokens::used(&work, &token.id).await?;
        work.commit_housekeeping(Housekeeping::Seen).await?;
    }
    let Some(user) = users::by_id(&app.database, &token.user_id).await? else { return Ok(None) };
    let organisation =
        organisations::within(&app.database, &Scope::Everything, &user.organisation_id).await?;
    Ok(organisation.map(|organisation| (user, organisation, Via::Token(token))))
}

async fn by_session(app: &App, text: &str, now: Timestamp) -> Result<Found, StoreError> {
    let Some(holder) = known::holder(app, &text::fingerprint(text)).await? else {
        return Ok(None);
    };
    let session = holder.session;
    let unused = now.duration_since(session.seen_at);
    if now >= session.expires_at || unused >= idle(app, &holder.user.roles) {
        return Ok(None);
    }
    if unused >= SEEN_EVERY {
        let work = app.database.begin(now).await?;
        sessions::seen(&work, &session.id).await?;
        work.commit_housekeeping(Housekeeping::Seen).await?;
    }
    Ok(Some((holder.user, holder.organisation, Via::Session(session))))
}

/// How long a session of somebody with these roles may stay unused.
pub(crate) fn idle(app: &App, roles: &[Role]) -> SignedDuration {
    let administers =
        [Role::ZoneAdministrator, Role::SystemAdministrator, Role::SecurityAdministrator, Role::Auditor];
    let usual = app.config.session_idle;
    if administers.iter().any(|role| roles.contains(role)) { usual.min(ADMIN_IDLE) } else { usual }
}

/// What the person has to do before anything else.
///
/// # Errors
/// The store's failure.
pub(crate) async fn duty(app: &App, user: &User) -> Result<Option<Code>, StoreError> {
    let age = user.password_set_at.map(|at| app.edge.now().duration_since(at));
    let aged = app.config.profile == crate::config::PasswordProfile::Dengbao;
    if aged && age.is_some_and(|age| age >= PASSWORD_LIFE) {
        return Ok(Some(Code::PasswordExpired));
    }
    let staff = user.roles.iter().any(|role| *role != Role::EnterpriseUser);
    if !app.config.second_factor || !staff {
        return Ok(None);
    }
    let factor = second_factor::of_user(&app.database, &user.id).await?;
    Ok(if factor.is_some_and(|factor| factor.confirmed) {
        None
    } else {
        Some(Code::SecondFactorSetupRequired)
    })
}

/// Whether a token with these scopes may be used for the permission `name`.
pub(crate) fn token_allows(scopes: &[String], name: &str) -> bool {
    let reads = [":list", ":read", ":head"].iter().any(|verb| name.ends_with(verb));
    scopes.iter().any(|scope| scope == name || (scope == "read" && reads))
}

/// The farthest this person reaches under a permission.
///
/// # Errors
/// 403 when none of their roles may.
pub(crate) fn scope_under(caller: &Caller, permission: &permissions::Permission) -> Result<Scope, Problem> {
    let reach = permission.reach(&caller.user.roles).ok_or_else(|| Problem::new(Code::NotAllowed))?;
    Ok(permissions::scope(reach, &caller.user.id, &caller.organisation))
}
