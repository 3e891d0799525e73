use crate::feed::{Country, Mode};

/// How a country is drawn: one treatment for each way of taking part, by colour and by shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Treatment {
    /// The host.
    Host,
    /// In person.
    InPerson,
    /// By recording.
    PreRecorded,
    /// Live over the network.
    Online,
    /// In several ways.
    Several,
    /// In a way that is not known.
    Unknown,
}

impl Treatment {
    /// Every treatment in the order of the legend.
    pub const ALL: [Treatment; 6] = [
        Treatment::Host,
        Treatment::InPerson,
        Treatment::PreRecorded,
        Treatment::Online,
        Treatment::Several,
        Treatment::Unknown,
    ];

    /// How a country of the feed is drawn.
    pub fn of(country: &Country) -> Treatment {
        if country.host {
            return Treatment::Host;
        }
        let mut modes = country.participation.iter().map(|participation| participation.mode);
        let Some(first) = modes.next() else { return Treatment::Unknown };
        if modes.any(|mode| mode != first) {
            return Treatment::Several;
        }
        match first {
            Mode::InPerson => Treatment::InPerson,
            Mode::PreRecorded => Treatment::PreRecorded,
            Mode::Online => Treatment::Online,
            Mode::Other => Treatment::Unknown,
        }
    }

    /// The treatment of a name.
    pub fn named(name: &str) -> Option<Treatment> {
        Treatment::ALL.into_iter().find(|treatment| treatment.name() == name)
    }

    /// The name by which actions and the stylesheet know it.
    pub const fn name(self) -> &'static str {
        match self {
            Treatment::Host => "host",
            Treatment::InPerson => "in-person",
            Treatment::PreRecorded => "pre-recorded",
            Treatment::Online => "online",
            Treatment::Several => "several",
            Treatment::Unknown => "unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    #[track_caller]
    fn check(country: &str, expected: Treatment) {
        let feed = [r#"{"version": 1, "countries": [{"code": "CO", "#, country, "}]}"].concat();
        let forum = read(feed.as_bytes()).unwrap().forum;
        assert_eq!(forum.countries.first().map(Treatment::of), Some(expected), "{country}");
    }

    #[test]
    fn the_treatment_follows_the_modes() {
        check(r#""host": true, "participation": [{"mode": "online"}]"#, Treatment::Host);
        check(r#""participation": [{"mode": "in-person"}]"#, Treatment::InPerson);
        check(
            r#""participation": [{"mode": "in-person"}, {"mode": "in-person", "count": 2}]"#,
            Treatment::InPerson,
        );
        check(r#""participation": [{"mode": "in-person"}, {"mode": "pre-recorded"}]"#, Treatment::Several);
        check(r#""participation": [{"mode": "by-post"}]"#, Treatment::Unknown);
        check(r#""host": false"#, Treatment::Unknown);
    }
}
