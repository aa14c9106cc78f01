import FoundationEssentials

/// Writes a value as one JSON document on standard output: keys sorted, dates as ISO 8601, one final line end.
enum JSONOutput {
    static func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data: Data
        do { data = try encoder.encode(value) } catch {
            throw CommandFailure(.failure, "The result could not be written as JSON: \(error)")
        }
        Terminal.output.print(document: String(decoding: data, as: UTF8.self))
    }
}
