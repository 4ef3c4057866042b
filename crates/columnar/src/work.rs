//! Work shared among threads. Results come back in the order of the tasks, whoever did them.

use std::{num::NonZeroUsize, sync::Mutex, thread};

/// How the engine may work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Most threads to use; the results never depend on it.
    pub threads: NonZeroUsize,
}

impl Default for Options {
    /// As many threads as the machine has processors.
    fn default() -> Self {
        Self { threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN) }
    }
}

impl Options {
    /// So many threads; at least one.
    #[must_use]
    pub fn with_threads(threads: usize) -> Self {
        Self { threads: NonZeroUsize::new(threads).unwrap_or(NonZeroUsize::MIN) }
    }
}

/// Does every task and returns the results in the order of the tasks.
pub(crate) fn share<T: Send, R: Send>(
    options: Options,
    tasks: Vec<T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let threads = options.threads.get().min(tasks.len());
    if threads <= 1 {
        return tasks.into_iter().map(work).collect();
    }
    let count = tasks.len();
    let queue = Mutex::new(tasks.into_iter().enumerate());
    let done: Vec<Vec<(usize, R)>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| drain(&queue, &work))).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let mut results: Vec<Option<R>> = (0..count).map(|_| None).collect();
    for (index, result) in done.into_iter().flatten() {
        results[index] = Some(result);
    }
    results.into_iter().flatten().collect()
}

fn drain<T, R>(queue: &Mutex<impl Iterator<Item = (usize, T)>>, work: &impl Fn(T) -> R) -> Vec<(usize, R)> {
    let next = || queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner).next();
    let mut results = Vec::new();
    while let Some((index, task)) = next() {
        results.push((index, work(task)));
    }
    results
}

/// Neighbouring ranges of at most `size` that cover `0..count`.
pub(crate) fn blocks(count: usize, size: usize) -> Vec<std::ops::Range<usize>> {
    (0..count).step_by(size).map(|start| start..(start + size).min(count)).collect()
}
