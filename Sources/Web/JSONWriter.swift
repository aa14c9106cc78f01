public import FoundationEssentials

/// Writes JSON as bytes, fields in the order in which they are given.
///
/// A reply is written field by field, since `JSONEncoder` keeps no order and leaves out what is `nil`, where the interface
/// promises `null`.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { writer in
///     writer.field("id") { $0.write(7) }
/// }
/// writer.text  // {"id":7}
/// ```
public struct JSONWriter: Sendable {
    /// What was written, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    /// Whether a value stands before the next one in the same list or object.
    private var needsComma = false

    /// A writer that has written nothing.
    public init() {}

    /// What was written.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes `null`.
    public mutating func writeNull() { append("null") }

    /// Writes a truth value.
    public mutating func write(_ value: Bool) { append(value ? "true" : "false") }

    /// Writes a whole number.
    public mutating func write(_ value: some BinaryInteger) { append(String(value)) }

    /// Writes a number; `null` for infinity and what is no number, which JSON has not.
    public mutating func write(_ value: Double) { append(value.isFinite ? "\(value)" : "null") }

    /// Writes a text.
    public mutating func write(_ value: some StringProtocol) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: append("\\n")
            case 0x0D: append("\\r")
            case 0x09: append("\\t")
            case 0..<0x20, 0x7F: append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a moment as ISO 8601 in UTC, to the second or, where there is a fraction, to the millisecond.
    public mutating func write(_ value: Date) { write(Self.text(of: value)) }

    /// Writes an object; the closure writes its fields with `field`.
    public mutating func object(_ fields: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        fields(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Writes a field of an object; the closure writes its value.
    public mutating func field(_ name: String, _ value: (inout JSONWriter) -> Void) {
        separate()
        write(name)
        bytes.append(UInt8(ascii: ":"))
        value(&self)
        needsComma = true
    }

    /// Writes a list, each element with the closure.
    public mutating func list<Elements: Sequence>(
        _ elements: Elements, _ element: (Elements.Element, inout JSONWriter) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for value in elements {
            separate()
            element(value, &self)
            needsComma = true
        }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A moment as ISO 8601 in UTC.
    static func text(of date: Date) -> String {
        let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
        let isWhole = milliseconds.truncatingRemainder(dividingBy: 1000) == 0
        return Date(timeIntervalSince1970: milliseconds / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: !isWhole))
    }
}
