//! A job as a stream: one event for each change, the last when it is over.

use super::{JobBody, found};
use crate::{
    app::App,
    caller,
    desk::Desk,
    problem::{Code, Problem, Stop},
};
use axum::{
    extract::Path,
    http::HeaderMap,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;
use std::{convert::Infallible, sync::PoisonError, time::Duration};
use store::jobs::{self, Job};

/// How often the job is looked at.
const EVERY: Duration = Duration::from_millis(500);
/// So many streams one person may have open.
const MOST: usize = 8;

/// Follows a job (Server-Sent Events, `event: job`, the job as data). The stream ends with the job, with the session or
/// token that asked for it, or when the server shuts down; a caller that comes back gets the present state first. One
/// person may have eight open.
#[utoipa::path(get, path = "/api/v1/jobs/{id}/events", operation_id = "follow_job", tag = "jobs",
    params(("id" = String, Path, description = "The job")),
    responses((status = 200, description = "The stream", content_type = "text/event-stream")),
    extensions(("x-permission" = json!("job:read")), ("x-streams" = json!(true))))]
pub(crate) async fn events(desk: Desk, headers: HeaderMap, Path(id): Path<String>) -> Result<Response, Stop> {
    let job = found(&desk, &id).await?;
    let place = Place::take(&desk.app, &desk.caller()?.user.id)?;
    let follow = Follow { app: desk.app.clone(), headers, _place: place, next: Some(Next::Say(job)) };
    let stream = stream::unfold(follow, Follow::step);
    Ok(Sse::new(stream).keep_alive(KeepAlive::default()).into_response())
}

/// A stream's place among those of its person; given back with the stream.
struct Place {
    app: App,
    user_id: String,
}

impl Place {
    fn take(app: &App, user_id: &str) -> Result<Self, Problem> {
        let mut open = app.streams.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(user_id.to_owned()).or_default();
        if *count >= MOST {
            return Err(Problem::new(Code::TooManyRequests).after(5));
        }
        *count += 1;
        Ok(Self { app: app.clone(), user_id: user_id.to_owned() })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.app.streams.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.user_id) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.user_id);
            }
        }
    }
}

struct Follow {
    app: App,
    /// Who asked: looked at again and again, for the stream outlives the request.
    headers: HeaderMap,
    _place: Place,
    /// What comes next; `None` when all was said.
    next: Option<Next>,
}

enum Next {
    Say(Job),
    WaitAfter(Job),
}

impl Follow {
    async fn step(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        let job = match self.next.take()? {
            Next::Say(job) => job,
            Next::WaitAfter(job) => self.change_of(&job).await?,
        };
        self.next = (!job.state.is_over()).then(|| Next::WaitAfter(job.clone()));
        let version = job.version.to_string();
        let text = serde_json::to_string(&JobBody::from(job)).unwrap_or_default();
        Some((Ok(Event::default().event("job").id(version).data(text)), self))
    }

    /// The job after its next change; `None` when nobody may hear of it any more.
    async fn change_of(&self, job: &Job) -> Option<Job> {
        loop {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = self.app.closed() => return None,
            }
            if !caller::still_good(&self.app, &self.headers).await.ok()? {
                return None;
            }
            let now = jobs::by_id(&self.app.database, &job.id).await.ok()??;
            if now.version != job.version {
                return Some(now);
            }
        }
    }
}
