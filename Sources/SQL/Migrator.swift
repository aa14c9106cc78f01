import struct FoundationEssentials.Date

/// Brings a database to the form that this program knows.
///
/// The steps that were taken stand in the table `schema_migrations`. Each step is one transaction together with its mark, so a
/// step that was broken off leaves nothing, and of several programs that begin at once one takes it.
public struct Migrator: Sendable {
    /// All steps, in order.
    public let migrations: [Migration]

    /// A migrator for steps that are numbered 1, 2, 3 and so on.
    public init(_ migrations: [Migration]) {
        precondition(
            migrations.map(\.version) == Array(1..<migrations.count + 1),
            "steps are numbered from 1 without gaps")
        self.migrations = migrations
    }

    /// The latest form that is known.
    public var latest: Int { migrations.count }

    /// The form of a database; 0 for one without tables.
    ///
    /// - Throws: `SQLError`.
    public func version(of database: any SQLDatabase) async throws -> Int {
        try await database.read { connection in
            try isMarked(connection) ? found(connection) : 0
        }
    }

    /// Takes the steps that are missing, and returns them.
    ///
    /// - Throws: `SQLError.newerVersion` when a later program made the database, which is then unchanged; `SQLError` when a
    ///   step fails, after which those before it stand.
    @discardableResult
    public func migrate(_ database: any SQLDatabase) async throws -> [Migration] {
        let before = try await version(of: database)
        guard before <= latest else {
            throw SQLError.newerVersion(database: database.name, found: before, known: latest)
        }
        guard before < latest else { return [] }
        var taken: [Migration] = []
        for migration in migrations.dropFirst(before) {
            if try await take(migration, database) { taken.append(migration) }
        }
        return taken
    }

    /// Takes a step; `false` when another program was quicker, which shows in PostgreSQL by an error of any sort.
    /// Refuses to go on with a database that another program has brought to a later form meanwhile: what this one writes would
    /// lack what that form has.
    ///
    /// - Throws: `SQLError.newerVersion`.
    public func requireKnown(_ connection: any SQLConnection, of name: String) throws(SQLError) {
        let version = try found(connection)
        guard version <= latest else {
            throw .newerVersion(database: name, found: version, known: latest)
        }
    }

    private func take(_ migration: Migration, _ database: any SQLDatabase) async throws -> Bool {
        do {
            return try await database.write { connection in
                try connection.run(
                    """
                    CREATE TABLE IF NOT EXISTS schema_migrations (
                        version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)
                    """)
                guard try found(connection) == migration.version - 1 else { return false }
                for statement in migration.statements(connection.dialect) { try connection.run(statement) }
                try migration.completion(connection)
                try connection.run(
                    """
                    INSERT INTO schema_migrations (version, name, applied_at)
                    VALUES (\(migration.version), \(migration.name), \(Date()))
                    """)
                return true
            }
        } catch let error as SQLError {
            guard try await version(of: database) >= migration.version else { throw error }
            return false
        }
    }

    private func found(_ connection: any SQLConnection) throws(SQLError) -> Int {
        try connection.oneRow("SELECT COALESCE(MAX(version), 0) AS version FROM schema_migrations").count(
            "version")
    }

    private func isMarked(_ connection: any SQLConnection) throws(SQLError) -> Bool {
        try connection.row(connection.dialect.tableNamed("schema_migrations")) != nil
    }
}

extension SQLDialect {
    /// A query that gives a row when there is a table of a name.
    fileprivate func tableNamed(_ name: String) -> SQLQuery {
        switch self {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = \(name)"
        case .postgres:
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = current_schema() AND table_name = \(name)
            """
        }
    }
}
