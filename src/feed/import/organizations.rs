//! Organizations that the input knows by their names only.

use super::ids::{Ids, slug};
use crate::feed::document::{Document, Organization};
use crate::feed::record::Identifier;
use crate::feed::text::Text;

/// The organizations of a feed in the making, each once.
#[derive(Default)]
pub struct Organizations(Ids);

impl Organizations {
    /// The organization of that name; added at its first mention, with a slug of its name as the id. What else the
    /// first mention says of it stays.
    pub fn named(&mut self, organization: Organization, document: &mut Document) -> Identifier {
        let name = first(&organization.name).to_owned();
        let key = slug(&name);
        if let Some(id) = self.0.of_key(&key) {
            return id;
        }
        let id = self.0.give(&[&key], "organization");
        self.0.remember(&key, &id);
        document.organizations.push(Organization { id: id.clone(), ..organization });
        id
    }
}

fn first(name: &Text) -> &str {
    name.entries().next().map_or("", |(_, text)| text)
}
