/// A header with parameters: `form-data; name="file"; filename="a \"b\".wav"` (RFC 9110, 5.6.6).
public struct HeaderParameters: Sendable, Hashable {
    /// What stands before the first semicolon, in small letters.
    public let value: String
    /// The parameters by their names in small letters; of a name that is there twice, the first.
    public let parameters: [String: String]

    /// Reads a header; what cannot be understood of it is left out.
    ///
    /// A backslash in quotation marks stands for the character behind it only where that is a quotation mark or a backslash: browsers send
    /// names of Windows as they are, and write quotation marks as `%22`.
    public init(_ header: String) {
        var scalars = header.unicodeScalars[...]
        value = String(Self.token(&scalars)).trimmedBlanks.lowercased()
        var parameters: [String: String] = [:]
        while scalars.popFirst() != nil {
            let name = String(scalars.prefix { $0 != "=" && $0 != ";" })
            scalars = scalars.dropFirst(name.unicodeScalars.count)
            guard scalars.first == "=" else { continue }
            scalars.removeFirst()
            while scalars.first == " " || scalars.first == "\t" { scalars.removeFirst() }
            let key = name.trimmedBlanks.lowercased()
            let text: String
            if scalars.first == "\"" {
                scalars.removeFirst()
                text = Self.quoted(&scalars)
                _ = Self.token(&scalars)
            } else {
                text = String(String(Self.token(&scalars)).trimmedBlanks)
            }
            if parameters[key] == nil { parameters[key] = text.replacing("%22", with: "\"") }
        }
        self.parameters = parameters
    }

    /// What stands before the next semicolon, which stays.
    private static func token(_ scalars: inout Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
        let token = scalars.prefix { $0 != ";" }
        scalars = scalars[token.endIndex...]
        return token
    }

    private static func quoted(_ scalars: inout Substring.UnicodeScalarView) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = scalars.popFirst(), scalar != "\"" {
            if scalar == "\\", let next = scalars.first, next == "\"" || next == "\\" {
                text.append(next)
                scalars.removeFirst()
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
