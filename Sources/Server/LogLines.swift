import FoundationEssentials
public import Logging
import Web

#if canImport(Glibc)
    import Glibc
#endif

/// Writes the log as lines, each of which is one event: for people, or as an object of JSON for programs.
public struct LogLines: LogHandler {
    /// What stands in every line.
    public var metadata: Logger.Metadata = [:]
    /// From which level on lines are written.
    public var logLevel: Logger.Level
    private let label: String
    private let format: ServerSettings.LogFormat
    private let write: @Sendable ([UInt8]) -> Void

    /// A log on standard error.
    public init(label: String, format: ServerSettings.LogFormat, level: Logger.Level) {
        self.init(label: label, format: format, level: level, write: Self.writeToStandardError)
    }

    /// A log that somebody takes line by line, each with the end of its line.
    package init(
        label: String, format: ServerSettings.LogFormat, level: Logger.Level,
        write: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.label = label
        self.format = format
        self.write = write
        logLevel = level
    }

    /// What stands in every line under a name.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        // What the server of HTTP adds for itself is not ours to tell.
        var values = metadata.merging(event.metadata ?? [:]) { $1 }
        values["hb.request.id"] = nil
        if let error = event.error { values["error"] = "\(error)" }
        let now = Date()
        let line =
            switch format {
            case .text: text(event, values, now)
            case .json: json(event, values, now)
            }
        write(Array((line + "\n").utf8))
    }

    private func text(_ event: LogEvent, _ values: Logger.Metadata, _ now: Date) -> String {
        let words = values.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }
        let message = Self.oneLine("\(event.message)")
        return "\(Self.moment(now)) \(event.level.rawValue) \(message)\(words.joined())"
    }

    private func json(_ event: LogEvent, _ values: Logger.Metadata, _ now: Date) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("time") { $0.write(Self.moment(now)) }
            writer.field("level") { $0.write(event.level.rawValue) }
            writer.field("logger") { $0.write(label) }
            writer.field("message") { $0.write("\(event.message)") }
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                writer.field(name) { writer in
                    switch value {
                    case .stringConvertible(let number as Int): writer.write(number)
                    case .stringConvertible(let number as Double): writer.write(number)
                    default: writer.write("\(value)")
                    }
                }
            }
        }
        return writer.text
    }

    private static func moment(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// A value of a line for people: in quotation marks where it could be taken for more than one.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\"" && $0 != "=" }
        guard !isPlain else { return oneLine(text) }
        var writer = JSONWriter()
        writer.write(text)
        return writer.text
    }

    /// A text without what ends a line or steers a terminal.
    private static func oneLine(_ text: String) -> String {
        // Nearly every text is of this sort, and there is a line for each request.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    @Sendable private static func writeToStandardError(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    STDERR_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}
