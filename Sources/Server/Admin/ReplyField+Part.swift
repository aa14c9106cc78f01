import Web

extension ReplyField {
    /// The same field of a value that has this one as a part.
    func of<Whole: Sendable>(_ part: any KeyPath<Whole, Root> & Sendable) -> ReplyField<Whole> {
        ReplyField<Whole>(self, of: { $0[keyPath: part] })
    }
}
