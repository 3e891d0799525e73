//! Organizations that the input knows by their names only.

use std::collections::HashMap;

use super::draft::{Draft, RECORD_LIMIT};
use super::ids::{Ids, key_of, slug};
use super::texts::first;
use crate::feed::document::Organization;
use crate::feed::identifier::Identifier;

/// The organizations of a feed in the making, each once.
#[derive(Default)]
pub struct Organizations {
    ids: Ids,
    positions: HashMap<String, usize>,
}

impl Organizations {
    /// The organization of that name; added at its first mention, with a slug of its name as the id. What a later mention
    /// says of its part counts.
    pub fn named(&mut self, organization: Organization, draft: &mut Draft<'_>) -> Identifier {
        let organizations = &mut draft.document.organizations;
        let name = first(&organization.name);
        let key = key_of(name);
        if let Some(known) = self.positions.get(&key).and_then(|position| organizations.get_mut(*position)) {
            known.part = organization.part.or(known.part);
            return known.id.clone();
        }
        if organizations.len() >= RECORD_LIMIT {
            draft.too_large = true;
            return Identifier::default();
        }
        let id = self.ids.give(&[&slug(name)], "organization");
        self.positions.insert(key, organizations.len());
        organizations.push(Organization { id: id.clone(), ..organization });
        id
    }
}
