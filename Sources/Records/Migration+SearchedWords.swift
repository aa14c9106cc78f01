import SQL

extension Migration {
    /// PostgreSQL finds the parts of `Node.js`, `ann@example.org` and `/usr/bin`, as SQLite does: it takes each for one word unless the
    /// signs between them are taken out first.
    static func searchedWords(version: Int) -> Migration {
        Migration(version: version, name: "words with signs between them are searched by their parts") {
            dialect in
            guard dialect == .postgres else { return [] }
            return [
                "ALTER TABLE search_texts DROP COLUMN words",
                """
                ALTER TABLE search_texts ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (
                    to_tsvector('english', translate(text, \(signs), \(spaces)))) STORED
                """,
                "CREATE INDEX search_texts_by_words ON search_texts USING gin (words)",
            ]
        }
    }

    /// All signs of ASCII, as a text of SQL's.
    private static let signs: SQLQuery = #"'!#"$%&''()*+,-./:;<=>?@[\]^_`{|}~'"#

    /// A space for each.
    private static let spaces: SQLQuery = "'                                '"
}
