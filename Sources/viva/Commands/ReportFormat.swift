import ArgumentParser

/// What a report is written as.
enum ReportFormat: String, CaseIterable, Encodable {
    case pdf
    case html
    case markdown
    case json

    /// How the names of its files end.
    var suffix: String { self == .markdown ? "md" : rawValue }

    /// What the name of a file says; `nil` when it says nothing.
    init?(path: String) {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        let suffix = path[path.index(after: dot)...].lowercased()
        let formats = ReportFormat.allCases.filter { [$0.suffix, $0.rawValue].contains(suffix) }
        guard let format = formats.first ?? (suffix == "htm" ? .html : nil) else { return nil }
        self = format
    }
}

/// Formats with commas between them, each once.
struct ReportFormatList: ExpressibleByArgument {
    let formats: [ReportFormat]

    init?(argument: String) {
        var formats: [ReportFormat] = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = ReportFormat(rawValue: name.lowercased()) else { return nil }
            if !formats.contains(format) { formats.append(format) }
        }
        self.formats = formats
    }

    /// What can be given.
    static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}
