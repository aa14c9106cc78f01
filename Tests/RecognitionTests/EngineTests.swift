import Testing

/// The suites that load the engine, one test at a time: each decoder takes a hundred megabytes and a second to open.
@Suite(.serialized) enum EngineTests {}
