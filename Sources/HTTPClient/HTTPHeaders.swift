/// The header fields of a request or an answer, in their order; names are compared without regard to case.
///
/// Descriptions show the names alone: values may be keys.
public struct HTTPHeaders: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// One field.
    public struct Field: Sendable, Hashable {
        /// The name as written.
        public var name: String
        /// The value without the white space around it.
        public var value: String

        /// A field of `name`.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The fields in their order; a name may come more than once.
    public var fields: [Field]

    /// Header fields in their order.
    public init(_ fields: [Field] = []) { self.fields = fields }

    /// Header fields of names and values, in the order written.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }

    /// The first value of a name; setting it replaces all of that name, and `nil` removes them.
    public subscript(name: String) -> String? {
        get { fields.first { Self.isSame($0.name, name) }?.value }
        set {
            fields.removeAll { Self.isSame($0.name, name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// The first field that would break the message it is sent in: RFC 9110, section 5, allows tokens as names, and no
    /// line break or zero byte in a value.
    var unsendable: Field? {
        fields.first { field in
            field.name.isEmpty || !field.name.utf8.allSatisfy(Self.isTokenByte)
                || field.value.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
        }
    }

    /// The fields that may go to a host they were not meant for: not those that prove who asks.
    var withoutCredentials: HTTPHeaders {
        HTTPHeaders(
            fields.filter { field in
                let name = field.name.lowercased()
                return !["authorization", "cookie", "proxy-authorization"].contains(name)
                    && !["key", "token", "secret", "auth", "password"].contains { name.contains($0) }
            })
    }

    static func isSame(_ first: String, _ second: String) -> Bool {
        first.lowercased() == second.lowercased()
    }

    /// Whether a byte may be in a token (RFC 9110, section 5.6.2).
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names, without their values.
    public var description: String { "header fields " + fields.map(\.name).joined(separator: ", ") }
    /// The names, without their values.
    public var debugDescription: String { description }
    /// The names, without their values.
    public var customMirror: Mirror { Mirror(self, children: ["names": fields.map(\.name)]) }
}

extension HTTPHeaders.Field: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The name, without its value.
    public var description: String { "\(name): …" }
    /// The name, without its value.
    public var debugDescription: String { description }
    /// The name, without its value.
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}
