import Testing

/// The suites that run the command for what is kept, such as interviews, people and questions: one process at a time as well, beside those of
/// `CommandTests`, so that all of them take less long.
@Suite(.serialized) enum KeepingCommandTests {}
