/// Where in a file a question, or something that is wrong with it, stands.
public enum QuestionPosition: Sendable, Hashable {
    /// A line of text, from 1.
    case line(Int)
    /// A row of a table as a spreadsheet counts it: 1 is the header.
    case row(Int)
    /// An entry of a JSON list, from 1.
    case entry(Int)

    /// The line; `nil` where lines are not what is counted.
    public var line: Int? {
        if case .line(let line) = self { line } else { nil }
    }

    /// A file with the position in it, for example `a.yaml:7` or `a.csv row 7`.
    public func place(in path: String) -> String {
        switch self {
        case .line(let line): "\(path):\(line)"
        case .row(let row): "\(path) row \(row)"
        case .entry(let entry): "\(path) entry \(entry)"
        }
    }
}
