import FoundationEssentials

/// The figures of a bench as a JSON document for other programs.
enum BenchJSON {
    /// The document of a value, its keys in order.
    static func data(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }
}
