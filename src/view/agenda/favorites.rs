//! Favourites, and what is new since the last visit: added to the drawn cards, at their ends, so that nothing moves in them.

use super::actions::button;
use super::session;
use crate::feed::SessionId;
use crate::locale::{fill, item, number, pieces, split_at_byte};
use crate::state::Action;
use crate::time::read_digits;
use crate::view::context::Context;
use crate::view::node::{Element, Node, element};

/// The button that shows the favourites alone, with their number.
pub fn alone(context: &Context<'_>) -> Element {
    let state = context.state;
    let count = state.favorites.iter().filter(|favorite| **favorite).count();
    let name = fill(context.messages().only_favorites, &number(count as u64));
    pressed(button(&Action::OnlyFavorites, &name), state.only_favorites)
}

/// Adds its star to each card inside an element, and its mark where there is something new.
pub fn add(context: &Context<'_>, inside: &mut Element) {
    for node in inside.inside_mut() {
        let Node::Element(element) = node else { continue };
        if element.tag() == "article" {
            add_to_card(context, element);
        } else {
            add(context, element);
        }
    }
}

fn add_to_card(context: &Context<'_>, card: &mut Element) {
    let Some(id) = id(card) else { return };
    let Some(session) = context.forum.session(id) else { return };
    let messages = context.messages();
    let news = context.news.get(id.0 as usize).copied().flatten();
    if let Some(news) = news
        && let Some(margin) = card.find(session::MARGIN)
    {
        let word = item(messages.news, news as usize);
        margin.add(element("p").part("status").with("data-status", "news").text(word));
    }
    if let Some(body) = card.find(session::BODY) {
        let star = element("button.star type=button")
            .with_value("data-action", Action::ToggleFavorite(id).written())
            .with_value("aria-label", fill(messages.favorite, context.string(&session.title)));
        body.add(pressed(star, context.state.has_favorite(id)));
    }
}

/// The session of a card, by the button that opens it.
fn id(card: &mut Element) -> Option<SessionId> {
    let opener = card.find("open")?;
    let (_, action) = opener.attributes().iter().find(|(name, _)| *name == "data-action")?;
    // Behind a dot, which of its cards it is.
    let position = pieces(split_at_byte(action, b':')?.1, b'.').next()?;
    Some(SessionId(read_digits(position.as_bytes())?.try_into().ok()?))
}

fn pressed(button: Element, pressed: bool) -> Element {
    button.with("aria-pressed", if pressed { "true" } else { "false" })
}
