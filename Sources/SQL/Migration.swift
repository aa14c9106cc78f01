/// A step from one form of the tables to the next. Once published a step never changes; a mistake is mended by a
/// further step.
public struct Migration: Sendable {
    /// The form that it leads to; steps are numbered from 1 without gaps.
    public let version: Int
    /// What it does, in a few words.
    public let name: String
    /// The statements, in order.
    public let statements: @Sendable (SQLDialect) -> [SQLQuery]
    /// What is done behind the statements that no statement can do. It reads no column but those that the step knows of: later
    /// steps were not taken yet.
    public let completion: @Sendable (any SQLConnection) throws -> Void

    /// A step.
    public init(
        version: Int, name: String, statements: @escaping @Sendable (SQLDialect) -> [SQLQuery],
        completion: @escaping @Sendable (any SQLConnection) throws -> Void = { _ in }
    ) {
        self.version = version
        self.name = name
        self.statements = statements
        self.completion = completion
    }
}
