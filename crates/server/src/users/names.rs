//! What people are called, for answers that say who did something.

use crate::desk::Desk;
use std::collections::HashMap;
use store::{StoreError, users};

/// The names of people by their ids. Whoever may see that something was done may see who did it.
pub(crate) async fn names<'a>(
    desk: &Desk,
    ids: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, String>, StoreError> {
    let mut names = HashMap::new();
    for id in ids {
        if !names.contains_key(id)
            && let Some(user) = users::by_id(desk.database(), id).await?
        {
            names.insert(user.id, user.name);
        }
    }
    Ok(names)
}
