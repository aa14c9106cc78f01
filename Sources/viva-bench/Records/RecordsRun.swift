import Postgres
import Records
import SQL

/// One run of the bench of the records: fills a database, times its readings and checks some figures.
struct RecordsRun {
    let load: RecordsLoad
    let runs: Int

    /// Runs over an empty database.
    ///
    /// - Parameter note: takes lines about how far it has come.
    /// - Returns: the tables, and the differences that were found.
    func tables(_ database: any SQLDatabase, note: (String) -> Void) async throws
        -> (text: String, differences: [String])
    {
        let records = try await Records(database: database)
        note("Writing \(load.interviews) interviews of \(load.answers) answers ...")
        let begin = ContinuousClock.now
        let drawn = try await load.fill(records)
        // A server does this by itself after a while; SQLite plans without it, here as in use.
        if let server = database as? PostgresDatabase { try await server.vacuum() }
        note("Written in \(Spread.text((ContinuousClock.now - begin) / .seconds(1))) s.")
        let readings = RecordsReadings(records: records, runs: runs)
        let statistics = MarkdownTable.text(
            head: ["statistic", "rows"] + RecordsTiming.head,
            lines: try await readings.statistics().map(\.line),
            labels: 1)
        let lists = MarkdownTable.text(
            head: [
                "20 interviews of a list", "total", "first page", "page by its place", "first page and total",
            ]
                + ["middle page and total"],
            lines: try await RecordsLists(records: records, runs: runs).lines(),
            labels: 1)
        let searches = MarkdownTable.text(
            head: ["20 places of a search", "total"] + RecordsTiming.head,
            lines: try await RecordsSearches(records: records, runs: runs).timings().map(\.line), labels: 1)
        let differences = try await RecordsCheck(records: records, drawn: drawn, load: load).differences()
        return ([statistics, lists, searches].joined(separator: "\n\n"), differences)
    }
}
