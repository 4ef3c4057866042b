//! No more than can be done: places, rates by address, size and time.

use super::Context;
use crate::{
    app::App,
    layers::rates::Bucket,
    problem::{Code, Problem},
    router::{Operation, Rate},
};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{sync::Arc, time::Duration};

pub(crate) async fn limits(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(operation) = request.extensions().get::<Arc<Operation>>().cloned() else {
        return next.run(request).await;
    };
    if operation.rate == Rate::Unlimited {
        return next.run(request).await;
    }
    match admitted(&app, &operation, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn admitted(
    app: &App,
    operation: &Operation,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let context = request.extensions().get::<Context>().cloned().unwrap_or_default();
    let (bucket, rate) = match operation.rate {
        Rate::SignIn => (Bucket::SignIn(context.address), app.config.sign_in_rate),
        Rate::Ordinary | Rate::Unlimited => (Bucket::Address(context.address), app.config.address_rate),
    };
    app.buckets.take(bucket, rate, app.edge.now())?;
    let _place = app.in_flight.try_acquire().map_err(|_| Problem::new(Code::Busy).after(1))?;
    let limit = Duration::from_secs(operation.time_limit.unwrap_or(app.config.time_limit));
    let most = operation.body_limit.unwrap_or(app.config.body_limit);
    if operation.streams {
        return Ok(next.run(request).await);
    }
    if operation.upload {
        let _upload = app.uploads.try_acquire().map_err(|_| Problem::new(Code::Busy).after(5))?;
        let limit = Duration::from_secs(app.config.upload_time_limit);
        let work = async { Ok(next.run(request).await) };
        return tokio::time::timeout(limit, work).await.unwrap_or_else(|_| Err(Problem::new(Code::TooSlow)));
    }
    let work = async {
        let request = read(request, most).await?;
        Ok(next.run(request).await)
    };
    tokio::time::timeout(limit, work).await.unwrap_or_else(|_| Err(Problem::new(Code::TooSlow)))
}

/// The request with its whole body in memory, so that a slow sender holds no transaction open.
async fn read(request: Request, limit: usize) -> Result<Request, Problem> {
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, limit).await.map_err(|_| Problem::new(Code::BodyTooLarge))?;
    Ok(Request::from_parts(parts, Body::from(bytes)))
}
