import Interview
import Records

extension Records {
    /// The number of a sample; `nil` when it is not there.
    ///
    /// - Throws: `RecordsError`, but for `notFound`.
    func number(of kind: SampleKind, _ sample: Int) async throws(RecordsError) -> Int64? {
        let name = RecordName.id(kind.id(sample))
        do throws(RecordsError) {
            return switch kind {
            case .organization: try await organization(name).number
            case .person: try await person(name).number
            case .resume: try await resume(name).number
            case .bank: try await bank(name).number
            case .template: try await template(name).number
            case .interview: try await identity(ofInterview: name).number
            }
        } catch {
            guard case .notFound = error else { throw error }
            return nil
        }
    }

    /// Which samples of a sort are there, in the order of their numbers.
    func entries(
        of kind: SampleKind, named names: [String]
    ) async throws(RecordsError) -> [SampleEntry] {
        var entries: [SampleEntry] = []
        for (place, name) in names.enumerated() {
            guard let number = try await number(of: kind, place + 1) else { continue }
            entries.append(
                SampleEntry(kind: kind, sample: place + 1, number: number, name: name, isNew: false))
        }
        return entries
    }
}
