//! What was computed last, kept by what it was computed from. Whatever is kept here can be forgotten and computed again.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::OnceCell;

/// A place for one value: who comes first fills it, the others wait.
pub(crate) type Place<V> = Arc<OnceCell<Arc<V>>>;

/// The `MOST` values that were asked for last.
pub(crate) struct Kept<K, V, const MOST: usize>(Mutex<VecDeque<(K, Place<V>)>>);

impl<K, V, const MOST: usize> Default for Kept<K, V, MOST> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone + PartialEq, V, const MOST: usize> Kept<K, V, MOST> {
    /// The place of `key`.
    pub(crate) fn place(&self, key: &K) -> Place<V> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|(other, _)| other == key);
        let entry = known.and_then(|at| kept.remove(at)).unwrap_or_else(|| (key.clone(), Place::default()));
        let place = entry.1.clone();
        kept.push_front(entry);
        kept.truncate(MOST);
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_asked_for_last_stays_and_the_oldest_is_forgotten() {
        let kept: Kept<u8, u8, 2> = Kept::default();
        let fill = async |key: u8, value: u8| {
            let place = kept.place(&key);
            *place.get_or_init(async || Arc::new(value)).await.clone()
        };
        assert_eq!((fill(1, 10).await, fill(2, 20).await), (10, 20));
        assert_eq!(fill(1, 11).await, 10, "known, and asked for last now");
        assert_eq!(fill(3, 30).await, 30);
        assert_eq!((fill(1, 12).await, fill(2, 21).await), (10, 21), "the other one was forgotten");
    }
}
