import FoundationEssentials
public import Speech

extension ReplyForm {
    /// What a value says, by the names of the fields, as a reader of the reply gets it.
    public func json(of root: Root) -> [String: JSONValue] {
        var writer = JSONWriter()
        write(root, to: &writer)
        let json = try? JSONDecoder().decode(JSONValue.self, from: Data(writer.bytes))
        guard case .object(let values)? = json else { return [:] }
        return values
    }
}
