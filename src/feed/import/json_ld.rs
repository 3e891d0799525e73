use super::{Import, ImportError, Options};

pub(super) fn read(_text: &str, _options: &Options) -> Result<Import, ImportError> {
    Err(ImportError::AnotherFormat(None))
}
