/// One part of a form: a field, or a file with its name and media type.
public struct MultipartPart: Sendable, Hashable {
    /// The name of the field.
    public var name: String
    /// The name of the file; `nil` for a plain field.
    public var fileName: String?
    /// The media type; `nil` leaves it out.
    public var contentType: String?
    /// The content.
    public var bytes: [UInt8]

    /// A file of a form.
    public init(name: String, fileName: String?, contentType: String?, bytes: [UInt8]) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
        self.bytes = bytes
    }

    /// A text field of a form.
    public init(name: String, text: String) {
        self.init(name: name, fileName: nil, contentType: nil, bytes: Array(text.utf8))
    }

    /// The part with the boundary before it, as RFC 7578 and the HTML standard write it.
    func encoded(boundary: String) -> [UInt8] {
        var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(name))\""
        if let fileName { head += "; filename=\"\(Self.quoted(fileName))\"" }
        head += "\r\n"
        // A line break in it would begin another header field.
        if let contentType { head += "Content-Type: \(contentType.filter { !$0.isNewline })\r\n" }
        return Array((head + "\r\n").utf8) + bytes + [0x0D, 0x0A]
    }

    /// A name within quotation marks: the HTML standard ("Multipart form data") escapes these three alone.
    private static func quoted(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": text += "%22"
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
