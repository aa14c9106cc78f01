import Testing

/// The suites that run the command to hear, speak and judge, one process at a time: several at once, each with the engine and its models,
/// would take more memory than a small machine has.
@Suite(.serialized) enum CommandTests {}
