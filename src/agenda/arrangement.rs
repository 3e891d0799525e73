use super::{Facet, days, grid, groups};
use crate::feed::Forum;

/// How the programme is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// Day by day, each a list.
    #[default]
    Days,
    /// Day by day, each a table of rooms and hours.
    Rooms,
    /// By topic.
    Topics,
    /// By the countries that take part.
    Countries,
}

impl Arrangement {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Arrangement; 4] =
        [Arrangement::Days, Arrangement::Rooms, Arrangement::Topics, Arrangement::Countries];

    /// Its name in actions and links.
    pub const fn name(self) -> &'static str {
        match self {
            Arrangement::Days => "days",
            Arrangement::Rooms => "rooms",
            Arrangement::Topics => "topics",
            Arrangement::Countries => "countries",
        }
    }

    /// The arrangement of such a name.
    pub fn named(name: &str) -> Option<Arrangement> {
        Arrangement::ALL.into_iter().find(|arrangement| arrangement.name() == name)
    }

    /// What it groups the sessions by, where that is not the day.
    pub const fn facet(self) -> Option<Facet> {
        match self {
            Arrangement::Days | Arrangement::Rooms => None,
            Arrangement::Topics => Some(Facet::Topic),
            Arrangement::Countries => Some(Facet::Country),
        }
    }

    /// Whether a forum can be seen so, and differently from its days: in several rooms on one day, with several topics, with
    /// several countries.
    pub fn suits(self, forum: &Forum) -> bool {
        match (self, self.facet()) {
            (_, Some(facet)) => !groups(forum, facet).is_empty(),
            (Arrangement::Rooms, _) => days(forum).iter().any(|day| grid(forum, &day.sessions).is_some()),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feed::read;

    #[track_caller]
    fn check(sessions: &str, expected: &[&str]) {
        let feed = [
            r#"{"version": 1, "topics": [{"id": "t", "name": "T"}, {"id": "u", "name": "U"}],
                "people": [{"id": "p", "name": "P", "country": "CR"}], "sessions": ["#,
            sessions,
            "]}",
        ];
        let forum = read(feed.concat().as_bytes()).unwrap().forum;
        let offered = Arrangement::ALL.into_iter().filter(|arrangement| arrangement.suits(&forum));
        assert_eq!(offered.map(Arrangement::name).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_forum_is_only_seen_so_where_that_tells_something() {
        check(r#"{"id": "a", "title": "A", "topics": ["t"], "countries": ["KR"]}"#, &["days"]);
        check(r#"{"id": "a", "title": "A", "topics": ["t", "u"]}"#, &["days", "topics"]);
        check(
            r#"{"id": "a", "title": "A", "countries": ["KR"], "people": [{"person": "p"}]}"#,
            &["days", "countries"],
        );
    }

    #[test]
    fn rooms_are_several_on_one_day_and_have_hours() {
        let session = |id: &str, time: &str, room: &str| {
            [r#"{"id": ""#, id, r#"", "title": "T", "room": ""#, room, r#"", "#, time, "}"].concat()
        };
        for (time, room, expected) in [
            (r#""start": "2027-03-17T09:00:00Z""#, "B", &["days", "rooms"][..]),
            (r#""start": "2027-03-17T18:00:00Z""#, "B", &["days", "rooms"]),
            (r#""start": "2027-03-17T09:00:00Z""#, "A", &["days"]),
            (r#""start": "2027-03-18T09:00:00Z""#, "B", &["days"]),
            (r#""date": "2027-03-17""#, "B", &["days"]),
        ] {
            let first = session("a", r#""start": "2027-03-17T09:00:00Z""#, "A");
            check(&[first, session("b", time, room)].join(","), expected);
        }
    }

    #[test]
    fn arrangements_have_their_names() {
        for arrangement in Arrangement::ALL {
            assert_eq!(Arrangement::named(arrangement.name()), Some(arrangement));
        }
        assert_eq!(Arrangement::named("Rooms"), None);
    }
}
