use super::context::Context;
use super::node::{Element, element};
use crate::locale::{label, list, plural};

/// What was selected, in a live region that is heard and not seen.
pub fn draw(context: &Context<'_>) -> Element {
    element("p.visually-hidden role=status").text(&selection(context).unwrap_or_default())
}

/// The selected countries with what belongs to them: `Costa Rica: 2 sesiones, 1 persona`.
pub fn selection(context: &Context<'_>) -> Option<String> {
    let (forum, state, messages) = (context.forum, context.state, context.messages());
    if state.countries.is_empty() {
        return None;
    }
    let names: Vec<String> = state.countries.iter().map(|code| context.country_name(*code)).collect();
    let sessions = forum.sessions.iter().filter(|session| state.marks_session(forum, session)).count();
    let people = forum.people.iter().filter(|person| state.marks_person(person)).count();
    let mut text = label(&list(&names, context.language), context.language);
    text.push_str(&plural(messages.sessions, sessions as u64, context.language));
    text.push_str(", ");
    text.push_str(&plural(messages.people, people as u64, context.language));
    Some(text)
}
