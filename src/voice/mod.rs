//! Voice platforms. One file per wire; each parses, verifies, and hands typed requests to actions.
