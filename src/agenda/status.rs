use crate::feed::{Forum, Session, Status};

/// What became of a session: a forum that is cancelled or postponed takes its sessions along.
pub fn status(forum: &Forum, session: &Session) -> Status {
    match (session.status, forum.status) {
        (Status::Cancelled, _) | (_, Some(Status::Cancelled)) => Status::Cancelled,
        (_, Some(Status::Postponed)) => Status::Postponed,
        (own, _) => own,
    }
}
