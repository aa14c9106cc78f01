public import FoundationEssentials

/// Something that questions are read from: a file, or text that came another way.
public struct QuestionSource: Sendable, Hashable {
    /// The path of the file, or what to call the text in messages.
    public var name: String
    /// How the questions are written.
    public var format: QuestionFormat
    /// The bytes; `nil` for the content of the file `name`.
    public var content: Data?

    /// A source of questions; without `content` the file `name` is read.
    public init(name: String, format: QuestionFormat, content: Data? = nil) {
        self.name = name
        self.format = format
        self.content = content
    }

    /// The source with its content, so that it can be read more than once also from a pipe. Where the content cannot be
    /// read it is left out, and whoever reads the questions tells why.
    public func loaded() -> QuestionSource {
        guard content == nil,
            let content = try? TextFile.bytes(of: name, limitBytes: QuestionBankFile.limitBytes)
        else { return self }
        return QuestionSource(name: name, format: format, content: content)
    }
}
