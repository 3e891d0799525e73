//! Records of which the feed needs only the name, such as rooms and tracks.

use std::collections::HashMap;

use super::LossKind;
use super::draft::Draft;
use super::object::Object;
use crate::feed::text::Text;

/// Names by the ids by which other records of the input mean them.
pub struct Names(HashMap<String, Text>);

impl Names {
    /// Reads the list of a key: objects with an `id` and a `name`.
    pub fn read(key: &'static str, root: &mut Object<'_>, draft: &mut Draft<'_>) -> Names {
        let mut names = HashMap::new();
        for mut record in root.objects(key, draft) {
            let id = record.text("id", draft);
            match id.zip(record.translated("name", draft)) {
                Some((id, name)) => drop(names.insert(id.into_owned(), name)),
                None => draft.lose(LossKind::IncompleteRecord, &record.place),
            }
            record.leave(&["guid", "sort"], draft);
        }
        Names(names)
    }

    /// The id at a key of a record, with the name that it means.
    pub fn of(
        &self,
        key: &'static str,
        record: &mut Object<'_>,
        draft: &mut Draft<'_>,
    ) -> Option<(String, Text)> {
        let id = record.text(key, draft)?.into_owned();
        let name = self.0.get(&id).cloned();
        if name.is_none() {
            draft.lose(LossKind::UnknownReference, &record.place_of(key));
        }
        name.map(|name| (id, name))
    }
}
