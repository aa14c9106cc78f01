import Interview
import SQL

extension Records {
    /// A page of what says something, the best first.
    ///
    /// All words must be there, in whatever form; `"words in quotes"` stand side by side, `-word` must not be there,
    /// and `or` stands between what may be there instead. Any text may be given; one without a word finds nothing.
    ///
    /// - Parameters:
    ///   - subjects: What is searched.
    ///   - filter: What is said in these interviews only. A candidate, a person or an organization in it also says
    ///   which resumes are
    ///     searched, theirs, and which questions: those of public banks and of their own.
    ///   - page: A place is the number of texts before it.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func search(
        _ text: String, subjects: Set<SearchSubject> = Set(SearchSubject.allCases),
        in filter: InterviewFilter = InterviewFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<SearchHit> {
        let words = SearchWords(text)
        let scope = SearchScope(filter: filter, subjects: subjects)
        let skipped: Int
        switch page {
        case .skipping(let count, _): skipped = max(0, count)
        case .after(nil, _): skipped = 0
        case .after(let place?, _):
            guard let count = Int(place), count >= 0 else {
                throw .invalid(
                    field: "cursor",
                    reason: "`\(place)` is no place in this list: take it from the page before.")
            }
            skipped = count
        }
        guard !words.isEmpty, let condition = scope.condition else {
            if case .skipping = page { return RecordsPage(items: [], total: 0) }
            return RecordsPage(items: [])
        }
        return try await read { connection in
            let dialect = connection.dialect
            let from: SQLQuery =
                "FROM \(words.source(dialect)) WHERE \(words.condition(dialect)) AND \(condition)"
            let found = try connection.rows(
                """
                SELECT texts.id AS id, texts.subject AS subject, texts.number AS number,
                       texts.interview_id AS interview_id, \(SearchWords.score(dialect)) AS score
                \(from) ORDER BY score DESC, texts.id DESC LIMIT \(page.count + 1) OFFSET \(skipped)
                """)
            let hits = try Self.hits(Array(found.prefix(page.count)), words, connection)
            let next = found.count > page.count ? "\(skipped + page.count)" : nil
            guard case .skipping = page else { return RecordsPage(items: hits, next: next) }
            let total = try connection.oneRow("SELECT COUNT(*) AS n \(from)").count("n")
            return RecordsPage(items: hits, total: total, next: next)
        }
    }

    /// What was found with pieces of the texts, which are made for what is shown alone.
    private static func hits(
        _ rows: [SQLRow], _ words: SearchWords, _ connection: any SQLConnection
    ) throws -> [SearchHit] {
        guard !rows.isEmpty else { return [] }
        let dialect = connection.dialect
        let ids = try rows.map { try $0.integer("id") }
        let snippets = try connection.rows(
            """
            SELECT texts.id AS id, \(SearchWords.snippet(dialect)) AS snippet,
                   (SELECT turns.number FROM turns WHERE texts.subject = 'turn' AND turns.id = texts.number)
                   AS turn_number
            FROM \(words.source(dialect))
            WHERE \(words.condition(dialect)) AND texts.id IN (\(SQLQuery.list(ids)))
            """
        ).reduce(into: [Int64: SQLRow]()) { $0[try $1.integer("id")] = $1 }
        return try zip(ids, rows).compactMap { id, row in
            guard let snippet = snippets[id],
                let subject = SearchSubject(rawValue: try row.text("subject"))
            else { return nil }
            return SearchHit(
                subject: subject,
                number: try snippet.optionalInteger("turn_number") ?? row.integer("number"),
                interview: try row.optionalInteger("interview_id"),
                pieces: SearchHit.pieces(try snippet.text("snippet")), score: try row.real("score"))
        }
    }
}
