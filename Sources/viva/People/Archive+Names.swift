import Archive
import Interview
import Records

extension Archive {
    /// What a person is called, with the number: `Ada (person 3)`.
    ///
    /// - Throws: `RecordsError`.
    func name(ofPerson number: Int64) async throws -> String {
        "\(try await records.person(.number(number)).value.name) (person \(number))"
    }
}
