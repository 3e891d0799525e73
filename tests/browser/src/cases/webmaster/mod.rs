//! What a webmaster has besides the tag: the page in a frame, the doctor, the guide.

pub(crate) mod doctor;
pub(crate) mod frames;
pub(crate) mod guide;
