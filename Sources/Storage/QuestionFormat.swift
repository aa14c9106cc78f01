/// How questions are written down in a file.
public enum QuestionFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// Text that people edit by hand; the format of the question files that Viva asks from.
    case yaml
    /// What programs exchange.
    case json
    /// A table, as spreadsheets write it: a header row and a row for each question.
    case csv

    /// The format that a file's name tells by its ending; `nil` when it tells none.
    public init?(path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        switch path[dot...].dropFirst().lowercased() {
        case "yaml", "yml": self = .yaml
        case "json": self = .json
        case "csv": self = .csv
        default: return nil
        }
    }
}
