//! A job as a stream: one event for each change, the last when it is over.

use super::{JobBody, found};
use crate::{app::App, desk::Desk, problem::Stop};
use axum::{
    extract::Path,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::stream;
use std::{convert::Infallible, time::Duration};
use store::jobs::{self, Job};

/// How often the job is looked at.
const EVERY: Duration = Duration::from_millis(500);

/// Follows a job (Server-Sent Events, `event: job`, the job as data). The stream ends with the job, or when the
/// server shuts down; a caller that comes back gets the present state first.
#[utoipa::path(get, path = "/api/v1/jobs/{id}/events", operation_id = "follow_job", tag = "jobs",
    params(("id" = String, Path, description = "The job")),
    responses((status = 200, description = "The stream", content_type = "text/event-stream")),
    extensions(("x-permission" = json!("job:read")), ("x-streams" = json!(true))))]
pub(crate) async fn events(desk: Desk, Path(id): Path<String>) -> Result<Response, Stop> {
    let job = found(&desk, &id).await?;
    let follow = Follow { app: desk.app.clone(), next: Some(Next::Say(job)) };
    let stream = stream::unfold(follow, Follow::step);
    Ok(Sse::new(stream).keep_alive(KeepAlive::default()).into_response())
}

struct Follow {
    app: App,
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

    /// The job after its next change.
    async fn change_of(&self, job: &Job) -> Option<Job> {
        loop {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = self.app.closed() => return None,
            }
            let now = jobs::by_id(&self.app.database, &job.id).await.ok()??;
            if now.version != job.version {
                return Some(now);
            }
        }
    }
}
