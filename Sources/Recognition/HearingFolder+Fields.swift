public import Speech
public import Vocabulary

extension HearingFolder {
    /// The terms of each field without their sound, with the field's name, for example `databases`, in the order of the
    /// names.
    ///
    /// - Throws: `RecognitionError.textsInvalid` when a file cannot be read or a term is wrong.
    public func fields() throws(RecognitionError) -> [(name: String, terms: [LexiconEntry])] {
        var fields: [(name: String, terms: [LexiconEntry])] = []
        for file in try termFiles() {
            do throws(LexiconError) {
                let terms = try LexiconReader().entries(of: [file])
                fields.append((String(file.name.prefix { $0 != "." }), terms))
            } catch {
                throw .textsInvalid(path: path + "/vocabulary", reason: "\(error)")
            }
        }
        return fields
    }
}
