//! What the project's commands are made of; the browser tests use its server.
