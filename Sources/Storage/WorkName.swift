/// What the folder of an interview's work is called. An id may come from elsewhere, and must not lead out of the folder that all
/// of them are in: small letters, digits, `-` and `_` stand for themselves, every other byte is written as `%` and two digits. An id
/// of nothing is `%` alone: a folder without a name would be the one that all are in.
package enum WorkName {
    /// The longest name, in bytes: with a little behind it, it is still one that every file system takes.
    package static let limitBytes = 200

    private static let empty = "%"

    package static func name(of id: String) -> String {
        guard !id.isEmpty else { return empty }
        return id.lowercased().utf8.reduce(into: "") { name, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                name += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }

    /// The id that a folder is named after; `nil` for a name that none has.
    package static func id(of name: String) -> String? {
        guard name != empty else { return "" }
        var bytes: [UInt8] = []
        var rest = Array(name.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let id = String(validating: bytes, as: UTF8.self), self.name(of: id) == name else { return nil }
        return id
    }
}
