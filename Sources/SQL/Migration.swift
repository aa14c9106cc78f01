/// A step from one form of the tables to the next. Once published a step never changes; a mistake is mended by a
/// further step.
public struct Migration: Sendable {
    /// The form that it leads to; steps are numbered from 1 without gaps.
    public let version: Int
    /// What it does, in a few words.
    public let name: String
    /// The statements, in order.
    public let statements: @Sendable (SQLDialect) -> [SQLQuery]

    /// A step.
    public init(
        version: Int, name: String, statements: @escaping @Sendable (SQLDialect) -> [SQLQuery]
    ) {
        self.version = version
        self.name = name
        self.statements = statements
    }
}
