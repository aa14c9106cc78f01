/// One version of a package of the Python package index.
public struct PackageReference: Sendable, Hashable, CustomStringConvertible {
    /// The name of the package.
    public let name: String
    /// The version.
    public let version: String

    /// What `NAME==VERSION` names; `nil` for anything else.
    ///
    /// Names are those of the "Names and normalization" specification of packaging.python.org; versions have the letters
    /// that those of PEP 440 can have. So neither can be taken for an option or another kind of requirement.
    public init?(_ text: String) {
        guard let equals = text.firstRange(of: "==") else { return nil }
        let name = text[..<equals.lowerBound]
        let version = text[equals.upperBound...]
        guard Self.isWord(name, also: "._-"), Self.isWord(version, also: "._+!") else { return nil }
        (self.name, self.version) = (String(name), String(version))
    }

    /// `NAME==VERSION`.
    public var description: String { "\(name)==\(version)" }

    private static func isWord(_ text: Substring, also marks: String) -> Bool {
        func isAlphanumeric(_ character: Character) -> Bool {
            character.isASCII && (character.isLetter || character.isNumber)
        }
        guard let first = text.first, let last = text.last, text.count <= 128 else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.allSatisfy { isAlphanumeric($0) || marks.contains($0) }
    }
}

extension PackageReference: Codable {
    /// Reads `NAME==VERSION`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let reference = PackageReference(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not NAME==VERSION")
        }
        self = reference
    }

    /// Writes `NAME==VERSION`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
